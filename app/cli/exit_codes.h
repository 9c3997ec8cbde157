// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Exit codes of ferroscope-cli: a public interface, people script against them.
#pragma once

namespace ferroscope::cli {

enum ExitCode : int {
    kDone = 0,
    kBelow = 1, // done, but below --fail-under
    kUsage = 2,
    kInput = 3, // input cannot be read, or the output cannot be written
    kInternal = 4,
    kCancelled = 130,
};

} // namespace ferroscope::cli

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Resources of a static library are not registered by themselves: whoever reads ":/ferroscope/…" calls this first.
#pragma once

namespace ferroscope::render {
void initResources(); // cheap, any number of times
}

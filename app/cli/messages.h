// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for people, made from error codes: what happened, to what, and what can be done about it.
#pragma once

#include "app/cli/exit_codes.h"
#include "core/base/result.h"
#include <string>
#include <string_view>

namespace ferroscope::cli {

std::string sentenceFor(const Error& error);
ExitCode exitCodeFor(ErrorCode code);
// "ferroscope-cli: <sentence>" on stderr.
void say(std::string_view sentence);
// say() and the exit code of the error.
ExitCode report(const Error& error);
ExitCode usage(std::string_view sentence);

} // namespace ferroscope::cli

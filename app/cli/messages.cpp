// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/messages.h"

#include "core/base/text.h"
#include "core/report/escape.h"
#include <cstdio>

namespace ferroscope::cli {

std::string sentenceFor(const Error& error)
{
    const std::string path = printablePath(error.path);
    const std::string why = error.detail.empty() ? "" : ": " + error.detail;
    switch (error.code) {
    case ErrorCode::NotFound:
        return "There is no " + path + ".";
    case ErrorCode::NotADirectory:
        return path + " is no folder; give the folder that holds the Python code.";
    case ErrorCode::Unreadable:
        return path + " cannot be read" + why + ".";
    case ErrorCode::NoPython:
        return "There is no Python in " + path + ". " + error.detail; // its own sentences
    case ErrorCode::BadInput:
        return path + " cannot be used" + why + ".";
    case ErrorCode::BadUsage:
        return error.detail;
    case ErrorCode::CannotWrite:
        return path + " cannot be written" + why + ".";
    case ErrorCode::StoreBusy:
        return "The store " + path + " is in use by another process; try again, or use --no-cache.";
    case ErrorCode::StoreTooNew:
        return "The store " + path + " was written by a newer Ferroscope (" + error.detail
            + "); update, or give another file with --store.";
    case ErrorCode::StoreDamaged:
        return "The store " + path + " is no Ferroscope store or is damaged (" + error.detail
            + "); move it away, or give another file with --store.";
    case ErrorCode::Cancelled:
        return "Cancelled.";
    case ErrorCode::Internal:
        break;
    }
    return "This is a fault of Ferroscope, please report it" + (path.empty() ? "" : " (" + path + ")") + why + ".";
}

ExitCode exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadUsage:
        return kUsage;
    case ErrorCode::Cancelled:
        return kCancelled;
    case ErrorCode::Internal:
        return kInternal;
    default:
        return kInput;
    }
}

void say(std::string_view sentence)
{
    std::fprintf(stderr, "ferroscope-cli: %s\n", report::oneLine(sentence).c_str());
}

ExitCode report(const Error& error)
{
    say(sentenceFor(error));
    return exitCodeFor(error.code);
}

ExitCode usage(std::string_view sentence)
{
    say(sentence);
    return kUsage;
}

} // namespace ferroscope::cli

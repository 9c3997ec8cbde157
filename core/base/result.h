// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Result and Error: how an operation that could not be done says so.
// A problem with one analyzed file is data (source::Skipped, facts::Problem), never an Error, and
// "cancelled" is a state of its own (ErrorCode::Cancelled is only how it travels through a Result).
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace ferroscope {

enum class ErrorCode {
    NotFound, // no such path
    NotADirectory,
    Unreadable, // exists, but cannot be read
    NoPython, // a folder without any Python file
    BadInput, // a file given to us (profile, settings, JSON) is not of its format
    BadUsage,
    CannotWrite, // target of an export or the store
    StoreBusy,
    StoreTooNew, // written by a newer Ferroscope
    StoreDamaged,
    Cancelled,
    Internal,
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string path; // what it is about, "" if nothing in particular; raw bytes
    std::string detail; // technical English, for a log line; app/ and ui/ make the sentence for people
};

template <class T> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorCode code, std::string path = {}, std::string detail = {})
{
    return tl::unexpected<Error>(Error { code, std::move(path), std::move(detail) });
}

} // namespace ferroscope

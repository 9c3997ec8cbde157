// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// JsonStream: writes JSON straight into a byte sink, in the order it is told, without a document in memory.
// Commas and line ends are its business; balance of begin/end is the caller's. The keys of the root and
// objects in lists near it start a line, so that two files can be compared with a line diff.
// Not thread-safe; one stream per document.
#pragma once

#include "core/base/range.h"
#include "core/report/json_writer.h"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::report {

class JsonStream {
public:
    explicit JsonStream(const ByteSink& sink);
    JsonStream(const JsonStream&) = delete;
    JsonStream& operator=(const JsonStream&) = delete;
    ~JsonStream(); // hands on what is buffered

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(std::string_view name); // plain ASCII, not escaped

    void text(std::string_view value); // escaped; bytes that are not UTF-8 become %XX
    // Rounded to 6 decimals, below 1 to 6 significant digits (a small share must not become 0); no exponent
    // above 1e-4, no trailing zeros; NaN and infinities are null.
    void number(double value);
    void integer(std::int64_t value);
    void boolean(bool value);
    void null();

    // "key": value in one call.
    void field(std::string_view name, std::string_view value);
    void field(std::string_view name, const std::string& value) { field(name, std::string_view(value)); }
    void field(std::string_view name, const char* value) { field(name, std::string_view(value)); }
    void field(std::string_view name, double value);
    void field(std::string_view name, bool value);
    void field(std::string_view name, int value) { count(name, value); }
    void field(std::string_view name, std::uint32_t value) { count(name, value); }
    void field(std::string_view name, std::size_t value) { count(name, static_cast<std::int64_t>(value)); }
    void field(std::string_view name, const Range& value); // {"low","likely","high"}
    void field(std::string_view name, const std::vector<std::string>& values);
    template <class T> void field(std::string_view name, const std::optional<T>& value)
    {
        if (value)
            field(name, *value);
        else
            nothing(name);
    }
    void nothing(std::string_view name); // "key": null

private:
    void count(std::string_view name, std::int64_t value);
    void separate(bool opensObject);
    void flushIfFull();

    const ByteSink& m_sink;
    std::string m_buffer;
    std::string m_open; // '{' or '[' per level
    bool m_first = true; // no comma before the next value
    bool m_afterKey = false;
};

} // namespace ferroscope::report

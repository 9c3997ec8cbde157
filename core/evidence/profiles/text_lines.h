// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Small helpers of the readers of text formats.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ferroscope::evidence {

// Takes the first line off `rest`, without its line end (\n or \r\n). False at the end.
inline bool takeLine(std::string_view& rest, std::string_view& line)
{
    if (rest.empty())
        return false;
    const std::size_t end = rest.find('\n');
    line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    return true;
}

template <class T> std::optional<T> wholeNumber(std::string_view text)
{
    T value {};
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() ? std::optional<T>(value) : std::nullopt;
}

// "<head> 12" -> 12, and `text` becomes "<head>".
template <class T> std::optional<T> takeLastNumber(std::string_view& text)
{
    const std::size_t space = text.rfind(' ');
    if (space == std::string_view::npos)
        return std::nullopt;
    const std::optional<T> value = wholeNumber<T>(text.substr(space + 1));
    if (value)
        text = text.substr(0, space);
    return value;
}

} // namespace ferroscope::evidence

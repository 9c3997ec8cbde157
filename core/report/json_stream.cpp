// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/json_stream.h"

#include "core/base/text.h"
#include <array>
#include <charconv>
#include <cmath>

namespace ferroscope::report {

namespace {

constexpr std::size_t kBufferBytes = 1U << 16U;
constexpr std::size_t kLineDepth = 3; // objects in lists up to here start a line

// What a byte needs in a JSON string: 0 = as it is, 'u' = \u00XX, 'x' = part of a multi-byte character, else \c.
constexpr std::array<char, 256> makeEscapes()
{
    std::array<char, 256> table {};
    for (std::size_t byte = 0; byte < 0x20; ++byte)
        table[byte] = 'u';
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    table['"'] = '"';
    table['\\'] = '\\';
    table[0x7F] = 'u';
    for (std::size_t byte = 0x80; byte < 256; ++byte)
        table[byte] = 'x';
    return table;
}
constexpr std::array<char, 256> kEscapes = makeEscapes();

void appendEscaped(std::string& out, std::string_view value)
{
    std::size_t plain = 0; // start of the run not yet copied
    bool checked = false;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const auto byte = static_cast<unsigned char>(value[at]);
        const char escape = kEscapes[byte];
        if (escape == 0)
            continue;
        if (escape == 'x') {
            if (!checked && !isValidUtf8(value.substr(at))) {
                out.append(value.substr(plain, at - plain));
                appendEscaped(out, printablePath(value.substr(at)));
                return;
            }
            checked = true;
            continue;
        }
        out.append(value.substr(plain, at - plain));
        out += '\\';
        out += escape;
        if (escape == 'u') {
            static constexpr char digits[] = "0123456789abcdef";
            out += "00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        }
        plain = at + 1;
    }
    out.append(value.substr(plain));
}

} // namespace

JsonStream::JsonStream(const ByteSink& sink)
    : m_sink(sink)
{
    m_buffer.reserve(kBufferBytes + 4096);
}

JsonStream::~JsonStream()
{
    m_buffer += '\n';
    m_sink(m_buffer);
}

void JsonStream::flushIfFull()
{
    if (m_buffer.size() < kBufferBytes)
        return;
    m_sink(m_buffer);
    m_buffer.clear();
}

void JsonStream::separate(bool opensObject)
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (!m_first)
        m_buffer += ',';
    m_first = false;
    if (opensObject && !m_open.empty() && m_open.size() <= kLineDepth)
        m_buffer += '\n';
}

void JsonStream::beginObject()
{
    flushIfFull();
    separate(true);
    m_buffer += '{';
    m_open += '{';
    m_first = true;
}

void JsonStream::endObject()
{
    if (m_open.size() == 1)
        m_buffer += '\n';
    m_open.pop_back();
    m_buffer += '}';
    m_first = false;
}

void JsonStream::beginArray()
{
    separate(false);
    m_buffer += '[';
    m_open += '[';
    m_first = true;
}

void JsonStream::endArray()
{
    m_open.pop_back();
    m_buffer += ']';
    m_first = false;
}

void JsonStream::key(std::string_view name)
{
    if (!m_first)
        m_buffer += ',';
    m_first = false;
    if (m_open.size() == 1)
        m_buffer += '\n';
    m_buffer += '"';
    m_buffer += name;
    m_buffer += "\":";
    m_afterKey = true;
}

void JsonStream::text(std::string_view value)
{
    flushIfFull();
    separate(false);
    m_buffer += '"';
    appendEscaped(m_buffer, value);
    m_buffer += '"';
}

void JsonStream::integer(std::int64_t value)
{
    separate(false);
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    m_buffer.append(digits.data(), end.ptr);
}

void JsonStream::number(double value)
{
    if (!std::isfinite(value)) {
        null();
        return;
    }
    constexpr double kExact = 1e15; // integers up to here are exact in a double
    if (std::abs(value) < kExact && value == std::trunc(value)) {
        integer(static_cast<std::int64_t>(value)); // also makes 0 of -0
        return;
    }
    std::array<char, 40> digits;
    char* const from = digits.data();
    char* to = from + digits.size();
    if (std::abs(value) < 1) {
        to = std::to_chars(from, to, value, std::chars_format::general, 6).ptr;
    } else if (std::abs(value) < kExact) {
        to = std::to_chars(from, to, value, std::chars_format::fixed, 6).ptr;
        while (to[-1] == '0')
            --to;
        if (to[-1] == '.')
            --to;
    } else {
        to = std::to_chars(from, to, value, std::chars_format::general, 15).ptr;
    }
    separate(false);
    m_buffer.append(from, to);
}

void JsonStream::boolean(bool value)
{
    separate(false);
    m_buffer += value ? "true" : "false";
}

void JsonStream::null()
{
    separate(false);
    m_buffer += "null";
}

void JsonStream::field(std::string_view name, std::string_view value)
{
    key(name);
    text(value);
}

void JsonStream::field(std::string_view name, double value)
{
    key(name);
    number(value);
}

void JsonStream::field(std::string_view name, bool value)
{
    key(name);
    boolean(value);
}

void JsonStream::count(std::string_view name, std::int64_t value)
{
    key(name);
    integer(value);
}

void JsonStream::field(std::string_view name, const Range& value)
{
    key(name);
    beginObject();
    field("low", value.low);
    field("likely", value.likely);
    field("high", value.high);
    endObject();
}

void JsonStream::field(std::string_view name, const std::vector<std::string>& values)
{
    key(name);
    beginArray();
    for (const std::string& value : values)
        text(value);
    endArray();
}

void JsonStream::nothing(std::string_view name)
{
    key(name);
    null();
}

} // namespace ferroscope::report

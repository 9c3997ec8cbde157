// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/binary.h"

namespace ferroscope {

namespace {

// Seven bits a byte, the lowest first; the high bit says that more follow.
std::uint64_t takeNumber(std::string_view& in, bool& ok)
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (in.empty())
            break;
        const auto byte = static_cast<unsigned char>(in.front());
        in.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80)
            return value;
    }
    ok = false;
    return 0;
}

} // namespace

void BinaryWriter::append(std::string& out, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7U)
        out += static_cast<char>(value | 0x80U);
    out += static_cast<char>(value);
}

void BinaryWriter::value(const std::string& text)
{
    const auto [known, isNew] = m_known.try_emplace(text, static_cast<std::uint32_t>(m_known.size()));
    if (isNew) {
        append(m_strings, text.size());
        m_strings += text;
    }
    number(known->second);
}

std::string BinaryWriter::finish()
{
    std::string out;
    append(out, m_known.size());
    out.reserve(out.size() + m_strings.size() + m_body.size());
    out += m_strings;
    out += m_body;
    return out;
}

BinaryReader::BinaryReader(std::string_view bytes)
    : m_in(bytes)
{
    const std::size_t strings = count();
    m_strings.reserve(strings);
    for (std::size_t at = 0; at < strings && m_ok; ++at) {
        const std::uint64_t size = number();
        if (size > m_in.size()) {
            m_ok = false;
            return;
        }
        m_strings.push_back(m_in.substr(0, size));
        m_in.remove_prefix(size);
    }
}

std::uint64_t BinaryReader::number() { return takeNumber(m_in, m_ok); }

std::size_t BinaryReader::count()
{
    const std::uint64_t items = number();
    if (items > m_in.size()) {
        m_ok = false;
        return 0;
    }
    return static_cast<std::size_t>(items);
}

void BinaryReader::value(std::string& text)
{
    const std::uint64_t id = number();
    if (id >= m_strings.size()) {
        m_ok = false;
        return;
    }
    text = m_strings[id];
}

void BinaryReader::value(SharedText& text)
{
    const std::uint64_t id = number();
    if (id >= m_strings.size()) {
        m_ok = false;
        return;
    }
    const auto [known, isNew] = m_shared.try_emplace(id);
    if (isNew)
        known->second = SharedText(std::string(m_strings[id]));
    text = known->second;
}

void BinaryReader::raw(void* to, std::size_t size)
{
    if (m_in.size() < size) {
        m_ok = false;
        return;
    }
    std::memcpy(to, m_in.data(), size);
    m_in.remove_prefix(size);
}

} // namespace ferroscope

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as in the OpenType specification 1.9 (cmap format 12, name format 0, GSUB lookup types 1 and 7).
#include "ui/render/font_patch.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

namespace ferroscope::render {

namespace {

using Offset = std::uint64_t;

class Reader { // big-endian, out of bounds reads as 0
public:
    explicit Reader(const QByteArray& bytes) : m_bytes(bytes) {}
    std::uint32_t u8(Offset at) const
    {
        return at < static_cast<Offset>(m_bytes.size()) ? static_cast<std::uint8_t>(m_bytes[static_cast<qsizetype>(at)]) : 0U;
    }
    std::uint32_t u16(Offset at) const { return (u8(at) << 8U) | u8(at + 1); }
    std::uint32_t u32(Offset at) const { return (u16(at) << 16U) | u16(at + 2); }

private:
    const QByteArray& m_bytes;
};

void put16(QByteArray& out, std::uint32_t value)
{
    out.append(static_cast<char>((value >> 8U) & 0xFFU));
    out.append(static_cast<char>(value & 0xFFU));
}
void put32(QByteArray& out, std::uint32_t value)
{
    put16(out, value >> 16U);
    put16(out, value & 0xFFFFU);
}
constexpr std::uint32_t tag(char a, char b, char c, char d)
{
    return (static_cast<std::uint32_t>(a) << 24U) | (static_cast<std::uint32_t>(b) << 16U) | (static_cast<std::uint32_t>(c) << 8U)
        | static_cast<std::uint32_t>(d);
}

using GlyphMap = std::map<std::uint32_t, std::uint32_t>;

GlyphMap readCmap(const Reader& in, Offset table)
{
    GlyphMap map;
    for (std::uint32_t i = 0; i < in.u16(table + 2); ++i) {
        const Offset sub = table + in.u32(table + 4 + Offset(i) * 8 + 4);
        if (in.u16(sub) == 12) {
            const std::uint32_t groups = std::min(in.u32(sub + 12), 0x10000U);
            for (std::uint32_t g = 0; g < groups; ++g) {
                const Offset at = sub + 16 + Offset(g) * 12;
                const std::uint32_t first = in.u32(at), last = std::min(in.u32(at + 4), first + 0xFFFFU);
                for (std::uint32_t c = first; c <= last; ++c)
                    map[c] = in.u32(at + 8) + (c - first);
            }
            return map;
        }
        if (in.u16(sub) != 4 || !map.empty())
            continue;
        const std::uint32_t segments = in.u16(sub + 6) / 2;
        for (std::uint32_t s = 0; s < segments; ++s) {
            const Offset ends = sub + 14 + Offset(s) * 2, starts = ends + 2 + Offset(segments) * 2;
            const Offset deltas = starts + Offset(segments) * 2, offsets = deltas + Offset(segments) * 2;
            const std::uint32_t last = in.u16(ends), delta = in.u16(deltas), range = in.u16(offsets);
            for (std::uint32_t c = in.u16(starts); c <= last && c != 0xFFFFU; ++c) {
                std::uint32_t glyph = range == 0 ? c : in.u16(offsets + range + Offset(c - in.u16(starts)) * 2);
                if (range == 0 || glyph != 0)
                    glyph = (glyph + delta) & 0xFFFFU;
                if (glyph != 0)
                    map[c] = glyph;
            }
        }
    }
    return map;
}

std::vector<std::uint32_t> readCoverage(const Reader& in, Offset at)
{
    std::vector<std::uint32_t> glyphs;
    for (std::uint32_t i = 0; i < in.u16(at + 2); ++i) {
        if (in.u16(at) == 1) {
            glyphs.push_back(in.u16(at + 4 + Offset(i) * 2));
            continue;
        }
        const Offset range = at + 4 + Offset(i) * 6;
        for (std::uint32_t glyph = in.u16(range); glyph <= in.u16(range + 2); ++glyph)
            glyphs.push_back(glyph);
    }
    return glyphs;
}

// Single substitutions of one feature: glyph -> glyph.
GlyphMap readFeature(const Reader& in, Offset gsub, std::uint32_t feature)
{
    GlyphMap map;
    const Offset features = gsub + in.u16(gsub + 6), lookups = gsub + in.u16(gsub + 8);
    for (std::uint32_t f = 0; f < in.u16(features); ++f) {
        const Offset record = features + 2 + Offset(f) * 6;
        if (in.u32(record) != feature)
            continue;
        const Offset list = features + in.u16(record + 4);
        for (std::uint32_t l = 0; l < in.u16(list + 2); ++l) {
            const Offset lookup = lookups + in.u16(lookups + 2 + Offset(in.u16(list + 4 + Offset(l) * 2)) * 2);
            for (std::uint32_t s = 0; s < in.u16(lookup + 4); ++s) {
                Offset sub = lookup + in.u16(lookup + 6 + Offset(s) * 2);
                std::uint32_t type = in.u16(lookup);
                if (type == 7) { // extension
                    type = in.u16(sub + 2);
                    sub += in.u32(sub + 4);
                }
                if (type != 1)
                    continue;
                const std::vector<std::uint32_t> from = readCoverage(in, sub + in.u16(sub + 2));
                for (std::size_t i = 0; i < from.size(); ++i)
                    map[from[i]] = in.u16(sub) == 1 ? (from[i] + in.u16(sub + 4)) & 0xFFFFU : in.u16(sub + 6 + i * 2);
            }
        }
    }
    return map;
}

struct Run { // code points in a row that lead to glyphs in a row
    std::uint32_t first = 0, last = 0, glyph = 0;
};

std::vector<Run> runsOf(const GlyphMap& map, std::uint32_t limit)
{
    std::vector<Run> runs;
    for (const auto& [code, glyph] : map) {
        if (code >= limit)
            break;
        if (!runs.empty() && runs.back().last + 1 == code && runs.back().glyph + (code - runs.back().first) == glyph)
            runs.back().last = code;
        else
            runs.push_back({ code, code, glyph });
    }
    return runs;
}

QByteArray format4(const GlyphMap& map)
{
    std::vector<Run> runs = runsOf(map, 0xFFFFU);
    runs.push_back({ 0xFFFFU, 0xFFFFU, 0 });
    const auto count = static_cast<std::uint32_t>(runs.size());
    std::uint32_t power = 1, log = 0;
    for (; power * 2 <= count; power *= 2)
        ++log;
    QByteArray out;
    for (const std::uint32_t value : { 4U, 16 + count * 8, 0U, count * 2, power * 2, log, (count - power) * 2 })
        put16(out, value);
    for (const Run& run : runs)
        put16(out, run.last);
    put16(out, 0);
    for (const Run& run : runs)
        put16(out, run.first);
    for (const Run& run : runs)
        put16(out, run.first == 0xFFFFU ? 1 : (run.glyph - run.first) & 0xFFFFU);
    for (std::uint32_t i = 0; i < count; ++i)
        put16(out, 0);
    return out;
}

QByteArray format12(const GlyphMap& map)
{
    const std::vector<Run> runs = runsOf(map, 0x110000U);
    QByteArray out;
    put16(out, 12);
    put16(out, 0);
    for (const std::uint32_t value : { static_cast<std::uint32_t>(16 + runs.size() * 12), 0U, static_cast<std::uint32_t>(runs.size()) })
        put32(out, value);
    for (const Run& run : runs) {
        for (const std::uint32_t value : { run.first, run.last, run.glyph })
            put32(out, value);
    }
    return out;
}

// Both Windows subtables: without the 16-bit one FreeType makes up its own from the glyph names.
QByteArray writeCmap(const GlyphMap& map)
{
    const QByteArray small = format4(map), full = format12(map);
    QByteArray out;
    for (const std::uint32_t value : { 0U, 2U, 3U, 1U })
        put16(out, value);
    put32(out, 20);
    put16(out, 3);
    put16(out, 10);
    put32(out, static_cast<std::uint32_t>(20 + small.size()));
    return out + small + full;
}

QByteArray writeNames(const QString& family, const QString& style, const QString& postScript)
{
    const std::vector<std::pair<std::uint32_t, QString>> names {
        { 1, family }, { 2, style }, { 4, family + u' ' + style }, { 6, postScript },
    };
    QByteArray records, strings;
    for (const auto& [id, text] : names) {
        const auto offset = static_cast<std::uint32_t>(strings.size());
        for (const QChar c : text)
            put16(strings, c.unicode());
        for (const std::uint32_t value : { 3U, 1U, 0x409U, id, static_cast<std::uint32_t>(text.size() * 2), offset })
            put16(records, value);
    }
    QByteArray out;
    put16(out, 0);
    put16(out, static_cast<std::uint32_t>(names.size()));
    put16(out, static_cast<std::uint32_t>(6 + records.size()));
    return out + records + strings;
}

QString postScriptName(const Reader& in, Offset names)
{
    QString text;
    for (std::uint32_t i = 0; i < in.u16(names + 2); ++i) {
        const Offset record = names + 6 + Offset(i) * 12;
        if (in.u16(record) != 3 || in.u16(record + 6) != 6)
            continue;
        const Offset at = names + in.u16(names + 4) + in.u16(record + 10);
        for (std::uint32_t c = 0; c + 1 < in.u16(record + 8); c += 2)
            text.append(QChar(static_cast<char16_t>(in.u16(at + c))));
        break;
    }
    return text;
}

} // namespace

QByteArray patchedFont(const QByteArray& font, const QString& family, const QString& style, bool tabular)
{
    const Reader in(font);
    struct Table {
        std::uint32_t tag = 0;
        QByteArray bytes;
    };
    std::vector<Table> tables;
    Offset cmap = 0, gsub = 0, names = 0;
    for (std::uint32_t i = 0; i < in.u16(4); ++i) {
        const Offset record = 12 + Offset(i) * 16;
        const Offset offset = in.u32(record + 8), length = in.u32(record + 12);
        if (offset + length > static_cast<Offset>(font.size()))
            return font;
        const std::uint32_t name = in.u32(record);
        if (name == tag('c', 'm', 'a', 'p'))
            cmap = offset;
        if (name == tag('n', 'a', 'm', 'e'))
            names = offset;
        if (name == tag('G', 'S', 'U', 'B'))
            gsub = offset;
        if (name != tag('G', 'S', 'U', 'B') && name != tag('D', 'S', 'I', 'G'))
            tables.push_back({ name, font.mid(static_cast<qsizetype>(offset), static_cast<qsizetype>(length)) });
    }
    if (cmap == 0 || names == 0)
        return font;
    GlyphMap map = readCmap(in, cmap);
    if (tabular && gsub != 0) {
        const GlyphMap equal = readFeature(in, gsub, tag('t', 'n', 'u', 'm'));
        for (auto& [code, glyph] : map) {
            if (const auto at = equal.find(glyph); at != equal.end())
                glyph = at->second;
        }
    }
    for (Table& table : tables) {
        if (table.tag == tag('c', 'm', 'a', 'p'))
            table.bytes = writeCmap(map);
        if (table.tag == tag('n', 'a', 'm', 'e'))
            table.bytes = writeNames(family, style, postScriptName(in, names));
    }
    QByteArray out, body;
    put32(out, in.u32(0));
    const auto count = static_cast<std::uint32_t>(tables.size());
    std::uint32_t power = 1, log = 0;
    for (; power * 2 <= count; power *= 2)
        ++log;
    for (const std::uint32_t value : { count, power * 16, log, (count - power) * 16 })
        put16(out, value);
    const std::uint32_t start = 12 + count * 16;
    for (const Table& table : tables) {
        put32(out, table.tag);
        std::uint32_t sum = 0;
        const Reader bytes(table.bytes);
        for (Offset at = 0; at < static_cast<Offset>(table.bytes.size()); at += 4)
            sum += bytes.u32(at);
        put32(out, sum);
        put32(out, start + static_cast<std::uint32_t>(body.size()));
        put32(out, static_cast<std::uint32_t>(table.bytes.size()));
        body += table.bytes;
        while (body.size() % 4 != 0)
            body.append('\0');
    }
    return out + body;
}

} // namespace ferroscope::render

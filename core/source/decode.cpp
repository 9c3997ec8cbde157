// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/decode.h"

#include "core/base/text.h"
#include "core/source/encodings.h"
#include <algorithm>
#include <cstdint>
#include <cstring>

namespace ferroscope::source {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

struct ByteOrderMark {
    std::string_view bytes;
    std::string_view encoding; // as in Encoding::name
};

// The longer ones first: the mark of UTF-32 begins with that of UTF-16.
constexpr ByteOrderMark kMarks[] = {
    { { "\xFF\xFE\x00\x00", 4 }, "utf-32-le" },
    { { "\x00\x00\xFE\xFF", 4 }, "utf-32-be" },
    { "\xEF\xBB\xBF", "utf-8" },
    { "\xFF\xFE", "utf-16-le" },
    { "\xFE\xFF", "utf-16-be" },
};

// The first byte from `at` that is NUL or not ASCII; eight at a time, because most files have neither.
std::size_t nextSpecial(std::string_view bytes, std::size_t at)
{
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t highs = 0x8080808080808080U;
    while (at + 8 <= bytes.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        if (((word | (word - ones)) & highs) != 0) // a set high bit, or one borrowed because a byte was 0
            break;
        at += 8;
    }
    while (at < bytes.size() && bytes[at] != '\0' && (static_cast<unsigned char>(bytes[at]) & 0x80U) == 0)
        ++at;
    return at;
}

struct Repaired {
    std::string text;
    std::size_t wrong = 0; // bytes that are not UTF-8
    std::size_t nul = 0;
};

// Moves the bytes through untouched when nothing is wrong with them.
Repaired repairedUtf8(std::string bytes)
{
    Repaired out;
    std::size_t copied = 0; // up to here bytes are in out.text; nothing is copied before the first repair
    std::size_t at = nextSpecial(bytes, 0);
    while (at < bytes.size()) {
        const bool isNul = bytes[at] == '\0';
        const std::size_t length = isNul ? 0 : utf8SequenceLength(bytes, at);
        if (length > 0) {
            at = nextSpecial(bytes, at + length);
            continue;
        }
        ++(isNul ? out.nul : out.wrong);
        out.text.append(bytes, copied, at - copied).append(kReplacement);
        copied = ++at;
        at = nextSpecial(bytes, at);
    }
    if (copied == 0)
        out.text = std::move(bytes);
    else
        out.text.append(bytes, copied);
    return out;
}

std::string_view firstLine(std::string_view bytes) { return bytes.substr(0, bytes.find_first_of("\r\n")); }

// PEP 263: ^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)
std::string_view cookieIn(std::string_view line)
{
    const std::size_t hash = line.find_first_not_of(" \t\f");
    if (hash == std::string_view::npos || line[hash] != '#')
        return {};
    static constexpr std::string_view nameBytes
        = "-_.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    for (std::size_t at = line.find("coding", hash); at != std::string_view::npos; at = line.find("coding", at + 1)) {
        std::string_view rest = line.substr(at + 6);
        if (rest.empty() || (rest.front() != ':' && rest.front() != '='))
            continue;
        rest.remove_prefix(1);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
        const std::string_view name = rest.substr(0, rest.find_first_not_of(nameBytes));
        if (!name.empty())
            return name;
    }
    return {};
}

// The second line counts only if the first holds nothing but a comment.
std::string_view encodingCookie(std::string_view bytes)
{
    bytes = bytes.substr(0, 4'096); // a longer line is data, not a declaration
    const std::string_view first = firstLine(bytes);
    const std::string_view cookie = cookieIn(first);
    const std::size_t begin = first.find_first_not_of(" \t\f");
    if (!cookie.empty() || (begin != std::string_view::npos && first[begin] != '#') || first.size() == bytes.size())
        return cookie;
    std::string_view rest = bytes.substr(first.size());
    rest.remove_prefix(startsWith(rest, "\r\n") ? 2 : 1);
    return cookieIn(firstLine(rest));
}

void addProblem(Decoded& decoded, const std::string& sentence)
{
    decoded.problem += (decoded.problem.empty() ? "" : "; ") + sentence;
}

void addReplaced(Decoded& decoded, std::size_t wrong)
{
    if (wrong == 0)
        return;
    std::string name = decoded.encoding;
    if (startsWith(name, "utf"))
        name.replace(0, 3, "UTF");
    addProblem(decoded, counted(wrong, "byte is", "bytes are") + " not " + name + " and "
        + (wrong == 1 ? "was" : "were") + " replaced");
}

void finishUtf8(Decoded& decoded, std::string bytes)
{
    Repaired repaired = repairedUtf8(std::move(bytes));
    decoded.text = std::move(repaired.text);
    addReplaced(decoded, repaired.wrong);
    if (repaired.nul > 0)
        addProblem(decoded, "contains " + counted(repaired.nul, "NUL byte"));
}

} // namespace

Decoded decode(std::string bytes)
{
    Decoded decoded;
    decoded.encoding = "utf-8";
    bool isMarked = false;
    for (const ByteOrderMark& mark : kMarks) {
        if (!startsWith(bytes, mark.bytes))
            continue;
        bytes.erase(0, mark.bytes.size());
        isMarked = true;
        decoded.encoding = mark.encoding;
        break;
    }
    if (isMarked && decoded.encoding != "utf-8") {
        Converted converted = toUtf8(bytes, *findEncoding(decoded.encoding));
        addReplaced(decoded, converted.wrong);
        finishUtf8(decoded, std::move(converted.text));
        return decoded;
    }
    const std::string cookie(encodingCookie(bytes));
    const Encoding* encoding = findEncoding(cookie.empty() ? "utf-8" : cookie);
    if (encoding && encoding->name == "utf-8") {
        finishUtf8(decoded, std::move(bytes));
        return decoded;
    }
    if (isMarked)
        addProblem(decoded, "begins with the mark of UTF-8 but declares '" + cookie + "'");
    else if (!encoding)
        addProblem(decoded, "unknown encoding '" + cookie + "', read as UTF-8");
    else if (encoding->isWide) // a declaration that can be read as ASCII says that the file is not in it
        addProblem(decoded, "declares '" + cookie + "' but is not in it, read as UTF-8");
    else if (Converted converted = toUtf8(bytes, *encoding); converted.isKnown) {
        decoded.encoding = encoding->name;
        addReplaced(decoded, converted.wrong);
        finishUtf8(decoded, std::move(converted.text));
        return decoded;
    } else
        addProblem(decoded, "encoding '" + cookie + "' is not available here, read as UTF-8");
    finishUtf8(decoded, std::move(bytes));
    return decoded;
}

} // namespace ferroscope::source

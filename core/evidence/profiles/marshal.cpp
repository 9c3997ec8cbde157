// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/profiles/marshal.h"
#include "core/base/text.h"

#include <bit>
#include <charconv>
#include <cstring>
#include <optional>

namespace ferroscope::evidence {

namespace {

constexpr std::uint32_t kPending = 0xFFFFFFFFU; // a reference whose object is not complete yet

class Reader {
public:
    explicit Reader(std::string_view bytes) { m_made.bytes = bytes; }

    Result<Marshal> run()
    {
        const std::optional<std::uint32_t> root = object(0);
        if (m_problem.empty() && root && *root == kEnd)
            fail("an end mark stands where an object should");
        if (m_problem.empty() && m_at != m_made.bytes.size())
            fail("something follows after the end");
        if (!m_problem.empty())
            return failure(ErrorCode::BadInput, {}, m_problem);
        m_made.root = *root;
        return std::move(m_made);
    }

private:
    static constexpr std::uint32_t kEnd = 0xFFFFFFFEU; // the end of a dict

    std::nullopt_t fail(const std::string& what)
    {
        if (m_problem.empty())
            m_problem = "at byte " + withThousands(static_cast<long long>(m_at)) + ": " + what;
        return std::nullopt;
    }

    bool has(std::size_t count)
    {
        if (m_made.bytes.size() - m_at >= count)
            return true;
        fail("it ends in the middle of an object");
        return false;
    }

    template <class T> T number()
    {
        T value {};
        static_assert(std::endian::native == std::endian::little);
        std::memcpy(&value, m_made.bytes.data() + m_at, sizeof value);
        m_at += sizeof value;
        return value;
    }

    // A length that the rest of the input can hold, at `least` bytes for each.
    std::optional<std::uint32_t> length(bool isShort, std::size_t least)
    {
        if (!has(isShort ? 1 : 4))
            return std::nullopt;
        const std::int64_t count = isShort ? std::int64_t { number<std::uint8_t>() } : std::int64_t { number<std::int32_t>() };
        if (count < 0)
            return fail("a length is negative");
        if (static_cast<std::uint64_t>(count) * least > m_made.bytes.size() - m_at)
            return fail("a length is larger than what is left");
        return static_cast<std::uint32_t>(count);
    }

    std::optional<std::uint32_t> add(const MarshalValue& value)
    {
        if (m_made.values.size() >= kMostMarshalNodes)
            return fail("it holds more than 16 million objects");
        m_made.values.push_back(value);
        return static_cast<std::uint32_t>(m_made.values.size() - 1);
    }

    std::optional<std::uint32_t> text(bool isShort, bool isInterned2)
    {
        const auto size = length(isShort, 1);
        if (!size)
            return std::nullopt;
        MarshalValue value;
        value.kind = MarshalValue::Kind::Text;
        value.size = *size;
        value.first = m_at;
        m_at += *size;
        const auto at = add(value);
        if (at && isInterned2)
            m_strings.push_back(*at);
        return at;
    }

    std::optional<std::uint32_t> integer(std::int64_t number, bool isHuge = false)
    {
        MarshalValue value;
        value.kind = MarshalValue::Kind::Integer;
        value.isHuge = isHuge;
        value.integer = number;
        return add(value);
    }

    std::optional<std::uint32_t> real(double number)
    {
        MarshalValue value;
        value.kind = MarshalValue::Kind::Float;
        value.real = number;
        return add(value);
    }

    std::optional<std::uint32_t> longInteger()
    {
        if (!has(4))
            return std::nullopt;
        const std::int64_t signedCount = number<std::int32_t>();
        const auto count = static_cast<std::uint64_t>(signedCount < 0 ? -signedCount : signedCount);
        if (count * 2 > m_made.bytes.size() - m_at)
            return fail("a length is larger than what is left");
        std::uint64_t value = 0;
        bool huge = false;
        for (std::uint64_t at = 0; at < count; ++at) {
            const std::uint64_t digit = number<std::uint16_t>();
            if (digit > 0x7FFF)
                return fail("a digit of a long number is out of range");
            huge = huge || (digit != 0 && (at > 4 || (at == 4 && digit > 7)));
            if (at <= 4)
                value |= digit << (15 * at);
        }
        huge = huge || value > static_cast<std::uint64_t>(INT64_MAX);
        const std::int64_t magnitude = huge ? 0 : static_cast<std::int64_t>(value);
        return integer(signedCount < 0 ? -magnitude : magnitude, huge);
    }

    std::optional<std::uint32_t> oldReal()
    {
        const auto size = length(true, 1);
        if (!size)
            return std::nullopt;
        double value = 0;
        const char* const begin = m_made.bytes.data() + m_at;
        const auto parsed = std::from_chars(begin, begin + *size, value);
        if (parsed.ec != std::errc() || parsed.ptr != begin + *size)
            return fail("a number is not written as one");
        m_at += *size;
        return real(value);
    }

    std::optional<std::uint32_t> tuple(bool isShort, int depth)
    {
        const auto size = length(isShort, 1);
        if (!size)
            return std::nullopt;
        const std::size_t begin = m_open.size();
        for (std::uint32_t at = 0; at < *size; ++at) {
            const auto child = object(depth + 1);
            if (!child)
                return std::nullopt;
            if (*child == kEnd)
                return fail("an end mark stands in a tuple");
            m_open.push_back(*child);
        }
        return close(MarshalValue::Kind::Tuple, begin);
    }

    std::optional<std::uint32_t> dict(int depth)
    {
        const std::size_t begin = m_open.size();
        for (;;) {
            const auto key = object(depth + 1);
            if (!key)
                return std::nullopt;
            if (*key == kEnd)
                return close(MarshalValue::Kind::Dict, begin);
            const auto value = object(depth + 1);
            if (!value)
                return std::nullopt;
            if (*value == kEnd)
                return fail("a key has no value");
            m_open.push_back(*key);
            m_open.push_back(*value);
        }
    }

    std::optional<std::uint32_t> close(MarshalValue::Kind kind, std::size_t begin)
    {
        MarshalValue value;
        value.kind = kind;
        value.size = static_cast<std::uint32_t>(m_open.size() - begin);
        value.first = m_made.items.size();
        m_made.items.insert(m_made.items.end(), m_open.begin() + static_cast<std::ptrdiff_t>(begin), m_open.end());
        m_open.resize(begin);
        return add(value);
    }

    std::optional<std::uint32_t> reference(const std::vector<std::uint32_t>& table)
    {
        if (!has(4))
            return std::nullopt;
        const std::int64_t index = number<std::int32_t>();
        if (index < 0 || static_cast<std::uint64_t>(index) >= table.size())
            return fail("a reference leads nowhere");
        const std::uint32_t found = table[static_cast<std::size_t>(index)];
        if (found == kPending)
            return fail("an object contains itself");
        return found;
    }

    std::optional<std::uint32_t> object(int depth)
    {
        if (depth > kDeepestMarshal)
            return fail("it is nested more than 100 deep");
        if (!has(1))
            return std::nullopt;
        const auto code = number<std::uint8_t>();
        const char type = static_cast<char>(code & 0x7FU);
        if (type == '0')
            return kEnd;
        if (type == 'r')
            return reference(m_references);
        if (type == 'R')
            return reference(m_strings);
        // The slot is taken before the children are read, as the writer numbered them.
        const bool isKept = (code & 0x80U) != 0;
        const std::size_t slot = m_references.size();
        if (isKept)
            m_references.push_back(kPending);
        const std::optional<std::uint32_t> made = payload(type, depth);
        if (made && isKept)
            m_references[slot] = *made;
        return made;
    }

    std::optional<std::uint32_t> payload(char type, int depth)
    {
        switch (type) {
        case 'N':
            return add({});
        case 'T':
        case 'F': {
            MarshalValue value;
            value.kind = MarshalValue::Kind::Bool;
            value.integer = type == 'T' ? 1 : 0;
            return add(value);
        }
        case 'i':
            return has(4) ? integer(number<std::int32_t>()) : std::nullopt;
        case 'I':
            return has(8) ? integer(number<std::int64_t>()) : std::nullopt;
        case 'l':
            return longInteger();
        case 'g':
            return has(8) ? real(number<double>()) : std::nullopt;
        case 'f':
            return oldReal();
        case 'z':
        case 'Z':
            return text(true, false);
        case 'a':
        case 'A':
        case 'u':
        case 's':
            return text(false, false);
        case 't':
            return text(false, true);
        case ')':
            return tuple(true, depth);
        case '(':
            return tuple(false, depth);
        case '{':
            return dict(depth);
        default:
            --m_at;
            return fail("this is no object that a profile holds");
        }
    }

    Marshal m_made;
    std::size_t m_at = 0;
    std::vector<std::uint32_t> m_references, m_strings;
    std::vector<std::uint32_t> m_open; // items of containers that are not complete
    std::string m_problem;
};

} // namespace

Result<Marshal> readMarshal(std::string_view bytes) { return Reader(bytes).run(); }

} // namespace ferroscope::evidence

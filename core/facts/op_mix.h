// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// OpMix: how many operations of which class a function has. Most functions have few classes, and there are as many
// mixes as functions, so only the classes that occur are kept. OpSums is the same while it is being counted.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace ferroscope::facts {

// Interpreted operations of a function, by class; each costs about the same in CPython (reference costs in
// resources/knowledge/costs.toml).
enum class Op : std::uint8_t {
    LoopTurn, // one turn of a for/while/comprehension
    Arithmetic, // + - * / // % ** and unary -, operand types unknown
    FloatArithmetic, // an operand is a float literal or a true division
    Bit, // & | ^ << >> ~
    Compare, // incl. in, is
    Boolean, // and, or, not, conditional expressions, branch tests
    Subscript, SubscriptStore, Slice,
    Attribute, AttributeStore,
    StringBuild, // f-strings, % or + on string literals, str.format, join
    Container, // list/dict/set/tuple displays: per display
    Call, // the call itself, whatever it does inside
    Assign, // name stores
    IntegerLiteral, // inside functions; signal, not cost
    Yield, Await, Raise, Try, With, Import,
    IntegerArithmetic, // those of Arithmetic with an integer literal beside them; signal, not cost
    Bytes, // bytes literals inside functions, calls that take bytes apart or put them together; signal, not cost
    Size_
};
inline constexpr std::size_t kOpCount = static_cast<std::size_t>(Op::Size_);

struct OpSums {
    std::array<float, kOpCount> expected {}; // expected executions per call of the function
    std::array<std::uint32_t, kOpCount> count {}; // places in the text
    std::array<std::uint32_t, kOpCount> inLoop {}; // places inside at least one loop
};

class OpMix {
public:
    OpMix() = default;
    explicit OpMix(const OpSums& sums)
    {
        for (std::size_t op = 0; op < kOpCount; ++op) {
            if (sums.expected[op] != 0 || sums.count[op] != 0 || sums.inLoop[op] != 0)
                m_has |= 1U << op;
        }
        m_entries.reserve(static_cast<std::size_t>(std::popcount(m_has)));
        for (std::size_t op = 0; op < kOpCount; ++op) {
            if ((m_has >> op & 1U) != 0)
                m_entries.push_back({ sums.expected[op], sums.count[op], sums.inLoop[op] });
        }
    }
    float at(Op op) const { return entry(op).expected; }
    std::uint32_t places(Op op) const { return entry(op).count; }
    std::uint32_t placesInLoop(Op op) const { return entry(op).inLoop; }
    OpSums sums() const
    {
        OpSums all;
        forEach([&](Op op, float expected, std::uint32_t count, std::uint32_t inLoop) {
            const auto at = static_cast<std::size_t>(op);
            all.expected[at] = expected, all.count[at] = count, all.inLoop[at] = inLoop;
        });
        return all;
    }
    // Calls visit(op, expected, places, places in loops) for those that occur, in order.
    template <class Visit> void forEach(Visit&& visit) const
    {
        std::size_t next = 0;
        for (std::uint32_t left = m_has; left != 0; left &= left - 1) {
            const Entry& each = m_entries[next++];
            visit(static_cast<Op>(std::countr_zero(left)), each.expected, each.count, each.inLoop);
        }
    }

private:
    struct Entry {
        float expected = 0;
        std::uint32_t count = 0, inLoop = 0;
    };
    Entry entry(Op op) const
    {
        const std::uint32_t bit = 1U << static_cast<unsigned>(op);
        if ((m_has & bit) == 0)
            return {};
        return m_entries[static_cast<std::size_t>(std::popcount(m_has & (bit - 1)))];
    }

    std::vector<Entry> m_entries; // of the classes in m_has, in order
    std::uint32_t m_has = 0; // bit per class
};
static_assert(kOpCount <= 32);

} // namespace ferroscope::facts

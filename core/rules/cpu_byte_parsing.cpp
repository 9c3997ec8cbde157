// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::uint32_t kFewestBits = 3; // places in loops, where no call tells

bool isParsing(std::string_view target)
{
    return isOneOf(target,
        { "struct.unpack", "struct.unpack_from", "struct.Struct().unpack", "struct.Struct().unpack_from",
            "int.from_bytes", "builtins.int.from_bytes", "builtins.ord" });
}

// ord(c) of the element, or of what stands at a position; ord("a") is a constant, ord(first) no loop over characters.
bool isOfElement(const facts::FileFacts& facts, const facts::CallSite& site)
{
    if (site.is(facts::kFirstArgumentLiteral))
        return false;
    const facts::Loop& loop = facts.loops[site.loop];
    const bool positions
        = loop.kind == facts::LoopKind::While || isOneOf(facts.text(loop.iterable), { "range", "xrange" });
    return site.is(facts::kPerElement) || (positions && site.line > loop.line);
}

// Sets, flags of a library and classes with operators use the same signs; numbers come with literals.
bool worksOnNumbers(const facts::FileFacts& facts, facts::FunctionIndex function)
{
    const facts::OpMix& ops = facts.functions[function].ops;
    const std::uint32_t bits = ops.placesInLoop(facts::Op::Bit);
    if (bits < kFewestBits || ops.places(facts::Op::IntegerLiteral) < bits
        || ops.placesInLoop(facts::Op::Attribute) > 3 * bits
        || ops.placesInLoop(facts::Op::Subscript) + ops.placesInLoop(facts::Op::Slice) < 2)
        return false;
    return std::none_of(facts.calls.begin(), facts.calls.end(), [&](const facts::CallSite& site) {
        return site.function == function
            && isOneOf(facts.text(site.method), { "set", "frozenset", "union", "keys", "difference" });
    });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    struct Seen {
        const facts::CallSite* first = nullptr;
        std::string_view target;
    };
    std::vector<Seen> seen(facts.functions.size());
    forEachOutward(context, [&](const Outward& each) {
        Seen& here = seen[each.site.function];
        if (here.first == nullptr && isParsing(each.call.target) && each.site.loop < facts.loops.size()
            && !facts.loops[each.site.loop].constantTrips
            && (each.call.target != "builtins.ord" || isOfElement(facts, each.site)))
            here = { &each.site, each.call.target };
    });
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        const facts::OpMix& ops = function.ops;
        const std::uint32_t bits = ops.placesInLoop(facts::Op::Bit);
        if (seen[at].first != nullptr) {
            const bool isOrd = seen[at].target == "builtins.ord";
            if (isOrd && bits + ops.placesInLoop(facts::Op::Arithmetic) + ops.placesInLoop(facts::Op::Compare) == 0)
                continue;
            report(context, findings, cpuByteParsing, at, seen[at].first->line,
                fmt::format("{} takes bytes or characters apart in a loop with {}", shownFunction(facts, at),
                    shown(lastName(seen[at].target))),
                loopWeight(seen[at].first->frequency));
            continue;
        }
        if (!worksOnNumbers(facts, at))
            continue;
        for (const facts::Loop& loop : facts.loops) {
            if (loop.function != at || loop.parent != facts::kNone || loop.constantTrips
                || loop.kind == facts::LoopKind::Comprehension)
                continue;
            report(context, findings, cpuByteParsing, at, loop.line,
                fmt::format("{} works on bits in a loop, at {} places", shownFunction(facts, at), bits),
                loopWeight(ops.at(facts::Op::Bit) / static_cast<float>(ops.places(facts::Op::Bit))), loop.endLine);
            break;
        }
    }
}

} // namespace

const Rule cpuByteParsing {
    {
        .id = "CPU003",
        .family = "cpu",
        .title = "Bytes or bits taken apart in a loop",
        .whatItSees
        = "struct.unpack, int.from_bytes or ord in a loop, or several bit operations on subscripted values in a loop.",
        .whyItMatters = "Python makes an object of every byte it looks at. Rust reads the same buffer in place, with "
                        "bounds checked, and a bytes argument crosses without a copy.",
        .example = "while at < len(data):\n    kind, size = struct.unpack_from(\">BH\", data, at)\n    at += 3 + size",
        .instead = "Where records are alike, struct.iter_unpack, array or numpy.frombuffer read them at once. "
                   "Otherwise a good first candidate: bytes in, plain values out.",
        .reference = "Own measurements, CPython 3.11 and PyO3 0.29: bytes[i] 12 ns, unpack_from 80 ns, &[u8] of any "
                     "length crosses in 33 ns",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

// Operations are known per function, not per loop: the loop must be most of it.
constexpr std::uint32_t kLeastSharePercent = 50;

bool waits(const RuleContext& context, const facts::Loop& loop)
{
    return std::any_of(
        context.externalCalls.begin(), context.externalCalls.end(), [&](const graph::ExternalCall& call) {
            const facts::CallSite& site = context.facts().calls[call.site];
            if (site.function != loop.function || site.line < loop.line || site.line > loop.endLine)
                return false;
            const auto fact = context.knowledge.api(call.target);
            return fact && fact->kind == knowledge::ApiKind::Waiting;
        });
}

// `while len(queue)` with queue.pop(): emptied, not scanned.
bool isEmptied(const facts::FileFacts& facts, const facts::Loop& loop)
{
    return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const facts::CallSite& site) {
        return site.function == loop.function && site.line > loop.line && site.line <= loop.endLine
            && isOneOf(facts.text(site.method), { "pop", "popleft", "popitem" });
    });
}

// `while i < len(text)`: the condition is not recorded, but its call of len is.
bool boundByLength(const facts::FileFacts& facts, const facts::Loop& loop)
{
    return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const facts::CallSite& site) {
        return site.function == loop.function && site.line == loop.line && site.receiver == facts::Receiver::None
            && facts.text(site.method) == "len";
    });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (const facts::Loop& loop : facts.loops) {
        const facts::Function& function = facts.functions[loop.function];
        const facts::OpMix& ops = function.ops;
        if (loop.kind != facts::LoopKind::While || loop.parent != facts::kNone || loop.function == 0
            || function.awaits > 0 || loop.infinite || !boundByLength(facts, loop) || isEmptied(facts, loop))
            continue;
        const std::uint32_t lines = function.endLine - function.line + 1;
        if ((loop.endLine - loop.line + 1) * 100 < lines * kLeastSharePercent)
            continue;
        if (ops.placesInLoop(facts::Op::Subscript) < 2 || ops.placesInLoop(facts::Op::Arithmetic) < 2
            || waits(context, loop))
            continue;
        report(context, findings, cpuIndexScanner, loop.function, loop.line,
            fmt::format("{} advances positions by hand through a sequence", shownFunction(facts, loop.function)),
            loopWeight(ops.at(facts::Op::Subscript) / static_cast<float>(ops.places(facts::Op::Subscript))),
            loop.endLine);
    }
}

} // namespace

const Rule cpuIndexScanner {
    {
        .id = "CPU007",
        .family = "cpu",
        .title = "Hand-written scanner",
        .whatItSees = "A while loop that makes up most of its function, bounded by len(), with subscripts and "
                      "arithmetic on positions.",
        .whyItMatters = "Lexers and parsers of this form spend a handful of interpreted steps per character. Rust does "
                        "the same over a byte slice in a few instructions each, with one string in and tokens out.",
        .example = "while i < len(text) and text[i] != '\"':\n    if text[i] == \"\\\\\":\n        i += 1\n    i += 1",
        .instead = "A regular expression or str.find takes many characters per step; where that does not fit, the "
                   "scanner is a good candidate as a whole.",
        .reference = "guide text 002: parsing is where a rewrite pays",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules

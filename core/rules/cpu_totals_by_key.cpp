// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<VectorUse> uses;
    countVectorCalls(context, uses);
    std::vector<std::uint32_t> told; // one finding per loop
    for (const facts::Store& store : facts.stores) {
        if (store.kind != facts::Store::Kind::Subscript || !store.augmented || !store.inLoop || store.target == 0
            || uses[store.function].calls > 0
            || facts.functions[store.function].ops.placesInLoop(facts::Op::StringBuild) > 0)
            continue;
        const std::uint32_t at = innermostLoop(facts, store.function, store.line);
        if (at == facts::kNone || facts.loops[at].constantTrips
            || std::find(told.begin(), told.end(), at) != told.end())
            continue;
        told.push_back(at);
        report(context, findings, cpuTotalsByKey, store.function, store.line,
            fmt::format("{} updates items of {} one by one in the loop at line {}",
                shownFunction(facts, store.function), shown(facts, store.target), facts.loops[at].line),
            loopWeight(store.frequency));
    }
}

} // namespace

const Rule cpuTotalsByKey {
    {
        .id = "CPU008",
        .family = "cpu",
        .title = "Items updated one by one",
        .whatItSees
        = "An augmented assignment to an item of a container inside a loop, in a function that calls no array library.",
        .whyItMatters = "Every turn hashes the key or checks the index twice and makes a new number. Rust's "
                        "HashMap::entry, or a plain Vec, does it in place.",
        .example = "for word in words:\n    counts[word] += 1",
        .instead
        = "collections.Counter where it only counts. Otherwise move the loop and hand back the finished totals.",
        .reference = "Rust standard library, HashMap::entry; Python documentation of collections.Counter",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

// list.sort() takes nothing but key and reverse; a method of the repository by that name is no list's.
bool sortsInPlace(const RuleContext& context, const facts::CallSite& site)
{
    const facts::FileFacts& facts = context.facts();
    if (facts.text(site.method) != "sort" || site.is(facts::kAsArgument) || site.arguments != site.keywords
        || site.receiver == facts::Receiver::None || site.receiver == facts::Receiver::Super)
        return false;
    const auto& edges = context.codebase.calls;
    const auto before = [](const graph::CallEdge& edge, graph::FunctionId from) { return edge.from < from; };
    const graph::FunctionId from = context.id(site.function);
    for (auto at = std::lower_bound(edges.begin(), edges.end(), from, before); at != edges.end() && at->from == from;
         ++at) {
        const graph::Module& home = context.codebase.modules[context.codebase.moduleOf(at->to)];
        if (home.facts->text(context.codebase.function(at->to).name) == "sort")
            return false;
    }
    return true;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    const auto tell = [&](const facts::CallSite& site) {
        const facts::Loop* loop = elementLoop(facts, site);
        if (loop == nullptr || mayEndEarly(facts, *loop, site.line))
            return;
        report(context, findings, cpuSortInLoop, site.function, site.line,
            fmt::format(
                "{} sorts in every turn of the loop at line {}", shownFunction(facts, site.function), loop->line),
            loopWeight(site.frequency));
    };
    forEachOutward(context, [&](const Outward& each) {
        if (each.call.target == "builtins.sorted")
            tell(each.site);
    });
    for (const facts::CallSite& site : facts.calls) {
        if (sortsInPlace(context, site))
            tell(site);
    }
}

} // namespace

const Rule cpuSortInLoop {
    {
        .id = "CPU010",
        .family = "cpu",
        .title = "Sorted again in every turn",
        .whatItSees = "sorted() or list.sort() called for every turn of a loop.",
        .whyItMatters
        = "Sorting n elements in each of m turns costs m n log n comparisons, each of them a Python call if there is a "
          "key. What moves is the loop; what often helps more is a heap or one sort before it.",
        .example = "for job in jobs:\n    queue.append(job)\n    queue.sort(key=deadline)",
        .instead
        = "Sort once, insert with bisect, or keep a heap. If every turn really has its own sequence, move the loop.",
        .reference = "Python documentation of heapq and bisect; Rust standard library, slice::sort_by_key",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules

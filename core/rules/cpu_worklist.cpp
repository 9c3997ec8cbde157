// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr float kAlmost = 0.9F;

// The while loop around a place; for loops between look at the neighbours of what was taken.
std::uint32_t whileLoop(const facts::FileFacts& facts, std::uint32_t loop)
{
    while (loop < facts.loops.size() && facts.loops[loop].kind != facts::LoopKind::While)
        loop = facts.loops[loop].parent;
    return loop < facts.loops.size() ? loop : facts::kNone;
}

bool isHeap(const facts::FileFacts& facts, const facts::CallSite& site)
{
    return isOneOf(facts.text(site.method), { "heappop", "heappush", "heappushpop", "heapreplace" });
}

bool isTake(const facts::FileFacts& facts, const facts::CallSite& site)
{
    const std::string_view method = facts.text(site.method);
    return method == "heappop" || (method == "popleft" && site.arguments == 0)
        || (method == "pop"
            && (site.arguments == 0 || (site.arguments == 1 && site.shape(0) == facts::ArgumentShape::Number)));
}

bool isPut(const facts::FileFacts& facts, const facts::CallSite& site)
{
    return isOneOf(
        facts.text(site.method), { "append", "extend", "appendleft", "extendleft", "heappush", "add", "update" });
}

// "queue" of queue.pop() and of heappop(queue); "" where no plain name tells.
std::string_view containerOf(const facts::FileFacts& facts, const facts::CallSite& site)
{
    if (isHeap(facts, site)) {
        const facts::Term* call = site.term < facts.terms.size() ? &facts.terms[site.term] : nullptr;
        if (call == nullptr || !call->hasOperands() || call->key == 0 || call->detail >= facts.operands.size())
            return {};
        const std::uint32_t first = facts.operands[call->detail].term;
        if (first >= facts.terms.size() || facts.terms[first].kind() != facts::Term::Kind::Name)
            return {};
        return facts.text(facts.terms[first].key);
    }
    const std::string_view callee = facts.text(site.callee);
    const std::size_t dot = callee.rfind('.');
    return dot == std::string_view::npos ? std::string_view {} : callee.substr(0, dot);
}

// In every turn and not behind a condition: parsers push and pop as they go, and are no walks.
bool isEveryTurn(const facts::FileFacts& facts, const facts::CallSite& take, std::uint32_t loop)
{
    return take.loop == loop && std::all_of(facts.calls.begin(), facts.calls.end(), [&](const facts::CallSite& site) {
        return site.loop != loop || site.frequency * kAlmost <= take.frequency;
    });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    struct Use {
        std::uint32_t loop;
        std::string_view container;
        const facts::CallSite* takes = nullptr;
        bool puts = false;
    };
    std::vector<Use> uses;
    for (const facts::CallSite& site : facts.calls) {
        const std::uint32_t loop = whileLoop(facts, site.loop);
        if (site.is(facts::kAsArgument) || loop == facts::kNone)
            continue;
        const bool takes = isTake(facts, site), puts = isPut(facts, site);
        const std::string_view container = containerOf(facts, site);
        if (!(takes || puts) || container.empty())
            continue;
        auto use = std::find_if(uses.begin(), uses.end(),
            [&](const Use& each) { return each.loop == loop && each.container == container; });
        if (use == uses.end())
            use = uses.insert(use, { loop, container, nullptr, false });
        use->puts = use->puts || puts;
        if (takes && use->takes == nullptr)
            use->takes = &site;
    }
    for (const Use& use : uses) {
        if (use.takes == nullptr || !use.puts || !isEveryTurn(facts, *use.takes, use.loop))
            continue;
        report(context, findings, cpuWorklist, use.takes->function, use.takes->line,
            fmt::format("{} works off {} and adds to it in the loop at line {}",
                shownFunction(facts, use.takes->function), shown(use.container), facts.loops[use.loop].line),
            loopWeight(use.takes->frequency));
    }
}

} // namespace

const Rule cpuWorklist {
    {
        .id = "CPU015",
        .family = "cpu",
        .title = "Graph walked with a worklist",
        .whatItSees
        = "A while loop that takes the next element from a list, deque or heap and puts new ones into the same.",
        .whyItMatters = "Searches over graphs, trees and states do little per step and take many steps: nearly all "
                        "time is interpretation. With nodes as indices the loop moves well.",
        .example = "stack = [root]\nwhile stack:\n    node = stack.pop()\n    stack.extend(node.children)",
        .instead = "Move the walk together with its graph (indices into a Vec, petgraph), not the step alone.",
        .reference = "Documentation of petgraph; Rust standard library, BinaryHeap and VecDeque",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules

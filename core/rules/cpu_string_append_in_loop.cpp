// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

const facts::Loop* loopAt(const facts::FileFacts& facts, const facts::Site& site)
{
    const facts::Loop* innermost = nullptr;
    for (const facts::Loop& loop : facts.loops) {
        if (loop.function == site.function && loop.kind != facts::LoopKind::Comprehension && loop.line < site.line
            && loop.endLine >= site.line && (innermost == nullptr || loop.line >= innermost->line))
            innermost = &loop;
    }
    return innermost;
}

// Many strings are begun and finished within one turn. One that is returned after the loop, or is an attribute
// of self that no turn sets anew, grows over all of them.
bool growsOverTurns(const facts::FileFacts& facts, const facts::Site& site)
{
    const facts::Loop* loop = loopAt(facts, site);
    const std::string_view name = facts.text(site.name);
    if (loop == nullptr || loop->constantTrips || name.empty())
        return false;
    bool returned = false;
    for (const facts::Binding& binding : facts.bindings) {
        if (binding.function != site.function)
            continue;
        if (binding.target == site.name && binding.line >= loop->line && binding.line <= loop->endLine)
            return false;
        const bool after = binding.line > loop->endLine && facts.text(binding.target) == "return";
        returned = returned || (after && firstComponent(facts.text(binding.value)) == name);
    }
    return returned || site.function == 0 || (startsWith(name, "self.") && name.find('.', 5) == std::string_view::npos);
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<std::pair<const facts::Loop*, facts::NameId>> told; // each string once per loop
    for (const facts::Site& site : facts.sites) {
        if (site.kind != facts::SiteKind::StringAppendInLoop || !growsOverTurns(facts, site))
            continue;
        const std::pair key { loopAt(facts, site), site.name };
        if (std::find(told.begin(), told.end(), key) != told.end())
            continue;
        told.push_back(key);
        report(context, findings, cpuStringAppendInLoop, site.function, site.line,
            fmt::format("{} grows by += in the loop at line {}", shown(facts, site.name), key.first->line),
            site.loopDepth > 1 ? 3 : 2);
    }
}

} // namespace

const Rule cpuStringAppendInLoop {
    {
        .id = "CPU001",
        .family = "cpu",
        .title = "String built by += in a loop",
        .whatItSees = "An augmented assignment with + of a string inside a loop, to a name that is returned after the "
                      "loop or to an attribute of self.",
        .whyItMatters = "Every turn may copy the whole string: work that Rust's String::push_str, or str.join in "
                        "Python, does not do.",
        .example = "for row in rows:\n    out += f\"{row.id};\"",
        .instead = "Collect the parts and join them once.",
        .reference = "Python FAQ, \"What is the most efficient way to concatenate many strings together?\"",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules

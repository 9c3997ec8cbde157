// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

// Once per turn: not behind a condition (every n rows), and no inner loop whose rows it commits together.
bool isEveryTurn(const facts::FileFacts& facts, const facts::CallSite& site, const facts::Loop& loop)
{
    if (site.frequency < bodyFrequency(facts, loop) * 0.9F)
        return false;
    const bool sendsBatch = std::any_of(facts.calls.begin(), facts.calls.end(), [&](const facts::CallSite& other) {
        return other.function == loop.function && other.line >= loop.line && other.line <= loop.endLine
            && isOneOf(facts.text(other.method),
                { "executemany", "execute_batch", "execute_values", "bulk_create", "bulk_update", "bulk_save_objects",
                    "bulk_insert_mappings", "copy_from", "add_all" });
    });
    return !sendsBatch && &facts.loops[site.loop] == &loop
        && std::none_of(facts.loops.begin(), facts.loops.end(), [&](const facts::Loop& inner) {
               return inner.function == loop.function && inner.kind != facts::LoopKind::Comprehension
                   && inner.line > loop.line && inner.endLine < site.line;
           });
}

bool hasOwnCommit(const graph::Codebase& codebase)
{
    return std::any_of(codebase.modules.begin(), codebase.modules.end(), [&](const graph::Module& module) {
        return module.facts
            && std::any_of(module.facts->functions.begin(), module.facts->functions.end(),
                [&](const facts::Function& function) { return module.facts->text(function.name) == "commit"; });
    });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    bool usesDatabase = false;
    std::vector<const facts::CallSite*> commits;
    forEachOutward(context, [&](const Outward& each) {
        const auto fact = context.knowledge.api(each.call.target);
        const bool database = fact && (fact->trait == "query" || fact->trait == "orm");
        usesDatabase = usesDatabase || (database && !startsWith(each.call.target, "?."));
        if (database && facts.text(each.site.method) == "commit")
            commits.push_back(&each.site);
    });
    // A commit() of an unknown object, in a module that talks to a database and in a repository without a commit of its
    // own.
    std::vector<const facts::CallSite*> unknown;
    for (const facts::CallSite& site : facts.calls) {
        if (usesDatabase && facts.text(site.method) == "commit" && site.arguments == 0
            && site.receiver != facts::Receiver::None && site.loopDepth > 0 && !site.is(facts::kAsArgument)
            && std::find(commits.begin(), commits.end(), &site) == commits.end())
            unknown.push_back(&site);
    }
    if (!unknown.empty() && !hasOwnCommit(context.codebase))
        commits.insert(commits.end(), unknown.begin(), unknown.end());
    for (const facts::CallSite* site : commits) {
        const facts::Loop* loop = elementLoop(facts, *site);
        if (loop == nullptr || !isEveryTurn(facts, *site, *loop))
            continue;
        report(context, findings, ioCommitInLoop, site->function, site->line,
            fmt::format("{} ends a transaction for every element of the loop at line {}",
                shown(facts, site->callee != 0 ? site->callee : site->method), loop->line),
            loopWeight(site->frequency));
    }
}

} // namespace

const Rule ioCommitInLoop {
    {
        .id = "IO004",
        .family = "io",
        .title = "Commit inside a loop",
        .whatItSees = "A commit of a database transaction in every turn of a loop.",
        .whyItMatters = "Every commit waits until the database has written its log to disk. One commit for the batch "
                        "is faster by far than any rewrite of the loop.",
        .example = "for row in rows:\n    session.add(Order(**row))\n    session.commit()",
        .instead = "Commit once after the loop, or once per batch of some hundred rows.",
        .reference = "PostgreSQL manual, \"Populating a Database\": disable autocommit; SQLite FAQ, question 19",
        .sign = -1,
        .veto = Veto::FixInPython,
    },
    look,
};

} // namespace ferroscope::rules

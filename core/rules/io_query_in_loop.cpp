// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace ferroscope::rules {

namespace {

// One round trip each. Left out: constructors, cursors, pipelines, and what fetches rows of a query made before
// or sends many at once.
bool isRoundTrip(std::string_view target)
{
    return target.find("pipeline") == std::string_view::npos
        && isOneOf(lastName(target),
            { "execute", "exec", "get", "create", "count", "exists", "first", "last", "earliest", "latest", "aggregate",
                "get_or_create", "update_or_create", "save", "delete", "update", "refresh", "refresh_from_db", "scalar",
                "scalars", "one", "one_or_none", "all", "merge", "find", "find_one", "find_one_and_update",
                "find_one_and_delete", "find_one_and_replace", "insert_one", "update_one", "replace_one", "delete_one",
                "count_documents", "set", "hget", "hset", "hgetall", "incr", "fetch", "fetchrow", "fetchval",
                "read_sql", "read_sql_query", "read_sql_table", "get_object_or_404", "get_list_or_404", "acreate",
                "aget", "asave", "adelete", "query", "search" });
}

// execute("SELECT ..."): a query, whatever the object.
bool isSql(const facts::FileFacts& facts, const facts::CallSite& site)
{
    if (facts.text(site.method) != "execute" || site.receiver == facts::Receiver::None || site.is(facts::kAsArgument))
        return false;
    const std::string text = lowerAscii(facts.text(site.literal).substr(0, 7));
    return isOneOf(text, { "select ", "insert ", "update ", "delete ", "replace" });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::set<std::uint32_t> lines; // session.scalars(...).all() is one query, not two
    const auto take = [&](const facts::CallSite& site) {
        const facts::Loop* loop = elementLoop(facts, site);
        if (loop == nullptr || !lines.insert(site.line).second)
            return;
        const std::string_view written = facts.text(site.callee);
        const bool isPlain = !written.empty() && written.find('(') == std::string_view::npos && written.size() <= 40;
        report(context, findings, ioQueryInLoop, site.function, site.line,
            fmt::format("{}() runs one query for every element of the loop at line {}",
                isPlain ? shown(facts, site.callee) : "." + shown(facts, site.method), loop->line),
            loopWeight(site.frequency));
    };
    std::vector<std::uint32_t> taken;
    forEachOutward(context, [&](const Outward& each) {
        const auto fact = context.knowledge.api(each.call.target);
        if (!fact || fact->trait != "query" || !isRoundTrip(each.call.target))
            return;
        taken.push_back(each.call.site);
        take(each.site);
    });
    for (std::uint32_t at = 0; at < facts.calls.size(); ++at) {
        if (isSql(facts, facts.calls[at]) && std::find(taken.begin(), taken.end(), at) == taken.end())
            take(facts.calls[at]);
    }
}

} // namespace

const Rule ioQueryInLoop {
    {
        .id = "IO001",
        .family = "io",
        .title = "One query per element (N+1)",
        .whatItSees = "A database call inside a loop over more than a handful of elements; retries and endless workers "
                      "are left out.",
        .whyItMatters = "The time is spent on round trips, which Rust would make just as often. Batching the query in "
                        "Python gains far more.",
        .example = "for user in users:\n    orders = session.query(Order).filter_by(user=user.id).all()",
        .instead = "Fetch what the loop needs with one query (IN, a join, selectinload) before it.",
        .reference = "guide text 002: N+1 queries are no Python problem",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
        .veto = Veto::FixInPython,
    },
    look,
};

} // namespace ferroscope::rules

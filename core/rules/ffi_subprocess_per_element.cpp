// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

bool startsProcess(std::string_view target)
{
    return isOneOf(firstComponent(target), { "subprocess", "os", "commands", "popen2", "sh", "asyncio" })
        && isOneOf(lastName(target),
            { "run", "call", "check_call", "check_output", "Popen", "getoutput", "getstatusoutput", "system", "popen",
                "popen2", "popen3", "posix_spawn", "spawnv", "spawnl", "spawnvp", "spawnlp", "create_subprocess_exec",
                "create_subprocess_shell" });
}

// One editor, one path after the other until a process can be started: no process per element.
bool triesOneByOne(const facts::FileFacts& facts, const facts::Loop& loop)
{
    return std::any_of(facts.sites.begin(), facts.sites.end(), [&](const facts::Site& site) {
        return site.kind == facts::SiteKind::TryInLoop && site.function == loop.function && site.line > loop.line
            && site.line <= loop.endLine;
    });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    forEachOutward(context, [&](const Outward& each) {
        const auto fact = context.knowledge.api(each.call.target);
        if (!fact || fact->ffi != "subprocess" || !startsProcess(each.call.target))
            return;
        const facts::Loop* loop = elementLoop(facts, each.site);
        if (loop == nullptr || mayEndEarly(facts, *loop, each.site.line) || triesOneByOne(facts, *loop))
            return;
        report(context, findings, ffiSubprocessPerElement, each.site.function, each.site.line,
            fmt::format(
                "{} starts a process for every element of the loop at line {}", shown(each.call.target), loop->line),
            loopWeight(each.site.frequency));
    });
}

} // namespace

const Rule ffiSubprocessPerElement {
    {
        .id = "FFI002",
        .family = "ffi",
        .title = "One process per element",
        .whatItSees = "subprocess or os.system in a loop over more than a handful of elements.",
        .whyItMatters = "Starting a process takes about a millisecond whoever asks for it. Around such a call the "
                        "language of the loop is of no account.",
        .example = "for image in images:\n    subprocess.run([\"optipng\", image], check=True)",
        .instead = "Hand all elements to one process, or replace the tool by a library call. A tool with a Rust crate "
                   "behind it may be worth calling directly.",
        .reference = "Python documentation of subprocess; posix_spawn(3)",
        .criterion = Criterion::BoundaryCrossings,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules

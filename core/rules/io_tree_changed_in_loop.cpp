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
    std::vector<const facts::Loop*> told;
    forEachOutward(context, [&](const Outward& each) {
        if (!isOneOf(each.call.target,
                { "os.remove", "os.unlink", "os.rename", "os.replace", "os.rmdir", "os.mkdir", "os.makedirs",
                    "os.chmod", "os.chown", "os.symlink", "os.link", "os.utime", "shutil.copy", "shutil.copy2",
                    "shutil.copyfile", "shutil.copytree", "shutil.copymode", "shutil.copystat", "shutil.move",
                    "shutil.rmtree" }))
            return;
        const facts::Loop* loop = elementLoop(facts, each.site);
        if (loop == nullptr || std::find(told.begin(), told.end(), loop) != told.end()
            || mayEndEarly(facts, *loop, each.site.line))
            return;
        told.push_back(loop);
        report(context, findings, ioTreeChangedInLoop, each.site.function, each.site.line,
            fmt::format(
                "{} changes the file system in every turn of the loop at line {}", shown(each.call.target), loop->line),
            loopWeight(each.site.frequency));
    });
}

} // namespace

const Rule ioTreeChangedInLoop {
    {
        .id = "IO006",
        .family = "io",
        .title = "Files removed, copied or made one by one",
        .whatItSees = "os.remove, rename, mkdir, chmod, shutil.copy and the like in a loop over elements.",
        .whyItMatters = "Every call waits for the file system. Around it the language of the loop is of no account.",
        .example = "for path in stale:\n    os.remove(path)",
        .instead = "Leave it in Python. If it is slow, hand the whole list to threads or to one tool.",
        .reference = "Python documentation of os and shutil; unlink(2)",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules

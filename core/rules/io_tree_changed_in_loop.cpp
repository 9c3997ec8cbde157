// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

namespace ferroscope::rules {

namespace {

// Copies of files are accesses to them: IO003.
bool isTreeChange(std::string_view target)
{
    return isOneOf(target,
        { "os.remove", "os.unlink", "os.rename", "os.replace", "os.rmdir", "os.mkdir", "os.makedirs", "os.chmod",
            "os.chown", "os.symlink", "os.link", "os.utime", "shutil.copymode", "shutil.copystat", "shutil.move",
            "shutil.rmtree" });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    reportPerElement(context, findings, ioTreeChangedInLoop, isTreeChange, "changes the file system");
}

} // namespace

const Rule ioTreeChangedInLoop {
    {
        .id = "IO006",
        .family = "io",
        .title = "Files removed, moved or made one by one",
        .whatItSees = "os.remove, rename, mkdir, chmod, shutil.move and the like in a loop over elements.",
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

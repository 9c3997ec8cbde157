// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

namespace ferroscope::rules {

namespace {

bool isStatus(std::string_view target)
{
    return isOneOf(target,
        { "os.stat", "os.lstat", "os.access", "os.path.exists", "os.path.lexists", "os.path.isfile", "os.path.isdir",
            "os.path.islink", "os.path.getsize", "os.path.getmtime", "os.path.samefile", "os.path.realpath" });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    reportPerElement(context, findings, ioStatusInLoop, isStatus, "asks the file system");
}

} // namespace

const Rule ioStatusInLoop {
    {
        .id = "IO005",
        .family = "io",
        .title = "File status asked for every element",
        .whatItSees = "os.stat, os.path.exists, isfile, isdir, getsize, getmtime or islink in a loop over elements.",
        .whyItMatters = "Each is a system call, and on a network file system a round trip. The loop waits for the disk "
                        "in any language; fewer calls help.",
        .example = "for name in names:\n    if os.path.isfile(os.path.join(root, name)):\n        found.append(name)",
        .instead = "os.scandir gives kind and size with the listing; ask once and keep the answer.",
        .reference = "Python documentation of os.scandir; stat(2)",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules

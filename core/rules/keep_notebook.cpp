// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    if (!context.self().file.isNotebook || facts.cells.empty())
        return;
    report(context, findings, keepNotebook, 0, facts.cells.front().firstLine, "A notebook of " + counted(facts.cells.size(), "code cell"), 1,
        facts.functions.front().endLine);
}

} // namespace

const Rule keepNotebook {
    {
        .id = "KEEP005",
        .family = "keep",
        .title = "Notebook",
        .whatItSees = "A Jupyter notebook: code cells that a person runs one by one.",
        .whyItMatters = "A notebook is a working paper. It is edited and run cell by cell, mixes code with figures and "
                        "text, and cannot be imported, so there is no interface that Rust could stand behind.",
        .example = "# cell 1\nimport pandas as pd\n# cell 2\nframe = pd.read_csv(\"orders.csv\")\nframe.describe()",
        .instead = "Keep it in Python. What takes long in it belongs into a module first; that module can move.",
        .reference = "guide text 000, \"Keeping Python's strengths\": data analysis and visualization",
        .sign = -1,
        .veto = Veto::KeepPython,
    },
    look,
};

} // namespace ferroscope::rules

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What stays, and the table of all judged modules, of the Markdown document.
#include "core/base/text.h"
#include "core/report/escape.h"
#include "core/report/markdown_parts.h"
#include "core/report/plan_words.h"
#include "core/report/wording.h"
#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::report {

void addLeftInPython(std::string& out, const Assessment& assessment)
{
    if (assessment.leftInPython.empty())
        return;
    std::vector<const AssessedModule*> left;
    for (const LeftInPython& entry : assessment.leftInPython) {
        if (const AssessedModule* module = assessment.find(entry.module))
            left.push_back(module);
    }
    std::stable_sort(left.begin(), left.end(), [](const AssessedModule* a, const AssessedModule* b) {
        return a->heat.interpreted.likely > b->heat.interpreted.likely;
    });
    constexpr std::size_t kShown = 10;
    out += "\n## Leave it in Python\n\n| why | modules |\n|---|--:|\n";
    for (const LeftReason& each : leftByReason(assessment))
        out += "| " + markdownText(each.reason) + " | " + withThousands(static_cast<long long>(each.modules)) + " |\n";
    out += "\nThe warmest of them:\n";
    for (std::size_t at = 0; at < std::min(kShown, left.size()); ++at) {
        const VerdictResult& verdict = left[at]->verdict;
        out += "- " + markdownCode(left[at]->path) + " " + std::string(verdictId(verdict.id)) + ".";
        if (!verdict.reasons.empty())
            out += " " + markdownText(verdict.reasons.front());
        for (const std::string& veto : verdict.vetoes)
            out += " " + markdownText(veto) + ".";
        if (!verdict.alternatives.empty())
            out += " Cheaper than Rust: " + markdownText(verdict.alternatives.front());
        out += "\n";
    }
    if (left.size() > kShown)
        out += "- and " + counted(left.size() - kShown, "more module") + ", see the table\n";
}

void addModules(std::string& out, const Assessment& assessment)
{
    const auto judged = std::count_if(assessment.modules.begin(), assessment.modules.end(),
        [](const AssessedModule& module) { return module.judged(); });
    out += "\n## Modules\n\n";
    const std::size_t others = assessment.modules.size() - static_cast<std::size_t>(judged);
    if (others > 0)
        out += counted(others, "module that is", "modules that are") + " no source (tests, generated code and the like) "
            + (others == 1 ? "is" : "are") + " not listed.\n\n";
    out += "| module | verdict | runner-up | readiness | value | ease | interpreted, % of the run | lines of code | hints, % |\n"
           "|---|---|---|--:|--:|--:|--:|--:|--:|\n";
    for (const AssessedModule& module : assessment.modules) {
        if (!module.judged())
            continue;
        const auto coverage = module.hints.coverage();
        out += "| " + markdownCodeInTable(module.path) + " | " + std::string(verdictId(module.verdict.id)) + " | "
            + std::string(verdictId(module.verdict.runnerUp)) + " | " + markdownRange(module.readiness) + " | "
            + markdownRange(module.value) + " | " + markdownRange(module.ease) + " | "
            + (module.heat.source == HeatSource::None ? "? unknown" : markdownRange(module.heat.interpreted, 100)) + " | "
            + withThousands(module.lines.code) + " | " + (coverage ? percent(*coverage) : "\u2013") + " |\n";
    }
}

} // namespace ferroscope::report

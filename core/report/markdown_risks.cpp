// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Risk register and money of the Markdown document.
#include "core/base/text.h"
#include "core/report/escape.h"
#include "core/report/markdown_parts.h"
#include "core/report/plan_words.h"

namespace ferroscope::report {

void addRisks(std::string& out, const Assessment& assessment)
{
    if (assessment.candidates.empty())
        return;
    out += "\n## Risk register\n\n";
    if (assessment.risks.empty()) {
        out += "Nothing that was measured or counted speaks of a risk.\n";
        return;
    }
    out += "| | risk | likelihood | impact | noticed by | answer | owner | candidates |\n|---|---|---|---|---|---|---|---|\n";
    for (const RiskEntry& risk : assessment.risks) {
        std::string ids;
        for (const std::string& id : risk.candidates)
            ids += (ids.empty() ? "" : ", ") + markdownText(id);
        out += "| " + markdownText(risk.id) + " | " + markdownText(risk.risk) + " | " + markdownText(risk.likelihood) + " | " + markdownText(risk.impact)
            + " | " + markdownText(risk.sign) + " | " + markdownText(risk.answer) + " | " + markdownText(risk.owner) + " | " + (ids.empty() ? "all" : ids) + " |\n";
    }
}

void addMoney(std::string& out, const Assessment& assessment)
{
    if (assessment.waves.empty())
        return;
    out += "\n## Money\n\n";
    if (!assessment.money) {
        out += markdownText(moneyMissing()) + "\n";
        return;
    }
    out += "| | low\u2013likely\u2013high |\n|---|--:|\n";
    for (const auto& [name, value] : moneyRows(*assessment.money))
        out += "| " + markdownText(name) + " | " + markdownText(value) + " |\n";
    out += "\n";
    for (const std::string& assumption : assessment.money->assumptions)
        out += "- " + markdownText(assumption) + "\n";
}

} // namespace ferroscope::report

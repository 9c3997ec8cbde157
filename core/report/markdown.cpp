// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markdown.h"

#include "core/base/text.h"
#include "core/report/escape.h"
#include "core/report/markdown_parts.h"
#include "core/report/wording.h"
#include <fmt/format.h>

namespace ferroscope::report {

namespace {

void addHead(std::string& out, const Assessment& a)
{
    out += "# " + markdownText(a.projectName) + ": Python-to-Rust readiness\n\n";
    out += "**" + markdownText(a.recommendation.sentence) + "**\n\n";
    for (const std::string& reason : a.recommendation.reasons)
        out += "- " + markdownText(reason) + "\n";
    if (!a.recommendation.reasons.empty())
        out += '\n';
    out += "Certainty: " + markdownText(a.recommendation.certainty) + ".";
    for (const std::string& how : a.recommendation.raisesCertainty)
        out += " " + markdownText(how);
    out += "\n\n";
    out += counted(a.totals.modules, "module") + " in " + counted(a.totals.packages, "package") + ", "
        + counted(a.totals.lines.code, "line") + " of code, " + counted(a.totals.functions, "function");
    if (const auto coverage = a.totals.hints.coverage())
        out += ", type hints on " + percent(*coverage) + "\u00A0% of the places";
    out += ". Readiness " + markdownRange(a.totals.readiness) + " of 100, weighted by interpreted CPU time.";
    if (a.commit) {
        out += " Commit " + markdownCode(a.commit->substr(0, 12)) + (a.commitDate ? " of " + markdownText(*a.commitDate) : "")
            + (a.dirty.value_or(false) ? ", with changes that are not committed" : "") + ".";
    }
    out += "\n\nRanges are low\u2013**likely**\u2013high.\n";
}

void addVerdicts(std::string& out, const Assessment& a)
{
    out += "\n## Verdicts\n\n| verdict | modules |\n|---|--:|\n";
    for (std::size_t at = 0; at < a.totals.verdicts.size(); ++at) {
        if (a.totals.verdicts[at] > 0) {
            out += fmt::format("| {} | {} |\n", verdictId(static_cast<Verdict>(at)),
                withThousands(static_cast<long long>(a.totals.verdicts[at])));
        }
    }
}

void addPackages(std::string& out, const Assessment& a)
{
    if (a.dependencies.empty())
        return;
    out += "\n## Packages it depends on\n\n| package | requirement | in Rust | crates | modules | note |\n|---|---|---|---|--:|---|\n";
    for (const PackageReadiness& package : a.dependencies) {
        std::string crates;
        for (const auto& [name, note] : package.crates)
            crates += (crates.empty() ? "" : ", ") + markdownText(name) + (note.empty() ? "" : " (" + markdownText(note) + ")");
        out += "| " + markdownText(package.name) + " | " + markdownText(package.requirement) + " | "
            + (package.status == "unknown" ? "? unknown" : markdownText(package.status)) + " | " + crates + " | "
            + withThousands(static_cast<long long>(package.modules.size())) + " | " + markdownText(package.note) + " |\n";
    }
}

void addLimits(std::string& out, const Assessment& a)
{
    out += "\n## Limits\n\n";
    for (const std::string& sentence : limits(a))
        out += "- " + markdownText(sentence) + "\n";
    constexpr std::size_t kShown = 20;
    if (a.coverage.skipped.size() > 1) {
        out += "\n| file that was not read | reason |\n|---|---|\n";
        for (std::size_t at = 0; at < std::min(kShown, a.coverage.skipped.size()); ++at) {
            const SkippedFile& skipped = a.coverage.skipped[at];
            out += "| " + markdownCodeInTable(skipped.path) + " | " + markdownText(skipped.reason) + " |\n";
        }
        if (a.coverage.skipped.size() > kShown)
            out += "\nAnd " + counted(a.coverage.skipped.size() - kShown, "more file") + ".\n";
    }
    out += fmt::format("\nMade by ferroscope {} with {}", markdownText(a.toolVersion), counted(a.ruleCount, "rule"));
    if (!a.knowledgeDate.empty())
        out += "; knowledge about packages of " + markdownText(a.knowledgeDate);
    out += ".\n";
}

} // namespace

std::string toMarkdown(const Assessment& assessment)
{
    std::string out;
    addHead(out, assessment);
    addShortList(out, assessment);
    addRoadmap(out, assessment);
    addRisks(out, assessment);
    addMoney(out, assessment);
    addContexts(out, assessment);
    addCycles(out, assessment);
    addVerdicts(out, assessment);
    addLeftInPython(out, assessment);
    addPackages(out, assessment);
    addLimits(out, assessment);
    addModules(out, assessment);
    return out;
}

} // namespace ferroscope::report

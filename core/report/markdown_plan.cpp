// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Short list and roadmap of the Markdown document.
#include "core/base/text.h"
#include "core/report/escape.h"
#include "core/report/markdown_parts.h"
#include "core/report/plan_words.h"
#include "core/report/wording.h"
#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::report {

namespace {

constexpr std::size_t kUnits = 6, kPlaces = 4, kCrossings = 5;

// "path:qualified.name" belongs to the finding when path and function agree (a class stands for its methods).
bool concerns(const Candidate& candidate, const Finding& finding)
{
    const std::string place = finding.path + ":" + finding.function;
    return std::any_of(candidate.units.begin(), candidate.units.end(),
        [&](const std::string& unit) { return place == unit || startsWith(place, unit + "."); });
}

void addUnits(std::string& out, const Candidate& candidate)
{
    out += "Moves: ";
    for (std::size_t at = 0; at < std::min(kUnits, candidate.units.size()); ++at)
        out += (at == 0 ? "" : ", ") + markdownCode(candidate.units[at]);
    if (candidate.units.size() > kUnits)
        out += " and " + counted(candidate.units.size() - kUnits, "more unit");
    out += ".\n";
}

void addEvidence(std::string& out, const Assessment& a, const Candidate& candidate)
{
    std::vector<const Finding*> findings;
    for (const std::string& path : candidate.modules) {
        for (const Finding* finding : a.findingsOf(path)) {
            if (concerns(candidate, *finding))
                findings.push_back(finding);
        }
    }
    if (findings.empty())
        return;
    out += "\nEvidence:\n";
    for (std::size_t at = 0; at < std::min(kPlaces, findings.size()); ++at) {
        const Finding& finding = *findings[at];
        out += "- " + markdownCode(fmt::format("{}:{}", finding.path, finding.line)) + " " + markdownText(finding.message)
            + " (" + markdownText(finding.rule) + ")\n";
    }
    if (findings.size() > kPlaces)
        out += "- and " + counted(findings.size() - kPlaces, "more place") + "\n";
}

void addCrossings(std::string& out, const Candidate& candidate)
{
    if (candidate.crossings.empty())
        return;
    out += "\n| crossing from | to | calls per run | elements | µs per run | source |\n|---|---|--:|--:|--:|---|\n";
    for (std::size_t at = 0; at < std::min(kCrossings, candidate.crossings.size()); ++at) {
        const Crossing& crossing = candidate.crossings[at];
        out += "| " + markdownCodeInTable(crossing.from) + " | " + markdownCodeInTable(crossing.to)
            + fmt::format(" | {:.0f} | {:.0f} | {:.1f} | {} |\n", crossing.calls, crossing.elements, crossing.cost / 1000,
                markdownText(crossing.source));
    }
    if (candidate.crossings.size() > kCrossings)
        out += "\nAnd " + counted(candidate.crossings.size() - kCrossings, "more crossing") + ".\n";
}

void addList(std::string& out, std::string_view title, const std::vector<std::string>& items)
{
    if (items.empty())
        return;
    out += "\n";
    out += title;
    out += ":\n";
    for (const std::string& item : items)
        out += "- " + markdownText(item) + "\n";
}

void addHazards(std::string& out, const Candidate& candidate)
{
    if (candidate.hazards.empty())
        return;
    out += "\nTo keep in mind for a faithful port:\n";
    for (const Hazard& hazard : candidate.hazards) {
        out += "- " + markdownCode(fmt::format("{}:{}", hazard.path, hazard.line)) + " " + markdownText(std::string(hazardLabel(hazard.kind)))
            + ": " + markdownText(hazard.sentence) + "\n";
    }
}

void addCandidate(std::string& out, const Assessment& a, const Candidate& candidate)
{
    out += "\n### " + markdownText(candidate.id) + " " + markdownText(candidate.title) + "\n\n";
    addUnits(out, candidate);
    if (!candidate.criticality.empty())
        out += "Criticality for the business: " + markdownText(candidate.criticality) + ".\n";
    addEvidence(out, a, candidate);
    addCrossings(out, candidate);
    addList(out, "Risks", candidate.risks);
    addHazards(out, candidate);
    addList(out, "Cheaper than Rust, where it would do", candidate.alternatives);
    if (candidate.counterfactuals.empty())
        return;
    out += "\nWhat would change it:\n";
    for (const Counterfactual& other : candidate.counterfactuals) {
        out += "- " + markdownText(other.change) + fmt::format(": readiness {:.0f}", other.readiness);
        out += other.wave ? fmt::format(", wave {}\n", *other.wave) : "\n";
    }
}

std::string ids(const std::vector<std::string>& values)
{
    std::string out;
    for (const std::string& value : values)
        out += (out.empty() ? "" : ", ") + markdownText(value);
    return out;
}

void addWave(std::string& out, const Wave& wave)
{
    out += fmt::format("\n### Wave {}: {}\n\n", wave.number, markdownText(wave.title));
    out += "Effort " + markdownRange(wave.effort) + " person-days";
    out += wave.gain == Range {} ? "." : "; saves " + markdownRange(wave.gain, 100) + "\u00A0% of the run.";
    if (const std::string calendar = calendarText(wave); !calendar.empty())
        out += " " + markdownText(calendar) + ".";
    if (!wave.candidates.empty())
        out += " Moves " + ids(wave.candidates) + ".";
    if (!wave.prerequisites.empty())
        out += " Needs: " + ids(wave.prerequisites) + ".";
    out += "\n";
    if (!wave.work.empty()) {
        out += "\n| work | kind | person-days | % of the run saved |\n|---|---|--:|--:|\n";
        for (const WorkItem& item : wave.work) {
            const bool saves = item.gain != Range {};
            out += "| " + markdownText(item.title) + " | " + std::string(verdictId(item.kind)) + " | "
                + markdownRange(item.effort) + " | " + (saves ? markdownRange(item.gain, 100) : "\u2013") + " |\n";
        }
    }
    addList(out, "Done when", doneWhen(wave));
    if (!wave.stopRule.empty())
        out += "\nGo on or stop: " + markdownText(wave.stopRule) + ".\n";
    if (!wave.rollback.empty())
        out += "\nWay back: " + markdownText(wave.rollback) + "\n";
    addList(out, "Measure", wave.measure);
}

} // namespace

void addShortList(std::string& out, const Assessment& assessment)
{
    out += "\n## Worth moving\n\n";
    if (assessment.candidates.empty()) {
        out += "Nothing is proposed to move to Rust.\n";
        return;
    }
    out += "| | candidate | strategy | % of the run saved | person-days | value |\n|---|---|---|--:|--:|--:|\n";
    for (const Candidate& candidate : assessment.candidates) {
        out += "| " + markdownText(candidate.id) + " | " + markdownText(candidate.title) + " | "
            + std::string(verdictId(candidate.strategy)) + " | " + markdownRange(candidate.gain, 100) + " | "
            + markdownRange(candidate.effort) + fmt::format(" | {:.0f} |\n", candidate.value);
    }
    for (const Candidate& candidate : assessment.candidates)
        addCandidate(out, assessment, candidate);
}

void addRoadmap(std::string& out, const Assessment& assessment)
{
    if (assessment.waves.empty())
        return;
    out += "\n## Roadmap\n";
    if (const std::string missing = calendarMissing(assessment); !missing.empty())
        out += "\n" + markdownText(missing) + "\n";
    if (!assessment.platforms.empty()) {
        out += "\nWheels to build, as far as the manifests say it: ";
        for (std::size_t at = 0; at < assessment.platforms.size(); ++at)
            out += (at == 0 ? "" : ", ") + markdownText(assessment.platforms[at]);
        out += ".\n";
    }
    addList(out, "What the plan a person made breaks", assessment.planWarnings);
    for (const Wave& wave : assessment.waves)
        addWave(out, wave);
}

} // namespace ferroscope::report

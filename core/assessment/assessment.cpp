// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/assessment.h"

#include <algorithm>

namespace ferroscope {

namespace {

struct VerdictText {
    std::string_view id, label;
};
constexpr std::array<VerdictText, kVerdictCount> kVerdicts { {
    { "keep-python", "Keep Python" },
    { "already-native", "Already native" },
    { "fix-in-python", "Fix in Python" },
    { "refactor-first", "Refactor first" },
    { "type-first", "Type first" },
    { "profile-first", "Profile first" },
    { "extract-pyo3", "Extract to PyO3" },
    { "extract-module", "Extract module" },
    { "worker", "Worker" },
    { "service", "Service" },
    { "cli", "Command line" },
    { "data-pipeline", "Data pipeline" },
} };

struct CriterionText {
    std::string_view id, label, question;
};
constexpr std::array<CriterionText, kCriterionCount> kCriteria { {
    { "cpu-bound", "CPU-bound", "Is interpreted Python burning CPU here?" },
    { "io-and-async", "I/O and async", "Is it waiting, or coupled to the event loop?" },
    { "boundary-crossings", "Crossings", "If it moved, what would the crossings cost?" },
    { "bounded-context", "Bounded context", "Has it a clear interface and few ties, outside any cycle?" },
    { "type-clarity", "Type clarity", "Is the interface typed, with types that map to Rust?" },
    { "portability", "Portability", "How much of it relies on Python being dynamic?" },
    { "ecosystem", "Ecosystem", "Do the packages it uses have Rust counterparts?" },
    { "safety-net", "Safety net", "Is it tested, is there a baseline?" },
    { "start-small", "Start small", "Would it do as a first step?" },
} };

} // namespace

std::string_view verdictId(Verdict verdict) { return kVerdicts[static_cast<std::size_t>(verdict)].id; }
std::string_view verdictLabel(Verdict verdict) { return kVerdicts[static_cast<std::size_t>(verdict)].label; }

std::optional<Verdict> verdictFromId(std::string_view id)
{
    for (std::size_t at = 0; at < kVerdicts.size(); ++at) {
        if (kVerdicts[at].id == id)
            return static_cast<Verdict>(at);
    }
    return std::nullopt;
}

bool movesToRust(Verdict verdict) { return verdict >= Verdict::ExtractPyo3; }
bool isBlocker(Verdict verdict) { return verdict >= Verdict::FixInPython && verdict <= Verdict::ProfileFirst; }

std::string_view criterionId(CriterionId id) { return kCriteria[static_cast<std::size_t>(id)].id; }
std::string_view criterionLabel(CriterionId id) { return kCriteria[static_cast<std::size_t>(id)].label; }
std::string_view criterionQuestion(CriterionId id) { return kCriteria[static_cast<std::size_t>(id)].question; }

std::string_view heatSourceName(HeatSource source)
{
    if (source == HeatSource::Measured)
        return "measured";
    return source == HeatSource::Estimated ? "estimated" : "none";
}

std::string_view repoConfigName(RepoConfig config)
{
    if (config == RepoConfig::Trusted)
        return "trusted";
    return config == RepoConfig::Ignored ? "ignored" : "none";
}

std::optional<NotebookCell> AssessedModule::cellAt(std::uint32_t atLine) const
{
    const auto after = std::upper_bound(cells.begin(), cells.end(), atLine, [](std::uint32_t wanted, const NotebookCell& cell) { return wanted < cell.line; });
    if (after == cells.begin())
        return std::nullopt;
    return NotebookCell { atLine - (after - 1)->line + 1, (after - 1)->number };
}

std::string AssessedModule::place(std::uint32_t atLine) const
{
    const auto cell = cellAt(atLine);
    return cell ? "cell " + std::to_string(cell->number) + ", line " + std::to_string(cell->line) : "line " + std::to_string(atLine);
}

const AssessedModule* Assessment::find(std::string_view path) const
{
    const auto at = std::lower_bound(modules.begin(), modules.end(), path,
        [](const AssessedModule& module, std::string_view wanted) { return module.path < wanted; });
    return at != modules.end() && at->path == path ? &*at : nullptr;
}

const Candidate* Assessment::candidate(std::string_view id) const
{
    const auto at = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& c) { return c.id == id; });
    return at == candidates.end() ? nullptr : &*at;
}

std::vector<const Finding*> Assessment::findingsOf(std::string_view path) const
{
    const auto before = [](const Finding& finding, std::string_view wanted) { return finding.path < wanted; };
    std::vector<const Finding*> found;
    for (auto at = std::lower_bound(findings.begin(), findings.end(), path, before);
         at != findings.end() && at->path == path; ++at)
        found.push_back(&*at);
    return found;
}

} // namespace ferroscope

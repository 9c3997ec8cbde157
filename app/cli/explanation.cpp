// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explanation.h"

#include "core/base/text.h"
#include "core/report/escape.h"
#include "core/report/wording.h"
#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::cli {

namespace {

void addSentences(std::string& out, std::string_view title, const std::vector<std::string>& sentences)
{
    for (const std::string& sentence : sentences)
        out += fmt::format("  {}{}\n", title, report::oneLine(sentence));
}

void addVerdict(std::string& out, const AssessedModule& module)
{
    const VerdictResult& verdict = module.verdict;
    out += fmt::format("\nVerdict: {}", verdictId(verdict.id));
    if (verdict.runnerUp != verdict.id)
        out += fmt::format("; runner-up: {}", verdictId(verdict.runnerUp));
    out += "\n";
    addSentences(out, "", verdict.reasons);
    addSentences(out, "Pinned to Python: ", verdict.vetoes);
    addSentences(out, "Cheaper than Rust: ", verdict.alternatives);
    if (verdict.override_)
        out += fmt::format("  Overridden with {}: {}\n", verdictId(verdict.override_->verdict), report::oneLine(verdict.override_->reason));
}

void addCriterion(std::string& out, const AssessedModule& module, CriterionId id)
{
    const CriterionScore& score = module.criterion(id);
    const std::string value = score.value ? fmt::format("{:.0f}\u2013{:.0f}\u2013{:.0f}", score.low, *score.value, score.high)
                                          : fmt::format("? unknown ({:.0f}\u2013{:.0f})", score.low, score.high);
    const std::size_t width = report::columnCount(value);
    out += fmt::format("  {:<20}{}{:>{}}weight {:<5.3g} brings {:.1f}\n", criterionId(id), value, "", width < 20 ? 20 - width : 1,
        score.weight, score.contribution);
    out += fmt::format("      {}\n", report::oneLine(score.why.empty() ? criterionQuestion(id) : score.why));
}

void addScores(std::string& out, const AssessedModule& module)
{
    out += fmt::format("\nReadiness {} of 100: the contributions below add up to {:.1f}\n", report::rangeText(module.readiness),
        module.readiness.likely);
    out += fmt::format("\nValue {}\n", report::rangeText(module.value));
    for (int at = 0; at < kCriterionCount; ++at) {
        if (at == kValueCriterionCount)
            out += fmt::format("\nEase {}\n", report::rangeText(module.ease));
        addCriterion(out, module, static_cast<CriterionId>(at));
    }
}

std::string heatText(const Heat& heat)
{
    if (heat.source == HeatSource::None)
        return "? unknown";
    return fmt::format("interpreted {} %, native {} %, waiting {} % of the run ({})", report::rangeText(heat.interpreted, 100),
        report::rangeText(heat.native, 100), report::rangeText(heat.waiting, 100), heatSourceName(heat.source));
}

void addTime(std::string& out, const AssessedModule& module)
{
    constexpr std::size_t kShown = 5;
    out += "\nTime: " + heatText(module.heat) + "\n";
    std::vector<const AssessedFunction*> hottest;
    for (const AssessedFunction& function : module.functions) {
        if (function.heat.interpreted.likely > 0)
            hottest.push_back(&function);
    }
    std::stable_sort(hottest.begin(), hottest.end(), [](const AssessedFunction* a, const AssessedFunction* b) {
        return a->heat.interpreted.likely > b->heat.interpreted.likely;
    });
    for (std::size_t at = 0; at < std::min(kShown, hottest.size()); ++at) {
        out += fmt::format("  {:>5} %  {}:{} {}\n", report::percent(hottest[at]->heat.interpreted.likely), module.path, hottest[at]->line,
            report::oneLine(hottest[at]->name));
    }
    if (hottest.size() > kShown)
        out += fmt::format("  and {}\n", counted(hottest.size() - kShown, "more function"));
}

void addFindings(std::string& out, const AssessedModule& module, const std::vector<const Finding*>& findings)
{
    out += findings.empty() ? "\nNo findings\n" : "\nFindings\n";
    for (const Finding* const finding : findings) {
        const std::string place = module.cells.empty() ? std::to_string(finding->line) : " " + module.place(finding->line);
        out += fmt::format("  {}:{}  {}  {}  [{}]\n", finding->path, place, finding->rule, report::oneLine(finding->message),
            finding->effect);
    }
}

void addChanges(std::string& out, const std::vector<Counterfactual>& changes)
{
    for (const Counterfactual& each : changes) {
        out += fmt::format("  {}: readiness {:.0f}{}\n", report::oneLine(each.change), each.readiness,
            each.wave ? fmt::format(", wave {}", *each.wave) : std::string());
    }
}

void addPlan(std::string& out, const Assessment& assessment, const AssessedModule& module)
{
    for (const Candidate& candidate : assessment.candidates) {
        if (std::find(candidate.modules.begin(), candidate.modules.end(), module.path) == candidate.modules.end())
            continue;
        out += fmt::format("\nPart of {} {}: {}, saves {} % of the run, {} person-days\n", candidate.id, report::oneLine(candidate.title),
            verdictId(candidate.strategy), report::rangeText(candidate.gain, 100), report::rangeText(candidate.effort));
        for (const std::string& unit : candidate.units) {
            if (startsWith(unit, module.path + ":"))
                out += "  moves " + report::oneLine(std::string_view(unit).substr(module.path.size() + 1)) + "\n";
        }
        if (module.counterfactuals.empty())
            addChanges(out, candidate.counterfactuals);
    }
    if (!module.counterfactuals.empty()) {
        out += "\nWhat would change it\n";
        addChanges(out, module.counterfactuals);
    }
    if (module.wave)
        out += fmt::format("\nWave {} of the roadmap\n", *module.wave);
}

} // namespace

std::string explanation(const Assessment& assessment, const AssessedModule& module)
{
    std::string out = fmt::format("{} ({}), {}, {} of code, {}\n", report::oneLine(module.path), report::oneLine(module.name), module.role,
        counted(module.lines.code, "line"), counted(module.functions.size(), "function"));
    if (!module.judged()) {
        out += "It is not judged: only source, scripts and notebooks are.\n";
        return out;
    }
    addVerdict(out, module);
    addScores(out, module);
    addTime(out, module);
    addFindings(out, module, assessment.findingsOf(module.path));
    addPlan(out, assessment, module);
    return out;
}

} // namespace ferroscope::cli

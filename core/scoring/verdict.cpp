// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/verdict.h"
#include "core/base/text.h"
#include "core/graph/stub_hints.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace ferroscope::scoring {

namespace {

constexpr double kFixMatters = 0.004; // share of the run in functions with something to fix, from which it matters
constexpr double kHotShare = 0.02; // share of the interpreted time from which a module is hot whatever its signals
constexpr double kColdShare = 0.002; // below it nothing is worth an engineer's day
constexpr double kTypedEnough = 45; // type-clarity answer below which types come first
constexpr double kSlotsToMatter = 4; // public slots below which untyped is no obstacle

struct Considered {
    std::vector<std::pair<Verdict, std::string>> fits; // in order of precedence, with the reason of each
    void add(Verdict verdict, std::string reason) { fits.emplace_back(verdict, std::move(reason)); }
};

std::string percent(double share)
{
    return share < 0.001 ? std::string("under 0.1 %") : fmt::format("{:.1f} %", 100 * share);
}

const rules::Finding* firstVeto(const Evidence& evidence, rules::Veto veto)
{
    for (const rules::Finding& finding : evidence.findings) {
        const rules::RuleInfo* info = rules::ruleInfo(finding.rule);
        if (info && info->veto == veto)
            return &finding;
    }
    return nullptr;
}

// One about the module itself, not about one of its functions.
const rules::Finding* wholeModuleVeto(const Evidence& evidence, rules::Veto veto)
{
    for (const rules::Finding& finding : evidence.findings) {
        const rules::RuleInfo* info = rules::ruleInfo(finding.rule);
        if (info && info->veto == veto && finding.function == evidence.self().firstFunction)
            return &finding;
    }
    return nullptr;
}

// Share of the run spent in functions that hold a finding of this veto.
double shareUnder(const Evidence& evidence, rules::Veto veto)
{
    std::set<graph::FunctionId> functions;
    for (const rules::Finding& finding : evidence.findings) {
        const rules::RuleInfo* info = rules::ruleInfo(finding.rule);
        if (info && info->veto == veto)
            functions.insert(finding.function);
    }
    double time = 0;
    for (const graph::FunctionId id : functions) {
        const evidence::FunctionHeat& heat = evidence.heat.functions[id];
        time += heat.interpreted.likely + heat.native.likely + heat.waiting.likely;
    }
    return evidence.heat.total() > 0 ? time / evidence.heat.total() : 0;
}

std::string located(const Evidence& evidence, const rules::Finding& finding)
{
    return fmt::format("{} ({})", finding.message, evidence.facts().place(finding.line));
}

// Driven by native packages. Row-wise use of a table library is the opposite: Python between native calls.
bool driven(const Evidence& evidence, const PlanView& plan)
{
    const Signals& s = evidence.signals;
    if (plan.rowPipeline)
        return false;
    return s[Signal::PackageNativeTime] > 0.6 * s[Signal::Heat] && s[Signal::PackageNativeTime] > 0;
}

double interfaceSlots(const Evidence& evidence)
{
    double total = 0;
    const graph::StubHints hints(evidence.codebase, evidence.module);
    for (const facts::FunctionIndex at : interfaceOf(evidence.facts()))
        total += hints.of(at).slotCount;
    return total;
}

// Cheaper than Rust, where the code says it could do.
std::vector<std::string> alternatives(const Evidence& evidence, const Score& score)
{
    std::vector<std::string> found;
    double floats = 0;
    double objects = 0;
    for (const facts::Function& function : evidence.facts().functions) {
        if (function.loopDepth == 0)
            continue;
        floats += function.ops.placesInLoop(facts::Op::FloatArithmetic) + function.ops.placesInLoop(facts::Op::Arithmetic);
        objects += function.ops.placesInLoop(facts::Op::Attribute) + function.ops.placesInLoop(facts::Op::Call);
    }
    if (floats >= 4 && floats > objects)
        found.emplace_back("Numba: its loops are plain arithmetic with few objects");
    if (score.criteria[static_cast<std::size_t>(CriterionId::TypeClarity)].value.value_or(0) >= 70)
        found.emplace_back("mypyc: the interface is typed already");
    if (floats >= 4)
        found.emplace_back("NumPy: element-wise arithmetic may be one array expression");
    found.emplace_back("A newer CPython: 3.11 and later run loops like these markedly faster at no cost");
    if (evidence.signals[Signal::ExternalImports] == 0)
        found.emplace_back("PyPy: it needs no C extension");
    return found;
}

} // namespace

VerdictResult judge(const Evidence& evidence, const Score& score, const PlanView& plan)
{
    Considered considered;
    const rules::Finding* keep = firstVeto(evidence, rules::Veto::KeepPython);
    const rules::Finding* fix = firstVeto(evidence, rules::Veto::FixInPython);
    const rules::Finding* wrapper = wholeModuleVeto(evidence, rules::Veto::AlreadyNative);
    const bool moves = plan.strategy.has_value();
    const bool hot = moves || (score.value.likely >= kWorthValue && plan.share >= kColdShare) || plan.share >= kHotShare;
    const double fixShare = fix ? shareUnder(evidence, rules::Veto::FixInPython) : 0;

    // A module that its kind keeps in Python has nothing to be prepared for, but waste in it is still waste.
    if (fix && fixShare >= kFixMatters)
        considered.add(Verdict::FixInPython, located(evidence, *fix) + fmt::format(": {} of the run is spent around it.", percent(fixShare)));
    if (!keep && hot && !driven(evidence, plan)) {
        if (moves && plan.cutByCycle)
            considered.add(Verdict::RefactorFirst, "Its import cycle runs over the boundary it would be cut at.");
        else if (moves && plan.sharesState)
            considered.add(Verdict::RefactorFirst, "It shares mutable module state with code that stays in Python.");
        const double types = score.criteria[static_cast<std::size_t>(CriterionId::TypeClarity)].value.value_or(0);
        if (moves && types < kTypedEnough && interfaceSlots(evidence) >= kSlotsToMatter)
            considered.add(Verdict::TypeFirst, score.criteria[static_cast<std::size_t>(CriterionId::TypeClarity)].why
                    + " A port needs the types of its boundary.");
    }
    // Unmeasured and out of reach of every entry point: its heat is a guess, and the answer hangs on it.
    const double cpu = score.criteria[static_cast<std::size_t>(CriterionId::CpuBound)].value.value_or(0);
    if (!keep && plan.isApplication && !plan.reached && cpu >= 52 && !driven(evidence, plan))
        considered.add(Verdict::ProfileFirst,
            "Nothing that was resolved calls it, so how hot it runs is unknown; what it does would be worth moving if it is.");
    if (!keep && moves) {
        std::string reason = fmt::format("{} of the interpreted time is estimated to lie here", percent(plan.share));
        if (!plan.alsoMoving.empty())
            reason += fmt::format("; it moves together with {}", counted(plan.alsoMoving.size(), "neighbour"));
        considered.add(*plan.strategy, reason + ".");
    }
    if (wrapper)
        considered.add(Verdict::AlreadyNative, located(evidence, *wrapper) + ".");
    else if (driven(evidence, plan))
        considered.add(Verdict::AlreadyNative, "Most of its time is spent inside native packages it calls, not in Python.");
    std::string stays = fmt::format("An estimated {} of the interpreted time: too cold to pay for a move.", percent(plan.share));
    if (keep)
        stays = located(evidence, *keep);
    else if (evidence.signals[Signal::WaitingTime] > evidence.signals[Signal::Heat])
        stays = "It mostly waits for I/O; Rust would wait just as long.";
    else if (evidence.signals[Signal::NumericWork] < 1)
        stays = "Glue and definitions: hardly any work is done here in Python.";
    else if (plan.share >= kColdShare)
        stays = fmt::format("{} of the interpreted time, but no cut around it saves more than it costs.", percent(plan.share));
    considered.add(Verdict::KeepPython, std::move(stays));

    VerdictResult result;
    result.id = considered.fits.front().first;
    result.reasons.push_back(considered.fits.front().second);
    // Where nothing else came into question: what it would be if it were hot.
    const Signals& s = evidence.signals;
    const Verdict otherwise = s[Signal::NativeTime] + s[Signal::PackageNativeTime] > s[Signal::Heat] ? Verdict::AlreadyNative : Verdict::ExtractPyo3;
    result.runnerUp = considered.fits.size() > 1 ? considered.fits[1].first : otherwise;
    if (considered.fits.size() > 1 && considered.fits[1].first != Verdict::KeepPython)
        result.reasons.push_back(considered.fits[1].second);
    // The answers that carry it.
    const auto strongest = std::max_element(score.criteria.begin(), score.criteria.begin() + kValueCriterionCount,
        [](const CriterionScore& a, const CriterionScore& b) { return a.contribution < b.contribution; });
    if (!strongest->why.empty() && result.id != Verdict::KeepPython)
        result.reasons.push_back(strongest->why);
    for (const rules::Finding& finding : evidence.findings) {
        const rules::RuleInfo* info = rules::ruleInfo(finding.rule);
        if (info && info->veto != rules::Veto::None && result.vetoes.size() < 5)
            result.vetoes.push_back(located(evidence, finding));
    }
    if (movesToRust(result.id) || isBlocker(result.id))
        result.alternatives = alternatives(evidence, score);
    return result;
}

} // namespace ferroscope::scoring

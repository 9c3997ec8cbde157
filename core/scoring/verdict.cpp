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

// Numba: its loops are plain arithmetic with few objects. NumPy: the arithmetic may be one array expression.
void findAlternatives(const Evidence& evidence, VerdictFacts& facts)
{
    double floats = 0;
    double objects = 0;
    for (const facts::Function& function : evidence.facts().functions) {
        if (function.loopDepth == 0)
            continue;
        floats += function.ops.placesInLoop(facts::Op::FloatArithmetic) + function.ops.placesInLoop(facts::Op::Arithmetic);
        objects += function.ops.placesInLoop(facts::Op::Attribute) + function.ops.placesInLoop(facts::Op::Call);
    }
    facts.numba = floats >= 4 && floats > objects;
    facts.numpy = floats >= 4;
    facts.pypy = evidence.signals[Signal::ExternalImports] == 0;
}

// Cheaper than Rust, where the code says it could do.
std::vector<std::string> alternatives(const VerdictFacts& facts)
{
    std::vector<std::string> found;
    if (facts.numba)
        found.emplace_back("Numba: its loops are plain arithmetic with few objects");
    if (facts.mypyc)
        found.emplace_back("mypyc: the interface is typed already");
    if (facts.numpy)
        found.emplace_back("NumPy: element-wise arithmetic may be one array expression");
    found.emplace_back("A newer CPython: 3.11 and later run loops like these markedly faster at no cost");
    if (facts.pypy)
        found.emplace_back("PyPy: it needs no C extension");
    return found;
}

double answered(const Score& score, CriterionId criterion)
{
    return score.criteria[static_cast<std::size_t>(criterion)].value.value_or(0);
}

std::string whyItStays(const VerdictFacts& facts, const PlanView& plan)
{
    if (!facts.keep.empty())
        return facts.keep;
    if (facts.mostlyWaits)
        return "It mostly waits for I/O; Rust would wait just as long.";
    if (facts.isGlue)
        return "Glue and definitions: hardly any work is done here in Python.";
    if (plan.share >= kColdShare)
        return fmt::format("{} of the interpreted time, but no cut around it saves more than it costs.", percent(plan.share));
    return fmt::format("An estimated {} of the interpreted time: too cold to pay for a move.", percent(plan.share));
}

} // namespace

VerdictFacts verdictFacts(const Evidence& evidence, const Answers& answers, const PlanView& plan)
{
    VerdictFacts facts;
    if (const rules::Finding* keep = firstVeto(evidence, rules::Veto::KeepPython))
        facts.keep = located(evidence, *keep);
    if (const rules::Finding* fix = firstVeto(evidence, rules::Veto::FixInPython)) {
        facts.fix = located(evidence, *fix);
        facts.fixShare = shareUnder(evidence, rules::Veto::FixInPython);
    }
    if (const rules::Finding* wrapper = wholeModuleVeto(evidence, rules::Veto::AlreadyNative))
        facts.wrapper = located(evidence, *wrapper);
    const Signals& s = evidence.signals;
    facts.isDriven = driven(evidence, plan);
    facts.mostlyWaits = s[Signal::WaitingTime] > s[Signal::Heat];
    facts.isGlue = s[Signal::NumericWork] < 1;
    facts.nativeIfHot = s[Signal::NativeTime] + s[Signal::PackageNativeTime] > s[Signal::Heat];
    facts.interfaceSlots = interfaceSlots(evidence);
    for (const rules::Finding& finding : evidence.findings) {
        const rules::RuleInfo* info = rules::ruleInfo(finding.rule);
        if (info && info->veto != rules::Veto::None && facts.vetoes.size() < 5)
            facts.vetoes.push_back(located(evidence, finding));
    }
    findAlternatives(evidence, facts);
    facts.mypyc = answers[static_cast<std::size_t>(CriterionId::TypeClarity)].value.value_or(0) >= 70;
    return facts;
}

VerdictResult judge(const VerdictFacts& facts, const Score& score, const PlanView& plan)
{
    Considered considered;
    const bool keep = !facts.keep.empty();
    const bool moves = plan.strategy.has_value();
    const bool hot = moves || (score.value.likely >= kWorthValue && plan.share >= kColdShare) || plan.share >= kHotShare;

    // A module that its kind keeps in Python has nothing to be prepared for, but waste in it is still waste.
    if (!facts.fix.empty() && facts.fixShare >= kFixMatters)
        considered.add(Verdict::FixInPython, facts.fix + fmt::format(": {} of the run is spent around it.", percent(facts.fixShare)));
    if (!keep && hot && !facts.isDriven) {
        if (moves && plan.cutByCycle)
            considered.add(Verdict::RefactorFirst, "Its import cycle runs over the boundary it would be cut at.");
        else if (moves && plan.sharesState)
            considered.add(Verdict::RefactorFirst, "It shares mutable module state with code that stays in Python.");
        if (moves && answered(score, CriterionId::TypeClarity) < kTypedEnough && facts.interfaceSlots >= kSlotsToMatter)
            considered.add(Verdict::TypeFirst, score.criteria[static_cast<std::size_t>(CriterionId::TypeClarity)].why
                    + " A port needs the types of its boundary.");
    }
    // Unmeasured and out of reach of every entry point: its heat is a guess, and the answer hangs on it.
    if (!keep && plan.isApplication && !plan.reached && answered(score, CriterionId::CpuBound) >= 52 && !facts.isDriven)
        considered.add(Verdict::ProfileFirst,
            "Nothing that was resolved calls it, so how hot it runs is unknown; what it does would be worth moving if it is.");
    if (!keep && moves) {
        std::string reason = fmt::format("{} of the interpreted time is estimated to lie here", percent(plan.share));
        if (plan.alsoMoving > 0)
            reason += fmt::format("; it moves together with {}", counted(plan.alsoMoving, "neighbour"));
        considered.add(*plan.strategy, reason + ".");
    }
    if (!facts.wrapper.empty())
        considered.add(Verdict::AlreadyNative, facts.wrapper + ".");
    else if (facts.isDriven)
        considered.add(Verdict::AlreadyNative, "Most of its time is spent inside native packages it calls, not in Python.");
    considered.add(Verdict::KeepPython, whyItStays(facts, plan));

    VerdictResult result;
    result.id = considered.fits.front().first;
    result.reasons.push_back(considered.fits.front().second);
    // Where nothing else came into question: what it would be if it were hot.
    result.runnerUp = considered.fits.size() > 1 ? considered.fits[1].first : facts.nativeIfHot ? Verdict::AlreadyNative : Verdict::ExtractPyo3;
    if (considered.fits.size() > 1 && considered.fits[1].first != Verdict::KeepPython)
        result.reasons.push_back(considered.fits[1].second);
    // The answers that carry it.
    const auto strongest = std::max_element(score.criteria.begin(), score.criteria.begin() + kValueCriterionCount,
        [](const CriterionScore& a, const CriterionScore& b) { return a.contribution < b.contribution; });
    if (!strongest->why.empty() && result.id != Verdict::KeepPython)
        result.reasons.push_back(strongest->why);
    result.vetoes = facts.vetoes;
    if (movesToRust(result.id) || isBlocker(result.id))
        result.alternatives = alternatives(facts);
    return result;
}

VerdictResult judge(const Evidence& evidence, const Score& score, const PlanView& plan)
{
    Answers answers;
    for (std::size_t at = 0; at < answers.size(); ++at)
        answers[at].value = score.criteria[at].value;
    return judge(verdictFacts(evidence, answers, plan), score, plan);
}

} // namespace ferroscope::scoring

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/planning.h"
#include "core/roadmap/strategy.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace ferroscope::analysis {

namespace {

using roadmap::kNoIndex;

constexpr double kGlueValue = 37; // value of a module below which none of its units is proposed to move

const std::string& nameOf(const roadmap::PlanInput& input, std::uint32_t unit)
{
    return input.units[unit].functions.front();
}

// Efforts, levels, pins and choices into the input.
class InputFiller {
public:
    InputFiller(const Problem& problem, const std::vector<scoring::Score>& scores, const PlanSettings& settings, roadmap::PlanInput& input)
        : m_problem(problem)
        , m_scores(scores)
        , m_settings(settings)
        , m_input(input)
    {
    }

    std::vector<std::string> fill()
    {
        if (!(m_input.costs == m_settings.costs)) {
            for (std::size_t unit = 0; unit < m_input.units.size(); ++unit) {
                if (m_problem.pins[unit] != Pin::ModuleCode)
                    m_input.units[unit].effort = roadmap::portEffort(m_problem.sizes[unit], m_settings.costs);
            }
        }
        m_input.costs = m_settings.costs;
        m_input.team = m_settings.team;
        m_input.money = m_settings.money;
        m_input.riskOwners = m_settings.riskOwners;
        m_input.cutOff = m_settings.cutOff;
        m_input.leastGain = m_settings.leastGain;
        m_input.maxCandidates = m_settings.maxCandidates;
        m_input.groups = m_settings.groups;
        m_input.waves = m_settings.waves;
        m_pins = m_problem.pins;
        for (std::uint32_t at = 0; at < m_input.modules.size(); ++at)
            fillModule(at);
        for (std::uint32_t unit = 0; unit < m_input.units.size(); ++unit) {
            roadmap::Unit& filled = m_input.units[unit];
            filled.forced = false;
            filled.pinned = m_pins[unit] != Pin::None;
            filled.pinnedWhy = pinReason(m_pins[unit]);
        }
        takeSides();
        takeGroups();
        return std::move(m_warnings);
    }

private:
    void fillModule(std::uint32_t at)
    {
        const graph::ModuleId id = m_problem.moduleOfPlan[at];
        roadmap::PlanModule& module = m_input.modules[at];
        module.readiness = m_scores[id].readiness.likely;
        module.value = m_scores[id].value.likely;
        module.ease = m_scores[id].ease.likely;
        const auto level = m_settings.criticality.find(id);
        module.criticality = level == m_settings.criticality.end() ? std::string() : level->second;
        const auto given = m_settings.overrides.find(id);
        const bool isKept = given != m_settings.overrides.end()
            && (given->second.verdict == Verdict::KeepPython || given->second.verdict == Verdict::AlreadyNative);
        // Glue has a value near nothing: what it does may be called from a kernel, it is not to be ported with it.
        const bool isGlue = module.value < kGlueValue;
        for (std::uint32_t unit = m_problem.firstUnit[at]; unit < m_problem.firstUnit[at + 1]; ++unit) {
            if (isKept && m_pins[unit] != Pin::ModuleCode)
                m_pins[unit] = Pin::KeptByOverride;
            else if (isGlue && m_pins[unit] == Pin::None)
                m_pins[unit] = Pin::Glue;
        }
    }

    void setPin(std::uint32_t unit, Pin pin)
    {
        m_pins[unit] = pin;
        m_input.units[unit].pinned = pin != Pin::None;
        m_input.units[unit].pinnedWhy = pinReason(pin);
    }

    void takeSides()
    {
        for (const PlanSettings::Side& side : m_settings.sides) {
            if (!side.isRust) {
                if (!isHard(m_pins[side.unit]))
                    setPin(side.unit, Pin::KeptByHand);
                continue;
            }
            if (m_pins[side.unit] == Pin::ModuleCode) {
                m_warnings.push_back(fmt::format("{} does not move: {}.", side.name, pinReason(Pin::ModuleCode)));
                continue;
            }
            if (isHard(m_pins[side.unit]))
                m_warnings.push_back(fmt::format("{} is moved by hand, although {}.", side.name, pinReason(m_pins[side.unit])));
            setPin(side.unit, Pin::None);
            m_input.units[side.unit].forced = true;
        }
    }

    // A candidate made by hand is wanted as it is: only a veto and what else was decided by hand are stronger.
    void takeGroups()
    {
        for (const roadmap::UnitGroup& group : m_settings.groups) {
            for (const std::uint32_t unit : group.units) {
                if (isHard(m_pins[unit])) {
                    m_warnings.push_back(fmt::format("{} is left out of {}: {}.", nameOf(m_input, unit),
                        group.title.empty() ? std::string("its group") : "the group " + group.title, pinReason(m_pins[unit])));
                    continue;
                }
                setPin(unit, Pin::None);
                m_input.units[unit].forced = true;
            }
        }
    }

    const Problem& m_problem;
    const std::vector<scoring::Score>& m_scores;
    const PlanSettings& m_settings;
    roadmap::PlanInput& m_input;
    std::vector<Pin> m_pins;
    std::vector<std::string> m_warnings;
};

// Bars against the reference population, so that the warmest corner of a cold program is not proposed just for
// being the warmest. A candidate needs a module that is worth moving by its value, that is warmer than seven of
// ten reference modules and that computes in loops more than four of five do: glue with a long function is no
// kernel.
constexpr double kLeastHeat = 0.70;
constexpr double kLeastLoopWork = 0.80;

// Module (index in the plan) that holds most of the set's time.
std::uint32_t leadOf(const roadmap::PlanInput& input, const roadmap::CandidateSet& set)
{
    std::map<std::uint32_t, double> time;
    for (const std::uint32_t unit : set.units)
        time[input.units[unit].module] += input.units[unit].time.likely;
    return std::max_element(time.begin(), time.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

bool isKernel(const Judged& judged, const Planned& planned, const roadmap::CandidateSet& set)
{
    const std::uint32_t lead = leadOf(planned.input, set);
    const scoring::Evidence evidence = judged.evidenceOf(planned.problem.moduleOfPlan[lead]);
    return planned.input.modules[lead].value >= scoring::kWorthValue && evidence.percentile(scoring::Signal::Heat) >= kLeastHeat
        && evidence.percentile(scoring::Signal::LoopWork) >= kLeastLoopWork;
}

void keepCold(roadmap::PlanInput& input, std::uint32_t unit)
{
    input.units[unit].pinned = true;
    input.units[unit].pinnedWhy = pinReason(Pin::Cold);
}

// The best sets whose lead module passes the bars. A set that fails is pinned and the cut found again, because
// what the others gain may have assumed it. What a person forced passes.
void findWorthwhile(const Judged& judged, Planned& planned, const std::stop_token& stop)
{
    auto cut = std::make_shared<FoundCut>();
    while (!stop.stop_requested()) {
        cut->sets = roadmap::findSets(planned.input);
        planned.sets = roadmap::priceSets(planned.input, cut->sets);
        const std::size_t before = cut->cold.size();
        for (const roadmap::CandidateSet& set : planned.sets) {
            if (!set.isForced && !isKernel(judged, planned, set))
                cut->cold.insert(cut->cold.end(), set.units.begin(), set.units.end());
        }
        if (cut->cold.size() == before)
            break;
        for (std::size_t at = before; at < cut->cold.size(); ++at)
            keepCold(planned.input, cut->cold[at]);
    }
    planned.cut = std::move(cut);
}

void priceAgain(Planned& planned, std::shared_ptr<const FoundCut> kept)
{
    for (const std::uint32_t unit : kept->cold) {
        if (!planned.input.units[unit].pinned && !planned.input.units[unit].forced)
            keepCold(planned.input, unit);
    }
    planned.sets = roadmap::priceSets(planned.input, kept->sets);
    planned.cut = std::move(kept);
}

// Whether the module's cycle runs over the boundary of the set of modules that move with it: an import edge
// of the cycle between a module that moves and one that stays.
bool cycleCrosses(const Judged& judged, const Problem& problem, graph::ModuleId module, const std::set<graph::ModuleId>& moving)
{
    const std::uint32_t cycle = judged.codebase.modules[module].cycle;
    if (cycle == graph::kNone)
        return false;
    const auto& edges = problem.cycleEdges[cycle];
    return std::any_of(edges.begin(), edges.end(), [&](const auto& edge) {
        return (edge.first == module || edge.second == module) && moving.contains(edge.first) != moving.contains(edge.second);
    });
}

void viewCandidates(const Judged& judged, Planned& planned)
{
    planned.views = planned.problem.views;
    for (const roadmap::CandidateSet& set : planned.sets) {
        std::set<graph::ModuleId> moving;
        for (const std::uint32_t unit : set.units)
            moving.insert(planned.problem.moduleOfPlan[planned.input.units[unit].module]);
        const Verdict strategy = roadmap::chooseStrategy(planned.input, set).strategy;
        for (const graph::ModuleId module : moving) {
            scoring::PlanView& view = planned.views[module];
            if (view.strategy)
                continue; // the better candidate came first
            view.strategy = strategy;
            view.cutByCycle = cycleCrosses(judged, planned.problem, module, moving);
            view.alsoMoving = moving.size() - 1;
        }
    }
}

} // namespace

Planned planCandidates(const Judged& judged, const Problem& problem, const std::vector<scoring::Score>& scores, const PlanSettings& settings,
    roadmap::PlanInput& input, std::shared_ptr<const FoundCut> kept, std::stop_token stop)
{
    Planned planned { problem, input };
    planned.warnings = InputFiller(problem, scores, settings, input).fill();
    if (kept)
        priceAgain(planned, std::move(kept));
    else
        findWorthwhile(judged, planned, stop);
    viewCandidates(judged, planned);
    return planned;
}

std::vector<std::string> waveWarnings(const Planned& planned, const roadmap::Plan& plan)
{
    std::vector<std::string> warnings;
    const auto named = [&](std::size_t at) { return fmt::format("{} ({})", plan.candidates[at].id, plan.candidates[at].title); };
    std::map<std::string, int> waveOf;
    for (const Wave& wave : plan.waves) {
        for (const std::string& id : wave.candidates)
            waveOf[id] = wave.number;
    }
    for (const roadmap::WaveChoice& choice : planned.input.waves) {
        const auto holds = [&](const roadmap::CandidateSet& set) { return std::binary_search(set.units.begin(), set.units.end(), choice.unit); };
        const auto set = std::find_if(planned.sets.begin(), planned.sets.end(), holds);
        if (set == planned.sets.end()) {
            warnings.push_back(fmt::format("{} was put into wave {}, but it does not move.", nameOf(planned.input, choice.unit), choice.wave));
        } else if (set->wave != choice.wave) {
            warnings.push_back(fmt::format("{} was put into wave {}, but {} is in wave {} by another of its functions.",
                nameOf(planned.input, choice.unit), choice.wave, named(static_cast<std::size_t>(set - planned.sets.begin())), set->wave));
        }
    }
    for (std::size_t at = 0; at < planned.sets.size(); ++at) {
        const int wave = waveOf[plan.candidates[at].id];
        for (const std::uint32_t need : planned.sets[at].needs) {
            const int later = waveOf[plan.candidates[need].id];
            if (later > wave)
                warnings.push_back(fmt::format("{} in wave {} counts on {}, which comes in wave {}.", named(at), wave, named(need), later));
        }
    }
    return warnings;
}

} // namespace ferroscope::analysis

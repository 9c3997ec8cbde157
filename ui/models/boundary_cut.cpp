// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boundary_cut.h"

#include "ui/models/text.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace ferroscope::ui {

namespace {

constexpr std::size_t kMostProposed = 40, kMostExtra = 8;
constexpr double kMostFixedDays = 2; // build, wheels and release of one candidate
constexpr double kDefaultCallNanoseconds = 150; // where no crossing of the plan has a price

QString shortName(const std::string& function)
{
    const auto colon = function.rfind(':');
    return qs(colon == std::string::npos ? std::string_view(function) : std::string_view(function).substr(colon + 1));
}

class Builder {
public:
    Builder(const Assessment& assessment, const Candidate& candidate)
        : m_assessment(assessment)
        , m_candidate(candidate)
    {
    }
    BoundaryProblem build()
    {
        m_out.runNanoseconds = m_assessment.runNanoseconds.value_or(0);
        collectUnits();
        priceLinks();
        calibrate();
        return std::move(m_out);
    }

private:
    // The function itself, or a method of a class that is a unit.
    bool isProposed(const std::string& function) const
    {
        for (std::string name = function; !name.empty();) {
            if (m_named.contains(name))
                return true;
            const std::size_t dot = name.rfind('.');
            if (dot == std::string::npos || dot < name.rfind(':') || name.rfind(':') == std::string::npos)
                return false;
            name.resize(dot);
        }
        return false;
    }

    void addUnits(std::vector<BoundaryUnit> units, std::size_t most)
    {
        std::stable_sort(units.begin(), units.end(), [](const BoundaryUnit& a, const BoundaryUnit& b) { return a.time > b.time; });
        if (units.size() > most)
            units.resize(most);
        for (BoundaryUnit& unit : units) {
            m_index.emplace(unit.path + ':' + bytes(unit.name), static_cast<int>(m_out.units.size()));
            m_out.units.push_back(std::move(unit));
        }
    }

    void collectUnits()
    {
        m_named.insert(m_candidate.units.begin(), m_candidate.units.end());
        std::unordered_set<std::string> neighbours; // ends of crossings
        for (const Crossing& crossing : m_candidate.crossings) {
            neighbours.insert(crossing.from);
            neighbours.insert(crossing.to);
        }
        // What another candidate moves, or a veto pins to Python, is no choice here.
        std::unordered_set<std::string> elsewhere;
        for (const Candidate& other : m_assessment.candidates) {
            if (&other != &m_candidate)
                elsewhere.insert(other.units.begin(), other.units.end());
        }
        std::vector<BoundaryUnit> proposed, extra;
        for (const AssessedModule& module : m_assessment.modules) {
            if (!module.judged())
                continue;
            const bool own = std::binary_search(m_candidate.modules.begin(), m_candidate.modules.end(), module.path);
            for (const AssessedFunction& function : module.functions) {
                if (function.kind == "class")
                    continue;
                const std::string name = module.path + ':' + function.name;
                const bool in = own && isProposed(name);
                if (!in && ((!own && !neighbours.contains(name)) || elsewhere.contains(name) || !module.verdict.vetoes.empty()))
                    continue;
                const std::uint32_t lines = function.endLine >= function.line ? function.endLine - function.line + 1 : 1;
                (in ? proposed : extra).push_back({ module.path, qs(function.name), qs(module.name), function.heat.interpreted.likely, lines, function.line, function.heat.source == HeatSource::Measured, in });
                (in ? proposed : extra).back().functions = { name };
            }
        }
        addUnits(std::move(proposed), kMostProposed);
        std::erase_if(extra, [](const BoundaryUnit& unit) { return unit.time <= 0; });
        addUnits(std::move(extra), kMostExtra);
    }

    int unitOf(const std::string& function) const
    {
        const auto at = m_index.find(function);
        return at == m_index.end() ? kOutside : at->second;
    }

    void priceLinks()
    {
        std::vector<double> perCall;
        for (const Candidate& candidate : m_assessment.candidates) {
            for (const Crossing& crossing : candidate.crossings) {
                if (crossing.calls > 0 && crossing.cost > 0)
                    perCall.push_back(crossing.cost / crossing.calls);
            }
        }
        double price = kDefaultCallNanoseconds;
        if (!perCall.empty()) {
            const auto middle = perCall.begin() + static_cast<std::ptrdiff_t>(perCall.size() / 2);
            std::nth_element(perCall.begin(), middle, perCall.end());
            price = *middle;
        }
        std::unordered_set<std::string> priced;
        for (const Crossing& crossing : m_candidate.crossings) {
            int from = unitOf(crossing.from), to = unitOf(crossing.to);
            // A small function of the candidate that is not listed crosses all the same: it goes with the hottest one.
            if (from == kOutside && isProposed(crossing.from))
                from = 0;
            if (to == kOutside && isProposed(crossing.to))
                to = 0;
            if (m_out.units.empty() || from == to)
                continue;
            priced.insert(crossing.from + '\n' + crossing.to);
            m_out.links.push_back({ from, to, shortName(crossing.from), shortName(crossing.to), crossing.calls, crossing.elements, crossing.cost, true, crossing.source == "measured" });
        }
        std::unordered_map<std::string, double> runs; // calls per run of the callers in question
        for (const AssessedModule& module : m_assessment.modules) {
            for (const AssessedFunction& function : module.functions) {
                if (function.heat.calls)
                    runs.emplace(module.path + ':' + function.name, *function.heat.calls);
            }
        }
        for (const CallLink& call : m_assessment.calls) {
            const int from = unitOf(call.from), to = unitOf(call.to);
            if (from == to || priced.contains(call.from.text() + '\n' + call.to.text()))
                continue;
            // Between the proposal and the rest, what the analysis has not priced costs nothing: it moved before, or is
            // no call at run time.
            const bool fromProposed = from != kOutside && unit(from).proposed, toProposed = to != kOutside && unit(to).proposed;
            if ((fromProposed && to == kOutside) || (toProposed && from == kOutside))
                continue;
            const auto run = runs.find(call.from);
            const double calls = call.weight * (run == runs.end() ? 1 : run->second) * call.certainty;
            m_out.links.push_back({ from, to, shortName(call.from), shortName(call.to), calls, 0, calls * price, false, false });
        }
        // Between proposed and other units, only what is priced crosses at the proposal.
        std::erase_if(m_out.links, [this](const BoundaryLink& link) {
            return !link.priced && link.from != kOutside && link.to != kOutside && unit(link.from).proposed != unit(link.to).proposed;
        });
    }

    void calibrate()
    {
        double time = 0, cost = 0;
        double lines = 0;
        for (const BoundaryUnit& unit : m_out.units) {
            time += unit.proposed ? unit.time : 0;
            lines += unit.proposed ? unit.lines : 0;
        }
        for (const Crossing& crossing : m_candidate.crossings)
            cost += crossing.cost;
        const double share = m_out.runNanoseconds > 0 ? cost / m_out.runNanoseconds : 0;
        const double saving = time > 0 ? std::clamp((m_candidate.gain.likely + share) / time, 0.0, 0.99) : 0;
        m_out.fixedDays = std::min(kMostFixedDays, m_candidate.effort.likely / 2);
        const double perLine = lines > 0 ? (m_candidate.effort.likely - m_out.fixedDays) / lines : 0;
        for (BoundaryUnit& unit : m_out.units) {
            unit.saving = saving;
            unit.days = unit.lines * perLine;
        }
        m_out.speedup = { 1 / (1 - saving), 1 / (1 - saving), 1 / (1 - saving) };
    }

    const BoundaryUnit& unit(int at) const { return m_out.units[static_cast<std::size_t>(at)]; }
    const Assessment& m_assessment;
    const Candidate& m_candidate;
    BoundaryProblem m_out;
    std::unordered_set<std::string> m_named;
    std::unordered_map<std::string, int> m_index;
};

bool crosses(const BoundaryLink& link, const Cut& cut)
{
    const auto isRust = [&](int end) { return end == kMoved || (end != kOutside && cut[static_cast<std::size_t>(end)]); };
    return isRust(link.from) != isRust(link.to);
}

} // namespace

BoundaryProblem boundaryProblem(const Assessment& assessment, const Candidate& candidate) { return Builder(assessment, candidate).build(); }

std::vector<int> tiedTo(const BoundaryProblem& problem, int unit)
{
    std::vector<int> tied { unit };
    const int tie = problem.units[static_cast<std::size_t>(unit)].tie;
    for (std::size_t at = 0; tie >= 0 && at < problem.units.size(); ++at) {
        if (static_cast<int>(at) != unit && problem.units[at].tie == tie)
            tied.push_back(static_cast<int>(at));
    }
    return tied;
}

Cut proposedCut(const BoundaryProblem& problem)
{
    Cut cut;
    for (const BoundaryUnit& unit : problem.units)
        cut.push_back(unit.proposed);
    return cut;
}

BoundaryResult evaluate(const BoundaryProblem& problem, const Cut& cut)
{
    BoundaryResult result;
    for (std::size_t at = 0; at < problem.units.size(); ++at) {
        if (!cut[at])
            continue;
        ++result.units;
        result.saved += problem.units[at].time * problem.units[at].saving;
        result.days += problem.units[at].days;
    }
    double freed = 0; // crossings of earlier candidates that end
    std::set<std::pair<int, QString>> called; // over the boundary, each made callable once
    for (const BoundaryLink& link : problem.links) {
        const bool isOld = link.from == kMoved || link.to == kMoved;
        if (isOld) {
            freed += crosses(link, cut) ? 0 : link.cost;
            continue;
        }
        if (!crosses(link, cut))
            continue;
        result.crossingNanoseconds += link.cost;
        called.emplace(link.to, link.toName);
    }
    if (result.units > 0)
        result.days += problem.fixedDays + problem.crossingDays * static_cast<double>(called.size());
    if (problem.runNanoseconds > 0)
        result.saved += freed / problem.runNanoseconds;
    result.crossings = problem.runNanoseconds > 0 ? result.crossingNanoseconds / problem.runNanoseconds : 0;
    return result;
}

std::vector<int> crossingLinks(const BoundaryProblem& problem, const Cut& cut)
{
    std::vector<int> links;
    for (std::size_t at = 0; at < problem.links.size(); ++at) {
        const BoundaryLink& link = problem.links[at];
        if (link.from != kMoved && link.to != kMoved && crosses(link, cut))
            links.push_back(static_cast<int>(at));
    }
    std::stable_sort(links.begin(), links.end(), [&](int a, int b) { return problem.links[static_cast<std::size_t>(a)].cost > problem.links[static_cast<std::size_t>(b)].cost; });
    return links;
}

std::vector<Cut> growingCuts(const BoundaryProblem& problem, double dayWorth, std::size_t most)
{
    const std::size_t count = problem.units.size();
    std::vector<Cut> all;
    Cut cut(count, false);
    std::size_t proposedAt = 0;
    // First within the proposal, then beyond it.
    for (const bool proposed : { true, false }) {
        for (;;) {
            int best = -1;
            double leaves = 0;
            for (std::size_t at = 0; at < count; ++at) {
                if (cut[at] || problem.units[at].proposed != proposed)
                    continue;
                Cut grown = cut;
                for (const int tied : tiedTo(problem, static_cast<int>(at)))
                    grown[static_cast<std::size_t>(tied)] = true;
                const double remains = evaluate(problem, grown).remains(dayWorth);
                if (best < 0 || remains > leaves) {
                    best = static_cast<int>(at);
                    leaves = remains;
                }
            }
            if (best < 0)
                break;
            for (const int tied : tiedTo(problem, best))
                cut[static_cast<std::size_t>(tied)] = true;
            all.push_back(cut);
        }
        if (proposed)
            proposedAt = all.empty() ? 0 : all.size() - 1;
    }
    if (all.size() <= most || most < 3)
        return all;
    // The first, the proposal and the last; the others evenly between.
    std::vector<std::size_t> picked { 0, proposedAt, all.size() - 1 };
    for (std::size_t step = 1; picked.size() < most && step < 64; ++step) {
        const std::size_t at = (all.size() - 1) * ((step * 5) % 8) / 8;
        if (std::find(picked.begin(), picked.end(), at) == picked.end())
            picked.push_back(at);
    }
    std::sort(picked.begin(), picked.end());
    picked.erase(std::unique(picked.begin(), picked.end()), picked.end());
    std::vector<Cut> out;
    for (const std::size_t at : picked)
        out.push_back(all[at]);
    return out;
}

} // namespace ferroscope::ui

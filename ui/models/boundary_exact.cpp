// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A boundary out of the planning problem of the analysis: its units, speed-ups, efforts, ties and prices.
#include "ui/models/boundary_cut.h"
#include "ui/models/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <unordered_set>

namespace ferroscope::ui {

namespace {

constexpr std::size_t kMostListed = 40, kMostNext = 8;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Boundary)
};

class Exact {
public:
    Exact(const roadmap::PlanInput& input, const Assessment& assessment, const Candidate& candidate)
        : m_input(input)
        , m_assessment(assessment)
        , m_candidate(candidate)
        , m_at(input.units.size(), kOutside)
    {
    }
    BoundaryProblem build()
    {
        m_out.exact = true;
        m_out.runNanoseconds = m_input.runTime;
        placeUnits();
        addLinks();
        fit();
        return std::move(m_out);
    }

private:
    bool holdsAny(const roadmap::Unit& unit, const std::unordered_set<std::string>& names) const
    {
        return std::any_of(unit.functions.begin(), unit.functions.end(), [&](const std::string& name) { return names.contains(name); });
    }

    bool isLink(const roadmap::Link& link) const { return link.from < m_input.units.size() && link.to < m_input.units.size(); }

    void placeUnits()
    {
        const std::unordered_set<std::string> own(m_candidate.units.begin(), m_candidate.units.end());
        std::unordered_set<std::string> before, after;
        bool isBefore = true; // in the order of the list, which is that of the gains
        for (const Candidate& other : m_assessment.candidates) {
            if (other.id == m_candidate.id)
                isBefore = false;
            else
                (isBefore ? before : after).insert(other.units.begin(), other.units.end());
        }
        std::vector<std::uint32_t> proposed, next;
        std::vector<double> pull(m_input.units.size(), 0); // what crosses to the proposal
        std::vector<bool> isOwn(m_input.units.size(), false);
        for (std::uint32_t at = 0; at < m_input.units.size(); ++at)
            isOwn[at] = holdsAny(m_input.units[at], own);
        for (const roadmap::Link& link : m_input.links) {
            if (isLink(link) && isOwn[link.from] != isOwn[link.to])
                pull[isOwn[link.from] ? link.to : link.from] += link.cost;
        }
        for (std::uint32_t at = 0; at < m_input.units.size(); ++at) {
            const roadmap::Unit& unit = m_input.units[at];
            if (isOwn[at])
                proposed.push_back(at);
            else if (holdsAny(unit, before))
                m_at[at] = kMoved;
            else if (pull[at] > 0 && !unit.pinned && !holdsAny(unit, after))
                next.push_back(at);
        }
        std::stable_sort(proposed.begin(), proposed.end(), [this](auto a, auto b) { return m_input.units[a].time.likely > m_input.units[b].time.likely; });
        std::stable_sort(next.begin(), next.end(), [&](auto a, auto b) { return m_input.units[a].time.likely + pull[a] > m_input.units[b].time.likely + pull[b]; });
        if (next.size() > kMostNext)
            next.resize(kMostNext);
        for (const std::uint32_t at : proposed)
            place(at, true);
        for (const std::uint32_t at : next)
            place(at, false);
        countSpeedup(proposed);
    }

    // Small units beyond what can be listed are one row: they count all the same.
    void place(std::uint32_t at, bool isProposed)
    {
        const roadmap::Unit& unit = m_input.units[at];
        const double time = m_input.runTime > 0 ? unit.time.likely / m_input.runTime : 0, saving = unit.speedup.likely > 0 ? 1 - 1 / unit.speedup.likely : 0;
        if (isProposed && m_out.units.size() >= kMostListed) {
            BoundaryUnit& rest = m_out.units.back();
            if (m_out.units.size() == kMostListed && m_joined == 0)
                m_joined = 1;
            ++m_joined;
            const double sum = rest.time + time;
            rest.saving = sum > 0 ? (rest.saving * rest.time + saving * time) / sum : 0;
            rest.time = sum;
            rest.days += unit.effort.likely;
            rest.lines += unit.codeLines;
            rest.name = Words::tr("%1 small units").arg(m_joined);
            rest.functions.insert(rest.functions.end(), unit.functions.begin(), unit.functions.end());
            m_at[at] = static_cast<int>(m_out.units.size()) - 1;
            return;
        }
        m_at[at] = static_cast<int>(m_out.units.size());
        BoundaryUnit made;
        made.functions = unit.functions;
        if (unit.module < m_input.modules.size()) {
            made.path = m_input.modules[unit.module].path;
            made.module = qs(m_input.modules[unit.module].name);
            made.measured = m_input.measured && m_input.modules[unit.module].profiled;
        }
        made.name = qs(unit.name);
        made.time = time;
        made.saving = saving;
        made.days = unit.effort.likely;
        made.lines = unit.codeLines;
        made.proposed = isProposed;
        made.tie = unit.tie == roadmap::kNoIndex ? -1 : static_cast<int>(unit.tie);
        made.line = lineOf(made.path, unit);
        m_out.units.push_back(std::move(made));
    }

    std::uint32_t lineOf(const std::string& path, const roadmap::Unit& unit) const
    {
        const AssessedModule* module = m_assessment.find(path);
        if (!module)
            return 0;
        std::uint32_t line = 0;
        for (const AssessedFunction& function : module->functions) {
            if (std::binary_search(unit.functions.begin(), unit.functions.end(), path + ':' + function.name) && (line == 0 || function.line < line))
                line = function.line;
        }
        return line;
    }

    void countSpeedup(const std::vector<std::uint32_t>& proposed)
    {
        double time = 0;
        Range left;
        for (const std::uint32_t at : proposed) {
            const roadmap::Unit& unit = m_input.units[at];
            time += unit.time.likely;
            left += Range { unit.time.likely / std::max(1.0, unit.speedup.low), unit.time.likely / std::max(1.0, unit.speedup.likely), unit.time.likely / std::max(1.0, unit.speedup.high) };
        }
        const auto factor = [time](double rest) { return rest > 0 ? time / rest : 1; };
        m_out.speedup = { factor(left.low), factor(left.likely), factor(left.high) };
    }

    void addLinks()
    {
        for (const roadmap::Link& link : m_input.links) {
            if (!isLink(link))
                continue;
            const int from = m_at[link.from], to = m_at[link.to];
            if (from == to || (from < 0 && to < 0))
                continue;
            const auto name = [](const std::string& function) { return qs(function.substr(function.rfind(':') == std::string::npos ? 0 : function.rfind(':') + 1)); };
            m_out.links.push_back({ from, to, name(link.fromFunction), name(link.toFunction), link.calls, link.elements, link.cost, true, m_input.measured && m_input.exact });
        }
    }

    // The assessment's figures hold for the proposal; learning and rounding are in them.
    void fit()
    {
        m_out.fixedDays = m_input.costs.perCandidateFixed;
        m_out.crossingDays = m_input.costs.perCrossingDays;
        const Cut cut = proposedCut(m_out);
        const BoundaryResult made = evaluate(m_out, cut);
        const double byDays = made.days > 0 ? m_candidate.effort.likely / made.days : 1;
        m_out.fixedDays *= byDays;
        m_out.crossingDays *= byDays;
        double saved = 0;
        for (const BoundaryUnit& unit : m_out.units)
            saved += unit.proposed ? unit.time * unit.saving : 0;
        const double missing = m_candidate.gain.likely - made.net();
        const double byGain = saved > 0 ? std::clamp(1 + missing / saved, 0.0, 2.0) : 1;
        for (BoundaryUnit& unit : m_out.units) {
            unit.days *= byDays;
            unit.saving = std::min(1.0, unit.saving * byGain);
        }
    }

    const roadmap::PlanInput& m_input;
    const Assessment& m_assessment;
    const Candidate& m_candidate;
    std::vector<int> m_at; // where a unit of the input stands in the problem
    int m_joined = 0;
    BoundaryProblem m_out;
};

} // namespace

BoundaryProblem boundaryProblem(const roadmap::PlanInput& input, const Assessment& assessment, const Candidate& candidate)
{
    return Exact(input, assessment, candidate).build();
}

} // namespace ferroscope::ui

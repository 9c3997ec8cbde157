// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/measured_heat.h"

#include <algorithm>
#include <cmath>

namespace ferroscope::evidence {

namespace {

constexpr double kSigmas = 2; // of a sampled count

struct Split {
    double interpreted = 1, native = 0, waiting = 0; // shares of a function's own time
};

Split splitOf(const FunctionHeat& estimate)
{
    const double total = estimate.interpreted.likely + estimate.native.likely + estimate.waiting.likely;
    if (total <= 0)
        return {};
    return { estimate.interpreted.likely / total, estimate.native.likely / total, estimate.waiting.likely / total };
}

class Overlay {
public:
    Overlay(HeatMap estimated, const graph::Codebase& codebase, const JoinedProfile& profile)
        : m_heat(std::move(estimated))
        , m_base(codebase)
        , m_profile(profile)
    {
    }

    HeatMap make()
    {
        const double estimatedRun = m_heat.total();
        m_heat.runTime = estimatedRun > 0 ? estimatedRun : m_profile.runSeconds * 1e9;
        m_heat.perSecond = m_heat.runTime / m_profile.runSeconds;
        for (const auto& [id, time] : m_profile.functions) {
            const graph::Module& module = m_base.modules[m_base.moduleOf(id)];
            if (isJudged(module.file.role))
                measure(id, time);
        }
        if (m_profile.exact)
            countEdges();
        m_heat.interpreted = m_heat.native = m_heat.waiting = {};
        for (const FunctionHeat& here : m_heat.functions) {
            m_heat.interpreted += here.interpreted;
            m_heat.native += here.native;
            m_heat.waiting += here.waiting;
        }
        return std::move(m_heat);
    }

private:
    // Seconds -> virtual ns with the range of what they were measured by.
    Range rangeOf(double seconds, double calls) const
    {
        Range range = Range::exactly(seconds);
        if (m_profile.exact) {
            range.low = std::max(0.0, seconds - calls * kProfilerCost);
        } else if (m_profile.samples > 0 && m_profile.runSeconds > 0) {
            const double samples = seconds / m_profile.runSeconds * static_cast<double>(m_profile.samples);
            const double error = samples > 0 ? kSigmas / std::sqrt(samples) : 0;
            range = { seconds * std::max(0.0, 1 - error), seconds, std::min(m_profile.runSeconds, seconds * (1 + error)) };
            range.high = std::max(range.high, seconds);
        }
        return range * m_heat.perSecond;
    }

    void measure(graph::FunctionId id, const FunctionTime& time)
    {
        FunctionHeat& here = m_heat.functions[id];
        const auto events = static_cast<double>(time.calls + time.made);
        if (m_profile.knowsNative) {
            here.interpreted = rangeOf(time.self, events);
            here.native = rangeOf(time.native, 0);
            here.waiting = rangeOf(time.waiting, 0);
        } else {
            // Sampled stacks end at Python functions: native calls and waits inside are part of the function's time.
            const Split split = splitOf(here);
            const Range self = rangeOf(time.self, 0);
            here.interpreted = { self.low * split.interpreted / 2, self.likely * split.interpreted, self.high };
            here.native = Range { self.low / 2, self.likely, self.high } * split.native + rangeOf(time.native, 0);
            here.waiting = Range { self.low / 2, self.likely, self.high } * split.waiting + rangeOf(time.waiting, 0);
        }
        here.measured = true;
        here.reached = true;
        if (!m_profile.exact)
            return;
        here.measuredCalls = static_cast<double>(time.calls);
        // Calls of the run in the same unit: price per call × calls compares with the times.
        here.calls = *here.measuredCalls * m_heat.perSecond * 1e-9;
        if (time.calls > 0)
            here.callCost = time.self * 1e9 / *here.measuredCalls;
    }

    // A static edge whose caller ran is known exactly: counted, or not taken.
    void countEdges()
    {
        m_heat.measuredEdges.assign(m_base.calls.size(), 0);
        for (std::size_t at = 0; at < m_base.calls.size(); ++at) {
            const graph::CallEdge& edge = m_base.calls[at];
            if (!m_heat.functions[edge.from].measured)
                continue;
            const auto counted = m_profile.calls.find({ edge.from, edge.to });
            const double calls = counted == m_profile.calls.end() ? 0 : static_cast<double>(counted->second);
            m_heat.edgeCalls[at] = calls * m_heat.perSecond * 1e-9;
            m_heat.measuredEdges[at] = 1;
        }
    }

    HeatMap m_heat;
    const graph::Codebase& m_base;
    const JoinedProfile& m_profile;
};

} // namespace

HeatMap overlay(HeatMap estimated, const graph::Codebase& codebase, const JoinedProfile& profile)
{
    if (profile.functions.empty() || profile.runSeconds <= 0 || profile.matchedSeconds <= 0)
        return estimated;
    return Overlay(std::move(estimated), codebase, profile).make();
}

MeasuredModule measuredModule(const HeatMap& heat, const graph::Module& module)
{
    MeasuredModule sum;
    for (std::uint32_t at = 0; at < module.functionCount; ++at) {
        const FunctionHeat& here = heat.functions[module.firstFunction + at];
        if (!here.measured)
            continue;
        sum.measured = sum.measured || at > 0 || module.functionCount == 1;
        sum.interpreted += here.interpreted;
        sum.native += here.native;
        sum.waiting += here.waiting;
    }
    return sum;
}

} // namespace ferroscope::evidence

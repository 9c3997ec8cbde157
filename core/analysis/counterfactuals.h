// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Counterfactuals: what one piece of preparation would do to a module. Its readiness is that of the module scored
// again with the one answer changed. Its wave is that of the candidate that takes the module, planned again: typing
// an interface makes its port cheaper, so the candidates are put into waves once more with that effort; a test or a
// cut import changes no figure of the order. What would be known only after measuring has no wave.
#pragma once

#include "core/analysis/planning.h"

namespace ferroscope::analysis {

class Counterfactuals {
public:
    // Refers to its arguments. `weights` are those of the plan.
    Counterfactuals(const Judged& judged, const Planned& planned, const roadmap::Plan& plan, const scoring::Weights& weights);

    // The largest effect first; empty if nothing simple would raise it by half a point.
    std::vector<Counterfactual> of(graph::ModuleId module) const;

private:
    std::optional<int> waveOf(graph::ModuleId module) const;
    std::optional<int> waveIfTyped(graph::ModuleId module) const;
    std::string howToType(graph::ModuleId module) const; // "" if there is nothing to type
    std::string howToCut(graph::ModuleId module) const;

    const Judged& m_judged;
    const Planned& m_planned;
    const roadmap::Plan& m_plan;
    const scoring::Weights& m_weights;
};

} // namespace ferroscope::analysis

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bounded-context: is the interface clear, the module cohesive, with few ties in and out, and outside any
// cycle? From the guide's first advice: move bounded contexts, not functions torn out of a web.
#include "core/scoring/criterion.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace ferroscope::scoring {

Answer boundedContext(const Evidence& evidence)
{
    const graph::Module& module = evidence.self();
    // Each tie costs; the first few are normal. 1 / (1 + x / scale) falls smoothly and never below 0.
    const double out = 1 / (1 + static_cast<double>(module.fanOut) / 8);
    const double in = 1 / (1 + static_cast<double>(module.fanIn) / 20);
    const auto interface = static_cast<double>(interfaceOf(evidence.facts()).size());
    const double narrow = 1 / (1 + interface / 40);
    const double cohesion = module.context == graph::kNone ? 0.5 : evidence.codebase.contexts[module.context].cohesion;
    double likely = 100 * (0.4 * out + 0.2 * in + 0.2 * narrow + 0.2 * cohesion);
    const double penalty = evidence.weightOf(rules::Criterion::BoundedContext, -1);
    likely *= 1 / (1 + penalty / 12);
    std::string why = fmt::format("Imports {}, imported by {}; {:.0f} public functions.", module.fanOut, module.fanIn, interface);
    if (module.cycle != graph::kNone) {
        const auto size = static_cast<double>(evidence.codebase.cycles[module.cycle].modules.size());
        likely *= size <= 3 ? 0.75 : 0.6;
        why = fmt::format("In an import cycle of {:.0f} modules. ", size) + why;
    }
    return answer(likely, likely - 8, likely + 8, std::move(why));
}

} // namespace ferroscope::scoring

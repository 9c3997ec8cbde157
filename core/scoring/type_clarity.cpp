// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// type-clarity: is the interface typed, with types that map to Rust? Exact hints count whole, loose ones half,
// Any a quarter (somebody thought about it), missing ones nothing.
#include "core/scoring/criterion.h"

#include <fmt/format.h>

namespace ferroscope::scoring {

Answer typeClarity(const Evidence& evidence)
{
    const facts::FileFacts* facts = &evidence.facts();
    if (evidence.self().stub != graph::kNone) // a stub beside the module says the types instead
        facts = evidence.codebase.modules[evidence.self().stub].facts.get();
    double slots_ = 0;
    double clear = 0;
    double annotated = 0;
    for (const facts::FunctionIndex at : interfaceOf(*facts)) {
        const facts::HintCounts& hints = facts->functions[at].hints;
        slots_ += hints.slotCount;
        annotated += hints.annotated();
        clear += hints.exact + 0.5 * hints.loose + 0.25 * hints.any;
    }
    if (slots_ <= 0)
        return answer(50, 30, 70, "No public function to type: nothing to judge by.");
    const double likely = 100 * clear / slots_ / (1 + evidence.weightOf(rules::Criterion::TypeClarity, -1) / 40);
    return answer(likely, likely - 5, likely + 10 * (1 - annotated / slots_),
        fmt::format("{:.0f} of {:.0f} slots of the public interface are typed.", annotated, slots_));
}

} // namespace ferroscope::scoring

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// type-clarity: is the interface typed, with types that map to Rust? Exact hints count whole, loose ones half,
// Any a quarter (somebody thought about it), missing ones nothing.
#include "core/graph/stub_hints.h"
#include "core/scoring/criterion.h"

#include <fmt/format.h>

namespace ferroscope::scoring {

Answer typeClarity(const Evidence& evidence)
{
    // A stub beside the module says the types instead, and the interface too where the module itself shows none.
    const graph::StubHints hintsOf(evidence.codebase, evidence.module);
    const std::vector<facts::FunctionIndex> own = interfaceOf(evidence.facts());
    const bool onlyStub = own.empty() && evidence.self().stub != graph::kNone;
    const facts::FileFacts& facts = onlyStub ? *evidence.codebase.modules[evidence.self().stub].facts : evidence.facts();
    double slots_ = 0;
    double clear = 0;
    double annotated = 0;
    for (const facts::FunctionIndex at : onlyStub ? interfaceOf(facts) : own) {
        const facts::HintCounts& hints = onlyStub ? facts.functions[at].hints : hintsOf.of(at);
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

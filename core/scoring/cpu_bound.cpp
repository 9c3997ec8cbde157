// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// cpu-bound: is interpreted Python burning CPU here?
//
// A weighted mean of how the module stands in the reference population on signals of interpreted work. Heat
// alone is not enough: estimated frequencies are coarse, so the amount of numeric work that is in the code
// (integers, arithmetic, comparisons, subscripts in loops) stands beside it. Work that is native already does
// not count. Monotone: more of any signal never lowers the answer.
#include "core/evidence/measured_heat.h"
#include "core/scoring/criterion.h"

#include <cmath>
#include <fmt/format.h>

namespace ferroscope::scoring {

namespace {

struct Part {
    Signal signal;
    double weight;
};

// What maintainers moved to native code is arithmetic and bit work on elements, in long functions that loop;
// plain size and call counts say less. Few round weights, kept after leave-one-repository-out fits agreed on
// their order.
constexpr Part kParts[] = {
    { Signal::Arithmetic, 2 },
    { Signal::NumericWork, 2 },
    { Signal::AugmentedLoops, 2 },
    { Signal::Bits, 1.5 },
    { Signal::IntegerLiterals, 1.5 },
    { Signal::Comparisons, 1 },
    { Signal::LongestFunction, 1 },
    { Signal::Heat, 1 },
    { Signal::Slices, 0.5 },
};

} // namespace

Answer cpuBound(const Evidence& evidence)
{
    double sum = 0;
    double weights = 0;
    for (const Part& part : kParts) {
        sum += part.weight * evidence.percentile(part.signal);
        weights += part.weight;
    }
    const double likely = 100 * sum / weights;
    // Unmeasured: an estimate of CPU time is off by a factor, which moves the mean by about a decile or two;
    // a module without loops and calls cannot hide much.
    const double doubt = 4 + 16 * (likely / 100) * (1 - likely / 200);
    const double work = evidence.signals[Signal::NumericWork];
    std::string why = fmt::format("Estimated: {:.0f} % of the reference modules do less numeric work, {:.0f} % are cooler.",
        100 * evidence.percentile(Signal::NumericWork), 100 * evidence.percentile(Signal::Heat));
    const evidence::MeasuredModule measured = evidence::measuredModule(evidence.heat, evidence.self());
    if (measured.measured && evidence.heat.total() > 0) {
        why = fmt::format("Measured: {:.1f} % of the run is its interpreted work; {:.0f} % of the reference modules do less numeric work.",
            100 * measured.interpreted.likely / evidence.heat.total(), 100 * evidence.percentile(Signal::NumericWork));
    } else if (work < 1)
        why = "Hardly any arithmetic or loops: nothing here burns CPU in Python.";
    return answer(likely, likely - doubt, likely + doubt / 2, std::move(why));
}

} // namespace ferroscope::scoring

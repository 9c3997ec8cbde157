// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// cpu-bound: is interpreted Python burning CPU here?
//
// The mean of how the module stands in the reference population on nine signals. Seven are of interpreted work: how much
// arithmetic it has, in its busiest function, and per line; how much of what it does are primitive operations on
// values and not calls; such work in functions that others call from loops; being called from loops at all; taking
// bytes apart. Two are what its authors did about time already: comments that speak of speed, and classes with
// __slots__, made where many objects are. Nobody tunes what is cold. Every signal counts the same: with one weight each they rank modules of repositories that
// no weight was fitted on as well as fitted weights do, and nothing can be tuned. The estimate of heat is no part of
// it: where a program that was not run spends its time is too uncertain. A profile counts for half.
// Findings of rules move it by a few points. Work that is native already does not count. Monotone: more of any signal never lowers the answer.
#include "core/evidence/measured_heat.h"
#include "core/scoring/criterion.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <fmt/format.h>

namespace ferroscope::scoring {

namespace {

constexpr Signal kSignals[] = { Signal::Arithmetic, Signal::ArithmeticPeak, Signal::ArithmeticDensity, Signal::PrimitiveShare,
    Signal::KernelWork, Signal::CalledInLoops, Signal::ByteWork, Signal::SpeedComments, Signal::SlottedClasses };

} // namespace

Answer cpuBound(const Evidence& evidence)
{
    double sum = 0;
    for (const Signal signal : kSignals)
        sum += evidence.percentile(signal);
    double likely = std::clamp(100 * sum / static_cast<double>(std::size(kSignals)) + evidence.pointsOf(rules::Criterion::CpuBound), 0.0, 100.0);
    const evidence::MeasuredModule measured = evidence::measuredModule(evidence.heat, evidence.self());
    if (measured.measured) // where the time went counts as much as what the code looks like
        likely = (likely + 100 * evidence.percentile(Signal::Heat)) / 2;
    // Unmeasured: an estimate of CPU time is off by a factor, which moves the mean by about a decile or two;
    // a module without loops and calls cannot hide much.
    const double doubt = 4 + 16 * (likely / 100) * (1 - likely / 200);
    const double work = evidence.signals[Signal::NumericWork];
    std::string why = fmt::format("Estimated: {:.0f} % of the reference modules have less arithmetic in a function, {:.0f} % are called less from loops.",
        100 * evidence.percentile(Signal::ArithmeticPeak), 100 * evidence.percentile(Signal::CalledInLoops));
    const std::vector<std::uint32_t>& spoken = evidence.facts().speedComments;
    if (!spoken.empty())
        why += fmt::format(" Its own {} of speed ({}).", spoken.size() == 1 ? "comment speaks" : "comments speak", evidence.facts().place(spoken.front()));
    if (measured.measured && evidence.heat.total() > 0) {
        why = fmt::format("Measured: {:.1f} % of the run is its interpreted work; {:.0f} % of the reference modules do less numeric work.",
            100 * measured.interpreted.likely / evidence.heat.total(), 100 * evidence.percentile(Signal::NumericWork));
    } else if (work < 1 && spoken.empty())
        why = "Hardly any arithmetic or loops: nothing here burns CPU in Python.";
    return answer(likely, likely - doubt, likely + doubt / 2, std::move(why));
}

} // namespace ferroscope::scoring

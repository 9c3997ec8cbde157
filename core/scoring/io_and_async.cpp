// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// io-and-async: is it waiting, or coupled to the event loop? 100 = neither. Waiting gains nothing from Rust, and
// a coroutine that moves must bring its event loop or pay a thread hop per call. A third each: what it computes
// beside waiting, how little text it puts together, and how few subjects that wait its comments and docstrings speak of.
#include "core/base/text.h"
#include "core/evidence/measured_heat.h"
#include "core/scoring/criterion.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::scoring {

namespace {

constexpr double kHalfWork = 3000; // ns per run

} // namespace

Answer ioAndAsync(const Evidence& evidence)
{
    const Signals& s = evidence.signals;
    const double time = s[Signal::Heat] + s[Signal::NativeTime] + s[Signal::WaitingTime];
    const double waitingShare = time > 0 ? s[Signal::WaitingTime] / time : 0;
    const double functions = std::max(1.0, s[Signal::Functions]);
    const double asyncShare = std::min(1.0, s[Signal::AsyncFunctions] / functions);
    const double ioDensity = std::min(1.0, s[Signal::IoCalls] / functions / 2);
    // A module without work of its own is mostly what it calls: half of the reference modules compute less.
    const double substance = s[Signal::Heat] / (s[Signal::Heat] + kHalfWork);
    const double uncoupled = (1 - 0.55 * waitingShare) * (1 - 0.6 * asyncShare) * (1 - 0.35 * ioDensity);
    const double computing = 100 * substance * uncoupled;
    // Text that is put together is mostly on its way to a person, a log or a socket.
    const double quiet = 100 * (1 - evidence.percentile(Signal::TextDensity));
    // Code that is about connections and sessions waits for them, also where its calls hide it.
    const double inward = 100 * uncoupled * (1 - evidence.percentile(Signal::WaitingSubjects));
    const double likely = std::clamp((computing + quiet + inward) / 3 + evidence.pointsOf(rules::Criterion::IoAndAsync), 0.0, 100.0);
    std::string why;
    if (asyncShare > 0)
        why = fmt::format("{:.0f} of {:.0f} functions are coroutines.", s[Signal::AsyncFunctions], s[Signal::Functions]);
    else if (s[Signal::IoCalls] > 0)
        why = fmt::format("{:.0f} calls wait for I/O, {} {:.0f} % of its time.", s[Signal::IoCalls],
            evidence::measuredModule(evidence.heat, evidence.self()).measured ? "a measured" : "an estimated", 100 * waitingShare);
    else
        why = substance < 0.3 ? "Nothing waits here, and hardly anything runs." : "No coroutine and no call that waits was found.";
    if (s[Signal::WaitingSubjects] > 0)
        why += fmt::format(" Its comments and docstrings speak of {} that {}.", counted(static_cast<std::size_t>(s[Signal::WaitingSubjects]), "subject"),
            s[Signal::WaitingSubjects] > 1 ? "wait" : "waits");
    // Calls that could not be resolved may wait too.
    return answer(likely, likely - 12, likely + 8 * waitingShare, std::move(why));
}

} // namespace ferroscope::scoring

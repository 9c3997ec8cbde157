// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// portability: how much of it relies on Python being dynamic? Falls with findings of the dynamic, ownership,
// errors and ffi families per 100 statements, with inheritance and with generators handed around.
#include "core/scoring/criterion.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::scoring {

Answer portability(const Evidence& evidence)
{
    const double hazards = evidence.weightOf(rules::Criterion::Portability, -1);
    const double statements = std::max(20.0, static_cast<double>(evidence.facts().lines.logical));
    const double density = 100 * hazards / statements;
    const Signals& s = evidence.signals;
    const double inheritance = s[Signal::BaseClasses] / std::max(1.0, s[Signal::Functions] / 3);
    const double likely = 100 / (1 + density / 6 + hazards / 60) * (1 - 0.25 * std::min(1.0, inheritance));
    return answer(likely, likely - 10, likely + 5,
        hazards > 0 ? fmt::format("{:.0f} weighted hazards in {} statements.", hazards, evidence.facts().lines.logical)
                    : std::string("No dynamic feature, shared state or callback that would be hard in Rust was found."));
}

} // namespace ferroscope::scoring

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// start-small: would it do as a first step? Small, quiet (few changes in git) and with few places that break if
// it does (blast radius = modules that import it).
#include "core/base/text.h"
#include "core/scoring/criterion.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::scoring {

Answer startSmall(const Evidence& evidence)
{
    const double size = 1 / (1 + static_cast<double>(evidence.facts().lines.code) / 600);
    const double blast = 1 / (1 + static_cast<double>(evidence.self().fanIn) / 10);
    double low = 0;
    double likely = 0;
    double high = 0;
    std::string why = fmt::format("{} code lines, imported by {}", withThousands(evidence.facts().lines.code), evidence.self().fanIn);
    if (evidence.churn) {
        const double share = evidence.churnSeen > 0 ? static_cast<double>(*evidence.churn) / evidence.churnSeen : 0;
        const double quiet = 1 / (1 + 20 * share);
        low = likely = high = 100 * (0.5 * size + 0.3 * blast + 0.2 * quiet);
        why += fmt::format(", changed in {} of {} commits.", *evidence.churn, evidence.churnSeen);
    } else {
        low = likely = 100 * (0.5 * size + 0.3 * blast);
        high = likely + 20;
        why += "; no git history to see how often it changes.";
    }
    return answer(likely, low - 5, high + 5, std::move(why));
}

} // namespace ferroscope::scoring

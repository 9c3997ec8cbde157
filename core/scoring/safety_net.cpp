// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// safety-net: is it tested, is there a baseline? Without a coverage file only the presence of tests that import
// the module is known, so the range stays wide; unknown never helps.
#include "core/base/text.h"
#include "core/scoring/criterion.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::scoring {

Answer safetyNet(const Evidence& evidence)
{
    const std::size_t tests = evidence.self().tests.size();
    if (evidence.covered) {
        // Lines that ran are not results that were checked, so even all of them leave doubt.
        const double likely = 5 + 85 * *evidence.covered;
        return answer(likely, likely - 15, likely + 5, fmt::format("Tests ran {:.0f} % of its lines.", 100 * *evidence.covered));
    }
    if (tests == 0)
        return answer(5, 0, 45, "No test module imports it; coverage is unknown.");
    const double likely = std::min(70.0, 45 + 8 * static_cast<double>(tests));
    return answer(likely, 25, 95, fmt::format("{} {} it; how much they cover is unknown.", counted(tests, "test module"),
        tests == 1 ? "imports" : "import"));
}

} // namespace ferroscope::scoring

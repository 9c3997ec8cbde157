// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How figures and doubts are worded in text documents: ranges as low–likely–high with the same number of
// decimals, shares as percentages, an estimate never without being called one.
#pragma once

#include "core/assessment/assessment.h"
#include <string>
#include <vector>

namespace ferroscope::report {

// `factor` scales before rounding (100 for shares). One decimal while the likely figure is below 10.
std::string rangeText(const Range& range, double factor = 1);
std::string markdownRange(const Range& range, double factor = 1); // likely in bold
std::string percent(double share); // "31", "0.4", "−2": without the sign, which takes its own space

// "Measured" in part, in whole or not at all, as one sentence.
std::string evidenceSentence(const Assessment& assessment);
// What was not seen and how sure the rest is, one sentence each; the last is evidenceSentence().
std::vector<std::string> limits(const Assessment& assessment);

} // namespace ferroscope::report

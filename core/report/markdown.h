// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The assessment as Markdown (GitHub flavour): recommendation, short list with evidence, roadmap, verdicts,
// limits, table of modules. Text of the repository is escaped.
#pragma once

#include "core/assessment/assessment.h"
#include <string>

namespace ferroscope::report {

std::string toMarkdown(const Assessment& assessment);
// The readable summary of the command line: plain text, at most about 40 lines of 100 columns.
std::string toSummary(const Assessment& assessment);

} // namespace ferroscope::report

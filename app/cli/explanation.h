// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The text of `explain`: verdict with reasons, every contribution with its evidence, findings, time, plan.
#pragma once

#include "core/assessment/assessment.h"
#include <string>

namespace ferroscope::cli {

std::string explanation(const Assessment& assessment, const AssessedModule& module);

} // namespace ferroscope::cli

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The honest sentence for the whole repository, with its reasons and what would make it more certain.
#pragma once

#include "core/assessment/assessment.h"

namespace ferroscope::analysis {

// Reads everything but `recommendation` of the assessment.
Recommendation recommend(const Assessment& assessment);

} // namespace ferroscope::analysis

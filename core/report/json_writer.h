// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The assessment JSON (contract "ferroscope.assessment/1"), streamed: never a document tree in memory.
// Deterministic: keys in the order of the schema, lists as sorted in the Assessment, numbers in the shortest
// form that reads back equal after rounding to 6 significant decimals, LF line ends.
#pragma once

#include "core/assessment/assessment.h"
#include <functional>
#include <string>
#include <string_view>

namespace ferroscope::report {

using ByteSink = std::function<void(std::string_view)>;
void writeJson(const Assessment& assessment, const ByteSink& sink);
std::string toJson(const Assessment& assessment);

} // namespace ferroscope::report

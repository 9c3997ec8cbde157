// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of sections that have files of their own.
#pragma once

#include "ui/render/pdf/report.h"

namespace ferroscope::render {

void candidatePages(Report& report, const Candidate& candidate); // of the short list
void methodPart(Report& report); // of section 7

} // namespace ferroscope::render

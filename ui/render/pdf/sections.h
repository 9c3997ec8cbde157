// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of sections that have files of their own.
#pragma once

#include "ui/render/pdf/report.h"
#include "ui/render/pdf/table.h"

namespace ferroscope::render {

void candidatePages(Report& report, const Candidate& candidate); // of the short list
void methodPart(Report& report); // of the last section
void riskRegister(Report& report); // of the risks; needs some
void hazardTable(Report& report, const Candidate& candidate); // of a candidate: hazards and alternatives
void whyTheyStay(Report& report); // of the overview: how many for which reason
void whyEachStays(Report& report); // of appendix A: one by one

} // namespace ferroscope::render

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence every page opens with, and the line below it, made from the assessment: the number first,
// at most about 75 characters.
#pragma once

#include "core/assessment/assessment.h"
#include <QString>

namespace ferroscope::ui {

struct Headline {
    QString sentence;
    QString below; // may be empty
};

Headline overviewHeadline(const Assessment& assessment);
Headline mapHeadline(const Assessment& assessment);
Headline modulesHeadline(const Assessment& assessment);
Headline moduleHeadline(const Assessment& assessment, const AssessedModule& module);
Headline roadmapHeadline(const Assessment& assessment);
Headline contextsHeadline(const Assessment& assessment);
Headline heatHeadline(const Assessment& assessment);
Headline packagesHeadline(const Assessment& assessment);
Headline reportHeadline(const Assessment& assessment, int pages, const QString& client);

// The line of a recent project: "2 worth moving · 1 to fix in Python".
QString verdictLine(const std::array<std::size_t, kVerdictCount>& verdicts);

std::size_t modulesToMove(const Assessment& assessment);
std::size_t modulesBlocked(const Assessment& assessment); // refactor, type or profile first
Range wholeGain(const Assessment& assessment); // share of the run, all waves
Range wholeEffort(const Assessment& assessment); // person-days, all waves

} // namespace ferroscope::ui

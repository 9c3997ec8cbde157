// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How far an analysis is, for pages that fill while it runs.
#pragma once

#include <QString>
#include <cstddef>

namespace ferroscope::ui {

struct ReadingState {
    std::size_t found = 0, read = 0, functions = 0, withErrors = 0, codeLines = 0, hintSlots = 0, hintsAnnotated = 0;
    double fraction = 0; // of the whole analysis, 0..1
    int stage = 0, stages = 1; // 1-based
    QString stageName; // "Reading"
    QString timeLeft; // "2 s left", "" while nobody can say
    QString current; // path being worked on
};

} // namespace ferroscope::ui

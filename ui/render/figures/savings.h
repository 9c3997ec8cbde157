// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Two bars: the run today with the parts that would go, and the run after the steps with its range.
#pragma once

#include "core/assessment/assessment.h"
#include "ui/render/theme.h"
#include <QPainter>
#include <QRectF>
#include <QString>
#include <vector>

namespace ferroscope::render {

struct SavingsPart {
    QString label;
    Range gain; // share of the run
    Verdict kind = Verdict::ExtractPyo3;
};
struct Savings {
    std::vector<SavingsPart> parts; // largest first, small ones joined
    Range total; // of all parts, capped at 1
    bool estimated = true;
};
// Every step of the roadmap with a gain (candidates without a roadmap, if there is none).
Savings savingsOf(const Assessment& assessment, std::size_t maxParts = 6);

double savingsHeight(const Theme& theme);
void paintSavings(QPainter& painter, const QRectF& rect, const Savings& savings, const Theme& theme);

} // namespace ferroscope::render

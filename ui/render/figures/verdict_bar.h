// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How many modules got which verdict: a stacked bar, lying with a legend below, or standing with labels beside it.
#pragma once

#include "core/assessment/assessment.h"
#include "ui/render/theme.h"
#include <QPainter>
#include <QRectF>
#include <QString>
#include <vector>

namespace ferroscope::render {

struct VerdictCount {
    Verdict verdict = Verdict::KeepPython; // gives mark and colour
    std::size_t count = 0;
    QString label, note;
};
// What moves first, then fixes, then what waits, then what stays; verdicts without a module are left out.
std::vector<VerdictCount> verdictCounts(const Assessment& assessment);

QColor verdictFill(Verdict verdict, const Theme& theme); // of an area; what stays is pale

void paintVerdictBar(QPainter& painter, const QRectF& rect, const std::vector<VerdictCount>& counts, const Theme& theme);
// Bar at the left with leaders to "count name / note" at the right.
void paintVerdictColumn(QPainter& painter, const QRectF& rect, const std::vector<VerdictCount>& counts, const Theme& theme);

} // namespace ferroscope::render

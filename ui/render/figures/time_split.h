// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the time goes: interpreted / already native / waiting, as stacked bars by context or for one module.
#pragma once

#include "core/assessment/assessment.h"
#include "ui/render/theme.h"
#include <QPainter>
#include <QRectF>
#include <QString>
#include <vector>

namespace ferroscope::render {

struct TimeBar {
    QString label;
    double moves = 0, stays = 0; // interpreted, in shares of the run (or any one unit)
    double native = 0;
    double waiting = 0, waitingFixed = 0; // the second can be fixed in Python
    QString movesLabel, fixedLabel; // written into the bar where they fit: "C1"
    bool strong = false; // a bold label: something happens here
    double total() const { return moves + stays + native + waiting + waitingFixed; }
};

struct TimeSplit {
    std::vector<TimeBar> bars; // longest first, the rest joined in a last bar
    bool estimated = true;
};
TimeSplit timeByContext(const Assessment& assessment, std::size_t maxBars = 9);
TimeBar timeOf(const AssessedModule& module);

double timeSplitHeight(const TimeSplit& split, const Theme& theme, bool legend = true); // painter units
// Values are drawn as percent of the run.
void paintTimeSplit(QPainter& painter, const QRectF& rect, const TimeSplit& split, const Theme& theme, bool legend = true);
// One bar without labels over the whole rectangle, `scale` = share that fills the width.
void paintTimeBar(QPainter& painter, const QRectF& rect, const TimeBar& bar, double scale, const Theme& theme);

} // namespace ferroscope::render

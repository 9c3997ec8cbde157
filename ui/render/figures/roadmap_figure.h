// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The plan in one figure: waves as lanes over an axis of person-days, a bar per step (likely length, pale range
// up to the high end), arrows where a step needs another, and below it what has been gained by then.
// Steps are laid end to end: the axis is effort, not a calendar.
#pragma once

#include "core/assessment/assessment.h"
#include "ui/render/theme.h"
#include <QPainter>
#include <QRectF>
#include <QString>
#include <vector>

namespace ferroscope::render {

struct RoadmapStep {
    QString id, title, subtitle; // id "C1", or "" for work that is no candidate
    Verdict kind = Verdict::KeepPython; // colour and mark
    Range effort; // person-days
    Range gain; // share of the run
    double start = 0; // likely, person-days from the beginning
    std::vector<int> needs; // indexes into RoadmapFigure::steps
    bool moves() const { return movesToRust(kind); }
};

struct RoadmapLane {
    QString title, subtitle;
    std::vector<int> steps;
    double start = 0;
    Range end; // in person-days from the beginning: low, likely, high, added end to end
    Range gained; // by its end, all lanes up to this one
};

struct RoadmapFigure {
    std::vector<RoadmapStep> steps;
    std::vector<RoadmapLane> lanes;
    double length = 1; // of the axis, person-days
    QString axisTitle, gainTitle; // English defaults
};
RoadmapFigure roadmapFigure(const Assessment& assessment);

struct RoadmapLayout {
    QRectF axis, chart, curve; // the numbers on top, the lanes, the gain curve (may be empty)
    std::vector<QRectF> lanes; // whole width
    std::vector<QRectF> bars; // by step: start .. likely end
    std::vector<QRectF> ranges; // by step: to the high end
    double x(double days) const;
    double days = 1;
};
double roadmapHeight(const RoadmapFigure& figure, const Theme& theme, bool withCurve = true); // painter units
RoadmapLayout layoutRoadmap(const RoadmapFigure& figure, const QRectF& rect, const Theme& theme, bool withCurve = true);
void paintRoadmap(QPainter& painter, const QRectF& rect, const RoadmapFigure& figure, const Theme& theme, bool withCurve = true);
// The lower half alone: cumulative gain with its range, on the same axis.
void paintGainCurve(QPainter& painter, const QRectF& rect, const RoadmapFigure& figure, const Theme& theme);

} // namespace ferroscope::render

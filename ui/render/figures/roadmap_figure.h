// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The plan in one figure: waves as lanes over an axis of person-days, a bar per step (likely length, pale range
// up to the high end), arrows where a step needs another, and below it what has been gained by then.
// Steps are laid end to end: the axis is effort. Where weeks or dates are known they are the labels of the axis, each
// at the effort that is done by then.
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
    std::vector<int> broken {}; // of those: planned later than this, which cannot be
    QString inside {}, gainText {}; // "9 units in 4 modules", "saves 27 % (21–29 %)": where there is room
    bool isByHand = false;
    bool moves() const { return movesToRust(kind); }
};

struct RoadmapLane {
    int number = 0; // of the wave
    QString title, subtitle;
    QString when; // "4 Jan – 15 Jan" or "3 weeks"; "" if not known
    QString cost; // "6 pd (4–8.5)"
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
    std::vector<std::pair<double, QString>> calendar; // person-days and what is reached then; empty: not known
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
// Of the window: a card with a stripe, its range as a dashed box, and words in it or beside it.
void paintStepCard(QPainter& painter, const RoadmapStep& step, const QRectF& bar, const QRectF& range, const QRectF& chart, const Theme& theme);
// The lower half alone: cumulative gain with its range, on the same axis.
void paintGainCurve(QPainter& painter, const QRectF& rect, const RoadmapFigure& figure, const Theme& theme);

} // namespace ferroscope::render

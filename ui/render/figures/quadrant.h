// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Value against ease: one mark per module, candidates named with their ranges as whiskers.
#pragma once

#include "core/assessment/assessment.h"
#include "ui/render/figures/labels.h"
#include "ui/render/theme.h"
#include <QPainter>
#include <QRectF>
#include <QString>
#include <vector>

namespace ferroscope::render {

struct QuadrantPoint {
    Range value, ease; // 0..100
    Verdict verdict = Verdict::KeepPython;
    bool strong = false; // a candidate: large mark, whiskers, label
    bool estimated = false; // dashed whiskers
    QString label, sublabel; // "" = no label
    QString shortLabel; // instead of both where there is no room
    int id = -1; // the caller's: index of the module, or of the candidate with `strong`
};

struct Quadrant {
    std::vector<QuadrantPoint> points; // strong ones last, best last
    double valueLine = 50, easeLine = 50; // above both: worth moving
    QString valueTitle, easeTitle, zoneTitle; // English defaults, set by quadrantOf
};
// Judged modules and the first `named` candidates; up to `alsoNamed` fixes in Python are labelled too.
Quadrant quadrantOf(const Assessment& assessment, std::size_t named = 5, std::size_t alsoNamed = 2);

struct QuadrantLayout {
    QRectF plot;
    double valueFrom = 0, valueTo = 100, easeFrom = 0, easeTo = 100;
    std::vector<QPointF> at; // by point
    std::vector<LabelPlace> labels; // by point
    double smallMark = 6, largeMark = 12;
    int pointAt(const QPointF& where, double reach) const; // nearest, strong ones first; -1 = none
};
QuadrantLayout layoutQuadrant(const Quadrant& quadrant, const QRectF& rect, const Theme& theme);
void paintQuadrant(QPainter& painter, const QRectF& rect, const Quadrant& quadrant, const Theme& theme);
void paintQuadrant(QPainter& painter, const QuadrantLayout& layout, const Quadrant& quadrant, const Theme& theme);

} // namespace ferroscope::render

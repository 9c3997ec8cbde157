// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Why this score: contributions "x of y" that add up, on one axis 0..100; what is missing is a dashed box.
#pragma once

#include "core/assessment/assessment.h"
#include "ui/render/theme.h"
#include <QPainter>
#include <QRectF>
#include <QString>
#include <vector>

namespace ferroscope::render {

struct WaterfallStep {
    QString label;
    double points = 0, of = 0; // of the group's 100
    std::optional<double> answer; // 0..100, nullopt = unknown
    double low = 0, high = 0; // points in the worst and the best case
    QString note; // the evidence, "" for none
};

struct Waterfall {
    QString title; // "Value", "Ease"
    std::vector<WaterfallStep> steps; // their points add up to total.likely
    Range total; // 0..100
};
Waterfall valueWaterfall(const AssessedModule& module);
Waterfall easeWaterfall(const AssessedModule& module);

struct WaterfallOptions {
    // In multiples of the label's line height, so that window and print agree.
    double labelWidth = 8.2, numberWidth = 7.4, noteWidth = 0; // noteWidth 0 = no notes
    double row = 1.36, bar = 0.84;
    bool axis = true;
};
double waterfallHeight(const Waterfall& waterfall, const WaterfallOptions& options, const Theme& theme); // painter units
// The space below the rows down to the end of `rect` is used by the axis; rows have a fixed height.
void paintWaterfall(QPainter& painter, const QRectF& rect, const Waterfall& waterfall, const WaterfallOptions& options, const Theme& theme);

// Rectangle value × ease = square of readiness: one area drawn twice, to one scale.
void paintGeometricMean(QPainter& painter, const QRectF& rect, const Range& value, const Range& ease, const Range& readiness, const Theme& theme);

} // namespace ferroscope::render

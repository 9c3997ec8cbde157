// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Label placement: each label beside its point, none over another label, a point or the border.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <vector>

namespace ferroscope::render {

struct LabelRequest {
    QPointF at; // of the point
    QSizeF size; // of the label
    double distance = 4; // from the point to the label
    QSizeF shorter; // of a short form, taken when the long one finds no place beside its point; empty = none
};
struct LabelPlace {
    QRectF rect; // null: no place was free
    bool alignRight = false; // text ends at the point
    bool isShort = false; // the short form
    bool leader = false; // not beside its point: draw a thin line to it
};
// In order of importance. `taken` are rectangles that no label may cover (marks, whiskers, other text).
std::vector<LabelPlace> placeLabels(const std::vector<LabelRequest>& labels, const QRectF& bounds, std::vector<QRectF> taken);

} // namespace ferroscope::render

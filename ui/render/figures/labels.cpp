// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/labels.h"

#include <algorithm>
#include <cmath>

namespace ferroscope::render {

namespace {

double overlap(const QRectF& rect, const std::vector<QRectF>& taken)
{
    double area = 0;
    for (const QRectF& other : taken) {
        const QRectF common = rect.intersected(other);
        if (!common.isEmpty())
            area += common.width() * common.height();
    }
    return area;
}

} // namespace

std::vector<LabelPlace> placeLabels(const std::vector<LabelRequest>& labels, const QRectF& bounds, std::vector<QRectF> taken)
{
    std::vector<LabelPlace> places;
    places.reserve(labels.size());
    for (const LabelRequest& label : labels) {
        const double w = label.size.width(), h = label.size.height(), d = label.distance;
        LabelPlace best;
        double bestCost = -1;
        // Rings of growing distance; right and left first, because a line of text reads best beside its point.
        for (int ring = 0; ring < 7 && bestCost != 0; ++ring) {
            const double r = d + ring * h * 0.6;
            const QPointF offsets[] = {
                { r, -h / 2 }, { -r - w, -h / 2 }, { r * 0.7, -r * 0.7 - h }, { -r * 0.7 - w, -r * 0.7 - h }, { r * 0.7, r * 0.7 },
                { -r * 0.7 - w, r * 0.7 }, { -w / 2, -r - h }, { -w / 2, r },
            };
            for (const QPointF& offset : offsets) {
                const QRectF rect(label.at + offset, label.size);
                if (!bounds.contains(rect))
                    continue;
                const double cost = overlap(rect, taken);
                if (bestCost < 0 || cost < bestCost) {
                    bestCost = cost;
                    best.rect = rect;
                    best.alignRight = offset.x() < -w * 0.6;
                    best.leader = ring > 1;
                }
                if (bestCost == 0)
                    break;
            }
        }
        // A label that would still cover something is worse than none.
        if (bestCost > w * h * 0.04)
            best = {};
        if (!best.rect.isNull())
            taken.push_back(best.rect);
        places.push_back(best);
    }
    return places;
}

} // namespace ferroscope::render

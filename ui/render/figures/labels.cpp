// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/labels.h"

#include <algorithm>
#include <cmath>

namespace ferroscope::render {

namespace {

constexpr int kMostRings = 7;
constexpr double kRing = 0.6; // distance of the rings, in heights of the label

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

// Whether something lies between a point and its label, so that the label would seem to belong to that.
bool isCutOff(const QPointF& at, const QRectF& label, const std::vector<QRectF>& taken)
{
    const QPointF end(std::clamp(at.x(), label.left(), label.right()), std::clamp(at.y(), label.top(), label.bottom()));
    return std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) {
        if (other.contains(at))
            return false;
        for (const double part : { 0.3, 0.5, 0.7, 0.85, 1.0 }) {
            if (other.contains(at + (end - at) * part))
                return true;
        }
        return false;
    });
}

// Rings of growing distance; right and left first, because a line of text reads best beside its point.
struct Try {
    LabelPlace place;
    double cost = -1; // area covered; -1 = does not fit at all
};

Try tryPlaces(const QPointF& at, const QSizeF& size, double distance, int rings, const QRectF& bounds, const std::vector<QRectF>& taken)
{
    const double w = size.width(), h = size.height();
    Try best;
    for (int ring = 0; ring < rings && best.cost != 0; ++ring) {
        const double r = distance + ring * h * kRing;
        const QPointF offsets[] = {
            { r, -h / 2 }, { -r - w, -h / 2 }, { r * 0.7, -r * 0.7 - h }, { -r * 0.7 - w, -r * 0.7 - h }, { r * 0.7, r * 0.7 },
            { -r * 0.7 - w, r * 0.7 }, { -w / 2, -r - h }, { -w / 2, r },
        };
        for (const QPointF& offset : offsets) {
            const QRectF rect(at + offset, size);
            if (!bounds.contains(rect))
                continue;
            const double cost = overlap(rect, taken) + (isCutOff(at, rect, taken) ? w * h * 0.02 : 0);
            if (best.cost < 0 || cost < best.cost) {
                best.cost = cost;
                best.place.rect = rect;
                best.place.alignRight = offset.x() < -w * 0.6;
                best.place.leader = ring > 1;
            }
            if (best.cost == 0)
                break;
        }
    }
    return best;
}

} // namespace

std::vector<LabelPlace> placeLabels(const std::vector<LabelRequest>& labels, const QRectF& bounds, std::vector<QRectF> taken)
{
    std::vector<LabelPlace> places;
    places.reserve(labels.size());
    std::vector<QRectF> near; // what a label can come upon at all; with thousands of marks that is a small part
    for (const LabelRequest& label : labels) {
        const double reach = label.distance + kMostRings * label.size.height() * kRing;
        const QRectF around = QRectF(label.at, QSizeF()).adjusted(-reach - label.size.width(), -reach - label.size.height(), reach + label.size.width(), reach + label.size.height());
        near.clear();
        std::copy_if(taken.begin(), taken.end(), std::back_inserter(near), [&](const QRectF& other) { return other.intersects(around); });
        const auto good = [](const Try& tried, const QSizeF& size) { return tried.cost >= 0 && tried.cost <= size.width() * size.height() * 0.01; };
        Try best = tryPlaces(label.at, label.size, label.distance, 2, bounds, near);
        if (!good(best, label.size) && !label.shorter.isEmpty()) {
            best = tryPlaces(label.at, label.shorter, label.distance, 3, bounds, near);
            best.place.isShort = true;
        }
        if (!good(best, best.place.rect.size()))
            best = tryPlaces(label.at, label.size, label.distance, kMostRings, bounds, near);
        // A label that would still cover something is worse than none.
        if (best.cost < 0 || best.cost > best.place.rect.width() * best.place.rect.height() * 0.04)
            best.place = {};
        if (!best.place.rect.isNull())
            taken.push_back(best.place.rect);
        places.push_back(best.place);
    }
    return places;
}

} // namespace ferroscope::render

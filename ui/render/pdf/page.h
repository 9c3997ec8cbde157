// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages: the report laid out but not yet painted. Lengths are device units of 1/1200 inch, origin at the top
// left corner of the sheet; fonts are set in pixel sizes of that unit, so nothing is ever scaled when it goes to
// the PDF, and a preview only has to scale its painter.
#pragma once

#include <QPainter>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <functional>
#include <map>
#include <vector>

namespace ferroscope::render {

inline constexpr double kReportDpi = 1200;
constexpr double mm(double length) { return length * kReportDpi / 25.4; }
constexpr double pt(double length) { return length * kReportDpi / 72; }

using PaintItem = std::function<void(QPainter&)>;

struct LinkArea {
    QRectF rect;
    QString target; // name of an anchor
};

struct Page {
    bool landscape = false;
    QString section; // running title at the right; "" = a page without header and footer (the cover)
    std::vector<PaintItem> items; // own all they need
    std::vector<LinkArea> links;
    QSizeF size() const { return landscape ? QSizeF(mm(297), mm(210)) : QSizeF(mm(210), mm(297)); }
};

struct Place {
    int page = 0; // 0-based
    double y = 0;
};

struct OutlineEntry {
    QString title, anchor;
    int level = 0; // 0 or 1
};

struct Pages {
    std::vector<Page> pages;
    std::map<QString, Place> anchors;
    std::vector<OutlineEntry> outline;
};

} // namespace ferroscope::render

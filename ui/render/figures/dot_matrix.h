// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// All modules as marks, grouped by context: how little moves is seen before a word is read.
// Above 400 modules one mark stands for several of the same verdict; verdicts that act are never rounded away.
#pragma once

#include "core/assessment/assessment.h"
#include "ui/render/theme.h"
#include <QPainter>
#include <QRectF>
#include <QString>
#include <vector>

namespace ferroscope::render {

struct DotGroup {
    QString label;
    std::vector<Verdict> marks; // what moves first
};
struct DotMatrix {
    std::vector<DotGroup> groups; // by what they hold, small ones joined last
    int modulesPerMark = 1;
};
DotMatrix dotMatrix(const Assessment& assessment, std::size_t maxGroups = 21);

// Groups in lines, each in columns of six marks; as high as `rect` allows. Returns the height used.
double paintDotMatrix(QPainter& painter, const QRectF& rect, const DotMatrix& matrix, const Theme& theme);

} // namespace ferroscope::render

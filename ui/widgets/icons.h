// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Line icons of resources/icons, drawn in any colour. Rendered pixmaps are cached per name, colour, size and
// device pixel ratio.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPainter>
#include <QString>

namespace ferroscope::ui {

void drawIcon(QPainter* painter, const QRectF& rect, const QString& name, const QColor& color);
QIcon applicationIcon();

} // namespace ferroscope::ui

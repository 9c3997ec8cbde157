// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include <QFile>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ferroscope::ui {

void drawIcon(QPainter* painter, const QRectF& rect, const QString& name, const QColor& color)
{
    const double ratio = painter->device()->devicePixelRatioF();
    const QString key = QStringLiteral("ferroscope/%1/%2/%3/%4").arg(name, color.name(QColor::HexArgb)).arg(rect.width()).arg(ratio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        QFile file(QStringLiteral(":/ferroscope/icons/") + name + QStringLiteral(".svg"));
        if (!file.open(QIODevice::ReadOnly))
            return;
        QByteArray svg = file.readAll();
        svg.replace("#000", color.name().toLatin1());
        QSvgRenderer renderer(svg);
        pixmap = QPixmap((rect.size() * ratio).toSize());
        pixmap.fill(Qt::transparent);
        pixmap.setDevicePixelRatio(ratio);
        QPainter inside(&pixmap);
        inside.setRenderHint(QPainter::Antialiasing);
        inside.setOpacity(color.alphaF());
        renderer.render(&inside, QRectF(QPointF(0, 0), rect.size()));
        inside.end();
        QPixmapCache::insert(key, pixmap);
    }
    painter->drawPixmap(rect.topLeft(), pixmap);
}

QIcon applicationIcon() { return QIcon(QStringLiteral(":/ferroscope/icons/ferroscope.svg")); }

} // namespace ferroscope::ui

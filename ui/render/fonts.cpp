// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/fonts.h"

#include "ui/render/font_patch.h"
#include "ui/render/resources.h"
#include <QFile>
#include <QFontDatabase>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

bool add(const QString& file, const QString& family, const QString& style, bool tabular)
{
    QFile resource(u":/ferroscope/fonts/"_s + file);
    if (!resource.open(QIODevice::ReadOnly))
        return false;
    return QFontDatabase::addApplicationFontFromData(patchedFont(resource.readAll(), family, style, tabular)) >= 0;
}

bool addAll()
{
    initResources();
    bool good = true;
    for (const QString& style : { u"Regular"_s, u"Medium"_s, u"SemiBold"_s, u"Bold"_s }) {
        const QString file = u"Inter-"_s + style + u".otf"_s;
        good &= add(file, sansFamily(), style, false);
        good &= add(file, tabularFamily(), style, true);
    }
    for (const QString& style : { u"Regular"_s, u"SemiBold"_s })
        good &= add(u"JetBrainsMono-"_s + style + u".ttf"_s, monoFamily(), style, false);
    return good;
}

} // namespace

bool registerFonts()
{
    static const bool registered = addAll();
    return registered;
}

QString sansFamily() { return u"Ferroscope Sans"_s; }
QString tabularFamily() { return u"Ferroscope Sans Tabular"_s; }
QString monoFamily() { return u"Ferroscope Mono"_s; }

QStringList fallbackFamilies()
{
    return { u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"Microsoft YaHei"_s, u"PingFang SC"_s, u"WenQuanYi Micro Hei"_s, u"Droid Sans Fallback"_s, u"DejaVu Sans"_s };
}

} // namespace ferroscope::render

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/words.h"

namespace ferroscope::render {

namespace {
thread_local int english = 0; // how many EnglishWords are alive on this thread
}

QString words(const char* text) { return english > 0 ? QString::fromUtf8(text) : QCoreApplication::translate("Figures", text); }

QLocale wordsLocale()
{
    // The window's words are English unless a translation is there, whatever the figures of the system look like.
    const QLocale locale;
    return english > 0 || locale.language() != QLocale::Chinese ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

EnglishWords::EnglishWords() { ++english; }
EnglishWords::~EnglishWords() { --english; }

} // namespace ferroscope::render

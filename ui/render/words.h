// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Words that painters write into figures: translated in the window, English in a report. The report is English
// throughout, so whoever composes or paints one holds an EnglishWords for as long as that takes; it counts for the
// thread it lives on.
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace ferroscope::render {

// words(QT_TRANSLATE_NOOP("Figures", "worth moving"))
QString words(const char* english);
QLocale wordsLocale(); // for dates among them

class EnglishWords {
public:
    EnglishWords();
    ~EnglishWords();
    EnglishWords(const EnglishWords&) = delete;
    EnglishWords& operator=(const EnglishWords&) = delete;
};

} // namespace ferroscope::render

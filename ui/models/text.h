// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How figures are written, everywhere in the window: thousands separators of the locale, a no-break space
// before units, a true minus, an en dash in ranges, and the certainty before the number ("≈" estimated).
// Times are shares of the run: the heat of an assessment is a share, measured or estimated.
#pragma once

#include "core/assessment/assessment.h"
#include <QDate>
#include <QLocale>
#include <QString>

namespace ferroscope::ui {

QString qs(std::string_view utf8);
std::string bytes(const QString& text);

QLocale numberLocale(); // the default locale; English where that is the bare C locale
QString number(double value, int decimals = 0);
QString countText(std::size_t value);
// counted(3, tr("1 module"), tr("%1 modules")): two plain strings, so English reads well untranslated.
QString counted(std::size_t value, const QString& one, const QString& many);
QString numberWord(std::size_t value); // "two"; figures from ten on
QString capitalised(QString sentence);

QString percent(double share, int decimals = -1); // "20.4 %"; -1: one decimal below 10 %, none above
QString days(double personDays, bool longUnit = false); // "17 pd" or "17 person-days"
QString score(double value); // "81"
QString signedNumber(double value, int decimals); // "+4.2", "−1.0"
QString rangeText(const Range& range, int decimals = 0, double factor = 1); // "73–86"
QString spanPercent(const Range& range); // "20–30 %"
QString spanDays(const Range& range); // "13–26 pd"
QString nanoseconds(double value); // "1.2 s", "340 ms", "12 µs"

QString certaintyPrefix(HeatSource source); // "≈ ", "● ", "? "
QString certaintyName(HeatSource source); // "estimated"
QString heatShare(const Heat& heat); // "≈ 20.4 %", "?" when unknown

QString verdictName(Verdict verdict);
QString verdictMeaning(Verdict verdict); // one sentence: what to do
QString criterionName(CriterionId id);
QString criterionAsks(CriterionId id);
QString roleName(std::string_view role);
QString packageStatus(std::string_view status);
QString dateText(const QDate& date); // "17 Nov 2026"
QString dateText(std::string_view isoDate);
QString shortCommit(const Assessment& assessment);

} // namespace ferroscope::ui

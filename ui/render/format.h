// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as figures and documents print them: thousands take a comma, a true minus, a no-break space before
// the unit, a range always as low–likely–high. English; a value and its twin in a table use the same call.
#pragma once

#include "core/base/range.h"
#include <QString>

namespace ferroscope::render {

QString number(double value, int decimals = 0); // "1,234.5", "−3"; "–" for NaN
QString signedNumber(double value, int decimals = 0); // "+3", "−3", "0"
QString percent(double share, int decimals = -1); // 0.0634 -> "6.3 %"; decimals -1: one below 10 %, none above
QString unitAfter(const QString& number, const QString& unit); // joined by a no-break space

// The three figures of a range with the decimals its size needs; low == high gives one figure.
struct RangeText {
    QString low, likely, high, unit;
    bool single = false;
    QString plain() const; // "56–63–66 min"
};
RangeText rangeText(const Range& range, const QString& unit = {}, int decimals = -1);
RangeText percentRange(const Range& share, int decimals = -1);
RangeText percentFigures(const Range& share, int decimals = -1); // the same without the sign, for columns of percent
QString shortNumber(double value); // "15", "3.5", "4": for a sentence

QString shortCount(double value); // "480", "41.2 k", "3.1 M": call counts
QString nanoseconds(double value); // "65 ns", "1.2 µs", "13.8 ms", "2.4 s"
QString isoDateInWords(const QString& iso); // "2025-02-11" -> "11 February 2025"; other text unchanged
QString text(const std::string& utf8); // one printable line
QString shortened(const QString& text, qsizetype most); // cut in the middle: names where a line must not be filled by one
QString plural(long long count, const QString& one, const QString& many = {}); // "1 module", "2,345 modules"

} // namespace ferroscope::render

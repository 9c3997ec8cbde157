// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/format.h"

#include "ui/render/marks.h"
#include <QDate>
#include <QLocale>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

constexpr QChar kNoBreakSpace(0x00A0), kMinus(0x2212), kEnDash(0x2013);

int decimalsFor(double largest)
{
    if (largest <= 0 || largest >= 100)
        return 0;
    return largest >= 10 ? 1 : largest >= 0.1 ? 1 : 2;
}

} // namespace

QString number(double value, int decimals)
{
    if (std::isnan(value))
        return QString(kEnDash);
    static const QLocale english(QLocale::English, QLocale::UnitedStates);
    QString out = english.toString(std::abs(value), 'f', decimals);
    const bool zero = std::abs(value) < 0.5 * std::pow(10, -decimals);
    return value < 0 && !zero ? kMinus + out : out;
}

QString signedNumber(double value, int decimals)
{
    const QString out = number(value, decimals);
    const bool zero = std::abs(value) < 0.5 * std::pow(10, -decimals);
    return zero ? number(0, decimals) : value > 0 ? u'+' + out : out;
}

QString percent(double share, int decimals)
{
    const double value = share * 100;
    if (decimals < 0)
        decimals = std::abs(value) < 9.95 && value != 0 ? 1 : 0;
    if (value > 0 && value < 0.5 * std::pow(10, -decimals))
        return u"< "_s + number(std::pow(10, -decimals), decimals) + kNoBreakSpace + u'%';
    return number(value, decimals) + kNoBreakSpace + u'%';
}

QString unitAfter(const QString& number, const QString& unit) { return unit.isEmpty() ? number : number + kNoBreakSpace + unit; }

QString RangeText::plain() const
{
    return unitAfter(single ? likely : low + kEnDash + likely + kEnDash + high, unit);
}

RangeText rangeText(const Range& range, const QString& unit, int decimals)
{
    const Range r = range.ordered();
    const int digits = decimals >= 0 ? decimals : decimalsFor(r.high);
    RangeText out { number(r.low, digits), number(r.likely, digits), number(r.high, digits), unit, false };
    out.single = out.low == out.likely && out.likely == out.high;
    return out;
}

RangeText percentRange(const Range& share, int decimals)
{
    const Range r = share.ordered() * 100;
    return rangeText(r, u"%"_s, decimals >= 0 ? decimals : r.high < 9.95 || (r.low > 0 && r.low < 0.95 && r.high < 50) ? 1 : 0);
}

RangeText percentFigures(const Range& share, int decimals)
{
    RangeText out = percentRange(share, decimals);
    out.unit.clear();
    return out;
}

QString shortNumber(double value)
{
    const bool whole = std::abs(value) >= 9.95 || std::abs(value - std::round(value)) < 0.05;
    return number(value, whole ? 0 : 1);
}

QString shortCount(double value)
{
    const double size = std::abs(value);
    if (size < 999.5)
        return number(value, size > 0 && size < 9.95 && std::abs(size - std::round(size)) > 0.05 ? 1 : 0);
    static constexpr std::array<std::pair<double, char16_t>, 4> steps { { { 1e3, u'k' }, { 1e6, u'M' }, { 1e9, u'G' }, { 1e12, u'T' } } };
    for (const auto& [factor, letter] : steps) {
        const double scaled = size / factor;
        if (scaled < 999.5 || letter == u'T')
            return number(value / factor, scaled < 99.95 ? 1 : 0) + kNoBreakSpace + QChar(letter);
    }
    return number(value, 0);
}

QString nanoseconds(double value)
{
    static constexpr std::array<std::pair<double, const char16_t*>, 4> steps { { { 1, u"ns" }, { 1e3, u"µs" }, { 1e6, u"ms" }, { 1e9, u"s" } } };
    for (const auto& [factor, unit] : steps) {
        const double scaled = value / factor;
        if (std::abs(scaled) < 999.5 || factor == 1e9)
            return unitAfter(number(scaled, std::abs(scaled) < 99.95 && factor > 1 ? 1 : 0), QString::fromUtf16(unit));
    }
    return number(value, 0);
}

QString isoDateInWords(const QString& iso)
{
    const QDate date = QDate::fromString(iso.left(10), Qt::ISODate);
    if (!date.isValid())
        return iso;
    static const QLocale english(QLocale::English, QLocale::UnitedStates);
    return english.toString(date, u"d MMMM yyyy"_s);
}

QString text(const std::string& utf8) { return oneLine(QString::fromStdString(utf8)); }

QString shortened(const QString& text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    qsizetype head = (most - 1) / 2, tail = text.size() - (most - 1 - head);
    head -= text[head - 1].isHighSurrogate() ? 1 : 0; // half a character is none
    tail += text[tail].isLowSurrogate() ? 1 : 0;
    return text.left(head) + u'…' + text.mid(tail);
}

QString plural(long long count, const QString& one, const QString& many)
{
    return number(static_cast<double>(count)) + kNoBreakSpace + (count == 1 ? one : many.isEmpty() ? one + u's' : many);
}

} // namespace ferroscope::render

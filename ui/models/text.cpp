// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/text.h"

#include <QCoreApplication>
#include <QDate>
#include <array>
#include <cmath>

namespace ferroscope::ui {

namespace {

constexpr QChar kNoBreak(0x00A0);
constexpr QChar kEnDash(0x2013);
constexpr QChar kMinus(0x2212);

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Texts)
};

// Decimals that tell figures of this size apart without claiming more.
int decimalsFor(double value) { return std::abs(value) < 9.95 && std::abs(value - std::round(value)) >= 0.05 ? 1 : 0; }

} // namespace

QString qs(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }
std::string bytes(const QString& text) { return text.toStdString(); }

QLocale numberLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

QString number(double value, int decimals)
{
    QString written = numberLocale().toString(std::abs(value), 'f', decimals);
    const bool zero = std::abs(value) < 0.5 * std::pow(10.0, -decimals);
    return value < 0 && !zero ? QString(kMinus) + written : written;
}

QString countText(std::size_t value) { return numberLocale().toString(static_cast<qulonglong>(value)); }

QString counted(std::size_t value, const QString& one, const QString& many)
{
    return value == 1 ? one : many.arg(countText(value));
}

QString numberWord(std::size_t value)
{
    switch (value) {
    case 0: return Texts::tr("no");
    case 1: return Texts::tr("one");
    case 2: return Texts::tr("two");
    case 3: return Texts::tr("three");
    case 4: return Texts::tr("four");
    case 5: return Texts::tr("five");
    case 6: return Texts::tr("six");
    case 7: return Texts::tr("seven");
    case 8: return Texts::tr("eight");
    case 9: return Texts::tr("nine");
    default: return countText(value);
    }
}

QString capitalised(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence.at(0).toUpper();
    return sentence;
}

QString percent(double share, int decimals)
{
    const double value = share * 100;
    if (value > 0 && value < 0.05 && decimals < 0)
        return QLatin1String("<") + number(0.1, 1) + kNoBreak + QLatin1Char('%');
    return number(value, decimals < 0 ? decimalsFor(value) : decimals) + kNoBreak + QLatin1Char('%');
}

QString days(double personDays, bool longUnit)
{
    const QString value = number(personDays, decimalsFor(personDays));
    if (!longUnit)
        return value + kNoBreak + Texts::tr("pd", "person-days, short");
    return value + kNoBreak + (value == QLatin1String("1") ? Texts::tr("person-day") : Texts::tr("person-days"));
}

QString score(double value) { return number(value); }

QString signedNumber(double value, int decimals)
{
    const QString written = number(value, decimals);
    return value > 0 ? QLatin1Char('+') + written : written;
}

QString rangeText(const Range& range, int decimals, double factor)
{
    const QString low = number(range.low * factor, decimals), high = number(range.high * factor, decimals);
    return low == high ? low : low + kEnDash + high;
}

QString spanPercent(const Range& range)
{
    return rangeText(range, decimalsFor(range.high * 100), 100) + kNoBreak + QLatin1Char('%');
}

QString spanDays(const Range& range)
{
    return rangeText(range, decimalsFor(range.low) == 0 ? decimalsFor(range.high) : 1) + kNoBreak + Texts::tr("pd");
}

QString nanoseconds(double value)
{
    static constexpr std::array<std::pair<double, const char*>, 4> units {
        { { 1e9, "s" }, { 1e6, "ms" }, { 1e3, "µs" }, { 1, "ns" } }
    };
    for (const auto& [size, unit] : units) {
        if (value >= size || size <= 1)
            return number(value / size, decimalsFor(value / size)) + kNoBreak + QString::fromUtf8(unit);
    }
    return {};
}

QString certaintyPrefix(HeatSource source)
{
    if (source == HeatSource::Estimated)
        return QString(QChar(0x2248)) + kNoBreak;
    return source == HeatSource::None ? QStringLiteral("?") : QString();
}

QString certaintyName(HeatSource source)
{
    if (source == HeatSource::Measured)
        return Texts::tr("measured");
    return source == HeatSource::Estimated ? Texts::tr("estimated") : Texts::tr("unknown");
}

QString heatShare(const Heat& heat)
{
    if (heat.source == HeatSource::None)
        return QStringLiteral("?");
    return certaintyPrefix(heat.source) + percent(heat.interpreted.likely);
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::KeepPython: return Texts::tr("Keep Python");
    case Verdict::AlreadyNative: return Texts::tr("Already native");
    case Verdict::FixInPython: return Texts::tr("Fix in Python");
    case Verdict::RefactorFirst: return Texts::tr("Refactor first");
    case Verdict::TypeFirst: return Texts::tr("Type first");
    case Verdict::ProfileFirst: return Texts::tr("Profile first");
    case Verdict::ExtractPyo3: return Texts::tr("Extract to PyO3");
    case Verdict::ExtractModule: return Texts::tr("Extract module");
    case Verdict::Worker: return Texts::tr("Worker");
    case Verdict::Service: return Texts::tr("Service");
    case Verdict::Cli: return Texts::tr("Command line");
    case Verdict::DataPipeline: return Texts::tr("Data pipeline");
    }
    return {};
}

QString verdictMeaning(Verdict verdict)
{
    switch (verdict) {
    case Verdict::KeepPython: return Texts::tr("Leave it in Python.");
    case Verdict::AlreadyNative: return Texts::tr("Its time is already spent in native code; leave it.");
    case Verdict::FixInPython: return Texts::tr("Fix it in Python: cheaper than any rewrite.");
    case Verdict::RefactorFirst: return Texts::tr("Untangle it before it can move.");
    case Verdict::TypeFirst: return Texts::tr("Type its interface before it can move.");
    case Verdict::ProfileFirst: return Texts::tr("Profile it: the answer hangs on it.");
    case Verdict::ExtractPyo3: return Texts::tr("Move a function or a few, called through PyO3.");
    case Verdict::ExtractModule: return Texts::tr("Move it as one module, a Rust crate behind PyO3.");
    case Verdict::Worker: return Texts::tr("Move it as a queue worker of its own.");
    case Verdict::Service: return Texts::tr("Move it as a service of its own.");
    case Verdict::Cli: return Texts::tr("Rewrite it as one command-line binary.");
    case Verdict::DataPipeline: return Texts::tr("Move it to a data pipeline (Polars, Arrow).");
    }
    return {};
}

QString criterionName(CriterionId id)
{
    switch (id) {
    case CriterionId::CpuBound: return Texts::tr("CPU-bound");
    case CriterionId::IoAndAsync: return Texts::tr("I/O and async");
    case CriterionId::BoundaryCrossings: return Texts::tr("Crossings");
    case CriterionId::BoundedContext: return Texts::tr("Bounded context");
    case CriterionId::TypeClarity: return Texts::tr("Type clarity");
    case CriterionId::Portability: return Texts::tr("Portability");
    case CriterionId::Ecosystem: return Texts::tr("Ecosystem");
    case CriterionId::SafetyNet: return Texts::tr("Safety net");
    case CriterionId::StartSmall: return Texts::tr("Start small");
    }
    return {};
}

QString criterionAsks(CriterionId id)
{
    switch (id) {
    case CriterionId::CpuBound: return Texts::tr("Is interpreted Python burning CPU here?");
    case CriterionId::IoAndAsync: return Texts::tr("Is it waiting, or coupled to the event loop?");
    case CriterionId::BoundaryCrossings: return Texts::tr("If it moved, what would the crossings cost?");
    case CriterionId::BoundedContext: return Texts::tr("Has it a clear interface and few ties, outside any cycle?");
    case CriterionId::TypeClarity: return Texts::tr("Is the interface typed, with types that map to Rust?");
    case CriterionId::Portability: return Texts::tr("How much of it relies on Python being dynamic?");
    case CriterionId::Ecosystem: return Texts::tr("Do the packages it uses have Rust counterparts?");
    case CriterionId::SafetyNet: return Texts::tr("Is it tested, is there a baseline?");
    case CriterionId::StartSmall: return Texts::tr("Would it do as a first step?");
    }
    return {};
}

QString roleName(std::string_view role)
{
    if (role == "source")
        return Texts::tr("source");
    if (role == "script")
        return Texts::tr("script");
    if (role == "test")
        return Texts::tr("test");
    if (role == "stub")
        return Texts::tr("stub");
    if (role == "generated")
        return Texts::tr("generated");
    if (role == "migration")
        return Texts::tr("migration");
    if (role == "example")
        return Texts::tr("example");
    if (role == "vendored")
        return Texts::tr("vendored");
    if (role == "notebook")
        return Texts::tr("notebook");
    return qs(role);
}

QString packageStatus(std::string_view status)
{
    if (status == "rust-equivalent")
        return Texts::tr("Counterpart");
    if (status == "rust-inside")
        return Texts::tr("Rust inside already");
    if (status == "native-inside")
        return Texts::tr("Native already");
    if (status == "portable")
        return Texts::tr("Portable");
    if (status == "keep-python")
        return Texts::tr("Stays in Python");
    if (status == "none")
        return Texts::tr("No counterpart");
    return Texts::tr("Not known");
}

QString dateText(const QDate& date) { return numberLocale().toString(date, Texts::tr("d MMM yyyy", "date")); }

QString dateText(std::string_view isoDate)
{
    const QDate date = QDate::fromString(qs(isoDate.substr(0, 10)), Qt::ISODate);
    return date.isValid() ? dateText(date) : qs(isoDate);
}

QString shortCommit(const Assessment& assessment)
{
    return assessment.commit ? qs(std::string_view(*assessment.commit).substr(0, 7)) : QString();
}

} // namespace ferroscope::ui

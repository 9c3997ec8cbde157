// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/table_filter.h"

#include <QRegularExpression>
#include <cmath>

namespace ferroscope::ui {

namespace {

std::optional<CellTest> numberTest(const QString& part)
{
    if (part == QLatin1String("?") || part == TableFilter::tr("unknown") || part == QLatin1String("unknown"))
        return CellTest([](const QString&, std::optional<double> value) { return !value.has_value(); });
    static const QRegularExpression shape(QStringLiteral(
        "^(>=|<=|>|<|=|≥|≤)?\\s*(-?[0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(?:(?:-|–|\\.\\.)\\s*([0-9][0-9,]*(?:\\.[0-9]+)?))?\\s*(?:%|pd)?$"));
    const auto match = shape.match(part);
    if (!match.hasMatch())
        return std::nullopt;
    const auto parsed = [](QString digits) { return digits.remove(QLatin1Char(',')).toDouble(); };
    const QString sign = match.captured(1);
    const double first = parsed(match.captured(2));
    if (!match.captured(3).isEmpty()) {
        const double last = parsed(match.captured(3));
        return CellTest([=](const QString&, std::optional<double> value) { return value && *value >= first && *value <= last; });
    }
    if (sign == QLatin1String(">"))
        return CellTest([=](const QString&, std::optional<double> value) { return value && *value > first; });
    if (sign == QLatin1String("<"))
        return CellTest([=](const QString&, std::optional<double> value) { return value && *value < first; });
    if (sign == QLatin1String(">=") || sign == QStringLiteral("≥"))
        return CellTest([=](const QString&, std::optional<double> value) { return value && *value >= first; });
    if (sign == QLatin1String("<=") || sign == QStringLiteral("≤"))
        return CellTest([=](const QString&, std::optional<double> value) { return value && *value <= first; });
    // A plain figure matches what is shown, which is rounded.
    return CellTest([=](const QString&, std::optional<double> value) { return value && std::abs(*value - first) < 0.5; });
}

CellTest textTest(QString part)
{
    bool wanted = true;
    if (part.startsWith(QLatin1String("not "), Qt::CaseInsensitive)) {
        wanted = false;
        part = part.mid(4).trimmed();
    }
    if (part.contains(QLatin1Char('*')) || part.contains(QLatin1Char('?'))) {
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(
                                             QRegularExpression::escape(part)
                                                 .replace(QLatin1String("\\*"), QLatin1String(".*"))
                                                 .replace(QLatin1String("\\?"), QLatin1String("."))),
            QRegularExpression::CaseInsensitiveOption);
        return [=](const QString& text, std::optional<double>) { return pattern.match(text).hasMatch() == wanted; };
    }
    return [=](const QString& text, std::optional<double>) { return text.contains(part, Qt::CaseInsensitive) == wanted; };
}

} // namespace

std::optional<CellTest> parseFilter(const QString& expression, bool numeric)
{
    static const QRegularExpression orWord(QStringLiteral("\\s+or\\s+|,\\s+or\\s+|\\|"));
    std::vector<CellTest> any;
    for (QString part : expression.split(orWord, Qt::SkipEmptyParts)) {
        part = part.trimmed();
        if (part.isEmpty())
            continue;
        if (!numeric) {
            any.push_back(textTest(part));
            continue;
        }
        const auto test = numberTest(part);
        if (!test)
            return std::nullopt;
        any.push_back(*test);
    }
    if (any.empty())
        return CellTest();
    return CellTest([any](const QString& text, std::optional<double> value) {
        return std::any_of(any.begin(), any.end(), [&](const CellTest& test) { return test(text, value); });
    });
}

TableFilter::TableFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
}

void TableFilter::setSourceModel(QAbstractItemModel* model)
{
    m_table = qobject_cast<TableModel*>(model);
    QSortFilterProxyModel::setSourceModel(model);
}

bool TableFilter::setColumnFilter(int column, const QString& expression)
{
    if (!m_table)
        return false;
    const auto test = parseFilter(expression, static_cast<bool>(m_table->column(column).value));
    if (!test)
        return false;
    if (*test)
        m_tests[column] = { expression.trimmed(), *test };
    else
        m_tests.erase(column);
    invalidateFilter();
    Q_EMIT filtersChanged();
    return true;
}

QString TableFilter::columnFilter(int column) const
{
    const auto at = m_tests.find(column);
    return at == m_tests.end() ? QString() : at->second.expression;
}

void TableFilter::setRowTest(std::function<bool(int)> test)
{
    m_rowTest = std::move(test);
    invalidateFilter();
    Q_EMIT filtersChanged();
}

void TableFilter::clearColumnFilters()
{
    m_tests.clear();
    invalidateFilter();
    Q_EMIT filtersChanged();
}

bool TableFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (!m_table)
        return QSortFilterProxyModel::lessThan(left, right);
    const Column& column = m_table->column(left.column());
    if (!column.value)
        return QString::compare(column.text(left.row()), column.text(right.row()), Qt::CaseInsensitive) < 0;
    const auto a = column.value(left.row()), b = column.value(right.row());
    if (a && b)
        return *a < *b;
    // Unknown stays at the end whichever way the table is turned.
    return sortOrder() == Qt::AscendingOrder ? a.has_value() && !b.has_value() : !a.has_value() && b.has_value();
}

bool TableFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    if (!m_table)
        return true;
    if (m_rowTest && !m_rowTest(row))
        return false;
    for (const auto& [column, entry] : m_tests) {
        const Column& described = m_table->column(column);
        if (!entry.test(described.text(row), described.value ? described.value(row) : std::nullopt))
            return false;
    }
    return true;
}

} // namespace ferroscope::ui

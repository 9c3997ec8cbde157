// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/table_model.h"

#include "ui/models/text.h"

namespace ferroscope::ui {

TableModel::TableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void TableModel::setAssessment(AssessmentPtr assessment)
{
    beginResetModel();
    m_assessment = std::move(assessment);
    m_rows = m_assessment ? rebuild() : 0;
    endResetModel();
}

void TableModel::refill()
{
    beginResetModel();
    m_rows = m_assessment ? rebuild() : 0;
    endResetModel();
}

std::optional<double> TableModel::value(int row, int at) const
{
    const Column& described = column(at);
    return described.value ? described.value(row) : std::nullopt;
}

int TableModel::rowOfPath(const QString& path) const
{
    for (int row = 0; row < m_rows; ++row) {
        if (rowData(row, PathRole).toString() == path)
            return row;
    }
    return -1;
}

int TableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows; }

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Column& described = column(index.column());
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return described.text(row);
    case Qt::TextAlignmentRole: {
        const bool left = described.kind != ColumnKind::Number && described.kind != ColumnKind::HeatBar;
        return QVariant::fromValue(Qt::Alignment((left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    }
    case Qt::AccessibleTextRole:
        return QString(described.title + QLatin1String(": ") + described.text(row));
    case NumberRole: {
        const auto known = value(row, index.column());
        return known ? QVariant(*known) : QVariant();
    }
    default:
        break;
    }
    if (described.extra) {
        if (QVariant own = described.extra(row, role); own.isValid())
            return own;
    }
    return rowData(row, role);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column& described = column(section);
    if (role == Qt::DisplayRole)
        return described.title;
    if (role == Qt::ToolTipRole)
        return described.description.isEmpty() ? described.title : described.description;
    if (role == Qt::TextAlignmentRole) {
        const bool left = described.kind != ColumnKind::Number && described.kind != ColumnKind::HeatBar;
        return QVariant::fromValue(Qt::Alignment((left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    }
    return {};
}

QString asDelimited(const QAbstractItemModel& model, const std::vector<int>& columns, const std::vector<int>& rows, QChar separator)
{
    const auto field = [&](QString text) -> QString {
        text.replace(QChar(0x00A0), QLatin1Char(' '));
        if (separator == QLatin1Char('\t'))
            return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
        // A leading = + - @ would be run as a formula by a spreadsheet; text of the repository must not be.
        if (!text.isEmpty() && QStringLiteral("=+-@").contains(text.at(0)))
            text.prepend(QLatin1Char('\''));
        if (text.contains(separator) || text.contains(QLatin1Char('"')) || text.contains(QLatin1Char('\n')))
            return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
        return text;
    };
    QString out;
    const auto line = [&](const auto& cell) {
        for (std::size_t at = 0; at < columns.size(); ++at) {
            if (at > 0)
                out += separator;
            out += field(cell(columns[at]));
        }
        out += QLatin1Char('\n');
    };
    line([&](int column) { return model.headerData(column, Qt::Horizontal).toString(); });
    for (const int row : rows)
        line([&](int column) { return model.index(row, column).data().toString(); });
    return out;
}

} // namespace ferroscope::ui

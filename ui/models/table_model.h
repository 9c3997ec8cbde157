// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// TableModel: rows of an assessment as a Qt model, its columns described by functions. Every table of the
// window and every table twin of a figure is one of these, so sorting, filtering, copying and exporting are
// written once. Rows are indices into something the shared assessment owns; the model keeps it alive.
#pragma once

#include "core/assessment/assessment.h"
#include <QAbstractTableModel>
#include <functional>
#include <optional>
#include <vector>

namespace ferroscope::ui {

enum TableRole {
    PathRole = Qt::UserRole + 1, // QString: module path of the row, "" if it has none
    VerdictRole, // int: glyph before the text
    RangeRole, // Range: drawn as a range mark
    FractionRole, // double 0..1: drawn as a bar
    CertaintyRole, // int HeatSource
    NumberRole, // double, invalid when unknown
    IdRole, // QString: candidate id, page id, ... of the row
    LineRole, // int: line in the source, 0 for none
    SplitRole, // QVariantList of four doubles: interpreted, native, waiting, and what fills the cell
    HelpRole // QString: what explains the row: id of a rule or a criterion
};

enum class ColumnKind { Text, Mono, Number, Verdict, RangeMark, HeatBar, TimeBar };

struct Column {
    QString title;
    QString description; // tooltip of the header: what the figure means
    ColumnKind kind = ColumnKind::Text;
    int width = 120; // pixels at 100 %
    bool shown = true; // by default
    std::function<QString(int row)> text;
    std::function<std::optional<double>(int row)> value; // what numbers sort and filter by; nullopt = unknown
    std::function<QVariant(int row, int role)> extra; // any of the roles above
    bool help = false; // its cells carry a "?" that opens what HelpRole names
};

class TableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit TableModel(QObject* parent = nullptr);

    void setAssessment(AssessmentPtr assessment);
    const AssessmentPtr& assessment() const { return m_assessment; }
    const Column& column(int at) const { return m_columns[static_cast<std::size_t>(at)]; }
    std::optional<double> value(int row, int column) const;
    int rowOfPath(const QString& path) const; // -1 if there is none

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    virtual int rebuild() = 0; // called inside a reset; returns the number of rows
    virtual QVariant rowData(int /*row*/, int /*role*/) const { return {}; } // PathRole, IdRole, VerdictRole, ...
    void refill(); // rebuild() again, for models with an input besides the assessment
    std::vector<Column> m_columns;
    AssessmentPtr m_assessment;

private:
    int m_rows = 0;
};

// Rows as text for the clipboard (tab) or a file (comma, quoted after RFC 4180); the header first.
QString asDelimited(const QAbstractItemModel& model, const std::vector<int>& columns, const std::vector<int>& rows, QChar separator);

} // namespace ferroscope::ui

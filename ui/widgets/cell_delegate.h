// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// CellDelegate: draws the cells of a TableModel by the kind of their column: verdict glyph, range mark, heat
// bar with the certainty before the number, names in mono with the package dimmed.
#pragma once

#include "ui/models/table_model.h"
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace ferroscope::ui {

// The described column behind an index, through any proxy; null for other models.
const Column* columnOf(const QModelIndex& index);

// Where the "?" of a cell lies whose column has Column::help; it is drawn in the row under the mouse and the chosen one.
QRect helpMark(const QRect& cell);

class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace ferroscope::ui

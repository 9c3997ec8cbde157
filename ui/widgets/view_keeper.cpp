// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/view_keeper.h"

#include "ui/widgets/data_table.h"

#include <QApplication>
#include <QHash>
#include <QScrollBar>
#include <QTimer>

namespace ferroscope::ui {

// A line or a figure may have changed; names and sentences are what a row is about.
QString ViewKeeper::keyOf(const DataTable& table, int row)
{
    const QAbstractItemModel* model = table.model();
    const QModelIndex first = model->index(row, 0);
    QString key = first.data(PathRole).toString() + QChar(0x1F) + first.data(IdRole).toString();
    for (int column = 0, texts = 0; column < model->columnCount() && texts < 2; ++column) {
        const ColumnKind kind = table.table()->column(column).kind;
        if (kind != ColumnKind::Text && kind != ColumnKind::Mono && kind != ColumnKind::Verdict)
            continue;
        key += QChar(0x1F) + model->index(row, column).data().toString();
        ++texts;
    }
    return key;
}

ViewKeeper::ViewKeeper(QWidget* page)
    : m_page(page)
{
    for (DataTable* table : page->findChildren<DataTable*>()) {
        Table kept { table, {}, {}, 0 };
        for (const QModelIndex& index : table->selectionModel()->selectedRows())
            kept.selected << keyOf(*table, index.row());
        if (table->currentIndex().isValid()) {
            kept.current = keyOf(*table, table->currentIndex().row());
            kept.column = table->currentIndex().column();
        }
        if (!kept.current.isEmpty() || !kept.selected.isEmpty())
            m_tables.push_back(std::move(kept));
    }
    for (QAbstractScrollArea* area : page->findChildren<QAbstractScrollArea*>())
        m_scrolls.push_back({ area, area->horizontalScrollBar()->value(), area->verticalScrollBar()->value() });
    QWidget* focus = QApplication::focusWidget();
    if (focus && page->isAncestorOf(focus)) {
        m_focus = focus;
        m_focusName = focus->accessibleName();
        m_focusClass = QString::fromLatin1(focus->metaObject()->className());
    }
}

void ViewKeeper::giveBack(const Table& kept)
{
    if (!kept.table)
        return;
    DataTable& table = *kept.table;
    QHash<QString, int> rows;
    for (int row = table.model()->rowCount() - 1; row >= 0; --row)
        rows.insert(keyOf(table, row), row); // of equal ones the first
    QItemSelection selection;
    for (const QString& key : kept.selected) {
        if (const auto at = rows.constFind(key); at != rows.constEnd())
            selection.select(table.model()->index(*at, 0), table.model()->index(*at, 0));
    }
    // Nobody chose anything just now: the signals of the view stay quiet.
    const QSignalBlocker quiet(&table);
    if (const auto at = rows.constFind(kept.current); at != rows.constEnd())
        table.selectionModel()->setCurrentIndex(table.model()->index(*at, kept.column), QItemSelectionModel::NoUpdate);
    table.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ViewKeeper::giveBackScroll() const
{
    for (const Scroll& kept : m_scrolls) {
        if (!kept.area)
            continue;
        kept.area->horizontalScrollBar()->setValue(kept.x);
        kept.area->verticalScrollBar()->setValue(kept.y);
    }
}

void ViewKeeper::giveBack() const
{
    for (const Table& kept : m_tables)
        giveBack(kept);
    giveBackScroll();
    QTimer::singleShot(0, m_page, [kept = *this] {
        kept.giveBackScroll();
        // The part that had the focus may have been made anew under the same name.
        if (kept.m_focusName.isEmpty() || (kept.m_focus && kept.m_focus->isVisible()))
            return;
        for (QWidget* one : kept.m_page->findChildren<QWidget*>()) {
            if (one->accessibleName() == kept.m_focusName && QString::fromLatin1(one->metaObject()->className()) == kept.m_focusClass && one->isVisible() && one->isEnabled()) {
                one->setFocus(Qt::OtherFocusReason);
                return;
            }
        }
    });
}

} // namespace ferroscope::ui

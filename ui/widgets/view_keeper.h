// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ViewKeeper: what a person has arranged in a page and a new assessment must not take away: the rows chosen in its
// tables, what is scrolled where, the focus. Taken before the page is filled again, given back after.
// Rows are recognised by what they show, not by their number.
#pragma once

#include <QPointer>
#include <QString>
#include <QStringList>
#include <vector>

class QAbstractScrollArea;
class QWidget;

namespace ferroscope::ui {

class DataTable;

class ViewKeeper {
public:
    explicit ViewKeeper(QWidget* page);
    // At once and, for what is laid out later, once more at the next turn of the event loop.
    void giveBack() const;

private:
    struct Table {
        QPointer<DataTable> table;
        QStringList selected;
        QString current;
        int column = 0;
    };
    struct Scroll {
        QPointer<QAbstractScrollArea> area;
        int x = 0, y = 0;
    };
    static QString keyOf(const DataTable& table, int row);
    static void giveBack(const Table& kept);
    void giveBackScroll() const;
    QPointer<QWidget> m_page, m_focus;
    QString m_focusName, m_focusClass;
    std::vector<Table> m_tables;
    std::vector<Scroll> m_scrolls;
};

} // namespace ferroscope::ui

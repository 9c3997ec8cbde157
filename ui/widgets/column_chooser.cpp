// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/column_chooser.h"

#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

namespace ferroscope::ui {

ColumnChooser::ColumnChooser(DataTable* table, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_table(table)
    , m_find(new QLineEdit)
    , m_list(new QListWidget)
{
    setAccessibleName(tr("Columns"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 8);
    m_find->setPlaceholderText(tr("Find one of %1 columns").arg(table->table()->columnCount()));
    m_find->setAccessibleName(tr("Find a column"));
    m_list->setAccessibleName(tr("Columns to show"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumSize(200, 270);
    column->addWidget(m_find);
    column->addWidget(m_list, 1);
    column->addWidget(new Hairline(Qt::Horizontal));
    auto* reset = makeButton(tr("Reset"), Look::Link, {}, tr("Reset the columns"));
    column->addWidget(reset);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString& text) {
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text, Qt::CaseInsensitive));
    });
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        m_table->setColumnHidden(item->data(Qt::UserRole).toInt(), item->checkState() == Qt::Unchecked);
        Q_EMIT columnsChanged();
    });
    connect(reset, &QPushButton::clicked, this, [this] {
        for (int at = 0; at < m_table->table()->columnCount(); ++at) {
            m_table->setColumnHidden(at, !m_table->table()->column(at).shown);
            m_table->setColumnWidth(at, m_table->table()->column(at).width);
            m_table->horizontalHeader()->moveSection(m_table->horizontalHeader()->visualIndex(at), at);
        }
        load();
        Q_EMIT columnsChanged();
    });
}

void ColumnChooser::load()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (int at = 1; at < m_table->table()->columnCount(); ++at) {
        auto* item = new QListWidgetItem(m_table->table()->column(at).title, m_list);
        item->setToolTip(m_table->table()->column(at).description);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_table->isColumnHidden(at) ? Qt::Unchecked : Qt::Checked);
        item->setData(Qt::UserRole, at);
        item->setSizeHint({ 0, 25 });
    }
}

void ColumnChooser::popUp(const QPoint& topRight)
{
    load();
    m_find->clear();
    adjustSize();
    move(topRight - QPoint(width(), 0));
    show();
    m_find->setFocus();
}

void ColumnChooser::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setPen(theme.lineStrong);
    painter.setBrush(theme.raised);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_dialog.h"

#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ferroscope::ui {

TableDialog::TableDialog(const QString& title, const QString& sentence, TableModel* model, int stretchColumn, QWidget* parent)
    : QDialog(parent)
    , m_table(new DataTable(model, title))
{
    setWindowTitle(title);
    setAccessibleName(title);
    resize(760, 460);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(10);
    auto* words = heading(sentence);
    words->setWordWrap(true);
    column->addWidget(words);
    auto* card = new Card;
    card->body()->setContentsMargins(0, 4, 0, 6);
    card->body()->addWidget(m_table);
    m_table->setStretchColumn(stretchColumn);
    column->addWidget(card, 1);
    auto* row = new QHBoxLayout;
    row->addStretch();
    auto* close = makeButton(tr("Close"), Look::Primary);
    row->addWidget(close);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace ferroscope::ui

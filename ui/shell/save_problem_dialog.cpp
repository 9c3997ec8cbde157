// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/save_problem_dialog.h"

#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ferroscope::ui {

SaveProblemDialog::SaveProblemDialog(const SaveProblemText& text, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Not saved"));
    setAccessibleName(text.fact);
    setMinimumWidth(440);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 18, 18, 16);
    row->setSpacing(14);
    row->addWidget(new IconLabel(QStringLiteral("save"), 24, Tone::Danger), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    auto* fact = heading(text.fact);
    fact->setWordWrap(true);
    auto* meaning = new Label(text.meaning, TextRole::Body, Tone::Text2);
    meaning->setWordWrap(true);
    column->addWidget(fact);
    column->addWidget(meaning);
    column->addSpacing(10);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    const auto add = [&](const QString& label, Look look, SaveChoice choice) {
        auto* button = makeButton(label, look);
        connect(button, &QPushButton::clicked, this, [this, choice] {
            m_choice = choice;
            accept();
        });
        buttons->addWidget(button);
        return button;
    };
    add(tr("Cancel"), Look::Ordinary, SaveChoice::Cancel);
    add(tr("Try again"), Look::Ordinary, SaveChoice::TryAgain);
    add(tr("Save elsewhere…"), Look::Primary, SaveChoice::Elsewhere)->setFocus();
    column->addLayout(buttons);
    row->addLayout(column, 1);
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/state_page.h"

#include "ui/models/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ferroscope::ui {

StateText errorText(const Error& error, const QString& folder)
{
    const QString name = folder.section(QLatin1Char('/'), -1);
    const QString detail = error.detail.empty() ? QString() : QString(QLatin1Char(' ') + StatePage::tr("(%1)").arg(qs(error.detail)));
    switch (error.code) {
    case ErrorCode::NotFound:
        return { StatePage::tr("%1 is not there any more.").arg(name),
            StatePage::tr("The folder %1 does not exist. It may have been moved, renamed or be on a drive that is not connected.").arg(folder) };
    case ErrorCode::NotADirectory:
        return { StatePage::tr("%1 is a file, not a folder.").arg(name),
            StatePage::tr("Ferroscope looks at whole repositories: open the folder that holds %1.").arg(name) };
    case ErrorCode::Unreadable:
        return { StatePage::tr("%1 cannot be read.").arg(name),
            StatePage::tr("The system refused to list %1%2. Grant yourself the right to read it, then try again.").arg(folder, detail) };
    case ErrorCode::NoPython:
        return { StatePage::tr("There is no Python in %1.").arg(name),
            StatePage::tr("Every file below %1 was looked at, except what .gitignore and the usual exclude list leave out%2. Open the folder that holds the Python sources.").arg(folder, detail) };
    default:
        return { StatePage::tr("%1 could not be analysed.").arg(name),
            StatePage::tr("Something went wrong inside Ferroscope%1. Nothing in the folder was changed. Trying again is safe.").arg(detail) };
    }
}

StatePage::StatePage(QWidget* parent)
    : QWidget(parent)
    , m_fact(new Label({}, TextRole::Page))
    , m_meaning(new Label({}, TextRole::Body, Tone::Text2))
    , m_open(makeButton(tr("Open another folder…"), Look::Primary))
    , m_retry(makeButton(tr("Try again")))
    , m_close(makeButton(tr("Back to the start page"), Look::Link))
{
    setAccessibleName(tr("Nothing to show"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(72, 72, 72, 72);
    auto* column = new QVBoxLayout;
    column->setSpacing(10);
    m_fact->setWordWrap(true);
    m_meaning->setWordWrap(true);
    column->addWidget(m_fact);
    column->addWidget(m_meaning);
    column->addSpacing(8);
    auto* buttons = new QHBoxLayout;
    setKeycap(m_retry, QStringLiteral("F5"));
    buttons->addWidget(m_open);
    buttons->addWidget(m_retry);
    buttons->addSpacing(8);
    buttons->addWidget(m_close);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
    auto* box = new QWidget;
    box->setLayout(column);
    box->setMaximumWidth(620);
    row->addWidget(box, 1);
    row->addStretch(1);
    connect(m_open, &QPushButton::clicked, this, &StatePage::openWanted);
    connect(m_retry, &QPushButton::clicked, this, &StatePage::retryWanted);
    connect(m_close, &QPushButton::clicked, this, &StatePage::closeWanted);
}

void StatePage::showText(const StateText& text, bool canRetry)
{
    m_fact->setText(text.fact);
    m_meaning->setText(text.meaning);
    m_retry->setVisible(canRetry);
}

} // namespace ferroscope::ui

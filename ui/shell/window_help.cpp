// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Help in the window: F1 explains what has the focus, a "?" what it stands at, both in the panel beside the page.
#include "ui/shell/help_panel.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/help_event.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>

namespace ferroscope::ui {

QWidget* MainWindow::makeHelp()
{
    std::vector<HelpPage> pages;
    int number = 0;
    for (const Page* one : m_pages) {
        const bool numbered = one->id() != QLatin1String("module") && ++number <= 9;
        pages.push_back({ one->id(), one->title(), numbered ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)).toString(QKeySequence::NativeText) : QString() });
    }
    m_help = new HelpPanel(std::move(pages));
    m_help->hide();
    connect(m_help, &HelpPanel::closeWanted, this, &MainWindow::hideHelp);
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setObjectName(QStringLiteral("help"));
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    m_split->addWidget(m_stack);
    m_split->addWidget(m_help);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_helpWidth = m_help->width(); });
    return m_split;
}

void MainWindow::showHelp(const QString& topic)
{
    const bool hidden = m_help->isHidden();
    m_help->showTopic(topic);
    m_help->show();
    // The panel takes a quarter the first time; later what it was given.
    if (hidden) {
        const int wide = m_helpWidth > 0 ? m_helpWidth : m_split->width() / 4;
        m_split->setSizes({ m_split->width() - wide, wide });
    }
}

void MainWindow::hideHelp()
{
    const bool inside = m_help->isAncestorOf(QApplication::focusWidget());
    m_help->hide();
    if (inside && page(m_current))
        page(m_current)->setFocus(Qt::OtherFocusReason);
}

void MainWindow::helpForFocus()
{
    if (m_session.state() == Session::State::Empty)
        return;
    if (!m_help->isHidden() && m_help->isAncestorOf(QApplication::focusWidget())) {
        m_help->showTopic({});
        m_help->field()->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    const QString topic = helpTopicAt(QApplication::focusWidget());
    showHelp(topic.isEmpty() ? QStringLiteral("page:") + m_current : topic);
}

bool MainWindow::event(QEvent* event)
{
    if (event->type() != HelpEvent::eventType())
        return QMainWindow::event(event);
    event->accept();
    showHelp(static_cast<const HelpEvent&>(*event).topic);
    return true;
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The window takes up where it was left, and writes down where it is.
#include "ui/pages/page.h"
#include "ui/shell/main_window.h"

#include <QHBoxLayout>
#include <QFile>
#include <QSettings>
#include <algorithm>

namespace ferroscope::ui {

namespace {
const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kHelpKey = QStringLiteral("window/helpWidth");
constexpr int kRememberEvery = 5000; // milliseconds; what a crash can cost
} // namespace

void MainWindow::makeMemory(QVBoxLayout* column)
{
    m_restored = new QWidget;
    m_restored->setAutoFillBackground(true);
    m_restored->setBackgroundRole(QPalette::AlternateBase);
    auto* row = new QHBoxLayout(m_restored);
    row->setContentsMargins(24, 4, 14, 4);
    row->setSpacing(10);
    row->addWidget(new Label(tr("Opened again where you left it."), TextRole::Table, Tone::Text2));
    auto* start = makeButton(tr("Start page"), Look::Link, {}, tr("Go to the start page instead"));
    connect(start, &QPushButton::clicked, &m_session, &Session::close);
    row->addWidget(start);
    row->addStretch();
    auto* calm = makeIconButton(QStringLiteral("close"), tr("Hide this line"), tr("Hide this line"));
    connect(calm, &QToolButton::clicked, m_restored, &QWidget::hide);
    row->addWidget(calm);
    m_restored->hide();
    column->addWidget(m_restored);
    m_rememberTimer.setInterval(kRememberEvery);
    connect(&m_rememberTimer, &QTimer::timeout, this, &MainWindow::rememberSession);
    if (m_settings)
        m_rememberTimer.start();
}

bool MainWindow::restoreSession()
{
    const std::optional<LastSession> last = m_memory.last();
    m_memory.endRestore(); // one start without it; the next one may try again
    if (!last)
        return false;
    m_memory.beginRestore();
    m_restoring = true;
    openFolder(last->folder);
    m_session.selection()->setModule(last->module);
    m_session.selection()->setCandidate(last->candidate);
    for (auto view = last->views.begin(); view != last->views.end(); ++view)
        m_views[view.key()] = view.value().toMap();
    if (page(last->page) && (last->page != QLatin1String("module") || !last->module.isEmpty()))
        showPage(last->page);
    m_history.clear();
    m_history.visit({ m_current, m_current == QLatin1String("module") ? last->module : QString() });
    m_restored->show();
    return true;
}

// The pages are filled, or there is nothing to fill them with: the session proved harmless.
void MainWindow::restoreIsOver()
{
    if (std::exchange(m_restoring, false))
        m_memory.endRestore();
}

void MainWindow::giveViewBack(Page* filled)
{
    const auto kept = m_views.find(filled->id());
    if (kept == m_views.end() || !m_session.assessment())
        return;
    const QVariantMap view = kept->second;
    m_views.erase(kept);
    filled->setViewState(view);
}

void MainWindow::rememberSession()
{
    if (!m_settings || !m_session.assessment() || m_restoring)
        return;
    LastSession now { QFile::decodeName(QByteArray::fromStdString(m_session.place().root)), m_current, m_session.selection()->module(), m_session.selection()->candidate(), {} };
    for (const Page* one : m_pages) {
        const auto waiting = m_views.find(one->id());
        const QVariantMap view = waiting == m_views.end() ? one->viewState() : waiting->second;
        if (!view.isEmpty())
            now.views.insert(one->id(), view);
    }
    m_memory.remember(now);
}

void MainWindow::rememberPlace()
{
    if (!m_settings)
        return;
    rememberSession();
    restoreIsOver(); // closed by hand while restoring is no crash
    m_settings->setValue(kGeometryKey, saveGeometry());
    m_settings->setValue(kHelpKey, m_helpWidth);
    m_settings->sync();
}

void MainWindow::restorePlace()
{
    if (!m_settings)
        return;
    restoreGeometry(m_settings->value(kGeometryKey).toByteArray());
    m_helpWidth = std::clamp(m_settings->value(kHelpKey).toInt(), 0, 2000);
}

} // namespace ferroscope::ui

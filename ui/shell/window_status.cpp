// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says about the session: the status bar and the notice above the pages.
#include "ui/shell/main_window.h"

#include "ui/models/text.h"
#include "ui/pages/state_page.h"
#include "ui/render/figures/contexts.h"
#include "ui/shell/bars.h"

#include <QVBoxLayout>

namespace ferroscope::ui {

// Without a store everything works, but nothing lasts: that is said before the work, not after it.
QWidget* MainWindow::makeStoreNotice(const Error& error)
{
    const QString file = qs(error.path);
    const auto [fact, answer] = [&]() -> std::pair<QString, QString> {
        switch (error.code) {
        case ErrorCode::StoreBusy: return { tr("Nothing is remembered: another program holds the store."), tr("Close the other Ferroscope and start this one again. (%1)").arg(file) };
        case ErrorCode::StoreTooNew: return { tr("Nothing is remembered: a newer Ferroscope wrote the store."), tr("Use the newer one, or move the file away: %1").arg(file) };
        case ErrorCode::StoreDamaged: return { tr("Nothing is remembered: the store is damaged."), tr("Move the file away and start again; a new one is made: %1").arg(file) };
        default: return { tr("Nothing is remembered: the store cannot be opened."), tr("Make its folder writable and start again: %1").arg(file) };
        }
    }();
    auto* holder = new QWidget;
    auto* inside = new QVBoxLayout(holder);
    inside->setContentsMargins(24, 16, 24, 0);
    auto* notice = new Notice(Notice::Kind::Warn);
    notice->setText(fact, answer);
    auto* close = makeButton(tr("Close"), Look::Small, {}, tr("Close this notice"));
    notice->addButton(close);
    connect(close, &QPushButton::clicked, holder, &QWidget::hide);
    inside->addWidget(notice);
    return holder;
}

namespace {

constexpr double kCalmSeconds = 1.0;
constexpr qsizetype kNamedFiles = 12;

QString shortened(const QStringList& files)
{
    QString text = files.mid(0, kNamedFiles).join(QLatin1Char('\n'));
    if (files.size() > kNamedFiles)
        text += QLatin1Char('\n') + MainWindow::tr("and %1 more").arg(files.size() - kNamedFiles);
    return text;
}

} // namespace

void MainWindow::updateStatus()
{
    const bool reading = m_session.state() == Session::State::Reading;
    const PlanEdits::State plan = m_session.plan()->state();
    // An update of a moment is told in words; the bar and its Cancel come when it takes longer.
    const bool calm = m_session.updating() && m_session.assessment() && (plan == PlanEdits::State::Preparing || m_session.runningSeconds() < kCalmSeconds);
    if (reading && !calm) {
        m_status->showProgress(m_session.reading());
        return;
    }
    const AssessmentPtr& a = m_session.assessment();
    if (!a) {
        m_status->showIdle(m_session.state() == Session::State::Cancelled ? tr("Cancelled") : tr("Ready"), {}, {}, {});
        return;
    }
    const HeatSource heat = render::heatSource(*a);
    QString version;
    if (a->commit)
        version = a->branch && !a->branch->empty() ? QString(qs(*a->branch) + QStringLiteral(" · ") + shortCommit(*a)) : shortCommit(*a);
    if (a->dirty.value_or(false))
        version += tr(", changed since");
    m_status->showIdle(tr("%1 of %2 files").arg(counted(a->totals.modules, tr("1 module"), tr("%1 modules")), countText(a->coverage.filesFound)) + QStringLiteral(" · ") + tr("%1 s").arg(number(m_session.seconds(), 1)),
        heat == HeatSource::Measured ? QStringLiteral("● ") + tr("heat measured") : QStringLiteral("≈ ") + tr("heat estimated"),
        version, a->commitDate ? dateText(*a->commitDate) : QString());
    const QUndoStack* history = m_session.plan()->history();
    if (plan == PlanEdits::State::Preparing)
        m_status->showNote(tr("Preparing the plan for changes…"), tr("The analysis came out of the store. What changes a plan has to be read once; the change is kept meanwhile."));
    else if (plan == PlanEdits::State::Stalled)
        m_status->showNote(tr("The last change is not worked in yet"), {});
    else if (history->canUndo())
        m_status->showNote(history->undoText(), tr("The last change of the plan. Ctrl+Z takes it back."));
    const QStringList& changed = m_session.changedFiles();
    if (!changed.isEmpty()) {
        const QString files = counted(static_cast<std::size_t>(changed.size()), tr("1 file changed"), tr("%1 files changed"));
        m_status->showNote(reading ? tr("%1, updating…").arg(files) : tr("%1, updated").arg(files), shortened(changed));
    }
}

void MainWindow::updateNotice()
{
    const Session::State state = m_session.state();
    const bool cancelled = state == Session::State::Cancelled, gone = state == Session::State::Gone;
    const bool failed = state == Session::State::Failed && m_session.assessment();
    m_noticeHolder->setVisible(cancelled || failed || gone);
    if (!cancelled && !failed && !gone)
        return;
    m_notice->clearButtons();
    auto* again = makeButton(cancelled ? tr("Continue") : gone ? tr("Look again") : tr("Try again"), Look::Small, {},
        cancelled ? tr("Continue the analysis") : gone ? tr("Look for the folder again") : tr("Try the analysis again"));
    setKeycap(again, QStringLiteral("F5"));
    connect(again, &QPushButton::clicked, &m_session, &Session::analyseAgain);
    m_notice->addButton(again);
    if (gone) {
        m_notice->setText(tr("%1 is not there any more.").arg(m_session.folder()),
            tr("It may have been moved, renamed or be on a drive that is not connected. What you see is the last analysis; it goes on when the folder is back."));
        return;
    }
    if (failed) {
        const StateText text = errorText(m_session.error(), m_session.folder());
        m_notice->setText(text.fact, tr("What you see is the analysis before."));
        return;
    }
    const ReadingState& reached = m_session.reading();
    m_notice->setText(tr("Cancelled at %1.").arg(percent(reached.fraction, 0)),
        m_session.assessment() ? tr("What you see is the analysis before.")
                               : tr("%1 of %2 modules are read and kept. Without calls and contexts no verdict is firm.").arg(countText(reached.read), countText(reached.found)));
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap page changes the plan: what the view asks for, the menu of a step, and what is said about it.
#include "ui/models/plan_changes.h"
#include "ui/models/text.h"
#include "ui/pages/plan_dialogs.h"
#include "ui/pages/roadmap_details.h"
#include "ui/pages/roadmap_page.h"
#include "ui/widgets/roadmap_view.h"
#include "ui/widgets/terms_form.h"

#include <QMenu>

namespace ferroscope::ui {

void RoadmapPage::connectPlan()
{
    PlanEdits* edits = m_context.plan;
    if (!edits)
        return;
    connect(m_view, &RoadmapView::moveWanted, this, &RoadmapPage::move);
    connect(m_view, &RoadmapView::mergeWanted, this, &RoadmapPage::merge);
    connect(m_view, &RoadmapView::menuWanted, this, [this](int step, const QPoint& at) {
        if (QMenu* menu = makeStepMenu(step))
            menu->popup(at);
    });
    connect(m_details, &RoadmapDetails::moreWanted, this, [this](const QPoint& at) {
        if (QMenu* menu = makeStepMenu(m_view->selected()))
            menu->popup(at);
    });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_context.plan->change(tr("Reset to the proposed plan"), plan::asProposed(m_context.plan->settings())); });
    connect(edits, &PlanEdits::settingsChanged, this, &RoadmapPage::tellPlan);
    connect(edits, &PlanEdits::stateChanged, this, &RoadmapPage::tellPlan);
}

void RoadmapPage::tellPlan()
{
    if (!m_context.plan)
        return;
    const settings::Settings& now = m_context.plan->settings();
    const std::size_t decisions = plan::decisions(now);
    const QString terms = termsSentence(now.terms);
    m_planFor->setText(terms.isEmpty() ? tr("Plan for…") : tr("Plan: %1").arg(terms));
    QString words = decisions == 0 ? tr("As proposed. Drag a card to another wave, or open its menu.") : counted(decisions, tr("1 decision by hand."), tr("%1 decisions by hand."));
    if (m_context.plan->state() == PlanEdits::State::Preparing)
        words = tr("Preparing the plan for changes…");
    m_byHand->setToolTip(QString());
    m_byHand->setText(words);
    m_reset->setEnabled(decisions > 0);
}

QMenu* RoadmapPage::makeStepMenu(int step)
{
    const Candidate* candidate = candidateAt(step);
    if (!candidate || !isEditable())
        return nullptr;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::string id = candidate->id;
    // By name when it is chosen: the plan may have been made anew under the open menu.
    const auto act = [this, id](auto does) {
        return [this, id, does] {
            if (const Candidate* now = m_assessment ? m_assessment->candidate(id) : nullptr)
                does(*now);
        };
    };
    const int wave = m_view->waveOf(step), last = m_view->lastWave();
    QMenu* waves = menu->addMenu(tr("Move to wave"));
    for (int at = 1; at <= std::min(last + 1, plan::kLastWave); ++at) {
        QAction* move = waves->addAction(at > last ? tr("%1, a new one").arg(at) : QString::number(at), this, [this, step, at] { this->move(step, at); });
        move->setEnabled(at != wave);
    }
    QAction* earlier = menu->addAction(tr("Earlier") + QStringLiteral("\tCtrl+Left"), this, [this, step, wave] { move(step, wave - 1); });
    earlier->setEnabled(wave > 1);
    menu->addAction(tr("Later") + QStringLiteral("\tCtrl+Right"), this, [this, step, wave] { move(step, wave + 1); });
    menu->addAction(tr("Move to wave…"), this, act([this, step, wave, last](const Candidate& now) {
        WaveDialog dialog(qs(now.title), wave, last, this);
        if (dialog.exec() == QDialog::Accepted && dialog.wave() != wave)
            move(step, dialog.wave());
    }));
    menu->addSeparator();
    const std::vector<int> marked = m_view->marked();
    if (marked.size() > 1)
        menu->addAction(tr("Merge the %1 chosen steps").arg(numberWord(marked.size())), this, [this, marked] { merge(marked); });
    QMenu* onto = menu->addMenu(tr("Merge with"));
    for (int other = 0; other < static_cast<int>(m_view->figure().steps.size()); ++other) {
        if (other != step && candidateAt(other))
            onto->addAction(m_view->figure().steps[static_cast<std::size_t>(other)].title, this, [this, step, other] { merge({ other, step }); });
    }
    onto->setEnabled(!onto->isEmpty());
    QAction* apart = menu->addAction(tr("Split…"), this, act([this](const Candidate& now) { split(now); }));
    apart->setEnabled(candidate->units.size() > 1);
    menu->addSeparator();
    menu->addAction(tr("Keep in Python…"), this, act([this](const Candidate& now) { keepInPython(now); }));
    menu->addAction(tr("Set the verdict by hand…"), this, act([this](const Candidate& now) { decide(now); }));
    menu->addSeparator();
    menu->addAction(tr("Show its boundary"), this, [this, id] {
        if (m_context.selection)
            m_context.selection->setCandidate(qs(id));
        Q_EMIT pageWanted(QStringLiteral("boundary"));
    });
    return menu;
}

void RoadmapPage::move(int step, int wave)
{
    const Candidate* candidate = candidateAt(step);
    if (!candidate || !m_context.plan || wave < 1 || wave > plan::kLastWave || wave == m_view->waveOf(step))
        return;
    m_context.plan->change(tr("Move %1 to wave %2").arg(qs(candidate->title)).arg(wave), plan::moved(m_context.plan->settings(), *candidate, wave));
}

void RoadmapPage::merge(const std::vector<int>& steps)
{
    std::vector<const Candidate*> candidates;
    for (const int step : steps) {
        if (const Candidate* candidate = candidateAt(step))
            candidates.push_back(candidate);
    }
    if (candidates.size() < 2 || !m_context.plan)
        return;
    const QString text = candidates.size() == 2 ? tr("Merge %1 with %2").arg(qs(candidates[1]->title), qs(candidates[0]->title)) : tr("Merge %1 steps").arg(candidates.size());
    m_context.plan->change(text, plan::merged(m_context.plan->settings(), candidates, candidates.front()->title));
}

void RoadmapPage::split(const Candidate& candidate)
{
    const QString title = qs(candidate.title);
    const AssessmentPtr held = m_assessment; // the dialog runs an event loop
    SplitDialog dialog(candidate, this);
    if (dialog.exec() == QDialog::Accepted)
        m_context.plan->change(tr("Split %1").arg(title), plan::split(m_context.plan->settings(), candidate, dialog.apart()));
}

void RoadmapPage::decide(const Candidate& candidate)
{
    const AssessmentPtr held = m_assessment;
    ReasonDialog dialog(tr("Set the verdict of %1").arg(qs(candidate.title)),
        counted(candidate.modules.size(), tr("It holds for its module, whatever the analysis says."), tr("It holds for its %1 modules, whatever the analysis says.")), candidate.strategy, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    settings::Settings now = m_context.plan->settings();
    for (const std::string& module : candidate.modules)
        now = plan::overridden(std::move(now), module, dialog.verdict(), bytes(dialog.reason()));
    m_context.plan->change(tr("%1: %2 by hand").arg(qs(candidate.title), verdictName(dialog.verdict())), std::move(now));
}

void RoadmapPage::keepInPython(const Candidate& candidate)
{
    const AssessmentPtr held = m_assessment;
    ReasonDialog dialog(tr("Keep %1 in Python").arg(qs(candidate.title)), tr("Its units are taken out of the plan. Other steps that count on them are named."), std::nullopt, this);
    if (dialog.exec() == QDialog::Accepted)
        m_context.plan->change(tr("Keep %1 in Python").arg(qs(candidate.title)), plan::stayingInPython(m_context.plan->settings(), candidate, bytes(dialog.reason())));
}

} // namespace ferroscope::ui

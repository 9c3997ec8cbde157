// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plan_edits.h"

#include "ui/models/plan_changes.h"

#include <QUndoCommand>
#include <algorithm>

namespace ferroscope::ui {

class PlanEdits::Command final : public QUndoCommand {
public:
    Command(PlanEdits* edits, const QString& text, settings::Settings before, settings::Settings after, QString slider)
        : QUndoCommand(text)
        , m_edits(edits)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_slider(std::move(slider))
    {
    }
    void undo() override { m_edits->apply(m_before); }
    void redo() override { m_edits->apply(m_after); }
    int id() const override { return m_slider.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto& next = static_cast<const Command&>(*other);
        if (next.m_slider != m_slider)
            return false;
        m_after = next.m_after;
        setText(next.text());
        setObsolete(m_after == m_before);
        return true;
    }

private:
    PlanEdits* m_edits;
    settings::Settings m_before, m_after;
    QString m_slider;
};

PlanEdits::PlanEdits(QObject* parent)
    : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, [this] { work(analysis::Cut::New); });
    connect(&m_worker, &PlanWorker::answered, this, &PlanEdits::take);
}

void PlanEdits::open(settings::Settings kept)
{
    m_worker.stop();
    m_rest.stop();
    m_made.clear();
    m_shown.reset();
    m_whatIf.reset();
    m_problem.reset();
    m_settings = std::move(kept);
    m_used = m_settings;
    m_history.clear();
    setState(State::Idle);
    Q_EMIT settingsChanged();
    Q_EMIT problemChanged();
}

void PlanEdits::setAnalysed(const AssessmentPtr& assessment, std::shared_ptr<const analysis::WhatIf> whatIf, const settings::Settings& used)
{
    m_worker.stop();
    m_rest.stop();
    m_made.clear();
    m_whatIf = std::move(whatIf);
    m_used = used;
    m_shown = assessment;
    m_shownUnder = used;
    m_problem.reset();
    keep(used, assessment);
    m_state = State::Idle;
    Q_EMIT stateChanged(); // even from Idle: what needed a reading may have been read
    Q_EMIT problemChanged();
    if (effective() != m_shownUnder || (m_problemWanted && m_whatIf))
        work(analysis::Cut::Kept);
}

void PlanEdits::setNotAnalysed()
{
    if (m_state == State::Preparing)
        setState(effective() == m_shownUnder ? State::Idle : State::Stalled);
}

bool PlanEdits::needsReading() const { return m_shown && !plan::readsAlike(m_settings, m_used); }

void PlanEdits::change(const QString& text, settings::Settings now, const QString& slider)
{
    if (now != m_settings)
        m_history.push(new Command(this, text, m_settings, std::move(now), slider));
}

void PlanEdits::workIn()
{
    if (effective() != m_shownUnder)
        work(analysis::Cut::Kept);
}

void PlanEdits::prepare()
{
    if (m_whatIf || !m_shown || m_state == State::Preparing)
        return;
    setState(State::Preparing);
    Q_EMIT preparationWanted();
}

void PlanEdits::setProblemWanted(bool wanted)
{
    m_problemWanted = wanted;
    if (wanted && !m_problem && m_whatIf && m_state == State::Idle)
        work(analysis::Cut::Kept);
}

void PlanEdits::apply(const settings::Settings& now)
{
    m_settings = now;
    Q_EMIT settingsChanged();
    if (m_shown)
        work(analysis::Cut::Kept);
}

settings::Settings PlanEdits::effective() const { return plan::readAs(m_settings, m_used); }

void PlanEdits::work(analysis::Cut cut)
{
    m_rest.stop();
    const settings::Settings wanted = effective();
    const bool hasProblem = m_problem && wanted == m_shownUnder;
    const bool needsProblem = m_problemWanted && m_whatIf && !hasProblem;
    // What was searched under these settings before is the answer: undo gives back exactly what there was.
    const auto made = std::find_if(m_made.begin(), m_made.end(), [&](const Made& one) { return one.settings == wanted; });
    const AssessmentPtr known = made != m_made.end() ? made->assessment : nullptr;
    if (known) {
        m_worker.stop();
        if (!hasProblem)
            m_problem.reset();
        const bool isNew = known != m_shown;
        m_shown = known;
        m_shownUnder = wanted;
        if (!needsProblem)
            setState(State::Idle);
        if (isNew)
            Q_EMIT assessed(known);
        if (!needsProblem)
            return;
    }
    if (!m_whatIf) {
        if (m_state == State::Preparing)
            return;
        setState(State::Preparing);
        Q_EMIT preparationWanted();
        return;
    }
    setState(State::Working);
    m_worker.ask({ m_whatIf, wanted, known ? analysis::Cut::New : cut, m_shown, needsProblem, known });
}

void PlanEdits::take(const PlanAnswer& answer)
{
    const bool isSearched = answer.cut == analysis::Cut::New;
    if (answer.problem)
        m_problem = answer.problem;
    else if (answer.settings != m_shownUnder)
        m_problem.reset();
    const bool isNew = answer.assessment != m_shown;
    m_shown = answer.assessment;
    m_shownUnder = answer.settings;
    if (isSearched)
        keep(answer.settings, answer.assessment);
    else
        m_rest.start();
    setState(State::Idle);
    if (isNew)
        Q_EMIT assessed(answer.assessment);
    if (answer.problem)
        Q_EMIT problemChanged();
}

void PlanEdits::keep(const settings::Settings& settings, const AssessmentPtr& assessment)
{
    std::erase_if(m_made, [&](const Made& one) { return one.settings == settings; });
    m_made.push_back({ settings, assessment });
    if (m_made.size() > kKept)
        m_made.erase(m_made.begin());
}

void PlanEdits::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// PlanEdits: the settings of the open project and what a person does to them. Every change is one command that can be
// undone; changes of the same slider in a row are one. After a change the plan is made anew: at once with the
// candidates it has (Cut::Kept), and when nothing was changed for kRest milliseconds with new ones (Cut::New), both on
// a thread of their own, the latest alone.
//
// An assessment out of the store has nothing to ask: then the first change waits, and preparationWanted() says that an
// analysis for what-if is needed. The change is in the settings all the while, and nothing is lost if that fails.
#pragma once

#include "ui/models/plan_worker.h"
#include <QTimer>
#include <QUndoStack>

namespace ferroscope::ui {

class PlanEdits final : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle, // what is shown is made under the settings
        Preparing, // an analysis runs so that there is something to ask
        Working, // being asked
        Stalled // the settings are not worked in: that analysis was cancelled or failed
    };
    static constexpr int kRest = 300; // milliseconds
    static constexpr std::size_t kKept = 4; // assessments that undo and redo find again

    explicit PlanEdits(QObject* parent = nullptr);

    void open(settings::Settings kept); // of another project; nothing to undo
    // An analysis under `used` is done. `whatIf` may be null.
    void setAnalysed(const AssessmentPtr& assessment, std::shared_ptr<const analysis::WhatIf> whatIf, const settings::Settings& used);
    void setNotAnalysed(); // the analysis was cancelled or has failed

    const settings::Settings& settings() const { return m_settings; }
    QUndoStack* history() { return &m_history; }
    State state() const { return m_state; }
    bool isReady() const { return m_shown != nullptr; } // there is a plan to change
    bool needsReading() const; // excludes, roots or roles are not those of what is shown

    // `text` names it in the undo menu: "Move Settlement engine to wave 2". No change, no command. `slider`: changes
    // of the same one in a row become one command.
    void change(const QString& text, settings::Settings now, const QString& slider = {});
    void workIn(); // tries again after Stalled
    void prepare(); // so that there is something to ask, before the first change
    bool canAsk() const { return m_whatIf != nullptr; }

    // The planning problem under the settings, for who says it is needed; null until it is known.
    void setProblemWanted(bool wanted);
    const std::shared_ptr<const roadmap::PlanInput>& problem() const { return m_problem; }

Q_SIGNALS:
    void settingsChanged();
    void assessed(const ferroscope::AssessmentPtr& assessment);
    void problemChanged();
    void stateChanged();
    void preparationWanted();

private:
    class Command;
    struct Made {
        settings::Settings settings;
        AssessmentPtr assessment;
    };
    void apply(const settings::Settings& now);
    void work(analysis::Cut cut);
    void take(const PlanAnswer& answer);
    void keep(const settings::Settings& settings, const AssessmentPtr& assessment);
    settings::Settings effective() const; // what can be asked: read as it was
    void setState(State state);
    settings::Settings m_settings, m_used; // used: by the last analysis
    AssessmentPtr m_shown;
    settings::Settings m_shownUnder;
    std::vector<Made> m_made; // searched ones, the latest last
    std::shared_ptr<const analysis::WhatIf> m_whatIf;
    std::shared_ptr<const roadmap::PlanInput> m_problem;
    bool m_problemWanted = false;
    State m_state = State::Idle;
    QUndoStack m_history;
    QTimer m_rest;
    PlanWorker m_worker;
};

} // namespace ferroscope::ui

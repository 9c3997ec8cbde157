// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Session: one opened folder: its analysis, its assessment, the selection. The window shows what it says.
// Cancelled is a state, not an error; an earlier assessment of the same folder stays while a new one is made.
//
// While it is open the folder is watched: saved files start an update, an analysis like any other that a newer
// change supersedes (but no more than kMostSuperseded in a row, or a folder that never rests would never be shown).
// Updates are kept as snapshots at most every kKeepEvery seconds: a save is no milestone.
//
// The plan's settings belong to the folder: read from the store when it is opened, kept there after every change (on a
// thread, at the latest when the folder or the window is closed). Settings that lie in the folder itself are told about
// once and never used silently.
#pragma once

#include "core/analysis/kept_facts.h"
#include "core/store/store.h"
#include "ui/models/plan_edits.h"
#include "ui/models/profile_choice.h"
#include "ui/models/selection.h"
#include "ui/pages/page.h"
#include "ui/shell/analysis_job.h"
#include "ui/shell/folder_watch.h"
#include "ui/shell/settings_keeper.h"

namespace ferroscope::ui {

struct SessionTools { // injected; tests bring their own
    AnalyzeCall analyze; // empty: analysis::analyze
    std::shared_ptr<const FileSystem> files; // null: the real one
    std::shared_ptr<store::Store> store; // null: nothing is kept
};

class Session final : public QObject {
    Q_OBJECT
public:
    enum class State { Empty, Reading, Ready, Cancelled, Failed, Gone }; // Gone: the folder vanished while open
    static constexpr int kMostSuperseded = 3, kKeepEvery = 600;

    explicit Session(SessionTools tools, QObject* parent = nullptr);

    void open(const QString& folder);
    void analyseAgain();
    void cancel();
    void close();
    void setWatching(bool on); // on by default
    void lookForChanges(); // the window was activated

    State state() const { return m_state; }
    const AssessmentPtr& assessment() const { return m_assessment; }
    const ProjectPlace& place() const { return m_place; }
    QString folder() const; // native form of the root
    QString projectName() const;
    const Error& error() const { return m_error; }
    const ReadingState& reading() const { return m_reading; }
    double seconds() const { return m_seconds; } // of the last complete analysis
    double runningSeconds() const { return m_job.seconds(); } // since the last start
    bool watching() const { return m_watching; }
    bool updating() const { return m_state == State::Reading && m_update; } // runs because files changed
    const QStringList& changedFiles() const { return m_changed; } // that the running or last update is about; else empty
    FolderWatch& watch() { return m_watch; }
    Selection* selection() { return &m_selection; }
    ProfileChoice* profiles() { return &m_profiles; }
    PlanEdits* plan() { return &m_plan; }
    bool isPlanChange() const { return m_planChange; } // assessmentChanged() comes from a change of the plan, not from files
    SettingsKeeper* keeper() { return &m_keeper; }
    void useFolderSettings(); // those that keeper()->found() tells about
    const std::shared_ptr<const FileSystem>& files() const { return m_tools.files; }
    std::vector<store::SnapshotInfo> recentProjects() const;
    void forget(const QString& folder);

Q_SIGNALS:
    void stateChanged();
    void assessmentChanged();
    void progressed(const ferroscope::ui::ReadingState& state);
    void recentProjectsChanged();

private:
    void setState(State state);
    void startJob(bool update);
    void finish(const analysis::Outcome& outcome, double seconds);
    bool refuseProfile(const Error& error); // true: it was about a profile, and the pages stay as they are
    void updateFor(const QStringList& files);
    void carrySelection(const Assessment* before, const Assessment& now);
    void showPlan(const AssessmentPtr& assessment);
    SessionTools m_tools;
    Selection m_selection;
    ProfileChoice m_profiles;
    QStringList m_wantedProfiles; // of the running analysis; in use once it has succeeded
    SettingsKeeper m_keeper;
    AnalysisJob m_job;
    State m_state = State::Empty;
    AssessmentPtr m_assessment;
    std::shared_ptr<analysis::KeptFacts> m_kept; // of the folder that is open
    ProjectPlace m_place;
    Error m_error;
    ReadingState m_reading;
    double m_seconds = 0;
    FolderWatch m_watch;
    QStringList m_changed;
    std::int64_t m_startedAt = 0; // nanoseconds since the epoch
    std::int64_t m_keptAt = 0; // seconds since the epoch
    int m_superseded = 0;
    bool m_watching = true, m_update = false, m_pending = false; // pending: changed again, after the running one
    bool m_whatIfWanted = false, m_planChange = false; // wanted: this folder's plan was changed
    settings::Settings m_asked; // of the running analysis
    PlanEdits m_plan;
};

} // namespace ferroscope::ui

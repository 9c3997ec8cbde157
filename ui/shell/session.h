// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Session: one opened folder: its analysis, its assessment, the selection. The window shows what it says.
// Cancelled is a state, not an error; an earlier assessment of the same folder stays while a new one is made.
#pragma once

#include "core/store/store.h"
#include "ui/models/selection.h"
#include "ui/pages/page.h"
#include "ui/shell/analysis_job.h"

namespace ferroscope::ui {

struct SessionTools { // injected; tests bring their own
    AnalyzeCall analyze; // empty: analysis::analyze
    std::shared_ptr<const FileSystem> files; // null: the real one
    std::shared_ptr<store::Store> store; // null: nothing is kept
};

class Session final : public QObject {
    Q_OBJECT
public:
    enum class State { Empty, Reading, Ready, Cancelled, Failed };

    explicit Session(SessionTools tools, QObject* parent = nullptr);

    void open(const QString& folder);
    void analyseAgain();
    void cancel();
    void close();

    State state() const { return m_state; }
    const AssessmentPtr& assessment() const { return m_assessment; }
    const ProjectPlace& place() const { return m_place; }
    QString folder() const; // native form of the root
    QString projectName() const;
    const Error& error() const { return m_error; }
    const ReadingState& reading() const { return m_reading; }
    double seconds() const { return m_seconds; } // of the last complete analysis
    Selection* selection() { return &m_selection; }
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
    void startJob();
    SessionTools m_tools;
    Selection m_selection;
    AnalysisJob m_job;
    State m_state = State::Empty;
    AssessmentPtr m_assessment;
    ProjectPlace m_place;
    Error m_error;
    ReadingState m_reading;
    double m_seconds = 0;
};

} // namespace ferroscope::ui

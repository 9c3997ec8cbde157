// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// AnalysisJob: runs one analysis on a thread of its own and tells about it by signals on the thread that owns
// the job. A new start() or the destructor stops the run before; what a stopped or outdated run still reports
// is dropped by its generation number. A result that is complete is delivered even if cancel() came too late
// to stop it: work that is done is never thrown away.
#pragma once

#include "core/analysis/analyzer.h"
#include "ui/models/reading_state.h"
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace ferroscope::ui {

// The call that analyses; a parameter so that tests can stand in for it.
using AnalyzeCall = std::function<Result<analysis::Outcome>(const FileSystem&, const analysis::Request&, store::Store*,
    std::stop_token, const ProgressSink&, const analysis::PartialSink&)>;
// Keeps the result (snapshot); runs on the thread of the job, after the result was delivered.
using KeepCall = std::function<void(const analysis::Request&, const analysis::Outcome&)>;

class AnalysisJob final : public QObject {
    Q_OBJECT
public:
    explicit AnalysisJob(AnalyzeCall analyze, QObject* parent = nullptr);
    ~AnalysisJob() override; // stops and waits

    void start(std::shared_ptr<const FileSystem> files, const analysis::Request& request, store::Store* store, KeepCall keep);
    void cancel();
    bool running() const { return m_running; }
    double seconds() const { return static_cast<double>(m_clock.elapsed()) / 1000.0; }

Q_SIGNALS:
    void progressed(const ferroscope::ui::ReadingState& state);
    // `seconds` from start to result.
    void finished(const ferroscope::analysis::Outcome& outcome, double seconds);
    void cancelled(const ferroscope::ui::ReadingState& reached);
    void failed(const ferroscope::Error& error);
    void kept(); // the snapshot is stored

private:
    struct Run;
    struct Worker {
        std::shared_ptr<Run> run;
        std::jthread thread; // destroyed, and so joined, on the thread that owns the job
    };
    void report(const std::shared_ptr<Run>& run);
    void conclude(const std::shared_ptr<Run>& run);
    void retire(const std::shared_ptr<Run>& run);
    AnalyzeCall m_analyze;
    std::vector<Worker> m_workers; // the last one is current, the others are stopping
    std::uint64_t m_generation = 0;
    bool m_running = false;
    ReadingState m_state;
    QElapsedTimer m_clock;
    QTimer m_look;
};

QString stageName(Stage stage); // "Reading"

} // namespace ferroscope::ui

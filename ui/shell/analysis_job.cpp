// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/analysis_job.h"

#include "ui/models/text.h"

#include <utility>
#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace ferroscope::ui {

namespace {

constexpr int kLookEvery = 40; // milliseconds

// The analysis uses every processor; a little less of each keeps the window fluid. On Linux the nice value
// belongs to a thread and passes to the threads it starts.
void yieldToTheWindow()
{
#ifdef Q_OS_LINUX
    (void)setpriority(PRIO_PROCESS, 0, 10);
#endif
}

} // namespace

// Shared by the thread and the events it posts, so that either may outlive the other. It does not own the
// thread: whoever drops the last reference may be that very thread, and a thread cannot join itself.
struct AnalysisJob::Run {
    std::uint64_t generation = 0;
    std::mutex mutex; // guards progress, partial and result
    Progress progress;
    analysis::Partial partial;
    bool fresh = false; // something was told since the window last looked
    std::shared_ptr<const Result<analysis::Outcome>> result; // set before `conclude` is posted
};

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::Discover: return AnalysisJob::tr("Looking");
    case Stage::Read: return AnalysisJob::tr("Reading");
    case Stage::Link: return AnalysisJob::tr("Linking");
    case Stage::Weigh: return AnalysisJob::tr("Weighing");
    case Stage::Judge: return AnalysisJob::tr("Judging");
    case Stage::Plan: return AnalysisJob::tr("Planning");
    case Stage::Store: return AnalysisJob::tr("Storing");
    }
    return {};
}

AnalysisJob::AnalysisJob(AnalyzeCall analyze, QObject* parent)
    : QObject(parent)
    , m_analyze(std::move(analyze))
{
    // The window looks at the analysis, not the other way round: a thread that posts an event holds the lock of the
    // window's queue, and the window would stand still for as long as that thread is not scheduled.
    m_look.setInterval(kLookEvery);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (!m_workers.empty())
            report(m_workers.back().run);
    });
}

AnalysisJob::~AnalysisJob()
{
    cancel();
    m_workers.clear(); // waits for each
}

void AnalysisJob::start(std::shared_ptr<const FileSystem> files, const analysis::Request& request, store::Store* store, KeepCall keep)
{
    cancel();
    auto run = std::make_shared<Run>();
    run->generation = ++m_generation;
    m_running = true;
    m_state = {};
    m_state.stages = kStageCount - 1; // storing is not waited for
    m_state.stage = 1;
    m_state.stageName = stageName(Stage::Discover);
    m_clock.start();
    m_look.start();
    Q_EMIT progressed(m_state);

    std::jthread thread([this, run, files = std::move(files), request, store, keep = std::move(keep), analyze = m_analyze](std::stop_token stop) {
        yieldToTheWindow();
        auto result = std::make_shared<const Result<analysis::Outcome>>(analyze(
            *files, request, store, stop,
            [&](const Progress& progress) {
                const std::lock_guard lock(run->mutex);
                run->progress = progress;
                run->fresh = true;
            },
            [&](const analysis::Partial& partial) {
                const std::lock_guard lock(run->mutex);
                run->partial = partial;
                run->fresh = true;
            }));
        {
            const std::lock_guard lock(run->mutex);
            run->result = result;
        }
        QMetaObject::invokeMethod(this, [this, run] { conclude(run); }, Qt::QueuedConnection);
        if (result->has_value() && keep && !stop.stop_requested())
            keep(request, **result);
        QMetaObject::invokeMethod(this, [this, run] { retire(run); }, Qt::QueuedConnection);
    });
    m_workers.push_back({ std::move(run), std::move(thread) });
}

void AnalysisJob::cancel()
{
    for (Worker& worker : m_workers)
        worker.thread.request_stop();
}

void AnalysisJob::report(const std::shared_ptr<Run>& run)
{
    Progress progress;
    analysis::Partial partial;
    {
        // A thread of the analysis may sleep with the lock in its hand: the window never waits for it, it looks again.
        const std::unique_lock lock(run->mutex, std::try_to_lock);
        if (!lock.owns_lock() || !std::exchange(run->fresh, false))
            return;
        progress = run->progress;
        partial = run->partial;
    }
    m_state.found = partial.filesFound;
    m_state.read = partial.filesRead;
    m_state.functions = partial.functions;
    m_state.withErrors = partial.withErrors;
    m_state.codeLines = partial.codeLines;
    m_state.hintSlots = partial.hintSlots;
    m_state.hintsAnnotated = partial.hintsAnnotated;
    m_state.fraction = std::max(m_state.fraction, progress.fraction);
    m_state.stage = static_cast<int>(progress.stage) + 1;
    m_state.stageName = stageName(progress.stage);
    m_state.current = qs(progress.current);
    // Below a second and five percent any figure would be a guess.
    const double elapsed = seconds();
    m_state.timeLeft = elapsed > 1 && m_state.fraction > 0.05
        ? tr("%1 s left").arg(number(std::max(1.0, elapsed * (1 - m_state.fraction) / m_state.fraction)))
        : QString();
    Q_EMIT progressed(m_state);
}

void AnalysisJob::conclude(const std::shared_ptr<Run>& run)
{
    if (run->generation != m_generation)
        return;
    m_running = false;
    m_look.stop();
    std::shared_ptr<const Result<analysis::Outcome>> held;
    {
        const std::lock_guard lock(run->mutex);
        held = run->result;
    }
    const Result<analysis::Outcome>& result = *held;
    if (result)
        Q_EMIT finished(*result, seconds());
    else if (result.error().code == ErrorCode::Cancelled)
        Q_EMIT cancelled(m_state);
    else
        Q_EMIT failed(result.error());
}

void AnalysisJob::retire(const std::shared_ptr<Run>& run)
{
    const bool current = run->generation == m_generation;
    // The thread has nothing left to do: joining is immediate.
    std::erase_if(m_workers, [&](const Worker& worker) { return worker.run == run; });
    if (current && run->result && run->result->has_value())
        Q_EMIT kept();
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session.h"

#include "core/report/json_writer.h"
#include "ui/models/text.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <algorithm>

namespace ferroscope::ui {

namespace {

constexpr std::size_t kRecent = 5; // as many as the start page has room for

// Whether an analysis takes profiles, and handing them over.
template <class Request> constexpr bool takesProfiles = requires(Request& request) { request.profiles; };
template <class Request> void giveProfiles(Request& request, const QStringList& files)
{
    if constexpr (takesProfiles<Request>) {
        for (const QString& file : files)
            request.profiles.push_back(QFile::encodeName(file).toStdString());
    }
}

} // namespace

Session::Session(SessionTools tools, QObject* parent)
    : QObject(parent)
    , m_tools(std::move(tools))
    , m_keeper(m_tools.store)
    , m_job(m_tools.analyze ? m_tools.analyze : AnalyzeCall(&analysis::analyze))
    , m_watch(m_tools.files ? m_tools.files : realFileSystem())
{
    if (!m_tools.files)
        m_tools.files = realFileSystem();
    connect(&m_job, &AnalysisJob::progressed, this, [this](const ReadingState& state) {
        m_reading = state;
        Q_EMIT progressed(state);
    });
    connect(&m_job, &AnalysisJob::finished, this, &Session::finish);
    connect(&m_job, &AnalysisJob::cancelled, this, [this](const ReadingState& reached) {
        m_reading = reached;
        m_changed.clear();
        m_pending = false;
        m_wantedProfiles = m_profiles.files();
        m_plan.setNotAnalysed();
        setState(m_watch.gone() ? State::Gone : State::Cancelled);
    });
    connect(&m_job, &AnalysisJob::failed, this, [this](const Error& error) {
        m_changed.clear();
        m_pending = false;
        m_plan.setNotAnalysed();
        if (refuseProfile(error))
            return;
        m_error = error;
        setState(error.code == ErrorCode::NotFound && m_assessment ? State::Gone : State::Failed);
    });
    m_profiles.setAvailable(takesProfiles<analysis::Request>);
    connect(&m_profiles, &ProfileChoice::wanted, this, [this](const QStringList& files) {
        m_wantedProfiles = files;
        if (!m_place.root.empty())
            startJob(false);
    });
    connect(&m_watch, &FolderWatch::changed, this, &Session::updateFor);
    connect(&m_watch, &FolderWatch::vanished, this, [this] {
        if (m_job.running())
            m_job.cancel(); // what it reads is not there any more
        else
            setState(State::Gone);
    });
    connect(&m_watch, &FolderWatch::returned, this, [this] { startJob(true); });
    connect(&m_job, &AnalysisJob::kept, this, &Session::recentProjectsChanged);
    connect(&m_plan, &PlanEdits::settingsChanged, this, [this] { m_keeper.keep(m_plan.settings()); });
    connect(&m_plan, &PlanEdits::assessed, this, &Session::showPlan);
    connect(&m_plan, &PlanEdits::preparationWanted, this, [this] {
        m_whatIfWanted = true;
        startJob(true);
    });
}

void Session::open(const QString& folder)
{
    const QString absolute = QDir(folder).absolutePath();
    const std::string root = QFile::encodeName(absolute).toStdString();
    if (root != m_place.root) {
        m_watch.stop();
        m_wantedProfiles.clear();
        m_profiles.set({});
        m_assessment.reset();
        m_kept = std::make_shared<analysis::KeptFacts>();
        m_selection.clear();
        m_place = { root, 0 };
        m_whatIfWanted = false;
        m_plan.open(m_keeper.open(m_tools.files, root));
        Q_EMIT assessmentChanged();
    }
    startJob(false);
}

void Session::analyseAgain()
{
    if (!m_place.root.empty())
        startJob(false);
}

void Session::finish(const analysis::Outcome& outcome, double seconds)
{
    const AssessmentPtr before = std::exchange(m_assessment, outcome.assessment);
    m_seconds = seconds;
    m_superseded = 0;
    if (m_profiles.files() != m_wantedProfiles || !m_profiles.problem().isEmpty())
        m_profiles.set(m_wantedProfiles);
    m_place.analysedAt = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    carrySelection(before.get(), *m_assessment);
    if (m_watching)
        m_watch.watch(m_place.root, foldersOf(*m_assessment), m_startedAt);
    setState(State::Ready);
    Q_EMIT assessmentChanged();
    // What was changed while it ran is worked in now.
    m_plan.setAnalysed(m_assessment, outcome.whatIf, m_asked);
    if (std::exchange(m_pending, false))
        startJob(true);
}

void Session::showPlan(const AssessmentPtr& assessment)
{
    const AssessmentPtr before = std::exchange(m_assessment, assessment);
    carrySelection(before.get(), *m_assessment);
    m_planChange = true;
    Q_EMIT assessmentChanged();
    m_planChange = false;
}

void Session::useFolderSettings()
{
    const std::optional<settings::Settings> found = m_keeper.found();
    m_keeper.answer();
    if (!found)
        return;
    m_plan.change(tr("Use the settings of the folder"), *found);
    if (m_plan.needsReading())
        startJob(true);
}

// Candidates are numbered by rank, so the same id may mean another one now: the chosen one is found by its hottest
// function, else by its title, else by the modules it shares.
void Session::carrySelection(const Assessment* before, const Assessment& now)
{
    if (!m_selection.module().isEmpty() && !now.find(bytes(m_selection.module())))
        m_selection.setModule({});
    const Candidate* old = before ? before->candidate(bytes(m_selection.candidate())) : nullptr;
    if (!old)
        return;
    const Candidate* same = nullptr;
    std::size_t most = 0;
    for (const Candidate& one : now.candidates) {
        std::vector<std::string> shared;
        std::set_intersection(one.modules.begin(), one.modules.end(), old->modules.begin(), old->modules.end(), std::back_inserter(shared));
        const std::size_t likeness = shared.size() + (one.title == old->title ? 1'000'000 : 0) + (!old->anchor.empty() && one.anchor == old->anchor ? 10'000'000 : 0);
        if (likeness > most) {
            most = likeness;
            same = &one;
        }
    }
    m_selection.setCandidate(same ? qs(same->id) : QString());
}

bool Session::refuseProfile(const Error& error)
{
    const QString path = QFile::decodeName(QByteArray::fromStdString(error.path));
    if (!m_wantedProfiles.contains(path) || !m_assessment)
        return false;
    m_wantedProfiles = m_profiles.files();
    m_profiles.set(m_wantedProfiles, path, qs(error.detail));
    setState(State::Ready);
    return true;
}

void Session::updateFor(const QStringList& files)
{
    const bool running = m_job.running();
    if (!running || !m_update)
        m_changed.clear();
    m_changed << files;
    m_changed.removeDuplicates();
    if (running && ++m_superseded > kMostSuperseded) {
        m_pending = true;
        return;
    }
    startJob(true);
}

void Session::setWatching(bool on)
{
    m_watching = on;
    if (!on)
        m_watch.stop();
    else if (m_assessment)
        m_watch.watch(m_place.root, foldersOf(*m_assessment), m_startedAt);
}

void Session::lookForChanges() { m_watch.lookSoon(); }

void Session::startJob(bool update)
{
    m_update = update;
    if (!update)
        m_changed.clear();
    m_startedAt = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    analysis::Request request;
    request.root = m_place.root;
    request.kept = m_kept;
    request.settings = m_asked = m_plan.settings();
    request.forWhatIf = m_whatIfWanted;
    if (m_keeper.isFolders(m_asked))
        request.repoConfig = RepoConfig::Trusted;
    giveProfiles(request, m_wantedProfiles);
    KeepCall keep;
    const std::int64_t seconds = QDateTime::currentSecsSinceEpoch();
    if (m_tools.store && (!update || seconds - m_keptAt >= kKeepEvery)) {
        m_keptAt = seconds;
        keep = [store = m_tools.store](const analysis::Request& done, const analysis::Outcome& outcome) {
            const Assessment& assessment = *outcome.assessment;
            // A snapshot that cannot be kept costs the entry among the recent projects, nothing else; a result, time.
            (void)analysis::keep(outcome, *store);
            (void)store->saveSnapshot(done.root, assessment, report::toJson(assessment), QDateTime::currentSecsSinceEpoch());
        };
    }
    m_reading = {};
    m_job.start(m_tools.files, request, m_tools.store.get(), std::move(keep));
    setState(State::Reading);
}

void Session::cancel() { m_job.cancel(); }

void Session::close()
{
    m_keeper.flush();
    m_watch.stop();
    m_job.cancel();
    m_keeper.close();
    m_plan.open({});
    m_assessment.reset();
    m_kept.reset();
    m_place = {};
    m_selection.clear();
    setState(State::Empty);
    Q_EMIT assessmentChanged();
}

QString Session::folder() const { return QDir::toNativeSeparators(QFile::decodeName(QByteArray::fromStdString(m_place.root))); }

QString Session::projectName() const
{
    if (m_assessment && !m_assessment->projectName.empty())
        return qs(m_assessment->projectName);
    return QDir(QFile::decodeName(QByteArray::fromStdString(m_place.root))).dirName();
}

std::vector<store::SnapshotInfo> Session::recentProjects() const
{
    return m_tools.store ? m_tools.store->recentProjects(kRecent) : std::vector<store::SnapshotInfo> {};
}

void Session::forget(const QString& folder)
{
    if (m_tools.store)
        (void)m_tools.store->forgetProject(QFile::encodeName(folder).toStdString());
    Q_EMIT recentProjectsChanged();
}

void Session::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace ferroscope::ui

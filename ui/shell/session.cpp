// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session.h"

#include "core/report/json_writer.h"
#include "ui/models/text.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

namespace ferroscope::ui {

namespace {
constexpr std::size_t kRecent = 5; // as many as the start page has room for
}

Session::Session(SessionTools tools, QObject* parent)
    : QObject(parent)
    , m_tools(std::move(tools))
    , m_job(m_tools.analyze ? m_tools.analyze : AnalyzeCall(&analysis::analyze))
{
    if (!m_tools.files)
        m_tools.files = realFileSystem();
    connect(&m_job, &AnalysisJob::progressed, this, [this](const ReadingState& state) {
        m_reading = state;
        Q_EMIT progressed(state);
    });
    connect(&m_job, &AnalysisJob::finished, this, [this](const analysis::Outcome& outcome, double seconds) {
        m_assessment = outcome.assessment;
        m_seconds = seconds;
        m_place.analysedAt = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
        if (!m_assessment->find(bytes(m_selection.module())))
            m_selection.clear();
        setState(State::Ready);
        Q_EMIT assessmentChanged();
    });
    connect(&m_job, &AnalysisJob::cancelled, this, [this](const ReadingState& reached) {
        m_reading = reached;
        setState(State::Cancelled);
    });
    connect(&m_job, &AnalysisJob::failed, this, [this](const Error& error) {
        m_error = error;
        setState(State::Failed);
    });
    connect(&m_job, &AnalysisJob::kept, this, &Session::recentProjectsChanged);
}

void Session::open(const QString& folder)
{
    const QString absolute = QDir(folder).absolutePath();
    const std::string root = QFile::encodeName(absolute).toStdString();
    if (root != m_place.root) {
        m_assessment.reset();
        m_selection.clear();
        m_place = { root, 0 };
        Q_EMIT assessmentChanged();
    }
    startJob();
}

void Session::analyseAgain()
{
    if (!m_place.root.empty())
        startJob();
}

void Session::startJob()
{
    analysis::Request request;
    request.root = m_place.root;
    KeepCall keep;
    if (m_tools.store) {
        keep = [store = m_tools.store](const analysis::Request& done, const Assessment& assessment) {
            // A snapshot that cannot be kept costs the entry among the recent projects, nothing else.
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
    m_job.cancel();
    m_assessment.reset();
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

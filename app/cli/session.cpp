// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "app/cli/messages.h"
#include "core/base/text.h"
#include "core/source/git_commit_files.h"
#include <ctime>

namespace ferroscope::cli {

Session::Session(const SessionOptions& options)
    : m_options(options)
    , m_storeFile(options.storeFile.empty() ? store::Store::defaultPath() : options.storeFile)
    , m_progress(options.quiet)
{
}

Session::~Session()
{
    if (m_store && m_outcome.assessment)
        (void)analysis::keep(m_outcome, *m_store); // without it the next run takes longer, nothing else
}

void Session::openStore()
{
    if (m_options.noCache)
        return;
    auto opened = store::Store::open(m_storeFile);
    if (opened) {
        m_store = std::move(*opened);
        return;
    }
    say("Going on without a store: " + sentenceFor(opened.error()));
}

// The repository's own file is looked for in what is analyzed: with --ref in that commit. A link is not followed.
Result<settings::Settings> Session::readConfig() const
{
    auto files = realFileSystem();
    std::string path = m_options.config;
    if (m_options.trustRepoConfig) {
        if (!m_options.ref.empty()) {
            auto commit = source::openCommit(m_options.path, m_options.ref);
            if (!commit)
                return tl::unexpected(commit.error());
            files = std::move(commit->files);
        }
        path = analysis::repoConfigPath(*files, m_options.path);
    }
    if (path.empty())
        return settings::Settings {};
    const auto text = files->read(path, settings::kMaxBytes);
    return text ? settings::readSettings(*text, path) : tl::unexpected(text.error());
}

Result<AssessmentPtr> Session::run()
{
    const auto files = realFileSystem();
    // Asked first, so that a wrong path leaves no store behind.
    if (const auto status = files->status(m_options.path); !status)
        return tl::unexpected(status.error());
    auto settings = readConfig();
    if (!settings)
        return tl::unexpected(settings.error());
    openStore();
    analysis::Request request;
    request.root = m_options.path;
    request.ref = m_options.ref;
    request.settings = std::move(*settings);
    request.repoConfig = m_options.trustRepoConfig ? RepoConfig::Trusted : RepoConfig::None;
    request.excludes = m_options.excludes;
    request.jobs = m_options.jobs;
    request.profiles = m_options.profiles;
    request.coverage = m_options.coverage;
    auto outcome = analysis::analyze(*files, request, m_store.get(), m_interrupt.token(), m_progress.sink());
    if (!outcome) {
        m_progress.clear();
        return tl::unexpected(outcome.error());
    }
    m_outcome = std::move(*outcome);
    return m_outcome.assessment;
}

void Session::save(const Assessment& assessment, const std::string& json)
{
    if (!m_store)
        return;
    const auto root = realFileSystem()->realPath(m_options.path);
    const auto saved = m_store->saveSnapshot(root.value_or(m_options.path), assessment, json, std::time(nullptr));
    if (!saved) {
        m_progress.clear();
        Error error = saved.error();
        if (error.path.empty())
            error.path = m_storeFile;
        say("The snapshot was not kept: " + sentenceFor(error));
    }
}

int Session::sayCancelled() const
{
    if (m_store) {
        say("Cancelled. What was read so far is kept in " + printablePath(m_storeFile) + "; the next run goes on from there.");
    } else {
        say("Cancelled. Nothing was kept.");
    }
    return kCancelled;
}

} // namespace ferroscope::cli

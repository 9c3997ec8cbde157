// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_keeper.h"

#include "core/analysis/analyzer.h"
#include "ui/models/text.h"

namespace ferroscope::ui {

namespace {
std::string textOf(const settings::Settings& settings) { return settings.isEmpty() ? std::string() : settings::writeSettings(settings); }
}

SettingsKeeper::SettingsKeeper(std::shared_ptr<store::Store> store, QObject* parent)
    : QObject(parent)
    , m_store(std::move(store))
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &SettingsKeeper::write);
}

SettingsKeeper::~SettingsKeeper()
{
    flush();
    m_pool.waitForDone();
}

settings::Settings SettingsKeeper::open(std::shared_ptr<const FileSystem> files, const std::string& root)
{
    flush();
    close();
    m_root = root;
    const std::optional<std::string> kept = m_store ? m_store->settings(root) : std::nullopt;
    m_isKept = kept.has_value();
    look(std::move(files));
    if (!kept)
        return {};
    const Result<settings::Settings> read = settings::readSettings(*kept, std::string(settings::kFileName));
    if (!read) {
        setProblem(tr("The settings kept for this folder cannot be understood (%1); it is analysed without them.").arg(qs(read.error().detail)));
        return {};
    }
    m_text = m_kept = textOf(*read);
    return *read;
}

void SettingsKeeper::close()
{
    m_timer.stop();
    m_root.clear();
    m_text.clear();
    m_kept.clear();
    m_isKept = false;
    m_folders.reset();
    setProblem({});
    if (std::exchange(m_found, std::nullopt))
        Q_EMIT foundChanged();
}

void SettingsKeeper::keep(const settings::Settings& settings)
{
    if (m_root.empty())
        return;
    m_text = textOf(settings);
    if (m_text != m_kept)
        m_timer.start();
}

void SettingsKeeper::write()
{
    m_timer.stop();
    if (m_root.empty() || (m_text == m_kept && m_isKept))
        return;
    if (!m_store) {
        setProblem(tr("Changes of the plan are not kept: this program could not open its store."));
        return;
    }
    m_pool.start([this, store = m_store, root = m_root, text = m_text] {
        const Result<void> done = store->putSettings(root, text);
        QMetaObject::invokeMethod(this, [this, root, text, done] { written(root, text, done); }, Qt::QueuedConnection);
    });
}

void SettingsKeeper::written(const std::string& root, const std::string& text, const Result<void>& done)
{
    if (root != m_root)
        return;
    if (done) {
        m_kept = text;
        m_isKept = true;
        setProblem({});
        if (m_text != m_kept)
            m_timer.start(); // changed back while it was written
        return;
    }
    const QString reason = qs(done.error().detail);
    setProblem(done.error().code == ErrorCode::StoreBusy ? tr("Changes of the plan are not kept: another program holds the store.")
                                                         : tr("Changes of the plan are not kept: the store cannot be written (%1).").arg(reason));
}

bool SettingsKeeper::flush()
{
    m_pool.waitForDone();
    if (m_root.empty() || m_text == m_kept)
        return true;
    m_timer.stop();
    if (!m_store) {
        write();
        return false;
    }
    const Result<void> done = m_store->putSettings(m_root, m_text);
    written(m_root, m_text, done);
    return done.has_value();
}

void SettingsKeeper::setProblem(const QString& problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

void SettingsKeeper::look(std::shared_ptr<const FileSystem> files)
{
    if (!files)
        return;
    m_pool.start([this, files = std::move(files), root = m_root] {
        const std::string path = analysis::repoConfigPath(*files, root);
        const Result<std::string> text = path.empty() ? failure(ErrorCode::NotFound, path) : files->read(path, settings::kMaxBytes);
        if (!text)
            return;
        Result<settings::Settings> read = settings::readSettings(*text, path);
        if (!read || read->isEmpty())
            return;
        QMetaObject::invokeMethod(this, [this, root, read = std::move(*read)] {
            if (root != m_root)
                return;
            m_folders = read;
            if (m_isKept)
                return; // asked before, or decided otherwise
            m_found = read;
            Q_EMIT foundChanged();
        }, Qt::QueuedConnection);
    });
}

void SettingsKeeper::answer()
{
    if (!std::exchange(m_found, std::nullopt))
        return;
    write(); // that there is something kept says that it was asked
    Q_EMIT foundChanged();
}

} // namespace ferroscope::ui

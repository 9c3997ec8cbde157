// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/folder_watch.h"

#include "ui/models/text.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <algorithm>

namespace ferroscope::ui {

FolderWatch::FolderWatch(std::shared_ptr<const FileSystem> files, QObject* parent)
    : QObject(parent)
    , m_files(std::move(files))
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuiet);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    m_poll.setInterval(kPoll);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::lookSoon);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FolderWatch::lookSoon);
    connect(&m_quiet, &QTimer::timeout, this, &FolderWatch::look);
    connect(&m_patience, &QTimer::timeout, this, &FolderWatch::look);
    connect(&m_poll, &QTimer::timeout, this, &FolderWatch::look);
}

FolderWatch::~FolderWatch() = default; // the thread is joined; a look is bounded

void FolderWatch::watch(const std::string& root, const std::vector<std::string>& folders, std::int64_t since)
{
    if (root != m_root)
        m_known.reset();
    m_root = root;
    m_folders = folders;
    m_since = since;
    m_active = true;
    ++m_generation; // a look under way has not seen all folders
    look();
}

void FolderWatch::stop()
{
    ++m_generation;
    m_active = m_gone = false;
    m_known.reset();
    m_root.clear();
    for (QTimer* timer : { &m_quiet, &m_patience, &m_poll })
        timer->stop();
    if (const QStringList all = m_watcher.files() + m_watcher.directories(); !all.isEmpty())
        m_watcher.removePaths(all);
}

void FolderWatch::lookSoon()
{
    if (!m_active)
        return;
    m_quiet.start();
    if (!m_patience.isActive())
        m_patience.start();
}

void FolderWatch::look()
{
    m_quiet.stop();
    m_patience.stop();
    if (!m_active)
        return;
    m_again = m_looking;
    if (m_looking)
        return;
    m_looking = true;
    m_thread = std::jthread([this, files = m_files, root = m_root, folders = m_folders, known = m_known, generation = m_generation] {
        QElapsedTimer clock;
        clock.start();
        auto now = std::make_shared<FolderScan>(scanFolders(*files, root, folders, known.get()));
        const double milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        QMetaObject::invokeMethod(this, [this, generation, now, milliseconds] { compare(generation, *now, milliseconds); }, Qt::QueuedConnection);
    });
}

void FolderWatch::compare(std::uint64_t generation, const FolderScan& now, double milliseconds)
{
    m_looking = false;
    if (m_again || generation != m_generation) {
        // Something happened meanwhile; this look may be half old.
        m_again = false;
        look();
        return;
    }
    if (!now.rootThere) {
        // The last good look is kept: when the folder comes back, what differs then is what changed.
        if (!m_gone) {
            m_gone = true;
            Q_EMIT vanished();
        }
        m_poll.start(kPoll);
        Q_EMIT looked();
        return;
    }
    const FolderScan nothing;
    const std::vector<std::string> changedPaths = changedFiles(m_known ? *m_known : nothing, now, m_since);
    m_known = std::make_shared<const FolderScan>(now);
    renewWatches();
    m_poll.start(std::max(m_notified ? kHeartbeat : kPoll, static_cast<int>(milliseconds * 20)));
    if (m_gone) {
        m_gone = false;
        Q_EMIT returned();
    } else if (!changedPaths.empty()) {
        QStringList names;
        for (const std::string& path : changedPaths)
            names << QFile::decodeName(QByteArray::fromStdString(path));
        Q_EMIT changed(names);
    }
    Q_EMIT looked();
}

void FolderWatch::renewWatches()
{
    // Folders first: they tell of added, removed and replaced files. A file that is written in place is told of only
    // by itself. An editor that replaces a file ends its watch, so all are set anew.
    QStringList folders, files;
    bool all = m_most > 0;
    const auto room = [&] { return folders.size() + files.size() < m_most; };
    for (const auto& [folder, seen] : m_known->folders) {
        all = all && room();
        if (room())
            folders << QFile::decodeName(QByteArray::fromStdString(folder.empty() ? m_root : joinPath(m_root, folder)));
    }
    for (const auto& [folder, seen] : m_known->folders) {
        for (const auto& [name, stamp] : seen.files) {
            all = all && room();
            if (room())
                files << QFile::decodeName(QByteArray::fromStdString(joinPath(joinPath(m_root, folder), name)));
        }
    }
    const QStringList watched = m_watcher.directories() + m_watcher.files();
    const QSet<QString> now(watched.begin(), watched.end());
    const QStringList wantedList = folders + files;
    const QSet<QString> wanted(wantedList.begin(), wantedList.end());
    const QStringList extra = (now - wanted).values(), missing = (wanted - now).values();
    if (!extra.isEmpty())
        m_watcher.removePaths(extra);
    if (!missing.isEmpty() && !m_watcher.addPaths(missing).isEmpty())
        all = false;
    m_notified = all;
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FolderWatch: tells when saved files make an assessment old. The system's notifications (at most kMostWatches) only
// say when to look; what changed is found by comparing two looks (folder_scan.h), made on a thread of its own. Where
// not everything can be notified about, it looks by itself every kPoll, else every kHeartbeat (a root that was moved
// away sends nothing); at most a twentieth of the time.
// A burst of saves is one change: kQuiet after the last event, kPatience after the first.
#pragma once

#include "ui/shell/folder_scan.h"
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <memory>
#include <thread>

namespace ferroscope::ui {

class FolderWatch final : public QObject {
    Q_OBJECT
public:
    static constexpr int kMostWatches = 4096; // a user's limit may be 8,192 for all programs together
    static constexpr int kQuiet = 300, kPatience = 2000, kPoll = 2000, kHeartbeat = 10000; // milliseconds

    explicit FolderWatch(std::shared_ptr<const FileSystem> files, QObject* parent = nullptr);
    ~FolderWatch() override;

    // Watches the folders of an assessment whose analysis began at `since` (nanoseconds since the epoch): what was
    // saved after that is a change. The same root again keeps what is known.
    void watch(const std::string& root, const std::vector<std::string>& folders, std::int64_t since);
    void stop();
    void lookSoon(); // the window was activated, or somebody asks
    bool watching() const { return m_active; }
    bool gone() const { return m_gone; }
    bool notified() const { return m_notified; } // the system tells of every file; else it looks more often
    void setMostWatches(int most) { m_most = most; } // 0: only looks by itself

Q_SIGNALS:
    void changed(const QStringList& files); // relative paths
    void vanished(); // the root is not there any more
    void returned(); // it is there again
    void looked(); // one look is over, whatever it found

private:
    void look();
    void compare(std::uint64_t generation, const FolderScan& now, double milliseconds);
    void renewWatches();
    std::shared_ptr<const FileSystem> m_files;
    QFileSystemWatcher m_watcher;
    QTimer m_quiet, m_patience, m_poll;
    std::string m_root;
    std::vector<std::string> m_folders;
    std::shared_ptr<const FolderScan> m_known; // null: not looked yet
    std::int64_t m_since = 0;
    std::uint64_t m_generation = 0;
    int m_most = kMostWatches;
    bool m_active = false, m_gone = false, m_looking = false, m_again = false, m_notified = false;
    std::jthread m_thread;
};

} // namespace ferroscope::ui

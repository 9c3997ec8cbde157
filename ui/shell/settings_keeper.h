// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// SettingsKeeper: keeps the settings of the open folder in the store, on a thread of its own so that nobody waits for
// the disk, kDelay milliseconds after the last change. What cannot be kept is said (problemChanged), stays in memory and
// is tried again with the next change and when the folder is closed.
//
// It also looks, once per folder that has no settings in the store yet, for settings that the folder brings itself.
#pragma once

#include "core/settings/settings.h"
#include "core/base/file_system.h"
#include "core/store/store.h"
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace ferroscope::ui {

class SettingsKeeper final : public QObject {
    Q_OBJECT
public:
    static constexpr int kDelay = 400;
    explicit SettingsKeeper(std::shared_ptr<store::Store> store, QObject* parent = nullptr); // null: nothing can be kept
    ~SettingsKeeper() override; // keeps what is left

    // What was kept for the folder; empty if nothing was, or if it cannot be understood (then problem() says so, and
    // the kept text is not written over until something is changed).
    settings::Settings open(std::shared_ptr<const FileSystem> files, const std::string& root);
    void keep(const settings::Settings& settings);
    bool flush(); // now, and waits; false: could not be kept
    void close();
    const QString& problem() const { return m_problem; } // one sentence, "" if all is kept

    // Settings that lie in the folder and were not asked about yet.
    const std::optional<settings::Settings>& found() const { return m_found; }
    bool isFolders(const settings::Settings& settings) const { return m_folders && *m_folders == settings; }
    void answer(); // asked: not again

Q_SIGNALS:
    void problemChanged();
    void foundChanged();

private:
    void write();
    void written(const std::string& root, const std::string& text, const Result<void>& done);
    void setProblem(const QString& problem);
    void look(std::shared_ptr<const FileSystem> files);
    std::shared_ptr<store::Store> m_store;
    std::string m_root, m_text, m_kept; // of the settings now, and as they are in the store
    bool m_isKept = false; // there is something in the store
    std::optional<settings::Settings> m_found, m_folders;
    QString m_problem;
    QTimer m_timer;
    QThreadPool m_pool; // one thread: in order
};

} // namespace ferroscope::ui

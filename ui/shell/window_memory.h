// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// WindowMemory: what the window remembers of the last session, in the settings file: folder, page, selection and how
// each page was arranged. Every write replaces the file whole (QSettings writes beside it and renames), so a program
// that dies while writing leaves the last state; a session that ended the program while it was being restored is not
// restored again.
#pragma once

#include <QString>
#include <QVariantMap>
#include <optional>

class QSettings;

namespace ferroscope::ui {

struct LastSession {
    QString folder, page, module, candidate;
    QVariantMap views; // by page id
    friend bool operator==(const LastSession&, const LastSession&) = default;
};

class WindowMemory {
public:
    explicit WindowMemory(QSettings* settings) : m_settings(settings) { } // may be null: remembers nothing

    bool enabled() const; // "window/restore", on by default
    void setEnabled(bool on);
    // Nothing if it is off, there was no session, its folder is not there, or restoring it did not end last time.
    std::optional<LastSession> last() const;
    void remember(const LastSession& session); // writes only what differs
    void forget(); // the project was closed
    void beginRestore(); // until endRestore() the session counts as one that may not be restored
    void endRestore();

private:
    QSettings* m_settings;
};

} // namespace ferroscope::ui

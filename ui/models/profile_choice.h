// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ProfileChoice: the profile files that an analysis uses, and why the last ones were not taken. Owned by the session;
// a page asks for other files by wanted(), the session answers with set().
#pragma once

#include <QObject>
#include <QStringList>

namespace ferroscope::ui {

class ProfileChoice : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    bool available() const { return m_available; } // false: this analysis takes no profiles
    void setAvailable(bool available) { m_available = available; }
    const QStringList& files() const { return m_files; }
    const QString& problem() const { return m_problem; } // "" if all is well; technical, from the reader
    const QString& refused() const { return m_refused; } // the file the problem is about
    void set(const QStringList& files, const QString& refused = {}, const QString& problem = {});
    void ask(const QStringList& files) { Q_EMIT wanted(files); }

Q_SIGNALS:
    void wanted(const QStringList& files); // instead of those in use
    void changed();

private:
    bool m_available = false;
    QStringList m_files;
    QString m_problem, m_refused;
};

} // namespace ferroscope::ui

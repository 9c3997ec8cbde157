// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Selection: the one module (and the one candidate) that every page shows as chosen. Owned by the session,
// handed to pages by pointer; a page writes what was clicked and repaints when told.
#pragma once

#include <QObject>
#include <QString>

namespace ferroscope::ui {

class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    const QString& module() const { return m_module; } // path of a module, "" for none
    const QString& candidate() const { return m_candidate; } // id of a candidate, "" for none

public Q_SLOTS:
    void setModule(const QString& path);
    void setCandidate(const QString& id);
    void clear();

Q_SIGNALS:
    void moduleChanged(const QString& path);
    void candidateChanged(const QString& id);

private:
    QString m_module, m_candidate;
};

} // namespace ferroscope::ui

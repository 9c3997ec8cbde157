// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/profile_choice.h"

namespace ferroscope::ui {

void ProfileChoice::set(const QStringList& files, const QString& refused, const QString& problem)
{
    m_files = files;
    m_refused = refused;
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace ferroscope::ui

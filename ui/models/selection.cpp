// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/selection.h"

namespace ferroscope::ui {

void Selection::setModule(const QString& path)
{
    if (path == m_module)
        return;
    m_module = path;
    Q_EMIT moduleChanged(m_module);
}

void Selection::setCandidate(const QString& id)
{
    if (id == m_candidate)
        return;
    m_candidate = id;
    Q_EMIT candidateChanged(m_candidate);
}

void Selection::clear()
{
    setModule({});
    setCandidate({});
}

} // namespace ferroscope::ui

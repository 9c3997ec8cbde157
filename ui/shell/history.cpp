// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history.h"

namespace ferroscope::ui {

namespace {
constexpr std::size_t kLimit = 100;
}

void History::visit(const ViewPlace& place)
{
    if (!m_places.empty() && m_places[m_at] == place)
        return;
    if (!m_places.empty())
        m_places.resize(m_at + 1);
    m_places.push_back(place);
    if (m_places.size() > kLimit)
        m_places.erase(m_places.begin());
    m_at = m_places.size() - 1;
    Q_EMIT changed();
}

std::optional<ViewPlace> History::back()
{
    if (!canBack())
        return std::nullopt;
    --m_at;
    Q_EMIT changed();
    return m_places[m_at];
}

std::optional<ViewPlace> History::forward()
{
    if (!canForward())
        return std::nullopt;
    ++m_at;
    Q_EMIT changed();
    return m_places[m_at];
}

void History::clear()
{
    m_places.clear();
    m_at = 0;
    Q_EMIT changed();
}

} // namespace ferroscope::ui

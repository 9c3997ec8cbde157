// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_memory.h"

#include <QDir>
#include <QSettings>

namespace ferroscope::ui {

namespace {
const QString kEnabled = QStringLiteral("window/restore"), kSession = QStringLiteral("session"), kRestoring = QStringLiteral("session/restoring"),
              kFolder = QStringLiteral("session/folder"), kPage = QStringLiteral("session/page"), kModule = QStringLiteral("session/module"),
              kCandidate = QStringLiteral("session/candidate"), kViews = QStringLiteral("session/views");
} // namespace

bool WindowMemory::enabled() const { return m_settings && m_settings->value(kEnabled, true).toBool(); }

void WindowMemory::setEnabled(bool on)
{
    if (m_settings)
        m_settings->setValue(kEnabled, on);
}

std::optional<LastSession> WindowMemory::last() const
{
    if (!enabled() || m_settings->value(kRestoring, false).toBool())
        return std::nullopt;
    LastSession session { m_settings->value(kFolder).toString(), m_settings->value(kPage).toString(), m_settings->value(kModule).toString(),
        m_settings->value(kCandidate).toString(), m_settings->value(kViews).toMap() };
    if (session.folder.isEmpty() || !QDir(session.folder).exists())
        return std::nullopt;
    return session;
}

void WindowMemory::remember(const LastSession& session)
{
    if (!m_settings)
        return;
    const auto set = [this](const QString& key, const QVariant& value) {
        if (m_settings->value(key) != value)
            m_settings->setValue(key, value);
    };
    set(kFolder, session.folder);
    set(kPage, session.page);
    set(kModule, session.module);
    set(kCandidate, session.candidate);
    set(kViews, session.views);
}

void WindowMemory::forget()
{
    if (m_settings)
        m_settings->remove(kSession);
}

void WindowMemory::beginRestore()
{
    m_settings->setValue(kRestoring, true);
    m_settings->sync(); // on the disk before anything can go wrong
}

void WindowMemory::endRestore()
{
    if (m_settings)
        m_settings->remove(kRestoring);
}

} // namespace ferroscope::ui

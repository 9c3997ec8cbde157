// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recent_projects.h"

#include "ui/models/text.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace ferroscope::ui {

std::vector<RecentProject> recentProjects(const std::vector<store::SnapshotInfo>& snapshots)
{
    std::vector<RecentProject> projects;
    for (const store::SnapshotInfo& info : snapshots) {
        RecentProject project;
        project.folder = QFile::decodeName(QByteArray::fromStdString(info.root));
        project.shownFolder = project.folder;
        if (const QString home = QDir::homePath(); project.folder.startsWith(home + QLatin1Char('/')))
            project.shownFolder = QLatin1Char('~') + project.folder.mid(home.size());
        project.name = qs(info.name);
        project.date = dateText(QDateTime::fromSecsSinceEpoch(info.savedAt).date());
        project.verdicts = info.verdicts;
        project.readiness = info.readiness;
        project.exists = QFileInfo(project.folder).isDir();
        projects.push_back(std::move(project));
    }
    return projects;
}

} // namespace ferroscope::ui

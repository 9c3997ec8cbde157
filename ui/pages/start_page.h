// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Start: drop a folder or open one, a sample, the projects looked at before, and three promises.
#pragma once

#include "ui/widgets/controls.h"
#include <QAbstractButton>
#include <array>

namespace ferroscope::ui {

struct RecentProject {
    QString folder, shownFolder, name, date; // shownFolder: with ~ for the home folder
    std::array<std::size_t, kVerdictCount> verdicts {};
    Range readiness;
    bool exists = true;
};

class StartPage final : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(bool withSample, QWidget* parent = nullptr);
    void setRecent(const std::vector<RecentProject>& projects);
    void setDropping(bool dropping); // a folder hangs over the window

Q_SIGNALS:
    void openWanted();
    void sampleWanted();
    void folderChosen(const QString& folder);
    void forgetWanted(const QString& folder);

private:
    QWidget* makeLeft(bool withSample);
    QWidget* m_zone = nullptr;
    Card* m_card;
    QVBoxLayout* m_rows;
};

} // namespace ferroscope::ui

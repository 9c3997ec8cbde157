// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Navigation: the column of pages at the left, in groups, with the project above and what the heat rests on below.
#pragma once

#include "ui/pages/page.h"
#include <QAbstractButton>
#include <vector>

namespace ferroscope::ui {

class NavigationItem;

class Navigation final : public QWidget {
    Q_OBJECT
public:
    explicit Navigation(QWidget* parent = nullptr);
    void addGroup(const QString& title);
    void addPage(const Page& page, int number); // number: of its shortcut, 0 for none
    void setCurrent(const QString& pageId);
    void setProject(const QString& name, const Assessment* assessment);

Q_SIGNALS:
    void pageChosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_items;
    Label *m_name, *m_readiness, *m_heat, *m_heatWhy;
    std::vector<NavigationItem*> m_buttons;
};

} // namespace ferroscope::ui

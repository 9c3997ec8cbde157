// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says about the settings of a plan, above the pages: that the folder brings settings of its own (asked
// once), that changes cannot be kept, that a change is not worked in. Nothing of it takes room when all is well.
#pragma once

#include "ui/shell/session.h"
#include "ui/widgets/controls.h"

namespace ferroscope::ui {

class PlanNotices final : public QWidget {
    Q_OBJECT
public:
    explicit PlanNotices(Session* session, QWidget* parent = nullptr); // the session outlives it

Q_SIGNALS:
    void exportWanted();

private:
    void refresh();
    Session* m_session;
    Notice *m_found, *m_problem, *m_stalled;
};

} // namespace ferroscope::ui

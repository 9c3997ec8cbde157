// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Disk full, folder not writable: what happened, that the old file survives, and what to do.
#pragma once

#include "ui/shell/export_flow.h"
#include <QDialog>

namespace ferroscope::ui {

class SaveProblemDialog final : public QDialog {
    Q_OBJECT
public:
    explicit SaveProblemDialog(const SaveProblemText& text, QWidget* parent = nullptr);
    SaveChoice choice() const { return m_choice; }

private:
    SaveChoice m_choice = SaveChoice::Cancel;
};

} // namespace ferroscope::ui

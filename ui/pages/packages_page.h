// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Packages: does anything outside hold a move back? Third-party packages with their Rust counterparts.
#pragma once

#include "ui/models/packages_model.h"
#include "ui/pages/page.h"
#include "ui/widgets/data_table.h"

class QLineEdit;

namespace ferroscope::ui {

class PackagesPage final : public Page {
    Q_OBJECT
public:
    explicit PackagesPage(const PageContext& context, QWidget* parent = nullptr);
    QWidget* filterField() const override;
    bool handleEscape() override;

protected:
    void fill() override;

private:
    void showPackage(int row);
    PackagesModel m_packages;
    DataTable* m_table;
    QLineEdit* m_find;
    Card* m_card;
    Label *m_name, *m_note;
    QVBoxLayout* m_modules;
};

} // namespace ferroscope::ui

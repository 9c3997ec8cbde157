// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// PackagesModel: third-party packages and whether Rust has a counterpart.
#pragma once

#include "ui/models/table_model.h"

namespace ferroscope::ui {

class PackagesModel final : public TableModel {
    Q_OBJECT
public:
    enum Col { Package, Modules, Status, Candidates, Crates, Note };
    explicit PackagesModel(QObject* parent = nullptr);
    const PackageReadiness& package(int row) const { return m_assessment->dependencies[static_cast<std::size_t>(row)]; }

protected:
    int rebuild() override;
    QVariant rowData(int row, int role) const override;

private:
    std::vector<QString> m_candidates; // titles of the candidates whose modules import it
};

} // namespace ferroscope::ui

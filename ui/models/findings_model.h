// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Findings of one module, what was skipped or damaged, and who imports whom: the evidence tables.
#pragma once

#include "ui/models/table_model.h"

namespace ferroscope::ui {

class FindingsModel final : public TableModel {
    Q_OBJECT
public:
    enum Col { Line, Message, Effect, Function, Rule };
    explicit FindingsModel(QObject* parent = nullptr);
    void setModule(const QString& path);
    const Finding& finding(int row) const { return *m_found[static_cast<std::size_t>(row)]; }

protected:
    int rebuild() override;
    QVariant rowData(int row, int role) const override;

private:
    QString m_path;
    std::vector<const Finding*> m_found;
};

// Files that were left out, and files with parts the parser could not read.
class LimitsModel final : public TableModel {
    Q_OBJECT
public:
    explicit LimitsModel(QObject* parent = nullptr);

protected:
    int rebuild() override;
    QVariant rowData(int row, int role) const override;

private:
    std::size_t skipped() const { return m_assessment->coverage.skipped.size(); }
};

// Modules that the chosen one imports, or that import it.
class LinksModel final : public TableModel {
    Q_OBJECT
public:
    enum class Direction { Imports, ImportedBy };
    explicit LinksModel(Direction direction, QObject* parent = nullptr);
    void setModule(const QString& path);

protected:
    int rebuild() override;
    QVariant rowData(int row, int role) const override;

private:
    Direction m_direction;
    QString m_path;
    std::vector<const ImportLink*> m_links;
};

} // namespace ferroscope::ui

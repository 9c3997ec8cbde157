// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/packages_model.h"

#include "ui/models/text.h"

#include <algorithm>

namespace ferroscope::ui {

PackagesModel::PackagesModel(QObject* parent)
    : TableModel(parent)
{
    m_columns.push_back({ tr("Package"), tr("Distribution and what is asked of it"), ColumnKind::Mono, 200, true,
        [this](int row) {
            const PackageReadiness& one = package(row);
            return one.requirement.empty() ? qs(one.name) : qs(one.name) + QLatin1Char(' ') + qs(one.requirement);
        }, {}, {} });
    m_columns.push_back({ tr("Modules"), tr("Modules that import it"), ColumnKind::Number, 70, true,
        [this](int row) { return countText(package(row).modules.size()); },
        [this](int row) { return std::optional(static_cast<double>(package(row).modules.size())); }, {} });
    m_columns.push_back({ tr("Status"), tr("Whether Rust has a counterpart"), ColumnKind::Text, 150, true,
        [this](int row) { return packageStatus(package(row).status); }, {}, {} });
    m_columns.push_back({ tr("Candidates"), tr("Candidates whose modules import it"), ColumnKind::Text, 200, true,
        [this](int row) { return m_candidates[static_cast<std::size_t>(row)]; }, {}, {} });
    m_columns.push_back({ tr("Crate"), tr("What would take its place"), ColumnKind::Mono, 150, true,
        [this](int row) {
            QStringList names;
            for (const auto& [name, note] : package(row).crates)
                names << qs(name);
            return names.isEmpty() ? QStringLiteral("–") : names.join(QLatin1String(", "));
        }, {}, {} });
    m_columns.push_back({ tr("Note"), tr("What to know about it"), ColumnKind::Text, 320, true,
        [this](int row) {
            const PackageReadiness& one = package(row);
            return !one.note.empty() ? qs(one.note) : one.crates.empty() ? QString() : qs(one.crates.front().second);
        }, {}, {} });
}

int PackagesModel::rebuild()
{
    m_candidates.clear();
    for (const PackageReadiness& one : m_assessment->dependencies) {
        QStringList titles;
        for (const Candidate& candidate : m_assessment->candidates) {
            const bool touches = std::any_of(candidate.modules.begin(), candidate.modules.end(),
                [&](const std::string& path) { return std::find(one.modules.begin(), one.modules.end(), path) != one.modules.end(); });
            if (touches)
                titles << qs(candidate.title);
        }
        m_candidates.push_back(titles.join(QLatin1String(", ")));
    }
    return static_cast<int>(m_assessment->dependencies.size());
}

QVariant PackagesModel::rowData(int row, int role) const
{
    const auto& modules = package(row).modules;
    return role == PathRole && !modules.empty() ? qs(modules.front()) : QVariant();
}

} // namespace ferroscope::ui

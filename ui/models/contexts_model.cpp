// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/contexts_model.h"

#include "ui/models/text.h"

#include <algorithm>
#include <unordered_set>

namespace ferroscope::ui {

namespace {

// "a/b/c.py" -> "c", an __init__ is its folder.
QString shortModule(const Assessment& assessment, const std::string& path)
{
    const AssessedModule* module = assessment.find(path);
    return module ? qs(std::string_view(module->name).substr(module->name.rfind('.') + 1)) : qs(path);
}

} // namespace

ContextsModel::ContextsModel(QObject* parent)
    : TableModel(parent)
{
    m_columns.push_back({ tr("Name"), tr("Context: modules that belong together"), ColumnKind::Text, 120, true, [this](int row) { return qs(context(row).name); }, {}, {} });
    m_columns.push_back({ tr("Cohesion"), tr("Share of its dependencies that stay inside, 0 to 1"), ColumnKind::Number, 76, true,
        [this](int row) { return number(context(row).cohesion, 2); }, [this](int row) { return std::optional(context(row).cohesion); }, {} });
    m_columns.push_back({ tr("In"), tr("Dependencies of other contexts on it"), ColumnKind::Number, 52, true,
        [this](int row) { return number(context(row).in); }, [this](int row) { return std::optional<double>(context(row).in); }, {} });
    m_columns.push_back({ tr("Out"), tr("Its dependencies on other contexts"), ColumnKind::Number, 52, true,
        [this](int row) { return number(context(row).out); }, [this](int row) { return std::optional<double>(context(row).out); }, {} });
    m_columns.push_back({ tr("Modules"), tr("Modules in it"), ColumnKind::Number, 80, true,
        [this](int row) { return countText(context(row).modules.size()); }, [this](int row) { return std::optional(static_cast<double>(context(row).modules.size())); }, {} });
    m_columns.push_back({ tr("Interpreted"), tr("Interpreted time of its modules, percent of the run"), ColumnKind::Number, 100, true,
        [this](int row) { return QString((sum(row).estimated ? QStringLiteral("≈ ") : QString()) + percent(sum(row).heat)); },
        [this](int row) { return std::optional(sum(row).heat * 100); }, {} });
    m_columns.push_back({ tr("Readiness"), tr("Mean of its modules by interpreted time, 0 to 100"), ColumnKind::Number, 90, true,
        [this](int row) { return score(sum(row).readiness); }, [this](int row) { return std::optional(sum(row).readiness); }, {} });
    m_columns.push_back({ tr("Cycles"), tr("Import cycles that run through it"), ColumnKind::Number, 76, true,
        [this](int row) { return countText(sum(row).cycles); }, [this](int row) { return std::optional(static_cast<double>(sum(row).cycles)); }, {} });
}

int ContextsModel::rebuild()
{
    m_sums.clear();
    for (const ContextSummary& context : m_assessment->contexts) {
        Sum sum;
        double weight = 0, most = -1;
        std::unordered_set<std::uint32_t> cycles;
        for (const std::string& path : context.modules) {
            const AssessedModule* module = m_assessment->find(path);
            if (!module)
                continue;
            if (module->cycle)
                cycles.insert(*module->cycle);
            const double heat = module->judged() ? module->heat.interpreted.likely : 0.0;
            if (heat > most) {
                most = heat;
                sum.hottest = path;
            }
            if (!module->judged())
                continue;
            sum.heat += heat;
            sum.estimated = sum.estimated || module->heat.source != HeatSource::Measured;
            sum.readiness += module->readiness.likely * (heat + 1e-9);
            weight += heat + 1e-9;
        }
        sum.readiness = weight > 0 ? sum.readiness / weight : 0;
        sum.cycles = cycles.size();
        m_sums.push_back(std::move(sum));
    }
    return static_cast<int>(m_sums.size());
}

QVariant ContextsModel::rowData(int row, int role) const
{
    if (role == IdRole)
        return qs(context(row).name);
    return role == PathRole ? QVariant(qs(sum(row).hottest)) : QVariant();
}

CycleModel::CycleModel(QObject* parent)
    : TableModel(parent)
{
    m_columns.push_back({ tr("Import"), tr("Who imports whom"), ColumnKind::Mono, 160, true,
        [this](int at) { return QString(shortModule(*m_assessment, row(at).link->from) + QStringLiteral(" → ") + shortModule(*m_assessment, row(at).link->to)); }, {}, {} });
    m_columns.push_back({ tr("Line"), tr("Where it stands"), ColumnKind::Number, 56, true,
        [this](int at) { return QString::number(row(at).link->line); }, [this](int at) { return std::optional<double>(row(at).link->line); }, {} });
    m_columns.push_back({ tr("Cut"), tr("Whether the cheapest cut takes it away"), ColumnKind::Text, 56, true,
        [this](int at) { return row(at).cut ? tr("cut") : QString(); }, {}, {} });
}

void CycleModel::setCycle(int cycle)
{
    m_cycle = cycle;
    refill();
}

QString CycleModel::advice() const
{
    for (const Row& one : m_links) {
        for (const CutLink& cut : m_assessment->cuts) {
            if (one.cut && cut.from == one.link->from && cut.to == one.link->to && !cut.sentence.empty())
                return qs(cut.sentence);
        }
    }
    return {};
}

int CycleModel::rebuild()
{
    m_links.clear();
    m_cuts = 0;
    if (m_cycle < 0 || static_cast<std::size_t>(m_cycle) >= m_assessment->cycles.size())
        return 0;
    const auto& members = m_assessment->cycles[static_cast<std::size_t>(m_cycle)];
    const std::unordered_set<std::string_view> inside(members.begin(), members.end());
    for (const ImportLink& link : m_assessment->imports) {
        if (!inside.contains(link.from) || !inside.contains(link.to) || link.from == link.to)
            continue;
        const bool cut = std::any_of(m_assessment->cuts.begin(), m_assessment->cuts.end(), [&](const CutLink& one) { return one.from == link.from && one.to == link.to; });
        m_links.push_back({ &link, cut });
        m_cuts += cut ? 1 : 0;
    }
    std::stable_sort(m_links.begin(), m_links.end(), [](const Row& a, const Row& b) { return a.cut > b.cut; });
    return static_cast<int>(m_links.size());
}

QVariant CycleModel::rowData(int at, int role) const
{
    if (role == PathRole)
        return qs(row(at).link->from);
    if (role == LineRole)
        return static_cast<int>(row(at).link->line);
    if (role == IdRole)
        return qs(row(at).link->to);
    if (role == Qt::ToolTipRole)
        return QString(qs(row(at).link->from) + QStringLiteral(" → ") + qs(row(at).link->to));
    return {};
}

} // namespace ferroscope::ui

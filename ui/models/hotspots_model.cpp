// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/hotspots_model.h"

#include "ui/models/text.h"

#include <algorithm>

namespace ferroscope::ui {

namespace {

constexpr std::size_t kMostRows = 5000; // by heat; nobody reads the rest here, the Modules page has all modules

double whole(const Heat& heat) { return heat.interpreted.likely + heat.native.likely + heat.waiting.likely; }

QString shareOf(const Range& range, HeatSource source) { return (source == HeatSource::Measured ? QStringLiteral("● ") : certaintyPrefix(source)) + percent(range.likely); }

} // namespace

HotspotsModel::HotspotsModel(QObject* parent)
    : TableModel(parent)
{
    m_columns.push_back({ tr("Function"), tr("What runs"), ColumnKind::Mono, 200, true,
        [this](int at) { return row(at).function ? qs(row(at).function->name) : qs(row(at).module->name); }, {}, {} });
    m_columns.push_back({ tr("Module"), tr("Where it stands"), ColumnKind::Mono, 124, true, [this](int at) { return qs(row(at).module->name); }, {}, {} });
    m_columns.push_back({ tr("Split"), tr("Interpreted, native and waiting, to one scale"), ColumnKind::TimeBar, 96, true,
        [this](int at) { return percent(whole(row(at).heat())); }, [this](int at) { return std::optional(whole(row(at).heat()) * 100); },
        [this](int at, int role) {
            if (role != SplitRole)
                return QVariant();
            const Heat& heat = row(at).heat();
            return QVariant(QVariantList { heat.interpreted.likely, heat.native.likely, heat.waiting.likely, m_longest });
        } });
    m_columns.push_back({ tr("Interpreted"), tr("Python bytecode, percent of the run: what Rust can shorten"), ColumnKind::Number, 88, true,
        [this](int at) { return shareOf(row(at).heat().interpreted, row(at).heat().source); },
        [this](int at) { return std::optional(row(at).heat().interpreted.likely * 100); }, {} });
    m_columns.push_back({ tr("between"), tr("Low and high of the interpreted share"), ColumnKind::Number, 84, true,
        [this](int at) { return spanPercent(row(at).heat().interpreted); }, [this](int at) { return std::optional(row(at).heat().interpreted.high * 100); }, {} });
    m_columns.push_back({ tr("Native"), tr("C, C++ or Rust that it calls, percent of the run"), ColumnKind::Number, 62, true,
        [this](int at) { return percent(row(at).heat().native.likely); }, [this](int at) { return std::optional(row(at).heat().native.likely * 100); }, {} });
    m_columns.push_back({ tr("Waiting"), tr("For disk, network and others, percent of the run"), ColumnKind::Number, 66, true,
        [this](int at) { return percent(row(at).heat().waiting.likely); }, [this](int at) { return std::optional(row(at).heat().waiting.likely * 100); }, {} });
    m_columns.push_back({ tr("Calls"), tr("Per run"), ColumnKind::Number, 90, false,
        [this](int at) { return row(at).heat().calls ? number(*row(at).heat().calls) : QStringLiteral("?"); }, [this](int at) { return row(at).heat().calls; }, {} });
    m_columns.push_back({ tr("Source"), tr("Measured by a profile, or estimated from loops and calls"), ColumnKind::Text, 86, true,
        [this](int at) { return certaintyName(row(at).heat().source); }, {}, {} });
}

void HotspotsModel::setBy(By by)
{
    if (by == m_by)
        return;
    m_by = by;
    m_columns[Name].title = by == By::Function ? tr("Function") : tr("Module");
    refill();
    Q_EMIT headerDataChanged(Qt::Horizontal, Name, Name);
}

int HotspotsModel::rebuild()
{
    m_rows.clear();
    m_longest = 0;
    for (const AssessedModule& module : m_assessment->modules) {
        if (!module.judged())
            continue;
        if (m_by == By::Module) {
            if (module.heat.source != HeatSource::None && whole(module.heat) > 0)
                m_rows.push_back({ &module, nullptr });
            continue;
        }
        for (const AssessedFunction& function : module.functions) {
            if (function.kind != "class" && function.heat.source != HeatSource::None && whole(function.heat) > 0)
                m_rows.push_back({ &module, &function });
        }
    }
    const auto before = [](const Row& a, const Row& b) {
        const bool x = a.heat().source == HeatSource::Measured, y = b.heat().source == HeatSource::Measured;
        return x != y ? x : a.heat().interpreted.likely > b.heat().interpreted.likely;
    };
    std::stable_sort(m_rows.begin(), m_rows.end(), before);
    if (m_rows.size() > kMostRows)
        m_rows.resize(kMostRows);
    m_measured = static_cast<std::size_t>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& one) { return one.heat().source == HeatSource::Measured; }));
    for (const Row& one : m_rows)
        m_longest = std::max(m_longest, whole(one.heat()));
    return static_cast<int>(m_rows.size());
}

QString HotspotsModel::function(int at) const { return row(at).function ? qs(row(at).function->name) : QString(); }

QVariant HotspotsModel::rowData(int at, int role) const
{
    switch (role) {
    case PathRole: return qs(row(at).module->path);
    case IdRole: return function(at);
    case LineRole: return row(at).function ? static_cast<int>(row(at).function->line) : 0;
    case CertaintyRole: return static_cast<int>(row(at).heat().source);
    default: return {};
    }
}

FramesModel::FramesModel(QObject* parent)
    : TableModel(parent)
{
    const auto sign = [this](int row) { return node(row).measured ? QStringLiteral("● ") : QStringLiteral("≈ "); };
    m_columns.push_back({ tr("Function"), tr("Indented by how deep it is called"), ColumnKind::Text, 300, true,
        [this](int row) { return QString(QStringLiteral("  ").repeated(std::min(frame(row).depth, 20)) + name(row)); }, {}, {} });
    m_columns.push_back({ tr("Module"), tr("Where it stands"), ColumnKind::Mono, 200, true, [this](int row) { return qs(module(row).name); }, {}, {} });
    m_columns.push_back({ tr("With callees"), tr("Percent of the run, here and in what it calls"), ColumnKind::Number, 110, true,
        [this, sign](int row) { return QString(sign(row) + percent(frame(row).width)); }, [this](int row) { return std::optional(frame(row).width * 100); }, {} });
    m_columns.push_back({ tr("Own interpreted"), tr("Percent of the run, interpreted in itself"), ColumnKind::Number, 120, true,
        [this, sign](int row) { return QString(sign(row) + percent(frame(row).own)); }, [this](int row) { return std::optional(frame(row).own * 100); }, {} });
    m_columns.push_back({ tr("Called by"), tr("The frame above"), ColumnKind::Text, 220, true,
        [this](int row) { return frame(row).parent < 0 ? QStringLiteral("–") : name(frame(row).parent); }, {}, {} });
    m_columns.push_back({ tr("Depth"), tr("Rows from the top"), ColumnKind::Number, 60, true,
        [this](int row) { return number(frame(row).depth + 1); }, [this](int row) { return std::optional<double>(frame(row).depth + 1); }, {} });
}

void FramesModel::setChart(const render::FlameChart* chart)
{
    m_chart = chart;
    refill();
}

QString FramesModel::name(int row) const
{
    switch (frame(row).kind) {
    case render::FlameFrame::Kind::Native: return tr("native code");
    case render::FlameFrame::Kind::Waiting: return tr("waiting");
    case render::FlameFrame::Kind::Function: break;
    }
    return render::flameName(*m_assessment, node(row));
}

int FramesModel::rebuild() { return m_chart ? static_cast<int>(m_chart->frames.size()) : 0; }

QVariant FramesModel::rowData(int row, int role) const
{
    switch (role) {
    case PathRole: return qs(module(row).path);
    case IdRole: return QString::number(row);
    case LineRole: return node(row).function < 0 ? 0 : static_cast<int>(module(row).functions[static_cast<std::size_t>(node(row).function)].line);
    default: return {};
    }
}

} // namespace ferroscope::ui

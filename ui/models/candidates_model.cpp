// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/candidates_model.h"

#include "ui/models/text.h"

#include <algorithm>

namespace ferroscope::ui {

namespace {

QString shortFunction(const std::string& name)
{
    const auto colon = name.rfind(':');
    return qs(colon == std::string::npos ? std::string_view(name) : std::string_view(name).substr(colon + 1));
}

} // namespace

ShortListModel::ShortListModel(int limit, QObject* parent)
    : TableModel(parent)
    , m_limit(limit)
{
    const auto gain = [this](int at) -> std::optional<Range> {
        const Row& one = row(at);
        return one.candidate ? std::optional(one.candidate->gain) : one.work ? std::optional(one.work->gain) : std::nullopt;
    };
    const auto effort = [this](int at) -> std::optional<Range> {
        const Row& one = row(at);
        return one.candidate ? std::optional(one.candidate->effort) : one.work ? std::optional(one.work->effort) : std::nullopt;
    };
    m_columns.push_back({ tr("Step"), tr("What would be done"), ColumnKind::Verdict, 200, true,
        [this](int at) {
            const Row& one = row(at);
            return one.candidate ? qs(one.candidate->title) : one.work ? qs(one.work->title) : qs(one.unknown->name);
        }, {}, {} });
    m_columns.push_back({ tr("How"), tr("The strategy"), ColumnKind::Text, 130, true,
        [this](int at) { return verdictName(verdict(at)); }, {}, {} });
    m_columns.push_back({ tr("Saves"), tr("Share of the run saved, net of crossings, in percent"), ColumnKind::RangeMark, 180, true,
        [gain](int at) {
            const auto known = gain(at);
            return known ? percent(known->likely) + QLatin1String(" (") + spanPercent(*known) + QLatin1Char(')') : QStringLiteral("?");
        },
        [gain](int at) {
            const auto known = gain(at);
            return known ? std::optional(known->likely * 100) : std::nullopt;
        },
        [gain](int at, int role) {
            const auto known = gain(at);
            return role == RangeRole && known ? QVariant::fromValue(*known * 100.0) : QVariant();
        } });
    m_columns.push_back({ tr("Effort"), tr("Person-days"), ColumnKind::Number, 110, true,
        [effort](int at) {
            const auto known = effort(at);
            return known ? days(known->likely) + QLatin1String(" (") + rangeText(*known, known->high < 10 ? 1 : 0) + QLatin1Char(')') : QStringLiteral("?");
        },
        [effort](int at) {
            const auto known = effort(at);
            return known ? std::optional(known->likely) : std::nullopt;
        }, {} });
    m_columns.push_back({ tr("Where"), tr("Modules it touches"), ColumnKind::Text, 200, true, [this](int at) { return detail(at); }, {}, {} });
}

int ShortListModel::rebuild()
{
    m_found.clear();
    for (const Candidate& candidate : m_assessment->candidates)
        m_found.push_back({ &candidate, nullptr, nullptr });
    for (const Wave& wave : m_assessment->waves) {
        for (const WorkItem& work : wave.work) {
            if (work.gain.likely > 0)
                m_found.push_back({ nullptr, &work, nullptr });
        }
    }
    std::stable_sort(m_found.begin(), m_found.end(), [](const Row& a, const Row& b) {
        const auto gain = [](const Row& one) { return one.candidate ? one.candidate->gain.likely : one.work->gain.likely; };
        return gain(a) > gain(b);
    });
    if (m_found.size() > static_cast<std::size_t>(m_limit))
        m_found.resize(static_cast<std::size_t>(m_limit));
    // What might be worth it but cannot be said stands last, with its question mark.
    const AssessedModule* open = nullptr;
    for (const AssessedModule& module : m_assessment->modules) {
        if (module.judged() && module.verdict.id == Verdict::ProfileFirst && (!open || module.readiness.high > open->readiness.high))
            open = &module;
    }
    if (open && m_found.size() < static_cast<std::size_t>(m_limit))
        m_found.push_back({ nullptr, nullptr, open });
    return static_cast<int>(m_found.size());
}

Verdict ShortListModel::verdict(int at) const
{
    const Row& one = row(at);
    return one.candidate ? one.candidate->strategy : one.work ? one.work->kind : one.unknown->verdict.id;
}

QString ShortListModel::firstModule(int at) const
{
    const Row& one = row(at);
    if (one.unknown)
        return qs(one.unknown->path);
    const auto& modules = one.candidate ? one.candidate->modules : one.work->modules;
    if (modules.empty())
        return {};
    // The hottest one is what the step is about.
    const auto heat = [this](const std::string& path) {
        const AssessedModule* module = m_assessment->find(path);
        return module ? module->heat.interpreted.likely : 0.0;
    };
    return qs(*std::max_element(modules.begin(), modules.end(), [&](const auto& a, const auto& b) { return heat(a) < heat(b); }));
}

QString ShortListModel::detail(int at) const
{
    const Row& one = row(at);
    if (one.unknown)
        return tr("no profile covers it");
    const auto& modules = one.candidate ? one.candidate->modules : one.work->modules;
    const AssessedModule* first = m_assessment->find(bytes(firstModule(at)));
    if (modules.size() == 1)
        return first ? qs(first->name) : qs(modules.front());
    const QString many = counted(modules.size(), tr("1 module"), tr("%1 modules"));
    return first && !first->package.empty() ? qs(first->package) + QStringLiteral(" · ") + many : many;
}

QVariant ShortListModel::rowData(int at, int role) const
{
    if (role == PathRole)
        return firstModule(at);
    if (role == VerdictRole)
        return static_cast<int>(verdict(at));
    if (role == IdRole)
        return row(at).candidate ? qs(row(at).candidate->id) : QString();
    return {};
}

StepsModel::StepsModel(QObject* parent)
    : TableModel(parent)
{
    const auto effort = [this](int at) { return row(at).candidate ? row(at).candidate->effort : row(at).work->effort; };
    const auto gain = [this](int at) { return row(at).candidate ? row(at).candidate->gain : row(at).work->gain; };
    m_columns.push_back({ tr("Wave"), tr("Step of the roadmap"), ColumnKind::Number, 56, true,
        [this](int at) { return number(row(at).wave->number); },
        [this](int at) { return std::optional<double>(row(at).wave->number); }, {} });
    m_columns.push_back({ tr("Step"), tr("What is done"), ColumnKind::Verdict, 260, true,
        [this](int at) { return qs(row(at).candidate ? row(at).candidate->title : row(at).work->title); }, {},
        [this](int at, int role) {
            return role == VerdictRole ? QVariant(static_cast<int>(row(at).candidate ? row(at).candidate->strategy : row(at).work->kind)) : QVariant();
        } });
    m_columns.push_back({ tr("Effort"), tr("Person-days: likely, and low to high"), ColumnKind::Number, 130, true,
        [effort](int at) { return days(effort(at).likely) + QLatin1String(" (") + rangeText(effort(at), effort(at).high < 10 ? 1 : 0) + QLatin1Char(')'); },
        [effort](int at) { return std::optional(effort(at).likely); }, {} });
    m_columns.push_back({ tr("Saves"), tr("Share of the run, in percent"), ColumnKind::Number, 150, true,
        [gain](int at) { return gain(at).high > 0 ? percent(gain(at).likely) + QLatin1String(" (") + spanPercent(gain(at)) + QLatin1Char(')') : QStringLiteral("–"); },
        [gain](int at) { return std::optional(gain(at).likely * 100); }, {} });
    m_columns.push_back({ tr("Saved so far"), tr("Share of the run saved once this step is done"), ColumnKind::Number, 150, true,
        [this](int at) { return percent(row(at).saved.likely) + QLatin1String(" (") + spanPercent(row(at).saved) + QLatin1Char(')'); },
        [this](int at) { return std::optional(row(at).saved.likely * 100); }, {} });
    m_columns.push_back({ tr("Modules"), tr("Modules it touches"), ColumnKind::Number, 76, true,
        [this](int at) { return countText(row(at).candidate ? row(at).candidate->modules.size() : row(at).work->modules.size()); },
        [this](int at) {
            return std::optional(static_cast<double>(row(at).candidate ? row(at).candidate->modules.size() : row(at).work->modules.size()));
        }, {} });
}

int StepsModel::rebuild()
{
    m_found.clear();
    Range saved;
    for (const Wave& wave : m_assessment->waves) {
        for (const WorkItem& work : wave.work) {
            saved += work.gain;
            m_found.push_back({ &wave, nullptr, &work, saved });
        }
        for (const std::string& id : wave.candidates) {
            if (const Candidate* candidate = m_assessment->candidate(id)) {
                saved += candidate->gain;
                m_found.push_back({ &wave, candidate, nullptr, saved });
            }
        }
    }
    return static_cast<int>(m_found.size());
}

QVariant StepsModel::rowData(int at, int role) const
{
    if (role == IdRole)
        return qs(row(at).candidate ? row(at).candidate->id : row(at).work->title);
    if (role == PathRole) {
        const auto& modules = row(at).candidate ? row(at).candidate->modules : row(at).work->modules;
        return modules.empty() ? QString() : qs(modules.front());
    }
    return {};
}

CrossingsModel::CrossingsModel(QObject* parent)
    : TableModel(parent)
{
    m_columns.push_back({ tr("From"), tr("The caller"), ColumnKind::Mono, 190, true, [this](int row) { return shortFunction(crossing(row).from); }, {}, {} });
    m_columns.push_back({ tr("To"), tr("What is called over the boundary"), ColumnKind::Mono, 190, true, [this](int row) { return shortFunction(crossing(row).to); }, {}, {} });
    m_columns.push_back({ tr("Calls"), tr("Calls per run"), ColumnKind::Number, 90, true, [this](int row) { return number(crossing(row).calls); },
        [this](int row) { return std::optional(crossing(row).calls); }, {} });
    m_columns.push_back({ tr("Elements"), tr("Elements converted per run"), ColumnKind::Number, 90, true, [this](int row) { return number(crossing(row).elements); },
        [this](int row) { return std::optional(crossing(row).elements); }, {} });
    m_columns.push_back({ tr("Price"), tr("Time per run spent crossing"), ColumnKind::Number, 90, true,
        [this](int row) { return (crossing(row).source == "measured" ? QString() : QStringLiteral("≈ ")) + nanoseconds(crossing(row).cost); },
        [this](int row) { return std::optional(crossing(row).cost); }, {} });
}

void CrossingsModel::setCandidate(const QString& id)
{
    m_id = id;
    refill();
}

int CrossingsModel::rebuild()
{
    m_candidate = m_assessment->candidate(bytes(m_id));
    return m_candidate ? static_cast<int>(m_candidate->crossings.size()) : 0;
}

} // namespace ferroscope::ui

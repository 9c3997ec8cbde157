// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/settings_models.h"

#include "core/roadmap/plan_input.h"
#include "ui/models/text.h"

#include <QCoreApplication>
#include <algorithm>

namespace ferroscope::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

std::vector<const AssessedModule*> ranked(const Assessment& assessment)
{
    std::vector<const AssessedModule*> modules;
    for (const AssessedModule& module : assessment.modules) {
        if (module.judged())
            modules.push_back(&module);
    }
    std::stable_sort(modules.begin(), modules.end(), [](const auto* a, const auto* b) { return a->readiness.likely > b->readiness.likely; });
    return modules;
}

QString shortUnit(const std::string& unit) { return qs(unit.substr(unit.rfind(':') == std::string::npos ? 0 : unit.rfind(':') + 1)); }

std::string pathOf(const std::string& unit) { return unit.substr(0, unit.rfind(':') == std::string::npos ? 0 : unit.rfind(':')); }

} // namespace

RanksModel::RanksModel(int limit, QObject* parent)
    : TableModel(parent)
    , m_limit(limit)
{
    m_columns.push_back({ tr("Rank"), tr("By readiness, under these settings"), ColumnKind::Number, 48, true, [](int row) { return number(row + 1); },
        [](int row) { return std::optional<double>(row + 1); }, {} });
    m_columns.push_back({ tr("Module"), tr("The last two parts of its name"), ColumnKind::Verdict, 180, true, [this](int row) {
            const QString name = qs(m_rows[static_cast<std::size_t>(row)]->name);
            return name.count(QLatin1Char('.')) > 1 ? name.section(QLatin1Char('.'), -2) : name; // what is told apart stands at the end
        }, {},
        [this](int row, int role) { return role == VerdictRole ? QVariant(static_cast<int>(m_rows[static_cast<std::size_t>(row)]->verdict.id)) : QVariant(); } });
    m_columns.push_back({ tr("Readiness"), tr("0 to 100, likely"), ColumnKind::Number, 76, true, [this](int row) { return score(m_rows[static_cast<std::size_t>(row)]->readiness.likely); },
        [this](int row) { return std::optional(m_rows[static_cast<std::size_t>(row)]->readiness.likely); }, {} });
    m_columns.push_back({ tr("Moved"), tr("Places gained or lost since the settings were opened"), ColumnKind::Text, 64, true, [this](int row) { return moved(row); }, {}, {} });
}

void RanksModel::remember(const AssessmentPtr& before)
{
    m_before.clear();
    if (before) {
        int rank = 0;
        for (const AssessedModule* module : ranked(*before))
            m_before.emplace(module->path, ++rank);
    }
    refill();
}

QString RanksModel::moved(int row) const
{
    const auto before = m_before.find(m_rows[static_cast<std::size_t>(row)]->path);
    if (before == m_before.end())
        return m_before.empty() ? QString() : tr("new");
    const int by = before->second - (row + 1);
    return by == 0 ? QStringLiteral("=") : by > 0 ? QStringLiteral("↑ ") + number(by) : QStringLiteral("↓ ") + number(-by);
}

int RanksModel::rebuild()
{
    m_rows = m_assessment ? ranked(*m_assessment) : std::vector<const AssessedModule*> {};
    if (m_rows.size() > static_cast<std::size_t>(m_limit))
        m_rows.resize(static_cast<std::size_t>(m_limit));
    return static_cast<int>(m_rows.size());
}

QVariant RanksModel::rowData(int row, int role) const { return role == PathRole ? QVariant(qs(m_rows[static_cast<std::size_t>(row)]->path)) : QVariant(); }

DecisionsModel::DecisionsModel(QObject* parent)
    : TableModel(parent)
{
    const auto text = [this](QString Row::*member) { return [this, member](int row) { return m_rows[static_cast<std::size_t>(row)].*member; }; };
    m_columns.push_back({ tr("What"), tr("The module or units it is about"), ColumnKind::Mono, 220, true, text(&Row::what), {}, {} });
    m_columns.push_back({ tr("Decision"), tr("What was decided by hand"), ColumnKind::Text, 160, true, text(&Row::decision), {}, {} });
    m_columns.push_back({ tr("Reason"), tr("Why, in the words of who decided"), ColumnKind::Text, 240, true, text(&Row::reason), {}, {} });
}

void DecisionsModel::setSettings(const settings::Settings& settings)
{
    m_settings = settings;
    m_rows.clear();
    for (std::size_t at = 0; at < settings.overrides.size(); ++at) {
        const settings::OverrideSetting& one = settings.overrides[at];
        m_rows.push_back({ Kind::Override, at, qs(one.module), tr("Verdict: %1").arg(verdictName(one.verdict)), qs(one.reason), qs(one.module) });
    }
    for (std::size_t at = 0; at < settings.waves.size(); ++at)
        m_rows.push_back({ Kind::Wave, at, shortUnit(settings.waves[at].unit), tr("In wave %1").arg(settings.waves[at].wave), {}, qs(pathOf(settings.waves[at].unit)) });
    for (std::size_t at = 0; at < settings.groups.size(); ++at) {
        const settings::GroupSetting& one = settings.groups[at];
        m_rows.push_back({ Kind::Group, at, one.title.empty() ? shortUnit(one.units.front()) : qs(one.title),
            counted(one.units.size(), tr("1 unit moves alone"), tr("%1 units move together")), {}, qs(pathOf(one.units.front())) });
    }
    for (std::size_t at = 0; at < settings.sides.size(); ++at) {
        const settings::SideSetting& one = settings.sides[at];
        m_rows.push_back({ Kind::Side, at, shortUnit(one.unit), one.isRust ? tr("Moves to Rust") : tr("Stays in Python"), qs(one.reason), qs(pathOf(one.unit)) });
    }
    refill();
}

settings::Settings DecisionsModel::without(int row) const
{
    settings::Settings now = m_settings;
    const Row& one = m_rows[static_cast<std::size_t>(row)];
    const auto at = static_cast<std::ptrdiff_t>(one.at);
    switch (one.kind) {
    case Kind::Override: now.overrides.erase(now.overrides.begin() + at); break;
    case Kind::Wave: now.waves.erase(now.waves.begin() + at); break;
    case Kind::Group: now.groups.erase(now.groups.begin() + at); break;
    case Kind::Side: now.sides.erase(now.sides.begin() + at); break;
    }
    return now;
}

QString DecisionsModel::text(int row) const { return m_rows[static_cast<std::size_t>(row)].what + QStringLiteral(": ") + m_rows[static_cast<std::size_t>(row)].decision; }

QVariant DecisionsModel::rowData(int row, int role) const { return role == PathRole ? QVariant(m_rows[static_cast<std::size_t>(row)].path) : QVariant(); }

std::vector<NumberText> unitCostTexts()
{
    const roadmap::UnitCosts usual;
    const QString person = Words::tr("person-days"), factor = QStringLiteral("×");
    std::vector<NumberText> texts {
        { "person_days_per_kloc", Words::tr("Port of 1,000 lines"), Words::tr("Ordinary code, one person, likely"), person, 0, 0, usual.personDaysPerKloc, 1, 1, 1 },
        { "low_factor", Words::tr("Low end"), Words::tr("Of every effort, against the likely one"), factor, 0, 0, usual.lowFactor, 1, 0.05, 2 },
        { "high_factor", Words::tr("High end"), Words::tr("Of every effort, against the likely one"), factor, 0, 0, usual.highFactor, 1, 0.1, 2 },
        { "first_project_factor", Words::tr("First project"), Words::tr("Learning: the first days take this much longer; it falls to 1 over the ramp-up"), factor, 0, 0, usual.firstProjectFactor, 1, 0.1, 2 },
        { "per_candidate_days", Words::tr("Each candidate"), Words::tr("Build, wheels and release"), person, 0, 0, usual.perCandidateFixed, 1, 0.5, 1 },
        { "per_crossing_days", Words::tr("Each crossing"), Words::tr("Interface of one function that is called over the boundary"), person, 0, 0, usual.perCrossingDays, 1, 0.05, 2 },
        { "baseline_days", Words::tr("Baseline"), Words::tr("Measuring before anything moves"), person, 0, 0, usual.baselineDays, 1, 0.5, 1 },
        { "type_slot_days", Words::tr("Each type to write"), Words::tr("One place of an interface"), person, 0, 0, usual.typeSlotDays, 1, 0.01, 2 },
        { "cycle_cut_days", Words::tr("Each import to cut"), Words::tr("Of a cycle that stands in the way"), person, 0, 0, usual.cycleCutDays, 1, 0.25, 2 },
        { "test_unit_days", Words::tr("Each unit without a test"), Words::tr("One characterisation test"), person, 0, 0, usual.testUnitDays, 1, 0.05, 2 },
    };
    for (NumberText& text : texts) {
        for (const settings::NumberName& name : settings::unitCostNames()) {
            if (name.name == text.name)
                std::tie(text.least, text.most) = std::pair(name.least, name.most);
        }
    }
    return texts;
}

std::vector<NumberText> thresholdTexts()
{
    const roadmap::PlanInput usual;
    std::vector<NumberText> texts {
        { "least_gain", Words::tr("Least gain"), Words::tr("What a candidate must save to be one"), Words::tr("% of the run"), 0, 0, usual.leastGain, 100, 0.1, 2 },
        { "least_gain_per_day", Words::tr("Least gain per person-day"), Words::tr("And for each day that it costs"), Words::tr("% of the run"), 0, 0, usual.cutOff, 100, 0.05, 2 },
        { "most_candidates", Words::tr("Most candidates"), Words::tr("The plan names no more than these"), Words::tr("candidates"), 0, 0, static_cast<double>(usual.maxCandidates), 1, 1, 0 },
    };
    for (NumberText& text : texts) {
        for (const settings::NumberName& name : settings::thresholdNames()) {
            if (name.name == text.name)
                std::tie(text.least, text.most) = std::pair(name.least, name.most);
        }
    }
    return texts;
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/modules_model.h"

#include "ui/models/text.h"

#include <algorithm>
#include <unordered_map>

namespace ferroscope::ui {

namespace {

using Maybe = std::optional<double>;
const QString kNothing = QStringLiteral("–");

} // namespace

ModulesModel::ModulesModel(QObject* parent)
    : TableModel(parent)
{
    addJudgement();
    addFacts();
}

int ModulesModel::rebuild()
{
    const auto& modules = m_assessment->modules;
    m_findings.assign(modules.size(), 0);
    m_contexts.assign(modules.size(), QString());
    std::unordered_map<std::string_view, QString> names;
    for (const ContextSummary& context : m_assessment->contexts)
        names.emplace(context.id, qs(context.name));
    m_hottest = 0;
    // Findings are sorted by path like the modules, so one walk counts them all.
    std::size_t at = 0;
    for (const Finding& finding : m_assessment->findings) {
        while (at < modules.size() && modules[at].path < finding.path)
            ++at;
        if (at < modules.size() && modules[at].path == finding.path)
            ++m_findings[at];
    }
    for (std::size_t index = 0; index < modules.size(); ++index) {
        m_hottest = std::max(m_hottest, modules[index].heat.interpreted.likely);
        if (const auto name = names.find(modules[index].context); name != names.end())
            m_contexts[index] = name->second;
    }
    return static_cast<int>(modules.size());
}

QVariant ModulesModel::rowData(int row, int role) const
{
    const AssessedModule& one = module(row);
    switch (role) {
    case PathRole: return qs(one.path);
    case IdRole: return qs(one.path);
    case CertaintyRole: return static_cast<int>(one.heat.source);
    default: return {};
    }
}

void ModulesModel::addJudgement()
{
    const auto judged = [this](auto get) {
        return [this, get](int row) { return module(row).judged() ? Maybe(get(module(row))) : Maybe(); };
    };
    const auto scored = [this](auto get) {
        return [this, get](int row) { return module(row).judged() ? score(get(module(row)).likely) : kNothing; };
    };
    m_columns.push_back({ tr("Module"), tr("Dotted name of the module"), ColumnKind::Mono, 232, true,
        [this](int row) { return qs(module(row).name); }, {}, {} });
    m_columns.push_back({ tr("Verdict"), tr("What to do with the module"), ColumnKind::Verdict, 144, true,
        [this](int row) { return module(row).judged() ? verdictName(module(row).verdict.id) : tr("not judged"); }, {},
        [this](int row, int role) {
            return role == VerdictRole && module(row).judged() ? QVariant(static_cast<int>(module(row).verdict.id)) : QVariant();
        } });
    m_columns.push_back({ tr("Readiness"), tr("Value and ease combined, 0 to 100, with its range"), ColumnKind::RangeMark, 176, true,
        [this](int row) {
            const AssessedModule& one = module(row);
            return one.judged() ? score(one.readiness.likely) + QLatin1String(" (") + rangeText(one.readiness) + QLatin1Char(')') : kNothing;
        },
        judged([](const AssessedModule& one) { return one.readiness.likely; }),
        [this](int row, int role) {
            return role == RangeRole && module(row).judged() ? QVariant::fromValue(module(row).readiness) : QVariant();
        } });
    m_columns.push_back({ tr("Value"), tr("What a move would gain, 0 to 100"), ColumnKind::Number, 58, true,
        scored([](const AssessedModule& one) { return one.value; }), judged([](const AssessedModule& one) { return one.value.likely; }), {} });
    m_columns.push_back({ tr("Ease"), tr("How easy a move would be, 0 to 100"), ColumnKind::Number, 58, true,
        scored([](const AssessedModule& one) { return one.ease; }), judged([](const AssessedModule& one) { return one.ease.likely; }), {} });

    const auto heat = [this](auto part) {
        return [this, part](int row) {
            const Heat& one = module(row).heat;
            return one.source == HeatSource::None ? Maybe() : Maybe(part(one).likely * 100);
        };
    };
    const auto heatText = [this](auto part) {
        return [this, part](int row) {
            const Heat& one = module(row).heat;
            return one.source == HeatSource::None ? QStringLiteral("?") : certaintyPrefix(one.source) + percent(part(one).likely);
        };
    };
    const auto interpreted = [](const Heat& one) { return one.interpreted; };
    const auto native = [](const Heat& one) { return one.native; };
    const auto waiting = [](const Heat& one) { return one.waiting; };
    m_columns.push_back({ tr("Interpreted"), tr("Share of the run spent in interpreted Python here, in percent"), ColumnKind::HeatBar, 150, true,
        heatText(interpreted), heat(interpreted), [this](int row, int role) {
            return role == FractionRole && m_hottest > 0 ? QVariant(module(row).heat.interpreted.likely / m_hottest) : QVariant();
        } });
    m_columns.push_back({ tr("Code lines"), tr("Lines with code, without blank lines, comments and docstrings"), ColumnKind::Number, 78, true,
        [this](int row) { return countText(module(row).lines.code); }, [this](int row) { return Maybe(module(row).lines.code); }, {} });
    m_columns.push_back({ tr("Type hints"), tr("Share of parameters and returns with a type, in percent"), ColumnKind::Number, 80, true,
        [this](int row) {
            const auto covered = module(row).hints.coverage();
            return covered ? percent(*covered, 0) : kNothing;
        },
        [this](int row) {
            const auto covered = module(row).hints.coverage();
            return covered ? Maybe(*covered * 100) : Maybe();
        }, {} });
    m_columns.push_back({ tr("Findings"), tr("Located observations in this file"), ColumnKind::Number, 70, true,
        [this](int row) { return countText(m_findings[static_cast<std::size_t>(row)]); },
        [this](int row) { return Maybe(static_cast<double>(m_findings[static_cast<std::size_t>(row)])); }, {} });
    m_columns.push_back({ tr("Context"), tr("The group of modules it belongs with"), ColumnKind::Text, 120, false,
        [this](int row) { return m_contexts[static_cast<std::size_t>(row)]; }, {}, {} });
    m_columns.push_back({ tr("Native"), tr("Share of the run spent in native code called from here, in percent"), ColumnKind::Number, 80, false,
        heatText(native), heat(native), {} });
    m_columns.push_back({ tr("Waiting"), tr("Share of the run spent waiting here, in percent"), ColumnKind::Number, 80, false,
        heatText(waiting), heat(waiting), {} });
    m_columns.push_back({ tr("Runner-up"), tr("The verdict that came second"), ColumnKind::Verdict, 140, false,
        [this](int row) { return module(row).judged() ? verdictName(module(row).verdict.runnerUp) : kNothing; }, {},
        [this](int row, int role) {
            return role == VerdictRole && module(row).judged() ? QVariant(static_cast<int>(module(row).verdict.runnerUp)) : QVariant();
        } });
}

void ModulesModel::addFacts()
{
    const auto text = [this](const QString& title, const QString& meaning, int width, auto get) {
        m_columns.push_back({ title, meaning, ColumnKind::Text, width, false, [this, get](int row) { return get(module(row)); }, {}, {} });
    };
    const auto figure = [this](const QString& title, const QString& meaning, auto get) {
        m_columns.push_back({ title, meaning, ColumnKind::Number, 84, false,
            [this, get](int row) {
                const Maybe known = get(module(row));
                return known ? number(*known) : kNothing;
            },
            [this, get](int row) { return get(module(row)); }, {} });
    };
    using M = const AssessedModule&;
    text(tr("Role"), tr("Source, test, script, ..."), 80, [](M m) { return roleName(m.role); });
    text(tr("Package"), tr("First component of the name"), 110, [](M m) { return qs(m.package); });
    figure(tr("Wave"), tr("Earliest step of the roadmap that moves part of it"), [](M m) { return m.wave ? Maybe(*m.wave) : Maybe(); });
    figure(tr("Lines"), tr("Physical lines"), [](M m) { return Maybe(m.lines.physical); });
    figure(tr("Logical lines"), tr("Statements"), [](M m) { return Maybe(m.logicalLines); });
    figure(tr("Functions"), tr("Functions and methods"), [](M m) {
        return Maybe(static_cast<double>(std::count_if(m.functions.begin(), m.functions.end(), [](const auto& f) { return f.kind != "class"; })));
    });
    figure(tr("Classes"), tr("Classes"), [](M m) { return Maybe(static_cast<double>(m.classes.size())); });
    figure(tr("Loose hints"), tr("Type hints that are there but say little (list, dict, object)"), [](M m) { return Maybe(m.hints.loose + m.hints.any); });
    figure(tr("Complexity"), tr("Largest cognitive complexity of a function"), [](M m) {
        std::uint32_t most = 0;
        for (const auto& function : m.functions)
            most = std::max(most, function.cognitive);
        return Maybe(most);
    });
    figure(tr("Loop depth"), tr("Deepest nesting of loops"), [](M m) {
        std::uint32_t most = 0;
        for (const auto& function : m.functions)
            most = std::max(most, function.loopDepth);
        return Maybe(most);
    });
    figure(tr("Imported by"), tr("Modules that import it"), [](M m) { return Maybe(m.fanIn); });
    figure(tr("Imports"), tr("Modules of this repository that it imports"), [](M m) { return Maybe(m.fanOut); });
    text(tr("Cycle"), tr("Whether it is part of an import cycle"), 80, [](M m) { return m.cycle ? tr("in a cycle") : kNothing; });
    figure(tr("Churn"), tr("Commits that changed it"), [](M m) { return m.churn ? Maybe(*m.churn) : Maybe(); });
    figure(tr("Coroutines"), tr("Functions defined with async"), [](M m) { return Maybe(m.asyncFunctions); });
    figure(tr("Blocking calls"), tr("Blocking calls inside async code"), [](M m) { return Maybe(m.blockingCalls); });
    figure(tr("I/O calls"), tr("Calls that read or write files, sockets or databases"), [](M m) { return Maybe(m.ioCalls); });
    figure(tr("FFI uses"), tr("Uses of native code, processes or pickling"), [](M m) { return Maybe(static_cast<double>(m.ffi.size())); });
    figure(tr("Tests"), tr("Test files that use it"), [](M m) { return Maybe(static_cast<double>(m.tests.size())); });
    m_columns.push_back({ tr("Path"), tr("File, relative to the analysed folder"), ColumnKind::Mono, 220, false,
        [this](int row) { return qs(module(row).path); }, {}, {} });
}

} // namespace ferroscope::ui

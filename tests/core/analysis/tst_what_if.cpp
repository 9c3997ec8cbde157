// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// WhatIf: the same as an analysis under the same settings, whatever was asked before; what a person decided is in the
// plan, what it breaks is said, and what no setting changes is shared.
#include "core/analysis/what_if.h"
#include "core/base/binary.h"
#include "core/report/json_writer.h"

#include <QTest>
#include <algorithm>

using namespace ferroscope;
using analysis::Cut;
using settings::Settings;

Q_DECLARE_METATYPE(ferroscope::settings::Settings)

namespace {

const std::string kSample = FERROSCOPE_SOURCE_DIR "/resources/sample";
const std::string kIn = "src/gridwatch/";

analysis::Outcome analyzed(const Settings& settings, bool forWhatIf, unsigned jobs = 2)
{
    analysis::Request request;
    request.root = kSample;
    request.jobs = jobs;
    request.settings = settings;
    request.forWhatIf = forWhatIf;
    auto outcome = analysis::analyze(*realFileSystem(), request, nullptr, {}, {});
    return outcome ? std::move(*outcome) : analysis::Outcome {};
}

// Every field, also those that the JSON does not show.
std::string bytesOf(const AssessmentPtr& assessment) { return assessment ? toBinary(*assessment) : std::string(); }

const Candidate* holding(const Assessment& a, const std::string& unit)
{
    for (const Candidate& candidate : a.candidates) {
        if (std::binary_search(candidate.units.begin(), candidate.units.end(), unit))
            return &candidate;
    }
    return nullptr;
}

int waveOf(const Assessment& a, const std::string& id)
{
    for (const Wave& wave : a.waves) {
        if (std::find(wave.candidates.begin(), wave.candidates.end(), id) != wave.candidates.end())
            return wave.number;
    }
    return -1;
}

bool warns(const Assessment& a, const std::string& part)
{
    return std::any_of(a.planWarnings.begin(), a.planWarnings.end(), [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

std::vector<std::string> unitsOf(const Assessment& a, std::initializer_list<std::size_t> candidates)
{
    std::vector<std::string> units;
    for (const std::size_t at : candidates)
        units.insert(units.end(), a.candidates[at].units.begin(), a.candidates[at].units.end());
    std::sort(units.begin(), units.end());
    return units;
}

} // namespace

class TestWhatIf : public QObject {
    Q_OBJECT
private:
    analysis::Outcome m_outcome;
    const Assessment* m_first = nullptr;

    AssessmentPtr ask(const Settings& settings, Cut cut, const AssessmentPtr& last = nullptr) const
    {
        return m_outcome.whatIf->assess(settings, cut, last);
    }

    void addKindsOfSettings() const
    {
        QTest::addColumn<Settings>("settings");
        const auto row = [](const char* name, auto&& change) {
            Settings settings;
            change(settings);
            QTest::newRow(name) << settings;
        };
        const Assessment& first = *m_first;
        row("none", [](Settings&) {});
        row("weights", [](Settings& s) { s.weights = { { CriterionId::CpuBound, 20 }, { CriterionId::SafetyNet, 60 } }; });
        row("weights that make glue of most", [](Settings& s) { s.weights = { { CriterionId::CpuBound, 1 }, { CriterionId::IoAndAsync, 90 } }; });
        row("an override that keeps", [](Settings& s) { s.overrides = { { kIn + "topology/tracer.py", Verdict::KeepPython, "rewritten soon" } }; });
        row("an override that moves", [](Settings& s) { s.overrides = { { "gridwatch.config", Verdict::Cli, "asked for" } }; });
        row("unit costs", [](Settings& s) { s.unitCosts = { { "person_days_per_kloc", 90 }, { "per_candidate_days", 7 } }; });
        row("thresholds", [](Settings& s) { s.thresholds = { { "least_gain", 0.02 }, { "most_candidates", 4 } }; });
        row("a unit kept", [&](Settings& s) { s.sides = { { first.candidates[1].anchor, false, "" } }; });
        row("a unit forced", [](Settings& s) { s.sides = { { kIn + "config.py:load", true, "" } }; });
        row("two candidates as one", [&](Settings& s) { s.groups = { { "Both", unitsOf(first, { 1, 4 }) } }; });
        row("one candidate split", [&](Settings& s) { s.groups = { { "", { first.candidates[6].units.front() } } }; });
        row("waves", [&](Settings& s) { s.waves = { { first.candidates[0].anchor, 3 }, { first.candidates[9].anchor, 1 } }; });
        row("names of nothing", [](Settings& s) {
            s.sides = { { "gone.py:f", true, "" } };
            s.groups = { { "G", { "gone.py:g" } } };
            s.waves = { { "gone.py:h", 2 } };
            s.overrides = { { "gone.py", Verdict::Cli, "r" } };
        });
        row("terms and money", [](Settings& s) {
            s.terms.start = "2026-12-01";
            s.terms.developers = 2;
            s.money.dayRate = 800;
            s.criticality = { { "src/gridwatch/settlement/", "high" } };
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_outcome = analyzed({}, true);
        QVERIFY(m_outcome.assessment && m_outcome.whatIf);
        m_first = m_outcome.assessment.get();
        QVERIFY(m_first->candidates.size() >= 10);
        QVERIFY(m_first->planWarnings.empty());
    }

    void newCutIsAFreshAnalysis_data() { addKindsOfSettings(); }
    void newCutIsAFreshAnalysis()
    {
        QFETCH(Settings, settings);
        const AssessmentPtr asked = ask(settings, Cut::New);
        const AssessmentPtr fresh = analyzed(settings, false, 1).assessment;
        QVERIFY(asked && fresh);
        QCOMPARE(report::toJson(*asked), report::toJson(*fresh));
        QVERIFY(bytesOf(asked) == bytesOf(fresh));
    }

    void keptAfterNewChangesNothing_data() { addKindsOfSettings(); }
    void keptAfterNewChangesNothing()
    {
        QFETCH(Settings, settings);
        const AssessmentPtr searched = ask(settings, Cut::New);
        QCOMPARE(report::toJson(*ask(settings, Cut::Kept, searched)), report::toJson(*searched));
        QVERIFY(bytesOf(ask(settings, Cut::Kept, searched)) == bytesOf(searched));
    }

    // Undo is the settings before, with whatever cut, whatever lies between.
    void undoGivesBackWhatWas_data() { addKindsOfSettings(); }
    void undoGivesBackWhatWas()
    {
        QFETCH(Settings, settings);
        const std::string before = bytesOf(m_outcome.assessment);
        const AssessmentPtr edited = ask(settings, Cut::Kept, m_outcome.assessment);
        QVERIFY(bytesOf(ask({}, Cut::Kept, edited)) == before);
        QVERIFY(ask(settings, Cut::New));
        QVERIFY(bytesOf(ask({}, Cut::New)) == before);
        QVERIFY(bytesOf(ask({}, Cut::Kept)) == before); // no last: the first one
        QVERIFY(bytesOf(ask(settings, Cut::Kept, m_outcome.assessment)) == bytesOf(edited));
    }

    void whatNoSettingChangesIsShared()
    {
        Settings settings;
        settings.weights = { { CriterionId::CpuBound, 5 } };
        const AssessmentPtr made = ask(settings, Cut::Kept);
        QVERIFY(made->calls.isSharedWith(m_first->calls) && made->imports.isSharedWith(m_first->imports));
        QVERIFY(made->findings.isSharedWith(m_first->findings) && made->contexts.isSharedWith(m_first->contexts));
        for (std::size_t at = 0; at < made->modules.size(); ++at)
            QVERIFY(made->modules[at].functions.isSharedWith(m_first->modules[at].functions));
        QVERIFY(made->modules[3].readiness.likely > 0 || made->totals.readiness.likely != m_first->totals.readiness.likely);
    }

    void anOverrideReachesTotalsAndPlan()
    {
        const std::string path = kIn + "topology/tracer.py";
        QVERIFY(m_first->find(path)->wave);
        Settings settings;
        settings.overrides = { { path, Verdict::KeepPython, "rewritten soon" } };
        for (const Cut cut : { Cut::Kept, Cut::New }) {
            const AssessmentPtr made = ask(settings, cut);
            const AssessedModule& module = *made->find(path);
            QVERIFY(module.verdict.id == Verdict::KeepPython && module.verdict.override_ && !module.wave);
            QVERIFY(!holding(*made, m_first->candidates[0].anchor));
            const auto stays = [&](const LeftInPython& left) { return left.module == path && left.why == "Set by hand: rewritten soon"; };
            QVERIFY(std::any_of(made->leftInPython.begin(), made->leftInPython.end(), stays));
            const std::size_t kept = static_cast<std::size_t>(Verdict::KeepPython);
            QCOMPARE(made->totals.verdicts[kept], m_first->totals.verdicts[kept] + 1);
        }
    }

    // The candidates share no link, so what happens to one is nothing to the others.
    void anEditOfOneComponentLeavesTheOthers()
    {
        Settings settings;
        settings.sides = { { m_first->candidates[0].anchor, false, "" } };
        for (const Cut cut : { Cut::Kept, Cut::New }) {
            const AssessmentPtr made = ask(settings, cut);
            for (std::size_t at = 1; at < m_first->candidates.size(); ++at) {
                const Candidate& before = m_first->candidates[at];
                const Candidate* after = holding(*made, before.anchor);
                QVERIFY2(after, before.anchor.c_str());
                QCOMPARE(after->units, before.units);
                QVERIFY(after->gain == before.gain);
                QCOMPARE(after->value, before.value);
            }
        }
    }

    void aForcedUnitMoves()
    {
        const std::string unit = kIn + "tools/replay.py:main";
        const std::string vetoed = [&] {
            for (const Finding& finding : m_first->findings) {
                if (finding.effect == "veto" && !finding.function.empty() && m_first->find(finding.path)->judged())
                    return finding.path + ":" + finding.function;
            }
            return std::string();
        }();
        QVERIFY(!vetoed.empty());
        Settings settings;
        settings.sides = { { vetoed, true, "we know better" } };
        settings.thresholds = { { "most_candidates", 2 } };
        for (const Cut cut : { Cut::Kept, Cut::New }) {
            const AssessmentPtr made = ask(settings, cut);
            QVERIFY2(holding(*made, vetoed), vetoed.c_str());
            QVERIFY(warns(*made, vetoed + " is moved by hand, although a veto of the rules keeps it in Python."));
        }
        settings.thresholds.clear();
        settings.sides = { { kIn + "config.py:<module>", true, "" } };
        QVERIFY(!ask(settings, Cut::New)->planWarnings.empty());
    }

    void aGroupIsExactlyOneCandidate()
    {
        Settings settings;
        settings.groups = { { "Both of them", unitsOf(*m_first, { 1, 4 }) } };
        const Range both { m_first->candidates[1].gain.low + m_first->candidates[4].gain.low,
            m_first->candidates[1].gain.likely + m_first->candidates[4].gain.likely, m_first->candidates[1].gain.high + m_first->candidates[4].gain.high };
        for (const Cut cut : { Cut::Kept, Cut::New }) {
            const AssessmentPtr merged = ask(settings, cut);
            QCOMPARE(merged->candidates.size(), m_first->candidates.size() - 1);
            const Candidate* made = holding(*merged, m_first->candidates[1].anchor);
            QVERIFY(made && made->isByHand);
            QCOMPARE(made->title, std::string("Both of them"));
            QCOMPARE(made->units, settings.groups[0].units);
            QVERIFY(std::abs(made->gain.likely - both.likely) < 1e-9); // they share no link
        }
        const std::string one = m_first->candidates[6].units.front();
        settings.groups = { { "", { one } } };
        const AssessmentPtr split = ask(settings, Cut::Kept);
        QCOMPARE(split->candidates.size(), m_first->candidates.size() + 1);
        QVERIFY(holding(*split, one)->units.size() < m_first->candidates[6].units.size());
        std::size_t units = 0;
        for (const Candidate& candidate : split->candidates) {
            units += candidate.units.size();
            QCOMPARE(candidate.isByHand, std::binary_search(candidate.units.begin(), candidate.units.end(), one));
        }
        std::size_t before = 0;
        for (const Candidate& candidate : m_first->candidates)
            before += candidate.units.size();
        QCOMPARE(units, before);
    }

    void aChosenWaveHolds()
    {
        const std::string anchor = m_first->candidates[0].anchor;
        for (int wave = 1; wave <= 6; ++wave) {
            Settings settings;
            settings.waves = { { anchor, wave } };
            const AssessmentPtr made = ask(settings, Cut::Kept);
            const Candidate* candidate = holding(*made, anchor);
            QCOMPARE(waveOf(*made, candidate->id), wave);
            QVERIFY(candidate->isByHand);
            QCOMPARE(made->find(candidate->modules.front())->wave.value_or(-1), wave);
            for (std::size_t at = 1; at < made->waves.size(); ++at)
                QVERIFY(made->waves[at].number > made->waves[at - 1].number && !made->waves[at].candidates.empty());
        }
    }

    void whatNamesNothingIsSaid()
    {
        Settings settings;
        settings.sides = { { "gone.py:f", true, "" } };
        settings.groups = { { "G", { "gone.py:g" } } };
        settings.waves = { { "gone.py:h", 2 } };
        settings.overrides = { { "gone", Verdict::Cli, "r" } };
        const AssessmentPtr made = ask(settings, Cut::Kept);
        QCOMPARE(made->planWarnings.size(), std::size_t(4));
        for (const char* name : { "gone.py:f", "gone.py:g", "gone.py:h", "gone," })
            QVERIFY2(warns(*made, name), name);
        QCOMPARE(made->candidates.size(), m_first->candidates.size());
    }

    void aUnitIsNamedByAnyOfItsFunctions()
    {
        const auto both = [&](const std::string& unit) {
            Settings settings;
            settings.sides = { { unit, false, "" } };
            const AssessmentPtr made = ask(settings, Cut::Kept);
            return holding(*made, unit);
        };
        const std::vector<std::string>& units = m_first->candidates[1].units;
        for (const std::string& unit : units)
            QVERIFY(!both(unit));
    }

    void sensitivityIsAShare()
    {
        QCOMPARE(m_first->sensitivityTop.size(), m_first->candidates.size());
        double sum = 0;
        for (std::size_t at = 0; at < m_first->sensitivityTop.size(); ++at) {
            const auto& [id, share] = m_first->sensitivityTop[at];
            QCOMPARE(id, m_first->candidates[at].id);
            QVERIFY(share >= 0 && share <= 1);
            sum += share;
        }
        QVERIFY(sum > 4 && sum <= 5 + 1e-9); // at most five places per trial
        QVERIFY(m_first->sensitivityTop.front().second > m_first->sensitivityTop.back().second);
    }

    void counterfactualsSayWaves()
    {
        const AssessedModule& untyped = *m_first->find(kIn + "tariff/evaluate.py");
        QVERIFY(untyped.verdict.id == Verdict::TypeFirst && !untyped.counterfactuals.empty());
        const Counterfactual& typed = untyped.counterfactuals.front();
        QVERIFY2(typed.change.starts_with("Type the "), typed.change.c_str());
        QVERIFY(typed.wave && *typed.wave <= *untyped.wave && typed.readiness > untyped.readiness.likely);
        const AssessedModule& cyclic = *m_first->find(kIn + "outage/correlate.py");
        const auto names = [](const Counterfactual& each) { return each.change.starts_with("Cut the import of gridwatch.outage."); };
        QVERIFY(std::any_of(cyclic.counterfactuals.begin(), cyclic.counterfactuals.end(), names));
        const AssessedModule& unmeasured = *m_first->find(kIn + "plugins/quality.py");
        const auto measures = [](const Counterfactual& each) { return each.change.starts_with("Profile a run") && !each.wave; };
        QVERIFY(std::any_of(unmeasured.counterfactuals.begin(), unmeasured.counterfactuals.end(), measures));
    }

    void stoppingGivesNothing()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!m_outcome.whatIf->assess({}, Cut::New, nullptr, stop.get_token()));
        QVERIFY(!m_outcome.whatIf->assess({}, Cut::Kept, nullptr, stop.get_token()));
        QVERIFY(bytesOf(ask({}, Cut::New)) == bytesOf(m_outcome.assessment));
    }

    void theProblemIsThatOfTheSettings()
    {
        Settings settings;
        settings.sides = { { m_first->candidates[0].anchor, false, "" } };
        settings.unitCosts = { { "person_days_per_kloc", 180 } };
        const roadmap::PlanInput before = m_outcome.whatIf->problem({});
        const roadmap::PlanInput after = m_outcome.whatIf->problem(settings);
        QCOMPARE(after.units.size(), before.units.size());
        std::size_t pinned = 0;
        for (std::size_t at = 0; at < after.units.size(); ++at) {
            pinned += after.units[at].pinned && !before.units[at].pinned ? 1 : 0;
            if (before.units[at].name != "<module>")
                QVERIFY(after.units[at].effort.likely > before.units[at].effort.likely || before.units[at].effort.likely < 0.03);
        }
        QCOMPARE(pinned, std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestWhatIf)
#include "tst_what_if.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What settings say of the plan, all the way from a folder to the assessment: calendar, money, criticality, owners.
#include "core/analysis/analyzer.h"
#include "core/report/json_writer.h"
#include "core/report/plan_words.h"

#include <QTest>
#include <algorithm>
#include <set>

using namespace ferroscope;

namespace {

const std::string kSample = FERROSCOPE_SOURCE_DIR "/resources/sample";

AssessmentPtr analyzed(const settings::Settings& settings)
{
    analysis::Request request;
    request.root = kSample;
    request.settings = settings;
    const auto outcome = analysis::analyze(*realFileSystem(), request, nullptr, {}, {});
    return outcome ? outcome->assessment : nullptr;
}

settings::Settings withTeam(const char* experience)
{
    settings::Settings made;
    made.terms = { "2026-12-01", 2, 0.8, experience, {} };
    return made;
}

double effortOf(const Assessment& a)
{
    double days = 0;
    for (const Candidate& candidate : a.candidates)
        days += candidate.effort.likely;
    return days;
}

const RiskEntry* riskOf(const Assessment& a, std::string_view kind)
{
    const auto found = std::find_if(a.risks.begin(), a.risks.end(), [&](const RiskEntry& risk) { return risk.kind == kind; });
    return found == a.risks.end() ? nullptr : &*found;
}

} // namespace

class TestPlanDetails : public QObject {
    Q_OBJECT

private slots:
    void nothingGiven()
    {
        const AssessmentPtr a = analyzed({});
        QVERIFY(a && !a->candidates.empty() && !a->waves.empty());
        QVERIFY(!a->money);
        for (const Wave& wave : a->waves) {
            QVERIFY(wave.weeks == Range {} && !wave.dates.known());
            QVERIFY(!wave.rollback.empty() && !wave.stopRule.empty());
        }
        for (const Candidate& candidate : a->candidates)
            QVERIFY(candidate.criticality.empty());
        QVERIFY(riskOf(*a, "estimate-only") && riskOf(*a, "ramp-up"));
        QCOMPARE(riskOf(*a, "untested")->owner, std::string("Test lead"));
        QVERIFY(!riskOf(*a, "bus-factor") && !riskOf(*a, "criticality"));
        QCOMPARE(a->platforms, std::vector<std::string> { "CPython 3.11 and newer" });
    }

    void everyModuleThatStaysSaysWhy()
    {
        const AssessmentPtr a = analyzed({});
        QVERIFY(a && !a->leftInPython.empty());
        std::size_t counted = 0;
        for (const report::LeftReason& each : report::leftByReason(*a))
            counted += each.modules;
        QCOMPARE(counted, a->leftInPython.size());
        for (const LeftInPython& left : a->leftInPython) {
            QCOMPARE(left.why, a->find(left.module)->verdict.reasons.front());
            // Only what a rule keeps, at its place, falls into the last group of reasons.
            Assessment one;
            one.leftInPython = { left };
            if (report::leftByReason(one)[0].reason == "What it is for belongs in Python")
                QVERIFY2(left.why.find("(line ") != std::string::npos, left.why.c_str());
        }
    }

    void teamsTakeTheirTime()
    {
        const AssessmentPtr fluent = analyzed(withTeam("fluent")), some = analyzed(withTeam("some")), none = analyzed(withTeam("none"));
        QVERIFY(fluent && some && none);
        QVERIFY(effortOf(*fluent) < effortOf(*some));
        QVERIFY(effortOf(*some) < effortOf(*none));
        QVERIFY(!riskOf(*fluent, "ramp-up"));
        QCOMPARE(riskOf(*none, "ramp-up")->likelihood, std::string("high"));
        // Two people, eight days a week between them, wave after wave.
        std::string before;
        for (const Wave& wave : none->waves) {
            QVERIFY(std::abs(wave.weeks.likely - wave.effort.likely / 8) < 1e-9);
            QVERIFY(wave.dates.known());
            QVERIFY(wave.dates.start <= wave.dates.endLow && wave.dates.endLow <= wave.dates.endLikely && wave.dates.endLikely <= wave.dates.endHigh);
            QVERIFY(before < wave.dates.start);
            before = wave.dates.endLikely;
        }
        QCOMPARE(none->waves[0].dates.start, std::string("2026-12-01"));
        const auto says = [](const Assessment& a, const char* part) {
            return std::any_of(a.recommendation.reasons.begin(), a.recommendation.reasons.end(), [&](const std::string& each) { return each.find(part) != std::string::npos; });
        };
        QVERIFY(says(*none, "The plan runs from 2026-12-01 to "));
        QVERIFY(!says(*none, "It costs"));
    }

    void moneyCriticalityAndOwners()
    {
        settings::Settings made = withTeam("some");
        made.money = { "CHF", 1000, 50'000, 0.1, 4 };
        made.criticality = { { "src/", "normal" }, { "tracer.py", "high" } };
        made.riskOwners = { { "untested", "Ada" } };
        const AssessmentPtr a = analyzed(made);
        QVERIFY(a && a->money);
        Range effort;
        for (const Wave& wave : a->waves)
            effort += wave.effort;
        QCOMPARE(a->money->currency, std::string("CHF"));
        QVERIFY(std::abs(a->money->cost->likely - 1000 * effort.likely) < 1e-6);
        QVERIFY(a->money->paybackYears && a->money->costOfDoingNothing);
        QCOMPARE(riskOf(*a, "untested")->owner, std::string("Ada"));
        const RiskEntry* critical = riskOf(*a, "criticality");
        QVERIFY(critical);
        QCOMPARE(critical->candidates.size(), 1U);
        const Candidate* tracer = a->candidate(critical->candidates[0]);
        QCOMPARE(tracer->modules, std::vector<std::string> { "src/gridwatch/topology/tracer.py" });
        QCOMPARE(tracer->criticality, std::string("high"));
        // Without the setting it is wave 1; with it something else is.
        const AssessmentPtr plain = analyzed(withTeam("some"));
        QCOMPARE(plain->candidate(plain->waves[1].candidates[0])->modules, tracer->modules);
        QVERIFY(a->candidate(a->waves[1].candidates[0])->modules != tracer->modules);
        for (const Candidate& candidate : a->candidates) {
            if (&candidate != tracer)
                QCOMPARE(candidate.criticality, std::string("normal"));
        }
        QVERIFY(report::toJson(*a) == report::toJson(*analyzed(made)));
    }

    void hazardsAndAlternativesAreOfTheirPlace()
    {
        const AssessmentPtr a = analyzed({});
        std::set<std::string> kinds;
        std::size_t alternatives = 0;
        for (const Candidate& candidate : a->candidates) {
            alternatives += candidate.alternatives.size();
            QVERIFY(std::is_sorted(candidate.hazards.begin(), candidate.hazards.end(), [](const Hazard& x, const Hazard& y) { return std::tie(x.path, x.line) < std::tie(y.path, y.line); }));
            for (const Hazard& hazard : candidate.hazards) {
                kinds.insert(hazard.kind);
                QVERIFY(a->find(hazard.path) && hazard.line > 0);
            }
        }
        QVERIFY(kinds.contains("exceptions") && kinds.contains("hash-order") && kinds.contains("unbounded-int"));
        QVERIFY(alternatives > a->candidates.size());
    }
};

QTEST_APPLESS_MAIN(TestPlanDetails)
#include "tst_plan_details.moc"

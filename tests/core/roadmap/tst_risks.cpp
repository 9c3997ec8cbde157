// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One fact, one line of the register: each row of the table sets one fact in a calm plan and names the line it makes.
#include "core/assessment/risk_kinds.h"
#include "core/roadmap/risk_register.h"
#include "core/roadmap/risk_rows.h"

#include <QtTest>
#include <algorithm>
#include <functional>
#include <set>

using namespace ferroscope;
using namespace ferroscope::roadmap;

namespace {

struct Case {
    std::vector<Candidate> candidates;
    std::vector<Wave> waves;
    std::vector<CandidateRiskFacts> facts;
    bool measured = true;
    double callsResolved = 1;
    bool buildsNative = true;
    std::vector<std::string> platforms { "CPython 3.11" };
    Team team;
    std::map<std::string, std::string, std::less<>> owners;

    std::vector<RiskEntry> risks() const
    {
        return riskRegister({ candidates, waves, facts, measured, callsResolved, buildsNative, platforms, 1000, team, owners });
    }
};

// Two candidates of which nothing bad is known: C1 promises three times as much as C2.
Case calm()
{
    Case made;
    for (const double gain : { 0.3, 0.1 }) {
        Candidate candidate;
        candidate.id = "C" + std::to_string(made.candidates.size() + 1);
        candidate.title = candidate.id == "C1" ? "Engine" : "Codec";
        candidate.modules = { candidate.id + ".py" };
        candidate.strategy = Verdict::Service; // no wheels
        candidate.gain = { gain / 2, gain, gain };
        made.candidates.push_back(candidate);
    }
    made.facts.resize(2);
    made.waves.resize(3);
    for (int at = 0; at < 3; ++at)
        made.waves[static_cast<std::size_t>(at)].number = at;
    made.waves[1].candidates = { "C2" };
    made.waves[2].candidates = { "C1" };
    made.team.experience = "fluent";
    made.team.developers = 3;
    return made;
}

Hazard hazard(const char* kind) { return { kind, "x", "shop/a.py", 7 }; }

using Change = std::function<void(Case&)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class TestRisks : public QObject {
    Q_OBJECT

private slots:
    void everyKindHasItsRow()
    {
        QCOMPARE(riskRows().size(), riskKinds().size());
        for (std::size_t at = 0; at < riskRows().size(); ++at)
            QCOMPARE(std::string(riskRows()[at].kind), std::string(riskKinds()[at]));
    }

    void aCalmPlanHasNone()
    {
        QVERIFY(calm().risks().empty());
        Case nothing;
        QVERIFY(nothing.risks().empty());
    }

    void oneFactOneLine_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("levels"); // likelihood, impact
        QTest::addColumn<QString>("candidates");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const Change& change, const char* kind, const char* levels, const char* candidates, const char* sentence) {
            QTest::newRow(name) << change << QString::fromLatin1(kind) << QString::fromLatin1(levels) << QString::fromLatin1(candidates) << QString::fromUtf8(sentence);
        };
        row("low end without gain", [](Case& c) { c.candidates[1].gain.low = 0; }, "loss", "medium medium", "C2", "At the low end of the estimate C2 saves nothing");
        row("hardly any gain at all", [](Case& c) { c.candidates[1].gain = { 0, 0.009, 0.02 }; }, "loss", "high low", "C2", "C2 saves nothing");
        row("no profile", [](Case& c) { c.measured = false; c.callsResolved = 0.62; }, "estimate-only", "medium high", "", "estimated from the code, with 62 % of the calls resolved");
        row("no profile, few calls", [](Case& c) { c.measured = false; c.callsResolved = 0.49; }, "estimate-only", "high high", "", "with 49 % of the calls resolved");
        row("profile misses a module", [](Case& c) { c.facts[0].unprofiled = { "engine" }; }, "estimate-only", "medium high", "C1", "The profile does not cover engine");
        row("no test at all", [](Case& c) { c.facts[0].untested = { "engine" }; }, "untested", "high high", "C1", "No test was found for engine:");
        row("some tests", [](Case& c) { c.candidates[1].modules = { "a.py", "b.py" }; c.facts[1].untested = { "b" }; }, "untested", "medium medium", "C2", "No test was found for b:");
        row("changes", [](Case& c) { c.facts[1].changing = { "codec" }; c.facts[1].mostCommits = 59; }, "moving-target", "medium medium", "C2", "codec changes often (up to 59 commits");
        row("changes all the time", [](Case& c) { c.facts[1].changing = { "codec" }; c.facts[1].mostCommits = 60; }, "moving-target", "high medium", "C2", "up to 60 commits");
        row("one dynamic place", [](Case& c) { c.facts[0].dynamic = { 1, "a.py:3" }; }, "dynamic", "low high", "C1", "in 1 place (a.py:3)");
        row("five dynamic places", [](Case& c) { c.facts[0].dynamic = { 2, "a.py:3" }; c.facts[1].dynamic = { 3, "b.py:9" }; }, "dynamic", "high high", "C1 C2", "in 5 places (the first is a.py:3)");
        row("shared state", [](Case& c) { c.facts[0].shared = { 2, "a.py:3" }; }, "shared-state", "medium high", "C1", "State that both sides change is touched in 2 places");
        row("cycle", [](Case& c) { c.facts[0].cyclic = { "engine" }; }, "cycle", "medium low", "C1", "engine is part of an import cycle");
        row("callbacks", [](Case& c) { c.candidates[1].crossings = { { "a.py:f", "b.py:g", 1000, 0, 5, "virtual", "callback", {}, {}, {} }, { "b.py:g", "a.py:f", 1000, 0, 70, "virtual", "call", {}, {}, {} } }; },
            "callbacks", "medium medium", "C2", "about 1,000 times per run, a.py:f to b.py:g most of all");
        row("dear callbacks", [](Case& c) { c.candidates[1].crossings = { { "a.py:f", "b.py:g", 7, 0, 20, "virtual", "callback", {}, {}, {} } }; },
            "callbacks", "high medium", "C2", "about 7 times per run");
        row("threads", [](Case& c) { c.facts[1].threads = { 5, "run.py:2" }; }, "threads", "high medium", "C2", "It is run from threads, in 5 places");
        row("half of the interface untyped", [](Case& c) { c.facts[1].interfaceSlots = 8; c.facts[1].missingHints = 4; }, "untyped", "high medium", "C2", "4 places of 8 on the interface of C2 have no type");
        row("a little untyped", [](Case& c) { c.facts[1].interfaceSlots = 8; c.facts[1].missingHints = 1; }, "untyped", "low medium", "C2", "1 place of 8 on the interface of C2 has no type");
        row("integers", [](Case& c) { c.candidates[1].hazards = { hazard("unbounded-int"), hazard("unbounded-int"), hazard("text-index") }; }, "unbounded-int", "medium medium", "C2", "in 2 places (the first is shop/a.py:7)");
        row("objects", [](Case& c) { c.candidates[1].hazards = { hazard("pickling"), hazard("exceptions") }; c.candidates[0].hazards = { hazard("patched") }; }, "objects", "medium high", "C1 C2", "pickles, subclasses or patches what moves, in 2 places");
        row("critical", [](Case& c) { c.candidates[0].criticality = "high"; }, "criticality", "low high", "C1", "C1 (Engine) was marked as critical for the business: a defect");
        row("critical in wave 1", [](Case& c) { c.candidates[1].criticality = "high"; }, "criticality", "medium high", "C2", "and wave 1 cannot do without it");
        row("wheels", [](Case& c) { c.candidates[1].strategy = Verdict::ExtractPyo3; c.buildsNative = false; }, "packaging", "medium medium", "C2", "builds no native code today; from now on every release needs wheels for CPython 3.11.");
        row("wheels of many kinds", [](Case& c) { c.candidates[1].strategy = Verdict::ExtractModule; c.platforms = { "a", "b", "c", "d" }; }, "packaging", "low high", "C2", "builds native code already");
        row("wheels, no platform known", [](Case& c) { c.candidates[1].strategy = Verdict::ExtractPyo3; c.platforms.clear(); }, "packaging", "low medium", "C2", "no manifest says for which platforms");
        row("nobody knows Rust", [](Case& c) { c.team.experience = "none"; }, "ramp-up", "high medium", "", "Nobody in the team has worked with Rust");
        row("nothing said", [](Case& c) { c.team.experience.clear(); c.team.rampUpWeeks = 10; }, "ramp-up", "medium medium", "", "this plan counts 10 weeks");
        row("one person", [](Case& c) { c.team.developers = 1.5; }, "bus-factor", "medium high", "", "One person does the port");
    }

    void oneFactOneLine()
    {
        QFETCH(Change, change);
        QFETCH(QString, kind);
        QFETCH(QString, levels);
        QFETCH(QString, candidates);
        QFETCH(QString, sentence);
        Case made = calm();
        change(made);
        const std::vector<RiskEntry> risks = made.risks();
        QCOMPARE(risks.size(), 1U);
        const RiskEntry& risk = risks[0];
        QCOMPARE(QString::fromStdString(risk.kind), kind);
        QCOMPARE(QString::fromStdString(risk.likelihood + " " + risk.impact), levels);
        QStringList ids;
        for (const std::string& id : risk.candidates)
            ids += QString::fromStdString(id);
        QCOMPARE(ids.join(QLatin1Char(' ')), candidates);
        QVERIFY2(QString::fromStdString(risk.risk).contains(sentence), risk.risk.c_str());
        QVERIFY(!risk.sign.empty() && !risk.answer.empty());
        QCOMPARE(risk.owner, std::string(defaultRiskOwner(risk.kind)));
        const auto place = std::find(riskKinds().begin(), riskKinds().end(), risk.kind) - riskKinds().begin();
        QCOMPARE(risk.id, "R" + std::to_string(place + 1));
        std::vector<int> waves; // C2 moves in wave 1, C1 in wave 2
        if (std::find(risk.candidates.begin(), risk.candidates.end(), "C2") != risk.candidates.end())
            waves.push_back(1);
        if (std::find(risk.candidates.begin(), risk.candidates.end(), "C1") != risk.candidates.end())
            waves.push_back(2);
        QCOMPARE(risk.waves, waves);
    }

    void cheapCallbacksAreNoRisk()
    {
        Case made = calm(); // C2 saves 100 ns
        made.candidates[1].crossings = { { "a.py:f", "b.py:g", 2, 0, 0.49, "virtual", "callback", {}, {}, {} } };
        QVERIFY(made.risks().empty());
        made.candidates[1].crossings[0].cost = 0.51;
        QCOMPARE(made.risks().size(), 1U);
        QCOMPARE(made.risks()[0].likelihood, std::string("low"));
    }

    void theGravestComesFirstAndOwnersStay()
    {
        Case made = calm();
        made.facts[0].cyclic = { "engine" }; // medium x low
        made.facts[0].untested = { "engine" }; // high x high
        made.team.developers = 1; // medium x high
        made.owners = { { "untested", "Ada" }, { "loss", "nobody asked" } };
        const std::vector<RiskEntry> risks = made.risks();
        QCOMPARE(risks.size(), 3U);
        QCOMPARE(risks[0].kind, std::string("untested"));
        QCOMPARE(risks[0].owner, std::string("Ada"));
        QCOMPARE(risks[1].kind, std::string("bus-factor"));
        QCOMPARE(risks[2].kind, std::string("cycle"));
    }
};

QTEST_APPLESS_MAIN(TestRisks)
#include "tst_risks.moc"

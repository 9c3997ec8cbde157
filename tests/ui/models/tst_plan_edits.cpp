// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the plan: each can be undone, the latest wins, nothing waits on the event loop, nothing is lost.
#include "tests/support/fake_what_if.h"
#include "tests/support/sample_assessment.h"
#include "ui/models/plan_changes.h"
#include "ui/models/plan_edits.h"
#include "ui/models/text.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace ferroscope;
using namespace ferroscope::ui;

namespace {

int waveOf(const Assessment& a, const std::string& id)
{
    for (const Wave& wave : a.waves) {
        if (std::find(wave.candidates.begin(), wave.candidates.end(), id) != wave.candidates.end())
            return wave.number;
    }
    return -1;
}

settings::Settings weighted(settings::Settings now, double weight)
{
    now.weights[CriterionId::Portability] = weight;
    return now;
}

struct Desk {
    AssessmentPtr base = sample::assessmentPtr();
    std::shared_ptr<sample::FakeWhatIf> whatIf = std::make_shared<sample::FakeWhatIf>(base);
    PlanEdits edits;
    AssessmentPtr shown = base;

    explicit Desk(bool prepared = true)
    {
        QObject::connect(&edits, &PlanEdits::assessed, &edits, [this](const AssessmentPtr& now) { shown = now; });
        edits.open({});
        edits.setAnalysed(base, prepared ? whatIf : nullptr, {});
    }
    const Candidate& candidate(const char* id) const { return *shown->candidate(id); }
    void move(const char* id, int wave) { edits.change(QStringLiteral("Move"), plan::moved(edits.settings(), candidate(id), wave)); }
};

} // namespace

class TestPlanEdits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aChangeIsAssessedElsewhereAndThenSearched()
    {
        Desk desk;
        QSignalSpy told(&desk.edits, &PlanEdits::settingsChanged);
        desk.move("C1", 2);
        QCOMPARE(told.size(), 1); // at once
        QCOMPARE(desk.shown, desk.base); // not on this thread
        QTRY_COMPARE(waveOf(*desk.shown, "C1"), 2);
        QCOMPARE(desk.whatIf->lastGiven(), desk.base);
        QVERIFY(desk.whatIf->asker() != std::this_thread::get_id());
        QCOMPARE(desk.whatIf->searched.load(), 0);
        QTRY_COMPARE(desk.whatIf->searched.load(), 1);
        QTRY_VERIFY(QByteArray::fromStdString(desk.shown->settingsHash).endsWith("new"));
        QCOMPARE(desk.edits.state(), PlanEdits::State::Idle);
    }

    void undoAndRedoGiveBackExactly()
    {
        Desk desk;
        const settings::Settings before = desk.edits.settings();
        desk.move("C1", 2);
        const settings::Settings after = desk.edits.settings();
        QTRY_VERIFY(QByteArray::fromStdString(desk.shown->settingsHash).endsWith("new"));
        const AssessmentPtr searched = desk.shown;
        const int asked = desk.whatIf->kept + desk.whatIf->searched;
        desk.edits.history()->undo();
        QCOMPARE(desk.edits.settings(), before);
        QCOMPARE(desk.shown, desk.base); // the very same, at once
        desk.edits.history()->redo();
        QCOMPARE(desk.edits.settings(), after);
        QCOMPARE(desk.shown, searched);
        QCOMPARE(desk.whatIf->kept + desk.whatIf->searched, asked);
    }

    void undoBeforeTheSearchAsksAgain()
    {
        Desk desk;
        desk.move("C1", 2);
        QTRY_COMPARE(waveOf(*desk.shown, "C1"), 2);
        desk.move("C2", 2);
        QTRY_COMPARE(waveOf(*desk.shown, "C2"), 2);
        desk.edits.history()->undo();
        QTRY_COMPARE(waveOf(*desk.shown, "C2"), 1);
        QCOMPARE(waveOf(*desk.shown, "C1"), 2);
        desk.edits.history()->undo();
        QCOMPARE(desk.shown, desk.base);
    }

    void aSliderIsOneCommand()
    {
        Desk desk;
        for (int at = 1; at <= 20; ++at)
            desk.edits.change(QStringLiteral("Weight of portability"), weighted(desk.edits.settings(), at), QStringLiteral("weight-5"));
        QCOMPARE(desk.edits.history()->count(), 1);
        desk.move("C1", 2);
        desk.edits.change(QStringLiteral("Weight of portability"), weighted(desk.edits.settings(), 3), QStringLiteral("weight-5"));
        QCOMPARE(desk.edits.history()->count(), 3); // something else came between
        desk.edits.change(QStringLiteral("Other"), weighted(desk.edits.settings(), 4), QStringLiteral("weight-6"));
        QCOMPARE(desk.edits.history()->count(), 4);
        desk.edits.history()->setIndex(0);
        QVERIFY(desk.edits.settings().isEmpty());
    }

    void backToWhereASliderBeganIsNoCommand()
    {
        Desk desk;
        const settings::Settings before = desk.edits.settings();
        desk.edits.change(QStringLiteral("Weight"), weighted(before, 5), QStringLiteral("w"));
        desk.edits.change(QStringLiteral("Weight"), before, QStringLiteral("w"));
        QCOMPARE(desk.edits.history()->count(), 0);
        desk.edits.change(QStringLiteral("Nothing"), before);
        QCOMPARE(desk.edits.history()->count(), 0);
    }

    void theLatestWins()
    {
        Desk desk;
        desk.whatIf->isHeld = true;
        for (int wave = 2; wave <= 30; ++wave)
            desk.move("C1", wave);
        QTRY_VERIFY(desk.whatIf->kept >= 1);
        desk.whatIf->isHeld = false;
        QSignalSpy assessed(&desk.edits, &PlanEdits::assessed);
        QTRY_COMPARE(waveOf(*desk.shown, "C1"), 30);
        QCOMPARE(assessed.size(), 1); // none of the others came through
        QVERIFY(desk.whatIf->kept < 29); // most were never asked
    }

    void aChangeDuringTheSearchStopsIt()
    {
        Desk desk;
        desk.move("C1", 2);
        QTRY_COMPARE(waveOf(*desk.shown, "C1"), 2);
        desk.whatIf->isHeld = true;
        QTRY_COMPARE(desk.whatIf->searched.load(), 1);
        desk.move("C1", 3);
        QTRY_COMPARE(desk.whatIf->stopped.load(), 1);
        desk.whatIf->isHeld = false;
        QTRY_COMPARE(waveOf(*desk.shown, "C1"), 3);
    }

    void theEventLoopIsNeverHeld()
    {
        Desk desk;
        desk.whatIf->isHeld = true;
        QElapsedTimer clock;
        clock.start();
        desk.move("C1", 2);
        desk.move("C1", 3);
        desk.edits.history()->undo();
        int turns = 0;
        QTimer::singleShot(0, &desk.edits, [&] { ++turns; });
        QTRY_COMPARE(turns, 1); // while the question is open
        QCOMPARE(desk.shown, desk.base);
        QCOMPARE(desk.edits.state(), PlanEdits::State::Working);
        desk.whatIf->isHeld = false;
    }

    void endsWhileItIsAsked()
    {
        auto desk = std::make_unique<Desk>();
        const auto whatIf = desk->whatIf;
        whatIf->isHeld = true;
        desk->move("C1", 2);
        QTRY_COMPARE(whatIf->kept.load(), 1);
        desk.reset(); // stops and waits
        QCOMPARE(whatIf->stopped.load(), 1);
        QCOMPARE(whatIf.use_count(), 1L);
    }

    void theFirstChangeOfARecalledPlanWaits()
    {
        Desk desk(false);
        QSignalSpy wanted(&desk.edits, &PlanEdits::preparationWanted);
        desk.move("C1", 2);
        desk.move("C1", 3);
        QCOMPARE(wanted.size(), 1); // once for both
        QCOMPARE(desk.edits.state(), PlanEdits::State::Preparing);
        QCOMPARE(desk.edits.settings().waves.size(), std::size_t(1));
        desk.edits.setAnalysed(std::make_shared<const Assessment>(*desk.base), desk.whatIf, {}); // started before the change
        QTRY_COMPARE(waveOf(*desk.shown, "C1"), 3);
    }

    void aPreparationThatFailsKeepsTheChange()
    {
        Desk desk(false);
        desk.move("C1", 2);
        desk.edits.setNotAnalysed();
        QCOMPARE(desk.edits.state(), PlanEdits::State::Stalled);
        QCOMPARE(desk.edits.settings().waves.size(), std::size_t(1));
        QSignalSpy wanted(&desk.edits, &PlanEdits::preparationWanted);
        desk.edits.workIn();
        QCOMPARE(wanted.size(), 1);
        desk.edits.history()->undo(); // nothing to work in any more
        QCOMPARE(desk.edits.state(), PlanEdits::State::Idle);
    }

    void whatOnlyAReadingTellsIsNotAsked()
    {
        Desk desk;
        settings::Settings now;
        now.excludes = { "legacy/" };
        desk.edits.change(QStringLiteral("Exclude"), now);
        QVERIFY(desk.edits.needsReading());
        QTest::qWait(20);
        QCOMPARE(desk.whatIf->kept.load(), 0);
        desk.edits.setAnalysed(desk.base, desk.whatIf, now);
        QVERIFY(!desk.edits.needsReading());
        desk.edits.history()->undo();
        QVERIFY(desk.edits.needsReading());
    }

    void theProblemIsAskedForOnlyWhenWanted()
    {
        Desk desk;
        desk.move("C1", 2);
        QTRY_COMPARE(waveOf(*desk.shown, "C1"), 2);
        QCOMPARE(desk.whatIf->problems.load(), 0);
        desk.edits.setProblemWanted(true);
        QTRY_VERIFY(desk.edits.problem());
        QCOMPARE(waveOf(*desk.shown, "C1"), 2);
        desk.move("C2", 2);
        QTRY_COMPARE(desk.whatIf->problems.load(), 2);
    }

    void changesOfTheSettings_data()
    {
        using Change = std::function<settings::Settings(const Assessment&)>;
        using Check = std::function<bool(const settings::Settings&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<Check>("holds");
        QTest::newRow("move twice") << Change([](const Assessment& a) { return plan::moved(plan::moved({}, *a.candidate("C1"), 2), *a.candidate("C1"), 4); })
                                    << Check([](const settings::Settings& s) { return s.waves.size() == 1 && s.waves[0].wave == 4; });
        QTest::newRow("before the first wave") << Change([](const Assessment& a) { return plan::moved({}, *a.candidate("C1"), -3); })
                                               << Check([](const settings::Settings& s) { return s.waves[0].wave == 1; });
        QTest::newRow("merge") << Change([](const Assessment& a) { return plan::merged(plan::moved(plan::moved({}, *a.candidate("C1"), 3), *a.candidate("C2"), 4), { a.candidate("C1"), a.candidate("C2") }, "Both"); })
                               << Check([](const settings::Settings& s) { return s.groups.size() == 1 && s.groups[0].units.size() == 5 && s.waves.size() == 1 && s.waves[0].wave == 3; });
        QTest::newRow("merge into one that was merged") << Change([](const Assessment& a) {
            return plan::merged(plan::merged({}, { a.candidate("C1"), a.candidate("C2") }, "Two"), { a.candidate("C1"), a.candidate("C2"), a.candidate("C3") }, "Three");
        }) << Check([](const settings::Settings& s) { return s.groups.size() == 1 && s.groups[0].units.size() == 6; });
        QTest::newRow("split") << Change([](const Assessment& a) { return plan::split({}, *a.candidate("C1"), { a.candidate("C1")->units[0] }); })
                               << Check([](const settings::Settings& s) { return s.groups.size() == 2 && s.groups[0].units.size() == 2 && s.groups[0].title == "Route planning" && s.groups[1].units.size() == 1; });
        QTest::newRow("split nothing off") << Change([](const Assessment& a) { return plan::split({}, *a.candidate("C1"), {}); })
                                           << Check([](const settings::Settings& s) { return s.isEmpty(); });
        QTest::newRow("split all off") << Change([](const Assessment& a) { return plan::split({}, *a.candidate("C1"), { a.candidate("C1")->units.begin(), a.candidate("C1")->units.end() }); })
                                       << Check([](const settings::Settings& s) { return s.isEmpty(); });
        QTest::newRow("boundary") << Change([](const Assessment& a) { return plan::bounded({}, *a.candidate("C1"), { a.candidate("C1")->units[0], "x.py:f" }, "why"); })
                                  << Check([](const settings::Settings& s) {
                                         return s.groups.size() == 1 && s.groups[0].units.size() == 2 && s.sides.size() == 3 && s.sides.back().isRust && !s.sides.front().isRust;
                                     });
        QTest::newRow("stays") << Change([](const Assessment& a) { return plan::stayingInPython({}, *a.candidate("C2"), "no time"); })
                               << Check([](const settings::Settings& s) { return s.groups.empty() && s.sides.size() == 2 && !s.sides[0].isRust; });
        QTest::newRow("one override per module") << Change([](const Assessment&) { return plan::overridden(plan::overridden({}, "a.py", Verdict::Worker, "x"), "a.py", Verdict::Cli, "y"); })
                                                 << Check([](const settings::Settings& s) { return s.overrides.size() == 1 && s.overrides[0].verdict == Verdict::Cli; });
        QTest::newRow("as proposed") << Change([](const Assessment& a) { return plan::asProposed(plan::overridden(plan::moved({}, *a.candidate("C1"), 2), "a.py", Verdict::Worker, "x")); })
                                     << Check([](const settings::Settings& s) { return plan::decisions(s) == 0 && s.overrides.size() == 1; });
        QTest::newRow("owner") << Change([](const Assessment&) { return plan::ownedBy(plan::ownedBy({}, "loss", "Ann"), "loss", ""); })
                               << Check([](const settings::Settings& s) { return s.isEmpty(); });
    }
    void changesOfTheSettings()
    {
        QFETCH(std::function<settings::Settings(const Assessment&)>, change);
        QFETCH(std::function<bool(const settings::Settings&)>, holds);
        const AssessmentPtr a = sample::assessmentPtr();
        const settings::Settings made = change(*a);
        QVERIFY(holds(made));
        std::set<std::string> seen; // a unit is in at most one group
        for (const settings::GroupSetting& group : made.groups) {
            for (const std::string& unit : group.units)
                QVERIFY2(seen.insert(unit).second, unit.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestPlanEdits)
#include "tst_plan_edits.moc"

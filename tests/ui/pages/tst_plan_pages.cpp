// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The plan is changed by hand on the pages: by dragging, by keys, by menus and dialogs, and every change comes back.
#include "tests/support/fake_what_if.h"
#include "tests/support/sample_assessment.h"
#include "tests/ui/qt_test_main.h"
#include "ui/models/plan_changes.h"
#include "ui/models/text.h"
#include "ui/pages/boundary_page.h"
#include "ui/pages/module_page.h"
#include "ui/pages/plan_dialogs.h"
#include "ui/pages/roadmap_details.h"
#include "ui/pages/roadmap_page.h"
#include "ui/render/fonts.h"
#include "ui/widgets/boundary_views.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/roadmap_view.h"
#include "ui/widgets/terms_form.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTimer>

using namespace ferroscope;
using namespace ferroscope::ui;

namespace {

QPushButton* buttonNamed(const QWidget& in, const QString& text)
{
    for (auto* button : in.findChildren<QPushButton*>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

roadmap::PlanInput problemOf(const Assessment& a)
{
    roadmap::PlanInput input;
    input.runTime = 4e6;
    roadmap::PlanModule module;
    module.path = sample::kRoutes;
    module.name = "freight.planning.routes";
    input.modules.push_back(module);
    const Candidate& c1 = *a.candidate("C1");
    for (const std::string& name : c1.units) {
        roadmap::Unit unit;
        unit.name = name.substr(name.rfind(':') + 1);
        unit.functions = { name };
        unit.time = { 3e5, 5e5, 7e5 };
        unit.speedup = { 4, 8, 16 };
        unit.effort = { 1, 2, 4 };
        unit.codeLines = 30;
        input.units.push_back(unit);
    }
    roadmap::Unit next;
    next.name = "fits";
    next.functions = { std::string(sample::kWindow) + ":fits" };
    next.time = { 1e5, 2e5, 3e5 };
    next.effort = { 0.5, 1, 2 };
    next.speedup = { 2, 4, 8 };
    input.units.push_back(next);
    input.units[0].tie = input.units[1].tie = 7;
    input.links.push_back({ 2, 3, c1.units[2], next.functions[0], 960, 10, 50'000, false });
    return input;
}

// Nobody has changed anything yet.
AssessmentPtr proposed()
{
    Assessment a = sample::assessment();
    a.planWarnings.clear();
    for (Candidate& candidate : a.candidates) {
        candidate.isByHand = false;
        candidate.anchor.clear();
    }
    return std::make_shared<const Assessment>(std::move(a));
}

struct Desk {
    AssessmentPtr base = proposed();
    std::shared_ptr<sample::FakeWhatIf> whatIf = std::make_shared<sample::FakeWhatIf>(base, problemOf(*base));
    PlanEdits edits;
    Selection selection;
    AssessmentPtr shown = base;
    std::unique_ptr<Page> page;

    template <class PageType> PageType& open(bool prepared = true)
    {
        page = std::make_unique<PageType>(PageContext { &selection, nullptr, nullptr, nullptr, &edits });
        QObject::connect(&edits, &PlanEdits::assessed, page.get(), [this](const AssessmentPtr& now) {
            shown = now;
            page->setAssessment(now, { "/project", 0 });
        });
        edits.open({});
        edits.setAnalysed(base, prepared ? whatIf : nullptr, {});
        page->resize(1096, 1500);
        page->setAssessment(base, { "/project", 0 });
        page->show();
        (void)QTest::qWaitForWindowExposed(page.get());
        page->activateWindow();
        return static_cast<PageType&>(*page);
    }
    int waveOf(const std::string& id) const
    {
        for (const Wave& wave : shown->waves) {
            if (std::find(wave.candidates.begin(), wave.candidates.end(), id) != wave.candidates.end())
                return wave.number;
        }
        return -1;
    }
};

int stepOf(const RoadmapView& view, const char* id)
{
    for (std::size_t at = 0; at < view.figure().steps.size(); ++at) {
        if (view.figure().steps[at].id == QLatin1String(id))
            return static_cast<int>(at);
    }
    return -1;
}

void dragTo(RoadmapView& view, int step, const QPoint& to, Qt::KeyboardModifiers modifiers = {})
{
    const QPoint from = view.barOf(step).topLeft().toPoint() + QPoint(8, 12);
    QTest::mousePress(&view, Qt::LeftButton, {}, from);
    QMouseEvent first(QEvent::MouseMove, from + QPoint(0, 20), view.mapToGlobal(from + QPoint(0, 20)), Qt::NoButton, Qt::LeftButton, modifiers);
    QApplication::sendEvent(&view, &first);
    QMouseEvent second(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, modifiers);
    QApplication::sendEvent(&view, &second);
}

} // namespace

class TestPlanPages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        render::registerFonts();
        QApplication::setStyle(new WindowStyle);
    }
    void init() { failOnOwnWarnings(); }

    void aCardIsDraggedToAnotherWave()
    {
        Desk desk;
        RoadmapView& view = *desk.open<RoadmapPage>().view();
        const int step = stepOf(view, "C2");
        const QPoint target = view.laneOf(2).center().toPoint();
        dragTo(view, step, target);
        QVERIFY(view.dragging());
        QVERIFY2(view.dropText().contains(QStringLiteral("Wave 1 → wave 2")), qPrintable(view.dropText()));
        view.grab(); // the lifted card is painted
        QTest::mouseRelease(&view, Qt::LeftButton, {}, target);
        QVERIFY(!view.dragging());
        QCOMPARE(desk.edits.history()->undoText(), QStringLiteral("Move Tariff evaluation to wave 2"));
        QTRY_COMPARE(desk.waveOf("C2"), 2);
        QCOMPARE(view.waveOf(stepOf(view, "C2")), 2);
        QVERIFY(view.figure().steps[static_cast<std::size_t>(stepOf(view, "C2"))].isByHand);
        desk.edits.history()->undo();
        QTRY_COMPARE(desk.waveOf("C2"), 1);
    }

    void aDropBelowMakesAWave()
    {
        Desk desk;
        RoadmapView& view = *desk.open<RoadmapPage>().view();
        const QPoint target = view.newLane().center().toPoint();
        dragTo(view, stepOf(view, "C6"), target);
        QVERIFY2(view.dropText().contains(QStringLiteral("new wave 3")), qPrintable(view.dropText()));
        QTest::mouseRelease(&view, Qt::LeftButton, {}, target);
        QTRY_COMPARE(desk.waveOf("C6"), 3);
    }

    void whatCannotBeIsSaidBeforeTheDrop()
    {
        Desk desk;
        RoadmapView& view = *desk.open<RoadmapPage>().view();
        dragTo(view, stepOf(view, "C1"), view.newLane().center().toPoint());
        QVERIFY2(view.dropText().contains(QStringLiteral("wave 2 needs it first")), qPrintable(view.dropText()));
        dragTo(view, stepOf(view, "C1"), view.laneOf(0).center().toPoint());
        QVERIFY(view.dropText().contains(QStringLiteral("starts in wave 1")));
        QTest::mouseRelease(&view, Qt::LeftButton, {}, view.laneOf(0).center().toPoint());
        QCOMPARE(desk.edits.history()->count(), 0); // wave 0 prepares
    }

    void escapeLetsGo()
    {
        Desk desk;
        RoadmapView& view = *desk.open<RoadmapPage>().view();
        view.setFocus();
        dragTo(view, stepOf(view, "C1"), view.laneOf(2).center().toPoint());
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(!view.dragging());
        QTest::mouseRelease(&view, Qt::LeftButton, {}, view.laneOf(2).center().toPoint());
        QCOMPARE(desk.edits.history()->count(), 0);
    }

    void keysMove()
    {
        Desk desk;
        RoadmapView& view = *desk.open<RoadmapPage>().view();
        view.setFocus();
        desk.selection.setCandidate(QStringLiteral("C1"));
        QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(desk.waveOf("C1"), 2);
        QCOMPARE(desk.selection.candidate(), QStringLiteral("C1"));
        QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier);
        QTRY_COMPARE(desk.waveOf("C1"), 1);
        QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier); // there is nothing before wave 1
        QCOMPARE(desk.edits.history()->count(), 2);
    }

    void aCardDroppedOnAnotherMerges()
    {
        Desk desk;
        RoadmapView& view = *desk.open<RoadmapPage>().view();
        const QPoint onto = view.barOf(stepOf(view, "C1")).center().toPoint();
        dragTo(view, stepOf(view, "C2"), onto, Qt::ShiftModifier);
        QVERIFY2(view.dropText().startsWith(QStringLiteral("Merge with C1")), qPrintable(view.dropText()));
        view.grab();
        QTest::mouseRelease(&view, Qt::LeftButton, Qt::ShiftModifier, onto);
        QCOMPARE(desk.edits.settings().groups.size(), std::size_t(1));
        QCOMPARE(desk.edits.settings().groups[0].units.size(), std::size_t(5));
        QTRY_COMPARE(desk.waveOf("C2"), -1);
        QCOMPARE(desk.shown->candidate("C1")->units.size(), std::size_t(5));
    }

    void chosenOnesMergeByTheMenu()
    {
        Desk desk;
        auto& page = desk.open<RoadmapPage>();
        RoadmapView& view = *page.view();
        desk.selection.setCandidate(QStringLiteral("C3"));
        QTest::mouseClick(&view, Qt::LeftButton, Qt::ControlModifier, view.barOf(stepOf(view, "C4")).topLeft().toPoint() + QPoint(8, 12));
        QTest::mouseClick(&view, Qt::LeftButton, Qt::ControlModifier, view.barOf(stepOf(view, "C5")).topLeft().toPoint() + QPoint(8, 12));
        QCOMPARE(view.marked().size(), std::size_t(3));
        std::unique_ptr<QMenu> menu(page.makeStepMenu(view.selected()));
        QAction* merge = nullptr;
        for (QAction* one : menu->actions()) {
            if (one->text() == QLatin1String("Merge the three chosen steps"))
                merge = one;
        }
        QVERIFY(merge);
        merge->trigger();
        QTRY_COMPARE(desk.waveOf("C5"), -1);
        QCOMPARE(desk.edits.settings().groups.front().units.size(), std::size_t(3));
    }

    void aStepIsSplit()
    {
        Desk desk;
        auto& page = desk.open<RoadmapPage>();
        std::unique_ptr<QMenu> menu(page.makeStepMenu(stepOf(*page.view(), "C1")));
        QTimer::singleShot(0, this, [] {
            auto* dialog = qobject_cast<SplitDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QVERIFY(!buttonNamed(*dialog, QStringLiteral("Split"))->isEnabled()); // nothing is ticked yet
            auto* units = dialog->findChild<QListWidget*>();
            units->item(0)->setCheckState(Qt::Checked);
            QTest::mouseClick(buttonNamed(*dialog, QStringLiteral("Split")), Qt::LeftButton);
        });
        for (QAction* one : menu->actions()) {
            if (one->text() == QStringLiteral("Split…"))
                one->trigger();
        }
        QCOMPARE(desk.edits.settings().groups.size(), std::size_t(2));
        QCOMPARE(desk.edits.history()->undoText(), QStringLiteral("Split Route planning"));
    }

    void aVerdictNeedsAReason()
    {
        Desk desk;
        auto& page = desk.open<ModulePage>();
        desk.selection.setModule(QString::fromLatin1(sample::kTariff));
        QTimer::singleShot(0, this, [] {
            auto* dialog = qobject_cast<ReasonDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            auto* set = buttonNamed(*dialog, QStringLiteral("Set the verdict"));
            auto* reason = dialog->findChild<QLineEdit*>();
            QVERIFY(!set->isEnabled());
            QTest::keyClicks(reason, QStringLiteral("   "));
            QVERIFY(!set->isEnabled());
            QTest::keyClicks(reason, QStringLiteral("the vendor  replaces it"));
            dialog->findChild<QComboBox*>()->setCurrentIndex(static_cast<int>(Verdict::KeepPython));
            QTest::mouseClick(set, Qt::LeftButton);
        });
        QTest::mouseClick(buttonNamed(page, QStringLiteral("Override…")), Qt::LeftButton);
        QCOMPARE(desk.edits.settings().overrides.size(), std::size_t(1));
        QCOMPARE(desk.edits.settings().overrides[0].reason, std::string("the vendor replaces it"));
        QTRY_COMPARE(desk.shown->find(sample::kTariff)->verdict.id, Verdict::KeepPython);
        auto* back = buttonNamed(page, QStringLiteral("Take back"));
        QVERIFY(back->isVisible());
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY(desk.edits.settings().overrides.empty());
        QTRY_VERIFY(!back->isVisible());
    }

    void warningsAreShownUntilTheyAreSolved()
    {
        Desk desk;
        auto& page = desk.open<RoadmapPage>();
        RoadmapView& view = *page.view();
        auto* strip = page.findChild<Notice*>();
        QVERIFY(!strip->isVisible());
        view.setFocus();
        desk.selection.setCandidate(QStringLiteral("C1"));
        QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(desk.waveOf("C1"), 2);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(desk.waveOf("C1"), 3);
        QVERIFY(strip->isVisible()); // wave 2 needs C1
        QVERIFY(std::any_of(view.figure().steps.begin(), view.figure().steps.end(), [](const auto& step) { return !step.broken.empty(); }));
        view.grab();
        QTest::mouseClick(buttonNamed(*strip, QStringLiteral("Take it back")), Qt::LeftButton);
        QTRY_VERIFY(!strip->isVisible());
        QCOMPARE(desk.waveOf("C1"), 2);
        QTest::mouseClick(buttonNamed(page, QStringLiteral("Reset to the proposed plan")), Qt::LeftButton);
        QTRY_COMPARE(desk.waveOf("C1"), 1);
    }

    void aTeamIsGiven()
    {
        Desk desk;
        auto& page = desk.open<RoadmapPage>();
        auto* form = page.findChild<TermsForm*>();
        QVERIFY(!form->isVisible());
        QTest::mouseClick(buttonNamed(page, QStringLiteral("Plan for…")), Qt::LeftButton);
        QVERIFY(form->isVisible());
        const auto fields = form->findChildren<NumberField*>();
        NumberField* developers = nullptr;
        for (NumberField* one : fields) {
            if (one->accessibleName().startsWith(QLatin1String("Developers")))
                developers = one;
        }
        QVERIFY(developers && !developers->number());
        QTest::mouseClick(developers, Qt::LeftButton, {}, QPoint(40, 12)); // into the words "not given"
        developers->setFocus();
        QTest::keyClicks(developers, QStringLiteral("25"));
        QTest::keyClick(developers, Qt::Key_Return);
        QCOMPARE(desk.edits.settings().terms.developers.value(), 25.0);
        auto* start = form->findChild<DateField*>();
        start->setFocus();
        QTest::keyClick(start, Qt::Key_Up);
        QCOMPARE(QString::fromStdString(desk.edits.settings().terms.start), QDate::currentDate().toString(Qt::ISODate));
        QTRY_VERIFY(desk.shown->waves.front().dates.known());
        QTest::keyClick(start, Qt::Key_Delete);
        QVERIFY(desk.edits.settings().terms.start.empty());
        desk.edits.history()->setIndex(0);
        QVERIFY(desk.edits.settings().isEmpty());
        QVERIFY(!developers->number()); // undo moves the fields, too
        developers->selectAll();
        QTest::keyClick(developers, Qt::Key_Delete);
        QTest::keyClick(developers, Qt::Key_Return);
        QVERIFY(!developers->number());
    }

    void theBoundaryHasTheAnalysisFigures()
    {
        Desk desk;
        auto& page = desk.open<BoundaryPage>();
        QTRY_COMPARE(desk.whatIf->problems.load(), 1);
        QTRY_VERIFY(!buttonNamed(page, QStringLiteral("Work them out exactly"))->isVisible()); // until then it estimates
        const Candidate& c1 = *desk.base->candidate("C1");
        QTRY_COMPARE(page.current().units, c1.units.size());
        QVERIFY(std::abs(page.current().net() - c1.gain.likely) < 1e-9);
        QVERIFY(std::abs(page.current().days - c1.effort.likely) < 1e-9);
        UnitsModel& units = *page.unitsModel();
        const QString kept = QStringLiteral("Keep this boundary");
        QVERIFY(!buttonNamed(page, kept)->isEnabled());
        // Tied units move together.
        const QModelIndex first = units.index(units.rowOf(0));
        const std::size_t before = page.current().units;
        page.units()->setFocus();
        page.units()->setCurrentIndex(first);
        QTest::keyClick(page.units(), Qt::Key_Space);
        QVERIFY(page.current().units == before - 1 || page.current().units == before - 2);
        const std::size_t now = page.current().units;
        QTest::mouseClick(buttonNamed(page, kept), Qt::LeftButton);
        QCOMPARE(desk.edits.history()->undoText(), QStringLiteral("Keep the boundary of Route planning"));
        QCOMPARE(desk.edits.settings().groups.size(), std::size_t(1));
        QCOMPARE(desk.edits.settings().groups[0].units.size(), now);
        QCOMPARE(desk.edits.settings().sides.size(), before - now);
        QTRY_COMPARE(desk.shown->candidate("C1")->units.size(), now);
        desk.edits.history()->undo();
        QTRY_COMPARE(desk.shown, desk.base);
    }

    void aRecalledBoundaryAsksToBePrepared()
    {
        Desk desk;
        auto& page = desk.open<BoundaryPage>(false);
        QSignalSpy wanted(&desk.edits, &PlanEdits::preparationWanted);
        auto* exact = buttonNamed(page, QStringLiteral("Work them out exactly"));
        QVERIFY(exact->isVisible());
        QTest::mouseClick(exact, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(!exact->isEnabled());
        desk.edits.setAnalysed(desk.base, desk.whatIf, {});
        QTRY_VERIFY(!exact->isVisible());
    }
};

FERROSCOPE_WINDOW_TEST(TestPlanPages)
#include "tst_plan_pages.moc"

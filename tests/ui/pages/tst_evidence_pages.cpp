// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Heat, Contexts and Boundary as one uses them: by keys, by ticking, with a profile that is refused.
#include "tests/support/sample_assessment.h"
#include "tests/ui/qt_test_main.h"
#include "ui/models/text.h"
#include "ui/pages/boundary_page.h"
#include "ui/pages/contexts_page.h"
#include "ui/pages/heat_page.h"
#include "ui/render/fonts.h"
#include "ui/widgets/boundary_views.h"
#include "ui/widgets/contexts_view.h"
#include "ui/widgets/file_drop_zone.h"
#include "ui/widgets/flame_view.h"

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace ferroscope;
using namespace ferroscope::ui;

namespace {

AssessmentPtr withRun()
{
    auto a = std::make_shared<Assessment>(sample::assessment());
    a->runNanoseconds = 4e6;
    return a;
}

template <class PageType> std::unique_ptr<PageType> shown(const PageContext& context, const AssessmentPtr& assessment)
{
    auto page = std::make_unique<PageType>(context);
    page->resize(1090, 730);
    page->setAssessment(assessment, { "/project", 0 });
    page->show();
    (void)QTest::qWaitForWindowExposed(page.get());
    page->activateWindow();
    return page;
}

} // namespace

class TestEvidencePages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        render::registerFonts();
        QApplication::setStyle(new WindowStyle);
    }
    void init() { failOnOwnWarnings(); }

    void contextsOpenAndCloseByKeys()
    {
        Selection selection;
        const auto page = shown<ContextsPage>({ &selection, nullptr, nullptr, nullptr }, withRun());
        ContextsView* view = page->view();
        view->setFocus();
        view->chooseBox(view->graph().boxOfKey(QStringLiteral("context:billing")));
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(view->view().open.size(), std::size_t { 1 });
        // Down into the open context, on a module; Enter opens its page.
        QTest::keyClick(view, Qt::Key_Down);
        QVERIFY(view->view().module >= 0);
        QCOMPARE(selection.module(), qs(withRun()->modules[static_cast<std::size_t>(view->view().module)].path));
        QSignalSpy opened(page.get(), &Page::moduleWanted);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QVERIFY(page->handleEscape());
        QVERIFY(view->view().open.empty());
        QVERIFY(!page->handleEscape());
    }

    void contextsKeepWhatIsOpen()
    {
        Selection selection;
        const auto page = shown<ContextsPage>({ &selection, nullptr, nullptr, nullptr }, withRun());
        ContextsView* view = page->view();
        view->setOpen(view->graph().boxOfKey(QStringLiteral("context:planning")), true);
        page->setAssessment(withRun(), { "/project", 0 });
        QCOMPARE(view->view().open, std::vector<int> { view->graph().boxOfKey(QStringLiteral("context:planning")) });
    }

    void flameIsWalkedAndZoomed()
    {
        Selection selection;
        const auto page = shown<HeatPage>({ &selection, nullptr, nullptr, nullptr }, withRun());
        FlameView* flame = page->flame();
        QVERIFY(!flame->chart().frames.empty());
        flame->setFocus();
        flame->choose(0);
        const int first = flame->current();
        QTest::keyClick(flame, Qt::Key_Down);
        QCOMPARE(flame->chart().frames[static_cast<std::size_t>(flame->current())].parent, first);
        QTest::keyClick(flame, Qt::Key_Up);
        QCOMPARE(flame->current(), first);
        QTest::keyClick(flame, Qt::Key_Plus);
        QCOMPARE(flame->zoom(), first);
        QVERIFY(page->handleEscape());
        QCOMPARE(flame->zoom(), -1);
        QSignalSpy opened(page.get(), &Page::moduleWanted);
        QTest::keyClick(flame, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void hotspotsPutMeasuredAboveEstimated()
    {
        auto a = std::make_shared<Assessment>(sample::assessment());
        for (AssessedModule& module : a->modules) {
            for (AssessedFunction& function : module.functions.edit()) {
                if (function.name == "Bracket.price" || function.name == "fits")
                    function.heat.source = HeatSource::Measured;
            }
        }
        HotspotsModel model;
        model.setAssessment(a);
        QVERIFY(model.measured() > 0 && model.estimated() > 0);
        bool estimated = false;
        for (int row = 0; row < model.rowCount(); ++row) {
            const bool measured = model.index(row, HotspotsModel::Source).data().toString() == QLatin1String("measured");
            QVERIFY(!(estimated && measured));
            estimated = estimated || !measured;
            QVERIFY(model.index(row, HotspotsModel::Interpreted).data().toString().startsWith(measured ? QStringLiteral("●") : QStringLiteral("≈")));
        }
    }

    void aProfileIsDroppedAndRefused()
    {
        Selection selection;
        ProfileChoice profiles;
        profiles.setAvailable(true);
        const auto page = shown<HeatPage>({ &selection, nullptr, nullptr, &profiles }, withRun());
        auto* zone = page->findChild<FileDropZone*>();
        QVERIFY(zone->isVisible());
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("night.prof")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile(file.fileName()) });
        QSignalSpy wanted(&profiles, &ProfileChoice::wanted);
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(zone, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(zone, &drop);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toStringList(), QStringList { file.fileName() });
        profiles.set({}, file.fileName(), QStringLiteral("3 % of its time matches this code"));
        auto* notice = page->findChild<Notice*>();
        QVERIFY(notice->isVisible());
        // A folder is no profile: that drop belongs to the window.
        data.setUrls({ QUrl::fromLocalFile(folder.path()) });
        QVERIFY(FileDropZone::filesOf(&data).isEmpty());
    }

    void boundaryFollowsTheTicks()
    {
        Selection selection;
        const auto page = shown<BoundaryPage>({ &selection, nullptr, nullptr, nullptr }, withRun());
        const QString proposal = page->headline();
        QVERIFY2(proposal.startsWith(QStringLiteral("Move ")), qPrintable(proposal));
        const BoundaryResult before = page->current();
        page->units()->setFocus();
        page->units()->setCurrentIndex(page->unitsModel()->index(page->unitsModel()->rowOf(0)));
        QTest::keyClick(page->units(), Qt::Key_Space);
        QVERIFY(page->current().saved < before.saved);
        QVERIFY2(page->headline().startsWith(QStringLiteral("Your ")), qPrintable(page->headline()));
        // An update keeps the ticks; the optimum is one press away.
        page->setAssessment(withRun(), { "/project", 0 });
        QVERIFY(page->current().saved < before.saved);
        for (auto* button : page->findChildren<QPushButton*>()) {
            if (button->text() == QLatin1String("Reset to optimum"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(page->headline(), proposal);
    }

    void chartColumnsAreTakenOver()
    {
        Selection selection;
        const auto page = shown<BoundaryPage>({ &selection, nullptr, nullptr, nullptr }, withRun());
        BoundaryChartView* chart = page->chart();
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(page->current().units, std::size_t { 1 });
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->rectOf(static_cast<int>(chart->marks().size()) - 1).center().toPoint());
        QCOMPARE(page->current().units, page->unitsModel()->cut().size());
        selection.setCandidate(QStringLiteral("C2"));
        QVERIFY(page->headline().startsWith(QStringLiteral("Move ")));
        QCOMPARE(page->findChildren<QComboBox*>().front()->currentText(), QStringLiteral("Tariff evaluation"));
    }

    void withoutCandidatesThePageSaysSo()
    {
        auto a = std::make_shared<Assessment>(sample::assessment());
        a->candidates.clear();
        Selection selection;
        const auto page = shown<BoundaryPage>({ &selection, nullptr, nullptr, nullptr }, a);
        QVERIFY(page->headline().startsWith(QStringLiteral("No boundary")));
    }
};

FERROSCOPE_WINDOW_TEST(TestEvidencePages)
#include "tst_evidence_pages.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages on their own: over the sample, over an assessment with nothing in it, and without anything at all.
#include "tests/support/sample_assessment.h"
#include "tests/ui/qt_test_main.h"
#include "ui/pages/map_page.h"
#include "ui/pages/module_page.h"
#include "ui/pages/modules_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/packages_page.h"
#include "ui/pages/report_page.h"
#include "ui/pages/roadmap_page.h"
#include "ui/pages/start_page.h"
#include "ui/render/fonts.h"
#include "ui/widgets/roadmap_view.h"
#include "ui/widgets/step_row.h"

#include <QSignalSpy>
#include <functional>

using namespace ferroscope;
using namespace ferroscope::ui;

using MakePage = std::function<std::unique_ptr<Page>(const PageContext&)>;
Q_DECLARE_METATYPE(MakePage)

class TestPages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        render::registerFonts();
        QApplication::setStyle(new WindowStyle);
    }
    void init() { failOnOwnWarnings(); }

    void livesWithWhateverThereIs_data()
    {
        QTest::addColumn<MakePage>("make");
        QTest::newRow("overview") << MakePage([](const PageContext& c) { return std::make_unique<OverviewPage>(c); });
        QTest::newRow("map") << MakePage([](const PageContext& c) { return std::make_unique<MapPage>(c); });
        QTest::newRow("modules") << MakePage([](const PageContext& c) { return std::make_unique<ModulesPage>(c); });
        QTest::newRow("module") << MakePage([](const PageContext& c) { return std::make_unique<ModulePage>(c); });
        QTest::newRow("packages") << MakePage([](const PageContext& c) { return std::make_unique<PackagesPage>(c); });
        QTest::newRow("roadmap") << MakePage([](const PageContext& c) { return std::make_unique<RoadmapPage>(c); });
        QTest::newRow("report") << MakePage([](const PageContext& c) { return std::make_unique<ReportPage>(c); });
    }

    void livesWithWhateverThereIs()
    {
        QFETCH(MakePage, make);
        Selection selection;
        const std::unique_ptr<Page> page = make({ &selection, nullptr, nullptr });
        page->resize(1096, 730);
        page->show();
        page->setReading({ 240, 149, 2118, 3, 31402, 1000, 570, 0.62, 2, 6, QStringLiteral("Reading"), {}, {} });
        QVERIFY(page->headline().contains(QStringLiteral("149 of 240")));
        page->grab();
        page->setAssessment(std::make_shared<const Assessment>(), {}); // nothing was found
        page->grab();
        page->setAssessment(sample::assessmentPtr(), {});
        QVERIFY(!page->headline().isEmpty());
        selection.setModule(QStringLiteral("src/freight/billing/tariff.py"));
        selection.setCandidate(QStringLiteral("C2"));
        selection.setModule(QStringLiteral("no/such/file.py"));
        page->grab();
        page->setAssessment(nullptr, {});
        page->grab();
    }

    void aStepOfTheShortListOpensItsModule()
    {
        Selection selection;
        OverviewPage page({ &selection, nullptr, nullptr });
        page.resize(1096, 730);
        page.show();
        page.setAssessment(sample::assessmentPtr(), {});
        QSignalSpy wanted(&page, &Page::moduleWanted);
        const auto steps = page.findChildren<StepRow*>();
        QVERIFY(!steps.isEmpty() && steps.size() <= 5);
        QTest::mouseClick(steps.first(), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), QStringLiteral("src/freight/planning/routes.py"));
        QCOMPARE(selection.candidate(), QStringLiteral("C1"));
    }

    void theRoadmapShowsTheChosenStep()
    {
        Selection selection;
        RoadmapPage page({ &selection, nullptr, nullptr });
        page.resize(1096, 730);
        page.show();
        page.setAssessment(sample::assessmentPtr(), {});
        selection.setCandidate(QStringLiteral("C2"));
        RoadmapView* view = page.view();
        QCOMPARE(view->figure().steps[static_cast<std::size_t>(view->selected())].id, QStringLiteral("C2"));
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Up);
        QCOMPARE(selection.candidate(), QStringLiteral("C1"));
        QTest::mouseClick(view, Qt::LeftButton, {}, view->barOf(view->selected() + 1).center().toPoint());
        QCOMPARE(selection.candidate(), QStringLiteral("C2"));
    }

    void recentProjectsOpen()
    {
        StartPage page(false);
        page.resize(1280, 730);
        RecentProject project { QStringLiteral("/code/haulage"), QStringLiteral("~/code/haulage"), QStringLiteral("haulage"), QStringLiteral("17 Nov 2026"), {}, { 27, 31, 36 }, true };
        project.verdicts[static_cast<std::size_t>(Verdict::ExtractModule)] = 2;
        page.setRecent({ project });
        page.show();
        page.grab();
        QSignalSpy chosen(&page, &StartPage::folderChosen);
        for (auto* row : page.findChildren<QAbstractButton*>()) {
            if (row->accessibleName() == QLatin1String("Open haulage"))
                QTest::mouseClick(row, Qt::LeftButton);
        }
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), QStringLiteral("/code/haulage"));
    }
};

FERROSCOPE_WINDOW_TEST(TestPages)
#include "tst_pages.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The next start takes up where the last one ended: folder, page, selection, filters, map, help's width; and what it
// does when it may not.
#include "tests/ui/shell/window_fixture.h"
#include "ui/models/text.h"
#include "ui/pages/map_page.h"
#include "ui/pages/modules_page.h"
#include "ui/shell/help_panel.h"
#include "ui/widgets/filter_header.h"
#include "ui/widgets/small_figures.h"
#include "ui/widgets/treemap_view.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QSplitter>

using namespace ferroscope;
using namespace ferroscope::ui;

class TestRestore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { failOnOwnWarnings(); }

    void everythingComesBack()
    {
        WindowFixture fixture;
        fixture.open();
        arrange(*fixture.window);
        fixture.window->close();

        Again again(fixture);
        QVERIFY(again->restoreSession());
        QTRY_COMPARE(again->session().state(), Session::State::Ready);
        QTRY_VERIFY(filter(*again)->text() == QLatin1String("billing"));
        QTRY_COMPARE(again->findChild<TreemapView*>()->zoom(), QStringList { QStringLiteral("freight") });
        QCOMPARE(again->currentPage(), QStringLiteral("map"));
        QCOMPARE(again->session().folder(), fixture.window->session().folder());
        QCOMPARE(again->session().selection()->module(), kTariff);
        QCOMPARE(again->session().selection()->candidate(), QStringLiteral("C1"));
        QVERIFY(table(*again)->model()->rowCount() < static_cast<int>(fixture.analysis.answer->totals.modules));
        QCOMPARE(table(*again)->horizontalHeader()->sortIndicatorSection(), int(ModulesModel::Name));
        QCOMPARE(table(*again)->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
        QCOMPARE(box(*again, QStringLiteral("Size of the tiles"))->currentIndex(), 2);
        QTRY_COMPARE(box(*again, QStringLiteral("What an edge is"))->currentIndex(), 1);
        QVERIFY(line(*again)->isVisible());
    }

    void theLineLeadsToTheStartPage()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->close();
        Again again(fixture);
        QVERIFY(again->restoreSession());
        QTest::mouseClick(line(*again), Qt::LeftButton);
        QCOMPARE(again->currentPage(), QStringLiteral("start"));
    }

    void splitterAndGeometryComeBack()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->resize(1400, 820);
        fixture.window->showHelp({});
        QTest::qWait(30);
        auto* split = fixture.window->findChild<QSplitter*>(QStringLiteral("help"));
        split->setSizes({ split->width() - 420, 420 });
        Q_EMIT split->splitterMoved(split->width() - 420, 1);
        fixture.window->close();
        Again again(fixture);
        again->openFolder(fixture.folder.path());
        QTRY_COMPARE(again->session().state(), Session::State::Ready);
        again->showHelp({});
        QTRY_COMPARE(again->help()->width(), 420);
        QCOMPARE(again->size(), QSize(1400, 820));
    }

    void aFolderThatIsGoneIsNotOpened()
    {
        WindowFixture fixture;
        fixture.settings.setValue(QStringLiteral("session/folder"), QStringLiteral("/no/such/folder"));
        QVERIFY(!fixture.window->restoreSession());
        QCOMPARE(fixture.window->currentPage(), QStringLiteral("start"));
    }

    void aClosedProjectStaysClosed()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->close();
        fixture.window->action(QStringLiteral("close"))->trigger();
        Again again(fixture);
        QVERIFY(!again->restoreSession());
    }

    void canBeSwitchedOff()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->action(QStringLiteral("restore"))->trigger();
        fixture.window->close();
        Again again(fixture);
        QVERIFY(!again->restoreSession());
    }

    void aRestoreThatEndedTheProgramIsNotTriedAgain()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->close();
        fixture.settings.setValue(QStringLiteral("session/restoring"), true); // as after a crash
        Again again(fixture);
        QVERIFY(!again->restoreSession());
        // The one after that may.
        QVERIFY(again->restoreSession());
        QTRY_COMPARE(again->session().state(), Session::State::Ready);
        QTRY_VERIFY(!fixture.settings.contains(QStringLiteral("session/restoring")));
    }

    // What is written survives a program that ends without a word: it is on the disk, in one piece.
    void isWrittenWhileOpen()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->showPage(QStringLiteral("heat"));
        fixture.window->session().selection()->setModule(kTariff);
        for (QTimer* timer : fixture.window->findChildren<QTimer*>())
            QVERIFY(timer->interval() <= 5000 || !timer->isActive());
        QTRY_COMPARE_WITH_TIMEOUT(onDisk(fixture, QStringLiteral("session/page")), QStringLiteral("heat"), 12000);
        QCOMPARE(onDisk(fixture, QStringLiteral("session/module")), kTariff);
    }

    void damagedSettingsAreNoDisaster_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("page") << QStringLiteral("session/page") << QVariant(QStringLiteral("no such page"));
        QTest::newRow("module") << QStringLiteral("session/module") << QVariant(QStringLiteral("gone.py"));
        QTest::newRow("candidate") << QStringLiteral("session/candidate") << QVariant(QStringLiteral("C99"));
        QTest::newRow("views of another kind") << QStringLiteral("session/views") << QVariant(QStringLiteral("text"));
        const QVariantMap odd { { QStringLiteral("modules"), QVariantMap { { QStringLiteral("tables"), QVariantMap { { QStringLiteral("Modules"), QVariantMap { { QStringLiteral("sort"), QVariantList { 999, 7 } }, { QStringLiteral("filter0"), 5 } } } } } } },
            { QStringLiteral("map"), QVariantMap { { QStringLiteral("zoom"), QStringList { QStringLiteral("nowhere") } }, { QStringLiteral("choices"), QVariantMap { { QStringLiteral("scope"), 40 } } } } } };
        QTest::newRow("views that do not fit") << QStringLiteral("session/views") << QVariant(odd);
        QTest::newRow("geometry") << QStringLiteral("window/geometry") << QVariant(QByteArray("garbage"));
        QTest::newRow("split") << QStringLiteral("window/helpWidth") << QVariant(QByteArray("garbage"));
    }
    void damagedSettingsAreNoDisaster()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        WindowFixture fixture;
        fixture.open();
        fixture.window->close();
        fixture.settings.setValue(key, value);
        Again again(fixture);
        QVERIFY(again->restoreSession());
        QTRY_COMPARE(again->session().state(), Session::State::Ready);
        QTest::qWait(120);
        for (const Page* page : again->pages())
            again->showPage(page->id());
        QVERIFY(again->session().selection()->candidate() != QLatin1String("C99"));
        QVERIFY(again->session().selection()->module() != QLatin1String("gone.py"));
    }

private:
    struct Again {
        explicit Again(WindowFixture& fixture)
        {
            WindowTools tools;
            tools.settings = &fixture.settings;
            tools.session.analyze = fixture.analysis.call();
            window = std::make_unique<MainWindow>(tools);
            window->show();
            (void)QTest::qWaitForWindowExposed(window.get());
        }
        MainWindow* operator->() const { return window.get(); }
        MainWindow& operator*() const { return *window; }
        std::unique_ptr<MainWindow> window;
    };

    static void arrange(MainWindow& window)
    {
        filter(window)->setText(QStringLiteral("billing"));
        table(window)->sortByColumn(ModulesModel::Name, Qt::DescendingOrder);
        box(window, QStringLiteral("Size of the tiles"))->setCurrentIndex(2);
        box(window, QStringLiteral("What an edge is"))->setCurrentIndex(1);
        window.session().selection()->setModule(kTariff);
        window.session().selection()->setCandidate(QStringLiteral("C1"));
        window.showPage(QStringLiteral("map"));
        window.findChild<TreemapView*>()->zoomTo({ QStringLiteral("freight") });
    }
    static DataTable* table(const MainWindow& window) { return static_cast<ModulesPage*>(window.page(QStringLiteral("modules")))->table(); }
    static QLineEdit* filter(const MainWindow& window) { return static_cast<FilterHeader*>(table(window)->horizontalHeader())->field(ModulesModel::Name); }
    static QComboBox* box(const MainWindow& window, const QString& name)
    {
        for (QComboBox* one : window.findChildren<QComboBox*>()) {
            if (one->accessibleName() == name)
                return one;
        }
        qFatal("no box %s", qPrintable(name));
    }
    static QPushButton* line(const MainWindow& window)
    {
        for (QPushButton* one : window.findChildren<QPushButton*>()) {
            if (one->accessibleName() == QLatin1String("Go to the start page instead"))
                return one;
        }
        return nullptr;
    }
    static QString onDisk(const WindowFixture& fixture, const QString& key)
    {
        // Another reader, as the next start is; never the cache of this one.
        const QString copy = fixture.folder.filePath(QStringLiteral("copy.ini"));
        QFile::remove(copy);
        QFile::copy(fixture.settings.fileName(), copy);
        return QSettings(copy, QSettings::IniFormat).value(key).toString();
    }
    static inline const QString kTariff = QStringLiteral("src/freight/billing/tariff.py");
};

FERROSCOPE_WINDOW_TEST(TestRestore)
#include "tst_restore.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a person uses it: open, look, go there and back, search, filter, cancel, change the theme.
#include "tests/ui/shell/window_fixture.h"
#include "ui/models/text.h"
#include "ui/pages/modules_page.h"
#include "ui/pages/module_page.h"
#include "ui/pages/start_page.h"
#include "ui/pages/state_page.h"
#include "ui/shell/bars.h"
#include "ui/shell/command_palette.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/quadrant_view.h"
#include "ui/widgets/treemap_view.h"

#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>

using namespace ferroscope;
using namespace ferroscope::ui;

class TestWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { failOnOwnWarnings(); }

    void startsEmpty()
    {
        WindowFixture fixture;
        QCOMPARE(fixture.window->windowTitle(), QStringLiteral("Ferroscope"));
        QCOMPARE(fixture.window->currentPage(), QStringLiteral("start"));
        QVERIFY(button(*fixture.window, QStringLiteral("Open folder…")));
    }

    void opensAndFills()
    {
        WindowFixture fixture;
        fixture.open();
        QCOMPARE(fixture.window->currentPage(), QStringLiteral("overview"));
        QVERIFY(fixture.window->windowTitle().startsWith(QStringLiteral("freightline")));
        QCOMPARE(fixture.window->page(QStringLiteral("overview"))->headline(), qs(fixture.analysis.answer->recommendation.sentence));
        for (const Page* page : fixture.window->pages())
            QVERIFY2(!page->headline().isEmpty(), qPrintable(page->id()));
    }

    void opensTheSampleByItsLink()
    {
        WindowFixture fixture;
        QTest::mouseClick(button(*fixture.window, QStringLiteral("Sample project: every kind of verdict")), Qt::LeftButton);
        QTRY_COMPARE(fixture.window->session().state(), Session::State::Ready);
    }

    void keysGoToPages()
    {
        WindowFixture fixture;
        fixture.open();
        QTest::keyClick(fixture.window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(fixture.window->currentPage(), QStringLiteral("modules"));
        QTest::keyClick(fixture.window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(fixture.window->currentPage(), QStringLiteral("map"));
    }

    void historyGoesBackAndForward()
    {
        WindowFixture fixture;
        fixture.open();
        MainWindow& window = *fixture.window;
        window.showPage(QStringLiteral("map"));
        window.showModule(kRoutes);
        window.showModule(kTariff);
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.currentPage(), QStringLiteral("module"));
        QCOMPARE(window.session().selection()->module(), kRoutes);
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.currentPage(), QStringLiteral("map"));
        QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
        QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(window.session().selection()->module(), kTariff);
        QVERIFY(!window.action(QStringLiteral("forward"))->isEnabled());
        // A new view drops what lay ahead.
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        window.showPage(QStringLiteral("roadmap"));
        QVERIFY(!window.action(QStringLiteral("forward"))->isEnabled());
    }

    void oneSelectionEverywhere()
    {
        WindowFixture fixture;
        fixture.open();
        MainWindow& window = *fixture.window;
        window.showPage(QStringLiteral("map"));
        auto* map = window.findChild<TreemapView*>();
        QTRY_VERIFY(!map->tileOf(kTariff).isNull());
        QTest::mouseClick(map, Qt::LeftButton, {}, map->tileOf(kTariff).center().toPoint());
        QCOMPARE(window.session().selection()->module(), kTariff);
        const DataTable* table = modules(window)->table();
        QCOMPARE(table->currentIndex().data(PathRole).toString(), kTariff);
        window.showPage(QStringLiteral("overview"));
        auto* quadrant = window.findChild<QuadrantView*>();
        QTRY_VERIFY(!quadrant->positionOf(kRoutes).isNull());
        QTest::mouseClick(quadrant, Qt::LeftButton, {}, quadrant->positionOf(kRoutes).toPoint());
        QCOMPARE(window.session().selection()->module(), kRoutes);
        QCOMPARE(table->currentIndex().data(PathRole).toString(), kRoutes);
    }

    void aRowOpensItsModule()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->showPage(QStringLiteral("modules"));
        DataTable* table = modules(*fixture.window)->table();
        table->setFocus();
        table->selectPath(kTariff);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(fixture.window->currentPage(), QStringLiteral("module"));
        QCOMPARE(fixture.window->session().selection()->module(), kTariff);
    }

    void mapZoomsByKeys()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->showPage(QStringLiteral("map"));
        auto* map = fixture.window->findChild<TreemapView*>();
        QTRY_VERIFY(!map->packages().isEmpty());
        fixture.window->session().selection()->setModule(kTariff);
        map->setFocus();
        QTest::keyClick(map, Qt::Key_Return);
        QCOMPARE(map->zoom().size(), 1);
        QVERIFY(map->shownModules() < fixture.analysis.answer->totals.modules);
        QTest::keyClick(map, Qt::Key_Backspace);
        QVERIFY(map->zoom().isEmpty());
        const QString before = fixture.window->session().selection()->module();
        QTest::keyClick(map, Qt::Key_Up);
        QVERIFY(fixture.window->session().selection()->module() != before);
    }

    void filtersByTyping()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->showPage(QStringLiteral("modules"));
        QTest::keyClick(fixture.window.get(), Qt::Key_F, Qt::ControlModifier);
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        QCOMPARE(field->accessibleName(), QStringLiteral("Filter Module"));
        const DataTable* table = modules(*fixture.window)->table();
        const int all = table->model()->rowCount();
        QTest::keyClicks(field, QStringLiteral("billing"));
        QVERIFY(table->model()->rowCount() < all);
        QVERIFY(table->model()->rowCount() > 0);
        QTest::keyClick(fixture.window.get(), Qt::Key_Escape);
        QCOMPARE(table->model()->rowCount(), all);
    }

    void paletteFindsModulesFirst()
    {
        WindowFixture fixture;
        fixture.open();
        QTest::keyClick(fixture.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = fixture.window->findChild<CommandPalette*>();
        QVERIFY(palette && palette->isVisible());
        QTest::keyClicks(palette->field(), QStringLiteral("tariff"));
        QCOMPARE(palette->model()->entry(0).kind, PaletteEntry::Kind::Heading);
        QCOMPARE(palette->model()->entry(1).target, kTariff);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(fixture.window->currentPage(), QStringLiteral("module"));
        QTest::keyClick(fixture.window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(palette->field(), QStringLiteral("theme: dark"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
        fixture.window->action(QStringLiteral("theme-light"))->trigger();
    }

    void themeIsRemembered()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        {
            ThemeController theme(&settings);
            theme.setChoice(ThemeController::Choice::Dark);
            QVERIFY(themeOf(QApplication::palette()).kind == Theme::Kind::Dark);
        }
        ThemeController again(&settings);
        QVERIFY(again.dark());
        again.setChoice(ThemeController::Choice::Light);
        QVERIFY(themeOf(QApplication::palette()).kind == Theme::Kind::Light);
    }

    void pagesFillWhileReading()
    {
        FakeAnalysis slow;
        *slow.release = false;
        WindowFixture fixture(slow);
        fixture.window->openFolder(fixture.folder.path());
        QTRY_COMPARE(fixture.window->page(QStringLiteral("overview"))->headline(), QStringLiteral("149 of 240 modules read, 91 to go."));
        QVERIFY(button(*fixture.window, QStringLiteral("Cancel the analysis"))->isVisible());
        *slow.release = true;
        QTRY_COMPARE(fixture.window->session().state(), Session::State::Ready);
    }

    void escapeCancelsAndKeepsWhatIsThere()
    {
        FakeAnalysis slow;
        WindowFixture fixture(slow);
        fixture.open();
        *slow.release = false;
        QTest::keyClick(fixture.window.get(), Qt::Key_F5);
        QTRY_COMPARE(fixture.window->session().state(), Session::State::Reading);
        QTRY_VERIFY(fixture.window->session().reading().fraction > 0.5);
        QTest::keyClick(fixture.window.get(), Qt::Key_Escape);
        QTRY_COMPARE(fixture.window->session().state(), Session::State::Cancelled);
        QVERIFY(fixture.window->session().assessment());
        QVERIFY(button(*fixture.window, QStringLiteral("Continue the analysis")));
        *slow.release = true;
        QTest::mouseClick(button(*fixture.window, QStringLiteral("Continue the analysis")), Qt::LeftButton);
        QTRY_COMPARE(fixture.window->session().state(), Session::State::Ready);
    }

    void errorsSayWhatToDo_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("fact");
        QTest::newRow("missing") << static_cast<int>(ErrorCode::NotFound) << QStringLiteral("is not there");
        QTest::newRow("a file") << static_cast<int>(ErrorCode::NotADirectory) << QStringLiteral("is a file");
        QTest::newRow("unreadable") << static_cast<int>(ErrorCode::Unreadable) << QStringLiteral("cannot be read");
        QTest::newRow("no Python") << static_cast<int>(ErrorCode::NoPython) << QStringLiteral("no Python");
        QTest::newRow("inside") << static_cast<int>(ErrorCode::Internal) << QStringLiteral("could not be analysed");
    }
    void errorsSayWhatToDo()
    {
        QFETCH(int, code);
        QFETCH(QString, fact);
        FakeAnalysis fails;
        fails.error = Error { static_cast<ErrorCode>(code), {}, "318 files seen" };
        WindowFixture fixture(fails);
        fixture.window->openFolder(fixture.folder.path());
        QTRY_COMPARE(fixture.window->session().state(), Session::State::Failed);
        auto* state = fixture.window->findChild<StatePage*>();
        QVERIFY(state->isVisible());
        QVERIFY2(state->fact().contains(fact), qPrintable(state->fact()));
        QTest::mouseClick(button(*fixture.window, QStringLiteral("Back to the start page")), Qt::LeftButton);
        QCOMPARE(fixture.window->currentPage(), QStringLiteral("start"));
    }

    void takesADroppedFolder()
    {
        WindowFixture fixture;
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile(fixture.folder.path()) });
        QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(fixture.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(fixture.window.get(), &drop);
        QTRY_COMPARE(fixture.window->session().state(), Session::State::Ready);
    }

    void refusesOtherDrops()
    {
        WindowFixture fixture;
        QMimeData data;
        data.setUrls({ QUrl(QStringLiteral("https://example.org/a")) });
        QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(fixture.window.get(), &enter);
        QVERIFY(!enter.isAccepted());
    }

    void sourceShowsFindingsAndSkipsThemWhenCopied()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->showModule(kRoutes, 91);
        auto* code = static_cast<ModulePage*>(fixture.window->page(QStringLiteral("module")))->code();
        QTRY_VERIFY(code->lineCount() > 100);
        QCOMPARE(code->currentLine(), 91);
        code->selectAll();
        code->copy();
        const QString copied = QApplication::clipboard()->text();
        QFile file(fixture.folder.filePath(kRoutes));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(copied, QString::fromUtf8(file.readAll()));
    }

    void geometryComesBack()
    {
        WindowFixture fixture;
        fixture.window->resize(1000, 700);
        fixture.window->close();
        WindowTools tools;
        tools.settings = &fixture.settings;
        tools.session.analyze = fixture.analysis.call();
        MainWindow again(tools);
        QCOMPARE(again.size(), QSize(1000, 700));
    }

    void noTwoKeysAreTheSame()
    {
        WindowFixture fixture;
        QSet<QString> seen;
        for (const QAction* action : fixture.window->actions()) {
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(!seen.contains(key.toString()), qPrintable(key.toString()));
                seen.insert(key.toString());
            }
        }
    }

private:
    static QPushButton* button(const QWidget& window, const QString& name)
    {
        for (auto* one : window.findChildren<QPushButton*>()) {
            if (one->accessibleName() == name && one->isVisibleTo(&window))
                return one;
        }
        return nullptr;
    }
    static ModulesPage* modules(const MainWindow& window) { return static_cast<ModulesPage*>(window.page(QStringLiteral("modules"))); }
    static inline const QString kRoutes = QStringLiteral("src/freight/planning/routes.py");
    static inline const QString kTariff = QStringLiteral("src/freight/billing/tariff.py");
};

FERROSCOPE_WINDOW_TEST(TestWindow)
#include "tst_window.moc"

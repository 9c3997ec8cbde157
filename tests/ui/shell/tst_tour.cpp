// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tour: by itself the first time the sample is opened, never again; walked, left and called back by the keyboard;
// the window stays usable under it.
#include "tests/ui/shell/window_fixture.h"
#include "ui/shell/tour.h"

#include <QAccessible>
#include <QAction>
#include <QPushButton>

using namespace ferroscope::ui;

class TestTour : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { failOnOwnWarnings(); }

    void startsByItselfOnceOnTheSample()
    {
        WindowFixture fixture;
        fixture.settings.remove(QStringLiteral("window/tourSeen"));
        fixture.open(); // the fixture's folder is its sample
        QTRY_VERIFY(fixture.window->tour() && fixture.window->tour()->running());
        QTest::keyClick(fixture.window.get(), Qt::Key_Escape);
        QVERIFY(!fixture.window->tour()->running());
        QVERIFY(fixture.settings.value(QStringLiteral("window/tourSeen")).toBool());
        QTest::keyClick(fixture.window.get(), Qt::Key_F5);
        QTRY_COMPARE(fixture.window->session().state(), Session::State::Ready);
        QTest::qWait(100);
        QVERIFY(!fixture.window->tour()->running());
    }

    void anotherProjectStartsNone()
    {
        WindowFixture fixture;
        fixture.settings.remove(QStringLiteral("window/tourSeen"));
        QTemporaryDir other;
        fixture.window->openFolder(other.path());
        QTRY_COMPARE(fixture.window->session().state(), Session::State::Ready);
        QTest::qWait(150);
        QVERIFY(!fixture.window->tour());
    }

    void walksThePagesByKeys()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->action(QStringLiteral("tour"))->trigger();
        Tour* tour = fixture.window->tour();
        QCOMPARE(tour->steps(), 6);
        const QStringList pages { QStringLiteral("overview"), QStringLiteral("map"), QStringLiteral("module"), QStringLiteral("boundary"), QStringLiteral("roadmap"), QStringLiteral("report") };
        for (int step = 0; step < tour->steps(); ++step) {
            QCOMPARE(tour->step(), step);
            QCOMPARE(fixture.window->currentPage(), pages[step]);
            // It has the focus, says what it is, and lies inside the window.
            QVERIFY(tour->isAncestorOf(QApplication::focusWidget()));
            QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(tour);
            QVERIFY(spoken && spoken->text(QAccessible::Name).startsWith(QStringLiteral("Tour, step %1 of 6").arg(step + 1)));
            QVERIFY(spoken->text(QAccessible::Description).size() > 40);
            QTest::qWait(30);
            QVERIFY(fixture.window->rect().contains(tour->geometry()));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        }
        QVERIFY(!tour->running());
    }

    void goesBack()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->startTour();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(fixture.window->tour()->step(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(fixture.window->tour()->step(), 0);
        QCOMPARE(fixture.window->currentPage(), QStringLiteral("overview"));
    }

    void theWindowStaysUsable()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->startTour();
        QCOMPARE(QApplication::activeModalWidget(), nullptr);
        QTest::keyClick(fixture.window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(fixture.window->currentPage(), QStringLiteral("modules"));
        QVERIFY(fixture.window->tour()->running());
        fixture.window->resize(900, 600);
        QTest::qWait(30);
        QVERIFY(fixture.window->rect().contains(fixture.window->tour()->geometry()));
        fixture.window->action(QStringLiteral("close"))->trigger();
        QVERIFY(!fixture.window->tour()->running());
    }

    void withoutAProjectItOpensTheSample()
    {
        WindowFixture fixture;
        fixture.window->action(QStringLiteral("tour"))->trigger();
        QTRY_VERIFY(fixture.window->tour() && fixture.window->tour()->running());
        QCOMPARE(fixture.window->currentPage(), QStringLiteral("overview"));
    }
};

FERROSCOPE_WINDOW_TEST(TestTour)
#include "tst_tour.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Help: every rule and criterion has its page, every link leads somewhere, F1 and "?" open the right one.
#include "core/rules/rule.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/models/text.h"
#include "ui/pages/module_page.h"
#include "ui/shell/help_panel.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/score_views.h"

#include <QAction>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTextBrowser>

using namespace ferroscope;
using namespace ferroscope::ui;

class TestHelp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { failOnOwnWarnings(); }

    void everyRuleAndCriterionIsExplained()
    {
        const HelpTopics topics({ { QStringLiteral("map"), QStringLiteral("Map"), QStringLiteral("Ctrl+2") } });
        for (const rules::Rule& rule : rules::registry()) {
            const HelpTopic* topic = topics.find(qs(rule.info.id));
            QVERIFY2(topic, rule.info.id.data());
            QVERIFY(topic->body.contains(qs(rule.info.whatItSees).toHtmlEscaped()));
            QVERIFY(topic->body.contains(qs(rule.info.reference).toHtmlEscaped()));
        }
        for (int at = 0; at < kCriterionCount; ++at) {
            const HelpTopic* topic = topics.find(qs(criterionId(static_cast<CriterionId>(at))));
            QVERIFY(topic);
            QVERIFY(topic->body.contains(qs(criterionQuestion(static_cast<CriterionId>(at))).toHtmlEscaped()));
        }
        QVERIFY(topics.find(QStringLiteral("page:map")));
        QVERIFY(!topics.find(QStringLiteral("RULE999")));
    }

    void everyLinkLeadsSomewhere()
    {
        const HelpTopics topics({});
        static const QRegularExpression href(QStringLiteral("href=\"([^\"]*)\""));
        int links = 0;
        for (const HelpTopic& topic : topics.all()) {
            auto found = href.globalMatch(topic.about + topic.body);
            while (found.hasNext()) {
                const QString to = found.next().captured(1);
                QVERIFY2(topics.find(to), qPrintable(topic.id + QStringLiteral(" to ") + to));
                ++links;
            }
        }
        QVERIFY(links > 100);
    }

    void everyPageOfTheWindowHasItsText()
    {
        WindowFixture fixture;
        fixture.open();
        for (const Page* page : fixture.window->pages()) {
            fixture.window->showPage(page->id());
            if (QApplication::focusWidget())
                QApplication::focusWidget()->clearFocus();
            QTest::keyClick(fixture.window.get(), Qt::Key_F1);
            QCOMPARE(fixture.window->help()->topic(), QStringLiteral("page:") + page->id());
            QVERIFY2(fixture.window->help()->text().size() > page->title().size() + 60, qPrintable(page->id()));
        }
    }

    void searches_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::newRow("an id") << QStringLiteral("cpu001") << QStringLiteral("CPU001");
        QTest::newRow("words of a title") << QStringLiteral("bare except") << QStringLiteral("ERR002");
        QTest::newRow("a criterion") << QStringLiteral("type clarity") << QStringLiteral("type-clarity");
    }
    void searches()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        const HelpTopics topics({});
        const auto found = topics.search(text);
        QVERIFY(!found.empty());
        QCOMPARE(found.front()->id, first);
    }

    void searchingNothingSaysSo()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->showHelp({});
        fixture.window->help()->field()->setText(QStringLiteral("xyzzy <b>"));
        QCOMPARE(fixture.window->help()->text().trimmed(), QStringLiteral("Nothing about “xyzzy <b>”."));
    }

    void f1ExplainsTheChosenFinding()
    {
        WindowFixture fixture;
        fixture.open();
        DataTable* table = findings(fixture);
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_F1);
        const QString rule = table->currentIndex().data(HelpRole).toString();
        QVERIFY(!rule.isEmpty());
        QCOMPARE(fixture.window->help()->topic(), rule);
        QVERIFY(fixture.window->help()->isVisible());
    }

    void theMarkOpensItsRule()
    {
        WindowFixture fixture;
        fixture.open();
        DataTable* table = findings(fixture);
        const QModelIndex cell = table->model()->index(1, FindingsModel::Message);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, helpMark(table->visualRect(cell)).center());
        QCOMPARE(fixture.window->help()->topic(), cell.data(HelpRole).toString());
        // Beside the mark a click only chooses the row.
        fixture.window->showHelp({});
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
        QVERIFY(fixture.window->help()->topic().isEmpty());
    }

    void aRowOfTheWaterfallOpensItsCriterion()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->showModule(kRoutes);
        auto* view = fixture.window->findChild<WaterfallsView*>();
        QTRY_VERIFY(view->height() > 200);
        QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(40, 8));
        QCOMPARE(fixture.window->help()->topic(), QStringLiteral("cpu-bound"));
        QVERIFY(fixture.window->help()->text().contains(QStringLiteral("CPU001")));
    }

    void goesBackAndForward()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->showHelp(QStringLiteral("CPU001"));
        HelpPanel* help = fixture.window->help();
        auto* text = help->findChild<QTextBrowser*>();
        Q_EMIT text->anchorClicked(QUrl(QStringLiteral("cpu-bound")));
        QCOMPARE(help->topic(), QStringLiteral("cpu-bound"));
        text->setFocus();
        const QString page = fixture.window->currentPage();
        QTest::keyClick(text, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(help->topic(), QStringLiteral("CPU001"));
        QTest::keyClick(text, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(help->topic(), QStringLiteral("cpu-bound"));
        QCOMPARE(fixture.window->currentPage(), page);
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(help->isHidden());
        QCOMPARE(fixture.window->session().state(), Session::State::Ready);
    }

    void isThereWithoutAProjectInThePaletteOnly()
    {
        WindowFixture fixture;
        QVERIFY(!fixture.window->action(QStringLiteral("help"))->isEnabled());
        fixture.open();
        QVERIFY(fixture.window->action(QStringLiteral("help"))->isEnabled());
    }

private:
    static DataTable* findings(const WindowFixture& fixture)
    {
        fixture.window->showModule(kRoutes);
        QTest::qWait(60);
        for (DataTable* table : fixture.window->page(QStringLiteral("module"))->findChildren<DataTable*>()) {
            if (table->accessibleName() == QLatin1String("Findings"))
                return table;
        }
        return nullptr;
    }
    static inline const QString kRoutes = QStringLiteral("src/freight/planning/routes.py");
};

FERROSCOPE_WINDOW_TEST(TestHelp)
#include "tst_help.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures and tables as parts one can take out of the window: as files (SVG, PNG, CSV), and as marks that assistive
// tools can read and press. The tree they see is compared with golden/accessible.txt (FERROSCOPE_UPDATE_GOLDEN=1 writes it).
#include "tests/ui/shell/window_fixture.h"
#include "ui/pages/contexts_page.h"
#include "ui/widgets/contexts_view.h"
#include "ui/widgets/treemap_view.h"

#include <QAccessible>
#include <QAction>
#include <QSvgRenderer>

using namespace ferroscope;
using namespace ferroscope::ui;

namespace {

const QString kGolden = QStringLiteral(FERROSCOPE_SOURCE_DIR "/tests/ui/shell/golden/accessible.txt");

void dump(QAccessibleInterface* item, int depth, QStringList& out)
{
    if (!item || !item->isValid() || item->state().invisible)
        return;
    const QAccessible::Role role = item->role();
    const QString name = item->text(QAccessible::Name);
    const bool table = role == QAccessible::Table || role == QAccessible::Tree;
    const bool plain = name.isEmpty() && (role == QAccessible::Client || role == QAccessible::Pane || role == QAccessible::LayeredPane || role == QAccessible::Border);
    if (!plain && role != QAccessible::StaticText && role != QAccessible::ScrollBar) {
        QString line = QString(depth * 2, QLatin1Char(' ')) + QString::fromLatin1(qAccessibleRoleString(role)) + QStringLiteral(": ") + name;
        if (table)
            line += QStringLiteral(" [%1 columns]").arg(item->tableInterface() ? item->tableInterface()->columnCount() : 1);
        out << line.trimmed().prepend(QString(depth * 2, QLatin1Char(' ')));
        ++depth;
    }
    for (int at = 0; at < item->childCount() && !table; ++at)
        dump(item->child(at), depth, out);
}

} // namespace

class TestParts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { failOnOwnWarnings(); }

    void everyFigureBecomesAFile()
    {
        WindowFixture fixture;
        fixture.open();
        std::size_t figures = 0;
        for (Page* page : fixture.window->pages()) {
            QVERIFY(QObject::disconnect(page, &Page::saveWanted, fixture.window.get(), nullptr)); // no dialog here
            QList<SaveRequest> saved;
            connect(page, &Page::saveWanted, this, [&](const SaveRequest& request) { saved << request; });
            fixture.window->showPage(page->id());
            QTest::qWait(50);
            for (auto* figure : page->findChildren<FigureView*>()) {
                if (!figure->isVisible() || figure->width() < 20)
                    continue;
                ++figures;
                saved.clear();
                figure->saveAs(true);
                figure->saveAs(false);
                QCOMPARE(saved.size(), 2);
                QVERIFY2(saved[0].suggestedName.endsWith(QLatin1String(".svg")) && saved[1].suggestedName.endsWith(QLatin1String(".png")), qPrintable(saved[0].suggestedName));
                QSvgRenderer svg(saved[0].content);
                QVERIFY2(svg.isValid(), qPrintable(figure->accessibleName()));
                QCOMPARE(svg.viewBox(), QRect(QPoint(0, 0), figure->size()));
                const QImage picture = QImage::fromData(saved[1].content, "PNG");
                QCOMPARE(picture.size(), figure->size() * 2);
                QVERIFY(saved[0].content.contains(figure->accessibleName().toHtmlEscaped().toUtf8()));
            }
        }
        QVERIFY(figures >= 8);
    }

    void everyTableBecomesAFile()
    {
        WindowFixture fixture;
        fixture.open();
        std::size_t tables = 0;
        for (Page* page : fixture.window->pages()) {
            QVERIFY(QObject::disconnect(page, &Page::saveWanted, fixture.window.get(), nullptr));
            QList<SaveRequest> saved;
            connect(page, &Page::saveWanted, this, [&](const SaveRequest& request) { saved << request; });
            fixture.window->showPage(page->id());
            for (auto* table : page->findChildren<DataTable*>()) {
                ++tables;
                saved.clear();
                table->saveAsCsv();
                QCOMPARE(saved.size(), 1);
                QCOMPARE(saved[0].content.count('\n'), table->model()->rowCount() + 1);
                QVERIFY(saved[0].suggestedName.endsWith(QLatin1String(".csv")));
            }
        }
        QVERIFY(tables >= 10);
    }

    void theKeysTakeThePartWithTheFocus()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->showPage(QStringLiteral("contexts"));
        Page* page = fixture.window->page(QStringLiteral("contexts"));
        QVERIFY(QObject::disconnect(page, &Page::saveWanted, fixture.window.get(), nullptr));
        QList<SaveRequest> saved;
        connect(page, &Page::saveWanted, this, [&](const SaveRequest& request) { saved << request; });
        fixture.window->action(QStringLiteral("figure-svg"))->trigger();
        fixture.window->action(QStringLiteral("figure-png"))->trigger();
        for (auto* table : page->findChildren<DataTable*>()) {
            if (table->accessibleName() == QLatin1String("Contexts"))
                table->setFocus();
        }
        fixture.window->action(QStringLiteral("table-csv"))->trigger();
        QCOMPARE(saved.size(), 3);
        QCOMPARE(saved[0].suggestedName, QStringLiteral("dependencies-of-the-contexts.svg"));
        QCOMPARE(saved[1].suggestedName, QStringLiteral("dependencies-of-the-contexts.png"));
        QCOMPARE(saved[2].suggestedName, QStringLiteral("contexts.csv"));
        QVERIFY(saved[2].content.startsWith("Name,Cohesion,In,Out\n"));
    }

    void marksCanBeReadAndPressed()
    {
        WindowFixture fixture;
        fixture.open();
        std::size_t views = 0;
        for (const Page* page : fixture.window->pages()) {
            fixture.window->showPage(page->id());
            QTest::qWait(60);
            for (auto* figure : page->findChildren<FigureView*>()) {
                if (!figure->hasMarks() || !figure->isVisible())
                    continue;
                ++views;
                QAccessibleInterface* whole = QAccessible::queryAccessibleInterface(figure);
                QVERIFY(whole->childCount() > 0);
                QCOMPARE(whole->role(), QAccessible::List);
                const QRect place(figure->mapToGlobal(QPoint(0, 0)), figure->size());
                for (int at = 0; at < whole->childCount(); ++at) {
                    QAccessibleInterface* mark = whole->child(at);
                    QVERIFY(mark && mark->isValid());
                    QVERIFY2(mark->text(QAccessible::Name).size() > 3, qPrintable(figure->accessibleName()));
                    QVERIFY2(place.adjusted(-2, -2, 2, 2).contains(mark->rect()), qPrintable(mark->text(QAccessible::Name)));
                    QCOMPARE(whole->indexOfChild(mark), at);
                    QCOMPARE(mark->parent()->object(), figure);
                }
                const int last = whole->childCount() - 1;
                whole->child(last)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
                QTest::qWait(10);
            }
        }
        QVERIFY2(views >= 6, qPrintable(QString::number(views)));
    }

    void pressingAMarkChoosesIt()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->showPage(QStringLiteral("map"));
        auto* map = fixture.window->findChild<TreemapView*>();
        QTRY_VERIFY(!map->marks().empty());
        QAccessibleInterface* whole = QAccessible::queryAccessibleInterface(map);
        whole->child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(whole->child(2)->state().selected);
        QVERIFY(!whole->child(1)->state().selected);
        const AssessedModule* chosen = fixture.analysis.answer->find(fixture.window->session().selection()->module().toStdString());
        QVERIFY(chosen && whole->child(2)->text(QAccessible::Name).startsWith(QString::fromStdString(chosen->name)));
        // A figure that changes has other marks; the old ones do not lie.
        map->setScope(2);
        QVERIFY(whole->childCount() != 0);
    }

    void theTreeIsAsRecorded()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->session().selection()->setModule(QStringLiteral("src/freight/planning/routes.py"));
        QStringList lines;
        for (const Page* page : fixture.window->pages()) {
            if (page->id() == QLatin1String("report"))
                continue; // its pages come from another thread
            fixture.window->showPage(page->id());
            if (page->id() == QLatin1String("contexts")) {
                auto* view = static_cast<const ContextsPage*>(page)->view();
                view->setOpen(view->graph().boxOfKey(QStringLiteral("context:billing")), true);
            }
            QTest::qWait(120);
            dump(QAccessible::queryAccessibleInterface(const_cast<Page*>(page)), 0, lines);
        }
        const QByteArray now = lines.join(QLatin1Char('\n')).toUtf8() + '\n';
        QFile golden(kGolden);
        if (qEnvironmentVariableIsSet("FERROSCOPE_UPDATE_GOLDEN")) {
            QDir().mkpath(QFileInfo(kGolden).absolutePath());
            QVERIFY(golden.open(QIODevice::WriteOnly));
            golden.write(now);
            return;
        }
        QVERIFY2(golden.open(QIODevice::ReadOnly), "no golden file");
        const QList<QByteArray> wanted = golden.readAll().split('\n'), found = now.split('\n');
        for (qsizetype at = 0; at < std::max(wanted.size(), found.size()); ++at)
            QCOMPARE(at < found.size() ? found[at] : QByteArray("(nothing)"), at < wanted.size() ? wanted[at] : QByteArray("(nothing)"));
    }
};

FERROSCOPE_WINDOW_TEST(TestParts)
#include "tst_parts.moc"

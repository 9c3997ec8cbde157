// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The palette finds everything an assessment names, modules first, and lists every command.
#include "tests/ui/shell/window_fixture.h"
#include "ui/models/text.h"
#include "ui/pages/module_page.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/search.h"
#include "ui/widgets/code_view.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>

using namespace ferroscope;
using namespace ferroscope::ui;

class TestSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { failOnOwnWarnings(); }

    void matchesInEitherCase_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<bool>("holds");
        QTest::newRow("begins") << QStringLiteral("Shape.area") << QStringLiteral("shape") << true;
        QTest::newRow("ends") << QStringLiteral("Shape.AREA") << QStringLiteral("area") << true;
        QTest::newRow("middle") << QStringLiteral("aXbYc") << QStringLiteral("xby") << true;
        QTest::newRow("begins twice") << QStringLiteral("aab") << QStringLiteral("ab") << true;
        QTest::newRow("longer than the text") << QStringLiteral("ab") << QStringLiteral("abc") << false;
        QTest::newRow("not there") << QStringLiteral("abc") << QStringLiteral("ac") << false;
        QTest::newRow("empty") << QString() << QStringLiteral("a") << false;
        QTest::newRow("other letters stay as they are") << QStringLiteral("größe") << QStringLiteral("größe") << true;
        QTest::newRow("Chinese") << QStringLiteral("计算路线") << QStringLiteral("路线") << true;
    }
    void matchesInEitherCase()
    {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        QFETCH(bool, holds);
        QCOMPARE(holdsFolded(text.toStdString(), folded(wanted.toStdString())), holds);
    }

    void namesThatBeginComeFirst()
    {
        Assessment a = sample::assessment();
        for (AssessedModule& module : a.modules)
            module.functions = {};
        for (const char* name : { "repeat", "Box.eat", "eaten", "theatre" }) {
            AssessedFunction function;
            function.name = name;
            a.modules[0].functions.edit().push_back(function);
        }
        const SearchHits hits = searchFunctions(a, "eat", 3);
        QCOMPARE(hits.found, std::size_t(4));
        QCOMPARE(hits.first.size(), std::size_t(3));
        QCOMPARE(a.modules[0].functions[hits.first[0].at].name, std::string("Box.eat"));
        QCOMPARE(a.modules[0].functions[hits.first[1].at].name, std::string("eaten"));
    }

    void aFunctionOpensItsLine()
    {
        WindowFixture fixture;
        fixture.open();
        const AssessedModule* module = fixture.analysis.answer->find("src/freight/planning/routes.py");
        QVERIFY(module && !module->functions.empty());
        const AssessedFunction& function = module->functions.front();
        PaletteModel* model = type(fixture, qs(function.name));
        const int row = rowOf(*model, PaletteEntry::Kind::Function, qs(module->path));
        QVERIFY(row > 0);
        QCOMPARE(model->entry(row).line, static_cast<int>(function.line));
        choose(fixture, row);
        QCOMPARE(fixture.window->currentPage(), QStringLiteral("module"));
        QCOMPARE(fixture.window->session().selection()->module(), qs(module->path));
    }

    void aFindingOpensItsModule()
    {
        WindowFixture fixture;
        fixture.open();
        const Finding& finding = fixture.analysis.answer->findings[0];
        PaletteModel* model = type(fixture, qs(finding.rule));
        const int row = rowOf(*model, PaletteEntry::Kind::Finding, qs(finding.path));
        QVERIFY(row > 0);
        choose(fixture, row);
        QCOMPARE(fixture.window->session().selection()->module(), qs(finding.path));
    }

    void aPackageFiltersItsPage()
    {
        WindowFixture fixture;
        fixture.open();
        const QString name = qs(fixture.analysis.answer->dependencies[0].name);
        PaletteModel* model = type(fixture, name);
        const int row = rowOf(*model, PaletteEntry::Kind::Package, name);
        QVERIFY(row > 0);
        choose(fixture, row);
        QCOMPARE(fixture.window->currentPage(), QStringLiteral("packages"));
        QCOMPARE(qobject_cast<QLineEdit*>(fixture.window->page(QStringLiteral("packages"))->filterField())->text(), name);
    }

    void everyCommandIsListed()
    {
        WindowFixture fixture;
        fixture.open();
        PaletteModel* model = type(fixture, {});
        QSet<QString> listed;
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->entry(row).kind == PaletteEntry::Kind::Command || model->entry(row).kind == PaletteEntry::Kind::Page)
                listed.insert(model->entry(row).title);
        }
        for (const QAction* action : fixture.window->actions()) {
            const bool wordless = action->text().isEmpty() || action->objectName() == QLatin1String("palette");
            QVERIFY2(wordless || !action->isEnabled() || listed.contains(action->text()), qPrintable(action->text()));
        }
        QVERIFY(listed.size() > 30);
    }

private:
    static PaletteModel* type(const WindowFixture& fixture, const QString& text)
    {
        fixture.window->action(QStringLiteral("palette"))->trigger();
        auto* palette = fixture.window->findChild<CommandPalette*>();
        palette->field()->setText(text);
        return palette->model();
    }
    static int rowOf(const PaletteModel& model, PaletteEntry::Kind kind, const QString& target)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.entry(row).kind == kind && model.entry(row).target == target)
                return row;
        }
        return -1;
    }
    static void choose(const WindowFixture& fixture, int row)
    {
        auto* palette = fixture.window->findChild<CommandPalette*>();
        // Down from the first entry, as a person would; headings are stepped over.
        for (int at = 1; at < row; ++at) {
            if (palette->model()->entry(at).kind != PaletteEntry::Kind::Heading)
                QTest::keyClick(palette->field(), Qt::Key_Down);
        }
        QTest::keyClick(palette->field(), Qt::Key_Return);
    }
};

FERROSCOPE_WINDOW_TEST(TestSearch)
#include "tst_search.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of pages on their own: table, filters, source view, source loader, style.
#include "tests/support/sample_assessment.h"
#include "tests/ui/qt_test_main.h"
#include "ui/models/modules_model.h"
#include "ui/render/fonts.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/column_chooser.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/figure_view.h"
#include "ui/widgets/filter_header.h"
#include "ui/widgets/quadrant_view.h"
#include "ui/widgets/source_loader.h"

#include <QClipboard>
#include <QListWidget>
#include <QSignalSpy>
#include <QTextLayout>

using namespace ferroscope;
using namespace ferroscope::ui;

class TestWidgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        render::registerFonts();
        QApplication::setStyle(new WindowStyle);
        m_modules.setAssessment(sample::assessmentPtr());
    }
    void init() { failOnOwnWarnings(); }

    void copiesWhatIsSelected()
    {
        DataTable table(&m_modules, QStringLiteral("Modules"));
        table.resize(900, 400);
        table.show();
        table.selectRow(0);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2); // header and row
        QVERIFY(lines[0].startsWith(QStringLiteral("Module\t")));
        QCOMPARE(lines[1].section(QLatin1Char('\t'), 0, 0), table.model()->index(0, 0).data().toString());
        table.clearSelection();
        QCOMPARE(table.selectedText().count(QLatin1Char('\n')), table.model()->rowCount() + 1); // nothing selected: all
    }

    void aClickOnTheHeaderSorts()
    {
        DataTable table(&m_modules, QStringLiteral("Modules"));
        table.resize(1100, 400);
        table.show();
        QHeaderView* header = table.horizontalHeader();
        const QPoint at(header->sectionViewportPosition(ModulesModel::CodeLines) + 20, 10);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        double before = -1;
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            const double lines = table.model()->index(row, ModulesModel::CodeLines).data(NumberRole).toDouble();
            QVERIFY(lines >= before);
            before = lines;
        }
    }

    void filterFieldsStandUnderTheirColumns()
    {
        DataTable table(&m_modules, QStringLiteral("Modules"));
        FilterHeader* header = table.enableFilters();
        table.resize(1100, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        const QLineEdit* value = header->field(ModulesModel::Value);
        QVERIFY(value->isVisible());
        QVERIFY(std::abs(value->geometry().left() - header->sectionViewportPosition(ModulesModel::Value)) < 6);
        QTest::keyClicks(header->field(ModulesModel::Value), QStringLiteral(">= 60"));
        QVERIFY(table.model()->rowCount() > 0);
        for (int row = 0; row < table.model()->rowCount(); ++row)
            QVERIFY(table.model()->index(row, ModulesModel::Value).data(NumberRole).toDouble() >= 60);
        const int shown = table.model()->rowCount();
        header->field(ModulesModel::Value)->setText(QStringLiteral("many"));
        QCOMPARE(table.model()->rowCount(), shown); // not understood: the last one stays
        QVERIFY(header->field(ModulesModel::Value)->accessibleDescription().contains(QStringLiteral("Not understood")));
    }

    void columnsAreChosen()
    {
        DataTable table(&m_modules, QStringLiteral("Modules"));
        ColumnChooser chooser(&table);
        chooser.popUp(QPoint(600, 40));
        auto* list = chooser.findChild<QListWidget*>();
        QVERIFY(table.isColumnHidden(ModulesModel::Churn));
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->data(Qt::UserRole).toInt() == ModulesModel::Churn)
                list->item(row)->setCheckState(Qt::Checked);
        }
        QVERIFY(!table.isColumnHidden(ModulesModel::Churn));
    }

    void figuresHaveATableTwin()
    {
        auto* table = new DataTable(&m_modules, QStringLiteral("Twin"));
        FigureCard card(QStringLiteral("Figure"), {}, new QuadrantView(QStringLiteral("Quadrant")), table);
        card.resize(500, 400);
        card.show();
        QVERIFY(!card.showsTable());
        QTest::mouseClick(card.findChild<QPushButton*>(), Qt::LeftButton);
        QVERIFY(card.showsTable());
        QVERIFY(table->isVisible());
    }

    void findingsAreNeitherNumberedNorInStrings()
    {
        CodeView view;
        const QString text = QStringLiteral("a = \"\"\"one\ntwo\"\"\"\nb = 'x'\n");
        view.setSource(text, spansByLine(text), { { 1, QStringLiteral("found"), QStringLiteral("cpu-bound +"), true } }, {});
        QCOMPARE(view.lineCount(), 4);
        QCOMPARE(view.blockCount(), 5);
        QTRY_VERIFY(!formats(view, 0).isEmpty());
        QVERIFY(CodeView::isFinding(view.document()->findBlockByNumber(1)));
        // The string goes on below the finding, and ends where it ends.
        const auto second = formats(view, 2);
        QVERIFY(!second.isEmpty());
        QCOMPARE(second.first().start, 0);
        QCOMPARE(second.first().length, 6);
        view.showLine(3);
        QCOMPARE(view.currentLine(), 3);
    }

    void theLatestFileWins()
    {
        auto files = std::make_shared<MemoryFileSystem>(std::map<std::string, std::string> { { "a.py", "a\n" }, { "b.py", "b\r\n" } });
        SourceLoader loader;
        QList<LoadedSource> got;
        connect(&loader, &SourceLoader::loaded, this, [&](const LoadedSource& source) { got << source; });
        loader.load(files, "", QStringLiteral("a.py"));
        loader.load(files, "", QStringLiteral("b.py"));
        QTRY_VERIFY(!got.isEmpty());
        QTest::qWait(30);
        QCOMPARE(got.size(), 1);
        QCOMPARE(got[0].text, QStringLiteral("b\n"));
        loader.load(files, "", QStringLiteral("c.py"));
        QTRY_COMPARE(got.size(), 2);
        QVERIFY(got[1].error && got[1].error->code == ErrorCode::NotFound);
    }

    void aNotebookIsShownAsItsCells()
    {
        const std::string json = R"({"cells":[{"cell_type":"code","source":["%magic\n","x = 1"]},{"cell_type":"markdown","source":"no"},{"cell_type":"code","source":"y = 2"}],"metadata":{}})";
        auto files = std::make_shared<MemoryFileSystem>(std::map<std::string, std::string> { { "a.ipynb", json }, { "b.ipynb", "{broken" } });
        SourceLoader loader;
        QList<LoadedSource> got;
        connect(&loader, &SourceLoader::loaded, this, [&](const LoadedSource& source) { got << source; });
        loader.load(files, "", QStringLiteral("a.ipynb"));
        QTRY_COMPARE(got.size(), 1);
        QCOMPARE(got[0].text, QStringLiteral("\nx = 1\ny = 2\n"));
        loader.load(files, "", QStringLiteral("b.ipynb"));
        QTRY_COMPARE(got.size(), 2);
        QCOMPARE(got[1].text, QStringLiteral("{broken"));
    }

    void themesComeBackFromTheirPalettes()
    {
        QCOMPARE(themeOf(paletteOf(Theme::dark())).kind, Theme::Kind::Dark);
        QCOMPARE(themeOf(paletteOf(Theme::light())).kind, Theme::Kind::Light);
        for (const Theme* theme : { &Theme::light(), &Theme::dark() }) {
            const QPalette palette = paletteOf(*theme);
            for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::PlaceholderText, QPalette::Link })
                QVERIFY(render::contrast(palette.color(role), palette.color(QPalette::Base)) >= 4.5);
        }
    }

private:
    static QList<QTextLayout::FormatRange> formats(const CodeView& view, int block) { return view.document()->findBlockByNumber(block).layout()->formats(); }
    ModulesModel m_modules;
};

FERROSCOPE_WINDOW_TEST(TestWidgets)
#include "tst_widgets.moc"

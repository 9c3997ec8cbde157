// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Notebooks: code cells as one text, line by line, and files that are no notebooks.
#include "core/source/ipython.h"
#include "core/source/notebook.h"
#include "tests/core/source/support.h"

using namespace ferroscope;
using namespace ferroscope::source;

namespace {

// One cell of nbformat 4 whose source is a list of lines, as Jupyter writes it.
std::string cell(const char* type, const QStringList& lines)
{
    QString out = QStringLiteral("{\"cell_type\":\"%1\",\"metadata\":{\"cell_type\":\"raw\",\"tags\":[\"source\"]},\"source\":[").arg(QString::fromUtf8(type));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString line = lines[i] + (i + 1 < lines.size() ? QStringLiteral("\n") : QString());
        line.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")).replace(u'\n', QStringLiteral("\\n"));
        out += (i > 0 ? QStringLiteral(",\"") : QStringLiteral("\"")) + line + u'"';
    }
    return (out + QStringLiteral("],\"outputs\":[{\"data\":{\"text/plain\":[\"source\"]},\"source\":\"no\"}]}")).toStdString();
}

std::string notebook(const std::vector<std::string>& cells, const std::string& metadata = R"({"language_info":{"name":"python"}})")
{
    std::string out = R"({"cells":[)";
    for (std::size_t i = 0; i < cells.size(); ++i)
        out += (i > 0 ? "," : "") + cells[i];
    return out + R"(],"metadata":)" + metadata + R"(,"nbformat":4,"nbformat_minor":5})";
}

} // namespace

class TestNotebook : public QObject {
    Q_OBJECT
private slots:
    void cellsBecomeOneText();
    void formatThree();
    void anyOrderOfMembers();
    void magics_data();
    void magics();
    void noNotebooks_data();
    void noNotebooks();
    void nestingCostsNoStack();
    void roles_data();
    void roles();
};

void TestNotebook::cellsBecomeOneText()
{
    const Notebook made = readNotebook(notebook({ cell("markdown", { QStringLiteral("# Title"), QStringLiteral("x = 'no code'") }),
        cell("code", { QStringLiteral("import os"), QStringLiteral(""), QStringLiteral("a = \"\\\\\"") }), cell("raw", { QStringLiteral("no") }),
        cell("code", {}), cell("code", { QStringLiteral("def f(x):"), QStringLiteral("    return x") }) }));
    QCOMPARE(made.problem, std::string());
    QCOMPARE(made.text, std::string("import os\n\na = \"\\\\\"\ndef f(x):\n    return x\n"));
    QCOMPARE(made.cells.size(), std::size_t(2));
    QCOMPARE(made.cells[0].firstLine, 1U);
    QCOMPARE(made.cells[0].number, 2U);
    QCOMPARE(made.cells[1].firstLine, 4U);
    QCOMPARE(made.cells[1].number, 5U);
}

void TestNotebook::formatThree()
{
    const Notebook made = readNotebook(R"({"metadata":{"name":"old"},"nbformat":3,"worksheets":[
        {"cells":[{"cell_type":"heading","source":"no"},{"cell_type":"code","language":"python","input":["print 1\n","x = 2"],"outputs":[{"input":"no"}]},
                  {"cell_type":"code","language":"ruby","input":"puts 1\nputs 2"}]},
        {"cells":[{"cell_type":"code","input":"y = 3"}]}]})");
    QCOMPARE(made.problem, std::string());
    QCOMPARE(made.text, std::string("print 1\nx = 2\n\n\ny = 3\n"));
    QCOMPARE(made.cells.size(), std::size_t(3));
    QCOMPARE(made.cells[2].firstLine, 5U);
    QCOMPARE(made.cells[2].number, 4U);
}

void TestNotebook::anyOrderOfMembers()
{
    const Notebook made = readNotebook(R"({"metadata":{"kernelspec":{"language":"python"}},"cells":[{"source":"x = 1","outputs":[],"cell_type":"code"},{"source":"no","cell_type":"markdown"}]})");
    QCOMPARE(made.text, std::string("x = 1\n"));
}

void TestNotebook::magics_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* cell, const char* expected) { QTest::newRow(name) << QByteArray(cell) << QByteArray(expected); };
    row("nothing", "x = 1\ny = 2", "x = 1\ny = 2\n");
    row("empty", "", "");
    row("line ends", "a\r\nb\rc\n", "a\nb\nc\n");
    row("line magic", "%matplotlib inline\nx = 1", "\nx = 1\n");
    row("shell", "!pip install x\nx = 1", "\nx = 1\n");
    row("help", "?print\nprint?\nnp.array??\nx = 1", "\n\n\nx = 1\n");
    row("indented", "if a:\n    %time\n    !ls\nelse:\n    ?x", "if a:\n    pass\n    pass\nelse:\n    pass\n");
    row("assigned", "files = !ls\nt = %timeit -o f()\na.b, c = %magic", "files = None\nt = None\na.b, c = None\n");
    row("timed statement", "%time x = f(1)", "x = f(1)\n");
    row("continued command", "!ls \\\n  -l \\\n  -a\nx = 1", "\n\n\nx = 1\n");
    row("no magic in brackets", "x = (a\n% b\n)\n", "x = (a\n% b\n)\n");
    row("no magic in a string", "x = '''\n%no\n!no\n'''\n%yes", "x = '''\n%no\n!no\n'''\n\n");
    row("no magic on a continued line", "x = a \\\n% b", "x = a \\\n% b\n");
    row("brackets in strings and comments", "x = '(' # (\n%yes\ny = \"]\"", "x = '(' # (\n\ny = \"]\"\n");
    row("a quote in a comment", "x = 1 # don't\n%yes", "x = 1 # don't\n\n");
    row("an escaped quote", "x = 'don\\'t ('\n%yes", "x = 'don\\'t ('\n\n");
    row("a question in code stays", "x = y if z else w # ok?\n", "x = y if z else w # ok?\n");
    row("cell magic, Python", "\n%%time\nx = 1", "\n\nx = 1\n");
    row("cell magic, other", "%%bash\necho 1\n%x", "\n\n\n");
    row("unknown cell magic", "%%cython -a\ncdef int x", "\n\n");
    row("autocall", ",f a b\n;f a\n/f 1", "\n\n\n");
    row("unequal is no assignment", "x != %y", "x != %y\n");
}

void TestNotebook::magics()
{
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(withoutMagics(cell.toStdString())), expected);
}

void TestNotebook::noNotebooks_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("problem");
    const auto row = [](const char* name, const std::string& json, const char* problem) { QTest::newRow(name) << QByteArray::fromStdString(json) << QByteArray(problem); };
    row("empty file", "", "not valid JSON");
    row("no JSON", "x = 1", "not valid JSON");
    row("cut off", R"({"cells":[{"cell_type":"code","source":["x)", "not valid JSON");
    row("bytes that are not UTF-8", "{\"cells\":[{\"cell_type\":\"code\",\"source\":\"\xFF\"}]}", "not valid JSON");
    row("a list", "[]", "it has no list of cells");
    row("no cells", R"({"metadata":{}})", "it has no list of cells");
    row("cells are a text", R"({"cells":"x"})", "it has no list of cells");
    row("another language", notebook({ cell("code", { QStringLiteral("x <- 1") }) }, R"({"language_info":{"name":"R"}})"), "a notebook of R, not of Python");
    row("another kernel", notebook({}, R"({"kernelspec":{"language":"julia"}})"), "a notebook of julia");
}

void TestNotebook::noNotebooks()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, problem);
    const Notebook made = readNotebook(json.toStdString());
    QVERIFY2(made.problem.find(problem.toStdString()) != std::string::npos, made.problem.c_str());
    QVERIFY(made.text.empty());
    QVERIFY(made.cells.empty());
}

void TestNotebook::nestingCostsNoStack()
{
    const std::string deep = R"({"cells":[{"cell_type":"code","metadata":)" + std::string(1'000'000, '[') + std::string(1'000'000, ']') + R"(,"source":"x = 1"}]})";
    QCOMPARE(readNotebook(deep).text, std::string("x = 1\n"));
    QVERIFY(!readNotebook(std::string(2'000'000, '[')).problem.empty());
}

void TestNotebook::roles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("role");
    for (const auto& [path, role] : { std::pair { "study.ipynb", "notebook" }, std::pair { "notebooks/study.ipynb", "notebook" }, std::pair { "shop/study.ipynb", "notebook" },
             std::pair { "scripts/study.ipynb", "notebook" }, std::pair { "docs/study.ipynb", "example" }, std::pair { "examples/study.ipynb", "example" },
             std::pair { "tests/test_study.ipynb", "test" }, std::pair { "test_study.ipynb", "notebook" }, std::pair { "third_party/x.ipynb", "vendored" } })
        QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(role);
}

void TestNotebook::roles()
{
    QFETCH(QString, path);
    QFETCH(QString, role);
    const auto set = discoverIn({ { path.toStdString(), notebook({}) }, { "shop/__init__.py", "" }, { "pyproject.toml", "" } });
    const SourceFile* file = fileAt(set, path.toStdString());
    QVERIFY(file != nullptr);
    QVERIFY(file->isNotebook);
    QCOMPARE(QString::fromUtf8(roleName(file->role).data(), static_cast<qsizetype>(roleName(file->role).size())), role);
}

QTEST_APPLESS_MAIN(TestNotebook)
#include "tst_notebook.moc"

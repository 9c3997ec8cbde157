// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Prices of boundaries, computed by hand from the figures of boundary.toml (likely: call into Rust 18, into
// Python 31, int and float 7.5, str 14, list 45 + 8 per element, dict 60 + 60 per entry, 64 elements assumed, 8 in
// a container inside another, unknown 64, reference 8, attribute of a Python object 20, of a Rust object 21).
#include "core/scoring/boundary_price.h"
#include "tests/support/codebase_builder.h"

#include <QTest>

using namespace ferroscope;
using scoring::EdgePrice;

namespace {

// Every function is called `calls` times, and so often over every edge.
evidence::HeatMap heatOf(const graph::Codebase& code, double calls)
{
    evidence::HeatMap heat;
    heat.functions.resize(code.functionCount);
    for (evidence::FunctionHeat& each : heat.functions)
        each.calls = calls;
    heat.edgeCalls.assign(code.calls.size(), calls);
    return heat;
}

graph::FunctionId idOf(const graph::Codebase& code, const std::string& name)
{
    for (graph::FunctionId id = 0; id < code.functionCount; ++id) {
        if (code.functionName(id) == name)
            return id;
    }
    qFatal("no function %s", name.c_str());
}

scoring::BoundaryPrice price(const graph::Codebase& code, double calls, const std::vector<std::string>& moved)
{
    std::vector<graph::FunctionId> ids;
    for (const std::string& name : moved)
        ids.push_back(idOf(code, name));
    return scoring::priceOf(code, heatOf(code, calls), knowledge::knowledge(), ids);
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max(1.0, std::abs(b)); }

} // namespace

class TestBoundaryPrice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void conversions_data();
    void conversions();
    void bothDirections();
    void attributes();
    void callbacks();
    void nothingCrosses();
    void testsCrossForFree();
};

void TestBoundaryPrice::conversions_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<double>("cost"); // of one call into Rust that takes one value
    QTest::addColumn<double>("elements");
    const auto row = [](const char* type, double conversion, double elements) { QTest::newRow(*type ? type : "none") << QByteArray(type) << 18 + conversion << elements; };
    row("", 64, 0);
    row("int", 7.5, 0);
    row("str", 14, 0);
    row("str | None", 14, 0);
    row("None | int | str", 14, 0);
    row("Optional[str]", 14, 0);
    row("typing.Union[int, bytes]", 15, 0);
    row("bytes", 15, 0);
    row("memoryview", 60, 0);
    row("list[bytes]", 45 + 64 * (8 + 7.5), 64);
    row("np.ndarray", 60, 0);
    row("NDArray[np.float64]", 60, 0);
    row("list", 45 + 64 * 8, 64);
    row("list[float]", 45 + 64 * 8, 64);
    row("'list[float]'", 45 + 64 * 8, 64);
    row("Sequence[int]", 45 + 64 * 8, 64);
    row("list[str]", 45 + 64 * (8 + 6.5), 64); // a text costs 6.5 more than a number
    row("dict[str, int]", 60 + 64 * (60 + 6.5), 64);
    row("list[list[float]]", 45 + 64 * 8 + 64 * (45 + 8 * 8 - 7.5), 64 + 64 * 8);
    row("tuple[int, str]", 20 + 2 * 8 + 6.5, 2);
    row("tuple[int, ...]", 20 + 64 * 8, 64);
    row("set[int]", 60 + 64 * 50, 64);
    row("Engine", 8, 0); // by reference
    row("Iterator[int]", 8, 0); // whoever consumes it calls it
    row("Callable[[int], str]", 8, 0);
    row("list[Engine]", 45 + 64 * (8 + 0.5), 64);
}

void TestBoundaryPrice::conversions()
{
    QFETCH(QByteArray, type);
    QFETCH(double, cost);
    QFETCH(double, elements);
    const std::string parameter = type.isEmpty() ? "x" : "x: " + type.toStdString();
    const auto code = testing::buildCodebase({ { "k.py", "def kernel(" + parameter + "): pass\n" },
        { "app.py", "from k import kernel\ndef run(v):\n    kernel(v)\n" } });
    QVERIFY(code.has_value());
    const scoring::BoundaryPrice whole = price(*code, 100, { "k.py:kernel" });
    QCOMPARE(whole.edges.size(), std::size_t(1));
    const EdgePrice& edge = whole.edges[0];
    QCOMPARE(code->functionName(edge.from), std::string("app.py:run"));
    QCOMPARE(code->functionName(edge.to), std::string("k.py:kernel"));
    QVERIFY(edge.kind == EdgePrice::Kind::Call);
    QVERIFY2(near(edge.cost.likely, 100 * cost), qPrintable(QString::number(edge.cost.likely)));
    QVERIFY2(near(edge.elements.likely, 100 * elements), qPrintable(QString::number(edge.elements.likely)));
    QVERIFY(edge.cost.low <= edge.cost.likely && edge.cost.likely <= edge.cost.high);
    QVERIFY(edge.calls == (Range { 25, 100, 800 }));
}

void TestBoundaryPrice::bothDirections()
{
    const auto code = testing::buildCodebase({ { "k.py", "def kernel(rows: list[float], n: int) -> float:\n    return n\n" },
        { "app.py", "from k import kernel\ndef run(v):\n    return kernel(v, 3)\n" } });
    QVERIFY(code.has_value());
    const double conversion = 45 + 64 * 8 + 7.5 + 7.5;
    const scoring::BoundaryPrice in = price(*code, 100, { "k.py:kernel" });
    QVERIFY(near(in.cost.likely, 100 * (18 + conversion)));
    QVERIFY(near(in.cost.low, 25 * (12 + 30 + 4 * 6 + 4 + 4)));
    QVERIFY(near(in.cost.high, 800 * (26 + 60 + 1000 * 11 + 12 + 12)));
    QCOMPARE(in.calls, 100.);
    QCOMPARE(in.elements, 6400.);
    const scoring::BoundaryPrice out = price(*code, 100, { "app.py:run" }); // Rust calls into Python
    QVERIFY(near(out.cost.likely, 100 * (31 + conversion)));
}

void TestBoundaryPrice::attributes()
{
    const auto code = testing::buildCodebase({ { "p.py", "class Point:\n    x: float = 0\nclass Path:\n    def length(self) -> float: return 0.\n" },
        { "k.py", "from p import Point, Path\ndef far(p: Point) -> float:\n    p.x = 1\n    return p.x + p.y\ndef steps(q: Path) -> int:\n    return q.steps\n" } });
    QVERIFY(code.has_value());
    const scoring::BoundaryPrice reader = price(*code, 10, { "k.py:far" });
    QCOMPARE(reader.edges.size(), std::size_t(1));
    QVERIFY(reader.edges[0].kind == EdgePrice::Kind::Attributes);
    QCOMPARE(code->functionName(reader.edges[0].to), std::string("p.py:<module>")); // a class without methods stays
    // An annotation is believed by 0.9: 10 calls × (2 reads and 1 store) × 0.9.
    QVERIFY(std::abs(reader.edges[0].calls.likely - 27) < 1e-3);
    QVERIFY(std::abs(reader.cost.likely - (18 * 20 + 9 * 25)) < 1e-2);
    // A record is written anew with what moves of its module: Python then reads it through getters.
    const scoring::BoundaryPrice both = price(*code, 10, { "p.py:Path.length" });
    QCOMPARE(both.edges.size(), std::size_t(2));
    QVERIFY(std::abs(both.cost.likely - (9 * 21 + 18 * 21 + 9 * 25)) < 1e-2);
    QVERIFY(price(*code, 10, { "p.py:Path.length", "k.py:steps", "k.py:far" }).edges.empty());
}

// A function handed over is a call edge of whoever calls it: Rust calling Python.
void TestBoundaryPrice::callbacks()
{
    const auto code = testing::buildCodebase({ { "k.py", "def best(rows: bytes, key):\n    for row in rows:\n        key(row)\n" },
        { "app.py", "from k import best\ndef score(row): return row\ndef run(rows):\n    return best(rows, key=score)\n" } });
    QVERIFY(code.has_value());
    const scoring::BoundaryPrice whole = price(*code, 5, { "k.py:best" });
    QCOMPARE(whole.edges.size(), std::size_t(2));
    const auto back = std::find_if(whole.edges.begin(), whole.edges.end(), [](const EdgePrice& each) { return each.kind == EdgePrice::Kind::Callback; });
    QVERIFY(back != whole.edges.end());
    QCOMPARE(code->functionName(back->from), std::string("k.py:best"));
    QCOMPARE(code->functionName(back->to), std::string("app.py:score"));
    QVERIFY(near(back->cost.likely, 5 * (31 + 64)));
    for (const EdgePrice& each : price(*code, 5, { "k.py:best", "app.py:score" }).edges)
        QVERIFY(each.kind == EdgePrice::Kind::Call);
}

void TestBoundaryPrice::nothingCrosses()
{
    const auto code = testing::buildCodebase({ { "k.py", "def inner(x): pass\ndef outer(x):\n    inner(x)\n" } });
    QVERIFY(code.has_value());
    QVERIFY(price(*code, 10, { "k.py:inner", "k.py:outer" }).edges.empty());
    QVERIFY(price(*code, 10, {}).edges.empty());
    QCOMPARE(price(*code, 0, { "k.py:inner" }).cost, Range {}); // never called
}

void TestBoundaryPrice::testsCrossForFree()
{
    const auto code = testing::buildCodebase({ { "k.py", "def kernel(x): pass\n" },
        { "tests/test_k.py", "from k import kernel\ndef test():\n    kernel(1)\n" } });
    QVERIFY(code.has_value());
    QCOMPARE(code->calls.size(), std::size_t(1));
    QVERIFY(price(*code, 10, { "k.py:kernel" }).edges.empty());
}

QTEST_APPLESS_MAIN(TestBoundaryPrice)
#include "tst_boundary_price.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is cheaper than Rust is named only where the facts say it could do.
#include "core/roadmap/alternatives.h"

#include <QtTest>
#include <functional>

using namespace ferroscope::roadmap;

namespace {

using Change = std::function<void(AlternativeFacts&)>;

// Nothing speaks for anything: little is done in loops, untyped, needs C extensions, a new CPython.
AlternativeFacts plain()
{
    AlternativeFacts facts;
    facts.extensionPackage = "numpy";
    facts.oldestPython = std::pair(3, 12);
    facts.objects = 9;
    return facts;
}

QStringList namesOf(const std::vector<std::string>& alternatives)
{
    QStringList names;
    for (const std::string& each : alternatives)
        names += QString::fromStdString(each.substr(0, each.find(':')));
    return names;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestAlternatives : public QObject {
    Q_OBJECT

private slots:
    void named_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<QString>("reason"); // of the first
        const auto row = [](const char* name, const Change& change, const QStringList& expected, const char* reason = "") {
            QTest::newRow(name) << change << expected << QString::fromUtf8(reason);
        };
        row("nothing", [](AlternativeFacts&) {}, {});
        row("json", [](AlternativeFacts& f) { f.calls = { "json.dumps", "json.loads" }; }, { QStringLiteral("orjson") }, "it calls json.dumps");
        row("a name that only begins so", [](AlternativeFacts& f) { f.calls = { "jsonpath.find" }; }, {});
        row("dates", [](AlternativeFacts& f) { f.calls = { "datetime.datetime.now", "datetime.datetime.strptime" }; }, { QStringLiteral("ciso8601") });
        row("edit distance by name", [](AlternativeFacts& f) { f.names = { "Matcher.levenshtein_ratio" }; }, { QStringLiteral("rapidfuzz") }, "Matcher.levenshtein_ratio goes by that name");
        row("class of that name is none", [](AlternativeFacts& f) { f.names = { "Levenshtein.reset" }; }, {});
        row("checksum by name", [](AlternativeFacts& f) { f.names = { "crc32_update" }; }, { QStringLiteral("zlib.crc32") }, "standard library");
        row("old CPython", [](AlternativeFacts& f) { f.oldestPython = std::pair(3, 8); }, { QStringLiteral("A newer CPython") }, "the manifests allow 3.8");
        row("CPython not known", [](AlternativeFacts& f) { f.oldestPython.reset(); }, { QStringLiteral("A newer CPython") }, "no manifest says");
        row("no loops, no interpreter", [](AlternativeFacts& f) { f = {}; }, {});
        row("workers", [](AlternativeFacts& f) { f.spreadPlaces = 2; f.spreadExample = "run.py:3"; }, { QStringLiteral("Free-threaded CPython") }, "(run.py:3)");
        row("no C extension", [](AlternativeFacts& f) { f.extensionPackage.clear(); }, { QStringLiteral("PyPy") });
        row("numbers", [](AlternativeFacts& f) { f.arithmetic = 10; }, { QStringLiteral("Numba") }, "10 places in loops combine numbers, 9 touch objects");
        row("numbers in arrays", [](AlternativeFacts& f) { f.arithmetic = 10; f.containers = 3; }, { QStringLiteral("Numba"), QStringLiteral("NumPy") });
        row("as many objects", [](AlternativeFacts& f) { f.arithmetic = 9; }, {});
        row("typed", [](AlternativeFacts& f) { f.typedShare = 0.7; }, { QStringLiteral("mypyc") }, "70 % of its interface is typed");
        row("typed and dynamic", [](AlternativeFacts& f) { f.typedShare = 1; f.dynamicPlaces = 1; }, {});
        row("typed numbers", [](AlternativeFacts& f) { f.typedShare = 0.5; f.arithmetic = 5; }, { QStringLiteral("Cython") });
        row("typed numbers among many objects", [](AlternativeFacts& f) { f.typedShare = 0.5; f.arithmetic = 4; }, {});
    }

    void named()
    {
        QFETCH(Change, change);
        QFETCH(QStringList, expected);
        QFETCH(QString, reason);
        AlternativeFacts facts = plain();
        change(facts);
        const std::vector<std::string> found = alternativesTo(facts);
        QCOMPARE(namesOf(found), expected);
        QVERIFY2(reason.isEmpty() || QString::fromStdString(found[0]).contains(reason), found.empty() ? "" : found[0].c_str());
    }

    void bounded()
    {
        AlternativeFacts facts;
        facts.calls = { "bs4.BeautifulSoup", "csv.reader", "difflib.ndiff", "fractions.Fraction", "json.loads", "networkx.Graph", "yaml.load" };
        facts.arithmetic = 20;
        facts.containers = 20;
        facts.typedShare = 1;
        facts.spreadPlaces = 1;
        const std::vector<std::string> found = alternativesTo(facts);
        QCOMPARE(found.size(), kMostAlternatives);
        QVERIFY(namesOf(found).contains(QStringLiteral("A newer CPython")));
    }
};

QTEST_APPLESS_MAIN(TestAlternatives)
#include "tst_alternatives.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Coverage reports of both formats, and what is refused.
#include "core/evidence/coverage/read_coverage.h"

#include <QTest>

using namespace ferroscope::evidence;

namespace {

const std::string kHead = "<?xml version=\"1.0\" ?>\n"
                          "<!DOCTYPE coverage SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\">\n"
                          "<coverage version=\"7.4\" line-rate=\"0.5\"><sources><source>/home/dev/demo/src</source></sources>"
                          "<packages><package name=\"p\"><classes>";
const std::string kTail = "</classes></package></packages></coverage>\n";

std::string lines(std::initializer_list<std::pair<int, int>> hits)
{
    std::string out = "<lines>";
    for (const auto& [line, count] : hits)
        out += "<line number=\"" + std::to_string(line) + "\" hits=\"" + std::to_string(count) + "\"/>";
    return out + "</lines></class>";
}

using Lines = std::vector<std::uint32_t>;

} // namespace

class TestCoverage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cobertura()
    {
        const auto read = readCoverage(kHead + "<class name=\"a.py\" filename=\"p/a.py\"><methods/>" + lines({ { 3, 1 }, { 1, 2 }, { 2, 0 } })
            + "<class name=\"b\" filename=\"p/b.py\">" + lines({ { 5, 0 } }) + kTail);
        QVERIFY(read);
        QCOMPARE(read->roots, std::vector<std::string> { "/home/dev/demo/src" });
        QCOMPARE(read->files.at("p/a.py").run, (Lines { 1, 3 }));
        QCOMPARE(read->files.at("p/a.py").missed, (Lines { 2 }));
        QCOMPARE(read->files.at("p/b.py").missed, (Lines { 5 }));
    }

    // Other tools write a class per class: a line that one of them ran was run.
    void oneFileInSeveralClasses()
    {
        const auto read = readCoverage(kHead + "<class filename=\"a.py\">" + lines({ { 1, 0 }, { 2, 0 } }) + "<class filename=\"a.py\">" + lines({ { 1, 4 } }) + kTail);
        QVERIFY(read);
        QCOMPARE(read->files.at("a.py").run, (Lines { 1 }));
        QCOMPARE(read->files.at("a.py").missed, (Lines { 2 }));
    }

    void json()
    {
        const auto read = readCoverage(R"({"meta":{"version":"7.4"},"files":{"src/a.py":{"executed_lines":[4,1,1],"missing_lines":[2],"excluded_lines":[]}},"totals":{}})");
        QVERIFY(read);
        QCOMPARE(read->files.at("src/a.py").run, (Lines { 1, 4 }));
        QCOMPARE(read->files.at("src/a.py").missed, (Lines { 2 }));
    }

    void refused_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char* name, const std::string& bytes, const char* says) { QTest::newRow(name) << bytes << std::string(says); };
        row("empty", "", "neither a coverage.xml");
        row("database", std::string("SQLite format 3\0abc", 19), "coverage xml");
        row("text", "TOTAL 100 %", "neither a coverage.xml");
        row("cut off", kHead, "no well-formed XML");
        row("other XML", "<project/>", "no coverage report");
        row("other JSON", R"({"a":1})", "no coverage report");
        row("lines are no numbers", R"({"files":{"a.py":{"executed_lines":["1"],"missing_lines":[]}}})", "no coverage report");
        row("entities", "<!DOCTYPE c [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]><coverage>&b;</coverage>", "declares entities");
        row("external entity", "<!DOCTYPE c [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><coverage><sources><source>&a;</source></sources></coverage>", "declares entities");
        std::string deep = "<coverage>";
        for (int at = 0; at < 5000; ++at)
            deep += "<a>";
        row("deep", deep, "nested more than 1,000 deep");
    }

    void refused()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, says);
        const auto read = readCoverage(bytes);
        QVERIFY(!read);
        QVERIFY2(read.error().detail.find(says) != std::string::npos, read.error().detail.c_str());
    }
};

QTEST_APPLESS_MAIN(TestCoverage)
#include "tst_coverage.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown and the summary: what they must say, and that names of the repository stay text.
#include "core/base/text.h"
#include "core/report/escape.h"
#include "core/report/markdown.h"
#include "core/report/plan_words.h"
#include "core/report/wording.h"
#include "tests/support/sample_assessment.h"
#include <QRegularExpression>
#include <QtTest>

using namespace ferroscope;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// Lines outside of code spans, for what must not be there.
QString withoutCode(const std::string& markdown)
{
    QString text = QString::fromStdString(markdown);
    return text.remove(QRegularExpression(QStringLiteral("(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)")));
}

} // namespace

class TestText : public QObject {
    Q_OBJECT

    const Assessment m_assessment = sample::assessment();

private slots:
    void summarySaysWhatMatters()
    {
        const std::string text = report::toSummary(m_assessment);
        QVERIFY(text.starts_with(m_assessment.recommendation.sentence));
        for (const char* part : { "3 keep-python", "1 data-pipeline", "C1   Route planning", "21–27–29", "9–15–30", "extract-module",
                 sample::kRoutes, "and 1 more candidate", "Tariff and planning", "C1, C2", "4 pieces of work", "2 files were skipped",
                 "1.6–2.7–5.4 weeks, 2025-03-06 to 2025-03-25, 2025-04-17 at the latest",
                 "1 file has places that could not be parsed", "301 of 1,204 calls (25 %)", "All times are estimated" })
            QVERIFY2(has(text, part), part);
    }

    void summaryFitsTheTerminal()
    {
        Assessment wide = m_assessment;
        wide.candidates[0].title = std::string(300, 'w');
        wide.candidates[0].modules.assign(40, std::string(250, 'p') + "/end.py");
        wide.waves[1].candidates.assign(60, "C1");
        wide.recommendation.reasons = { std::string(900, 'r'), "a b", "third" };
        const std::string text = report::toSummary(wide);
        const auto lines = split(text, '\n');
        QVERIFY(lines.size() <= 45);
        for (const std::string_view line : lines)
            QVERIFY2(report::columnCount(line) <= 100, std::string(line).c_str());
        QVERIFY(has(text, "end.py and 39 other modules"));
    }

    void summaryKeepsTheTerminalSafe()
    {
        Assessment hostile = m_assessment;
        hostile.projectName = "x\x1B]0;owned\x07\n\xC2\x9B";
        hostile.candidates[0].title = "\xE2\x80\xAE" "evil\x1B[31m";
        const std::string text = report::toSummary(hostile);
        QVERIFY(!has(text, "\x1B"));
        QVERIFY(!has(text, "\x07"));
        QVERIFY(!has(text, "\xC2\x9B"));
        QVERIFY(!has(text, "\xE2\x80\xAE"));
    }

    void summaryOfNothingToMove()
    {
        Assessment stays = m_assessment;
        stays.recommendation.sentence = "Leave it in Python: it waits for the database.";
        stays.candidates.clear();
        stays.waves.clear();
        const std::string text = report::toSummary(stays);
        QVERIFY(has(text, "Nothing is proposed to move to Rust."));
        QVERIFY(!has(text, "Roadmap"));
        for (const char* banned : { "low score", "fails", "not yet" })
            QVERIFY2(!has(text, banned), banned);
    }

    void markdownSaysWhatMatters()
    {
        const std::string text = report::toMarkdown(m_assessment);
        for (const char* part : { "# freightline", "**Start with route planning", "| C1 | Route planning | extract-module | 21–**27**–29 |",
                 "`src/freight/planning/routes.py:57`", "## Roadmap", "### Wave 0: Prepare", "| fix-in-python | 1 |", "## Leave it in Python",
                 "## Limits", "? unknown", "| `src/freight/planning/routes.py` | extract-module |" })
            QVERIFY2(has(text, part), part);
        QVERIFY(!has(text, "tests/test_routes.py` |")); // not judged, not listed
    }

    void markdownOfThePlan()
    {
        const std::string text = report::toMarkdown(m_assessment);
        for (const char* part : { "1.6\u20132.7\u20135.4 weeks, 2025-03-06 to 2025-03-25 (2025-03-17 at the earliest, 2025-04-17 at the latest)", "Go on or stop: Go on if the run is shorter", "Way back: C1 and C2: the Python version stays",
                 "Wheels to build, as far as the manifests say it: CPython 3.10 to 3.13, Linux x86-64", "What the plan a person made breaks:\n- C6 needs C1",
                 "## Risk register", "| R3 | No test was found for freight.edi.reader", "| Performance engineer | all |", "## Money",
                 "| Cost of the plan | 25,920\u201343,920\u201392,340 EUR |", "| Payback | 2.7\u20135.5 years, never at the low end of the saving |",
                 "| Cost of doing nothing for 3 years |", "To keep in mind for a faithful port:", "`src/freight/planning/window.py:31` Subclasses: Stop of",
                 "Cheaper than Rust, where it would do:\n- mypyc: 92 %", "Criticality for the business: high.", "## Contexts", "| billing | 4 | 71 | 3 | 2 | 2 | 75 |",
                 "## Import cycles", "1 cycle holds 2 modules", "Import Contract inside the 2 functions", "| A person decided so | 1 |" })
            QVERIFY2(has(text, part), part);
        const std::string stop = "Go on if the run is shorter by 5 % from this wave alone";
        std::size_t times = 0;
        for (std::size_t at = text.find(stop); at != std::string::npos; at = text.find(stop, at + 1))
            ++times;
        QCOMPARE(times, m_assessment.waves.size()); // not once more among the exit criteria
    }

    void markdownSaysWhatWasNotGiven()
    {
        Assessment plain = m_assessment;
        plain.money.reset();
        for (Wave& wave : plain.waves)
            wave.dates = {};
        const std::string noStart = report::toMarkdown(plain);
        QVERIFY(has(noStart, "Not given: a day rate and what the machines cost a year"));
        QVERIFY(has(noStart, "Not given: the day the plan starts"));
        for (Wave& wave : plain.waves)
            wave.weeks = {};
        QVERIFY(has(report::toMarkdown(plain), "Not given: how many developers do it"));
        QVERIFY(!has(report::toSummary(plain), "weeks"));
    }

    void leftByReason_data()
    {
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* verdict, const char* why, const char* reason) {
            QTest::newRow(name) << QString::fromLatin1(verdict) << QString::fromLatin1(why) << QString::fromLatin1(reason);
        };
        row("cold", "keep-python", "An estimated 0.1 % of the interpreted time: too cold to pay for a move.", "Too cold to pay for a move");
        row("waits", "keep-python", "It mostly waits for I/O; Rust would wait just as long.", "It mostly waits; Rust would wait as long");
        row("glue", "keep-python", "Glue and definitions: hardly any work is done here in Python.", "Glue and definitions, hardly any work");
        row("no cut", "keep-python", "3 % of the interpreted time, but no cut around it saves more than it costs.", "No cut around it saves more than it costs");
        row("a rule", "keep-python", "pyplot.plot draws (line 3)", "What it is for belongs in Python");
        row("native", "already-native", "Most of its time is spent inside native packages it calls, not in Python.", "Its time is spent in native code already");
        row("by hand", "keep-python", "Set by hand: too cold to pay for a move", "A person decided so");
        row("blocked", "type-first", "Untyped", "Type first before anything else");
    }

    void leftByReason()
    {
        QFETCH(QString, verdict);
        QFETCH(QString, why);
        QFETCH(QString, reason);
        Assessment a;
        const Verdict id = verdictFromId(verdict.toStdString()).value();
        a.leftInPython = { { "a.py", id, why.toStdString() }, { "b.py", id, why.toStdString() } };
        const auto reasons = report::leftByReason(a);
        QCOMPARE(reasons.size(), 1U);
        QCOMPARE(QString::fromStdString(reasons[0].reason), reason);
        QCOMPARE(reasons[0].modules, 2U);
    }

    void markdownTablesKeepTheirColumns()
    {
        const QString text = QString::fromStdString(report::toMarkdown(m_assessment));
        int columns = 0;
        for (const QString& line : text.split(QLatin1Char('\n'))) {
            if (!line.startsWith(QLatin1Char('|'))) {
                columns = 0;
                continue;
            }
            const int here = int(line.count(QRegularExpression(QStringLiteral("(?<!\\\\)\\|"))));
            if (columns == 0)
                columns = here;
            QVERIFY2(here == columns, qPrintable(line));
        }
    }

    void markdownOfHostileNames()
    {
        Assessment hostile = m_assessment;
        hostile.candidates[0].title = "[x](http://evil) <img src=x onerror=alert(1)> `a` **b** | c\n# heading";
        hostile.recommendation.reasons = { "1. first", "- second", "# third", "www.evil.example and @team" };
        const QString text = withoutCode(report::toMarkdown(hostile));
        for (const char* part : { "<img", "<script", "<b>", "x](http", "://", "\n# heading", "www.evil", "@team", "- 1. first" })
            QVERIFY2(!text.contains(QLatin1String(part)), part);
        QVERIFY(text.contains(QLatin1String("&lt;img")));
    }

    void code_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("span");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << QByteArray("a.py") << QByteArray("`a.py`") << QByteArray("`a.py`");
        QTest::newRow("backtick") << QByteArray("a`b") << QByteArray("`` a`b ``") << QByteArray("`` a`b ``");
        QTest::newRow("more") << QByteArray("`a``") << QByteArray("``` `a`` ```") << QByteArray("``` `a`` ```");
        QTest::newRow("pipe") << QByteArray("a|b") << QByteArray("`a|b`") << QByteArray("`a\\|b`");
        QTest::newRow("backslash and pipe") << QByteArray("a\\|b") << QByteArray("`a\\|b`") << QByteArray("a\\\\\\|b");
        QTest::newRow("line end") << QByteArray("a\nb") << QByteArray("`a b`") << QByteArray("`a b`");
        QTest::newRow("empty") << QByteArray("") << QByteArray("`  `") << QByteArray("`  `");
    }

    void code()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, span);
        QFETCH(QByteArray, cell);
        QCOMPARE(QByteArray::fromStdString(report::markdownCode(text.toStdString())), span);
        QCOMPARE(QByteArray::fromStdString(report::markdownCodeInTable(text.toStdString())), cell);
    }

    void ranges_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("likely");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole") << 1.0 << 2.0 << 3.0 << QStringLiteral("1–2–3");
        QTest::newRow("one decimal") << 0.24 << 0.5 << 12.0 << QStringLiteral("0.2–0.5–12.0");
        QTest::newRow("from ten on") << 9.4 << 10.2 << 12.7 << QStringLiteral("9–10–13");
        QTest::newRow("thousands") << 900.0 << 1200.0 << 2345.0 << QStringLiteral("900–1,200–2,345");
        QTest::newRow("loss") << -2.5 << -1.0 << 0.5 << QStringLiteral("−2.5–−1.0–0.5");
        QTest::newRow("nothing") << 0.0 << 0.0 << 0.0 << QStringLiteral("0–0–0");
    }

    void ranges()
    {
        QFETCH(double, low);
        QFETCH(double, likely);
        QFETCH(double, high);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(report::rangeText({ low, likely, high })), text);
    }

    void evidenceIsNamed()
    {
        Assessment mixed = m_assessment;
        QVERIFY(has(report::evidenceSentence(mixed), "estimated"));
        mixed.modules[0].heat.source = HeatSource::Measured;
        QCOMPARE(report::evidenceSentence(mixed),
            std::string("The times of 1 module are measured, those of the other 13 are estimated from the code."));
        for (AssessedModule& module : mixed.modules)
            module.heat.source = HeatSource::Measured;
        QVERIFY(report::evidenceSentence(mixed).starts_with("The times are measured"));
    }

    void shortened()
    {
        QCOMPARE(report::shortened("abc", 3), std::string("abc"));
        QCOMPARE(report::shortened("abcdefgh", 5), std::string("ab…gh"));
        QCOMPARE(report::columnCount(report::shortened(std::string("\xC3\xB6\xC3\xB6\xC3\xB6\xC3\xB6\xC3\xB6\xC3\xB6"), 4)), std::size_t(4));
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"

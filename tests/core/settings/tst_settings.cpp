// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: what was written reads back equal, and what is wrong is named.
#include "core/settings/settings.h"

#include <QtTest>

using namespace ferroscope;
using namespace ferroscope::settings;

class TestSettings : public QObject {
    Q_OBJECT
private slots:
    void everythingReadsBack();
    void nothingIsEmpty();
    void everyNumberCanBeSet();
    void wrongFiles_data();
    void wrongFiles();
};

void TestSettings::everythingReadsBack()
{
    Settings made;
    made.excludes = { "legacy/", "!keep \"this\"", "\\#odd" };
    made.roots = { "lib", "" "src/python" };
    made.roles = { { "tools/**", "example" }, { "*.gen.py", "generated" } };
    made.weights = { { CriterionId::CpuBound, 2.5 }, { CriterionId::StartSmall, 0 } };
    made.unitCosts = { { "person_days_per_kloc", 30 }, { "baseline_days", 0.1 } };
    made.thresholds = { { "most_candidates", 7 } };
    made.survey = { { "team-size", 4.0 }, { "goal", std::string("latency") }, { "rust_known", true } };
    made.overrides = { { "shop/core.py", Verdict::KeepPython, "the owner leaves\nnext month" }, { "shop.api", Verdict::Service, "agreed" } };
    const std::string text = writeSettings(made);
    const auto back = readSettings(text, "ferroscope.toml");
    QVERIFY2(back.has_value(), back ? "" : back.error().detail.c_str());
    QVERIFY2(*back == made, text.c_str());
    QVERIFY(!back->isEmpty());
    QCOMPARE(QByteArray::fromStdString(writeSettings(*back)), QByteArray::fromStdString(text));
}

void TestSettings::nothingIsEmpty()
{
    const auto none = readSettings("# only a comment\n", "x");
    QVERIFY(none.has_value());
    QVERIFY(none->isEmpty());
    QVERIFY(readSettings(writeSettings({}), "x").value_or(Settings { { "x" }, {}, {}, {}, {}, {}, {}, {} }).isEmpty());
}

void TestSettings::everyNumberCanBeSet()
{
    for (const auto& [table, names] : { std::pair { "unit_costs", &unitCostNames() }, std::pair { "thresholds", &thresholdNames() } }) {
        for (const NumberName& name : *names) {
            for (const double value : { name.least, name.most }) {
                const std::string text = std::string("[") + table + "]\n" + std::string(name.name) + " = " + std::to_string(value) + "\n";
                const auto read = readSettings(text, "x");
                QVERIFY2(read.has_value(), text.c_str());
                const Numbers& numbers = std::string_view(table) == "thresholds" ? read->thresholds : read->unitCosts;
                QCOMPARE(numbers.at(std::string(name.name)), value);
            }
            QVERIFY(!readSettings(std::string("[") + table + "]\n" + std::string(name.name) + " = " + std::to_string(name.most * 2 + 1) + "\n", "x"));
        }
    }
}

void TestSettings::wrongFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) { QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected); };
    row("unknown key", "\nexlcudes = []\n", "line 2: the file has no 'exlcudes'; the nearest that it has is 'excludes'");
    row("unknown table", "[unit-costs]\n", "line 1: the file has no 'unit-costs'; the nearest that it has is 'unit_costs'");
    row("unknown criterion", "[weights]\ncpu_bound = 1\n", "line 2: weights has no 'cpu_bound'; the nearest that it has is 'cpu-bound'");
    row("unknown cost", "[unit_costs]\nbaseline = 1\n", "the nearest that it has is 'baseline_days'");
    row("unknown threshold", "[thresholds]\nleast_gains = 0.1\n", "the nearest that it has is 'least_gain'");
    row("unknown role", "[[roles]]\npattern = 'a'\nrole = 'tests'\n", "line 3: there is no role 'tests'; the nearest is 'test'");
    row("unknown verdict", "[[overrides]]\nmodule = 'a'\nverdict = 'keep'\nreason = 'x'\n", "line 3: there is no verdict 'keep'; the nearest is");
    row("unknown key of an override", "[[overrides]]\nmodul = 'a'\n", "an entry of overrides has no 'modul'; the nearest that it has is 'module'");
    row("no reason", "[[overrides]]\nmodule = 'a'\nverdict = 'keep-python'\n", "line 1: an entry of overrides needs 'reason'");
    row("empty reason", "[[overrides]]\nmodule = 'a'\nverdict = 'keep-python'\nreason = ''\n", "reason must be a text that is not empty");
    row("overridden twice", "[[overrides]]\nmodule='a'\nverdict='cli'\nreason='x'\n[[overrides]]\nmodule='a'\nverdict='cli'\nreason='y'\n", "'a' is overridden twice");
    row("negative weight", "[weights]\ncpu-bound = -1\n", "weights.cpu-bound must be a number from 0 to 1000");
    row("no weight at all", "[weights]\ncpu-bound=0\nio-and-async=0\nboundary-crossings=0\n", "at least one of the value criteria needs a weight above 0");
    row("not a number", "[unit_costs]\nlow_factor = 'x'\n", "unit_costs.low_factor must be a number from 0 to 1");
    row("nan", "[unit_costs]\nlow_factor = nan\n", "must be a number");
    row("a flag is no number", "[unit_costs]\nlow_factor = true\n", "must be a number");
    row("not a list", "excludes = 'x'\n", "excludes must be a list");
    row("not texts", "excludes = [1]\n", "excludes must hold texts");
    row("not a table", "weights = 1\n", "weights must be a table");
    row("roles as a table", "[roles]\n'a' = 'test'\n", "roles must be a list");
    row("a question is no word", "[survey]\n'Team size?' = 3\n", "'Team size?' is no id of a question");
    row("an answer is a list", "[survey]\nteam = []\n", "survey.team must be a number");
    row("no TOML", "excludes = [\n", "not valid TOML in line");
}

void TestSettings::wrongFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto read = readSettings(text.toStdString(), "conf/x.toml");
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QCOMPARE(read.error().path, std::string("conf/x.toml"));
    const QString detail = QString::fromStdString(read.error().detail);
    QVERIFY2(detail.contains(expected), qPrintable(detail));
}

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: what was written reads back equal, and what is wrong is named.
#include "core/assessment/risk_kinds.h"
#include "core/settings/settings.h"

#include <QtTest>

using namespace ferroscope;
using namespace ferroscope::settings;

class TestSettings : public QObject {
    Q_OBJECT
private slots:
    void everythingReadsBack();
    void nothingIsEmpty();
    void aDayNeedsNoQuotes();
    void anOwnerForEveryRisk();
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
    made.terms = { "2026-12-01", 2.5, 0.8, "some", 0.0 };
    made.groups = { { "Parsing \"fast\"", { "shop/parse.py:Scanner.next", "shop/lex.py:lex" } }, { "", { "shop/odd%20name.py:f" } } };
    made.waves = { { "shop/parse.py:Scanner.next", 99 }, { "shop/price.py:total", 1 } };
    made.sides = { { "shop/price.py:total", true, "" }, { "shop/api.py:serve", false, "it talks\nto the bank" } };
    made.money = { "€", 950.5, 0.0, -0.1, 5.0 };
    made.criticality = { { "shop/**", "high" }, { "tools/", "low" }, { "*", "normal" } };
    made.riskOwners = { { "untested", "Ada L." }, { "ramp-up", "Head of engineering" } };
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
    QVERIFY(readSettings(writeSettings({}), "x").value_or(Settings { { "x" }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {} }).isEmpty());
}

void TestSettings::aDayNeedsNoQuotes()
{
    const auto read = readSettings("[plan]\nstart = 2028-02-29\n", "x");
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(read->terms.start, std::string("2028-02-29"));
    QVERIFY(!read->terms.developers && !read->terms.focus && !read->terms.rampUpWeeks);
}

void TestSettings::anOwnerForEveryRisk()
{
    QVERIFY(riskKinds().size() > 10);
    for (const std::string_view kind : riskKinds()) {
        const auto read = readSettings("[[risk_owners]]\nrisk = '" + std::string(kind) + "'\nowner = 'Ada'\n", "x");
        QVERIFY2(read.has_value(), std::string(kind).c_str());
        QCOMPARE(read->riskOwners.at(0).risk, std::string(kind));
        QVERIFY(!defaultRiskOwner(kind).empty());
    }
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
    row("unknown key of the plan", "[plan]\ndeveloper = 2\n", "line 2: plan has no 'developer'; the nearest that it has is 'developers'");
    row("no day", "[plan]\nstart = '1.12.2026'\n", "line 2: plan.start must be a day such as \"2026-12-01\"");
    row("a day that is not", "[plan]\nstart = '2027-02-29'\n", "plan.start must be a day");
    row("a time is no day", "[plan]\nstart = 2026-12-01T10:00:00\n", "plan.start must be a day");
    row("nobody", "[plan]\ndevelopers = 0\n", "plan.developers must be a number from 0.1 to 1000");
    row("no focus", "[plan]\nfocus = 0\n", "plan.focus must be a number from 0.01 to 1");
    row("too much focus", "[plan]\nfocus = 1.1\n", "plan.focus must be a number from 0.01 to 1");
    row("unknown experience", "[plan]\nrust_experience = 'fluid'\n", "line 2: there is no rust_experience 'fluid'; the nearest is 'fluent'");
    row("negative ramp-up", "[plan]\nramp_up_weeks = -1\n", "plan.ramp_up_weeks must be a number from 0 to 520");
    row("unknown key of a group", "[[plan.groups]]\nunit = ['a:f']\n", "an entry of plan.groups has no 'unit'; the nearest that it has is 'units'");
    row("a group without units", "[[plan.groups]]\ntitle = 'x'\n", "line 1: an entry of plan.groups needs 'units'");
    row("an empty group", "[[plan.groups]]\nunits = []\n", "line 2: units must name at least one");
    row("a title of two lines", "[[plan.groups]]\ntitle = \"a\\nb\"\nunits = ['a:f']\n", "title must be one line");
    row("in two groups", "[[plan.groups]]\nunits = ['a:f']\n[[plan.groups]]\nunits = ['a:g', 'a:f']\n", "line 4: 'a:f' is in two groups");
    row("wave 0", "[[plan.waves]]\nunit = 'a:f'\nwave = 0\n", "plan.waves.wave must be a number from 1 to 99");
    row("wave 100", "[[plan.waves]]\nunit = 'a:f'\nwave = 100\n", "plan.waves.wave must be a number from 1 to 99");
    row("half a wave", "[[plan.waves]]\nunit = 'a:f'\nwave = 1.5\n", "plan.waves.wave must be a whole number");
    row("no wave", "[[plan.waves]]\nunit = 'a:f'\n", "an entry of plan.waves needs 'wave'");
    row("two waves", "[[plan.waves]]\nunit='a:f'\nwave=1\n[[plan.waves]]\nunit='a:f'\nwave=2\n", "'a:f' is given two waves");
    row("unknown side", "[[plan.sides]]\nunit = 'a:f'\nside = 'Rust'\n", "there is no side 'Rust'; the nearest is 'rust'");
    row("two sides", "[[plan.sides]]\nunit='a:f'\nside='rust'\n[[plan.sides]]\nunit='a:f'\nside='rust'\n", "'a:f' is given two sides");
    row("a reason that is none", "[[plan.sides]]\nunit='a:f'\nside='rust'\nreason=1\n", "line 4: reason must be a text");
    row("unknown key of money", "[money]\ndayrate = 800\n", "money has no 'dayrate'; the nearest that it has is 'day_rate'");
    row("negative rate", "[money]\nday_rate = -1\n", "money.day_rate must be a number from 0 to 1e+06");
    row("shrinks to nothing", "[money]\ngrowth_per_year = -1\n", "money.growth_per_year must be a number from -0.99 to 10");
    row("no horizon", "[money]\nhorizon_years = 0\n", "money.horizon_years must be a number from 0.5 to 30");
    row("a currency like a sentence", "[money]\ncurrency = 'Euro or so'\n", "money.currency must be a code or a sign");
    row("unknown level", "[[criticality]]\npattern = '*'\nlevel = 'hi'\n", "there is no level 'hi'; the nearest is 'high'");
    row("no pattern", "[[criticality]]\nlevel = 'high'\n", "an entry of criticality needs 'pattern'");
    row("unknown risk", "[[risk_owners]]\nrisk = 'untestet'\nowner = 'x'\n", "there is no risk 'untestet'; the nearest is 'untested'");
    row("no owner", "[[risk_owners]]\nrisk = 'untested'\n", "an entry of risk_owners needs 'owner'");
    row("two owners", "[[risk_owners]]\nrisk='loss'\nowner='a'\n[[risk_owners]]\nrisk='loss'\nowner='b'\n", "'loss' is given two owners");
    row("groups as a table", "[plan.groups]\nunits = ['a:f']\n", "plan.groups must be a list");
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

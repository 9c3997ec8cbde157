// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/json_stream.h"
#include "core/report/json_writer.h"
#include "tests/support/sample_assessment.h"
#include "tests/support/schema_validator.h"
#include <QFile>
#include <QtTest>
#include <cmath>
#include <limits>

using namespace ferroscope;
using Json = nlohmann::ordered_json;

namespace {

Json schema()
{
    QFile file(QStringLiteral(FERROSCOPE_SOURCE_DIR "/resources/schema/assessment-1.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no schema");
    return Json::parse(file.readAll().toStdString());
}

std::string keysOf(const Json& object)
{
    std::string keys;
    for (const auto& [key, unused] : object.items())
        keys += (keys.empty() ? "" : " ") + key;
    return keys;
}

std::string written(const std::function<void(report::JsonStream&)>& write)
{
    std::string out;
    const report::ByteSink sink = [&out](std::string_view bytes) { out += bytes; };
    {
        report::JsonStream stream(sink);
        write(stream);
    }
    out.pop_back(); // the line end of the document
    return out;
}

} // namespace

class TestJson : public QObject {
    Q_OBJECT

    const Assessment m_assessment = sample::assessment();
    const Json m_json = Json::parse(report::toJson(m_assessment));

private slots:
    void followsTheSchema_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("everything") << QString::fromStdString(report::toJson(m_assessment));
        Assessment measured = m_assessment;
        measured.candidates[0].predictedSeconds = Range { 10, 12.5, 20 };
        measured.modules[0].functions.edit().push_back({});
        measured.modules[0].functions.edit()[0].kind = "function";
        measured.modules[0].functions.edit()[0].covered = 0.5;
        QTest::newRow("measured") << QString::fromStdString(report::toJson(measured));
        Assessment empty;
        empty.recommendation.certainty = "low";
        QTest::newRow("empty") << QString::fromStdString(report::toJson(empty));
    }

    void followsTheSchema()
    {
        QFETCH(QString, text);
        tests::SchemaValidator validator(schema());
        const std::vector<std::string> problems = validator.problems(Json::parse(text.toStdString()));
        for (const std::string& problem : problems)
            qWarning("%s", problem.c_str());
        QVERIFY(problems.empty());
    }

    void validatorFindsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::newRow("type") << "/totals/modules" << "\"14\"";
        QTest::newRow("null") << "/totals/readiness/likely" << "null";
        QTest::newRow("enum") << "/modules/0/verdict/id" << "\"rewrite\"";
        QTest::newRow("strategy is no blocker") << "/candidates/0/strategy" << "\"type-first\"";
        QTest::newRow("minimum") << "/coverage/calls_total" << "-1";
        QTest::newRow("maximum") << "/modules/1/criteria/cpu-bound/high" << "101";
        QTest::newRow("required") << "/modules/1/criteria" << "{}";
        QTest::newRow("hazard of no kind") << "/candidates/0/hazards/0/kind" << "\"surprise\"";
        QTest::newRow("level") << "/risks/0/likelihood" << "\"huge\"";
        QTest::newRow("criticality") << "/candidates/0/criticality" << "\"very\"";
        QTest::newRow("a cost below nothing") << "/money/cost/low" << "-1";
        QTest::newRow("half a wave") << "/risks/0/waves/0" << "1.5";
        QTest::newRow("in a list") << "/graph/cycles/0/0" << "7";
    }

    void validatorFindsWhatIsWrong()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        Json changed = m_json;
        changed[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
        QVERIFY(!tests::SchemaValidator(schema()).problems(changed).empty());
    }

    // The order of the contract; the names after a "+" were added at the end since.
    void keyOrder_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("keys");
        QTest::newRow("root") << "" << "schema tool project recommendation coverage totals modules graph findings candidates "
                                      "roadmap dependencies toolchain survey sensitivity + native_modules risks money";
        QTest::newRow("tool") << "/tool" << "name version rules knowledge_date";
        QTest::newRow("project") << "/project" << "name commit dirty settings_hash profile_hash repo_config";
        QTest::newRow("recommendation") << "/recommendation" << "sentence reasons certainty raises_certainty";
        QTest::newRow("coverage") << "/coverage" << "files_found files_parsed files_with_errors skipped imports_unresolved calls_total "
                                                    "calls_resolved dynamic_imports profile + problems tests";
        QTest::newRow("skipped") << "/coverage/skipped/0" << "path reason";
        QTest::newRow("totals") << "/totals" << "modules packages lines logical_lines functions classes async_functions hints readiness verdicts";
        QTest::newRow("lines") << "/totals/lines" << "physical code doc comment blank";
        QTest::newRow("hints") << "/totals/hints" << "slots annotated any loose exact coverage";
        QTest::newRow("verdicts") << "/totals/verdicts" << "keep-python already-native fix-in-python refactor-first type-first profile-first "
                                                           "extract-pyo3 extract-module worker service cli data-pipeline";
        QTest::newRow("module") << "/modules/1" << "id path name role package lines logical_lines hints context wave fan_in fan_out cycle "
                                                   "churn tests functions classes imports async io ffi criteria value ease readiness verdict + heat";
        QTest::newRow("function") << "/modules/1/functions/0" << "name line end_line kind is_async awaits cc_radon cc_c901 cognitive "
                                                                 "loop_depth covered hints heat";
        QTest::newRow("heat") << "/modules/1/functions/0/heat" << "source interpreted native waiting calls";
        QTest::newRow("class") << "/modules/1/classes/0" << "name line end_line bases methods";
        QTest::newRow("import") << "/modules/1/imports/0" << "target line internal flags";
        QTest::newRow("async") << "/modules/1/async" << "functions awaits blocking_calls";
        QTest::newRow("io") << "/modules/1/io" << "calls";
        QTest::newRow("criteria") << "/modules/1/criteria" << "cpu-bound io-and-async boundary-crossings bounded-context type-clarity "
                                                              "portability ecosystem safety-net start-small";
        QTest::newRow("criterion") << "/modules/1/criteria/cpu-bound" << "value low high weight contribution why";
        QTest::newRow("range") << "/modules/1/readiness" << "low likely high";
        QTest::newRow("verdict") << "/modules/1/verdict" << "id runner_up reasons vetoes alternatives override";
        QTest::newRow("graph") << "/graph" << "imports calls cycles cuts contexts";
        QTest::newRow("import link") << "/graph/imports/0" << "from to line flags + defined_in";
        QTest::newRow("call link") << "/graph/calls/0" << "from to line weight certainty";
        QTest::newRow("cut") << "/graph/cuts/0" << "from to + line kind names users exact sentence";
        QTest::newRow("context") << "/graph/contexts/0" << "id name modules cohesion in out + description users uses interface_size interface typed_share data shared_state";
        QTest::newRow("interface") << "/graph/contexts/0/interface/0" << "name kind signature importers callers slots annotated";
        QTest::newRow("data flow") << "/graph/contexts/0/data/0" << "type direction calls";
        QTest::newRow("finding") << "/findings/0" << "rule path line end_line function message effect";
        QTest::newRow("candidate") << "/candidates/0" << "id title units modules strategy predicted_seconds value effort gain crossings "
                                                         "risks counterfactuals + hazards alternatives criticality anchor is_by_hand";
        QTest::newRow("hazard") << "/candidates/0/hazards/0" << "kind sentence path line";
        QTest::newRow("effort") << "/candidates/0/effort" << "low likely high person_days";
        QTest::newRow("gain") << "/candidates/0/gain" << "low likely high share";
        QTest::newRow("crossing") << "/candidates/0/crossings/0" << "from to calls elements cost source + kind calls_range elements_range cost_range";
        QTest::newRow("roadmap") << "/roadmap" << "waves left_in_python + plan_warnings platforms";
        QTest::newRow("wave") << "/roadmap/waves/0" << "number title candidates prerequisites effort gain crossings exit_criteria measure + work rollback stop_rule weeks dates";
        QTest::newRow("dates") << "/roadmap/waves/0/dates" << "start end_low end_likely end_high";
        QTest::newRow("risk") << "/risks/0" << "id kind risk likelihood impact sign answer owner candidates waves";
        QTest::newRow("money") << "/money" << "currency cost saving_per_year payback_years cost_of_doing_nothing horizon_years assumptions";
        QTest::newRow("left") << "/roadmap/left_in_python/0" << "module verdict + why";
        QTest::newRow("package") << "/dependencies/1" << "name requirement modules status crates note + declared_in locked";
        QTest::newRow("crate") << "/dependencies/1/crates/0" << "name note";
        QTest::newRow("survey") << "/survey" << "answers prefilled unanswered";
        QTest::newRow("sensitivity") << "/sensitivity/top/0" << "candidate stable_share";
    }

    void keyOrder()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, keys);
        keys.remove(QStringLiteral("+ "));
        QCOMPARE(QString::fromStdString(keysOf(m_json.at(Json::json_pointer(pointer.toStdString())))), keys);
    }

    void valuesArrive()
    {
        QCOMPARE(m_json["modules"].size(), m_assessment.modules.size());
        const Json& routes = *std::find_if(m_json["modules"].begin(), m_json["modules"].end(),
            [](const Json& module) { return module["path"] == sample::kRoutes; });
        QCOMPARE(routes["verdict"]["id"].get<std::string>(), std::string("extract-module"));
        QCOMPARE(routes["wave"].get<int>(), 1);
        QCOMPARE(routes["functions"][0]["heat"]["source"].get<std::string>(), std::string("estimated"));
        double sum = 0;
        for (const auto& [id, criterion] : routes["criteria"].items())
            sum += criterion["contribution"].get<double>();
        QVERIFY(std::abs(sum - routes["readiness"]["likely"].get<double>()) < 1e-5);
        QCOMPARE(m_json["totals"]["verdicts"]["keep-python"].get<int>(), 3);
        QCOMPARE(m_json["candidates"][0]["effort"]["person_days"].get<double>(), 15.0);
        QCOMPARE(m_json["roadmap"]["waves"][1]["crossings"].get<double>(), 113700.5);
        QCOMPARE(m_json["roadmap"]["waves"][1]["dates"]["end_high"].get<std::string>(), std::string("2025-04-17"));
        QCOMPARE(m_json["roadmap"]["waves"][1]["weeks"]["likely"].get<double>(), 2.7);
        QCOMPARE(m_json["risks"][0]["waves"], Json::parse("[2]"));
        QCOMPARE(m_json["money"]["payback_years"]["high"].get<int>(), 1000);
        QCOMPARE(m_json["candidates"][0]["hazards"][1]["line"].get<int>(), 31);
        QVERIFY(m_json["candidates"][1]["is_by_hand"].get<bool>());
    }

    void unknownIsNull()
    {
        const Json& safetyNet = m_json["modules"][1]["criteria"]["safety-net"];
        QVERIFY(safetyNet["value"].is_null());
        QCOMPARE(safetyNet["high"].get<int>(), 100);
        const Json& test = *std::find_if(m_json["modules"].begin(), m_json["modules"].end(),
            [](const Json& module) { return module["role"] == "test"; });
        QVERIFY(test["readiness"]["likely"].is_null());
        QVERIFY(test["verdict"]["id"].is_null());
        QVERIFY(test["functions"][0]["heat"]["interpreted"]["likely"].is_null());
        QVERIFY(test["churn"].is_null());
        QVERIFY(m_json["project"]["profile_hash"].is_null());
        QVERIFY(m_json["candidates"][0]["predicted_seconds"].is_null());
        QVERIFY(m_json["totals"]["hints"]["coverage"].is_number());
        Assessment plain = m_assessment;
        plain.money.reset();
        for (Wave& wave : plain.waves) {
            wave.weeks = {};
            wave.dates = {};
        }
        plain.candidates[0].criticality.clear();
        const Json json = Json::parse(report::toJson(plain));
        QVERIFY(json["money"].is_null());
        QVERIFY(json["roadmap"]["waves"][1]["weeks"].is_null() && json["roadmap"]["waves"][1]["dates"].is_null());
        QVERIFY(json["candidates"][0]["criticality"].is_null());
    }

    void sameBytesEveryTime()
    {
        const std::string text = report::toJson(m_assessment);
        QCOMPARE(report::toJson(sample::assessment()), text);
        QVERIFY(text.find('\r') == std::string::npos);
        QVERIFY(text.ends_with("}\n"));
    }

    void piecesAddUp()
    {
        Assessment large = m_assessment;
        for (int at = 0; at < 200; ++at)
            large.modules.push_back(large.modules[std::size_t(at) % 14]);
        std::size_t pieces = 0;
        std::string joined;
        report::writeJson(large, [&](std::string_view bytes) {
            ++pieces;
            joined += bytes;
        });
        QVERIFY(pieces > 5);
        QCOMPARE(joined, report::toJson(large));
        QVERIFY(Json::accept(joined));
    }

    void numbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("zero") << 0.0 << QByteArray("0");
        QTest::newRow("minus zero") << -0.0 << QByteArray("0");
        QTest::newRow("whole") << 1234567.0 << QByteArray("1234567");
        QTest::newRow("half") << 0.5 << QByteArray("0.5");
        QTest::newRow("third") << 1.0 / 3 << QByteArray("0.333333");
        QTest::newRow("sum with noise") << 0.1 + 0.2 << QByteArray("0.3");
        QTest::newRow("six decimals") << 65.0435204321 << QByteArray("65.04352");
        QTest::newRow("rounded to whole") << 2.9999999999 << QByteArray("3");
        QTest::newRow("rounded up to one") << 0.99999999 << QByteArray("1");
        QTest::newRow("negative") << -12.25 << QByteArray("-12.25");
        QTest::newRow("small share") << 0.00012345678 << QByteArray("0.000123457");
        QTest::newRow("smaller share") << 1.2345678e-9 << QByteArray("1.23457e-09");
        QTest::newRow("large") << 98765432.1234567 << QByteArray("98765432.123457");
        QTest::newRow("very large") << 1.5e18 << QByteArray("1.5e+18");
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QByteArray("null");
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << QByteArray("null");
    }

    void numbers()
    {
        QFETCH(double, value);
        QFETCH(QByteArray, text);
        const std::string out = written([&](report::JsonStream& stream) { stream.number(value); });
        QCOMPARE(QByteArray::fromStdString(out), text);
        if (std::isfinite(value))
            QVERIFY(std::abs(Json::parse(out).get<double>() - value) <= 1e-6 * std::max(1.0, std::abs(value)));
    }

    void strings_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray("") << QByteArray("\"\"");
        QTest::newRow("quotes") << QByteArray("a\"b\\c") << QByteArray("\"a\\\"b\\\\c\"");
        QTest::newRow("controls") << QByteArray("\n\t\r\x01\x1F\x7F") << QByteArray("\"\\n\\t\\r\\u0001\\u001f\\u007f\"");
        QTest::newRow("nul") << QByteArray("a\0b", 3) << QByteArray("\"a\\u0000b\"");
        QTest::newRow("utf-8") << QByteArray("gr\xC3\xB6\xC3\x9F\x65 \xF0\x9F\xA6\x80") << QByteArray("\"gr\xC3\xB6\xC3\x9F\x65 \xF0\x9F\xA6\x80\"");
        QTest::newRow("not utf-8") << QByteArray("a\"\xFF\xC3\xB6") << QByteArray("\"a\\\"%FF\xC3\xB6\"");
    }

    void strings()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, text);
        const std::string out = written([&](report::JsonStream& stream) { stream.text(value.toStdString()); });
        QCOMPARE(QByteArray::fromStdString(out), text);
        QVERIFY(Json::accept(out));
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"

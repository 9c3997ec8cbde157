// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: the built program, its exit codes, what goes to stdout and what to stderr.
#include "tests/cli/cli_fixture.h"
#include "tests/support/schema_validator.h"
#include <QFile>
#include <QtTest>

using namespace ferroscope::tests;
using Json = nlohmann::ordered_json;

class TestCli : public QObject {
    Q_OBJECT

    CliFixture m_fixture;

    Run cli(const QStringList& arguments) { return m_fixture.run(arguments); }
    QString sample() const { return m_fixture.path("sample"); }
    static QStringList words(const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

private slots:
    void initTestCase() { m_fixture.writeSample(); }

    void usage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says"); // on stderr, on stdout if the code is 0
        QTest::newRow("help") << words("--help") << 0 << QStringLiteral("analyze");
        QTest::newRow("help of a command") << words("analyze --help") << 0 << QStringLiteral("--fail-under");
        QTest::newRow("version") << words("--version") << 0 << QStringLiteral("ferroscope-cli " FERROSCOPE_VERSION);
        QTest::newRow("nothing") << QStringList() << 2 << QStringLiteral("--help");
        QTest::newRow("unknown command") << words("dance") << 2 << QStringLiteral("--help");
        QTest::newRow("unknown option") << words("analyze . --fast") << 2 << QStringLiteral("--fast");
        QTest::newRow("no path") << words("analyze") << 2 << QStringLiteral("PATH");
        QTest::newRow("jobs 0") << words("analyze . --jobs 0") << 2 << QStringLiteral("--jobs");
        QTest::newRow("jobs text") << words("analyze . --jobs many") << 2 << QStringLiteral("--jobs");
        QTest::newRow("store and no cache") << words("analyze . --store x --no-cache") << 2 << QStringLiteral("--no-cache");
        QTest::newRow("unknown format") << words("analyze . --format xml") << 2 << QStringLiteral("xml");
        QTest::newRow("pdf without a place") << words("analyze . --format pdf") << 2 << QStringLiteral("-o FILE");
        QTest::newRow("gate without number") << words("analyze . --fail-under hints.coverage") << 2 << QStringLiteral("NAME=N");
        QTest::newRow("gate with text") << words("analyze . --fail-under hints.coverage=high") << 2 << QStringLiteral("high");
        QTest::newRow("gate with nan") << words("analyze . --fail-under hints.coverage=nan") << 2 << QStringLiteral("nan");
        QTest::newRow("unknown gate") << words("analyze . --fail-under quality=1") << 2 << QStringLiteral("quality");
        QTest::newRow("gate that is a list") << words("analyze . --fail-under skipped=1") << 2 << QStringLiteral("skipped");
        QTest::newRow("unknown rule") << words("rules XXX999") << 2 << QStringLiteral("XXX999");
    }

    void usage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Run run = cli(arguments);
        QCOMPARE(run.code, code);
        const QString& channel = code == 0 ? run.out : run.err;
        QVERIFY2(channel.contains(says), qPrintable(channel));
        QVERIFY((code == 0 ? run.err : run.out).isEmpty());
    }

    void notYet_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("names");
        for (const char* const option : { "--survey s.json" })
            QTest::newRow(option) << words("analyze .") + words(option) << words(option).first();
        for (const char* const format : { "html", "csv", "sarif", "odt" })
            QTest::newRow(format) << words("analyze . --format") + words(format) << QString::fromLatin1(format);
        QTest::newRow("by ending") << words("analyze . -o report.html") << QStringLiteral("html");
        QTest::newRow("compare") << words("compare a.json b.json --format md") << QStringLiteral("compare");
        QTest::newRow("scaffold") << words("scaffold . C1 -o out") << QStringLiteral("scaffold");
    }

    void notYet()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, names);
        const Run run = cli(arguments);
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains(names) && run.err.contains(QStringLiteral("this version yet"), Qt::CaseInsensitive), qPrintable(run.err));
        QVERIFY(run.out.isEmpty());
    }

    void badInput_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("says");
        m_fixture.write("text/readme.txt", "no code");
        m_fixture.write("text/data.csv", "1,2");
        m_fixture.makeFolder("empty");
        QTest::newRow("missing") << QStringLiteral("missing") << QStringLiteral("There is no ");
        QTest::newRow("a file") << QStringLiteral("sample/shop/model.py") << QStringLiteral("is no folder");
        QTest::newRow("empty") << QStringLiteral("empty") << QStringLiteral("There is no Python in ");
        QTest::newRow("no Python") << QStringLiteral("text") << QStringLiteral("There is no Python in ");
    }

    void badInput()
    {
        QFETCH(QString, path);
        QFETCH(QString, says);
        const QString full = m_fixture.path(path.toUtf8().constData());
        for (const char* const command : { "analyze", "explain" }) {
            const QStringList module = qstrcmp(command, "explain") == 0 ? QStringList { QStringLiteral("m.py") } : QStringList();
            const Run run = cli(QStringList { QString::fromLatin1(command), full } + module + words("--no-cache --quiet"));
            QCOMPARE(run.code, 3);
            QVERIFY(run.out.isEmpty());
            QVERIFY2(run.err.contains(says) && run.err.contains(full), qPrintable(run.err));
            QCOMPARE(run.err.count(QLatin1Char('\n')), 1);
        }
    }

    void summary()
    {
        const Run run = cli({ QStringLiteral("analyze"), sample() });
        QCOMPARE(run.code, 0);
        for (const char* const part : { "Verdicts", "Limits", "Readiness" })
            QVERIFY2(run.out.contains(QLatin1String(part)), part);
        QVERIFY(run.err.contains(QStringLiteral("Reading and parsing")));
        QVERIFY(!run.err.contains(QLatin1Char('\x1B'))); // no terminal, no redrawing
        QVERIFY(!run.out.contains(QLatin1Char('\x1B')));
        const Run quiet = cli({ QStringLiteral("analyze"), sample(), QStringLiteral("--quiet") });
        QCOMPARE(quiet.code, 0);
        QVERIFY2(quiet.err.isEmpty(), qPrintable(quiet.err));
        QCOMPARE(quiet.out, run.out);
    }

    void jsonFollowsTheSchema()
    {
        const Run run = cli({ QStringLiteral("analyze"), sample(), QStringLiteral("--format"), QStringLiteral("json") });
        QCOMPARE(run.code, 0);
        QFile schema(QStringLiteral(FERROSCOPE_SOURCE_DIR "/resources/schema/assessment-1.json"));
        QVERIFY(schema.open(QIODevice::ReadOnly));
        const Json json = Json::parse(run.out.toStdString(), nullptr, false);
        QVERIFY(json.is_object());
        for (const std::string& problem : SchemaValidator(Json::parse(schema.readAll().toStdString())).problems(json))
            QVERIFY2(false, problem.c_str());
        QCOMPARE(json["tool"]["version"].get<std::string>(), std::string(FERROSCOPE_VERSION));
        QVERIFY(json["modules"].size() >= 4);
        QVERIFY(!run.out.contains(m_fixture.path(""))); // no absolute paths
    }

    void sameBytesHoweverItRuns()
    {
        const QString store = m_fixture.path("same.sqlite");
        const QStringList base { QStringLiteral("analyze"), sample(), QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--quiet") };
        const Run one = cli(base + words("--no-cache --jobs 1"));
        QCOMPARE(one.code, 0);
        QCOMPARE(cli(base + words("--no-cache --jobs 2")).out, one.out);
        QCOMPARE(cli(base + QStringList { QStringLiteral("--store"), store }).out, one.out); // cold
        QCOMPARE(cli(base + QStringList { QStringLiteral("--store"), store, QStringLiteral("--jobs"), QStringLiteral("2") }).out, one.out); // cached
    }

    void outputPlaces()
    {
        const QStringList base { QStringLiteral("analyze"), sample(), QStringLiteral("--quiet"), QStringLiteral("--no-cache") };
        m_fixture.makeFolder("out");
        const QString file = m_fixture.path("out/a.json");
        QVERIFY(cli(base + QStringList { QStringLiteral("-o"), file }).out.isEmpty());
        const QByteArray json = m_fixture.read("out/a.json");
        QVERIFY(Json::accept(json.toStdString()));
        QCOMPARE(cli(base + words("--format json -o") + QStringList { m_fixture.path("out") }).code, 0);
        QCOMPARE(m_fixture.read("out/assessment.json"), json);
        QCOMPARE(cli(base + words("--format json -o -")).out.toUtf8(), json);
        QCOMPARE(cli(base + QStringList { QStringLiteral("-o"), m_fixture.path("out/r.md") }).code, 0);
        QVERIFY(m_fixture.read("out/r.md").startsWith("# "));
        QFile::link(QStringLiteral("a.json"), m_fixture.path("out/link.json"));
        QCOMPARE(cli(base + QStringList { QStringLiteral("-o"), m_fixture.path("out/link.json") }).code, 0);
        QVERIFY(QFileInfo(m_fixture.path("out/link.json")).isSymLink());
        QCOMPARE(QDir(m_fixture.path("out")).entryList(QDir::Files, QDir::Name).join(QLatin1Char(' ')),
            QStringLiteral("a.json assessment.json link.json r.md")); // no temporary file is left
    }

    void pdf()
    {
        const Run run = cli({ QStringLiteral("analyze"), sample(), QStringLiteral("--no-cache"), QStringLiteral("-o"), m_fixture.path("r.pdf") });
        QCOMPARE(run.code, 0);
        const QByteArray first = m_fixture.read("r.pdf");
        QVERIFY(first.startsWith("%PDF-"));
        QCOMPARE(cli({ QStringLiteral("analyze"), sample(), QStringLiteral("--no-cache"), QStringLiteral("-o"), m_fixture.path("r.pdf") }).code, 0);
        QVERIFY(m_fixture.read("r.pdf") == first);
    }

    void unwritableOutput_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("no folder") << m_fixture.path("nowhere/a.json");
        QTest::newRow("below a file") << m_fixture.path("sample/shop/model.py/a.json");
        QTest::newRow("full disk") << QStringLiteral("/dev/full");
        QTest::newRow("no permission") << QStringLiteral("/proc/a.json");
    }

    void unwritableOutput()
    {
        QFETCH(QString, target);
        const Run run = cli({ QStringLiteral("analyze"), sample(), QStringLiteral("--no-cache"), QStringLiteral("--quiet"),
            QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("-o"), target });
        QCOMPARE(run.code, 3);
        QVERIFY2(run.err.contains(QStringLiteral("cannot be written")), qPrintable(run.err));
        QVERIFY(run.out.isEmpty());
    }

    void gates_data()
    {
        QTest::addColumn<QStringList>("gates");
        QTest::addColumn<int>("code");
        QTest::newRow("reached") << words("--fail-under modules=1") << 0;
        QTest::newRow("missed") << words("--fail-under modules=1000") << 1;
        QTest::newRow("exactly") << words("--fail-under files_found=6") << 0;
        QTest::newRow("share") << words("--fail-under hints.coverage=1.01") << 1;
        QTest::newRow("range") << words("--fail-under readiness=0 --fail-under readiness.low=0") << 0;
        QTest::newRow("with the name of its part") << words("--fail-under totals.modules=1 --fail-under coverage.files_parsed=1") << 0;
        QTest::newRow("one of two") << words("--fail-under modules=1 --fail-under functions=999") << 1;
    }

    void gates()
    {
        QFETCH(QStringList, gates);
        QFETCH(int, code);
        const Run run = cli(QStringList { QStringLiteral("analyze"), sample(), QStringLiteral("--no-cache"), QStringLiteral("--quiet") } + gates);
        QCOMPARE(run.code, code);
        QVERIFY(run.out.contains(QStringLiteral("Verdicts"))); // the result is there either way
        QCOMPARE(run.err.contains(QStringLiteral("below")), code == 1);
    }

    void explainsAModule_data()
    {
        QTest::addColumn<QString>("module");
        QTest::newRow("path") << QStringLiteral("shop/hot.py");
        QTest::newRow("dotted name") << QStringLiteral("shop.hot");
        QTest::newRow("end of the path") << QStringLiteral("hot.py");
    }

    void explainsAModule()
    {
        QFETCH(QString, module);
        const Run run = cli({ QStringLiteral("explain"), sample(), module, QStringLiteral("--quiet") });
        QCOMPARE(run.code, 0);
        for (const char* const part : { "shop/hot.py", "Verdict: ", "cpu-bound", "start-small", "Ease", "Time: " })
            QVERIFY2(run.out.contains(QLatin1String(part)), part);
        QCOMPARE(run.out.count(QStringLiteral(" brings ")), 9);
    }

    void explainsWhatIsNotThere()
    {
        const Run run = cli({ QStringLiteral("explain"), sample(), QStringLiteral("shop/hott.py"), QStringLiteral("--quiet") });
        QCOMPARE(run.code, 3);
        QVERIFY(run.err.contains(QStringLiteral("shop/hott.py")));
        const Run test = cli({ QStringLiteral("explain"), sample(), QStringLiteral("tests/test_hot.py"), QStringLiteral("--quiet") });
        QCOMPARE(test.code, 0);
        QVERIFY(test.out.contains(QStringLiteral("not judged")));
    }

    void rules()
    {
        const Run all = cli({ QStringLiteral("rules") });
        QCOMPARE(all.code, 0);
        QVERIFY(all.out.contains(QStringLiteral("cpu-bound")) && all.out.contains(QStringLiteral("CPU001")));
        QVERIFY(cli({ QStringLiteral("rules"), QStringLiteral("CPU001") }).out.contains(QStringLiteral("Example")));
        QVERIFY(cli({ QStringLiteral("rules"), QStringLiteral("safety-net") }).out.contains(QStringLiteral("tested")));
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"

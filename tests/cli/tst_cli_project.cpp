// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What surrounds the files, from the command line: git refs, settings files, excludes and notebooks.
#include "tests/cli/cli_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using ferroscope::tests::CliFixture;
using ferroscope::tests::Run;

namespace {

QJsonObject jsonOf(const Run& run) { return QJsonDocument::fromJson(run.out.toUtf8()).object(); }

QStringList pathsIn(const QJsonObject& json)
{
    QStringList paths;
    for (const QJsonValue& module : json[QStringLiteral("modules")].toArray())
        paths << module[QStringLiteral("path")].toString();
    return paths;
}

QJsonObject moduleIn(const QJsonObject& json, const QString& path)
{
    for (const QJsonValue& module : json[QStringLiteral("modules")].toArray()) {
        if (module[QStringLiteral("path")].toString() == path)
            return module.toObject();
    }
    return {};
}

QStringList skippedIn(const QJsonObject& json)
{
    QStringList list;
    for (const QJsonValue& each : json[QStringLiteral("coverage")][QStringLiteral("skipped")].toArray())
        list << each[QStringLiteral("path")].toString() + QStringLiteral(": ") + each[QStringLiteral("reason")].toString();
    return list;
}

} // namespace

class TestCliProject : public QObject {
    Q_OBJECT

    // git with nothing of this machine's or person's configuration.
    static QString git(const CliFixture& files, const QStringList& arguments, const char* folder = "sample")
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), files.path("home"));
        environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
        for (const char* who : { "AUTHOR", "COMMITTER" }) {
            environment.insert(QStringLiteral("GIT_%1_NAME").arg(QString::fromUtf8(who)), QStringLiteral("Somebody"));
            environment.insert(QStringLiteral("GIT_%1_EMAIL").arg(QString::fromUtf8(who)), QStringLiteral("somebody@example.org"));
            environment.insert(QStringLiteral("GIT_%1_DATE").arg(QString::fromUtf8(who)), QStringLiteral("2024-01-02T03:04:05Z"));
        }
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(files.path(folder));
        process.start(QStringLiteral("git"), arguments);
        if (!process.waitForFinished(30000) || process.exitCode() != 0)
            qFatal("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    static void commitAll(const CliFixture& files, const char* folder = "sample")
    {
        git(files, { QStringLiteral("add"), QStringLiteral("-A"), QStringLiteral("-f") }, folder);
        git(files, { QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("--allow-empty"), QStringLiteral("-m"), QStringLiteral("step") }, folder);
    }

    static Run analyze(const CliFixture& files, const QStringList& more, const QString& folder = QStringLiteral("sample"))
    {
        return files.run(QStringList { QStringLiteral("analyze"), folder, QStringLiteral("--no-cache"), QStringLiteral("--quiet"), QStringLiteral("--format"), QStringLiteral("json") } + more);
    }

    // Three commits of the sample with a tracked file that .gitignore names, links, a submodule and a nested package.
    static void writeRepository(CliFixture& files)
    {
        files.makeFolder("home");
        files.makeFolder("other");
        files.write("other/inner.py", "x = 1\n");
        git(files, { QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"), QStringLiteral("main") }, "other");
        commitAll(files, "other");
        files.writeSample();
        files.write("sample/pyproject.toml", "[project]\nname = 'shop'\nrequires-python = '>=3.9'\ndependencies = ['requests>=2']\n");
        files.write("sample/.gitignore", "build/\n*.tmp.py\n");
        git(files, { QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"), QStringLiteral("main") });
        commitAll(files);
        files.write("sample/build/made.py", "def made():\n    return 1\n");
        QFile::link(QStringLiteral("shop"), files.path("sample/alias"));
        QFile::link(QStringLiteral("hot.py"), files.path("sample/shop/warm.py"));
        QFile::link(QStringLiteral("/nowhere/at/all"), files.path("sample/away"));
        git(files, { QStringLiteral("-c"), QStringLiteral("protocol.file.allow=always"), QStringLiteral("submodule"), QStringLiteral("--quiet"), QStringLiteral("add"), files.path("other"), QStringLiteral("sub") });
        commitAll(files);
        git(files, { QStringLiteral("tag"), QStringLiteral("v1") });
        files.write("sample/shop/late.py", "def late():\n    return 2\n");
        files.write("sample/shop/hot.py", "def cold():\n    return 0\n");
        commitAll(files);
    }

private slots:
    void aRefEqualsItsCheckout();
    void theWorkTreeIsLeftAlone();
    void aFolderOfARef();
    void bareRepositories();
    void refsThatDoNotExist_data();
    void refsThatDoNotExist();
    void settingsChangeTheResult();
    void costsAndThresholdsChangeThePlan();
    void settingsThatAreWrong();
    void theRepositorysOwnSettings();
    void overridesPinAndSurvive();
    void excludes();
    void notebooks();
    void nativeCode();
};

void TestCliProject::aRefEqualsItsCheckout()
{
    CliFixture files;
    writeRepository(files);
    git(files, { QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--no-local"), files.path("sample"), QStringLiteral("clone") }, ".");
    git(files, { QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("v1") }, "clone");
    const Run checkout = analyze(files, {}, QStringLiteral("clone"));
    const Run ref = analyze(files, { QStringLiteral("--ref"), QStringLiteral("v1") });
    QVERIFY2(checkout.code == 0 && ref.code == 0, qPrintable(checkout.err + ref.err));
    const QJsonObject json = jsonOf(ref);
    QVERIFY(pathsIn(json).contains(QStringLiteral("build/made.py"))); // tracked, whatever .gitignore says
    QVERIFY(!pathsIn(json).contains(QStringLiteral("shop/late.py")));
    QVERIFY(skippedIn(json).contains(QStringLiteral("sub: a git submodule")));
    QVERIFY(skippedIn(json).contains(QStringLiteral("shop/warm.py: symlink to shop/hot.py")));
    QVERIFY(skippedIn(json).contains(QStringLiteral("alias: symlink to the folder shop")));
    QCOMPARE(json[QStringLiteral("project")][QStringLiteral("commit")].toString(), git(files, { QStringLiteral("rev-parse"), QStringLiteral("v1^{commit}") }));
    QCOMPARE(json[QStringLiteral("project")][QStringLiteral("dirty")].toBool(true), false);
    QCOMPARE(moduleIn(json, QStringLiteral("shop/hot.py"))[QStringLiteral("churn")].toInt(-1), 1); // the third commit is not counted
    // The link that leads nowhere is said to leave the repository: its target is not looked for.
    QString expected = checkout.out;
    const QString left = QStringLiteral("{\"path\":\"away\",\"reason\":\"symlink out of the repository\"}");
    QString found = ref.out;
    found.remove(left + u',').remove(u',' + left).remove(left);
    if (QJsonDocument::fromJson(found.toUtf8()) != QJsonDocument::fromJson(expected.toUtf8())) {
        const QJsonObject a = QJsonDocument::fromJson(expected.toUtf8()).object(), b = json;
        for (const QString& key : a.keys()) {
            if (key == QStringLiteral("coverage"))
                QCOMPARE(skippedIn(b).filter(QRegularExpression(QStringLiteral("^(?!away)"))), skippedIn(a));
            else
                QVERIFY2(a[key] == b[key], qPrintable(key));
        }
    }
}

void TestCliProject::theWorkTreeIsLeftAlone()
{
    CliFixture files;
    writeRepository(files);
    files.write("sample/shop/uncommitted.py", "x = 1\n");
    const QByteArray before = files.listing("sample");
    const Run ref = analyze(files, { QStringLiteral("--ref"), QStringLiteral("main"), QStringLiteral("--jobs"), QStringLiteral("4") });
    QCOMPARE(ref.code, 0);
    QCOMPARE(files.listing("sample"), before);
    QVERIFY(!pathsIn(jsonOf(ref)).contains(QStringLiteral("shop/uncommitted.py")));
    QVERIFY(pathsIn(jsonOf(ref)).contains(QStringLiteral("shop/late.py")));
    QCOMPARE(analyze(files, { QStringLiteral("--ref"), QStringLiteral("main"), QStringLiteral("--jobs"), QStringLiteral("1") }).out, ref.out);
}

void TestCliProject::aFolderOfARef()
{
    CliFixture files;
    writeRepository(files);
    const Run ref = analyze(files, { QStringLiteral("--ref"), QStringLiteral("v1") }, QStringLiteral("sample/shop"));
    QVERIFY2(ref.code == 0, qPrintable(ref.err));
    QVERIFY(pathsIn(jsonOf(ref)).contains(QStringLiteral("hot.py")));
    QCOMPARE(moduleIn(jsonOf(ref), QStringLiteral("hot.py"))[QStringLiteral("name")].toString(), QStringLiteral("shop.hot"));
}

void TestCliProject::bareRepositories()
{
    CliFixture files;
    writeRepository(files);
    git(files, { QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--bare"), QStringLiteral("--no-local"), files.path("sample"), QStringLiteral("sample.git") }, ".");
    const Run bare = analyze(files, { QStringLiteral("--ref"), QStringLiteral("main") }, QStringLiteral("sample.git"));
    QVERIFY2(bare.code == 0, qPrintable(bare.err));
    QCOMPARE(bare.out, analyze(files, { QStringLiteral("--ref"), QStringLiteral("main") }).out);
    const Run without = analyze(files, {}, QStringLiteral("sample.git"));
    QCOMPARE(without.code, 3);
}

void TestCliProject::refsThatDoNotExist_data()
{
    QTest::addColumn<QString>("ref");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("expected");
    const QString sample = QStringLiteral("sample");
    QTest::newRow("no such branch") << QStringLiteral("nowhere") << sample << QStringLiteral("has no commit nowhere");
    QTest::newRow("no commit") << QStringLiteral("main:shop") << sample << QStringLiteral("has no commit main:shop");
    QTest::newRow("an option") << QStringLiteral("--output=x") << sample << QStringLiteral("has no commit --output=x");
    QTest::newRow("no repository") << QStringLiteral("main") << QStringLiteral("plain") << QStringLiteral("it is in no git repository");
    QTest::newRow("no such folder then") << QStringLiteral("v1") << QStringLiteral("sample/new") << QStringLiteral("that commit does not hold the folder");
    QTest::newRow("no such folder") << QStringLiteral("main") << QStringLiteral("missing") << QStringLiteral("There is no missing");
}

void TestCliProject::refsThatDoNotExist()
{
    QFETCH(QString, ref);
    QFETCH(QString, folder);
    QFETCH(QString, expected);
    CliFixture files;
    writeRepository(files);
    files.write("plain/a.py", "x = 1\n");
    files.write("sample/new/a.py", "x = 1\n");
    const Run run = analyze(files, { QStringLiteral("--ref=") + ref }, folder);
    QCOMPARE(run.code, 3);
    QCOMPARE(run.err.count(u'\n'), 1);
    QVERIFY2(run.err.contains(expected), qPrintable(run.err));
    QVERIFY(run.out.isEmpty());
}

void TestCliProject::settingsChangeTheResult()
{
    CliFixture files;
    files.writeSample();
    files.write("sample/lib/extra/deep.py", "x = 1\n");
    files.write("conf.toml", "excludes = ['store.py']\nroots = ['lib/extra', '.']\n[[roles]]\npattern = 'shop/model.py'\nrole = 'example'\n"
                             "[weights]\ncpu-bound = 9\n");
    const QJsonObject plain = jsonOf(analyze(files, {})), changed = jsonOf(analyze(files, { QStringLiteral("--config"), QStringLiteral("conf.toml") }));
    QVERIFY(pathsIn(plain).contains(QStringLiteral("shop/store.py")));
    QVERIFY(!pathsIn(changed).contains(QStringLiteral("shop/store.py")));
    QCOMPARE(moduleIn(changed, QStringLiteral("shop/model.py"))[QStringLiteral("role")].toString(), QStringLiteral("example"));
    QCOMPARE(moduleIn(changed, QStringLiteral("lib/extra/deep.py"))[QStringLiteral("name")].toString(), QStringLiteral("deep"));
    QCOMPARE(moduleIn(changed, QStringLiteral("shop/hot.py"))[QStringLiteral("criteria")][QStringLiteral("cpu-bound")][QStringLiteral("weight")].toDouble(), 9.0);
    QVERIFY(plain[QStringLiteral("project")][QStringLiteral("settings_hash")] != changed[QStringLiteral("project")][QStringLiteral("settings_hash")]);
    QCOMPARE(changed[QStringLiteral("project")][QStringLiteral("repo_config")].toString(), QStringLiteral("none"));
}

void TestCliProject::costsAndThresholdsChangeThePlan()
{
    CliFixture files;
    files.write("conf.toml", "[thresholds]\nmost_candidates = 1\n[unit_costs]\nbaseline_days = 770\n");
    const QString sample = QStringLiteral(FERROSCOPE_SOURCE_DIR "/resources/sample");
    const QJsonObject plain = jsonOf(analyze(files, {}, sample)), changed = jsonOf(analyze(files, { QStringLiteral("--config"), QStringLiteral("conf.toml") }, sample));
    const auto effortOfWaveZero = [](const QJsonObject& json) { return json[QStringLiteral("roadmap")][QStringLiteral("waves")][0][QStringLiteral("effort")][QStringLiteral("likely")].toDouble(); };
    QVERIFY(plain[QStringLiteral("candidates")].toArray().size() > 1);
    QCOMPARE(changed[QStringLiteral("candidates")].toArray().size(), 1);
    QVERIFY(effortOfWaveZero(changed) >= 770);
    QVERIFY(effortOfWaveZero(plain) < 100);
}

void TestCliProject::settingsThatAreWrong()
{
    CliFixture files;
    files.writeSample();
    files.write("conf.toml", "exclude = ['x']\n");
    const Run unknown = analyze(files, { QStringLiteral("--config"), QStringLiteral("conf.toml") });
    QCOMPARE(unknown.code, 3);
    QVERIFY2(unknown.err.contains(QStringLiteral("conf.toml cannot be used: line 1: the file has no 'exclude'; the nearest that it has is 'excludes'")), qPrintable(unknown.err));
    const Run missing = analyze(files, { QStringLiteral("--config"), QStringLiteral("none.toml") });
    QCOMPARE(missing.code, 3);
    QVERIFY(missing.err.contains(QStringLiteral("There is no none.toml")));
    const Run both = analyze(files, { QStringLiteral("--config"), QStringLiteral("conf.toml"), QStringLiteral("--trust-repo-config") });
    QCOMPARE(both.code, 2);
}

void TestCliProject::theRepositorysOwnSettings()
{
    CliFixture files;
    files.writeSample();
    const auto configOf = [](const QJsonObject& json) { return json[QStringLiteral("project")][QStringLiteral("repo_config")].toString(); };
    files.write("sample/ferroscope.toml", "excludes = ['hot.py']\n");
    const QJsonObject ignored = jsonOf(analyze(files, {}));
    QCOMPARE(configOf(ignored), QStringLiteral("ignored"));
    QVERIFY(pathsIn(ignored).contains(QStringLiteral("shop/hot.py")));
    const QJsonObject trusted = jsonOf(analyze(files, { QStringLiteral("--trust-repo-config") }));
    QCOMPARE(configOf(trusted), QStringLiteral("trusted"));
    QVERIFY(!pathsIn(trusted).contains(QStringLiteral("shop/hot.py")));
    // A link could lead anywhere.
    QFile::rename(files.path("sample/ferroscope.toml"), files.path("outside.toml"));
    QFile::link(files.path("outside.toml"), files.path("sample/ferroscope.toml"));
    QVERIFY(pathsIn(jsonOf(analyze(files, { QStringLiteral("--trust-repo-config") }))).contains(QStringLiteral("shop/hot.py")));
}

void TestCliProject::overridesPinAndSurvive()
{
    CliFixture files;
    const QString sample = QStringLiteral(FERROSCOPE_SOURCE_DIR "/resources/sample"), moved = QStringLiteral("src/gridwatch/outage/correlate.py");
    files.write("conf.toml", "[[overrides]]\nmodule = 'gridwatch.outage.correlate'\nverdict = 'keep-python'\nreason = 'frozen until spring'\n"
                             "[[overrides]]\nmodule = 'src/gridwatch/gone.py'\nverdict = 'cli'\nreason = 'x'\n");
    const QJsonObject json = jsonOf(analyze(files, { QStringLiteral("--config"), QStringLiteral("conf.toml") }, sample)), plain = jsonOf(analyze(files, {}, sample));
    const auto isMoved = [&](const QJsonObject& assessment) {
        for (const QJsonValue& candidate : assessment[QStringLiteral("candidates")].toArray()) {
            if (candidate[QStringLiteral("modules")].toArray().contains(moved))
                return true;
        }
        return false;
    };
    QVERIFY(isMoved(plain));
    QVERIFY(!isMoved(json));
    const QJsonObject verdict = moduleIn(json, moved)[QStringLiteral("verdict")].toObject();
    QCOMPARE(verdict[QStringLiteral("id")].toString(), QStringLiteral("keep-python"));
    QCOMPARE(verdict[QStringLiteral("override")][QStringLiteral("reason")].toString(), QStringLiteral("frozen until spring"));
    QCOMPARE(verdict[QStringLiteral("override")][QStringLiteral("verdict")].toString(), QStringLiteral("keep-python"));
    QVERIFY(json[QStringLiteral("roadmap")][QStringLiteral("plan_warnings")].toArray().first().toString().contains(QStringLiteral("src/gridwatch/gone.py")));
    QCOMPARE(moduleIn(plain, moved)[QStringLiteral("readiness")], moduleIn(json, moved)[QStringLiteral("readiness")]);
    QVERIFY(moduleIn(plain, moved)[QStringLiteral("verdict")][QStringLiteral("override")].isNull());
}

void TestCliProject::excludes()
{
    CliFixture files;
    files.writeSample();
    const QStringList paths = pathsIn(jsonOf(analyze(files, { QStringLiteral("--exclude"), QStringLiteral("shop/*"), QStringLiteral("--exclude"), QStringLiteral("!hot.py") })));
    QVERIFY(paths.contains(QStringLiteral("shop/hot.py")));
    QVERIFY(!paths.contains(QStringLiteral("shop/model.py")));
}

void TestCliProject::notebooks()
{
    CliFixture files;
    files.writeSample();
    files.write("sample/notebooks/study.ipynb", R"({"cells":[{"cell_type":"markdown","source":"# x"},
        {"cell_type":"code","source":["%matplotlib inline\n","from shop import hot\n"]},
        {"cell_type":"code","source":["def near(points):\n","    best = None\n","    for p in points:\n","        try:\n","            best = hot.nearest(points, p)\n","        except:\n","            pass\n","    return best\n"]}],
        "metadata":{"language_info":{"name":"python"}},"nbformat":4,"nbformat_minor":5})");
    files.write("sample/notebooks/broken.ipynb", "{\"cells\": [");
    for (const bool cached : { false, true, true }) {
        const QStringList arguments = cached ? QStringList { QStringLiteral("analyze"), QStringLiteral("sample"), QStringLiteral("--quiet"), QStringLiteral("--format"), QStringLiteral("json") } : QStringList {};
        const QJsonObject json = jsonOf(cached ? files.run(arguments) : analyze(files, {}));
        const QJsonObject module = moduleIn(json, QStringLiteral("notebooks/study.ipynb"));
        QCOMPARE(module[QStringLiteral("role")].toString(), QStringLiteral("notebook"));
        QCOMPARE(module[QStringLiteral("lines")][QStringLiteral("physical")].toInt(), 10);
        QCOMPARE(module[QStringLiteral("functions")][0][QStringLiteral("line")].toInt(), 3);
        QCOMPARE(module[QStringLiteral("verdict")][QStringLiteral("id")].toString(), QStringLiteral("keep-python"));
        const QJsonArray cells = module[QStringLiteral("cells")].toArray();
        QCOMPARE(cells.size(), 2);
        QCOMPARE(cells[1][QStringLiteral("cell")].toInt(), 3);
        QCOMPARE(cells[1][QStringLiteral("line")].toInt(), 3);
        bool found = false;
        for (const QJsonValue& finding : json[QStringLiteral("findings")].toArray()) {
            if (finding[QStringLiteral("path")].toString() != QStringLiteral("notebooks/study.ipynb") || finding[QStringLiteral("rule")].toString() == QStringLiteral("KEEP005"))
                continue;
            found = true;
            QCOMPARE(finding[QStringLiteral("cell")][QStringLiteral("cell")].toInt(), 3);
            QCOMPARE(finding[QStringLiteral("cell")][QStringLiteral("line")].toInt(), finding[QStringLiteral("line")].toInt() - 2);
        }
        QVERIFY(found);
        QVERIFY(skippedIn(json).join(u'\n').contains(QStringLiteral("notebooks/broken.ipynb: not valid JSON")));
        QVERIFY(!moduleIn(json, QStringLiteral("shop/hot.py")).contains(QStringLiteral("cells")));
    }
    const Run explained = files.run({ QStringLiteral("explain"), QStringLiteral("sample"), QStringLiteral("notebooks/study.ipynb"), QStringLiteral("--quiet"), QStringLiteral("--no-cache") });
    QVERIFY2(explained.out.contains(QStringLiteral("cell 3, line ")), qPrintable(explained.out));
}

void TestCliProject::nativeCode()
{
    CliFixture files;
    files.writeSample();
    files.write("sample/shop/_engine.pyx", "def price(x):\n    return x\n");
    files.write("sample/shop/engine.py", "from shop import _engine\n\n\ndef price(x):\n    return _engine.price(x)\n");
    files.write("sample/setup.py", "from setuptools import setup, Extension\nsetup(name='shop', ext_modules=[Extension('shop._c', ['src/c.c'])], python_requires='>=3.8')\n");
    const Run with = analyze(files, {});
    const QJsonObject json = jsonOf(with);
    const QJsonArray natives = json[QStringLiteral("native_modules")].toArray();
    QCOMPARE(natives.size(), 2);
    QCOMPARE(natives[0][QStringLiteral("name")].toString(), QStringLiteral("shop._c"));
    QCOMPARE(natives[1][QStringLiteral("kind")].toString(), QStringLiteral("cython"));
    const QJsonObject engine = moduleIn(json, QStringLiteral("shop/engine.py"));
    QCOMPARE(engine[QStringLiteral("ffi")][0][QStringLiteral("target")].toString(), QStringLiteral("shop._engine"));
    QCOMPARE(engine[QStringLiteral("verdict")][QStringLiteral("id")].toString(), QStringLiteral("already-native"));
    QCOMPARE(json[QStringLiteral("toolchain")][0][QStringLiteral("rust")].toString(), QStringLiteral("PyO3 with abi3-py38"));
    // The evidence enters no score.
    QFile::remove(files.path("sample/shop/_engine.pyx"));
    const QJsonObject without = jsonOf(analyze(files, {}));
    for (const QString& key : { QStringLiteral("criteria"), QStringLiteral("value"), QStringLiteral("ease"), QStringLiteral("readiness") })
        QCOMPARE(moduleIn(without, QStringLiteral("shop/engine.py"))[key], engine[key]);
}

QTEST_GUILESS_MAIN(TestCliProject)
#include "tst_cli_project.moc"

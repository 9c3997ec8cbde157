// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The look-ups over small tables, and that what is compiled in loads and answers.
#include "core/facts/file_facts.h"
#include "core/knowledge/load.h"

#include <QFile>
#include <QTest>
#include <cmath>
#include <limits>

using namespace ferroscope::knowledge;

namespace {

std::string resource(const char* name)
{
    QFile file(QStringLiteral(FERROSCOPE_SOURCE_DIR "/resources/knowledge/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string rowOf(double from, double step)
{
    std::string row = "[";
    for (int i = 0; i <= 100; ++i)
        row += std::to_string(from + step * i) + ",";
    return row + "]";
}

ApiTable tableOf(std::initializer_list<const char*> names)
{
    std::vector<ApiEntry> entries;
    float ns = 1;
    for (const char* name : names) {
        ApiFact fact;
        fact.nanoseconds = ns++;
        entries.push_back({ name, fact });
    }
    return ApiTable(std::move(entries));
}

} // namespace

class TestKnowledge : public QObject {
    Q_OBJECT
private slots:
    void longestPrefix_data();
    void longestPrefix();
    void emptyTable();
    void refused_data();
    void refused();
    void packageNames();
    void normalized_data();
    void normalized();
    void percentiles();
    void embeddedLoads();
    void apis_data();
    void apis();
    void methodsOfUnknownReceiversNeverBlock();
    void packagesAreComplete();
    void toolsAreComplete();
    void costsFollowOp();
    void boundaryCosts();
    void boundaryRefused_data();
    void boundaryRefused();
    void namesOfTheStandardLibrary_data();
    void namesOfTheStandardLibrary();
};

void TestKnowledge::longestPrefix_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("entry"); // number of the entry below, 0 = none
    const auto row = [](const char* target, int entry) { QTest::newRow(target) << QByteArray(target) << entry; };
    row("numpy", 1);
    row("numpy.dot", 1);
    row("numpy.linalg", 2);
    row("numpy.linalg.norm", 2);
    row("numpy.linalgebra", 1);
    row("numpyro.sample", 0);
    row("num", 0);
    row("", 0);
    row(".", 0);
    row("?.append", 3);
    row("?.appendleft", 0);
    row("?", 0);
    row("os.path.join", 5);
    row("os.path", 5);
    row("os.pathology", 4);
    row("m.C().run", 7);
    row("m.C.run", 7);
    row("m.C().stop", 8);
    row("m.C.stop", 6);
    row("m.C()", 8);
    row("m.C()()", 8);
    row("numpy.array().sum", 1);
    row("m.f().g().h", 9);
    row("m.f.g.h", 0);
    row("m.f().g", 0);
    row("x()", 0);
    row("()", 0);
}

void TestKnowledge::longestPrefix()
{
    QFETCH(QByteArray, target);
    QFETCH(int, entry);
    const ApiTable table = tableOf({ "numpy", "numpy.linalg", "?.append", "os", "os.path", "m.C", "m.C.run", "m.C()",
        "m.f().g().h", "os-x", "m-C.run" });
    const auto fact = table.find(target.toStdString());
    QCOMPARE(fact.has_value(), entry != 0);
    if (fact)
        QCOMPARE(static_cast<int>(fact->nanoseconds), entry);
}

void TestKnowledge::emptyTable()
{
    QVERIFY(!ApiTable().find("numpy.dot"));
    QVERIFY(PackageTable().ofImport("numpy") == nullptr);
    QVERIFY(PackageTable().ofDistribution("numpy") == nullptr);
}

void TestKnowledge::refused_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::newRow("no TOML") << QByteArray("[[group");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("unknown kind") << QByteArray("[[group]]\nnames=['a']\nkind='fast'\nns=1\nsource='s'");
    QTest::newRow("unknown key") << QByteArray("[[group]]\nnames=['a']\nkind='native'\nns=1\nsource='s'\nspeed=2");
    QTest::newRow("unknown trait") << QByteArray(
        "[[group]]\nnames=['a']\nkind='native'\nns=1\nsource='s'\ntrait='fast'");
    QTest::newRow("no source") << QByteArray("[[group]]\nnames=['a']\nkind='native'\nns=1");
    QTest::newRow("no cost") << QByteArray("[[group]]\nnames=['a']\nkind='native'\nsource='s'");
    QTest::newRow("negative") << QByteArray("[[group]]\nnames=['a']\nkind='native'\nns=-1\nsource='s'");
    QTest::newRow("not finite") << QByteArray("[[group]]\nnames=['a']\nkind='native'\nns=nan\nsource='s'");
    QTest::newRow("number as name") << QByteArray("[[group]]\nnames=[1]\nkind='native'\nns=1\nsource='s'");
    QTest::newRow("twice") << QByteArray("[[group]]\nnames=['a', 'a']\nkind='native'\nns=1\nsource='s'");
    QTest::newRow("no table") << QByteArray("group = [1]");
}

void TestKnowledge::refused()
{
    QFETCH(QByteArray, toml);
    const auto read = readApis(toml.toStdString());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ferroscope::ErrorCode::BadInput);
    QVERIFY(!read.error().detail.empty());
}

void TestKnowledge::packageNames()
{
    const auto data = readPackages("checked='2026-10'\n"
                                   "[[package]]\nname='Psycopg2'\nalso=['psycopg2-binary']\nimports=['psycopg2']\n"
                                   "status='native-inside'\nfamily='sql'\ncrates=[['sqlx','async']]\n"
                                   "[[package]]\nname='google-cloud-storage'\nimports=['google.cloud.storage']\n"
                                   "status='none'\nfamily='cloud'\n");
    QVERIFY2(data, data ? "" : data.error().detail.c_str());
    const PackageTable table(data->entries);
    QVERIFY(table.ofImport("psycopg2.extras") == table.ofDistribution("PSYCOPG2_binary"));
    QCOMPARE(table.ofImport("psycopg2")->crates.front().first, std::string("sqlx"));
    QVERIFY(table.ofImport("psycopg") == nullptr);
    QVERIFY(table.ofImport("google.cloud.storage.blob") != nullptr);
    QVERIFY(table.ofImport("google.cloud") == nullptr);
    QVERIFY(!readPackages("checked='2026-10'\n[[package]]\nname='a'\nstatus='good'\nfamily=''"));
    QVERIFY(!readPackages("checked='2026-10'\n[[package]]\nname='a'\nalso=['A']\nstatus='none'\nfamily=''"));
}

void TestKnowledge::normalized_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("case") << QByteArray("PyYAML") << QByteArray("pyyaml");
    QTest::newRow("underscore") << QByteArray("Py_YAML") << QByteArray("py-yaml");
    QTest::newRow("runs") << QByteArray("zope.-_interface") << QByteArray("zope-interface");
    QTest::newRow("blanks") << QByteArray(" six ") << QByteArray("six");
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
}

void TestKnowledge::normalized()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, expected);
    QCOMPARE(normalizedDistribution(name.toStdString()), expected.toStdString());
}

void TestKnowledge::percentiles()
{
    std::string mostlyZero = "[";
    for (int i = 0; i <= 100; ++i)
        mostlyZero += std::to_string(i <= 60 ? 0 : i - 60) + ",";
    const auto read = readPopulation("signals = { even = " + rowOf(0, 2) + ", rare = " + mostlyZero + "] }");
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QCOMPARE(read->signalNames(), (std::vector<std::string> { "even", "rare" }));
    QCOMPARE(*read->percentile("even", -5), 0.0);
    QCOMPARE(*read->percentile("even", 0), 0.0);
    QCOMPARE(*read->percentile("even", 1), 0.005);
    QCOMPARE(*read->percentile("even", 100), 0.5);
    QCOMPARE(*read->percentile("even", 200), 1.0);
    QCOMPARE(*read->percentile("even", std::numeric_limits<double>::infinity()), 1.0);
    QCOMPARE(*read->percentile("rare", 0), 0.0);
    QCOMPARE(*read->percentile("rare", 0.5), 0.605);
    QVERIFY(!read->percentile("odd", 1));
    QVERIFY(!read->percentile("even", std::nan("")));
    for (const char* signal : { "even", "rare" }) {
        double last = 0;
        for (double value = -3; value < 210; value += 0.25) {
            const double now = *read->percentile(signal, value);
            QVERIFY(now >= last && now <= 1);
            last = now;
        }
    }
    QVERIFY(!readPopulation("signals = { short = [1, 2] }"));
    QVERIFY(!readPopulation("signals = { falling = " + rowOf(0, -1) + " }"));
    QVERIFY(!readPopulation("origin = 'x'"));
}

void TestKnowledge::embeddedLoads()
{
    const auto message
        = [](const auto& read) { return read ? std::string() : read.error().path + ": " + read.error().detail; };
    QCOMPARE(message(readApis(resource("apis.toml"))), std::string());
    QCOMPARE(message(readPackages(resource("packages.toml"))), std::string());
    QCOMPARE(message(readStandardLibrary(resource("stdlib.toml"))), std::string());
    QCOMPARE(message(readCosts(resource("costs.toml"))), std::string());
    QCOMPARE(message(readPopulation(resource("population.toml"))), std::string());
    QCOMPARE(message(readToolchain(resource("toolchain.toml"))), std::string());
    QVERIFY(!toolchain().empty());
    QVERIFY(!ferroscope::knowledge::knowledge().population().table.empty());
    QVERIFY(!knowledge().date().empty());
    QVERIFY(&ferroscope::knowledge::knowledge() == &ferroscope::knowledge::knowledge());
}

void TestKnowledge::apis_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("expected"); // kind, then "blocking", ffi and trait where set
    const auto row = [](const char* target, const char* expected) {
        QTest::newRow(target) << QByteArray(target) << QByteArray(expected);
    };
    row("builtins.len", "native");
    row("builtins.eval", "interpreted");
    row("builtins.open", "waiting blocking");
    row("builtins.open().read", "waiting blocking");
    row("builtins.ValueError", "native");
    row("str.join", "native");
    row("list.append", "native");
    row("?.append", "native");
    row("?.read", "waiting");
    row("?.execute", "waiting query");
    row("?.area", "unknown");
    row("math.sqrt", "native");
    row("fractions.Fraction", "interpreted");
    row("re.compile().match", "native");
    row("json.dumps", "native");
    row("pickle.dumps", "native pickle");
    row("pickle.load", "waiting blocking pickle");
    row("random.random", "native");
    row("random.randint", "interpreted");
    row("statistics.mean", "interpreted");
    row("time.time", "native");
    row("time.sleep", "waiting blocking");
    row("asyncio.sleep", "waiting event-loop");
    row("os.path.join", "interpreted");
    row("os.path.exists", "waiting blocking");
    row("os.getpid", "native");
    row("pathlib.Path().read_text", "waiting blocking");
    row("pathlib.Path.with_suffix", "interpreted");
    row("subprocess.run", "waiting blocking subprocess");
    row("multiprocessing.Pool", "waiting blocking multiprocessing");
    row("ctypes.CDLL().f", "native ctypes");
    row("socket.socket().recv", "waiting blocking");
    row("socket.inet_aton", "native");
    row("urllib.parse.quote", "interpreted");
    row("urllib.request.urlopen", "waiting blocking http");
    row("sqlite3.connect().cursor().execute", "waiting blocking query");
    row("csv.reader", "native table-rows");
    row("logging.getLogger().info", "interpreted");
    row("argparse.ArgumentParser().add_argument", "interpreted cli");
    row("numpy.linalg.norm", "native vector");
    row("numpy.vectorize", "interpreted table-rows");
    row("pandas.read_csv().iterrows", "interpreted table-rows");
    row("pandas.DataFrame.iterrows", "interpreted table-rows");
    row("pandas.DataFrame().groupby", "native vector");
    row("torch.nn.Linear", "native ml");
    row("matplotlib.pyplot.plot", "interpreted plot");
    row("requests.get", "waiting blocking http");
    row("requests.Session().get", "waiting blocking http");
    row("requests.get().json", "interpreted");
    row("httpx.AsyncClient().get", "waiting http");
    row("sqlalchemy.orm.Session.execute", "waiting blocking query");
    row("sqlalchemy.Column", "interpreted orm");
    row("django.db.models.Model.objects.get", "waiting blocking query");
    row("django.db.models.Model.objects.filter", "interpreted orm");
    row("django.contrib.admin.site.register", "interpreted admin");
    row("flask.Flask().route", "interpreted web");
    row("celery.Celery().task", "interpreted task");
    row("click.command", "interpreted cli");
    row("orjson.dumps", "native");
    row("cffi.FFI().dlopen().f", "native cffi");
    row("no_such_package.f", "unknown");
}

void TestKnowledge::apis()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, expected);
    std::string found = "unknown";
    if (const auto fact = ferroscope::knowledge::knowledge().api(target.toStdString())) {
        found = fact->kind == ApiKind::Native ? "native" : fact->kind == ApiKind::Waiting ? "waiting" : "interpreted";
        for (const std::string_view each :
            { std::string_view(fact->blocking ? "blocking" : ""), fact->ffi, fact->trait })
            found += (each.empty() ? "" : " ") + std::string(each);
    }
    QCOMPARE(found, expected.toStdString());
}

void TestKnowledge::methodsOfUnknownReceiversNeverBlock()
{
    const auto entries = readApis(resource("apis.toml"));
    QVERIFY(entries);
    for (const ApiEntry& entry : *entries) {
        QVERIFY2(!entry.fact.blocking || entry.fact.kind == ApiKind::Waiting, entry.name.c_str());
        QVERIFY2(!entry.fact.blocking || entry.name.rfind("?.", 0) != 0, entry.name.c_str());
    }
}

void TestKnowledge::packagesAreComplete()
{
    const auto data = readPackages(resource("packages.toml"));
    QVERIFY(data);
    for (const PackageTable::Entry& entry : data->entries) {
        const Package& package = entry.package;
        QVERIFY2(!package.imports.empty() && !package.family.empty(), package.name.c_str());
        QVERIFY2(ferroscope::knowledge::knowledge().packageOfDistribution(package.name)->name == package.name,
            package.name.c_str());
        for (const std::string& name : package.imports) {
            QVERIFY2(ferroscope::knowledge::knowledge().packageOfImport(name)->name == package.name, name.c_str());
            QVERIFY2(!ferroscope::knowledge::knowledge().isStandardLibrary(name), name.c_str());
        }
        for (const auto& [crate, note] : package.crates)
            QVERIFY2(!crate.empty() && !note.empty(), package.name.c_str());
    }
    QVERIFY(ferroscope::knowledge::knowledge().packageOfImport("no_such_package") == nullptr);
}

void TestKnowledge::toolsAreComplete()
{
    for (const ToolMapping& tool : toolchain()) {
        QVERIFY2(!tool.python.empty() && !tool.rust.empty() && !tool.task.empty(), tool.python.c_str());
        for (const std::string& name : tool.distributions)
            QVERIFY2(normalizedDistribution(name) == name, name.c_str());
    }
}

// The names of costs.toml stand in the order of facts::Op, which the folder itself must not include.
void TestKnowledge::costsFollowOp()
{
    using ferroscope::facts::Op;
    const auto& costs = ferroscope::knowledge::knowledge().operationCosts();
    const auto cost = [&](Op op) { return costs[static_cast<std::size_t>(op)]; };
    QCOMPARE(cost(Op::LoopTurn), 11.5F);
    QCOMPARE(cost(Op::FloatArithmetic), 12.F);
    QCOMPARE(cost(Op::Boolean), 3.F);
    QCOMPARE(cost(Op::SubscriptStore), 13.F);
    QCOMPARE(cost(Op::Attribute), 3.5F);
    QCOMPARE(cost(Op::StringBuild), 60.F);
    QCOMPARE(cost(Op::Assign), 1.F);
    QCOMPARE(cost(Op::IntegerLiteral), 0.F);
    QCOMPARE(cost(Op::Raise), 113.F);
    QCOMPARE(cost(Op::Import), 300.F);
    QCOMPARE(cost(Op::Bytes), 0.F); // counted in other classes already
    static_assert(
        ferroscope::facts::kOpCount == 24 && ferroscope::facts::kOpCount <= std::tuple_size_v<OperationCosts>);
}

void TestKnowledge::boundaryCosts()
{
    const BoundaryCosts& costs = ferroscope::knowledge::knowledge().boundaryCosts();
    QVERIFY(!costs.source.empty());
    QCOMPARE(costs.date.size(), std::size_t(7));
    QCOMPARE(costs.callIntoRust.likely, 18.);
    QCOMPARE(costs.callIntoPython.likely, 31.);
    QCOMPARE(costs.find("list")->each.likely, 8.);
    QCOMPARE(costs.find("dict")->each.high, 123.);
    QCOMPARE(costs.find("bytes")->each.high, 0.); // a buffer is handed over whole
    QVERIFY(costs.find("Engine") == nullptr);
    QVERIFY(costs.find("") == nullptr);
    // Elements of a dict cost more than those of a list, which cost more than those of a buffer.
    QVERIFY(costs.find("dict")->each.low > costs.find("list")->each.high);
}

void TestKnowledge::boundaryRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("no source") << QByteArray("source = \"s\"") << QByteArray("source = \"\"");
    QTest::newRow("descending") << QByteArray("[1, 2, 3]") << QByteArray("[3, 2, 1]");
    QTest::newRow("negative") << QByteArray("[1, 2, 3]") << QByteArray("[-1, 2, 3]");
    QTest::newRow("two figures") << QByteArray("[1, 2, 3]") << QByteArray("[1, 2]");
    QTest::newRow("unknown key") << QByteArray("into-rust") << QByteArray("into-go");
    QTest::newRow("type twice") << QByteArray("[\"int\"]") << QByteArray("[\"int\", \"int\"]");
}

void TestKnowledge::boundaryRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray toml = "source = \"s\"\ndate = \"2026-08\"\n[call]\ninto-rust = [1, 2, 3]\ninto-python = [1, 2, 3]\n"
                      "[attribute]\nread-rust = [1, 2, 3]\nstore-rust = [1, 2, 3]\nread-python = [1, 2, 3]\nstore-python = [1, 2, 3]\n"
                      "[elements]\ncontainer = [1, 2, 3]\ninner = [1, 2, 3]\n[unknown]\nfixed = [1, 2, 3]\n"
                      "[[convert]]\ntypes = [\"int\"]\nfixed = [1, 2, 3]\n";
    QVERIFY(readBoundaryCosts(toml.toStdString()).has_value());
    QVERIFY(toml.contains(from));
    QVERIFY(!readBoundaryCosts(toml.replace(from, to).toStdString()).has_value());
}

void TestKnowledge::namesOfTheStandardLibrary_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("expected");
    for (const char* name : { "os", "os.path", "xml.etree.ElementTree", "_socket", "urllib2", "ConfigParser", "tomllib",
             "distutils", "annotationlib", "winreg", "builtins", "__future__" })
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char* name : { "", "numpy", "yaml", "o", "oss", "attr", "setuptools", "pip", "typing_extensions" })
        QTest::newRow(*name == 0 ? "(empty)" : name) << QByteArray(name) << false;
}

void TestKnowledge::namesOfTheStandardLibrary()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, expected);
    QCOMPARE(ferroscope::knowledge::knowledge().isStandardLibrary(name.toStdString()), expected);
}

QTEST_GUILESS_MAIN(TestKnowledge)
#include "tst_knowledge.moc"

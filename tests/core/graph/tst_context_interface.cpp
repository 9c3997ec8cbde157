// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What other contexts use of a context, what flows over it, and what state they share.
#include "core/graph/context_interface.h"
#include "tests/support/codebase_builder.h"

#include <QTest>

using namespace ferroscope;
using Files = std::map<std::string, std::string>;

namespace {

// Two packages of seven coupled modules; orders uses billing through its facade, and changes a table of it.
Files shop()
{
    Files files;
    for (const std::string package : { "billing", "orders" }) {
        files[package + "/__init__.py"] = package == "billing" ? "from .m3 import Invoice, total\n" : "";
        for (int i = 0; i < 7; ++i) {
            std::string& text = files[package + "/m" + std::to_string(i) + ".py"];
            for (int j = 0; j < i; ++j)
                text += "from " + package + ".m" + std::to_string(j) + " import f, g, h\n";
            text += "def f(): pass\ndef g(): pass\ndef h(): pass\n";
        }
    }
    files["billing/m3.py"] += "RATES = {}\nclass Invoice:\n    def __init__(self, number: int, note=''): pass\n"
                              "    def pay(self, amount: 'Money') -> bool: pass\n"
                              "def total(lines: list[float], tax) -> float: pass\n";
    files["orders/m0.py"] += "from billing import Invoice, total\nfrom billing.m3 import RATES\n"
                             "def close(lines):\n    RATES['a'] = 1\n    invoice = Invoice(1)\n    invoice.pay(2)\n    return total(lines, 3)\n";
    files["tests/test_billing.py"] = "from billing.m3 import f, g, h\ndef test():\n    f()\n    g()\n";
    return files;
}

const graph::ContextInterface& faceOf(const graph::Codebase& code, const std::vector<graph::ContextInterface>& faces, const char* name)
{
    for (std::size_t at = 0; at < faces.size(); ++at) {
        if (code.contexts[at].name == name)
            return faces[at];
    }
    qFatal("no context %s", name);
}

} // namespace

class TestContextInterface : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void entries();
    void data();
    void relations();
    void sharedState_data();
    void sharedState();
    void sharedStateTiesModules();
};

void TestContextInterface::entries()
{
    const auto code = testing::buildCodebase(shop());
    QVERIFY(code.has_value());
    const auto faces = graph::contextInterfaces(*code);
    QStringList rows;
    const auto& face = faceOf(*code, faces, "billing");
    for (const graph::InterfaceEntry& entry : face.entries) {
        rows << QStringLiteral("%1:%2 %3 %4 %5 %6/%7").arg(QString::fromStdString(code->modules[entry.module].file.path), QString::fromUtf8(entry.name.data(), qsizetype(entry.name.size())))
                    .arg(int(entry.kind)).arg(entry.importers).arg(entry.callers).arg(entry.annotated).arg(entry.slotCount);
    }
    // Where they are defined, not the facade; the test is no user.
    QCOMPARE(rows, (QStringList { QStringLiteral("billing/m3.py:Invoice 1 1 1 1/2"), QStringLiteral("billing/m3.py:total 0 1 1 2/3"),
                       QStringLiteral("billing/m3.py:Invoice.pay 0 0 1 2/2"), QStringLiteral("billing/m3.py:RATES 2 1 0 0/0") }));
    QCOMPARE(face.slotCount, 7U);
    QCOMPARE(face.annotated, 5U);
    QVERIFY(faceOf(*code, faces, "orders").entries.empty());
}

void TestContextInterface::data()
{
    const auto code = testing::buildCodebase(shop());
    QVERIFY(code.has_value());
    const auto faces = graph::contextInterfaces(*code);
    QStringList rows;
    for (const graph::DataFlow& flow : faceOf(*code, faces, "billing").data)
        rows << QStringLiteral("%1 %2 %3").arg(QString::fromStdString(flow.type), flow.isResult ? QStringLiteral("out") : QStringLiteral("in")).arg(flow.calls);
    QCOMPARE(rows, (QStringList { QStringLiteral(" in 1"), QStringLiteral("Money in 1"), QStringLiteral("bool out 1"), QStringLiteral("float out 1"),
                       QStringLiteral("int in 1"), QStringLiteral("list[float] in 1") }));
}

void TestContextInterface::relations()
{
    const auto code = testing::buildCodebase(shop());
    QVERIFY(code.has_value());
    const auto faces = graph::contextInterfaces(*code);
    const auto& billing = faceOf(*code, faces, "billing");
    const auto& orders = faceOf(*code, faces, "orders");
    QCOMPARE(billing.users.size(), std::size_t(1));
    QCOMPARE(code->contexts[billing.users[0]].name, std::string("orders"));
    QVERIFY(billing.uses.empty());
    QVERIFY(orders.users.empty());
    QCOMPARE(orders.uses.size(), std::size_t(1));
    QCOMPARE(billing.sharedState.size(), std::size_t(1));
    QCOMPARE(code->sharedState[billing.sharedState[0]].name, std::string_view("RATES"));
}

void TestContextInterface::sharedState_data()
{
    QTest::addColumn<QByteArray>("writer");
    QTest::addColumn<QByteArray>("state");
    const auto row = [](const char* name, const char* writer, const char* state) { QTest::newRow(name) << QByteArray(writer) << QByteArray(state); };
    row("through the module", "import conf\ndef f():\n    conf.DEBUG = True\n", "conf.py:DEBUG");
    row("through an alias", "import conf as c\nc.DEBUG = True\n", "conf.py:DEBUG");
    row("into the object", "from conf import CACHE\ndef f(k):\n    CACHE[k] = 1\n", "conf.py:CACHE");
    row("attribute of the object", "from conf import settings\nsettings.x = 1\n", "conf.py:settings");
    row("changing method", "from conf import CACHE\ndef f():\n    CACHE.update(a=1)\n", "conf.py:CACHE");
    row("changing method of a set", "from conf import SEEN\ndef f():\n    SEEN.add(1)\n", "conf.py:SEEN");
    row("through a facade", "from front import CACHE\ndef f():\n    CACHE.clear()\n", "conf.py:CACHE");
    row("module path", "import sub.state\nsub.state.N = 1\n", "sub/state.py:N");
    row("only read", "from conf import CACHE\ndef f(k):\n    return CACHE[k]\n", "");
    row("no container", "from conf import settings\ndef f():\n    settings.update(a=1)\n", "");
    row("a local of that name", "from conf import CACHE\ndef f():\n    CACHE = {}\n    CACHE['a'] = 1\n", "");
    row("its own", "CACHE = {}\ndef f(k):\n    CACHE[k] = 1\n", "");
}

void TestContextInterface::sharedState()
{
    QFETCH(QByteArray, writer);
    QFETCH(QByteArray, state);
    const auto code = testing::buildCodebase({ { "conf.py", "DEBUG = False\nCACHE = {}\nSEEN = set()\nsettings = Settings()\n" },
        { "front.py", "from conf import CACHE\n" }, { "sub/__init__.py", "" }, { "sub/state.py", "N = 0\n" }, { "writer.py", writer.toStdString() },
        { "tests/test_conf.py", "import conf\nconf.OTHER = 1\n" } });
    QVERIFY(code.has_value());
    QByteArray found;
    for (const graph::SharedState& each : code->sharedState) {
        found += QByteArray::fromStdString(code->modules[each.owner].file.path + ":" + std::string(each.name));
        QCOMPARE(each.writers, std::vector<graph::ModuleId> { *code->find("writer.py") });
    }
    QCOMPARE(found, state);
}

// c has as many links to a as to b, but changes the state of b.
void TestContextInterface::sharedStateTiesModules()
{
    for (const std::string target : { "a", "b" }) {
        Files files;
        for (const std::string group : { "a", "b" }) {
            for (int i = 0; i < 3; ++i) {
                std::string& text = files[group + std::to_string(i) + ".py"];
                text = "T0 = {}\nT1 = {}\nT2 = {}\nT3 = {}\n";
                for (int j = 0; j < i; ++j)
                    text += "from " + group + std::to_string(j) + " import T0 as x, T1 as y\n";
            }
        }
        files["c.py"] = "from a0 import T0, T1, T2, T3\nfrom b0 import T0 as t0, T1 as t1, T2 as t2, T3 as t3\ndef f():\n";
        for (const std::string name : { "0", "1", "2", "3" })
            files["c.py"] += "    " + std::string(target == "a" ? "T" : "t") + name + "['x'] = 1\n";
        const auto code = testing::buildCodebase(files);
        QVERIFY(code.has_value());
        QCOMPARE(code->sharedState.size(), std::size_t(4));
        QCOMPARE(code->modules[*code->find("c.py")].context, code->modules[*code->find(target + "0.py")].context);
        QVERIFY(code->modules[*code->find("a0.py")].context != code->modules[*code->find("b0.py")].context);
    }
}

QTEST_APPLESS_MAIN(TestContextInterface)
#include "tst_context_interface.moc"

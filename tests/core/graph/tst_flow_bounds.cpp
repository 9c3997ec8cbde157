// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Following values ends, whatever the text says.
#include "tests/support/codebase_builder.h"

#include <QTest>

using namespace ferroscope;

class TestFlowBounds : public QObject {
    Q_OBJECT
private slots:
    void hostile_data();
    void hostile();
};

void TestFlowBounds::hostile_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("partial of itself")
        << QStringLiteral("from functools import partial\np = partial(p)\np()\n");
    QTest::newRow("a list in itself") << QStringLiteral("x = []\nx.append(x)\ntry: pass\nexcept x as e: e()\nx[0][1]()\n");
    QTest::newRow("a slice of itself") << QStringLiteral("x = [1]\nx = x[1:]\nx[0]()\n");
    QTest::newRow("decorated by itself") << QStringLiteral("@f\ndef f(): pass\nf()\n");
    QTest::newRow("attributes without end") << QStringLiteral("import a\nwhile 1:\n    a = a.b\na()\n");
    QTest::newRow("a class of its own objects") << QStringLiteral("class C(C()): pass\nC.x = C\nC().x().x().y()\n");
    QString many = QStringLiteral("def run(f): f(f)\n");
    for (int i = 0; i < 300; ++i)
        many += QStringLiteral("def f%1(g): g(run)\nrun(f%1)\n").arg(i);
    QTest::newRow("everything calls everything") << many;
    QTest::newRow("deep") << QStringLiteral("x = ") + QString(3000, u'[') + QString(3000, u']') + QStringLiteral("\nx")
            + QStringLiteral("[0]").repeated(3000) + QStringLiteral("()\n");
}

void TestFlowBounds::hostile()
{
    QFETCH(QString, text);
    const auto code = testing::buildCodebase({ { "m.py", text.toStdString() } });
    QVERIFY(code.has_value());
    QVERIFY(code->callsResolved <= code->callsTotal);
}

QTEST_APPLESS_MAIN(TestFlowBounds)
#include "tst_flow_bounds.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Hazards of a port, each from the few lines of Python that show it: kind, place and words.
#include "core/analysis/hazards.h"
#include "core/analysis/platforms.h"
#include "tests/support/codebase_builder.h"

#include <QtTest>

using namespace ferroscope;
using namespace ferroscope::analysis;

namespace {

using Files = std::map<std::string, std::string>;

// What is said when everything named by `units` moves.
std::vector<Hazard> hazardsOf(const Files& files, std::vector<std::string> units)
{
    Result<graph::Codebase> base = testing::buildCodebase(files);
    if (!base)
        return {};
    const Result<Judged> judged = judgeAll(std::move(*base), {}, {}, 1, {});
    if (!judged)
        return {};
    Candidate candidate;
    std::sort(units.begin(), units.end());
    candidate.units = units;
    std::set<std::string> modules;
    for (const std::string& unit : units)
        modules.insert(unit.substr(0, unit.find(':')));
    candidate.modules.assign(modules.begin(), modules.end());
    return HazardFinder(*judged).hazards(movedBy(judged->codebase, candidate));
}

QStringList shown(const std::vector<Hazard>& hazards)
{
    QStringList lines;
    for (const Hazard& hazard : hazards)
        lines += QString::fromStdString(hazard.kind + " " + hazard.path + ":" + std::to_string(hazard.line) + " " + hazard.sentence);
    return lines;
}

const char* const kShape = "class Shape:\n    def __init__(self, side):\n        self.side = side\n    def area(self):\n        return self.side * self.side\n";

} // namespace

Q_DECLARE_METATYPE(Files)

class TestHazards : public QObject {
    Q_OBJECT

private slots:
    void found_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QStringList>("units");
        QTest::addColumn<QStringList>("expected"); // how each line begins
        const auto row = [](const char* name, const Files& files, const QStringList& units, const QStringList& expected) {
            QTest::newRow(name) << files << units << expected;
        };
        const QStringList shape { QStringLiteral("shop/shape.py:Shape.__init__"), QStringLiteral("shop/shape.py:Shape.area") };
        const std::string text = kShape;
        row("nothing", { { "shop/shape.py", text } }, shape, {});
        row("defines how it is pickled", { { "shop/shape.py", text + "    def __reduce__(self):\n        return Shape, (self.side,)\n" } },
            shape + QStringList { QStringLiteral("shop/shape.py:Shape.__reduce__") },
            { QStringLiteral("pickling shop/shape.py:6 Shape.__reduce__ is part of the pickling protocol: a Rust type has no pickling") });
        row("a user pickles", { { "shop/shape.py", text }, { "shop/cache.py", "import pickle\nfrom shop.shape import Shape\ndef keep(path):\n    pickle.dump(Shape(1), path)\n" } }, shape,
            { QStringLiteral("pickling shop/cache.py:4 shop.cache imports Shape, which moves, and pickles") });
        row("a user that pickles functions only", { { "shop/shape.py", "def area(a):\n    return a * a\n" }, { "shop/cache.py", "import pickle\nfrom shop.shape import area\ndef keep(path):\n    pickle.dump(area(1), path)\n" } },
            { QStringLiteral("shop/shape.py:area") }, {});
        row("subclass elsewhere", { { "shop/shape.py", text }, { "shop/box.py", "from shop import shape\n\n\nclass Box(shape.Shape):\n    pass\n" } }, shape,
            { QStringLiteral("subclassing shop/box.py:4 Box of shop.box derives from Shape, which moves") });
        row("subclass beside it that stays", { { "shop/shape.py", text + "class Box(Shape):\n    pass\n" } }, shape,
            { QStringLiteral("subclassing shop/shape.py:6 Box of shop.shape derives from Shape") });
        row("subclass that moves with it", { { "shop/shape.py", text + "class Box(Shape):\n    def depth(self):\n        return 1\n" } },
            shape + QStringList { QStringLiteral("shop/shape.py:Box.depth") }, {});
        row("exported by the package", { { "shop/__init__.py", "from shop.shape import Shape\n" }, { "shop/shape.py", text } }, shape,
            { QStringLiteral("public-api shop/shape.py:1 Shape is exported") });
        row("exported by __all__", { { "shop/shape.py", "__all__ = ['area']\ndef area(a):\n    return a\ndef other(a):\n    return a\n" } },
            { QStringLiteral("shop/shape.py:area"), QStringLiteral("shop/shape.py:other") }, { QStringLiteral("public-api shop/shape.py:2 area is exported") });
        row("patched by a test", { { "shop/shape.py", "def area(a):\n    return a\n" },
                { "tests/test_shape.py", "from unittest import mock\nimport shop.shape\ndef test_it():\n    with mock.patch('shop.shape.area'):\n        pass\n    with mock.patch('shop.shape.json'):\n        pass\n" } },
            { QStringLiteral("shop/shape.py:area") },
            { QStringLiteral("patched tests/test_shape.py:4 The test module tests.test_shape replaces shop.shape.area, which moves"),
                QStringLiteral("patched tests/test_shape.py:6 The test module tests.test_shape replaces shop.shape.json, which code that moves may use") });
        row("patched by a store", { { "shop/shape.py", "def area(a):\n    return a\n" }, { "shop/fast.py", "from shop import shape\ndef install():\n    shape.area = abs\n    shape.limit = 3\n" } },
            { QStringLiteral("shop/shape.py:area") }, { QStringLiteral("patched shop/fast.py:3 shop.fast sets shape.area, which moves") });
        row("text by position", { { "shop/scan.py", "def scan(text):\n    i = 0\n    out = []\n    while i < len(text):\n        c = text[i]\n        if c == '\\\\':\n            i += 1\n            out.append(text[i])\n        elif c.isspace():\n            pass\n        else:\n            out.append(c)\n        i += 1\n    return out\n" } },
            { QStringLiteral("shop/scan.py:scan") }, { QStringLiteral("text-index shop/scan.py:") });
        row("big integers", { { "shop/rsa.py", "def sign(m, d, n):\n    return pow(m, d, n)\n" } }, { QStringLiteral("shop/rsa.py:sign") },
            { QStringLiteral("unbounded-int shop/rsa.py:2 sign works with integers that may outgrow 64 bits") });
        row("bits in a loop", { { "shop/crc.py", "def crc(data):\n    value = 0\n    for byte in data:\n        value = (value << 8) ^ byte\n    return value\n" } },
            { QStringLiteral("shop/crc.py:crc") }, { QStringLiteral("unbounded-int shop/crc.py:1 crc shifts and combines integers in a loop") });
        row("sets are no numbers", { { "shop/sets.py", "def common(rows, seen):\n    out = 0\n    for row in rows:\n        out += len((set(row) & seen) | (seen ^ row))\n    return out + 1 + 2 + 3\n" } },
            { QStringLiteral("shop/sets.py:common") }, {});
        row("flags are no numbers", { { "shop/flags.py", "def common(rows, flag):\n    for row in rows:\n        row.flags = row.flags & flag | row.mask\n" } },
            { QStringLiteral("shop/flags.py:common") }, {});
        row("a user that imports the module only", { { "shop/shape.py", text }, { "shop/cache.py", "import pickle\nfrom shop import shape\ndef keep(path):\n    pickle.dump(1, path)\n" } }, shape, {});
        row("own exception", { { "shop/errors.py", "class Refused(Exception):\n    pass\n" }, { "shop/pay.py", "from shop.errors import Refused\ndef pay(a):\n    if a < 0:\n        raise Refused(a)\n    return a\n" } },
            { QStringLiteral("shop/pay.py:pay") }, { QStringLiteral("exceptions shop/pay.py:4 Refused of shop.errors is raised to callers") });
        row("exceptions of Python", { { "shop/pay.py", "def pay(a):\n    if a < 0:\n        raise ValueError(a)\n    if a > 9:\n        raise OverflowError\n    raise ValueError('x')\n" } },
            { QStringLiteral("shop/pay.py:pay") }, { QStringLiteral("exceptions shop/pay.py:3 shop.pay raises ValueError and OverflowError to callers") });
        row("order of a set", { { "shop/order.py", "def names(rows):\n    seen = set(rows)\n    out = []\n    for row in seen:\n        out.append(row)\n    return out\n" } },
            { QStringLiteral("shop/order.py:names") }, { QStringLiteral("hash-order shop/order.py:4 names goes through a set") });
        row("order of a dictionary", { { "shop/order.py", "def names(rows):\n    out = []\n    for key, value in rows.items():\n        out.append(key)\n    return out\n" } },
            { QStringLiteral("shop/order.py:names") }, { QStringLiteral("hash-order shop/order.py:3 names goes through a dictionary (rows.items)") });
        row("a list has an order", { { "shop/order.py", "def names(rows):\n    return [row for row in rows]\n" } }, { QStringLiteral("shop/order.py:names") }, {});
        row("hash()", { { "shop/order.py", "def slot(key):\n    return hash(key) % 8\n" } }, { QStringLiteral("shop/order.py:slot") },
            { QStringLiteral("hash-order shop/order.py:2 slot takes hash() of something") });
        row("what stays has none", { { "shop/order.py", "def slot(key):\n    return hash(key) % 8\ndef other(a):\n    return a\n" } }, { QStringLiteral("shop/order.py:other") }, {});
    }

    void found()
    {
        QFETCH(Files, files);
        QFETCH(QStringList, units);
        QFETCH(QStringList, expected);
        std::vector<std::string> names;
        for (const QString& unit : units)
            names.push_back(unit.toStdString());
        const QStringList hazards = shown(hazardsOf(files, names));
        QVERIFY2(hazards.size() == expected.size(), qPrintable(hazards.join(QLatin1Char('\n'))));
        for (qsizetype at = 0; at < hazards.size(); ++at)
            QVERIFY2(hazards[at].startsWith(expected[at]), qPrintable(hazards[at]));
    }

    void sameQuestionSameAnswer()
    {
        Result<graph::Codebase> base = testing::buildCodebase({ { "shop/order.py", "def slot(key):\n    return hash(key) % 8\ndef other(a):\n    raise ValueError(a)\n" } });
        const Judged judged = judgeAll(std::move(*base), {}, {}, 1, {}).value();
        const HazardFinder finder(judged);
        Candidate slot, other;
        slot.units = { "shop/order.py:slot" };
        other.units = { "shop/order.py:other" };
        slot.modules = other.modules = { "shop/order.py" };
        const Moved first = movedBy(judged.codebase, slot), second = movedBy(judged.codebase, other);
        const QStringList once = shown(finder.hazards(first));
        QCOMPARE(once.size(), 1);
        QVERIFY(shown(finder.hazards(second)) != once);
        QCOMPARE(shown(finder.hazards(first)), once);
        QCOMPARE(shown(HazardFinder(judged).hazards(second)), shown(finder.hazards(second)));
    }

    void patchedClass()
    {
        const QStringList hazards = shown(hazardsOf({ { "shop/shape.py", kShape }, { "shop/fast.py", "from shop.shape import Shape\ndef install():\n    Shape.area = abs\n" } },
            { "shop/shape.py:Shape.__init__", "shop/shape.py:Shape.area" }));
        QCOMPARE(hazards.size(), 1);
        QVERIFY2(hazards[0].startsWith(QStringLiteral("patched shop/fast.py:3 shop.fast sets Shape.area, which moves")), qPrintable(hazards[0]));
    }

    void bounded()
    {
        std::string text;
        std::vector<std::string> units;
        for (int at = 0; at < 9; ++at) {
            text += "def f" + std::to_string(at) + "(key):\n    return hash(key)\n";
            units.push_back("shop/many.py:f" + std::to_string(at));
        }
        const std::vector<Hazard> hazards = hazardsOf({ { "shop/many.py", text } }, units);
        QCOMPARE(hazards.size(), kMostHazardsPerKind);
        QVERIFY(hazards.back().sentence.ends_with("And 5 more places of this kind."));
        QVERIFY(!hazards.front().sentence.ends_with("of this kind."));
    }

    void platforms_data()
    {
        QTest::addColumn<QStringList>("classifiers");
        QTest::addColumn<QStringList>("options"); // key=word
        QTest::addColumn<QString>("requirement");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QStringList& classifiers, const QStringList& options, const char* requirement, const char* expected) {
            QTest::newRow(name) << classifiers << options << QString::fromLatin1(requirement) << QString::fromLatin1(expected);
        };
        const QString python = QStringLiteral("Programming Language :: Python :: "), system = QStringLiteral("Operating System :: ");
        row("nothing said", {}, {}, "", "");
        row("only a requirement", {}, {}, ">=3.9,<4", "CPython 3.9 and newer");
        row("Python 2", {}, {}, ">=2.7", "");
        row("classifiers", { python + QStringLiteral("3"), python + QStringLiteral("3.12"), python + QStringLiteral("3.9"), python + QStringLiteral("2.7") }, {}, ">=3.9", "CPython 3.9 to 3.12");
        row("one version, PyPy", { python + QStringLiteral("3.11"), python + QStringLiteral("Implementation :: PyPy") }, {}, "", "CPython 3.11|PyPy");
        row("any system", { system + QStringLiteral("OS Independent") }, {}, ">=3.8", "CPython 3.8 and newer|Linux|Windows|macOS");
        row("POSIX", { system + QStringLiteral("POSIX") }, {}, "", "Linux|macOS");
        row("Linux only", { system + QStringLiteral("POSIX :: Linux") }, {}, "", "Linux");
        row("cibuildwheel", { python + QStringLiteral("3.8"), system + QStringLiteral("OS Independent") },
            { QStringLiteral("build=cp310-manylinux_x86_64"), QStringLiteral("build=cp313t-macosx_arm64"), QStringLiteral("build=cp311-win32"), QStringLiteral("linux.archs=aarch64"), QStringLiteral("skip=cp39-*") },
            ">=3.8", "CPython 3.10 to 3.13|Linux ARM64|Linux x86-64|Windows x86|macOS ARM64");
        row("nonsense", { python + QStringLiteral("3.x"), python + QStringLiteral("3.99999") }, { QStringLiteral("build=cp3-*"), QStringLiteral("build=*") }, "soon", "");
    }

    void platforms()
    {
        QFETCH(QStringList, classifiers);
        QFETCH(QStringList, options);
        QFETCH(QString, requirement);
        QFETCH(QString, expected);
        source::SourceSet sources;
        sources.requiresPython = requirement.toStdString();
        for (const QString& each : classifiers)
            sources.classifiers.push_back(each.toStdString());
        for (const QString& each : options)
            sources.wheelOptions.push_back({ each.section(QLatin1Char('='), 0, 0).toStdString(), each.section(QLatin1Char('='), 1).toStdString() });
        QStringList made;
        for (const std::string& each : analysis::platforms(sources))
            made += QString::fromStdString(each);
        QCOMPARE(made.join(QLatin1Char('|')), expected);
    }
};

QTEST_APPLESS_MAIN(TestHazards)
#include "tst_hazards.moc"

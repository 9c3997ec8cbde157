// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Frames -> functions of the repository: other roots, decorators, lambdas, waiting, builtins; then heat and coverage.
#include "core/evidence/covered_functions.h"
#include "core/evidence/measured_heat.h"
#include "core/evidence/path_match.h"
#include "tests/support/codebase_builder.h"

#include <QTest>

using namespace ferroscope;
using namespace ferroscope::evidence;

namespace {

const std::map<std::string, std::string> kFiles {
    { "src/shop/hot.py", // lines of functions: 4 (decorator 3), 8, 12, 13
        "import functools\n"
        "\n"
        "@functools.cache\n"
        "def area(w, h):\n"
        "    return w * h\n"
        "\n"
        "class Box:\n"
        "    def total(self, xs):\n"
        "        return sum(x * 2 for x in xs)\n"
        "\n"
        "\n"
        "def outer(xs):\n"
        "    def inner(x):\n"
        "        return x + 1\n"
        "    f = lambda x: inner(x)\n"
        "    return [f(x) for x in xs]\n" },
    { "src/shop/util.py", "import time\n\ndef pause():\n    time.sleep(1)\n\ndef add(a, b):\n    return a + b\n" },
    { "src/shop/__init__.py", "" },
    { "src/web/__init__.py", "" },
    { "src/web/util.py", "def render(x):\n    return str(x)\n" },
    { "random.py", "def seed():\n    return 1\n" },
};

ProfileEntry entry(const char* file, std::uint32_t line, const char* function, double self, LineMeaning meaning = LineMeaning::First)
{
    ProfileEntry made;
    made.file = file;
    made.line = line;
    made.function = function;
    made.lineMeaning = line == 0 ? LineMeaning::Unknown : meaning;
    made.isQualified = true;
    made.selfSeconds = self;
    return made;
}

Profile profileOf(std::vector<ProfileEntry> entries, bool exact = true)
{
    Profile profile;
    profile.exact = exact;
    profile.samples = exact ? 0 : 100;
    for (const ProfileEntry& each : entries)
        profile.totalSeconds += each.selfSeconds + each.nativeSeconds + each.waitingSeconds;
    profile.entries = std::move(entries);
    return profile;
}

struct Base {
    graph::Codebase codebase = *testing::buildCodebase(kFiles);
    graph::FunctionId id(const std::string& name) const
    {
        for (graph::FunctionId at = 0; at < codebase.functionCount; ++at) {
            if (codebase.functionName(at) == name)
                return at;
        }
        qFatal("no function %s", name.c_str());
    }
    JoinedProfile join(const Profile& profile) const { return *joinProfiles(codebase, knowledge::knowledge(), { profile }); }
};

bool near(double a, double b) { return std::abs(a - b) < 1e-9; }

} // namespace

class TestProfileJoin : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void functions_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("line");
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<bool>("first");
        QTest::addColumn<QByteArray>("found"); // "" = none
        const auto row = [](const char* name, const char* file, int line, const char* function, bool first, const char* found) {
            QTest::newRow(name) << QByteArray(file) << line << QByteArray(function) << first << QByteArray(found);
        };
        row("relative", "src/shop/hot.py", 12, "outer", true, "src/shop/hot.py:outer");
        row("absolute", "/home/x/demo/src/shop/hot.py", 12, "outer", true, "src/shop/hot.py:outer");
        row("installed", "/usr/lib/python3/dist-packages/shop/hot.py", 12, "outer", true, "src/shop/hot.py:outer");
        row("Windows", "C:\\demo\\src\\shop\\hot.py", 12, "outer", true, "src/shop/hot.py:outer");
        row("short, as py-spy writes it", "shop/hot.py", 16, "outer", false, "src/shop/hot.py:outer");
        row("name only", "hot.py", 12, "outer", true, "src/shop/hot.py:outer");
        row("two of one name: the longer end", "/x/web/util.py", 1, "render", true, "src/web/util.py:render");
        row("two of one name: either", "util.py", 6, "add", true, "");
        row("decorator", "shop/hot.py", 3, "area", true, "src/shop/hot.py:area");
        row("line of def", "shop/hot.py", 4, "area", true, "src/shop/hot.py:area");
        row("method by its name", "shop/hot.py", 8, "total", true, "src/shop/hot.py:Box.total");
        row("method by its qualified name", "shop/hot.py", 9, "Box.total", false, "src/shop/hot.py:Box.total");
        row("qualified name, no line", "shop/hot.py", 0, "Box.total", false, "src/shop/hot.py:Box.total");
        row("nested", "shop/hot.py", 14, "outer.<locals>.inner", false, "src/shop/hot.py:outer.inner");
        row("lambda", "shop/hot.py", 15, "<lambda>", true, "src/shop/hot.py:outer");
        row("list comprehension", "shop/hot.py", 16, "<listcomp>", true, "src/shop/hot.py:outer");
        row("generator expression, qualified", "shop/hot.py", 0, "Box.total.<locals>.<genexpr>", false, "src/shop/hot.py:Box.total");
        row("generator expression", "shop/hot.py", 9, "<genexpr>", true, "src/shop/hot.py:Box.total");
        row("module", "shop/hot.py", 1, "<module>", true, "src/shop/hot.py:<module>");
        row("class body", "shop/hot.py", 7, "Box", true, "src/shop/hot.py:<module>");
        row("line alone, as Scalene writes it", "shop/hot.py", 9, "", false, "src/shop/hot.py:Box.total");
        row("moved since, the name is still unique", "shop/hot.py", 40, "area", true, "src/shop/hot.py:area");
        row("not there any more", "shop/hot.py", 40, "gone", true, "");
        row("standard library of the same name", "/usr/lib/python3.11/random.py", 128, "betavariate", true, "");
        row("frozen", "<frozen importlib._bootstrap>", 1, "_find", true, "");
        row("another repository", "/home/y/other/main.py", 1, "main", true, "");
    }

    void functions()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, line);
        QFETCH(QByteArray, function);
        QFETCH(bool, first);
        QFETCH(QByteArray, found);
        const Base base;
        const JoinedProfile joined = base.join(profileOf({ entry(file.constData(), static_cast<std::uint32_t>(line), function.constData(), 1.0, first ? LineMeaning::First : LineMeaning::Current) }));
        if (found.isEmpty()) {
            QVERIFY(joined.functions.empty());
            QCOMPARE(joined.unmatched.size(), std::size_t { 1 });
            QCOMPARE(joined.matchedShare(), 0.0);
            return;
        }
        QCOMPARE(joined.functions.size(), std::size_t { 1 });
        QCOMPARE(QByteArray::fromStdString(base.codebase.functionName(joined.functions.begin()->first)), found);
        QCOMPARE(joined.matchedShare(), 1.0);
    }

    void builtinsGoToTheirCallers()
    {
        const Base base;
        Profile profile = profileOf({ entry("src/shop/util.py", 3, "pause", 0.1), entry("~", 0, "<built-in method time.sleep>", 1.5), entry("src/shop/hot.py", 8, "total", 0.2),
            entry("~", 0, "<built-in method builtins.sum>", 0.4), entry("/usr/lib/python3.11/threading.py", 295, "wait", 0.05), entry("~", 0, "<method 'acquire' of '_thread.lock' objects>", 7) });
        profile.edges = { { 0, 1, 1, 1.0 }, { 4, 1, 1, 0.5 }, { 2, 3, 2, 0.4 }, { 4, 5, 3, 7 } };
        const JoinedProfile joined = base.join(profile);
        QVERIFY(near(joined.functions.at(base.id("src/shop/util.py:pause")).waiting, 1.0));
        QVERIFY(near(joined.functions.at(base.id("src/shop/hot.py:Box.total")).native, 0.4));
        QVERIFY(near(joined.functions.at(base.id("src/shop/hot.py:Box.total")).self, 0.2));
        QVERIFY(near(joined.setAside, 0.5 + 0.05 + 7)); // the idle thread, and the sleep that it called
        QVERIFY(near(joined.runSeconds, 1.7));
        QVERIFY(near(joined.matchedSeconds, 1.7));
    }

    // Scalene with --profile-all: two thirds of a run in a thread that waits.
    void theIdleThreadIsSetAside()
    {
        const Base base;
        ProfileEntry idle = entry("/usr/lib/python3.11/threading.py", 964, "Thread.run", 0);
        idle.nativeSeconds = 66.7;
        const JoinedProfile joined = base.join(profileOf({ entry("src/shop/hot.py", 12, "outer", 33.3), idle }, false));
        QVERIFY(near(joined.setAside, 66.7));
        QVERIFY(near(joined.matchedShare(), 1.0));
    }

    void classesAreNotMixed()
    {
        const Base base;
        const Profile exact = profileOf({ entry("src/shop/hot.py", 12, "outer", 1) });
        const Profile sampled = profileOf({ entry("src/shop/hot.py", 12, "outer", 1) }, false);
        const auto mixed = joinProfiles(base.codebase, knowledge::knowledge(), { exact, sampled });
        QVERIFY(!mixed);
        QCOMPARE(mixed.error().code, ErrorCode::BadInput);
        const auto summed = joinProfiles(base.codebase, knowledge::knowledge(), { sampled, sampled });
        QVERIFY(summed);
        QVERIFY(near(summed->functions.begin()->second.self, 2));
        QCOMPARE(summed->samples, std::uint64_t { 200 });
    }

    void measuredReplacesTheEstimate()
    {
        const Base base;
        const HeatMap estimated = estimateHeat(base.codebase, knowledge::knowledge(), {});
        ProfileEntry outer = entry("src/shop/hot.py", 12, "outer", 3);
        outer.calls = 4;
        ProfileEntry inner = entry("src/shop/hot.py", 13, "inner", 1);
        inner.calls = 1000;
        Profile profile = profileOf({ outer, inner, entry("/usr/lib/python3.11/x.py", 1, "f", 4) });
        profile.edges = { { 0, 1, 1000, 1 } };
        const HeatMap heat = overlay(estimated, base.codebase, base.join(profile));
        const FunctionHeat& hot = heat.functions[base.id("src/shop/hot.py:outer")];
        QVERIFY(hot.measured);
        QVERIFY(near(hot.interpreted.likely / heat.total(), 3.0 / 8)); // of the whole run, what is outside included
        QVERIFY(hot.interpreted.low < hot.interpreted.likely); // the profiler's own price
        QCOMPARE(*hot.measuredCalls, 4.0);
        QVERIFY(near(heat.total(), estimated.total()));
        // What did not run is as it was, and is not called measured.
        const graph::FunctionId render = base.id("src/web/util.py:render");
        QVERIFY(!heat.functions[render].measured);
        QCOMPARE(heat.functions[render].interpreted, estimated.functions[render].interpreted);
        // The call was counted; its price and the times are in one unit.
        bool seen = false;
        for (std::size_t at = 0; at < base.codebase.calls.size(); ++at) {
            const graph::CallEdge& edge = base.codebase.calls[at];
            if (edge.from != base.id("src/shop/hot.py:outer") || edge.to != base.id("src/shop/hot.py:outer.inner"))
                continue;
            seen = true;
            QVERIFY(heat.measuredEdges[at] != 0);
            QVERIFY(near(heat.edgeCalls[at] / heat.perSecond * 1e9, 1000));
        }
        QVERIFY(seen);
        const MeasuredModule module = measuredModule(heat, base.codebase.modules[*base.codebase.find("src/shop/hot.py")]);
        QVERIFY(module.measured && near(module.interpreted.likely / heat.total(), 0.5));
        QVERIFY(!measuredModule(heat, base.codebase.modules[*base.codebase.find("src/web/util.py")]).measured);
    }

    void sampledHasAnErrorAndNoCalls()
    {
        const Base base;
        const HeatMap estimated = estimateHeat(base.codebase, knowledge::knowledge(), {});
        Profile profile = profileOf({ entry("src/shop/hot.py", 16, "outer", 3, LineMeaning::Current), entry("src/shop/hot.py", 14, "inner", 1, LineMeaning::Current) }, false);
        profile.knowsNative = true;
        const HeatMap heat = overlay(estimated, base.codebase, base.join(profile));
        const FunctionHeat& hot = heat.functions[base.id("src/shop/hot.py:outer")];
        QVERIFY(!hot.measuredCalls);
        QVERIFY(heat.measuredEdges.empty());
        const double error = 2 / std::sqrt(75.0); // 75 of 100 samples
        QVERIFY(near(hot.interpreted.low / heat.total(), 0.75 * (1 - error)));
        QVERIFY(near(hot.interpreted.high / heat.total(), 0.75 * (1 + error)));
        QCOMPARE(heat.edgeCalls, estimated.edgeCalls);
    }

    void aProfileOfSomethingElseChangesNothing()
    {
        const Base base;
        const HeatMap estimated = estimateHeat(base.codebase, knowledge::knowledge(), {});
        const HeatMap heat = overlay(estimated, base.codebase, base.join(profileOf({ entry("/x/other.py", 1, "f", 3) })));
        QCOMPARE(heat.perSecond, 0.0);
        for (std::size_t at = 0; at < heat.functions.size(); ++at)
            QCOMPARE(heat.functions[at].interpreted, estimated.functions[at].interpreted);
    }

    void coverage()
    {
        const Base base;
        LineCoverage lines;
        lines.roots = { "/home/x/demo/src" };
        lines.files["shop/hot.py"] = { { 1, 3, 4, 7, 8, 12, 13, 14 }, { 5, 9, 15, 16 } };
        lines.files["web/util.py"] = { { 1 }, { 900 } }; // longer than the file: another version
        const Covered covered = coverFunctions(base.codebase, lines);
        QCOMPARE(covered.filesMatched, std::size_t { 1 });
        QCOMPARE(covered.filesTotal, std::size_t { 2 });
        const auto share = [&](const char* name) { return covered.functions[base.id(name)]->share(); };
        QCOMPARE(*share("src/shop/hot.py:area"), 0.0); // def ran at import, its body did not
        QCOMPARE(*share("src/shop/hot.py:outer.inner"), 1.0);
        QVERIFY(near(*share("src/shop/hot.py:outer"), 1.0 / 3)); // 13 of 13, 15, 16
        QVERIFY(near(*covered.modules[*base.codebase.find("src/shop/hot.py")]->share(), 8.0 / 12));
        QVERIFY(!covered.functions[base.id("src/web/util.py:render")]);
    }
};

QTEST_APPLESS_MAIN(TestProfileJoin)
#include "tst_profile_join.moc"

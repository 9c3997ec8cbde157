// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between writers of one format, one row or test each.
#include "core/evidence/profiles/read_profile.h"
#include "tests/core/evidence/profiles/marshal_writer.h"

#include <QTest>
#include <algorithm>

using namespace ferroscope::evidence;
using namespace ferroscope::tests::marshal;

namespace {

Profile read(const std::string& bytes)
{
    auto profile = readProfile(bytes);
    if (!profile)
        qFatal("refused: %s", profile.error().detail.c_str());
    return std::move(*profile);
}

const ProfileEntry& of(const Profile& profile, std::string_view function)
{
    const auto found = std::find_if(profile.entries.begin(), profile.entries.end(), [&](const ProfileEntry& entry) { return entry.function == function; });
    if (found == profile.entries.end())
        qFatal("no entry %s", std::string(function).c_str());
    return *found;
}

bool near(double a, double b) { return std::abs(a - b) < 1e-9; }

} // namespace

class TestTraps : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsOfCallersStandTheOtherWayRound()
    {
        // 10 calls, 2 of them primitive: (cc, nc) in the value, (nc, cc) among the callers.
        const std::string callers = key("a.py", 3, "f") + tuple(integer(8), integer(0), real(0.25), real(0.25)) + key("a.py", 9, "g") + tuple(integer(2), integer(2), real(0.25), real(0.5));
        const Profile profile = read(dict(key("a.py", 3, "f") + tuple(integer(2), integer(10), real(0.5), real(0.5), dict(callers)) + function("a.py", 9, "g", 1, 0.1)));
        QVERIFY(profile.exact);
        QCOMPARE(of(profile, "f").calls, std::uint64_t { 10 });
        std::uint64_t calls = 0;
        for (const ProfileEdge& edge : profile.edges)
            calls += edge.calls;
        QCOMPARE(calls, std::uint64_t { 10 });
    }

    void plainCountsOfTheProfileModule()
    {
        const Profile profile = read(dict(function("", 0, "exec", 3, 0.5, key("a.py", 1, "f") + integer(3))));
        QCOMPARE(of(profile, "exec").file, std::string("~"));
        QCOMPARE(profile.edges.at(0).calls, std::uint64_t { 3 });
    }

    void noCountsIsSampled()
    {
        // pyinstrument: counts of -1, and a time that is the integer 0.
        const Profile profile = read(dict(key("a.py", 3, "f") + tuple(integer(-1), integer(-1), integer(0), real(0.5), dict({})) + key("a.py", 9, "g") + tuple(integer(-1), integer(-1), real(0.5), real(0.5), dict({}))));
        QVERIFY(!profile.exact);
        QCOMPARE(of(profile, "g").calls, std::uint64_t { 0 });
        // Found by fuzzing: counts of other functions in such a file stayed.
        const Profile mixed = read(dict(function("a.py", 1, "h", 5, 0.5) + key("a.py", 3, "f") + tuple(integer(-1), integer(-1), real(0.5), real(0.5), dict({}))));
        QVERIFY(!mixed.exact);
        QCOMPARE(of(mixed, "h").calls, std::uint64_t { 0 });
        QVERIFY(near(profile.totalSeconds, 0.5));
    }

    void samplingProfilerOf315()
    {
        const std::string mark = tuple(text("__sampled__")) + "T";
        const Profile profile = read(dict(mark + function("a.py", 4, "f", 7, 0.7) + function("a.py", 6, "f", 3, 0.3, key("a.py", 9, "g") + integer(3))));
        QVERIFY(!profile.exact);
        QCOMPARE(profile.samples, std::uint64_t { 10 });
        QCOMPARE(profile.entries.at(0).lineMeaning, LineMeaning::Current); // one function under several lines
        QCOMPARE(profile.entries.at(0).calls, std::uint64_t { 0 });
    }

    void longIntegersAndOldFloats()
    {
        const std::string big = "l" + raw(std::int32_t { 3 }) + raw(std::uint16_t { 1 }) + raw(std::uint16_t { 0 }) + raw(std::uint16_t { 1 }); // 2^30 + 1
        const Profile profile = read(dict(key("a.py", 3, "f") + tuple(big, big, std::string("f\x03" "0.5"), real(0.5), dict({}))));
        QCOMPARE(of(profile, "f").calls, std::uint64_t { (1U << 30U) + 1 });
        QVERIFY(near(profile.totalSeconds, 0.5));
    }

    void interned2()
    {
        // Python 2: 't' is remembered, 'R' refers to it.
        const std::string name = "t" + raw(std::int32_t { 4 }) + "a.py";
        const std::string again = "R" + raw(std::int32_t { 0 });
        const std::string value = "(" + raw(std::int32_t { 5 }) + integer(1) + integer(1) + real(0.5) + real(0.5) + dict({});
        const Profile profile = read(dict("(" + raw(std::int32_t { 3 }) + name + integer(3) + text("f") + value + "(" + raw(std::int32_t { 3 }) + again + integer(9) + text("g") + value));
        QCOMPARE(of(profile, "g").file, std::string("a.py"));
    }

    void collapsed_data()
    {
        QTest::addColumn<std::string>("line");
        QTest::addColumn<std::string>("file");
        QTest::addColumn<std::string>("function");
        QTest::addColumn<int>("number");
        const auto row = [](const char* name, const char* line, const char* file, const char* function, int number) {
            QTest::newRow(name) << std::string(line) << std::string(file) << std::string(function) << number;
        };
        row("py-spy", "<module> (a.py:9);f (pkg/b.py:3) 4\n", "pkg/b.py", "f", 3);
        row("py-spy --function", "<module> (a.py);f (pkg/b.py) 4\n", "pkg/b.py", "f", 0);
        row("py-spy --subprocesses --threads", "process 7:\"python a.py\";thread (0x7F): Main;f (b.py:3) 4\n", "b.py", "f", 3);
        row("frames with spaces", "<module> (my app/a b.py:9);f (my app/a b.py:3) 4\n", "my app/a b.py", "f", 3);
        row("Windows", "<module> (C:\\x\\a.py:9);f (C:\\x\\b.py:3) 4\n", "C:\\x\\b.py", "f", 3);
        row("carriage returns", "<module> (a.py:9);f (b.py:3) 4\r\n", "b.py", "f", 3);
        row("perf, Python only", "python3;py::<module>:/a.py;py::A.f:/pkg/b.py 4\n", "/pkg/b.py", "A.f", 0);
        row("perf, with symbols", "python3;_start;py::<module>:/a.py;_PyEval_EvalFrameDefault;py_trampoline_evaluator;py::A.f:/pkg/b.py;_PyEval_EvalFrameDefault 4\n", "/pkg/b.py", "A.f", 0);
    }

    void collapsed()
    {
        QFETCH(std::string, line);
        QFETCH(std::string, file);
        QFETCH(std::string, function);
        QFETCH(int, number);
        const Profile profile = read(line);
        QCOMPARE(profile.samples, std::uint64_t { 4 });
        QVERIFY(!profile.isScaled);
        const ProfileEntry& leaf = of(profile, function);
        QCOMPARE(leaf.file, file);
        QCOMPARE(static_cast<int>(leaf.line), number);
        QVERIFY(near(leaf.selfSeconds, 0.04));
        for (const ProfileEntry& entry : profile.entries)
            QVERIFY(near(entry.totalSeconds, 0.04));
    }

    void recursionCountsOnce()
    {
        const Profile profile = read("main (a.py:9);f (a.py:3);f (a.py:3);f (a.py:3) 4\n");
        QVERIFY(near(of(profile, "f").totalSeconds, 0.04));
    }

    void austinText()
    {
        const Profile profile = read("# austin: 3.7.0\n# interval: 5000\n# mode: wall\n\nP1;T0:2;C:\\x\\a.py:main:3;C:\\x\\a.py:A.f.<locals>.<genexpr>:7;:GC: 5000\n"
                                     "P1;T0:2;C:\\x\\a.py:main:3 1000,1,-5\nP1;T0:2 700\n# duration: 9\n");
        QVERIFY(near(profile.totalSeconds, 0.0067));
        QCOMPARE(of(profile, "A.f.<locals>.<genexpr>").file, std::string("C:\\x\\a.py"));
        QVERIFY(near(of(profile, "A.f.<locals>.<genexpr>").selfSeconds, 0.005));
        QVERIFY(near(of(profile, "main").selfSeconds, 0)); // idle
        QVERIFY(near(of(profile, "main").waitingSeconds, 0.001));
    }

    void mojoKeysBelongToAProcess()
    {
        using namespace std::string_literals;
        const auto process = [](char pid, const std::string& name) {
            return "\x02"s + pid + "t\0"s + "\x0B\x05"s + "a.py\0"s + "\x0B\x06"s + name + "\0"s + "\x03\x07\x05\x06\x09"s + "\x05\x07\x09\x0A"s;
        };
        const Profile profile = read("MOJ\x01"s + process('\x01', "f") + process('\x02', "g"));
        QVERIFY(near(of(profile, "f").selfSeconds, 10e-6));
        QVERIFY(near(of(profile, "g").selfSeconds, 10e-6));
        QCOMPARE(of(profile, "f").line, 9U);
    }

    void speedscope()
    {
        // Memory beside time, a null line, several threads, profiles before frames.
        const Profile profile = read(R"({"profiles":[{"type":"sampled","unit":"seconds","samples":[[0,1],[0]],"weights":[0.25,0.5]},)"
                                     R"({"type":"sampled","unit":"bytes","samples":[[0]],"weights":[4096]},)"
                                     R"({"type":"evented","unit":"milliseconds","startValue":100,"endValue":400,"events":[{"type":"O","at":100,"frame":1},{"type":"C","at":350,"frame":1}]}],)"
                                     R"("shared":{"frames":[{"name":"main","file":"/x/a.py","line":null,"col":null},{"name":"f","file":"/x/a.py","line":7}]},"exporter":"py-spy@0.4.2"})");
        QVERIFY(near(profile.totalSeconds, 1.0));
        QVERIFY(near(of(profile, "main").selfSeconds, 0.5));
        QVERIFY(near(of(profile, "f").selfSeconds, 0.5));
        QCOMPARE(of(profile, "main").lineMeaning, LineMeaning::Unknown);
    }

    void scaleneWithoutWhatIsOptional()
    {
        const Profile profile = read(R"({"alloc_samples":0,"elapsed_time_sec":10,"files":{"a.py":{"lines":[{"lineno":3,"n_cpu_percent_python":40,"n_cpu_percent_c":10,"n_sys_percent":5},{"lineno":4}]},)"
                                     R"("b.py":{"functions":[{"line":"A.f","lineno":2,"n_cpu_percent_python":20}],"lines":[{"lineno":3,"n_cpu_percent_python":20},{"lineno":9,"n_cpu_percent_python":15}]}}})");
        QVERIFY(near(profile.totalSeconds, 9.0));
        QVERIFY(near(profile.entries.at(0).selfSeconds, 4.0));
        QVERIFY(near(profile.entries.at(0).nativeSeconds, 1.0));
        QVERIFY(near(profile.entries.at(0).waitingSeconds, 0.5));
        QVERIFY(near(of(profile, "A.f").selfSeconds, 2.0));
        QVERIFY(near(of(profile, "<module>").selfSeconds, 1.5)); // in no function
    }

    void pyinstrumentSynthetics()
    {
        const Profile profile = read(R"({"duration":2,"root_frame":{"function":"main","file_path":"a.py","line_no":1,"time":2,"children":[)"
                                     R"({"function":"f","file_path":"a.py","line_no":5,"time":1.5,"children":[{"function":"[self]","time":0.5,"children":[]},{"function":"[await]","time":0.25,"children":[]}]}]}})");
        QCOMPARE(profile.entries.size(), std::size_t { 2 });
        QVERIFY(near(of(profile, "main").selfSeconds, 0.5));
        QVERIFY(near(of(profile, "f").selfSeconds, 1.25));
        QVERIFY(near(of(profile, "f").waitingSeconds, 0.25));
        QVERIFY(near(profile.totalSeconds, 2));
    }

    void pyinstrumentDeepRecursion()
    {
        std::string tree;
        constexpr int kDeep = 4000;
        for (int at = 0; at < kDeep; ++at)
            tree += R"({"function":"f","file_path":"a.py","line_no":1,"time":1,"children":[)";
        for (int at = 0; at < kDeep; ++at)
            tree += "]}";
        const Profile profile = read(R"({"root_frame":)" + tree + "}");
        QVERIFY(near(profile.totalSeconds, 1));
        QVERIFY(near(of(profile, "f").totalSeconds, 1));
    }

    void perfTellsFourWays()
    {
        const auto sample = [](const std::string& leaf) {
            return "python3 7 [001] 12.5: 1000000 cpu-clock:ppp: \n" + leaf + "\t 85 py::A.f:/x/a.py+0x5 (/jit.so)\n\t 9 py_trampoline_evaluator+0x70 (/usr/lib/libpython3.13.so.1.0)\n\n";
        };
        const Profile profile = read(sample("\t 1 _PyEval_EvalFrameDefault+0x1 (/usr/lib/libpython3.13.so.1.0)\n") + sample("\t 2 dict_merge+0x1 (/usr/lib/libpython3.13.so.1.0)\n")
            + sample("\t 3 dgemm+0x1 (/usr/lib/libopenblas.so)\n") + sample("\t 4 copy_page+0x1 ([kernel.kallsyms])\n"));
        QVERIFY(profile.isScaled);
        QVERIFY(near(of(profile, "A.f").selfSeconds, 0.002));
        QVERIFY(near(of(profile, "A.f").nativeSeconds, 0.002));
    }
};

QTEST_APPLESS_MAIN(TestTraps)
#include "tst_traps.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Broken and hostile files: one clause that says what is wrong, never a crash, never much memory.
#include "core/evidence/profiles/read_profile.h"
#include "tests/core/evidence/profiles/marshal_writer.h"

#include <QFile>
#include <QTest>

using namespace ferroscope::evidence;
using namespace ferroscope::tests::marshal;

namespace {

std::string repeated(const std::string& part, std::size_t count)
{
    std::string out;
    out.reserve(part.size() * count);
    for (std::size_t at = 0; at < count; ++at)
        out += part;
    return out;
}

std::string flagged(std::string object)
{
    object[0] = static_cast<char>(object[0] | '\x80');
    return object;
}

} // namespace

class TestRefused : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sentence_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char* name, const std::string& bytes, const char* says) { QTest::newRow(name) << bytes << std::string(says); };
        const std::string good = function("a.py", 3, "f", 2, 0.5);

        row("empty", "", "empty");
        row("text", "hello world\n", "none of the known profiles");
        row("image", "\x89PNG\r\n\x1a\n123", "none of the known profiles");
        row("marshal: no function", dict({}), "not one function");
        row("marshal: cut off", ("{" + good).substr(0, 30), "ends in the middle");
        row("marshal: no end", "{" + good, "ends in the middle");
        row("marshal: something after the end", dict(good) + "i", "follows after the end");
        row("marshal: negative length", "{(" + raw(std::int32_t { -1 }), "length is negative");
        row("marshal: huge length", "{(" + raw(std::int32_t { 0x7FFFFFFF }), "larger than what is left");
        row("marshal: huge text", "{)\x03s" + raw(std::int32_t { 0x7FFFFFFF }) + "abc", "larger than what is left");
        row("marshal: reference to nowhere", "{)\x03r" + raw(std::int32_t { 7 }), "leads nowhere");
        row("marshal: negative reference", "{)\x03r" + raw(std::int32_t { -7 }), "leads nowhere");
        row("marshal: contains itself", dict(flagged(std::string(")\x03", 2)) + "r" + raw(std::int32_t { 0 })), "contains itself");
        row("marshal: nested deep", "{" + repeated(")\x01", 200), "nested more than 100 deep");
        row("marshal: code object", "{)\x01" "c", "no object that a profile holds");
        row("marshal: bad digit", "{)\x01l" + raw(std::int32_t { 1 }) + "\xFF\xFF", "out of range");
        row("marshal: wrong shape", dict(key("a.py", 3, "f") + tuple(integer(1), integer(1))), "entry 1 is no function");
        row("marshal: wrong key", dict(tuple(integer(1), integer(2), integer(3)) + tuple(integer(1), integer(1), real(0), real(0), dict({}))), "entry 1 is no function");
        row("marshal: not a number", dict(key("a.py", 3, "f") + tuple(integer(1), integer(1), real(std::numeric_limits<double>::quiet_NaN()), real(0), dict({}))), "entry 1 is no function");
        row("marshal: callers of texts", dict(function("a.py", 3, "f", 1, 0.5, key("b.py", 1, "g") + text("x"))), "entry 1 is no function");

        row("JSON: cut off", "{\"profiles\": [", "no well-formed JSON at byte");
        row("JSON: no profile", "{\"a\": 1}", "none of the known profiles");
        row("JSON: deep", "{\"a\": " + repeated("[", 20'000), "nested more than 10,000 deep");
        row("JSON: one long text", "{\"a\": \"" + std::string(3U << 20U, 'x') + "\"}", "longer than 1 MiB");
        row("JSON: one long number", "{\"a\": " + std::string(3U << 20U, '1') + "}", "longer than 1 MiB");
        row("JSON: number out of range", "{\"a\": 1e999}", "no well-formed JSON");
        row("JSON: not UTF-8", "{\"a\": \"\xff\"}", "no well-formed JSON");

        const std::string frames = R"({"shared":{"frames":[{"name":"f","file":"a.py","line":1}]},"profiles":)";
        row("speedscope: memory", frames + R"([{"type":"sampled","unit":"bytes","samples":[[0]],"weights":[1]},{"type":"sampled","unit":"none","samples":[[0]],"weights":[1]}]})", "unit of time");
        row("speedscope: no frame of that index", frames + R"([{"type":"sampled","unit":"seconds","samples":[[4294967295]],"weights":[1]}]})", "names a frame that is not there");
        row("speedscope: negative index", frames + R"([{"type":"sampled","unit":"seconds","samples":[[-1]],"weights":[1]}]})", "names a frame that is not there");
        row("speedscope: fewer weights", frames + R"([{"type":"sampled","unit":"seconds","samples":[[0],[0]],"weights":[1]}]})", "no weight");
        row("speedscope: negative weight", frames + R"([{"type":"sampled","unit":"seconds","samples":[[0]],"weights":[-1]}]})", "no weight");
        row("speedscope: back in time", frames + R"([{"type":"evented","unit":"seconds","events":[{"type":"O","at":2,"frame":0},{"type":"C","at":1,"frame":0}]}]})", "order of time");
        row("speedscope: closes what is not open", frames + R"([{"type":"evented","unit":"seconds","events":[{"type":"C","at":1,"frame":0}]}]})", "not open");
        row("speedscope: weights are texts", frames + R"([{"type":"sampled","unit":"seconds","samples":[[0]],"weights":["1"]}]})", "no weight");
        row("speedscope: no frames", R"({"shared":{"frames":[]},"profiles":[{"type":"sampled","unit":"seconds","samples":[],"weights":[]}]})", "not one function");
        row("scalene: share of a million", R"({"elapsed_time_sec":1,"files":{"a.py":{"lines":[{"lineno":1,"n_cpu_percent_python":1000000}]}}})", "no percentage");
        row("pyinstrument: no time", R"({"root_frame":{"function":"f","children":[]}})", "has no time");
        row("pyinstrument: record without a time", R"({"frame_records":[[["f\u0000a.py\u00001"]]]})", "no stack with a time");
        row("pyinstrument: frame without parts", R"({"frame_records":[[["f"],0.5]]})", "not written as one");

        row("collapsed: no count later on", "main (a.py:1);f (a.py:2) 3\nbroken\n", "line 2 does not end with a count");
        row("collapsed: huge count", "main (a.py:1);f (a.py:2) 99999999999999999\n", "line 1 does not end with a count");
        row("collapsed: deep", repeated("f (a.py:1);", 30'000) + "g (a.py:2) 1\n", "deeper than 20,000");
        row("austin: memory", "# austin: 3.7.0\n# mode: memory\nP1;T0:1;a.py:f:1 5\n", "measures memory");
        row("austin: no sample", "# austin: 3.7.0\nP1;T0:1;a.py:f:1\n", "line 2 is no sample");
        row("austin: negative time", "# austin: 3.7.0\nP1;T0:1;a.py:f:1 -5\n", "line 2 is no sample");
        row("mojo: version 4", std::string("MOJ\x04", 4), "mojo2austin");
        row("mojo: frame before its definition", std::string("MOJ\x03\x02\x01\x00t\x00\x05\x07", 11), "before it is defined");
        row("mojo: endless number", "MOJ\x03\x02" + std::string(40, '\xFF'), "longer than 63 bits");
        row("mojo: text without an end", std::string("MOJ\x03\x01" "abc", 8), "has no end");
        row("mojo: unknown event", std::string("MOJ\x03\x63", 5), "no event of MOJO");
        row("perf: no Python", "python3 7 12.5: 5000 cpu-clock: \n\t 85 memcpy+0x5 (/libc.so)\n\n", "no Python frame");
    }

    void sentence()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, says);
        const auto profile = readProfile(bytes);
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, ferroscope::ErrorCode::BadInput);
        QVERIFY2(profile.error().detail.find(says) != std::string::npos, profile.error().detail.c_str());
        QVERIFY2(profile.error().detail.find('\n') == std::string::npos, "one clause");
    }

    // Every beginning of a real file is read or refused, never a crash.
    void everyPrefix_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("tiny.py27.prof") << 1;
        QTest::newRow("tiny.profile_module.prof") << 1;
        QTest::newRow("austin_cpu_bound.mojo") << 61;
        QTest::newRow("austin_cpu_bound.txt") << 1009;
        QTest::newRow("pyspy_shaped.speedscope.json") << 499;
        QTest::newRow("pyinstrument_cpu_bound.json") << 499;
    }

    void everyPrefix()
    {
        QFETCH(int, step);
        QFile file(QStringLiteral(FERROSCOPE_SOURCE_DIR "/tests/fixtures/profiles/") + QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string bytes = file.readAll().toStdString();
        int refused = 0;
        for (std::size_t size = 0; size < bytes.size(); size += static_cast<std::size_t>(step))
            refused += readProfile(std::string_view(bytes).substr(0, size)) ? 0 : 1;
        QVERIFY(refused > 0);
        QVERIFY(readProfile(bytes));
    }

    // A dictionary of callers that every function refers to: pairs grow with the square of the file.
    void callersSharedByAll()
    {
        std::string callers;
        for (int at = 0; at < 4000; ++at)
            callers += key("c.py", at + 1, "g") + integer(1);
        std::string pairs = key("a.py", 1, "f") + tuple(integer(1), integer(1), real(0), real(0), flagged(dict(callers)));
        for (int at = 2; at < 700; ++at)
            pairs += key("a.py", at, "f") + tuple(integer(1), integer(1), real(0), real(0), "r" + raw(std::int32_t { 0 }));
        const auto profile = readProfile(dict(pairs));
        QVERIFY(!profile);
        QVERIFY2(profile.error().detail.find("pairs of caller and callee") != std::string::npos, profile.error().detail.c_str());
    }
};

QTEST_APPLESS_MAIN(TestRefused)
#include "tst_refused.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Real files of every profiler: totals are those that Python's own tools read from them.
#include "core/evidence/profiles/read_profile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>

using namespace ferroscope::evidence;

namespace {

std::string fixture(const char* name)
{
    QFile file(QStringLiteral(FERROSCOPE_SOURCE_DIR "/tests/fixtures/profiles/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

const ProfileEntry* entryOf(const Profile& profile, std::string_view file, std::uint32_t line, std::string_view function)
{
    const auto found = std::find_if(profile.entries.begin(), profile.entries.end(),
        [&](const ProfileEntry& entry) { return entry.file == file && entry.line == line && entry.function == function; });
    return found == profile.entries.end() ? nullptr : &*found;
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max(1.0, std::abs(b)); }

} // namespace

class TestFormats : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void totals_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("exact");
        QTest::addColumn<double>("seconds"); // as summed by Python from the same file
        QTest::addColumn<int>("samples"); // 0: not looked at
        QTest::addColumn<QByteArray>("function"); // hottest by self time of all entries of its name
        const auto row = [](const char* name, ProfileKind kind, bool exact, double seconds, int samples, const char* function) {
            QTest::newRow(name) << static_cast<int>(kind) << exact << seconds << samples << QByteArray(function);
        };
        row("tiny.py27.prof", ProfileKind::Pstats, true, 0.00025, 0, "fib");
        row("tiny.profile_module.prof", ProfileKind::Pstats, true, 0.0005080690000000831, 0, "fib");
        row("pyinstrument_cpu_bound.pstats", ProfileKind::Pstats, false, 1.628696285999922, 0, "mandel");
        row("pyinstrument_cpu_bound.json", ProfileKind::PyinstrumentJson, false, 1.601993, 0, "mandel");
        row("pyinstrument_cpu_bound.pyisession", ProfileKind::PyinstrumentSession, false, 0.38065285800007587, 40, "");
        row("pyinstrument_cpu_bound.speedscope.json", ProfileKind::Speedscope, false, 1.588450254999998, 0, "mandel");
        row("austin_cpu_bound.txt", ProfileKind::AustinText, false, 0.636403, 124, "mandel");
        row("austin_cpu_bound.mojo", ProfileKind::AustinMojo, false, 0.690759, 135, "mandel");
        row("pyspy_shaped.raw.collapsed", ProfileKind::Collapsed, false, 1.24, 124, "mandel");
        row("pyspy_shaped.speedscope.json", ProfileKind::Speedscope, false, 0.62, 124, "mandel");
        row("scalene_cpu_bound.json", ProfileKind::Scalene, false, 0.579707145690918, 0, "mandel");
        row("scalene_current_schema.SYNTHETIC.json", ProfileKind::Scalene, false, 0.579707145690918, 0, "mandel");
        row("perf_py313_jit.script.txt", ProfileKind::PerfScript, false, 0.120603, 24, "");
        row("perf_py313_jit.pyonly.collapsed", ProfileKind::Collapsed, false, 1.53, 153, "");
    }

    void totals()
    {
        QFETCH(int, kind);
        QFETCH(bool, exact);
        QFETCH(double, seconds);
        QFETCH(int, samples);
        QFETCH(QByteArray, function);
        const auto profile = readProfile(fixture(QTest::currentDataTag()));
        QVERIFY2(profile, profile ? "" : profile.error().detail.c_str());
        QCOMPARE(static_cast<int>(profile->kind), kind);
        QCOMPARE(profile->exact, exact);
        QVERIFY2(near(profile->totalSeconds, seconds), qPrintable(QString::number(profile->totalSeconds, 'g', 15)));
        if (samples > 0)
            QCOMPARE(profile->samples, static_cast<std::uint64_t>(samples));
        std::map<std::string, double> byName;
        double own = 0;
        for (const ProfileEntry& entry : profile->entries) {
            byName[entry.function] += entry.selfSeconds;
            own += entry.selfSeconds + entry.nativeSeconds + entry.waitingSeconds;
        }
        QVERIFY(own <= profile->totalSeconds * (1 + 1e-9));
        if (!function.isEmpty()) {
            const auto hottest = std::max_element(byName.begin(), byName.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
            QCOMPARE(QByteArray::fromStdString(hottest->first), function);
        }
        QCOMPARE(profile->hash.size(), std::size_t { 32 });
        QVERIFY(describe(*profile).ends_with("."));
    }

    void cprofileEqualsPstats_data()
    {
        QTest::addColumn<QString>("expected");
        for (const char* name : { "cpu_bound.py38.prof", "cpu_bound.py311.prof", "cpu_bound.py312.prof", "cpu_bound.py313.prof" })
            QTest::newRow(name) << QString::fromLatin1(name) + QStringLiteral(".expected.json");
    }

    void cprofileEqualsPstats()
    {
        QFETCH(QString, expected);
        const auto profile = readProfile(fixture(QTest::currentDataTag()));
        QVERIFY(profile && profile->exact);
        const QJsonObject known = QJsonDocument::fromJson(QByteArray::fromStdString(fixture(expected.toLatin1().constData()))).object();
        QCOMPARE(static_cast<int>(profile->entries.size()), known[u"entries"].toInt());
        std::uint64_t calls = 0;
        for (const ProfileEntry& entry : profile->entries)
            calls += entry.calls;
        QCOMPARE(static_cast<double>(calls), known[u"total_calls"].toDouble());
        QVERIFY(near(profile->totalSeconds, known[u"total_tt"].toDouble()));
        for (const auto value : known[u"top_by_tottime"].toArray()) {
            const QJsonObject top = value.toObject();
            const ProfileEntry* entry = entryOf(*profile, top[u"file"].toString().toStdString(), static_cast<std::uint32_t>(top[u"line"].toInt()), top[u"name"].toString().toStdString());
            QVERIFY2(entry, qPrintable(top[u"name"].toString()));
            QCOMPARE(static_cast<double>(entry->calls), top[u"nc"].toDouble());
            QVERIFY(near(entry->selfSeconds, top[u"tt"].toDouble()));
            QVERIFY(near(entry->totalSeconds, top[u"ct"].toDouble()));
        }
    }

    // The calls of a function are those of all its callers: true only if the flipped order of callers was seen.
    void callersAddUp_data()
    {
        QTest::addColumn<bool>("dummy");
        for (const char* name : { "cpu_bound.py38.prof", "cpu_bound.py311.prof", "tiny.py27.prof", "tiny.profile_module.prof" })
            QTest::newRow(name) << true;
    }

    void callersAddUp()
    {
        const auto profile = readProfile(fixture(QTest::currentDataTag()));
        QVERIFY(profile);
        std::vector<std::uint64_t> calls(profile->entries.size(), 0);
        for (const ProfileEdge& edge : profile->edges)
            calls[edge.callee] += edge.calls;
        int looked = 0;
        for (std::size_t at = 0; at < calls.size(); ++at) {
            if (calls[at] == 0)
                continue; // where it began
            ++looked;
            // The profiler's own frame is not among the callers: one call may come from it.
            QVERIFY(calls[at] <= profile->entries[at].calls && profile->entries[at].calls - calls[at] <= 1);
        }
        QVERIFY(looked >= 1);
    }

    void nativeIsToldApart_data()
    {
        QTest::addColumn<bool>("native");
        QTest::newRow("scalene_cpu_bound.json") << true;
        QTest::newRow("perf_py313_jit.script.txt") << true;
        QTest::newRow("austin_cpu_bound.txt") << false;
    }

    void nativeIsToldApart()
    {
        QFETCH(bool, native);
        const auto profile = readProfile(fixture(QTest::currentDataTag()));
        QVERIFY(profile);
        QCOMPARE(profile->knowsNative, native);
    }

    void scaleneHasLines()
    {
        const auto profile = readProfile(fixture("scalene_cpu_bound.json"));
        QVERIFY(profile && !profile->lines.empty());
        double sum = 0;
        for (const ProfileLine& line : profile->lines)
            sum += line.selfSeconds;
        QVERIFY(near(sum, profile->totalSeconds));
    }

    void theSameBytesGiveTheSame()
    {
        const auto a = readProfile(fixture("austin_cpu_bound.txt"));
        const auto b = readProfile(fixture("austin_cpu_bound.txt"));
        QVERIFY(a && b && a->hash == b->hash && a->entries.size() == b->entries.size());
        for (std::size_t at = 1; at < a->entries.size(); ++at)
            QVERIFY(std::tie(a->entries[at - 1].file, a->entries[at - 1].line) <= std::tie(a->entries[at].file, a->entries[at].line));
    }
};

QTEST_APPLESS_MAIN(TestFormats)
#include "tst_formats.moc"

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way from a folder to an Assessment: right in kind, the same whatever the threads and the cache,
// stoppable, and unshaken by bad input.
#include "core/analysis/analyzer.h"
#include "core/report/json_writer.h"
#include "core/store/store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <sys/stat.h>
#include <unistd.h>

using namespace ferroscope;

namespace {

const std::string kSample = FERROSCOPE_SOURCE_DIR "/resources/sample";

std::string jsonOf(const std::string& root, unsigned jobs, store::Store* store = nullptr)
{
    analysis::Request request;
    request.root = root;
    request.jobs = jobs;
    const auto outcome = analysis::analyze(*realFileSystem(), request, store, {}, {});
    return outcome ? report::toJson(*outcome->assessment) : std::string();
}

AssessmentPtr analyzed(const std::string& root)
{
    analysis::Request request;
    request.root = root;
    const auto outcome = analysis::analyze(*realFileSystem(), request, nullptr, {}, {});
    return outcome ? outcome->assessment : nullptr;
}

Verdict verdictOf(const Assessment& assessment, std::string_view path)
{
    const AssessedModule* module = assessment.find(path);
    return module ? module->verdict.id : Verdict::KeepPython;
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

const SkippedFile* skipped(const Assessment& assessment, std::string_view path)
{
    for (const SkippedFile& file : assessment.coverage.skipped) {
        if (file.path == path)
            return &file;
    }
    return nullptr;
}

bool hasProblem(const Assessment& assessment, std::string_view path)
{
    return std::any_of(assessment.coverage.problems.begin(), assessment.coverage.problems.end(),
        [&](const FileProblem& problem) { return problem.path == path; });
}

} // namespace

class TestAnalysis : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sampleHoldsEveryVerdict()
    {
        const AssessmentPtr a = analyzed(kSample);
        QVERIFY(a);
        for (int verdict = 0; verdict < kVerdictCount; ++verdict)
            QVERIFY2(a->totals.verdicts[static_cast<std::size_t>(verdict)] > 0, std::string(verdictId(static_cast<Verdict>(verdict))).c_str());
    }

    void sampleIsJudgedRightInKind()
    {
        const AssessmentPtr a = analyzed(kSample);
        QVERIFY(a);
        const std::string in = "src/gridwatch/";
        QVERIFY(verdictOf(*a, in + "settlement/engine.py") == Verdict::ExtractModule);
        QVERIFY(verdictOf(*a, in + "ingest/framing.py") == Verdict::ExtractPyo3);
        QVERIFY(verdictOf(*a, in + "workers/reconcile.py") == Verdict::Worker);
        QVERIFY(verdictOf(*a, in + "topology/tracer.py") == Verdict::Service);
        QVERIFY(verdictOf(*a, in + "tools/replay.py") == Verdict::Cli);
        QVERIFY(verdictOf(*a, in + "reports/aggregate.py") == Verdict::DataPipeline);
        QVERIFY(verdictOf(*a, in + "forecast/model.py") == Verdict::AlreadyNative);
        QVERIFY(verdictOf(*a, in + "accounts/statements.py") == Verdict::FixInPython);
        QVERIFY(verdictOf(*a, in + "outage/correlate.py") == Verdict::RefactorFirst);
        QVERIFY(verdictOf(*a, in + "tariff/evaluate.py") == Verdict::TypeFirst);
        QVERIFY(verdictOf(*a, in + "plugins/quality.py") == Verdict::ProfileFirst);
        for (const char* stays : { "plots/daily.py", "admin/views.py", "db/models.py", "api/meters.py", "notifications.py", "config.py" })
            QVERIFY2(verdictOf(*a, in + stays) == Verdict::KeepPython, stays);
        for (const AssessedModule& module : a->modules) {
            if (module.judged())
                QVERIFY2(!module.verdict.reasons.empty() && module.verdict.runnerUp != module.verdict.id, module.path.c_str());
        }
    }

    void planHoldsTogether()
    {
        const AssessmentPtr a = analyzed(kSample);
        QVERIFY(a && !a->candidates.empty() && !a->waves.empty());
        double gain = 0;
        for (const Candidate& candidate : a->candidates) {
            gain += candidate.gain.likely;
            QVERIFY(candidate.effort.low > 0 && candidate.effort.low <= candidate.effort.likely);
            QVERIFY(movesToRust(candidate.strategy));
            for (const std::string& path : candidate.modules)
                QVERIFY(a->find(path));
        }
        QVERIFY(gain > 0 && gain < 1);
        std::size_t planned = 0;
        for (const Wave& wave : a->waves) {
            planned += wave.candidates.size();
            for (const std::string& id : wave.candidates)
                QVERIFY(a->candidate(id));
            QVERIFY(!wave.exitCriteria.empty());
        }
        QCOMPARE(planned, a->candidates.size());
    }

    void jobsAndCacheChangeNoByte()
    {
        QTemporaryDir folder;
        const auto store = store::Store::open(folder.filePath(QStringLiteral("s.sqlite")).toStdString());
        QVERIFY(store.has_value());
        const std::string one = jsonOf(kSample, 1);
        QVERIFY(!one.empty());
        QCOMPARE(jsonOf(kSample, 2), one);
        QCOMPARE(jsonOf(kSample, 7), one);
        QCOMPARE(jsonOf(kSample, 2, store->get()), one); // fills the cache
        QCOMPARE(jsonOf(kSample, 7, store->get()), one);
        analysis::Request request;
        request.root = kSample;
        const auto warm = analysis::analyze(*realFileSystem(), request, store->get(), {}, {});
        QVERIFY(warm.has_value());
        QVERIFY(warm->filesFromCache > 40);
        QCOMPARE(report::toJson(*warm->assessment), one);
    }

    void stoppingKeepsWhatWasRead()
    {
        QTemporaryDir folder;
        QDir(folder.path()).mkdir(QStringLiteral("repo"));
        for (int at = 0; at < 300; ++at)
            write(folder.filePath(QStringLiteral("repo/m%1.py").arg(at)), "def f():\n    return " + QByteArray::number(at) + "\n");
        const auto store = store::Store::open(folder.filePath(QStringLiteral("s.sqlite")).toStdString());
        QVERIFY(store.has_value());
        analysis::Request request;
        request.root = folder.filePath(QStringLiteral("repo")).toStdString();
        request.jobs = 2;
        std::stop_source stop;
        const auto partial = [&](const analysis::Partial& seen) {
            if (seen.filesRead >= 1)
                stop.request_stop();
        };
        const auto cancelled = analysis::analyze(*realFileSystem(), request, store->get(), stop.get_token(), {}, partial);
        QVERIFY(!cancelled.has_value());
        QVERIFY(cancelled.error().code == ErrorCode::Cancelled);
        const auto resumed = analysis::analyze(*realFileSystem(), request, store->get(), {}, {});
        QVERIFY(resumed.has_value());
        QVERIFY(resumed->filesFromCache > 0); // the next run continues there
    }

    void progressOnlyGrows()
    {
        analysis::Request request;
        request.root = kSample;
        double last = 0;
        int calls = 0;
        bool grows = true;
        const auto sink = [&](const Progress& progress) {
            grows = grows && progress.fraction >= last && progress.fraction <= 1;
            last = progress.fraction;
            ++calls;
        };
        QVERIFY(analysis::analyze(*realFileSystem(), request, nullptr, {}, sink).has_value());
        QVERIFY(grows);
        QVERIFY(calls >= kStageCount);
    }

    void badFilesAreReportedAndTheRestAnalyzed()
    {
        QTemporaryDir folder;
        const auto at = [&](const char* name) { return folder.filePath(QString::fromUtf8(name)); };
        write(at("good.py"), "def f(x: int) -> int:\n    return x + 1\n");
        write(at("broken.py"), "def f(:\n  return (((\nclass\n");
        write(at("latin.py"), "# -*- coding: latin-1 -*-\ns = '\xE9'\n");
        write(at("not_utf8.py"), "s = '\xFF\xFE\xE9'\n");
        write(at("bom.py"), "\xEF\xBB\xBF" "def g(): pass\n");
        write(at("nul.py"), QByteArray("x = 1\n\0\0\ny = 2\n", 14));
        write(at("big.py"), QByteArray("x = [\n") + QByteArray("  1234567,\n").repeated(5'000'000) + "]\n"); // 55 MB
        write(at("nested.py"), "x = " + QByteArray(100'000, '(') + "1" + QByteArray(100'000, ')') + "\n");
        write(at("unclosed.py"), "x = " + QByteArray(100'000, '['));
        write(at("quote\"\n'name.py"), "def h(): pass\n");
        write(at("<script>alert(1)<"), "");
        QVERIFY(symlink(".", qPrintable(at("loop"))) == 0);
        QVERIFY(symlink("/etc/passwd", qPrintable(at("outside.py"))) == 0);
        QVERIFY(mkfifo(qPrintable(at("fifo.py")), 0600) == 0);
        const std::string raw = folder.path().toStdString() + "/byte\xFFname.py";
        FILE* odd = fopen(raw.c_str(), "w");
        QVERIFY(odd);
        fputs("def k(): pass\n", odd);
        fclose(odd);

        const AssessmentPtr a = analyzed(folder.path().toStdString());
        QVERIFY(unlink(raw.c_str()) == 0); // QTemporaryDir cannot name it
        QVERIFY(a);
        QVERIFY(a->find("good.py") && a->find("good.py")->functions.size() == 1);
        QVERIFY(hasProblem(*a, "broken.py"));
        QVERIFY(a->find("latin.py") && !hasProblem(*a, "latin.py"));
        QVERIFY(hasProblem(*a, "not_utf8.py"));
        QVERIFY(a->find("bom.py") && a->find("bom.py")->functions.size() == 1);
        QVERIFY(hasProblem(*a, "nul.py"));
        QVERIFY(skipped(*a, "big.py"));
        QVERIFY(a->find("nested.py"));
        QVERIFY(hasProblem(*a, "unclosed.py"));
        QVERIFY(a->find("quote\"%0A'name.py"));
        QVERIFY(a->find("byte%FFname.py") && a->find("byte%FFname.py")->functions.size() == 1);
        QVERIFY(skipped(*a, "outside.py"));
        QVERIFY(skipped(*a, "fifo.py"));
        QVERIFY(!a->find("loop/good.py"));
    }

    void unusableRootsSayWhy_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        QTest::newRow("missing") << QStringLiteral("missing") << int(ErrorCode::NotFound);
        QTest::newRow("a file") << QStringLiteral("file.py") << int(ErrorCode::NotADirectory);
        QTest::newRow("empty") << QStringLiteral("empty") << int(ErrorCode::NoPython);
        QTest::newRow("no Python") << QStringLiteral("text") << int(ErrorCode::NoPython);
    }
    void unusableRootsSayWhy()
    {
        QFETCH(QString, what);
        QFETCH(int, code);
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("file.py")), "x = 1\n");
        QDir(folder.path()).mkpath(QStringLiteral("empty"));
        QDir(folder.path()).mkpath(QStringLiteral("text"));
        write(folder.filePath(QStringLiteral("text/a.txt")), "hello");
        analysis::Request request;
        request.root = folder.filePath(what).toStdString();
        const auto outcome = analysis::analyze(*realFileSystem(), request, nullptr, {}, {});
        QVERIFY(!outcome.has_value());
        QCOMPARE(int(outcome.error().code), code);
    }
};

QTEST_APPLESS_MAIN(TestAnalysis)
#include "tst_analysis.moc"

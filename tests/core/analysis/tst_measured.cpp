// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way with a real profile of the sample repository: what was measured, what stays estimated, what is said.
#include "core/analysis/analyzer.h"
#include "core/analysis/inputs.h"
#include "core/report/json_writer.h"
#include "core/report/markdown.h"
#include "tests/support/schema_validator.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace ferroscope;

namespace {

const std::string kSample = FERROSCOPE_SOURCE_DIR "/resources/sample";
const std::string kFixtures = FERROSCOPE_SOURCE_DIR "/tests/fixtures/profiles/";

analysis::Request requestWith(std::vector<std::string> profiles, std::string coverage = {})
{
    analysis::Request request;
    request.root = kSample;
    request.profiles = std::move(profiles);
    request.coverage = std::move(coverage);
    return request;
}

AssessmentPtr analyzed(const analysis::Request& request)
{
    const auto outcome = analysis::analyze(*realFileSystem(), request, nullptr, {}, {});
    if (!outcome)
        qFatal("%s", outcome.error().detail.c_str());
    return outcome->assessment;
}

Error refused(const analysis::Request& request)
{
    const auto outcome = analysis::analyze(*realFileSystem(), request, nullptr, {}, {});
    return outcome ? Error { ErrorCode::Internal, {}, "accepted" } : outcome.error();
}

const AssessedFunction* functionOf(const Assessment& assessment, std::string_view path, std::string_view name)
{
    const AssessedModule* module = assessment.find(path);
    if (!module)
        return nullptr;
    const auto found = std::find_if(module->functions.begin(), module->functions.end(), [&](const AssessedFunction& f) { return f.name == name; });
    return found == module->functions.end() ? nullptr : &*found;
}

std::string written(const QTemporaryDir& folder, const char* name, const QByteArray& bytes)
{
    const QString path = folder.filePath(QString::fromLatin1(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return path.toStdString();
}

} // namespace

class TestMeasured : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_estimated = analyzed(requestWith({}));
        m_measured = analyzed(requestWith({ kFixtures + "gridwatch.py311.prof" }));
    }

    // Figures from `pstats` over the same file: 0.76375 s in all, crc16 0.18570 s in 800 calls.
    void timesAreThoseOfTheProfile()
    {
        const ProfileMatch& profile = *m_measured->coverage.profile;
        QCOMPARE(profile.kind, std::string("cProfile"));
        QVERIFY(profile.exact && profile.inSeconds);
        QVERIFY(std::abs(profile.selfSeconds + profile.setAsideSeconds - 0.763754) < 1e-5);
        QVERIFY(profile.setAsideSeconds > 0.09); // the sleep and the thread that waited
        QVERIFY(profile.matchedShare > 0.9 && profile.matchedShare < 0.95);
        QVERIFY(m_measured->profileHash && !m_estimated->profileHash);
        const AssessedFunction* crc = functionOf(*m_measured, "src/gridwatch/ingest/framing.py", "crc16");
        QVERIFY(crc && crc->heat.source == HeatSource::Measured);
        QCOMPARE(*crc->heat.calls, 800.0);
        QVERIFY(std::abs(crc->heat.interpreted.likely - 0.185700 / profile.selfSeconds) < 1e-4);
    }

    void theRestStaysEstimated()
    {
        for (const AssessedModule& module : m_measured->modules) {
            const AssessedModule* before = m_estimated->find(module.path);
            for (std::size_t at = 0; at < module.functions.size(); ++at) {
                const Heat& heat = module.functions[at].heat;
                if (heat.source == HeatSource::Estimated)
                    QCOMPARE(heat.interpreted, before->functions[at].heat.interpreted);
            }
        }
        QVERIFY(m_measured->find("src/gridwatch/topology/tracer.py")->heat.source == HeatSource::Estimated);
        QVERIFY(m_measured->find("src/gridwatch/settlement/engine.py")->heat.source == HeatSource::Measured);
    }

    void thePlanFollows()
    {
        QVERIFY(!m_measured->candidates.empty());
        const Candidate& first = m_measured->candidates.front();
        QCOMPARE(first.modules, std::vector<std::string> { "src/gridwatch/settlement/engine.py" });
        const double seconds = m_measured->coverage.profile->selfSeconds;
        QVERIFY(first.predictedSeconds);
        QVERIFY(first.predictedSeconds->low > 0 && first.predictedSeconds->low <= first.predictedSeconds->likely && first.predictedSeconds->likely <= first.predictedSeconds->high);
        QVERIFY(std::abs(first.predictedSeconds->likely - seconds * (1 - first.gain.likely)) < 1e-9);
        // Amdahl: no more than the time of what moves.
        QVERIFY(first.gain.likely <= m_measured->find("src/gridwatch/settlement/engine.py")->heat.interpreted.likely);
        for (const Candidate& candidate : m_measured->candidates) {
            const bool measured = std::all_of(candidate.modules.begin(), candidate.modules.end(), [&](const std::string& path) { return m_measured->find(path)->heat.source == HeatSource::Measured; });
            QCOMPARE(candidate.predictedSeconds.has_value(), measured);
            for (const Crossing& crossing : candidate.crossings) {
                if (crossing.from == "src/gridwatch/tariff/evaluate.py:find_band")
                    QCOMPARE(crossing.source, std::string("measured"));
                if (crossing.from == "src/gridwatch/settlement/service.py:run_settlement")
                    QCOMPARE(crossing.source, std::string("virtual"));
            }
        }
        for (const Candidate& candidate : m_estimated->candidates)
            QVERIFY(!candidate.predictedSeconds);
    }

    void itIsSaid()
    {
        QCOMPARE(m_measured->recommendation.certainty, std::string("measured"));
        QVERIFY(m_measured->recommendation.reasons.front().find("measured with cProfile, 92 % of the time matched") != std::string::npos);
        const std::string summary = report::toSummary(*m_measured);
        QVERIFY(summary.find("The times of 9 modules are measured") != std::string::npos);
        QVERIFY(report::toMarkdown(*m_measured).find("measured with cProfile") != std::string::npos);
        QVERIFY(report::toSummary(*m_estimated).find("none is measured") != std::string::npos);
    }

    void jsonFollowsTheSchema()
    {
        QFile schema(QStringLiteral(FERROSCOPE_SOURCE_DIR "/resources/schema/assessment-1.json"));
        QVERIFY(schema.open(QIODevice::ReadOnly));
        tests::SchemaValidator validator(nlohmann::json::parse(schema.readAll().toStdString()));
        const auto problems = validator.problems(nlohmann::json::parse(report::toJson(*m_measured)));
        QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().c_str());
    }

    void theSameWhateverTheThreads()
    {
        analysis::Request request = requestWith({ kFixtures + "gridwatch.py311.prof" });
        request.jobs = 4;
        QCOMPARE(report::toJson(*analyzed(request)), report::toJson(*m_measured));
    }

    void aProfileOfAnotherRepositorySaysSo()
    {
        const AssessmentPtr other = analyzed(requestWith({ kFixtures + "cpu_bound.py311.prof" }));
        QCOMPARE(other->coverage.profile->matchedShare, 0.0);
        QVERIFY(!other->coverage.profile->unmatched.empty());
        QCOMPARE(other->recommendation.certainty, m_estimated->recommendation.certainty);
        QVERIFY(other->recommendation.raisesCertainty.front().find("is of something else") != std::string::npos);
        QCOMPARE(other->totals.readiness, m_estimated->totals.readiness);
    }

    void sampledPredictsNothing()
    {
        const QTemporaryDir folder;
        const std::string path = written(folder, "run.txt",
            "<module> (scripts/run.py:9);settle_window (gridwatch/settlement/engine.py:210);settle_day (gridwatch/settlement/engine.py:190);fill_gaps (gridwatch/settlement/engine.py:90) 70\n"
            "<module> (scripts/run.py:9);decode_frame (gridwatch/ingest/framing.py:135);crc16 (gridwatch/ingest/framing.py:72) 30\n");
        const AssessmentPtr sampled = analyzed(requestWith({ path }));
        QCOMPARE(sampled->coverage.profile->matchedShare, 1.0);
        QVERIFY(!sampled->coverage.profile->exact && !sampled->coverage.profile->inSeconds);
        const AssessedFunction* crc = functionOf(*sampled, "src/gridwatch/ingest/framing.py", "crc16");
        QVERIFY(crc && crc->heat.source == HeatSource::Measured && !crc->heat.calls);
        QVERIFY(std::abs(crc->heat.interpreted.likely + crc->heat.native.likely + crc->heat.waiting.likely - 0.3) < 1e-9);
        for (const Candidate& candidate : sampled->candidates) {
            QVERIFY(!candidate.predictedSeconds);
            for (const Crossing& crossing : candidate.crossings)
                QCOMPARE(crossing.source, std::string("virtual"));
        }
    }

    void coverageFeedsTheSafetyNet()
    {
        const QTemporaryDir folder;
        const std::string path = written(folder, "coverage.xml",
            "<coverage><sources><source>/home/dev/gridwatch/src</source></sources><packages><package><classes>"
            "<class filename=\"gridwatch/settlement/engine.py\"><lines><line number=\"62\" hits=\"0\"/><line number=\"90\" hits=\"2\"/><line number=\"91\" hits=\"2\"/></lines></class>"
            "</classes></package></packages></coverage>");
        const AssessmentPtr covered = analyzed(requestWith({}, path));
        QCOMPARE(covered->coverage.tests->matched, std::size_t { 1 });
        QCOMPARE(*functionOf(*covered, "src/gridwatch/settlement/engine.py", "fill_gaps")->covered, 1.0);
        QVERIFY(!functionOf(*covered, "src/gridwatch/ingest/framing.py", "crc16")->covered);
        const CriterionScore& score = covered->find("src/gridwatch/settlement/engine.py")->criterion(CriterionId::SafetyNet);
        QVERIFY(score.why.find("67 %") != std::string::npos);
        QVERIFY(score.high - score.low < 25);
    }

    void filesThatCannotBeUsed()
    {
        const QTemporaryDir folder;
        const std::string text = written(folder, "notes.txt", "hello\n");
        const std::string sampled = kFixtures + "pyspy_shaped.raw.collapsed";
        const std::string exact = kFixtures + "gridwatch.py311.prof";
        QCOMPARE(refused(requestWith({ folder.filePath(QStringLiteral("none")).toStdString() })).code, ErrorCode::NotFound);
        const Error unknown = refused(requestWith({ text }));
        QCOMPARE(unknown.code, ErrorCode::BadInput);
        QCOMPARE(unknown.path, text);
        const Error mixed = refused(requestWith({ exact, sampled }));
        QCOMPARE(mixed.code, ErrorCode::BadInput);
        QCOMPARE(mixed.path, sampled);
        QVERIFY(mixed.detail.find("not added") != std::string::npos);
        QCOMPARE(refused(requestWith({}, text)).code, ErrorCode::BadInput);
        const auto sentence = analysis::describeProfile(*realFileSystem(), exact);
        QVERIFY(sentence && sentence->find("A profile of cProfile: every call counted, 300 places, 0.76 s.") == 0);
    }

private:
    AssessmentPtr m_estimated, m_measured;
};

QTEST_APPLESS_MAIN(TestMeasured)
#include "tst_measured.moc"

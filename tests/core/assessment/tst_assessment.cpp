// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Words and look-ups of the Assessment, and that the sample the other tests use is consistent in itself.
#include "core/assessment/assessment.h"

#include "tests/support/sample_assessment.h"
#include <QtTest>
#include <cmath>
#include <set>

using namespace ferroscope;

class TestAssessment : public QObject {
    Q_OBJECT

    const Assessment m_sample = sample::assessment();

private slots:
    void verdictsGoThereAndBack()
    {
        std::set<std::string_view> ids;
        for (int at = 0; at < kVerdictCount; ++at) {
            const auto verdict = static_cast<Verdict>(at);
            QVERIFY(!verdictLabel(verdict).empty());
            QCOMPARE(verdictFromId(verdictId(verdict)), std::optional(verdict));
            QCOMPARE(movesToRust(verdict), at >= 6);
            QVERIFY(!(movesToRust(verdict) && isBlocker(verdict)));
            ids.insert(verdictId(verdict));
        }
        QCOMPARE(ids.size(), std::size_t(kVerdictCount));
        QVERIFY(!verdictFromId("rewrite-it").has_value());
        QVERIFY(!isBlocker(Verdict::KeepPython) && !isBlocker(Verdict::AlreadyNative) && isBlocker(Verdict::TypeFirst));
    }

    void criteriaHaveWords()
    {
        for (int at = 0; at < kCriterionCount; ++at) {
            const auto id = static_cast<CriterionId>(at);
            QVERIFY(!criterionId(id).empty() && !criterionLabel(id).empty());
            QVERIFY(criterionQuestion(id).ends_with('?'));
        }
    }

    void hintsWithoutSlotsHaveNoCoverage()
    {
        QVERIFY(!Hints {}.coverage().has_value());
        QCOMPARE((Hints { 4, 3, 0, 0, 3 }.coverage().value()), 0.75);
    }

    void lookUps()
    {
        QCOMPARE(m_sample.find(sample::kRoutes)->name, std::string("freight.planning.routes"));
        QVERIFY(!m_sample.find("src/freight/planning/route.py"));
        QVERIFY(!m_sample.find(""));
        QCOMPARE(m_sample.candidate("C2")->strategy, Verdict::ExtractPyo3);
        QVERIFY(!m_sample.candidate("C99"));
        QCOMPARE(m_sample.findingsOf(sample::kRoutes).size(), std::size_t(2));
        QVERIFY(m_sample.findingsOf(sample::kEta).empty());
        for (const AssessedModule& module : m_sample.modules)
            QCOMPARE(m_sample.find(module.path), &module);
    }

    void sampleIsConsistent()
    {
        double time = 0;
        std::size_t judged = 0;
        std::set<Verdict> verdicts;
        for (const AssessedModule& module : m_sample.modules) {
            QCOMPARE(&m_sample.modules[module.id], &module);
            if (!module.judged())
                continue;
            ++judged;
            verdicts.insert(module.verdict.id);
            time += module.heat.interpreted.likely + module.heat.native.likely + module.heat.waiting.likely;
            double sum = 0;
            for (const CriterionScore& score : module.criteria)
                sum += score.contribution;
            QVERIFY(std::abs(sum - module.readiness.likely) < 1e-9);
            QCOMPARE(module.lines.code + module.lines.doc + module.lines.comment + module.lines.blank, module.lines.physical);
            for (const Range& range : { module.value, module.ease, module.readiness })
                QVERIFY(range == range.ordered() && range.low >= 0 && range.high <= 100);
        }
        QCOMPARE(judged, m_sample.totals.modules);
        QCOMPARE(verdicts.size(), std::size_t(kVerdictCount));
        QVERIFY(std::abs(time - 1) < 1e-9);
        for (const Candidate& candidate : m_sample.candidates) {
            QVERIFY(movesToRust(candidate.strategy));
            for (const std::string& path : candidate.modules)
                QCOMPARE(m_sample.find(path)->verdict.id, candidate.strategy);
        }
    }
};

QTEST_APPLESS_MAIN(TestAssessment)
#include "tst_assessment.moc"

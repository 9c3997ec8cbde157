// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Scores add up, move the right way, and do not depend on what has nothing to do with the module.
#include "core/rules/rule.h"
#include "core/scoring/criterion.h"
#include "core/scoring/verdict.h"
#include "tests/support/codebase_builder.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace ferroscope;

namespace {

struct Scored {
    graph::Codebase codebase;
    evidence::HeatMap heat;
    std::vector<rules::Finding> findings;
    scoring::Score of(const std::string& path) const
    {
        const graph::ModuleId id = *codebase.find(path);
        std::vector<rules::Finding> own;
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(own), [&](const auto& f) { return f.module == id; });
        std::vector<std::uint32_t> calls;
        for (std::uint32_t at = 0; at < codebase.calls.size(); ++at) {
            if (codebase.moduleOf(codebase.calls[at].from) == id || codebase.moduleOf(codebase.calls[at].to) == id)
                calls.push_back(at);
        }
        const auto signals_ = scoring::measure(codebase, heat, knowledge::knowledge(), id, scoring::externalCallsOf(codebase, id), calls);
        const scoring::Evidence evidence { codebase, heat, knowledge::knowledge(), id, signals_, own, calls, std::nullopt, 0 };
        return scoring::combine(scoring::answerAll(evidence), scoring::defaultWeights());
    }
};

Scored score(const std::map<std::string, std::string>& files)
{
    Scored made { *testing::buildCodebase(files), {}, {} };
    made.heat = evidence::estimateHeat(made.codebase, knowledge::knowledge(), {});
    made.findings = rules::detect(made.codebase, made.heat, knowledge::knowledge(), 1, {});
    return made;
}

const std::string kKernel = "def mix(values: list[int], key: int) -> int:\n"
                            "    state = 0\n"
                            "    for value in values:\n"
                            "        for bit in range(8):\n"
                            "            state = (state << 1) ^ (value & key)\n"
                            "            if state & 256:\n"
                            "                state ^= 283\n"
                            "    return state\n";
const std::string kHandler = "import httpx\nasync def get(url: str) -> str:\n    async with httpx.AsyncClient() as client:\n"
                             "        return (await client.get(url)).text\n";

} // namespace

class TestScoring : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contributionsAddUp()
    {
        std::mt19937 dice(7);
        std::uniform_real_distribution<double> any(0, 100);
        for (int round = 0; round < 2000; ++round) {
            scoring::Answers answers;
            scoring::Weights weights {};
            for (std::size_t at = 0; at < answers.size(); ++at) {
                weights[at] = any(dice);
                answers[at] = dice() % 5 == 0 ? scoring::unknown("") : scoring::answer(any(dice), any(dice), any(dice), "");
            }
            const scoring::Score made = scoring::combine(answers, weights);
            double sum = 0;
            for (const CriterionScore& criterion : made.criteria)
                sum += criterion.contribution;
            QVERIFY(std::abs(sum - made.readiness.likely) < 1e-9 || made.value.likely == 0 || made.ease.likely == 0);
            QVERIFY(std::abs(made.readiness.likely - std::sqrt(made.value.likely * made.ease.likely)) < 1e-9);
            for (const Range& range : { made.value, made.ease, made.readiness })
                QVERIFY(0 <= range.low && range.low <= range.likely + 1e-9 && range.likely <= range.high + 1e-9 && range.high <= 100 + 1e-9);
        }
    }

    void unknownNeverHelps()
    {
        for (std::size_t at = 0; at < static_cast<std::size_t>(kCriterionCount); ++at) {
            scoring::Answers answers;
            answers.fill(scoring::answer(50, 40, 60, ""));
            const scoring::Score known = scoring::combine(answers, scoring::defaultWeights());
            answers[at] = scoring::unknown("");
            const scoring::Score without = scoring::combine(answers, scoring::defaultWeights());
            QVERIFY(without.readiness.likely < known.readiness.likely);
            QVERIFY(without.readiness.low < known.readiness.low);
            QVERIFY(without.readiness.high > known.readiness.high); // but it may turn out best
        }
    }

    void everyCriterionIsMonotoneInItsAnswer()
    {
        for (std::size_t at = 0; at < static_cast<std::size_t>(kCriterionCount); ++at) {
            double last = -1;
            for (double value = 0; value <= 100; value += 10) {
                scoring::Answers answers;
                answers.fill(scoring::answer(50, 50, 50, ""));
                answers[at] = scoring::answer(value, value, value, "");
                const double readiness = scoring::combine(answers, scoring::defaultWeights()).readiness.likely;
                QVERIFY(readiness > last);
                last = readiness;
            }
        }
    }

    void kernelsRankAboveHandlers()
    {
        const Scored s = score({ { "pkg/__init__.py", "" }, { "pkg/kernel.py", kKernel }, { "pkg/web.py", kHandler } });
        QVERIFY(s.of("pkg/kernel.py").value.likely > 1.5 * s.of("pkg/web.py").value.likely);
        QVERIFY(s.of("pkg/web.py").criteria[static_cast<std::size_t>(CriterionId::IoAndAsync)].value.value() < 50);
    }

    // The operations are the same; what the authors say and do about time is not.
    void whatAuthorsSayCounts()
    {
        const auto of = [](const std::string& text, CriterionId id) {
            return score({ { "a.py", text } }).of("a.py").criteria[static_cast<std::size_t>(id)].value.value();
        };
        const std::string silent = kKernel + "class Box:\n    names = ()\n";
        QVERIFY(of("# the inner loop is slow\n" + silent, CriterionId::CpuBound) > of("# the inner loop is here\n" + silent, CriterionId::CpuBound));
        QCOMPARE(of("# slow: the C extension replaces it\n" + silent, CriterionId::CpuBound), of("# some words\n" + silent, CriterionId::CpuBound));
        QVERIFY(of(kKernel + "class Box:\n    __slots__ = ()\n", CriterionId::CpuBound) > of(silent, CriterionId::CpuBound));
        QVERIFY(of("'Retries requests of a session.'\n" + silent, CriterionId::IoAndAsync) < of("'Mixes the bits of numbers.'\n" + silent, CriterionId::IoAndAsync));
    }

    // "cpu-bound +" in the list of rules is no empty promise: a finding moves its criterion, and more never turn it.
    void findingsMoveTheirCriterion()
    {
        Scored scored = score({ { "a.py", kKernel }, { "b.py", "from a import mix\ndef run(rows):\n    return mix(rows, 3)\n" } }); // no answer at an end
        for (const rules::Rule& rule : rules::registry()) {
            const auto at = static_cast<std::size_t>(rule.info.criterion);
            if (rule.info.veto != rules::Veto::None || at >= static_cast<std::size_t>(kValueCriterionCount))
                continue;
            rules::Finding finding;
            finding.rule = rule.info.id;
            finding.line = finding.endLine = 1;
            scored.findings.clear();
            double last = scored.of("a.py").criteria[at].value.value();
            for (int count = 1; count < 4; ++count) {
                scored.findings.push_back(finding);
                const double now = scored.of("a.py").criteria[at].value.value();
                QVERIFY2(rule.info.sign > 0 ? now > last : now < last, rule.info.id.data());
                last = now;
            }
        }
    }

    void typesTestsAndTiesMoveTheirCriteria()
    {
        const std::string untyped = "def mix(values, key):\n    return sum(v ^ key for v in values)\n";
        const Scored plain = score({ { "a.py", untyped } });
        const Scored typed = score({ { "a.py", "def mix(values: list[int], key: int) -> int:\n    return sum(v ^ key for v in values)\n" } });
        const Scored tested = score({ { "a.py", untyped }, { "tests/test_a.py", "from a import mix\ndef test(): assert mix([1], 1) == 0\n" } });
        const auto part = [](const scoring::Score& made, CriterionId id) { return made.criteria[static_cast<std::size_t>(id)].value.value_or(-1); };
        QCOMPARE(part(plain.of("a.py"), CriterionId::TypeClarity), 0.0);
        QCOMPARE(part(typed.of("a.py"), CriterionId::TypeClarity), 100.0);
        QVERIFY(part(tested.of("a.py"), CriterionId::SafetyNet) > part(plain.of("a.py"), CriterionId::SafetyNet));
    }

    // Method, section 4: a module without any edge to the others changes nobody's criteria.
    void unrelatedModulesChangeNothing()
    {
        const std::map<std::string, std::string> files { { "pkg/__init__.py", "" }, { "pkg/kernel.py", kKernel }, { "pkg/use.py", "from pkg.kernel import mix\ndef run(rows):\n    for row in rows:\n        mix(row, 3)\n" } };
        std::map<std::string, std::string> more = files;
        for (int at = 0; at < 20; ++at)
            more["other" + std::to_string(at) + ".py"] = kKernel;
        const scoring::Score alone = score(files).of("pkg/kernel.py");
        const scoring::Score among = score(more).of("pkg/kernel.py");
        for (std::size_t at = 0; at < alone.criteria.size(); ++at)
            QCOMPARE(among.criteria[at].value, alone.criteria[at].value);
        QVERIFY(among.readiness == alone.readiness);
    }

    // Names defined in the repository are no evidence.
    void namesDoNotMatter()
    {
        std::string renamed = kKernel;
        for (std::size_t at = renamed.find("mix"); at != std::string::npos; at = renamed.find("mix", at))
            renamed.replace(at, 3, "qqq");
        const scoring::Score one = score({ { "pure/speedups_py.py", kKernel } }).of("pure/speedups_py.py");
        const scoring::Score two = score({ { "some/thing.py", renamed } }).of("some/thing.py");
        QVERIFY(one.value == two.value);
        QVERIFY(one.readiness == two.readiness);
    }
};

QTEST_APPLESS_MAIN(TestScoring)
#include "tst_scoring.moc"

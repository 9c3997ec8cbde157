// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The boundary reproduces what the analysis proposes, and moves with every unit that is ticked.
#include "tests/support/sample_assessment.h"
#include "ui/models/boundary_models.h"
#include "ui/models/text.h"

#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace ferroscope;
using namespace ferroscope::ui;

namespace {

Assessment withRun()
{
    Assessment a = sample::assessment();
    a.runNanoseconds = 4e6; // so that the sample's crossings weigh something
    return a;
}

double costOf(const Candidate& candidate)
{
    double sum = 0;
    for (const Crossing& crossing : candidate.crossings)
        sum += crossing.cost;
    return sum;
}

int unitNamed(const BoundaryProblem& problem, const char* name)
{
    for (std::size_t at = 0; at < problem.units.size(); ++at) {
        if (problem.units[at].name == QLatin1String(name))
            return static_cast<int>(at);
    }
    return -1;
}

} // namespace

class TestBoundary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theProposalIsReproduced_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("route planning") << QStringLiteral("C1");
        QTest::newRow("tariff") << QStringLiteral("C2");
    }
    void theProposalIsReproduced()
    {
        QFETCH(QString, id);
        const Assessment a = withRun();
        const Candidate& candidate = *a.candidate(bytes(id));
        const BoundaryProblem problem = boundaryProblem(a, candidate);
        const BoundaryResult result = evaluate(problem, proposedCut(problem));
        QVERIFY(std::abs(result.net() - candidate.gain.likely) < 1e-9);
        QVERIFY(std::abs(result.days - candidate.effort.likely) < 1e-9);
        QVERIFY(std::abs(result.crossingNanoseconds - costOf(candidate)) < 1e-6);
    }

    void everyStepCounts()
    {
        const Assessment a = withRun();
        const BoundaryProblem problem = boundaryProblem(a, *a.candidate("C1"));
        Cut cut = proposedCut(problem);
        const BoundaryResult whole = evaluate(problem, cut);
        const int inner = unitNamed(problem, "insertion_cost");
        QVERIFY(inner >= 0);
        cut[static_cast<std::size_t>(inner)] = false;
        const BoundaryResult less = evaluate(problem, cut);
        QVERIFY(less.saved < whole.saved);
        QVERIFY(less.days < whole.days);
        // best_position now calls back into Python; the call from insertion_cost to fits crosses no more.
        QVERIFY(std::any_of(problem.links.begin(), problem.links.end(), [](const BoundaryLink& link) { return !link.priced && link.fromName == QLatin1String("best_position") && link.toName == QLatin1String("insertion_cost"); }));
        const std::vector<int> crossing = crossingLinks(problem, cut);
        for (const int link : crossing)
            QVERIFY(problem.links[static_cast<std::size_t>(link)].toName != QLatin1String("fits"));
        QVERIFY(evaluate(problem, Cut(problem.units.size(), false)).days == 0);
    }

    void withoutALengthCrossingsHaveNoShare()
    {
        const Assessment a = sample::assessment();
        const BoundaryProblem problem = boundaryProblem(a, *a.candidate("C1"));
        const BoundaryResult result = evaluate(problem, proposedCut(problem));
        QCOMPARE(result.crossings, 0.0);
        QVERIFY(result.crossingNanoseconds > 0);
        QVERIFY(std::abs(result.net() - a.candidate("C1")->gain.likely) < 1e-9);
    }

    void cutsGrowAndHoldTheProposal()
    {
        const Assessment a = withRun();
        const BoundaryProblem problem = boundaryProblem(a, *a.candidate("C1"));
        for (const std::size_t most : { std::size_t { 3 }, std::size_t { 6 }, std::size_t { 100 } }) {
            const std::vector<Cut> cuts = growingCuts(problem, 0.002, most);
            QVERIFY(!cuts.empty() && cuts.size() <= most);
            QVERIFY(std::find(cuts.begin(), cuts.end(), proposedCut(problem)) != cuts.end());
            for (std::size_t at = 1; at < cuts.size(); ++at) {
                for (std::size_t unit = 0; unit < problem.units.size(); ++unit)
                    QVERIFY(!cuts[at - 1][unit] || cuts[at][unit]);
                QVERIFY(cuts[at - 1] != cuts[at]);
            }
        }
    }

    void unitsAreTicked()
    {
        const Assessment a = withRun();
        const BoundaryProblem problem = boundaryProblem(a, *a.candidate("C1"));
        UnitsModel model;
        model.setProblem(&problem, proposedCut(problem));
        QSignalSpy changed(&model, &UnitsModel::cutChanged);
        const QModelIndex heading = model.index(0);
        QVERIFY(!(model.flags(heading) & Qt::ItemIsSelectable));
        QVERIFY(!model.setData(heading, Qt::Unchecked, Qt::CheckStateRole));
        const QModelIndex first = model.index(model.rowOf(0));
        QCOMPARE(first.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
        QVERIFY(model.setData(first, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(changed.size(), 1);
        QVERIFY(!model.cut()[0]);
        QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("of the run")));
    }
};

QTEST_MAIN(TestBoundary)
#include "tst_boundary.moc"

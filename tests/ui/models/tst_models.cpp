// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every model over the sample: the rules of Qt's model tester, and that what is shown is what the assessment says.
#include "tests/support/sample_assessment.h"
#include "ui/models/candidates_model.h"
#include "ui/models/criteria_model.h"
#include "ui/models/findings_model.h"
#include "ui/models/map_metrics.h"
#include "ui/models/modules_model.h"
#include "ui/models/packages_model.h"
#include "ui/models/table_filter.h"
#include "ui/models/text.h"

#include <QAbstractItemModelTester>
#include <QTest>
#include <functional>

using namespace ferroscope;
using namespace ferroscope::ui;

using MakeModel = std::function<std::unique_ptr<TableModel>()>;
Q_DECLARE_METATYPE(MakeModel)

class TestModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void obeysTheRules_data()
    {
        QTest::addColumn<MakeModel>("make");
        const auto row = [](const char* name, MakeModel make) { QTest::newRow(name) << make; };
        row("modules", [] { return std::make_unique<ModulesModel>(); });
        row("limits", [] { return std::make_unique<LimitsModel>(); });
        row("short list", [] { return std::make_unique<ShortListModel>(5); });
        row("steps", [] { return std::make_unique<StepsModel>(); });
        row("packages", [] { return std::make_unique<PackagesModel>(); });
        row("findings", [] {
            auto model = std::make_unique<FindingsModel>();
            model->setModule(kRoutes);
            return model;
        });
        row("imports", [] {
            auto model = std::make_unique<LinksModel>(LinksModel::Direction::Imports);
            model->setModule(kRoutes);
            return model;
        });
        row("importers", [] {
            auto model = std::make_unique<LinksModel>(LinksModel::Direction::ImportedBy);
            model->setModule(kRoutes);
            return model;
        });
        row("criteria", [] {
            auto model = std::make_unique<CriteriaModel>();
            model->setModule(kRoutes);
            return model;
        });
        row("crossings", [] {
            auto model = std::make_unique<CrossingsModel>();
            model->setCandidate(QStringLiteral("C1"));
            return model;
        });
    }

    void obeysTheRules()
    {
        QFETCH(MakeModel, make);
        const std::unique_ptr<TableModel> model = make();
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        TableFilter filter;
        filter.setSourceModel(model.get());
        QAbstractItemModelTester proxyTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->rowCount(), 0);
        model->setAssessment(m_assessment);
        QVERIFY(model->rowCount() > 0);
        for (int column = 0; column < model->columnCount(); ++column) {
            QVERIFY(!model->headerData(column, Qt::Horizontal).toString().isEmpty());
            filter.sort(column, Qt::AscendingOrder);
            filter.sort(column, Qt::DescendingOrder);
        }
        // The assessment may go while the model is looked at: it keeps it alive.
        model->setAssessment(sample::assessmentPtr());
        QVERIFY(!model->index(0, 0).data().toString().isNull());
        model->setAssessment(nullptr);
        QCOMPARE(filter.rowCount(), 0);
    }

    void modulesShowWhatIsThere()
    {
        ModulesModel model;
        model.setAssessment(m_assessment);
        QCOMPARE(model.rowCount(), static_cast<int>(m_assessment->modules.size()));
        const int row = model.rowOfPath(kRoutes);
        QVERIFY(row >= 0);
        const AssessedModule& routes = *m_assessment->find(bytes(kRoutes));
        QCOMPARE(model.index(row, ModulesModel::Name).data().toString(), qs(routes.name));
        QCOMPARE(model.index(row, ModulesModel::CodeLines).data(NumberRole).toDouble(), static_cast<double>(routes.lines.code));
        QVERIFY(model.index(row, ModulesModel::Interpreted).data().toString().startsWith(QChar(0x2248))); // ≈: estimated
        QCOMPARE(model.index(row, ModulesModel::Findings).data(NumberRole).toDouble(), static_cast<double>(m_assessment->findingsOf(routes.path).size()));
        for (int at = 0; at < model.rowCount(); ++at) {
            if (!model.module(at).judged())
                QVERIFY(!model.index(at, ModulesModel::Readiness).data(NumberRole).isValid());
        }
    }

    void unknownIsLastEitherWay()
    {
        ModulesModel model;
        model.setAssessment(m_assessment);
        TableFilter filter;
        filter.setSourceModel(&model);
        for (const auto order : { Qt::AscendingOrder, Qt::DescendingOrder }) {
            filter.sort(ModulesModel::Readiness, order);
            QVERIFY(filter.index(0, ModulesModel::Readiness).data(NumberRole).isValid());
            QVERIFY(!filter.index(filter.rowCount() - 1, ModulesModel::Readiness).data(NumberRole).isValid());
        }
    }

    void filtersByColumn_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<bool>("numeric");
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value"); // NaN: unknown
        QTest::addColumn<bool>("passes");
        const double unknown = qQNaN();
        QTest::newRow("part") << QStringLiteral("rout") << false << QStringLiteral("freight.Routes") << unknown << true;
        QTest::newRow("pattern") << QStringLiteral("freight.*") << false << QStringLiteral("freight.a.b") << unknown << true;
        QTest::newRow("pattern is whole") << QStringLiteral("reight.*") << false << QStringLiteral("freight.a.b") << unknown << false;
        QTest::newRow("not") << QStringLiteral("not keep") << false << QStringLiteral("Keep Python") << unknown << false;
        QTest::newRow("or") << QStringLiteral("worker or service") << false << QStringLiteral("Service") << unknown << true;
        QTest::newRow("brackets are text") << QStringLiteral("[x]") << false << QStringLiteral("a[x](y)") << unknown << true;
        QTest::newRow("at least") << QStringLiteral(">= 5") << true << QString() << 5.0 << true;
        QTest::newRow("at least, sign") << QStringLiteral("≥ 5") << true << QString() << 4.9 << false;
        QTest::newRow("less") << QStringLiteral("< 3") << true << QString() << 2.0 << true;
        QTest::newRow("between") << QStringLiteral("5-10") << true << QString() << 7.0 << true;
        QTest::newRow("percent") << QStringLiteral("> 1 %") << true << QString() << 1.5 << true;
        QTest::newRow("thousands") << QStringLiteral("> 1,000") << true << QString() << 1200.0 << true;
        QTest::newRow("unknown") << QStringLiteral(">= 1 or unknown") << true << QString() << unknown << true;
        QTest::newRow("unknown is no number") << QStringLiteral("< 3") << true << QString() << unknown << false;
    }

    void filtersByColumn()
    {
        QFETCH(QString, expression);
        QFETCH(bool, numeric);
        QFETCH(QString, text);
        QFETCH(double, value);
        QFETCH(bool, passes);
        const auto test = parseFilter(expression, numeric);
        QVERIFY(test && *test);
        QCOMPARE((*test)(text, qIsNaN(value) ? std::nullopt : std::optional(value)), passes);
    }

    void refusesWhatIsNoNumber()
    {
        QVERIFY(!parseFilter(QStringLiteral("many"), true));
        QVERIFY(parseFilter(QString(), true));
        QVERIFY(!*parseFilter(QString(), true));
    }

    void stepsAddUp()
    {
        StepsModel model;
        model.setAssessment(m_assessment);
        std::size_t steps = 0;
        for (const Wave& wave : m_assessment->waves)
            steps += wave.work.size() + wave.candidates.size();
        QCOMPARE(model.rowCount(), static_cast<int>(steps));
    }

    void contributionsAddUp()
    {
        CriteriaModel model;
        model.setAssessment(m_assessment);
        for (const AssessedModule& module : m_assessment->modules) {
            if (!module.judged())
                continue;
            model.setModule(qs(module.path));
            double value = 0, ease = 0;
            for (int at = 0; at < kCriterionCount; ++at)
                (at < kValueCriterionCount ? value : ease) += model.points(at);
            QVERIFY2(std::abs(value - module.value.likely) < 0.6, module.path.c_str());
            QVERIFY2(std::abs(ease - module.ease.likely) < 0.6, module.path.c_str());
        }
    }

    void legendCountsEveryModule()
    {
        for (const ColourMetric& metric : colourMetrics(*m_assessment)) {
            std::size_t sum = 0;
            for (const LegendRow& row : legendOf(*m_assessment, metric, false))
                sum += row.modules;
            QCOMPARE(sum, m_assessment->totals.modules);
        }
    }

    void copiesAreSafe()
    {
        ModulesModel model;
        model.setAssessment(m_assessment);
        std::vector<int> rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows.push_back(row);
        const QString csv = asDelimited(model, { ModulesModel::Name, ModulesModel::Path }, rows, QLatin1Char(','));
        for (const QString& line : csv.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            QVERIFY2(!QStringLiteral("=+-@").contains(line.at(0)), qPrintable(line)); // no spreadsheet formula
    }

private:
    static inline const QString kRoutes = QStringLiteral("src/freight/planning/routes.py");
    AssessmentPtr m_assessment = sample::assessmentPtr();
};

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"

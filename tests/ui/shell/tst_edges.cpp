// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says at the edges: one module, nothing judged, no finding, 12,000 modules, a profile of another
// program, a folder that vanishes, a disk that is full. Every page shows, with words, and nothing warns.
// With FERROSCOPE_PICTURES=DIR the pictures are kept there.
#include "tests/ui/render/large_assessment.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/models/text.h"
#include "ui/pages/heat_page.h"
#include "ui/pages/modules_page.h"
#include "ui/pages/state_page.h"
#include "ui/shell/export_flow.h"
#include "ui/widgets/treemap_view.h"

#include <QLabel>
#include <QPushButton>

using namespace ferroscope;
using namespace ferroscope::ui;

namespace {

using Make = std::function<Assessment()>;

Assessment onlyModules(std::size_t count)
{
    Assessment a = sample::assessment();
    a.modules.resize(count);
    a.candidates.clear();
    a.waves.clear();
    a.findings = {};
    a.imports = {};
    a.calls = {};
    a.cycles = {};
    a.cuts = {};
    a.contexts = {};
    a.dependencies = {};
    a.leftInPython.clear();
    a.risks.clear();
    a.coverage = {};
    a.coverage.filesFound = count;
    a.totals = {};
    a.totals.modules = count;
    a.recommendation = {};
    a.recommendation.sentence = "Nothing is worth moving.";
    a.sensitivityTop.clear();
    for (AssessedModule& module : a.modules) {
        module.context.clear();
        if (module.judged())
            ++a.totals.verdicts[static_cast<std::size_t>(module.verdict.id)];
    }
    return a;
}

Assessment withoutFindings()
{
    Assessment a = sample::assessment();
    a.findings = {};
    return a;
}

} // namespace

class TestEdges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { failOnOwnWarnings(); }

    void everyPageHasWords_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("one-module") << 0;
        QTest::newRow("nothing-judged") << 1;
        QTest::newRow("no-finding") << 2;
        QTest::newRow("12000-modules") << 3;
        QTest::newRow("nothing-to-move") << 4;
    }
    void everyPageHasWords()
    {
        QFETCH(int, which);
        const Make makes[] = { [] { return onlyModules(1); }, [] {
                                  Assessment a = onlyModules(2);
                                  for (AssessedModule& module : a.modules)
                                      module.role = "test";
                                  a.totals.verdicts = {};
                                  a.totals.modules = 0;
                                  return a;
                              },
            &withoutFindings, [] { return sample::largeAssessment(12000); }, [] { return onlyModules(9); } };
        FakeAnalysis fake;
        fake.answer = std::make_shared<const Assessment>(makes[which]());
        WindowFixture fixture(fake);
        fixture.open();
        MainWindow& window = *fixture.window;
        for (const Page* page : window.pages()) {
            window.showPage(page->id());
            QTest::qWait(page->id() == QLatin1String("report") ? 1200 : 60);
            QVERIFY2(page->headline().size() > 12, qPrintable(page->id()));
            // A page that has nothing to list says why in words.
            QString words;
            for (const QLabel* label : page->findChildren<QLabel*>()) {
                if (label->isVisible())
                    words += label->text();
            }
            QVERIFY2(words.size() > 30, qPrintable(page->id()));
            keep(window, page->id());
        }
        if (which == 3) {
            const auto* modules = static_cast<ModulesPage*>(window.page(QStringLiteral("modules")));
            QVERIFY(modules->table()->model()->rowCount() > 11000);
            QVERIFY(window.findChild<TreemapView*>()->shownModules() > 11000);
        }
    }

    // The folder goes while it is read for the first time: a page that says so and can try again.
    void theFolderVanishesWhileItIsRead()
    {
        QTemporaryDir outside;
        const QString folder = outside.filePath(QStringLiteral("project"));
        QDir().mkpath(folder);
        WindowTools tools;
        std::atomic<int> runs = 0;
        tools.session.analyze = [&runs, folder](const FileSystem&, const analysis::Request&, store::Store*, std::stop_token, const ProgressSink& progress, const analysis::PartialSink&) -> Result<analysis::Outcome> {
            progress({ Stage::Read, 1, 2, 0.5, "a.py" });
            if (++runs == 1) {
                QDir(folder).removeRecursively();
                return failure(ErrorCode::NotFound, folder.toStdString(), "a.py");
            }
            return analysis::Outcome { sample::assessmentPtr(), 0 };
        };
        MainWindow window(tools);
        window.show();
        window.openFolder(folder);
        QTRY_COMPARE(window.session().state(), Session::State::Failed);
        auto* state = window.findChild<StatePage*>();
        QVERIFY(state->isVisible());
        QVERIFY2(state->fact().contains(QStringLiteral("project is not there")), qPrintable(state->fact()));
        QDir().mkpath(folder);
        for (QPushButton* button : state->findChildren<QPushButton*>()) {
            if (button->text() == QLatin1String("Try again"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(window.session().state(), Session::State::Ready);
    }

    // A profile of another program is refused; what was there stays, and the page says which file and why.
    void aProfileOfAnotherProgram()
    {
        QTemporaryDir folder;
        WindowTools tools;
        tools.session.analyze = [](const FileSystem&, const analysis::Request& request, store::Store*, std::stop_token, const ProgressSink&, const analysis::PartialSink&) -> Result<analysis::Outcome> {
            if (!request.profiles.empty())
                return failure(ErrorCode::BadInput, request.profiles.front(), "3 % of its time matches this code");
            return analysis::Outcome { sample::assessmentPtr(), 0 };
        };
        MainWindow window(tools);
        window.show();
        window.openFolder(folder.path());
        QTRY_COMPARE(window.session().state(), Session::State::Ready);
        window.showPage(QStringLiteral("heat"));
        window.session().profiles()->ask({ QStringLiteral("/runs/other.prof") });
        const auto words = [&] {
            QString all;
            for (const QLabel* label : window.page(QStringLiteral("heat"))->findChildren<QLabel*>())
                all += label->isVisible() ? label->text() + QLatin1Char('\n') : QString();
            return all;
        };
        QTRY_VERIFY2(words().contains(QStringLiteral("other.prof was not used")), qPrintable(words()));
        QVERIFY(words().contains(QStringLiteral("3 % of its time matches this code")));
        QCOMPARE(window.session().state(), Session::State::Ready);
        QVERIFY(window.session().assessment());
    }

    // No store: said at once, with what to do; everything else works.
    void aStoreThatCannotBeOpened_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("held by another instance") << static_cast<int>(ErrorCode::StoreBusy) << QStringLiteral("another program holds the store");
        QTest::newRow("of a newer version") << static_cast<int>(ErrorCode::StoreTooNew) << QStringLiteral("a newer Ferroscope wrote the store");
        QTest::newRow("damaged") << static_cast<int>(ErrorCode::StoreDamaged) << QStringLiteral("the store is damaged");
        QTest::newRow("write-protected") << static_cast<int>(ErrorCode::CannotWrite) << QStringLiteral("the store cannot be opened");
    }
    void aStoreThatCannotBeOpened()
    {
        QFETCH(int, code);
        QFETCH(QString, said);
        QTemporaryDir folder;
        WindowTools tools;
        tools.storeError = Error { static_cast<ErrorCode>(code), "/home/ada/ferroscope.sqlite", {} };
        tools.session.analyze = [](const FileSystem&, const analysis::Request&, store::Store*, std::stop_token, const ProgressSink&, const analysis::PartialSink&) -> Result<analysis::Outcome> {
            return analysis::Outcome { sample::assessmentPtr(), 0 };
        };
        MainWindow window(tools);
        window.show();
        const auto words = [&] {
            QString all;
            for (const QLabel* label : window.findChildren<QLabel*>())
                all += label->isVisible() ? label->text() + QLatin1Char('\n') : QString();
            return all;
        };
        QVERIFY2(words().contains(said), qPrintable(words()));
        QVERIFY(words().contains(QStringLiteral("/home/ada/ferroscope.sqlite")));
        window.openFolder(folder.path());
        QTRY_COMPARE(window.session().state(), Session::State::Ready);
        QVERIFY(words().contains(said));
        for (QPushButton* button : window.findChildren<QPushButton*>()) {
            if (button->accessibleName() == QLatin1String("Close this notice"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(!words().contains(said));
    }

    void aFullDiskIsSaid()
    {
        if (!QFile::exists(QStringLiteral("/dev/full")))
            QSKIP("no /dev/full here");
        const auto problem = saveThrough(QStringLiteral("/dev/full"), [](const QString&) -> Result<void> {
            QFile full(QStringLiteral("/dev/full"));
            if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                return failure(ErrorCode::Unreadable, "/dev/full", full.errorString().toStdString());
            if (full.write(QByteArray(4096, 'x')) < 0)
                return failure(ErrorCode::Unreadable, "/dev/full", full.errorString().toStdString());
            return {};
        });
        QVERIFY(problem.has_value());
        QVERIFY2(problem->kind == SaveProblem::Kind::DiskFull, qPrintable(problem->detail));
        const SaveProblemText text = describe(*problem, QStringLiteral("The report"));
        QCOMPARE(text.fact, QStringLiteral("The report was not saved: the disk is full."));
        QVERIFY(!QFileInfo(QStringLiteral("/dev/full.%1.part").arg(QCoreApplication::applicationPid())).exists());
    }

private:
    static void keep(QWidget& window, const QString& name)
    {
        const QString folder = qEnvironmentVariable("FERROSCOPE_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        window.grab().toImage().save(QStringLiteral("%1/%2-%3.png").arg(folder, QString::fromLatin1(QTest::currentDataTag()), name));
    }
};

FERROSCOPE_WINDOW_TEST(TestEdges)
#include "tst_edges.moc"

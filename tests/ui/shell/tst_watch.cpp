// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Saved files are noticed, an update runs, and nothing a person has arranged is lost by it.
#include "tests/ui/shell/window_fixture.h"
#include "ui/models/text.h"
#include "ui/pages/module_page.h"
#include "ui/pages/modules_page.h"
#include "ui/shell/bars.h"
#include "ui/shell/folder_watch.h"
#include "ui/widgets/code_view.h"

#include <QAction>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>

using namespace ferroscope;
using namespace ferroscope::ui;

namespace {

void write(const QString& path, const QByteArray& content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

std::string native(const QString& path) { return QFile::encodeName(path).toStdString(); }

// The look after watch() is over: what comes now is a change.
void settle(FolderWatch& watch)
{
    QSignalSpy looked(&watch, &FolderWatch::looked);
    QVERIFY(looked.wait(5000));
}

} // namespace

class TestWatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { failOnOwnWarnings(); }

    void onlySomeFilesConcern_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("concerns");
        QTest::newRow("module") << QStringLiteral("a/b.py") << true;
        QTest::newRow("stub") << QStringLiteral("a/b.pyi") << true;
        QTest::newRow("notebook") << QStringLiteral("n.ipynb") << true;
        QTest::newRow("manifest") << QStringLiteral("pyproject.toml") << true;
        QTest::newRow("requirements") << QStringLiteral("requirements-dev.txt") << true;
        QTest::newRow("in a requirements folder") << QStringLiteral("requirements/test.in") << true;
        QTest::newRow("text") << QStringLiteral("a/notes.txt") << false;
        QTest::newRow("compiled") << QStringLiteral("a/b.pyc") << false;
        QTest::newRow("editor's swap file") << QStringLiteral("a/.b.py.swp") << false;
        QTest::newRow("backup") << QStringLiteral("a/b.py~") << false;
    }
    void onlySomeFilesConcern()
    {
        QFETCH(QString, path);
        QTEST(concernsAnalysis(bytes(path)), "concerns");
    }

    void looksAreCompared_data()
    {
        using Files = std::map<std::string, FileStamp>;
        QTest::addColumn<FolderScan>("before");
        QTest::addColumn<FolderScan>("after");
        QTest::addColumn<QStringList>("changed");
        const auto one = [](Files files, std::set<std::string> folders = {}) {
            FolderScan scan;
            scan.folders[""] = { std::move(files), std::move(folders) };
            return scan;
        };
        const FileStamp old { 10, 50 }, saved { 10, 150 }, grown { 11, 50 };
        QTest::newRow("nothing") << one({ { "a.py", old } }) << one({ { "a.py", old } }) << QStringList();
        QTest::newRow("saved") << one({ { "a.py", old } }) << one({ { "a.py", saved } }) << QStringList { QStringLiteral("a.py") };
        QTest::newRow("same time, other size") << one({ { "a.py", old } }) << one({ { "a.py", grown } }) << QStringList { QStringLiteral("a.py") };
        QTest::newRow("added") << one({}) << one({ { "a.py", old } }) << QStringList { QStringLiteral("a.py") };
        QTest::newRow("removed") << one({ { "a.py", old } }) << one({}) << QStringList { QStringLiteral("a.py") };
        QTest::newRow("first look, saved since") << FolderScan {} << one({ { "a.py", old }, { "b.py", saved } }) << QStringList { QStringLiteral("b.py") };
        FolderScan moved = one({}, { "new" });
        moved.folders["new"] = { { { "m.py", old } }, {} };
        QTest::newRow("a folder moved in, its files are old") << one({}) << moved << QStringList { QStringLiteral("new/m.py") };
        FolderScan known = one({}, { "new" });
        QTest::newRow("a folder now watched for the first time") << known << moved << QStringList();
        QTest::newRow("a folder taken away") << moved << one({}) << QStringList { QStringLiteral("new/m.py") };
    }
    void looksAreCompared()
    {
        QFETCH(FolderScan, before);
        QFETCH(FolderScan, after);
        QStringList changed;
        for (const std::string& path : changedFiles(before, after, 100))
            changed << qs(path);
        QTEST(changed, "changed");
    }

    void newFoldersAreEntered()
    {
        using Files = std::map<std::string, std::string>;
        const MemoryFileSystem before(Files { { "a/x.py", "1" } });
        const FolderScan first = scanFolders(before, "", { "", "a" }, nullptr);
        QCOMPARE(first.files(), std::size_t { 1 });
        const MemoryFileSystem after(Files { { "a/x.py", "1" }, { "a/new/deep/y.py", "2" }, { "a/.venv/z.py", "3" } });
        const FolderScan second = scanFolders(after, "", { "", "a" }, &first);
        QVERIFY(second.folders.contains("a/new/deep"));
        QVERIFY(!second.folders.contains("a/.venv"));
        QCOMPARE(changedFiles(first, second, 0), std::vector<std::string> { "a/new/deep/y.py" });
        // Still known at the next look.
        const FolderScan third = scanFolders(after, "", { "", "a" }, &second);
        QVERIFY(changedFiles(second, third, 0).empty());
    }

    void tellsOfSaves_data()
    {
        QTest::addColumn<int>("most");
        QTest::newRow("notified by the system") << FolderWatch::kMostWatches;
        QTest::newRow("polling") << 0;
        QTest::newRow("folders notified, files polled") << 2;
    }
    void tellsOfSaves()
    {
        QFETCH(int, most);
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("pkg/a.py")), "a = 1\n");
        write(folder.filePath(QStringLiteral("pkg/b.py")), "b = 1\n");
        FolderWatch watch(realFileSystem());
        watch.setMostWatches(most);
        QSignalSpy changed(&watch, &FolderWatch::changed);
        watch.watch(native(folder.path()), { "", "pkg" }, INT64_MAX);
        settle(watch);
        QCOMPARE(watch.notified(), most == FolderWatch::kMostWatches);
        QCOMPARE(changed.size(), 0);
        // Written in place, added and removed in one burst: one change.
        write(folder.filePath(QStringLiteral("pkg/a.py")), "a = 1234\n");
        write(folder.filePath(QStringLiteral("pkg/c.py")), "c = 1\n");
        write(folder.filePath(QStringLiteral("pkg/notes.txt")), "no Python\n");
        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("pkg/b.py"))));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 8000);
        QCOMPARE(changed[0][0].toStringList(), (QStringList { QStringLiteral("pkg/a.py"), QStringLiteral("pkg/b.py"), QStringLiteral("pkg/c.py") }));
        // Replaced by a rename, as careful editors do, twice: the watch must survive the first.
        for (const QByteArray content : { "a = 2\n", "a = 33\n" }) {
            changed.clear();
            write(folder.filePath(QStringLiteral("pkg/new.tmp")), content);
            QCOMPARE(std::rename(native(folder.filePath(QStringLiteral("pkg/new.tmp"))).c_str(), native(folder.filePath(QStringLiteral("pkg/a.py"))).c_str()), 0);
            QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 8000);
            QCOMPARE(changed[0][0].toStringList(), QStringList { QStringLiteral("pkg/a.py") });
        }
    }

    void whatWasSavedDuringTheAnalysisCounts()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("a.py")), "a = 1\n");
        const auto status = realFileSystem()->status(native(folder.filePath(QStringLiteral("a.py"))));
        FolderWatch watch(realFileSystem());
        QSignalSpy changed(&watch, &FolderWatch::changed);
        watch.watch(native(folder.path()), { "" }, status->modified);
        QTRY_COMPARE(changed.size(), 1);
    }

    void tellsOfALostFolderAndItsReturn()
    {
        QTemporaryDir folder;
        const QString root = folder.filePath(QStringLiteral("project")), away = folder.filePath(QStringLiteral("away"));
        write(root + QStringLiteral("/a.py"), "a = 1\n");
        FolderWatch watch(realFileSystem());
        QSignalSpy vanished(&watch, &FolderWatch::vanished), returned(&watch, &FolderWatch::returned);
        watch.watch(native(root), { "" }, INT64_MAX);
        settle(watch);
        QVERIFY(QDir().rename(root, away));
        watch.lookSoon();
        QTRY_COMPARE(vanished.size(), 1);
        QVERIFY(QDir().rename(away, root));
        QTRY_COMPARE_WITH_TIMEOUT(returned.size(), 1, 8000);
        QCOMPARE(vanished.size(), 1);
    }

    void aSaveUpdatesAndKeepsTheView()
    {
        WindowFixture fixture;
        fixture.open();
        MainWindow& window = *fixture.window;
        window.resize(960, 600);
        Session& session = window.session();
        session.selection()->setModule(kRoutes);
        session.selection()->setCandidate(QStringLiteral("C2"));
        window.showPage(QStringLiteral("overview"));
        window.showPage(QStringLiteral("modules"));
        auto* page = static_cast<ModulesPage*>(window.page(QStringLiteral("modules")));
        auto* field = qobject_cast<QLineEdit*>(page->filterField());
        field->setText(QStringLiteral("freight"));
        DataTable* table = page->table();
        table->selectPath(kRoutes);
        const QString chosen = table->currentIndex().data(PathRole).toString();
        table->verticalScrollBar()->setValue(30);
        const int scroll = table->verticalScrollBar()->value(), rows = table->model()->rowCount();
        QVERIFY(scroll > 0);
        table->selectionModel()->select(table->model()->index(4, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        DataTable* packages = window.page(QStringLiteral("packages"))->findChild<DataTable*>();
        QTRY_VERIFY(packages->model()->rowCount() > 3);
        packages->selectRow(3);
        const QString package = packages->currentIndex().siblingAtColumn(0).data().toString();
        auto* code = static_cast<ModulePage*>(window.page(QStringLiteral("module")))->code();
        QTRY_VERIFY(code->lineCount() > 100);
        code->verticalScrollBar()->setValue(57);
        field->setFocus();
        QTRY_VERIFY(session.watch().notified());

        const AssessmentPtr before = session.assessment();
        touchSource(fixture);
        QTRY_VERIFY_WITH_TIMEOUT(session.assessment() != before, 8000);
        QTest::qWait(50);
        QCOMPARE(session.state(), Session::State::Ready);
        QCOMPARE(window.currentPage(), QStringLiteral("modules"));
        QCOMPARE(field->text(), QStringLiteral("freight"));
        QCOMPARE(table->model()->rowCount(), rows);
        QCOMPARE(table->currentIndex().data(PathRole).toString(), chosen);
        QCOMPARE(table->selectionModel()->selectedRows().size(), 2);
        QCOMPARE(packages->currentIndex().siblingAtColumn(0).data().toString(), package);
        QTRY_COMPARE(code->verticalScrollBar()->value(), 57);
        QCOMPARE(table->verticalScrollBar()->value(), scroll);
        QCOMPARE(session.selection()->module(), chosen);
        QCOMPARE(session.selection()->candidate(), QStringLiteral("C2"));
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(field));
        QVERIFY(window.action(QStringLiteral("back"))->isEnabled());
        QCOMPARE(window.findChild<StatusBar*>()->note(), QStringLiteral("1 file changed, updated"));
        QVERIFY(window.page(QStringLiteral("overview"))->headline().startsWith(qs(session.assessment()->recommendation.sentence)));
    }

    void theChosenCandidateIsFoundUnderItsNewNumber()
    {
        WindowFixture fixture;
        // The second analysis ranks the first two the other way round.
        auto turn = std::make_shared<int>(0);
        const auto call = fixture.analysis.call();
        WindowTools tools;
        tools.session.analyze = [call, turn](const FileSystem& files, const analysis::Request& request, store::Store* store, std::stop_token stop, const ProgressSink& progress, const analysis::PartialSink& partial) -> Result<analysis::Outcome> {
            auto outcome = call(files, request, store, stop, progress, partial);
            if ((*turn)++ == 1) {
                auto other = std::make_shared<Assessment>(*outcome->assessment);
                std::swap(other->candidates[0], other->candidates[1]);
                std::swap(other->candidates[0].id, other->candidates[1].id);
                outcome->assessment = other;
            }
            return outcome;
        };
        Session session(tools.session);
        session.open(fixture.folder.path());
        QTRY_COMPARE(session.state(), Session::State::Ready);
        session.selection()->setCandidate(QStringLiteral("C1"));
        session.analyseAgain();
        QTRY_COMPARE(session.state(), Session::State::Ready);
        QCOMPARE(session.selection()->candidate(), QStringLiteral("C2"));
    }

    void aNewerChangeSupersedes()
    {
        FakeAnalysis slow;
        WindowFixture fixture(slow);
        fixture.open();
        Session& session = fixture.window->session();
        QTRY_VERIFY(session.watch().notified());
        *slow.release = false;
        const AssessmentPtr before = session.assessment();
        touchSource(fixture);
        QTRY_VERIFY_WITH_TIMEOUT(session.updating(), 8000);
        QVERIFY(fixture.window->findChild<StatusBar*>()->note().contains(QStringLiteral("updating…")));
        write(fixture.folder.filePath(QStringLiteral("src/freight/planning/more.py")), "x = 1\n");
        QTRY_COMPARE_WITH_TIMEOUT(session.changedFiles().size(), 2, 8000);
        QVERIFY(session.updating());
        QCOMPARE(session.assessment(), before);
        *slow.release = true;
        QTRY_COMPARE(session.state(), Session::State::Ready);
        QVERIFY(session.assessment() != before);
        QCOMPARE(fixture.window->findChild<StatusBar*>()->note(), QStringLiteral("2 files changed, updated"));
    }

    void aFolderThatNeverRestsIsShownAllTheSame()
    {
        FakeAnalysis slow;
        WindowFixture fixture(slow);
        fixture.open();
        Session& session = fixture.window->session();
        *slow.release = false;
        for (int change = 0; change <= Session::kMostSuperseded + 1; ++change)
            Q_EMIT session.watch().changed({ QStringLiteral("a%1.py").arg(change) });
        QSignalSpy states(&session, &Session::stateChanged), assessments(&session, &Session::assessmentChanged);
        *slow.release = true;
        QTRY_VERIFY(assessments.size() >= 2); // the one that was let through, and the one for what came after
        QTRY_COMPARE(session.state(), Session::State::Ready);
    }

    void anUpdateCanBeCancelled()
    {
        FakeAnalysis slow;
        WindowFixture fixture(slow);
        fixture.open();
        Session& session = fixture.window->session();
        *slow.release = false;
        Q_EMIT session.watch().changed({ QStringLiteral("a.py") });
        QTRY_VERIFY(session.updating());
        QTest::keyClick(fixture.window.get(), Qt::Key_Escape);
        QTRY_COMPARE(session.state(), Session::State::Cancelled);
        QVERIFY(session.assessment());
        *slow.release = true;
    }

    void aLostFolderHasAStateOfItsOwn()
    {
        WindowFixture fixture;
        fixture.open();
        Session& session = fixture.window->session();
        QTRY_VERIFY(session.watch().notified());
        const QString root = fixture.folder.path(), away = root + QStringLiteral("-away");
        QVERIFY(QDir().rename(root, away));
        session.lookForChanges();
        QTRY_COMPARE(session.state(), Session::State::Gone);
        QVERIFY(session.assessment());
        const auto buttons = fixture.window->findChildren<QPushButton*>();
        QVERIFY(std::any_of(buttons.begin(), buttons.end(), [](const QPushButton* one) { return one->isVisible() && one->accessibleName() == QLatin1String("Look for the folder again"); }));
        QVERIFY(QDir().rename(away, root));
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Ready, 8000);
    }

    void canBeSwitchedOff()
    {
        WindowFixture fixture;
        fixture.open();
        Session& session = fixture.window->session();
        QTRY_VERIFY(session.watch().notified());
        fixture.window->action(QStringLiteral("watch"))->trigger();
        QVERIFY(!session.watch().watching());
        const AssessmentPtr before = session.assessment();
        touchSource(fixture);
        QTest::qWait(FolderWatch::kQuiet * 3);
        QCOMPARE(session.assessment(), before);
        QVERIFY(!fixture.settings.value(QStringLiteral("window/watch")).toBool());
    }

private:
    static inline const QString kRoutes = QStringLiteral("src/freight/planning/routes.py");
    static void touchSource(WindowFixture& fixture) { write(fixture.folder.filePath(kRoutes), "def saved():\n    return 1\n" + QByteArray("# more\n").repeated(200)); }
};

FERROSCOPE_WINDOW_TEST(TestWatch)
#include "tst_watch.moc"

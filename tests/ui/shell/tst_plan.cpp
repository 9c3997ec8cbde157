// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The plan in the window: prepared when it is first changed, undone by keys, kept with the folder, lost never.
#include "tests/support/fake_what_if.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/models/plan_changes.h"
#include "ui/models/settings_models.h"
#include "ui/models/text.h"
#include "ui/pages/settings_page.h"
#include "ui/shell/plan_notices.h"
#include "ui/widgets/number_field.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTimer>
#include <mutex>

using namespace ferroscope;
using namespace ferroscope::ui;

namespace {

// An analysis that remembers what it was asked and gives a WhatIf when it is asked for one.
struct Analyses {
    AssessmentPtr base = sample::assessmentPtr();
    std::shared_ptr<sample::FakeWhatIf> whatIf = std::make_shared<sample::FakeWhatIf>(base);
    std::mutex mutex;
    std::vector<analysis::Request> requests;
    std::atomic<bool> hold = false;

    AnalyzeCall call()
    {
        return [this](const FileSystem&, const analysis::Request& request, store::Store*, std::stop_token stop, const ProgressSink&,
                   const analysis::PartialSink&) -> Result<analysis::Outcome> {
            {
                const std::lock_guard lock(mutex);
                requests.push_back(request);
            }
            while (hold) {
                if (stop.stop_requested())
                    return failure(ErrorCode::Cancelled);
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            }
            analysis::Outcome outcome { whatIf->assess(request.settings, analysis::Cut::New, nullptr, {}), 0 };
            if (request.forWhatIf)
                outcome.whatIf = whatIf;
            return outcome;
        };
    }
    analysis::Request last()
    {
        const std::lock_guard lock(mutex);
        return requests.back();
    }
    std::size_t count()
    {
        const std::lock_guard lock(mutex);
        return requests.size();
    }
};

struct Desk {
    QTemporaryDir folder;
    Analyses analyses;
    std::shared_ptr<store::Store> store;
    QSettings settings { folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat };
    std::unique_ptr<MainWindow> window;

    explicit Desk(bool withStore = true)
    {
        QDir(folder.path()).mkpath(QStringLiteral("project"));
        if (withStore)
            openStore();
    }
    ~Desk() { window.reset(); }
    QString project() const { return folder.filePath(QStringLiteral("project")); }
    std::string storePath() const { return folder.filePath(QStringLiteral("store.sqlite")).toStdString(); }
    std::string root() const { return QFile::encodeName(project()).toStdString(); }
    void openStore() { store = std::shared_ptr<store::Store>(std::move(*store::Store::open(storePath()))); }
    MainWindow& open()
    {
        WindowTools tools;
        tools.session.analyze = analyses.call();
        tools.session.store = store;
        tools.settings = &settings;
        window = std::make_unique<MainWindow>(tools);
        window->resize(1280, 800);
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
        window->session().setWatching(false);
        window->openFolder(project());
        [&] { QTRY_COMPARE(window->session().state(), Session::State::Ready); }();
        return *window;
    }
    PlanEdits& plan() { return *window->session().plan(); }
    const Assessment& shown() { return *window->session().assessment(); }
    int waveOf(const char* id)
    {
        for (const Wave& wave : shown().waves) {
            if (std::find(wave.candidates.begin(), wave.candidates.end(), id) != wave.candidates.end())
                return wave.number;
        }
        return -1;
    }
    void move(const char* id, int wave) { plan().change(QStringLiteral("Move it"), plan::moved(plan().settings(), *shown().candidate(id), wave)); }
    settings::Settings kept()
    {
        const auto text = store->settings(root());
        const auto read = text ? settings::readSettings(*text, "kept") : Result<settings::Settings>();
        return read ? *read : settings::Settings {};
    }
};

settings::Settings someSettings()
{
    settings::Settings now;
    now.weights[CriterionId::Portability] = 3;
    return now;
}

QPushButton* buttonIn(const QWidget& in, const QString& text)
{
    for (auto* button : in.findChildren<QPushButton*>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace

class TestPlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { failOnOwnWarnings(); }

    void theFirstChangePrepares()
    {
        Desk desk;
        MainWindow& window = desk.open();
        QVERIFY(!desk.analyses.last().forWhatIf); // so that it may be recalled
        desk.analyses.hold = true;
        desk.move("C1", 2);
        QCOMPARE(desk.plan().state(), PlanEdits::State::Preparing);
        QTRY_COMPARE(desk.analyses.count(), std::size_t(2));
        QVERIFY(desk.analyses.last().forWhatIf);
        QVERIFY(desk.analyses.last().settings == desk.plan().settings());
        bool said = false;
        for (const auto* label : window.findChildren<QLabel*>())
            said |= label->isVisible() && label->text() == QStringLiteral("Preparing the plan for changes…");
        QVERIFY(said);
        desk.move("C2", 2); // while it runs
        desk.analyses.hold = false;
        QTRY_COMPARE(desk.waveOf("C2"), 2);
        QCOMPARE(desk.waveOf("C1"), 2);
        QTRY_COMPARE(desk.plan().state(), PlanEdits::State::Idle);
        desk.move("C3", 3); // now there is something to ask
        QTRY_COMPARE(desk.waveOf("C3"), 3);
        QCOMPARE(desk.analyses.count(), std::size_t(2));
    }

    void keysUndoAndRedo()
    {
        Desk desk;
        MainWindow& window = desk.open();
        const auto undo = window.action(QStringLiteral("undo"));
        QVERIFY(!undo->isEnabled());
        const settings::Settings before = desk.plan().settings();
        desk.move("C1", 2);
        const settings::Settings after = desk.plan().settings();
        QTRY_COMPARE(desk.waveOf("C1"), 2);
        QCOMPARE(undo->text(), QStringLiteral("Undo: Move it"));
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(desk.plan().settings() == before);
        QTRY_COMPARE(desk.waveOf("C1"), 1);
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(desk.plan().settings() == after);
        QTRY_COMPARE(desk.waveOf("C1"), 2);
        for (auto* button : window.findChildren<QToolButton*>()) {
            if (button->accessibleName() == QLatin1String("Undo: Move it"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(desk.plan().settings() == before);
    }

    void changesAreThereTheNextTime()
    {
        Desk desk;
        desk.open();
        desk.plan().change(QStringLiteral("Weights"), someSettings());
        desk.window->close(); // at once: nothing may be lost
        desk.window.reset();
        QVERIFY(desk.kept() == someSettings());
        desk.open();
        QVERIFY(desk.plan().settings() == someSettings());
        QVERIFY(desk.analyses.last().settings == someSettings());
        QVERIFY(!desk.window->action(QStringLiteral("undo"))->isEnabled());
        desk.plan().change(QStringLiteral("Weights"), {});
        desk.window->session().close();
        QVERIFY(desk.kept().isEmpty());
    }

    void changesAreKeptInTheBackground()
    {
        Desk desk;
        desk.open();
        desk.plan().change(QStringLiteral("Weights"), someSettings());
        QTRY_VERIFY(desk.kept() == someSettings());
        desk.plan().history()->undo();
        QTRY_VERIFY(desk.store->settings(desk.root()) == std::string());
    }

    void aStoreThatCannotBeWrittenSaysSo()
    {
        Desk desk(false);
        MainWindow& window = desk.open();
        auto* strip = window.findChild<PlanNotices*>();
        QVERIFY(!strip->isVisible());
        desk.plan().change(QStringLiteral("Weights"), someSettings());
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(desk.window->session().keeper()->problem().contains(QStringLiteral("not kept")));
        QVERIFY(buttonIn(*strip, QStringLiteral("Export settings…"))->isVisible());
        // Closing asks first, and stays when told so.
        QTimer::singleShot(0, this, [] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            QVERIFY(box);
            QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
        });
        QVERIFY(!window.close());
        QVERIFY(window.isVisible());
        QTimer::singleShot(0, this, [] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            QVERIFY(box);
            QTest::mouseClick(buttonIn(*box, QStringLiteral("Close without them")), Qt::LeftButton);
        });
        QVERIFY(window.close());
    }

    void whatTheFolderBringsIsAskedAboutOnce()
    {
        Desk desk;
        QFile file(desk.project() + QStringLiteral("/ferroscope.toml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("excludes = [\"legacy/\"]\n[weights]\nportability = 3\n");
        file.close();
        MainWindow& window = desk.open();
        auto* strip = window.findChild<PlanNotices*>();
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(desk.plan().settings().isEmpty()); // never silently
        QTest::mouseClick(buttonIn(*strip, QStringLiteral("Leave them")), Qt::LeftButton);
        QVERIFY(!strip->isVisible());
        QTRY_VERIFY(desk.store->settings(desk.root()).has_value());
        desk.window.reset();
        desk.open();
        QTest::qWait(50);
        QVERIFY(!desk.window->findChild<PlanNotices*>()->isVisible());
    }

    void whatTheFolderBringsIsUsedWhenWanted()
    {
        Desk desk;
        QFile file(desk.project() + QStringLiteral("/ferroscope.toml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("excludes = [\"legacy/\"]\n[weights]\nportability = 3\n");
        file.close();
        MainWindow& window = desk.open();
        auto* strip = window.findChild<PlanNotices*>();
        QTRY_VERIFY(strip->isVisible());
        QTest::mouseClick(buttonIn(*strip, QStringLiteral("Use them")), Qt::LeftButton);
        QCOMPARE(desk.plan().settings().excludes, std::vector<std::string> { "legacy/" });
        QTRY_VERIFY(!desk.plan().needsReading()); // analysed again with them
        QCOMPARE(desk.analyses.last().repoConfig, RepoConfig::Trusted);
        QVERIFY(window.action(QStringLiteral("undo"))->isEnabled());
    }

    void settingsAreReadFromAFile()
    {
        Desk desk;
        MainWindow& window = desk.open();
        const QString path = desk.folder.filePath(QStringLiteral("mine.toml"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(settings::writeSettings(someSettings())));
        file.close();
        QVERIFY(window.importSettings(path));
        QVERIFY(desk.plan().settings() == someSettings());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("wieghts = 1\n");
        file.close();
        QVERIFY(!window.importSettings(path)); // says why, changes nothing
        QVERIFY(desk.plan().settings() == someSettings());
        auto* box = window.findChild<QMessageBox*>();
        QVERIFY(box && box->informativeText().contains(QStringLiteral("wieghts")));
        box->close();
        QVERIFY(!window.importSettings(desk.folder.filePath(QStringLiteral("none.toml"))));
    }

    void aSliderOfTheSettingsMovesTheRanks()
    {
        Desk desk;
        MainWindow& window = desk.open();
        QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
        SettingsDialog* dialog = window.settingsDialog();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->section(), QStringLiteral("weights"));
        LevelSlider* slider = nullptr;
        for (auto* one : dialog->findChildren<LevelSlider*>()) {
            if (one->accessibleName().contains(QLatin1String("Portability")))
                slider = one;
        }
        QVERIFY(slider);
        QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() - 10, 12));
        for (int x = slider->width() - 20; x > 20; x -= 20) {
            QMouseEvent move(QEvent::MouseMove, QPoint(x, 12), slider->mapToGlobal(QPoint(x, 12)), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(slider, &move);
        }
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(20, 12));
        QCOMPARE(desk.plan().history()->count(), 1); // one command, however many steps
        const double weight = desk.plan().settings().weights.at(CriterionId::Portability);
        QTRY_COMPARE(desk.shown().weights[static_cast<std::size_t>(CriterionId::Portability)], weight);
        QTest::mouseClick(buttonIn(*dialog, QStringLiteral("Reset all weights")), Qt::LeftButton);
        QVERIFY(desk.plan().settings().weights.empty());
        QTest::keyClick(dialog, Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(dialog, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(desk.plan().settings().isEmpty());
    }

    void everyControlOfTheSettingsHasANameAndAUnit()
    {
        Desk desk;
        MainWindow& window = desk.open();
        window.action(QStringLiteral("settings"))->trigger();
        SettingsDialog* dialog = window.settingsDialog();
        QStringList shown;
        auto* sections = dialog->findChild<QListWidget*>();
        for (int at = 0; at < sections->count(); ++at) {
            sections->setCurrentRow(at);
            QTest::qWait(5);
            dialog->grab();
            for (auto* widget : dialog->findChildren<QWidget*>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->inherits("QScrollBar") || widget->objectName().startsWith(QLatin1String("qt_")))
                    continue;
                const auto* button = qobject_cast<QAbstractButton*>(widget);
                QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()), widget->metaObject()->className());
                if (const auto* number = qobject_cast<NumberField*>(widget))
                    QVERIFY2(!number->suffix().trimmed().isEmpty() && number->accessibleName().contains(QLatin1String(", in ")), qPrintable(number->accessibleName()));
            }
        }
        QCOMPARE(sections->count(), 6);
    }

    void whatIsReadNeedsAnotherAnalysis()
    {
        Desk desk;
        MainWindow& window = desk.open();
        window.action(QStringLiteral("settings"))->trigger();
        SettingsDialog* dialog = window.settingsDialog();
        dialog->showSection(QStringLiteral("reading"));
        auto* apply = buttonIn(*dialog, QStringLiteral("Apply and analyse again"));
        QVERIFY(!apply->isEnabled());
        QPlainTextEdit* excludes = dialog->findChildren<QPlainTextEdit*>().front();
        QTest::keyClicks(excludes, QStringLiteral("legacy/"));
        QVERIFY(apply->isEnabled());
        const std::size_t before = desk.analyses.count();
        QTest::mouseClick(apply, Qt::LeftButton);
        QTRY_COMPARE(desk.analyses.count(), before + 1);
        QTRY_COMPARE(window.session().state(), Session::State::Ready);
        QCOMPARE(desk.analyses.last().settings.excludes, std::vector<std::string> { "legacy/" });
        QTRY_VERIFY(!apply->isEnabled());
    }

    void modelsAreSound()
    {
        RanksModel ranks(5);
        QAbstractItemModelTester first(&ranks, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const AssessmentPtr before = sample::assessmentPtr();
        auto changed = std::make_shared<Assessment>(*before);
        ranks.setAssessment(before);
        ranks.remember(before);
        QCOMPARE(ranks.rowCount(), 5);
        QCOMPARE(ranks.index(0, RanksModel::Moved).data().toString(), QStringLiteral("="));
        const QString second = ranks.index(1, RanksModel::Module).data().toString();
        for (AssessedModule& module : changed->modules) {
            if (qs(module.name).endsWith(second))
                module.readiness = { 99, 99, 99 };
        }
        ranks.setAssessment(changed);
        QCOMPARE(ranks.index(0, RanksModel::Module).data().toString(), second);
        QCOMPARE(ranks.index(0, RanksModel::Moved).data().toString(), QStringLiteral("↑ 1"));
        QCOMPARE(ranks.index(1, RanksModel::Moved).data().toString(), QStringLiteral("↓ 1"));

        DecisionsModel decisions;
        QAbstractItemModelTester other(&decisions, QAbstractItemModelTester::FailureReportingMode::QtTest);
        settings::Settings made = plan::merged(plan::moved({}, *before->candidate("C1"), 2), { before->candidate("C2"), before->candidate("C3") }, "Both");
        made = plan::overridden(plan::stayingInPython(std::move(made), *before->candidate("C4"), "no"), "a.py", Verdict::Cli, "because");
        decisions.setAssessment(before);
        decisions.setSettings(made);
        QCOMPARE(decisions.rowCount(), 4);
        settings::Settings left = made;
        while (decisions.rowCount() > 0) {
            left = decisions.without(0);
            decisions.setSettings(left);
        }
        QVERIFY(left.isEmpty());
    }
};

FERROSCOPE_WINDOW_TEST(TestPlan)
#include "tst_plan.moc"

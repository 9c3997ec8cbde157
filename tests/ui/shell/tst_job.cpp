// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The analysis in the background: results arrive, outdated runs are silent, cancelling loses nothing, and the
// event loop never waits.
#include "tests/ui/shell/window_fixture.h"
#include "ui/shell/history.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTimer>

using namespace ferroscope;
using namespace ferroscope::ui;

class TestJob : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deliversTheResult()
    {
        FakeAnalysis fake;
        AnalysisJob job(fake.call());
        QSignalSpy finished(&job, &AnalysisJob::finished);
        job.start(realFileSystem(), {}, nullptr, {});
        QVERIFY(job.running());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!job.running());
    }

    void cancelIsAStateOfItsOwn()
    {
        FakeAnalysis fake;
        *fake.release = false;
        AnalysisJob job(fake.call());
        QSignalSpy finished(&job, &AnalysisJob::finished), cancelled(&job, &AnalysisJob::cancelled), failed(&job, &AnalysisJob::failed), progressed(&job, &AnalysisJob::progressed);
        job.start(realFileSystem(), {}, nullptr, {});
        QTRY_VERIFY(progressed.size() > 2);
        job.cancel();
        QTRY_COMPARE(cancelled.size(), 1);
        QCOMPARE(finished.size() + failed.size(), 0);
        QCOMPARE(cancelled[0][0].value<ReadingState>().read, std::size_t { 149 });
    }

    void aNewRunSilencesTheOld()
    {
        FakeAnalysis fake;
        *fake.release = false;
        AnalysisJob job(fake.call());
        QSignalSpy finished(&job, &AnalysisJob::finished), cancelled(&job, &AnalysisJob::cancelled);
        job.start(realFileSystem(), {}, nullptr, {});
        job.start(realFileSystem(), {}, nullptr, {});
        *fake.release = true;
        QTRY_COMPARE(finished.size(), 1);
        QTest::qWait(50);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(cancelled.size(), 0);
    }

    void aResultThatIsThereIsNotLostByCancel()
    {
        // Finishes although it was asked to stop: the work is done, so it is shown.
        AnalysisJob job([answer = sample::assessmentPtr()](const FileSystem&, const analysis::Request&, store::Store*, std::stop_token stop, const ProgressSink&, const analysis::PartialSink&) -> Result<analysis::Outcome> {
            while (!stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return analysis::Outcome { answer, 0 };
        });
        QSignalSpy finished(&job, &AnalysisJob::finished);
        job.start(realFileSystem(), {}, nullptr, {});
        job.cancel();
        QTRY_COMPARE(finished.size(), 1);
    }

    void destructionStopsTheThread()
    {
        FakeAnalysis fake;
        *fake.release = false;
        QElapsedTimer clock;
        {
            AnalysisJob job(fake.call());
            job.start(realFileSystem(), {}, nullptr, {});
            QTest::qWait(20);
            clock.start();
        }
        QVERIFY(clock.elapsed() < 1000);
    }

    void theThreadMayBeTheLastToLetGo()
    {
        // What the run captured is slow to go, so the window has dropped its share long before the thread has.
        struct Slow {
            ~Slow() { std::this_thread::sleep_for(std::chrono::milliseconds(100)); }
        };
        FakeAnalysis fake;
        AnalysisJob job(fake.call());
        QSignalSpy kept(&job, &AnalysisJob::kept);
        job.start(realFileSystem(), {}, nullptr, [slow = std::make_shared<Slow>()](const analysis::Request&, const analysis::Outcome&) {});
        QTRY_COMPARE(kept.size(), 1);
        QTest::qWait(150);
        job.start(realFileSystem(), {}, nullptr, {});
        QTRY_COMPARE(kept.size(), 2);
    }

    void historyKeepsItsOrder()
    {
        History history;
        history.visit({ QStringLiteral("a"), {} });
        history.visit({ QStringLiteral("a"), {} });
        QVERIFY(!history.canBack());
        history.visit({ QStringLiteral("b"), {} });
        history.visit({ QStringLiteral("c"), {} });
        QCOMPARE(history.back()->page, QStringLiteral("b"));
        QCOMPARE(history.back()->page, QStringLiteral("a"));
        QVERIFY(!history.back());
        QCOMPARE(history.forward()->page, QStringLiteral("b"));
        history.visit({ QStringLiteral("d"), {} });
        QVERIFY(!history.forward());
        QCOMPARE(history.back()->page, QStringLiteral("b"));
    }
};

FERROSCOPE_WINDOW_TEST(TestJob)
#include "tst_job.moc"

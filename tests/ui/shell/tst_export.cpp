// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Saving: whole or not at all, the old file survives, and what went wrong is said in words.
#include "tests/ui/shell/window_fixture.h"
#include "ui/pages/report_page.h"
#include "ui/shell/export_flow.h"
#include "ui/shell/save_problem_dialog.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>

using namespace ferroscope;
using namespace ferroscope::ui;

class TestExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { failOnOwnWarnings(); }

    void savesWhole()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.csv"));
        QVERIFY(!saveBytes(path, "one\n"));
        QVERIFY(!saveBytes(path, "two\n"));
        QCOMPARE(content(path), QByteArray("two\n"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void saysThatAFolderCannotBeWritten()
    {
        QTemporaryDir folder;
        // Below a file there can be no folder, whoever asks.
        QVERIFY(!saveBytes(folder.filePath(QStringLiteral("file")), "x"));
        const auto problem = saveBytes(folder.filePath(QStringLiteral("file/report.pdf")), "y");
        QVERIFY(problem);
        QCOMPARE(problem->kind, SaveProblem::Kind::NotWritable);
        const SaveProblemText text = describe(*problem, QStringLiteral("The report"));
        QCOMPARE(text.fact, QStringLiteral("The report was not saved: the folder cannot be written to."));
        QVERIFY(text.meaning.contains(QStringLiteral("Nothing half written was left.")));
    }

    void aFailedWriterLeavesTheOldFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.pdf"));
        QVERIFY(!saveBytes(path, "old"));
        const auto problem = saveThrough(path, [](const QString& temporary) -> Result<void> {
            QFile half(temporary);
            if (half.open(QIODevice::WriteOnly))
                half.write("half");
            return failure(ErrorCode::CannotWrite, {}, "No space left on device");
        });
        QVERIFY(problem);
        QCOMPARE(content(path), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
        QVERIFY(describe(*problem, QStringLiteral("The report")).meaning.contains(QStringLiteral("is untouched")));
    }

    void aFullDiskIsNamed()
    {
        SaveProblem full { SaveProblem::Kind::DiskFull, QStringLiteral("/audits/report.pdf"), {}, 2'100'000, 400'000 };
        const SaveProblemText text = describe(full, QStringLiteral("The report"));
        QCOMPARE(text.fact, QStringLiteral("The report was not saved: the disk is full."));
        QVERIFY2(text.meaning.contains(QStringLiteral("are free")), qPrintable(text.meaning));
    }

    void theDialogOffersThreeWays()
    {
        SaveProblemDialog dialog({ QStringLiteral("Not saved."), QStringLiteral("Because.") });
        dialog.show();
        QStringList names;
        for (const auto* button : dialog.findChildren<QPushButton*>())
            names << button->text();
        QCOMPARE(names, (QStringList { QStringLiteral("Cancel"), QStringLiteral("Try again"), QStringLiteral("Save elsewhere…") }));
        QTest::mouseClick(dialog.findChildren<QPushButton*>().at(1), Qt::LeftButton);
        QCOMPARE(dialog.choice(), SaveChoice::TryAgain);
    }

    void reportBecomesFiles()
    {
        WindowFixture fixture;
        fixture.open();
        auto* page = static_cast<ReportPage*>(fixture.window->page(QStringLiteral("report")));
        QVERIFY(QObject::disconnect(page, &Page::saveWanted, fixture.window.get(), nullptr)); // no dialog here
        fixture.window->showPage(QStringLiteral("report"));
        QTRY_VERIFY_WITH_TIMEOUT(page->headline().contains(QStringLiteral("pages for freightline")), 20000);
        for (auto* field : page->findChildren<QLineEdit*>()) {
            if (field->accessibleName() == QLatin1String("Client"))
                QTest::keyClicks(field, QStringLiteral("Northgate"));
        }
        QTRY_VERIFY_WITH_TIMEOUT(page->headline().contains(QStringLiteral("Northgate")), 20000);
        QList<SaveRequest> saved;
        connect(page, &Page::saveWanted, this, [&](const SaveRequest& request) { saved << request; });
        for (const char* name : { "Export PDF", "Export JSON", "Export Markdown" }) {
            for (auto* button : page->findChildren<QPushButton*>()) {
                if (button->accessibleName() == QLatin1String(name))
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 3, 30000);
        QVERIFY(saved[0].content.startsWith("%PDF-"));
        QVERIFY(saved[1].content.contains("ferroscope.assessment/1"));
        QVERIFY(saved[2].content.startsWith("#"));
        QCOMPARE(saved[0].suggestedName, QStringLiteral("freightline-readiness.pdf"));
    }

private:
    static QByteArray content(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

FERROSCOPE_WINDOW_TEST(TestExport)
#include "tst_export.moc"

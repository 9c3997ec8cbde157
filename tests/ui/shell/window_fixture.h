// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A whole window over the sample assessment, without files or a store: what the tests of the shell share.
#pragma once

#include "tests/support/sample_assessment.h"
#include "tests/ui/qt_test_main.h"
#include "ui/render/fonts.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace ferroscope::ui {

// What an application does before the first window.
inline void setUpApplication()
{
    render::registerFonts();
    QApplication::setStyle(new WindowStyle);
    QApplication::setFont(Theme::light().font(TextRole::Body));
    QApplication::setEffectEnabled(Qt::UI_AnimateCombo, false);
}

// Answers with the sample at once; with `slowly` it reports progress until it is stopped or released.
struct FakeAnalysis {
    std::shared_ptr<std::atomic<bool>> release = std::make_shared<std::atomic<bool>>(true);
    AssessmentPtr answer = sample::assessmentPtr();
    std::optional<Error> error;

    AnalyzeCall call() const
    {
        return [release = release, answer = answer, error = error](const FileSystem&, const analysis::Request&, store::Store*, std::stop_token stop,
                   const ProgressSink& progress, const analysis::PartialSink& partial) -> Result<analysis::Outcome> {
            if (error)
                return tl::unexpected(*error);
            while (!release->load()) {
                progress({ Stage::Read, 149, 240, 0.62, "routing/insertion.py" });
                partial({ 240, 149, 2118, 3, 31402, 1000, 570 });
                if (stop.stop_requested())
                    return failure(ErrorCode::Cancelled);
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
            return analysis::Outcome { std::make_shared<const Assessment>(*answer), 0 }; // a new one, as from a real analysis
        };
    }
};

class WindowFixture {
public:
    explicit WindowFixture(const FakeAnalysis& fake = {})
        : analysis(fake)
        , settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    {
        settings.setValue(QStringLiteral("window/tourSeen"), true); // the sample starts none of itself
        WindowTools tools;
        tools.session.analyze = analysis.call();
        tools.settings = &settings;
        tools.sampleFolder = folder.path();
        window = std::make_unique<MainWindow>(tools);
        window->resize(1280, 800);
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
    }
    // Opens a folder and waits until the sample is shown.
    void open()
    {
        // One real source file, so that the Module page has something to read.
        QDir(folder.path()).mkpath(QStringLiteral("src/freight/planning"));
        QFile source(folder.filePath(QStringLiteral("src/freight/planning/routes.py")));
        if (source.open(QIODevice::WriteOnly)) {
            QByteArray text = "\"\"\"Routes.\n\nPlanned by hand.\n\"\"\"\nfrom math import inf\n\n";
            for (int at = 0; at < 60; ++at)
                text += "def step_" + QByteArray::number(at) + "(stops: list[float], factor=1.5) -> float:\n    # adds up\n    best = inf\n    for i in range(1, len(stops)):\n        best = min(best, stops[i] - stops[i - 1] * factor)\n    return best if best else None\n\n";
            source.write(text);
        }
        window->openFolder(folder.path());
        QTRY_COMPARE(window->session().state(), Session::State::Ready);
        QTest::qWait(120); // the other pages fill one by one
    }

    FakeAnalysis analysis;
    QTemporaryDir folder;
    QSettings settings;
    std::unique_ptr<MainWindow> window;
};

} // namespace ferroscope::ui

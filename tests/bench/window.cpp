// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window FOLDER-OF-100000-LINES [FOLDER-FOR-STALLS]: what the window promises, each figure with its target and
// the ratio to it: the first window, the first picture of a repository, the longest stall of the event loop during an
// analysis (with the events that took longest, in wall and in own processor time: the second is what we can mend on a
// busy machine), frames of map and graph, typing in the table's filter and in the palette at 12,000 modules.
// Runs on the offscreen platform: painting is real, the compositor is not there.
#include "tests/ui/render/large_assessment.h"
#include "ui/pages/modules_page.h"
#include "ui/render/fonts.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/contexts_view.h"
#include "ui/widgets/filter_header.h"
#include "ui/widgets/treemap_view.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMetaEnum>
#include <QScrollArea>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <ctime>
#include <cstdio>

using namespace ferroscope;
using namespace ferroscope::ui;

namespace {

double ownMilliseconds()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

struct Slow {
    double wall = 0, own = 0;
    QString what;
};

// Remembers which events took longest; only the outermost of nested ones.
class WatchedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        if (!watching || m_depth > 0)
            return QApplication::notify(receiver, event);
        const QString what = QStringLiteral("%1 to %2 %3").arg(QString::fromLatin1(QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type())),
            QString::fromLatin1(receiver->metaObject()->className()), receiver->objectName());
        const double own = ownMilliseconds();
        QElapsedTimer clock;
        clock.start();
        ++m_depth;
        const bool taken = QApplication::notify(receiver, event);
        --m_depth;
        slowest.push_back({ static_cast<double>(clock.nsecsElapsed()) * 1e-6, ownMilliseconds() - own, what });
        std::sort(slowest.begin(), slowest.end(), [](const Slow& a, const Slow& b) { return a.wall + 10 * a.own > b.wall + 10 * b.own; });
        slowest.resize(std::min<std::size_t>(slowest.size(), 8));
        return taken;
    }
    bool watching = false;
    std::vector<Slow> slowest;

private:
    int m_depth = 0;
};

void print(const char* what, double value, double target, const char* unit)
{
    std::printf("%-58s %9.1f %-2s   target %7.1f   ratio %5.2f%s\n", what, value, unit, target, value / target, value > target ? "   MISSED" : "");
    std::fflush(stdout);
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

struct Window {
    explicit Window(AnalyzeCall analyze = {})
        : settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat)
    {
        WindowTools tools;
        tools.settings = &settings;
        tools.session.analyze = std::move(analyze);
        window = std::make_unique<MainWindow>(tools);
        window->resize(1920, 1080);
        window->show();
    }
    void waitUntil(const std::function<bool()>& done) const
    {
        while (!done())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
    QTemporaryDir folder;
    QSettings settings;
    std::unique_ptr<MainWindow> window;
};

// Until the answer of the Overview is on the screen.
double firstPicture(const QString& root)
{
    const Window w;
    QCoreApplication::processEvents();
    QElapsedTimer clock;
    clock.start();
    w.window->openFolder(root);
    w.waitUntil([&] { return w.window->session().assessment() != nullptr || w.window->session().state() == Session::State::Failed; });
    QCoreApplication::processEvents();
    w.window->page(QStringLiteral("overview"))->repaint();
    return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

void stalls(WatchedApplication& app, const QString& root)
{
    const Window w;
    QCoreApplication::processEvents();
    std::vector<double> gaps;
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QElapsedTimer since;
    QObject::connect(&beat, &QTimer::timeout, [&] { gaps.push_back(static_cast<double>(since.nsecsElapsed()) * 1e-6); since.restart(); });
    beat.start(1);
    since.start();
    app.slowest.clear();
    app.watching = true;
    w.window->openFolder(root);
    w.waitUntil([&] { return w.window->session().state() != Session::State::Reading; });
    QElapsedTimer after; // the pages that fill one by one after it, and their first paint
    after.start();
    while (after.elapsed() < 1500)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    app.watching = false;
    beat.stop();
    std::sort(gaps.rbegin(), gaps.rend());
    print("longest stall of the event loop, analysis to last page", gaps.front(), 50, "ms");
    double own = 0;
    for (const Slow& one : app.slowest)
        own = std::max(own, one.own);
    print("  the same in own processor time of one event", own, 50, "ms");
    std::printf("  worst gaps:");
    for (std::size_t at = 0; at < std::min<std::size_t>(5, gaps.size()); ++at)
        std::printf(" %.1f", gaps[at]);
    std::printf(" ms\n");
    for (std::size_t at = 0; at < std::min<std::size_t>(5, app.slowest.size()); ++at)
        std::printf("  %7.1f ms wall %7.1f ms own   %s\n", app.slowest[at].wall, app.slowest[at].own, qPrintable(app.slowest[at].what));
    // Visiting each page once: the first paint is made here.
    app.slowest.clear();
    app.watching = true;
    std::vector<std::pair<double, QString>> visits;
    for (const Page* page : w.window->pages()) {
        const double before = ownMilliseconds();
        w.window->showPage(page->id());
        QCoreApplication::processEvents();
        visits.emplace_back(ownMilliseconds() - before, page->id());
    }
    app.watching = false;
    std::sort(visits.rbegin(), visits.rend());
    print(qPrintable(QStringLiteral("slowest first visit of a page (%1), own time").arg(visits.front().second)), visits.front().first, 100, "ms");
}

// A frame: everything of the figure painted anew, as after a change of the theme; and a hover over it.
void frames(QWidget* figure, const char* name)
{
    std::vector<double> whole, hover;
    for (int at = 0; at < 15; ++at) {
        figure->resize(figure->width() + (at % 2 == 0 ? 1 : -1), figure->height());
        const double before = ownMilliseconds();
        figure->repaint();
        whole.push_back(ownMilliseconds() - before);
    }
    for (int at = 0; at < 60; ++at) {
        const QPoint where(20 + at * 11 % std::max(40, figure->width() - 40), 20 + at * 7 % std::max(40, figure->height() - 40));
        const double before = ownMilliseconds();
        QTest::mouseMove(figure, where);
        figure->repaint();
        hover.push_back(ownMilliseconds() - before);
    }
    print(qPrintable(QStringLiteral("%1: paint anew (with layout of a resize)").arg(QString::fromLatin1(name))), medianOf(whole), 50, "ms");
    print(qPrintable(QStringLiteral("%1: frame while the mouse moves").arg(QString::fromLatin1(name))), medianOf(hover), 16.7, "ms");
}

void largeOnes(WatchedApplication& app, std::size_t modules)
{
    const auto large = std::make_shared<const Assessment>(sample::largeAssessment(modules));
    const Window w([large](const FileSystem&, const analysis::Request&, store::Store*, std::stop_token, const ProgressSink&, const analysis::PartialSink&) -> Result<analysis::Outcome> {
        return analysis::Outcome { large, 0 };
    });
    w.window->openFolder(w.folder.path());
    app.slowest.clear();
    app.watching = true;
    w.waitUntil([&] { return w.window->session().assessment() != nullptr; });
    QElapsedTimer after;
    after.start();
    while (after.elapsed() < 2000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    app.watching = false;
    double own = 0;
    for (const Slow& one : app.slowest)
        own = std::max(own, one.own);
    print("12000 modules: longest event while the pages fill, own time", own, 50, "ms");
    for (std::size_t at = 0; at < std::min<std::size_t>(5, app.slowest.size()); ++at)
        std::printf("  %7.1f ms wall %7.1f ms own   %s\n", app.slowest[at].wall, app.slowest[at].own, qPrintable(app.slowest[at].what));
    for (const Page* page : w.window->pages()) {
        const double before = ownMilliseconds();
        w.window->showPage(page->id());
        QCoreApplication::processEvents();
        print(qPrintable(QStringLiteral("%1 modules: first visit of %2").arg(modules).arg(page->id())), ownMilliseconds() - before, 100, "ms");
    }
    w.window->showPage(QStringLiteral("map"));
    QCoreApplication::processEvents();
    frames(w.window->findChild<TreemapView*>(), "map");
    w.window->showPage(QStringLiteral("contexts"));
    QCoreApplication::processEvents();
    frames(w.window->findChild<ContextsView*>(), "contexts");

    w.window->showPage(QStringLiteral("modules"));
    QCoreApplication::processEvents();
    const auto* page = static_cast<ModulesPage*>(w.window->page(QStringLiteral("modules")));
    QLineEdit* field = static_cast<FilterHeader*>(page->table()->horizontalHeader())->field(0);
    std::vector<double> keys;
    for (const QChar letter : QStringLiteral("freight.routing.part_1")) {
        const double before = ownMilliseconds();
        field->setText(field->text() + letter);
        QCoreApplication::processEvents();
        keys.push_back(ownMilliseconds() - before);
    }
    print("modules table: one key in the filter, worst", *std::max_element(keys.begin(), keys.end()), 50, "ms");
    const double before = ownMilliseconds();
    field->clear();
    QCoreApplication::processEvents();
    print("modules table: clearing the filter", ownMilliseconds() - before, 50, "ms");
    const double sort = ownMilliseconds();
    page->table()->sortByColumn(2, Qt::DescendingOrder);
    QCoreApplication::processEvents();
    print("modules table: sorting by readiness", ownMilliseconds() - sort, 100, "ms");

    const double opened = ownMilliseconds();
    w.window->action(QStringLiteral("palette"))->trigger();
    QCoreApplication::processEvents();
    print("palette: opening", ownMilliseconds() - opened, 100, "ms");
    auto* palette = w.window->findChild<CommandPalette*>();
    keys.clear();
    for (const QChar letter : QStringLiteral("part_1999")) {
        const double key = ownMilliseconds();
        palette->field()->setText(palette->field()->text() + letter);
        QCoreApplication::processEvents();
        keys.push_back(ownMilliseconds() - key);
    }
    print("palette: one key, worst", *std::max_element(keys.begin(), keys.end()), 50, "ms");
}

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer start;
    start.start();
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    WatchedApplication app(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "bench_window FOLDER-OF-100000-LINES [FOLDER-FOR-STALLS]\n");
        return 2;
    }
    render::registerFonts();
    QApplication::setStyle(new WindowStyle);
    QApplication::setFont(Theme::light().font(TextRole::Body));
    {
        const Window first;
        first.window->repaint();
        QCoreApplication::processEvents();
        print("first window, from main()", static_cast<double>(start.nsecsElapsed()) * 1e-6, 500, "ms");
    }
    print("first picture of the repository, nothing kept", firstPicture(QString::fromLocal8Bit(argv[1])), 1500, "ms");
    stalls(app, QString::fromLocal8Bit(argv[argc > 2 ? 2 : 1]));
    largeOnes(app, 12000);
    return 0;
}

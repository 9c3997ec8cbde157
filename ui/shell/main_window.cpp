// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/models/text.h"
#include "ui/pages/module_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/start_page.h"
#include "ui/pages/state_page.h"
#include "ui/shell/bars.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/export_flow.h"
#include "ui/shell/help_panel.h"
#include "ui/shell/navigation.h"
#include "ui/shell/page_set.h"
#include "ui/shell/plan_notices.h"
#include "ui/shell/recent_projects.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace ferroscope::ui {

namespace {

const QString kWatchKey = QStringLiteral("window/watch");
const QString kSaveFolderKey = QStringLiteral("window/saveFolder");

// The one local folder (or file in it) that is dragged; "" for anything else.
QString draggedFolder(const QMimeData* data)
{
    if (!data->hasUrls() || data->urls().size() != 1 || !data->urls().front().isLocalFile())
        return {};
    const QFileInfo info(data->urls().front().toLocalFile());
    return info.isDir() ? info.absoluteFilePath() : QString();
}

} // namespace

MainWindow::MainWindow(const WindowTools& tools, QWidget* parent)
    : QMainWindow(parent)
    , m_settings(tools.settings)
    , m_sample(tools.sampleFolder)
    , m_session(tools.session)
    , m_theme(tools.settings)
    , m_start(new StartPage(!tools.sampleFolder.isEmpty()))
    , m_state(new StatePage)
    , m_outer(new QStackedWidget)
    , m_stack(new QStackedWidget)
    , m_navigation(new Navigation)
    , m_top(new TopBar)
    , m_status(new StatusBar)
    , m_notice(new Notice(Notice::Kind::Warn))
    , m_memory(tools.settings)
    , m_focusFrame(new QFocusFrame(this))
{
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setMinimumSize(860, 560);
    resize(1280, 800);

    auto* central = new QWidget;
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* project = new QWidget;
    auto* row = new QHBoxLayout(project);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    m_noticeHolder = new QWidget;
    auto* holder = new QVBoxLayout(m_noticeHolder);
    holder->setContentsMargins(24, 16, 24, 0);
    holder->addWidget(m_notice);
    m_noticeHolder->hide();
    makeMemory(right);
    right->addWidget(m_noticeHolder);
    right->addWidget(new PlanNotices(&m_session));
    makePages(tools);
    right->addWidget(makeHelp(), 1);
    row->addLayout(right, 1);
    m_outer->addWidget(m_start);
    m_outer->addWidget(project);
    m_outer->addWidget(m_state);
    column->addWidget(m_top);
    if (tools.storeError)
        column->addWidget(makeStoreNotice(*tools.storeError));
    column->addWidget(m_outer, 1);
    column->addWidget(m_status);
    setCentralWidget(central);

    makeActions();
    makePlanActions();
    connectSession();
    if (m_settings)
        action(QStringLiteral("watch"))->setChecked(m_settings->value(kWatchKey, true).toBool());
    connect(m_start, &StartPage::openWanted, this, &MainWindow::chooseFolder);
    connect(m_start, &StartPage::folderChosen, this, &MainWindow::openFolder);
    connect(m_start, &StartPage::sampleWanted, this, [this] { openFolder(m_sample); });
    connect(m_start, &StartPage::forgetWanted, &m_session, &Session::forget);
    connect(m_state, &StatePage::openWanted, this, &MainWindow::chooseFolder);
    connect(m_state, &StatePage::retryWanted, &m_session, &Session::analyseAgain);
    connect(m_state, &StatePage::closeWanted, &m_session, &Session::close);
    // Coming back from the editor is when one wants to see what a save has changed.
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState now) {
        if (now == Qt::ApplicationActive)
            m_session.lookForChanges();
    });
    // Buttons show focus by a ring around them, and only for people who use the keyboard.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        const bool ringed = now && now->window() == this && now->window()->testAttribute(Qt::WA_KeyboardFocusChange)
            && (qobject_cast<QPushButton*>(now) || qobject_cast<QToolButton*>(now) || now->inherits("QComboBox") || now->inherits("QCheckBox"));
        m_focusFrame->setWidget(ringed ? now : nullptr);
    });
    restorePlace();
    updateState();
}

MainWindow::~MainWindow()
{
    // Children lose the focus while they are destroyed, when this is no MainWindow any more.
    disconnect(qApp, nullptr, this, nullptr);
    m_focusFrame->setWidget(nullptr);
}

void MainWindow::makePages(const WindowTools&)
{
    const PageContext context { m_session.selection(), m_settings, m_session.files(), m_session.profiles(), m_session.plan() };
    const PageSet set = makePageSet(context);
    int number = 0;
    for (const PageSet::Group& group : set.groups) {
        m_navigation->addGroup(group.title);
        for (Page* page : group.pages) {
            m_navigation->addPage(*page, ++number);
            m_pages.push_back(page);
        }
    }
    m_pages.push_back(set.module);
    for (Page* page : m_pages) {
        m_stack->addWidget(page);
        connect(page, &Page::pageWanted, this, &MainWindow::showPage);
        connect(page, &Page::moduleWanted, this, &MainWindow::showModule);
        connect(page, &Page::saveWanted, this, &MainWindow::save);
        connect(page, &Page::reanalysisWanted, &m_session, &Session::analyseAgain);
        connect(page, &Page::settingsWanted, this, &MainWindow::openSettings);
    }
    connect(m_navigation, &Navigation::pageChosen, this, &MainWindow::showPage);
    connect(m_top, &TopBar::trailPressed, this, [this](int at) { at == 0 ? m_session.close() : showPage(QStringLiteral("modules")); });
    connect(m_top, &TopBar::paletteWanted, this, &MainWindow::openPalette);
    connect(m_status, &StatusBar::cancelWanted, &m_session, &Session::cancel);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::stateChanged, this, &MainWindow::updateState);
    connect(&m_session, &Session::assessmentChanged, this, [this] {
        // The page one looks at first, the others one per turn of the event loop: no turn takes long.
        m_unfilled.assign(m_pages.begin(), m_pages.end());
        std::stable_partition(m_unfilled.begin(), m_unfilled.end(), [this](const Page* one) { return one->id() == m_current; });
        // While a plan is changed only the page one looks at follows; the others when they are shown.
        if (m_session.isPlanChange())
            fillPage(page(m_current));
        else
            QTimer::singleShot(0, this, &MainWindow::fillNext);
        if (!m_session.assessment())
            m_history.clear();
        else if (!m_session.assessment()->candidate(bytes(m_session.selection()->candidate())))
            m_session.selection()->setCandidate({});
        action(QStringLiteral("export"))->setEnabled(m_session.assessment() != nullptr);
        updateTrail();
        updateStatus();
    });
    connect(&m_session, &Session::progressed, this, [this](const ReadingState& state) {
        updateStatus();
        for (Page* page : m_pages)
            page->setReading(state);
    });
    connect(&m_session, &Session::recentProjectsChanged, this, &MainWindow::updateRecent);
    connect(m_session.selection(), &Selection::moduleChanged, this, &MainWindow::updateTrail);
    connect(&m_history, &History::changed, this, [this] {
        m_top->backButton()->setEnabled(m_history.canBack());
        m_top->forwardButton()->setEnabled(m_history.canForward());
        action(QStringLiteral("back"))->setEnabled(m_history.canBack());
        action(QStringLiteral("forward"))->setEnabled(m_history.canForward());
    });
    Q_EMIT m_history.changed(); // nothing to go back to yet
    updateRecent();
}

void MainWindow::fillPage(Page* wanted)
{
    if (std::erase(m_unfilled, wanted) == 0)
        return;
    wanted->setAssessment(m_session.assessment(), m_session.place());
    giveViewBack(wanted);
}

void MainWindow::fillNext()
{
    if (m_unfilled.empty()) {
        if (m_session.assessment()) {
            restoreIsOver();
            tourIfWanted();
        }
        return;
    }
    fillPage(m_unfilled.front());
    QTimer::singleShot(0, this, &MainWindow::fillNext);
}

void MainWindow::openFolder(const QString& folder)
{
    m_history.clear();
    m_views.clear();
    m_restored->hide();
    m_session.open(folder);
    showPage(QStringLiteral("overview"));
}

void MainWindow::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a folder with Python"), m_session.folder());
    if (!folder.isEmpty())
        openFolder(folder);
}

Page* MainWindow::page(const QString& id) const
{
    for (Page* page : m_pages) {
        if (page->id() == id)
            return page;
    }
    return nullptr;
}

void MainWindow::showPage(const QString& id)
{
    Page* wanted = page(id);
    if (!wanted)
        return;
    fillPage(wanted);
    m_current = id;
    m_stack->setCurrentWidget(wanted);
    m_navigation->setCurrent(id);
    if (!m_travelling)
        m_history.visit({ id, id == QLatin1String("module") ? m_session.selection()->module() : QString() });
    updateTrail();
}

void MainWindow::showModule(const QString& path, int line)
{
    if (path.isEmpty() || !m_session.assessment() || !m_session.assessment()->find(bytes(path)))
        return;
    m_session.selection()->setModule(path);
    showPage(QStringLiteral("module"));
    if (auto* shown = qobject_cast<ModulePage*>(page(QStringLiteral("module"))); shown && line > 0)
        shown->showLine(line);
}

void MainWindow::go(const std::optional<ViewPlace>& place)
{
    if (!place)
        return;
    m_travelling = true;
    if (place->module.isEmpty())
        showPage(place->page);
    else
        showModule(place->module);
    m_travelling = false;
}

void MainWindow::escape()
{
    if (endTour())
        return;
    if (!m_help->isHidden() && m_help->isAncestorOf(QApplication::focusWidget())) {
        hideHelp();
        return;
    }
    if (m_session.state() == Session::State::Reading) {
        m_session.cancel();
        return;
    }
    Page* shown = page(m_current);
    if (shown && !shown->handleEscape() && !m_help->isHidden())
        hideHelp();
}

void MainWindow::openPalette()
{
    std::vector<PaletteEntry> entries;
    if (const AssessmentPtr& assessment = m_session.assessment()) {
        for (const AssessedModule& module : assessment->modules) {
            PaletteEntry entry { PaletteEntry::Kind::Module, qs(module.name), module.judged() ? tr("readiness %1").arg(score(module.readiness.likely)) : roleName(module.role), {}, qs(module.path), {}, nullptr };
            if (module.judged())
                entry.verdict = module.verdict.id;
            entries.push_back(std::move(entry));
        }
        for (const Page* page : m_pages) {
            if (page->id() != QLatin1String("module"))
                entries.push_back({ PaletteEntry::Kind::Page, page->title(), {}, {}, page->id(), {}, nullptr });
        }
    }
    for (QAction* command : m_commands) {
        if (command->isEnabled() && command->objectName() != QLatin1String("palette"))
            entries.push_back({ PaletteEntry::Kind::Command, command->text(), {}, command->shortcut().toString(QKeySequence::NativeText), {}, {}, command });
    }
    if (!m_palette) {
        m_palette = new CommandPalette(this);
        connect(m_palette, &CommandPalette::moduleChosen, this, &MainWindow::showModule);
        connect(m_palette, &CommandPalette::packageChosen, this, [this](const QString& name) {
            showPage(QStringLiteral("packages"));
            if (auto* find = qobject_cast<QLineEdit*>(page(QStringLiteral("packages"))->filterField()))
                find->setText(name);
        });
        connect(m_palette, &CommandPalette::pageChosen, this, &MainWindow::showPage);
    }
    m_palette->popUp(std::move(entries), m_session.assessment());
}

void MainWindow::updateState()
{
    const Session::State state = m_session.state();
    const bool open = state != Session::State::Empty;
    // A failed re-analysis keeps what was there and says so in the notice.
    const bool nothing = state == Session::State::Failed && !m_session.assessment();
    if (nothing)
        m_state->showText(errorText(m_session.error(), m_session.folder()), true);
    m_outer->setCurrentIndex(!open ? 0 : nothing ? 2 : 1);
    if (!open || state == Session::State::Failed || state == Session::State::Cancelled)
        restoreIsOver();
    if (!open) {
        endTour();
        m_current = QStringLiteral("start");
    } else if (m_current == QLatin1String("start"))
        m_current = QStringLiteral("overview");
    m_top->setNavigation(open);
    for (const char* id : { "analyse", "close", "filter", "help" })
        action(QString::fromLatin1(id))->setEnabled(open);
    action(QStringLiteral("export"))->setEnabled(m_session.assessment() != nullptr);
    action(QStringLiteral("cancel"))->setEnabled(state == Session::State::Reading);
    setWindowTitle(open ? tr("%1 – Ferroscope").arg(m_session.projectName()) : tr("Ferroscope"));
    updateTrail();
    updateStatus();
    updateNotice();
}

void MainWindow::updateTrail()
{
    if (m_session.state() == Session::State::Empty) {
        m_top->setTrail({ tr("Start") }, false);
        return;
    }
    m_navigation->setProject(m_session.projectName(), m_session.assessment().get());
    QStringList parts { m_session.projectName() };
    const bool module = m_current == QLatin1String("module");
    if (const Page* shown = page(m_current); shown && !module)
        parts << shown->title();
    if (module) {
        parts << tr("Modules");
        const AssessedModule* chosen = m_session.assessment() ? m_session.assessment()->find(bytes(m_session.selection()->module())) : nullptr;
        parts << (chosen ? qs(chosen->name) : tr("Module"));
    }
    m_top->setTrail(parts, module);
}

void MainWindow::updateRecent()
{
    m_start->setRecent(recentProjects(m_session.recentProjects()));
}

void MainWindow::save(const SaveRequest& request)
{
    // Beside the last export, or in the home folder; never inside the analysed repository by itself.
    const QString folder = m_settings ? m_settings->value(kSaveFolderKey, QDir::homePath()).toString() : QDir::homePath();
    const SaveResult saved = saveWithDialog(this, request.what, QDir(folder).filePath(request.suggestedName), request.filter, request.content);
    if (!saved.path.isEmpty() && m_settings)
        m_settings->setValue(kSaveFolderKey, QFileInfo(saved.path).absolutePath());
    if (!saved.path.isEmpty())
        m_status->showMessage(tr("Saved %1").arg(saved.path));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (draggedFolder(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_start->setDropping(true);
    m_status->showMessage(tr("Drop to analyse %1").arg(draggedFolder(event->mimeData())));
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*)
{
    m_start->setDropping(false);
    updateStatus();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_start->setDropping(false);
    const QString folder = draggedFolder(event->mimeData());
    if (folder.isEmpty())
        return;
    event->acceptProposedAction();
    openFolder(folder);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayClose()) {
        event->ignore();
        return;
    }
    rememberPlace();
    m_session.cancel();
    QMainWindow::closeEvent(event);
}

} // namespace ferroscope::ui

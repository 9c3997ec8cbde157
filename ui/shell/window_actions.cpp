// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Commands of the window: one QAction each, with its key; the menu and the palette list the same ones.
#include "ui/models/text.h"
#include "ui/pages/report_page.h"
#include "ui/shell/bars.h"
#include "ui/shell/help_panel.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/figure_view.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>

namespace ferroscope::ui {

QAction* MainWindow::addCommand(const QString& id, const QString& text, const QKeySequence& key)
{
    auto* command = new QAction(text, this);
    command->setObjectName(id);
    if (!key.isEmpty())
        command->setShortcut(key);
    addAction(command);
    m_commands.push_back(command);
    return command;
}

QAction* MainWindow::action(const QString& id) const
{
    for (QAction* command : m_commands) {
        if (command->objectName() == id)
            return command;
    }
    return nullptr;
}

void MainWindow::makeActions()
{
    const auto command = [this](const char* id, const QString& text, const QKeySequence& key, auto does) {
        connect(addCommand(QString::fromLatin1(id), text, key), &QAction::triggered, this, does);
    };
    command("open", tr("Open folder…"), QKeySequence(Qt::CTRL | Qt::Key_O), [this] { chooseFolder(); });
    if (!m_sample.isEmpty())
        command("sample", tr("Open the sample project"), {}, [this] { openFolder(m_sample); });
    command("analyse", tr("Analyse again"), QKeySequence(Qt::Key_F5), [this] { m_session.analyseAgain(); });
    QAction* watch = addCommand(QStringLiteral("watch"), tr("Watch for saved files"), {});
    watch->setCheckable(true);
    watch->setChecked(true);
    connect(watch, &QAction::toggled, this, [this](bool on) {
        m_session.setWatching(on);
        if (m_settings)
            m_settings->setValue(QStringLiteral("window/watch"), on);
    });
    command("cancel", tr("Cancel the analysis"), {}, [this] { m_session.cancel(); });
    command("close", tr("Back to the start page"), {}, [this] {
        m_memory.forget();
        m_session.close();
    });
    QAction* restore = addCommand(QStringLiteral("restore"), tr("Open the last project at the start"), {});
    restore->setCheckable(true);
    restore->setChecked(m_memory.enabled());
    connect(restore, &QAction::toggled, this, [this](bool on) { m_memory.setEnabled(on); });
    command("palette", tr("Go to module, page, command…"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); });
    command("filter", tr("Filter this page"), QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        if (Page* shown = page(m_current)) {
            if (QWidget* field = shown->filterField())
                field->setFocus(Qt::ShortcutFocusReason);
        }
    });
    command("export", tr("Export PDF…"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] {
        showPage(QStringLiteral("report"));
        if (auto* report = qobject_cast<ReportPage*>(page(QStringLiteral("report"))))
            report->exportPdf();
    });
    command("figure-svg", tr("Save the figure as SVG…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { savePart(Part::Svg); });
    command("figure-png", tr("Save the figure as PNG…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { savePart(Part::Png); });
    command("table-csv", tr("Save the table as CSV…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] { savePart(Part::Csv); });
    command("help", tr("Explain this"), QKeySequence(Qt::Key_F1), [this] { helpForFocus(); });
    command("help-all", tr("All rules, criteria and words"), QKeySequence(Qt::SHIFT | Qt::Key_F1), [this] {
        if (m_session.state() == Session::State::Empty)
            return;
        showHelp({});
        m_help->field()->setFocus(Qt::ShortcutFocusReason);
    });
    command("tour", tr("Tour of the pages"), {}, [this] { startTour(); });
    command("back", tr("Back"), QKeySequence(Qt::ALT | Qt::Key_Left), [this] { go(m_history.back()); });
    command("forward", tr("Forward"), QKeySequence(Qt::ALT | Qt::Key_Right), [this] { go(m_history.forward()); });
    int number = 0;
    for (const Page* one : m_pages) {
        if (one->id() == QLatin1String("module"))
            continue;
        auto* visit = new QAction(one->title(), this);
        if (++number <= 9)
            visit->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)));
        addAction(visit);
        connect(visit, &QAction::triggered, this, [this, id = one->id()] {
            if (m_session.state() != Session::State::Empty)
                showPage(id);
        });
        m_visits.push_back(visit);
    }
    for (const auto& [id, text, choice] : { std::tuple { "theme-system", tr("Theme: as the system"), ThemeController::Choice::System },
             std::tuple { "theme-light", tr("Theme: light"), ThemeController::Choice::Light },
             std::tuple { "theme-dark", tr("Theme: dark"), ThemeController::Choice::Dark } })
        command(id, text, {}, [this, chosen = choice] { m_theme.setChoice(chosen); });
    command("language-system", tr("Language: as the system"), {}, [this] { setLanguage(QStringLiteral("system")); });
    for (const QString& language : languages())
        connect(addCommand(QStringLiteral("language-") + language, tr("Language: %1").arg(languageName(language)), {}), &QAction::triggered, this, [this, language] { setLanguage(language); });
    command("about", tr("About Ferroscope"), {}, [this] {
        QMessageBox::about(this, tr("About Ferroscope"),
            tr("Ferroscope %1\n\nWhich Python is worth moving to Rust? Works offline; the code is read, never executed, and nothing is written inside the repository.\n\nGPL-3.0-or-later")
                .arg(QStringLiteral(FERROSCOPE_VERSION)));
    });
    command("quit", tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });

    // Esc is no command: it closes or clears the nearest thing, and cancels a running analysis first.
    auto* leave = new QAction(this);
    leave->setShortcut(QKeySequence(Qt::Key_Escape));
    connect(leave, &QAction::triggered, this, &MainWindow::escape);
    addAction(leave);
    auto* menu = new QAction(this);
    menu->setShortcut(QKeySequence(Qt::Key_F10));
    connect(menu, &QAction::triggered, m_top->menuButton(), &QToolButton::click);
    addAction(menu);

    connect(m_top->menuButton(), &QToolButton::clicked, this, &MainWindow::makeMenu);
    connect(m_top->backButton(), &QToolButton::clicked, action(QStringLiteral("back")), &QAction::trigger);
    connect(m_top->forwardButton(), &QToolButton::clicked, action(QStringLiteral("forward")), &QAction::trigger);
    connect(m_top->refreshButton(), &QToolButton::clicked, action(QStringLiteral("analyse")), &QAction::trigger);
}

// The one with the focus, else the first that is shown on the page.
void MainWindow::savePart(Part part)
{
    QWidget* shown = page(m_current);
    if (!shown || !m_session.assessment())
        return;
    const auto choose = [&](auto* none) {
        using Kind = std::remove_pointer_t<decltype(none)>;
        for (QWidget* at = QApplication::focusWidget(); at; at = at->parentWidget()) {
            if (auto* found = qobject_cast<Kind*>(at))
                return found;
        }
        for (Kind* one : shown->findChildren<Kind*>()) {
            if (one->isVisible())
                return one;
        }
        return none;
    };
    if (part == Part::Csv) {
        if (DataTable* table = choose(static_cast<DataTable*>(nullptr)))
            table->saveAsCsv();
        else
            m_status->showMessage(tr("No table is shown here; “Show as table” makes one of a figure."));
        return;
    }
    if (FigureView* figure = choose(static_cast<FigureView*>(nullptr)))
        figure->saveAs(part == Part::Svg);
    else
        m_status->showMessage(tr("No figure is shown on this page."));
}

void MainWindow::makeLanguageMenu(QMenu* menu)
{
    const QString now = m_settings ? m_settings->value(QLatin1String(kLanguageKey), QStringLiteral("system")).toString() : QStringLiteral("system");
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& language, const QString& name) {
        auto* choice = menu->addAction(name);
        choice->setCheckable(true);
        choice->setChecked(language == now);
        group->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, language] { setLanguage(language); });
    };
    add(QStringLiteral("system"), tr("As the system"));
    for (const QString& language : languages())
        add(language, languageName(language));
    menu->setEnabled(m_settings != nullptr);
}

void MainWindow::setLanguage(const QString& language)
{
    if (m_settings)
        m_settings->setValue(QLatin1String(kLanguageKey), language);
    m_status->showMessage(tr("The language changes at the next start."));
}

void MainWindow::makeMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const char* id) {
        if (QAction* command = action(QString::fromLatin1(id)))
            menu->addAction(command);
    };
    add("open");
    QMenu* recent = menu->addMenu(tr("Open recent"));
    for (const store::SnapshotInfo& info : m_session.recentProjects()) {
        const QString folder = QFile::decodeName(QByteArray::fromStdString(info.root));
        recent->addAction(qs(info.name) + QStringLiteral("  ") + folder, this, [this, folder] { openFolder(folder); });
    }
    recent->setEnabled(!recent->isEmpty());
    add("sample");
    add("close");
    menu->addSeparator();
    add("analyse");
    add("cancel");
    add("watch");
    add("restore");
    menu->addSeparator();
    add("undo");
    add("redo");
    add("settings");
    menu->addSeparator();
    add("palette");
    add("filter");
    add("export");
    QMenu* parts = menu->addMenu(tr("Save from this page"));
    for (const char* id : { "figure-svg", "figure-png", "table-csv" })
        parts->addAction(action(QString::fromLatin1(id)));
    parts->setEnabled(m_session.assessment() != nullptr);
    add("back");
    add("forward");
    QMenu* pages = menu->addMenu(tr("Go to"));
    for (QAction* visit : m_visits)
        pages->addAction(visit);
    pages->setEnabled(m_session.state() != Session::State::Empty);
    menu->addSeparator();
    QMenu* themes = menu->addMenu(tr("Theme"));
    auto* group = new QActionGroup(themes);
    for (const char* id : { "theme-system", "theme-light", "theme-dark" }) {
        QAction* command = action(QString::fromLatin1(id));
        auto* choice = themes->addAction(command->text().section(QStringLiteral(": "), 1));
        choice->setCheckable(true);
        group->addAction(choice);
        const bool on = (m_theme.choice() == ThemeController::Choice::System && id == std::string_view("theme-system"))
            || (m_theme.choice() == ThemeController::Choice::Light && id == std::string_view("theme-light"))
            || (m_theme.choice() == ThemeController::Choice::Dark && id == std::string_view("theme-dark"));
        choice->setChecked(on);
        connect(choice, &QAction::triggered, command, &QAction::trigger);
    }
    makeLanguageMenu(menu->addMenu(tr("Language")));
    menu->addSeparator();
    QMenu* help = menu->addMenu(tr("Help"));
    for (const char* id : { "help", "help-all", "tour", "about" })
        help->addAction(action(QString::fromLatin1(id)));
    add("quit");
    menu->popup(m_top->menuButton()->mapToGlobal(QPoint(0, m_top->menuButton()->height() + 4)));
}

} // namespace ferroscope::ui

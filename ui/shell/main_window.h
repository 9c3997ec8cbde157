// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: puts pages, navigation and bars around a Session, owns actions and history, takes drops.
#pragma once

#include "ui/shell/history.h"
#include "ui/shell/session.h"
#include "ui/shell/theme_controller.h"
#include "ui/shell/window_memory.h"
#include <QMainWindow>
#include <QTimer>
#include <map>
#include <vector>

class QActionGroup;
class QMenu;
class QFocusFrame;
class QSettings;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace ferroscope::ui {

class CommandPalette;
class HelpPanel;
class Navigation;
class SettingsDialog;
class StartPage;
class StatePage;
class StatusBar;
class TopBar;
class Tour;

struct WindowTools {
    SessionTools session;
    QSettings* settings = nullptr; // outlives the window; null: nothing is remembered
    QString sampleFolder; // "" if none is installed
    std::optional<Error> storeError {}; // why there is no store; said on top of the window
};

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const WindowTools& tools, QWidget* parent = nullptr);
    ~MainWindow() override;

    void openFolder(const QString& folder);
    bool restoreSession(); // opens what was open last; false: nothing to restore, the start page stays
    void showPage(const QString& id); // "start" or a page's id
    void showModule(const QString& path, int line = 0);
    Session& session() { return m_session; }
    QString currentPage() const { return m_current; }
    Page* page(const QString& id) const; // null if there is none
    const std::vector<Page*>& pages() const { return m_pages; }
    QAction* action(const QString& id) const; // "open", "analyse", "palette", ...
    bool importSettings(const QString& file); // a ferroscope.toml; false: it says why
    SettingsDialog* settingsDialog() const { return m_settingsDialog; } // null until it was wanted
    void showHelp(const QString& topic); // see help_topics.h; "" = everything there is
    HelpPanel* help() const { return m_help; }
    void startTour(); // on what is open, else on the sample
    Tour* tour() const { return m_tour; } // null until it was wanted

protected:
    bool event(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* makeStoreNotice(const Error& error);
    void makePages(const WindowTools& tools);
    void makeActions();
    void makePlanActions();
    void openSettings(const QString& section = {});
    void exportSettings();
    bool mayClose(); // asks where changes of the plan would be lost
    void makeMenu();
    void makeLanguageMenu(QMenu* menu);
    void setLanguage(const QString& language);
    enum class Part { Svg, Png, Csv };
    void savePart(Part part);
    QAction* addCommand(const QString& id, const QString& text, const QKeySequence& key);
    void connectSession();
    QWidget* makeHelp();
    void hideHelp();
    void helpForFocus();
    void tourIfWanted();
    bool endTour(); // false: none was running
    QString readiest() const; // path of the module with the highest readiness
    void makeMemory(QVBoxLayout* column);
    void restoreIsOver();
    void giveViewBack(Page* filled);
    void rememberSession();
    void rememberPlace();
    void restorePlace();
    void chooseFolder();
    void escape();
    void openPalette();
    void go(const std::optional<ViewPlace>& place);
    void updateState();
    void updateTrail();
    void updateStatus();
    void updateNotice();
    void updateRecent();
    void fillPage(Page* wanted);
    void fillNext();
    void save(const SaveRequest& request);

    QSettings* m_settings;
    QString m_sample;
    Session m_session;
    ThemeController m_theme;
    History m_history;
    std::vector<Page*> m_pages, m_unfilled; // unfilled: have yet to be given the assessment
    std::vector<QAction*> m_commands, m_visits; // visits: one per page
    StartPage* m_start;
    StatePage* m_state;
    QStackedWidget *m_outer, *m_stack; // start, failed or project; the pages
    Navigation* m_navigation;
    TopBar* m_top;
    StatusBar* m_status;
    Notice* m_notice;
    QWidget* m_noticeHolder = nullptr;
    CommandPalette* m_palette = nullptr;
    SettingsDialog* m_settingsDialog = nullptr;
    HelpPanel* m_help = nullptr;
    QSplitter* m_split = nullptr; // the pages, the help
    int m_helpWidth = 0; // 0: nobody has chosen one
    WindowMemory m_memory;
    QTimer m_rememberTimer;
    QWidget* m_restored = nullptr; // the line that says so
    std::map<QString, QVariantMap> m_views; // by page: how it was arranged, until it is filled
    bool m_restoring = false;
    Tour* m_tour = nullptr;
    bool m_tourWanted = false; // once there is something to show it on
    QFocusFrame* m_focusFrame;
    QString m_current = QStringLiteral("start");
    bool m_travelling = false; // going back or forward must not write history
};

} // namespace ferroscope::ui

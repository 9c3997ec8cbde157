// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: puts pages, navigation and bars around a Session, owns actions and history, takes drops.
#pragma once

#include "ui/shell/history.h"
#include "ui/shell/session.h"
#include "ui/shell/theme_controller.h"
#include <QMainWindow>
#include <vector>

class QActionGroup;
class QFocusFrame;
class QSettings;
class QStackedWidget;

namespace ferroscope::ui {

class CommandPalette;
class Navigation;
class SettingsDialog;
class StartPage;
class StatePage;
class StatusBar;
class TopBar;

struct WindowTools {
    SessionTools session;
    QSettings* settings = nullptr; // outlives the window; null: nothing is remembered
    QString sampleFolder; // "" if none is installed
};

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const WindowTools& tools, QWidget* parent = nullptr);
    ~MainWindow() override;

    void openFolder(const QString& folder);
    void showPage(const QString& id); // "start" or a page's id
    void showModule(const QString& path, int line = 0);
    Session& session() { return m_session; }
    QString currentPage() const { return m_current; }
    Page* page(const QString& id) const; // null if there is none
    const std::vector<Page*>& pages() const { return m_pages; }
    QAction* action(const QString& id) const; // "open", "analyse", "palette", ...
    bool importSettings(const QString& file); // a ferroscope.toml; false: it says why
    SettingsDialog* settingsDialog() const { return m_settingsDialog; } // null until it was wanted

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void makePages(const WindowTools& tools);
    void makeActions();
    void makePlanActions();
    void openSettings(const QString& section = {});
    void exportSettings();
    bool mayClose(); // asks where changes of the plan would be lost
    void makeMenu();
    enum class Part { Svg, Png, Csv };
    void savePart(Part part);
    QAction* addCommand(const QString& id, const QString& text, const QKeySequence& key);
    void connectSession();
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
    QFocusFrame* m_focusFrame;
    QString m_current = QStringLiteral("start");
    bool m_travelling = false; // going back or forward must not write history
};

} // namespace ferroscope::ui

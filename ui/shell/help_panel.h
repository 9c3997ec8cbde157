// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// HelpPanel: the column at the right that explains a topic (help_topics.h): search above, back and forward among what
// was read (Alt+← and Alt+→ while it has the focus), Esc closes it. Not modal: the page beside it stays usable.
#pragma once

#include "ui/shell/help_topics.h"
#include <QWidget>
#include <memory>

class QLineEdit;
class QTextBrowser;
class QToolButton;

namespace ferroscope::ui {

class HelpPanel final : public QWidget {
    Q_OBJECT
public:
    explicit HelpPanel(std::vector<HelpPage> pages, QWidget* parent = nullptr);
    void showTopic(const QString& id); // "" or an unknown id: the list of everything
    void back() { travel(-1); }
    void forward() { travel(1); }
    const QString& topic() const; // "" for the list
    QString text() const; // what is shown, plain
    QLineEdit* field() const { return m_field; }

Q_SIGNALS:
    void closeWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void travel(int by);
    void render();
    QString listHtml(const QString& wanted);
    HelpTopics& topics();
    std::vector<HelpPage> m_pages;
    std::unique_ptr<HelpTopics> m_topics; // made when first shown
    std::vector<QString> m_read { QString() };
    std::size_t m_at = 0;
    QLineEdit* m_field;
    QTextBrowser* m_browser;
    QToolButton *m_back, *m_forward;
};

} // namespace ferroscope::ui

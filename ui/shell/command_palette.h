// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// CommandPalette: Ctrl+K. One field over all modules, pages and commands, and, once something is typed, functions,
// packages and findings (search.h); modules first.
#pragma once

#include "core/assessment/assessment.h"
#include <QAbstractListModel>
#include <QFrame>
#include <functional>
#include <optional>
#include <vector>

class QAction;
class QLineEdit;
class QListView;

namespace ferroscope::ui {

class Label;

struct PaletteEntry {
    enum class Kind { Heading, Module, Function, Package, Finding, Page, Command };
    Kind kind = Kind::Command;
    QString title, detail, key; // key: the shortcut that does the same
    QString target; // module path, page id or name of a package
    std::optional<Verdict> verdict;
    QAction* action = nullptr;
    int line = 0; // of a function or a finding
};

class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    // All modules (they come first), pages and commands; the assessment to search in, null for none.
    void setEntries(std::vector<PaletteEntry> entries, AssessmentPtr assessment);
    void setFilter(const QString& text);
    const PaletteEntry& entry(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    int found() const { return m_found; }
    const QString& filter() const { return m_filter; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void search(const std::string& wanted); // functions, packages and findings
    void addGroup(const QString& title, std::vector<PaletteEntry> entries);
    std::vector<PaletteEntry> m_all, m_shown;
    AssessmentPtr m_assessment;
    QString m_filter;
    int m_found = 0;
};

class CommandPalette final : public QFrame {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);
    void popUp(std::vector<PaletteEntry> entries, AssessmentPtr assessment);
    QLineEdit* field() const { return m_field; }
    PaletteModel* model() { return &m_model; }

Q_SIGNALS:
    void moduleChosen(const QString& path, int line);
    void packageChosen(const QString& name);
    void pageChosen(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void step(int by);
    void firstRow();
    void fitRows();
    PaletteModel m_model;
    QLineEdit* m_field;
    QListView* m_list;
    Label* m_found;
};

} // namespace ferroscope::ui

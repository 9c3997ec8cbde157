// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// CommandPalette: Ctrl+K. One field over all modules, pages and commands; modules before commands.
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
    enum class Kind { Heading, Module, Page, Command };
    Kind kind = Kind::Command;
    QString title, detail, key; // key: the shortcut that does the same
    QString target; // module path or page id
    std::optional<Verdict> verdict;
    QAction* action = nullptr;
};

class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setEntries(std::vector<PaletteEntry> entries); // all of them; modules first
    void setFilter(const QString& text);
    const PaletteEntry& entry(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    int found() const { return m_found; }
    const QString& filter() const { return m_filter; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<PaletteEntry> m_all, m_shown;
    QString m_filter;
    int m_found = 0;
};

class CommandPalette final : public QFrame {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);
    void popUp(std::vector<PaletteEntry> entries);
    QLineEdit* field() const { return m_field; }
    PaletteModel* model() { return &m_model; }

Q_SIGNALS:
    void moduleChosen(const QString& path);
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

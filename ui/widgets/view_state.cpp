// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/view_state.h"

#include "ui/widgets/data_table.h"
#include "ui/widgets/figure_view.h"
#include "ui/widgets/filter_header.h"
#include "ui/widgets/small_figures.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>

namespace ferroscope::ui {

namespace {

constexpr const char* kKeyProperty = "kept";
const QString kTables = QStringLiteral("tables"), kFigures = QStringLiteral("figures"), kSplitters = QStringLiteral("splitters"), kChoices = QStringLiteral("choices");

FilterHeader* filtersOf(const DataTable& table) { return qobject_cast<FilterHeader*>(table.horizontalHeader()); }

QVariantMap stateOf(const DataTable& table)
{
    QVariantMap state;
    const QHeaderView* header = table.horizontalHeader();
    if (header->sortIndicatorSection() >= 0)
        state.insert(QStringLiteral("sort"), QVariantList { header->sortIndicatorSection(), static_cast<int>(header->sortIndicatorOrder()) });
    if (const FilterHeader* filters = filtersOf(table)) {
        for (int column = 0; column < table.table()->columnCount(); ++column) {
            if (const QString text = filters->field(column)->text(); !text.isEmpty())
                state.insert(QStringLiteral("filter%1").arg(column), text);
        }
    }
    return state;
}

void apply(DataTable& table, const QVariantMap& state)
{
    const int columns = table.table()->columnCount();
    const QVariantList sort = state.value(QStringLiteral("sort")).toList();
    if (sort.size() == 2 && sort[0].toInt() >= 0 && sort[0].toInt() < columns)
        table.sortByColumn(sort[0].toInt(), sort[1].toInt() == Qt::DescendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    FilterHeader* filters = filtersOf(table);
    for (int column = 0; filters && column < columns; ++column) {
        const QVariant text = state.value(QStringLiteral("filter%1").arg(column));
        if (text.isValid())
            filters->field(column)->setText(text.toString());
    }
}

QVariant choiceOf(const QWidget* widget)
{
    if (const auto* box = qobject_cast<const QComboBox*>(widget))
        return box->currentData().isValid() ? box->currentData() : QVariant(box->currentIndex());
    if (const auto* segments = qobject_cast<const Segmented*>(widget))
        return segments->current();
    if (const auto* field = qobject_cast<const QLineEdit*>(widget))
        return field->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        return button->isChecked();
    return {};
}

void applyChoice(QWidget* widget, const QVariant& value)
{
    if (auto* box = qobject_cast<QComboBox*>(widget)) {
        const int at = box->itemData(0).isValid() ? box->findData(value) : value.toInt();
        if (at >= 0 && at < box->count())
            box->setCurrentIndex(at);
    } else if (auto* segments = qobject_cast<Segmented*>(widget)) {
        if (segments->current() == value.toInt())
            return;
        segments->setCurrent(value.toInt());
        Q_EMIT segments->chosen(segments->current());
    } else if (auto* field = qobject_cast<QLineEdit*>(widget)) {
        field->setText(value.toString());
    } else if (auto* button = qobject_cast<QAbstractButton*>(widget)) {
        button->setChecked(value.toBool());
    }
}

void insertUnlessEmpty(QVariantMap& into, const QString& key, const QVariantMap& part)
{
    if (!part.isEmpty())
        into.insert(key, part);
}

} // namespace

void keepChoice(QWidget* choice, const QString& key) { choice->setProperty(kKeyProperty, key); }

QVariantMap viewStateOf(const QWidget* page)
{
    QVariantMap state, tables, figures, splitters, choices;
    for (const QWidget* widget : page->findChildren<QWidget*>()) {
        if (const auto* table = qobject_cast<const DataTable*>(widget))
            insertUnlessEmpty(tables, table->accessibleName(), stateOf(*table));
        else if (const auto* figure = qobject_cast<const FigureCard*>(widget); figure && figure->showsTable())
            figures.insert(figure->figureName(), true);
        else if (const auto* splitter = qobject_cast<const QSplitter*>(widget))
            splitters.insert(splitter->objectName(), splitter->saveState());
        else if (const QString key = widget->property(kKeyProperty).toString(); !key.isEmpty())
            choices.insert(key, choiceOf(widget));
    }
    insertUnlessEmpty(state, kTables, tables);
    insertUnlessEmpty(state, kFigures, figures);
    insertUnlessEmpty(state, kSplitters, splitters);
    insertUnlessEmpty(state, kChoices, choices);
    return state;
}

void applyViewState(QWidget* page, const QVariantMap& state)
{
    const QVariantMap tables = state.value(kTables).toMap(), figures = state.value(kFigures).toMap(), splitters = state.value(kSplitters).toMap(),
                      choices = state.value(kChoices).toMap();
    for (QWidget* widget : page->findChildren<QWidget*>()) {
        if (auto* table = qobject_cast<DataTable*>(widget))
            apply(*table, tables.value(table->accessibleName()).toMap());
        else if (auto* figure = qobject_cast<FigureCard*>(widget); figure && figures.contains(figure->figureName()))
            figure->showTable(true);
        else if (auto* splitter = qobject_cast<QSplitter*>(widget); splitter && splitters.contains(splitter->objectName()))
            splitter->restoreState(splitters.value(splitter->objectName()).toByteArray());
        else if (const QVariant value = choices.value(widget->property(kKeyProperty).toString()); value.isValid())
            applyChoice(widget, value);
    }
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has arranged in a page, as values that can be stored and given back at the next start: sorting and
// filters of its tables, figures shown as tables, sizes of splitters, and the choices marked with keepChoice().
// Only what is marked or named here is touched: a field that changes the plan is never filled by itself.
// On the thread of the window. A state from another version is taken as far as it fits, never an error.
#pragma once

#include <QString>
#include <QVariantMap>

class QWidget;

namespace ferroscope::ui {

// `choice`: a QComboBox, Segmented, QLineEdit or checkable button. `key` is unique in its page and not translated.
void keepChoice(QWidget* choice, const QString& key);

QVariantMap viewStateOf(const QWidget* page); // empty if everything is as it is made
void applyViewState(QWidget* page, const QVariantMap& state);

} // namespace ferroscope::ui

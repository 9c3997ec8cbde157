// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// SaveEvent: a figure or a table has made a file and asks whoever it lies in to save it. It climbs from parent to
// parent until a page takes it, so that a table in a dialog is served like one on the page.
#pragma once

#include <QByteArray>
#include <QEvent>
#include <QString>

class QWidget;

namespace ferroscope::ui {

class SaveEvent final : public QEvent {
public:
    SaveEvent(QString what, QString suggestedName, QString filter, QByteArray content);
    static QEvent::Type eventType();
    QString what, suggestedName, filter; // "The figure", "map.svg", "SVG (*.svg)"
    QByteArray content;
};

// True if somebody took it.
bool offerToSave(QWidget* from, const QString& what, const QString& suggestedName, const QString& filter, const QByteArray& content);
// "Value and ease of every module" -> "value-and-ease-of-every-module".
QString fileNameFor(const QString& title);

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// HelpEvent: a part asks whoever it lies in to explain a topic: the id of a rule ("CPU001"), a criterion
// ("cpu-bound"), a verdict ("keep-python") or a page ("page:map"). It climbs from parent to parent until the window
// takes it. A widget says what it is about by setHelpTopic(); F1 asks for the nearest one.
#pragma once

#include <QEvent>
#include <QString>

class QWidget;

namespace ferroscope::ui {

class HelpEvent final : public QEvent {
public:
    explicit HelpEvent(QString topicIs);
    static QEvent::Type eventType();
    QString topic;
};

bool askForHelp(QWidget* from, const QString& topic); // true if somebody took it
void setHelpTopic(QWidget* widget, const QString& topic);
QString helpTopicAt(const QWidget* widget); // of the widget or what it lies in; of a table, its current row; "" if none

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/help_event.h"

#include "ui/widgets/data_table.h"

#include <QCoreApplication>

namespace ferroscope::ui {

namespace {
constexpr const char* kTopic = "helpTopic";
}

HelpEvent::HelpEvent(QString topicIs)
    : QEvent(eventType())
    , topic(std::move(topicIs))
{
    ignore();
}

QEvent::Type HelpEvent::eventType()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

bool askForHelp(QWidget* from, const QString& topic)
{
    HelpEvent event(topic);
    for (QWidget* at = from; at && !event.isAccepted(); at = at->parentWidget())
        QCoreApplication::sendEvent(at, &event);
    return event.isAccepted();
}

void setHelpTopic(QWidget* widget, const QString& topic) { widget->setProperty(kTopic, topic); }

QString helpTopicAt(const QWidget* widget)
{
    for (const QWidget* at = widget; at; at = at->parentWidget()) {
        if (const auto* table = qobject_cast<const DataTable*>(at)) {
            if (const QString topic = table->currentIndex().data(HelpRole).toString(); !topic.isEmpty())
                return topic;
        }
        if (const QString topic = at->property(kTopic).toString(); !topic.isEmpty())
            return topic;
    }
    return {};
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/save_event.h"

#include <QCoreApplication>
#include <QWidget>

namespace ferroscope::ui {

SaveEvent::SaveEvent(QString whatIs, QString name, QString filterIs, QByteArray bytes)
    : QEvent(eventType())
    , what(std::move(whatIs))
    , suggestedName(std::move(name))
    , filter(std::move(filterIs))
    , content(std::move(bytes))
{
    ignore();
}

QEvent::Type SaveEvent::eventType()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

bool offerToSave(QWidget* from, const QString& what, const QString& suggestedName, const QString& filter, const QByteArray& content)
{
    SaveEvent event(what, suggestedName, filter, content);
    for (QWidget* at = from->parentWidget(); at && !event.isAccepted(); at = at->parentWidget())
        QCoreApplication::sendEvent(at, &event);
    return event.isAccepted();
}

QString fileNameFor(const QString& title)
{
    QString name;
    for (const QChar c : title.toLower()) {
        if (c.isLetterOrNumber())
            name += c;
        else if (!name.endsWith(QLatin1Char('-')) && !name.isEmpty())
            name += QLatin1Char('-');
    }
    while (name.endsWith(QLatin1Char('-')))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("figure") : name.left(80);
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/file_drop_zone.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

namespace ferroscope::ui {

FileDropZone::FileDropZone(const QString& title, const QString& text, const QString& link, const QString& dialogFilter, QWidget* parent)
    : QWidget(parent)
    , m_filter(dialogFilter)
    , m_title(new Label(title, TextRole::Table))
    , m_link(makeButton(link, Look::Link))
{
    setAcceptDrops(true);
    setAccessibleName(title);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 14, 16, 12);
    row->setSpacing(14);
    row->addWidget(new IconLabel(QStringLiteral("import"), 22, Tone::Accent), 0, Qt::AlignVCenter);
    auto* column = new QVBoxLayout;
    column->setSpacing(3);
    m_title->setRole(TextRole::Table, true);
    auto* words = new Label(text, TextRole::Caption, Tone::Text2);
    words->setWordWrap(true);
    column->addStretch();
    column->addWidget(m_title);
    column->addWidget(words);
    auto* line = new QHBoxLayout;
    line->addWidget(m_link);
    line->addStretch();
    column->addLayout(line);
    column->addStretch();
    row->addLayout(column, 1);
    connect(m_link, &QPushButton::clicked, this, &FileDropZone::choose);
}

void FileDropZone::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

QStringList FileDropZone::filesOf(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls()) {
        const QFileInfo info(url.toLocalFile());
        if (!url.isLocalFile() || !info.isFile())
            return {};
        files << info.absoluteFilePath();
    }
    return files;
}

void FileDropZone::choose()
{
    const QStringList files = QFileDialog::getOpenFileNames(this, m_link->text(), {}, m_filter);
    if (!files.isEmpty())
        Q_EMIT filesChosen(files);
}

void FileDropZone::setDropping(bool dropping)
{
    m_dropping = dropping;
    update();
}

void FileDropZone::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_dropping ? theme.accent : theme.lineStrong, m_dropping ? 2 : 1);
    if (!m_dropping)
        pen.setDashPattern({ 3, 2 });
    painter.setPen(pen);
    painter.setBrush(m_dropping ? theme.accentSoft : theme.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme.radiusControl, theme.radiusControl);
}

void FileDropZone::dragEnterEvent(QDragEnterEvent* event)
{
    if (filesOf(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    setDropping(true);
}

void FileDropZone::dragLeaveEvent(QDragLeaveEvent*) { setDropping(false); }

void FileDropZone::dropEvent(QDropEvent* event)
{
    setDropping(false);
    const QStringList files = filesOf(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT filesChosen(files);
}

} // namespace ferroscope::ui

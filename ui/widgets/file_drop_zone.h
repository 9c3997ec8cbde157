// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A place to drop files on, or to choose them by its link.
#pragma once

#include "ui/widgets/controls.h"

class QMimeData;

namespace ferroscope::ui {

class FileDropZone final : public QWidget {
    Q_OBJECT
public:
    FileDropZone(const QString& title, const QString& text, const QString& link, const QString& dialogFilter, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    QPushButton* link() const { return m_link; }
    static QStringList filesOf(const QMimeData* data); // local files only; empty if one of them is something else

Q_SIGNALS:
    void filesChosen(const QStringList& files);

protected:
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void choose();
    void setDropping(bool dropping);
    QString m_filter;
    Label* m_title;
    QPushButton* m_link;
    bool m_dropping = false;
};

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// PagesPreview: the report as it will print: small pages at the left, one large, and the way through them.
#pragma once

#include "ui/widgets/report_composer.h"
#include "ui/widgets/controls.h"
#include <QHash>

class QListWidget;
class QLineEdit;

namespace ferroscope::ui {

class PageSheet;

class PagesPreview final : public Card {
    Q_OBJECT
public:
    explicit PagesPreview(ReportComposer* composer, QWidget* parent = nullptr);
    void setPages(int pages); // a new layout: pictures are made again
    void setState(const QString& text); // instead of pages: why there are none
    void showPage(int page);
    int currentPage() const { return m_page; }
    int pageCount() const { return m_pages; }

Q_SIGNALS:
    void pageChanged(int page);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void take(int page, double dpi, const QImage& image);
    void requestLarge();
    ReportComposer* m_composer;
    QListWidget* m_thumbs;
    PageSheet* m_sheet;
    QToolButton *m_up, *m_down;
    QLineEdit* m_number;
    Label *m_of, *m_note;
    int m_pages = 0, m_page = 0;
    double m_dpi = 0;
};

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pages_preview.h"

#include <QHBoxLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

namespace ferroscope::ui {

namespace {

constexpr double kThumbDpi = 7.6; // A4 becomes 63 pixels wide
constexpr double kA4Width = 210 / 25.4, kA4Height = 297 / 25.4; // inches
constexpr int kThumbWidth = 63, kThumbHeight = 89;

} // namespace

// The large page, centred; a page of paper is white in every theme.
class PageSheet final : public QWidget {
public:
    explicit PageSheet(PagesPreview* preview)
        : m_preview(preview)
    {
        setMinimumSize(200, 260);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(PagesPreview::tr("Page of the report"));
    }
    void setImage(const QImage& image)
    {
        m_image = image;
        update();
    }
    void setText(const QString& text)
    {
        m_text = text;
        m_image = {};
        update();
    }
    double fittingDpi() const { return std::max(20.0, std::min((width() - 24) / kA4Width, (height() - 24) / kA4Height)); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(this);
        QPainter painter(this);
        if (m_image.isNull()) {
            painter.setFont(theme.font(TextRole::Body));
            painter.setPen(theme.text2);
            painter.drawText(rect().adjusted(20, 20, -20, -20), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_text);
        } else {
            const double ratio = m_image.devicePixelRatio();
            QSizeF size = QSizeF(m_image.size()) / ratio;
            size.scale(QSizeF(width() - 24, height() - 24), Qt::KeepAspectRatio);
            const QRectF page(std::floor((width() - size.width()) / 2), std::floor((height() - size.height()) / 2), size.width(), size.height());
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(page, m_image);
            painter.setPen(theme.line);
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5));
        }
        if (hasFocus())
            drawFocusRing(&painter, QRectF(rect()).adjusted(2, 2, -2, -2), theme.radiusControl, theme);
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        switch (event->key()) {
        case Qt::Key_Down:
        case Qt::Key_Right:
        case Qt::Key_PageDown: m_preview->showPage(m_preview->currentPage() + 1); return;
        case Qt::Key_Up:
        case Qt::Key_Left:
        case Qt::Key_PageUp: m_preview->showPage(m_preview->currentPage() - 1); return;
        case Qt::Key_Home: m_preview->showPage(0); return;
        case Qt::Key_End: m_preview->showPage(m_preview->pageCount() - 1); return;
        default: QWidget::keyPressEvent(event);
        }
    }
    void wheelEvent(QWheelEvent* event) override
    {
        m_turned += event->angleDelta().y();
        if (std::abs(m_turned) >= 120) {
            m_preview->showPage(m_preview->currentPage() + (m_turned < 0 ? 1 : -1));
            m_turned = 0;
        }
        event->accept();
    }

private:
    PagesPreview* m_preview;
    QImage m_image;
    QString m_text;
    int m_turned = 0;
};

PagesPreview::PagesPreview(ReportComposer* composer, QWidget* parent)
    : Card({}, {}, parent)
    , m_composer(composer)
    , m_thumbs(new QListWidget)
    , m_sheet(new PageSheet(this))
    , m_up(makeIconButton(QStringLiteral("chevron-up"), tr("Previous page")))
    , m_down(makeIconButton(QStringLiteral("chevron-down"), tr("Next page")))
    , m_number(new QLineEdit)
    , m_of(new Label({}, TextRole::Body))
    , m_note(new Label(tr("as it will print, live"), TextRole::Table, Tone::Text2))
{
    setGround(true);
    m_thumbs->setAccessibleName(tr("Pages of the report"));
    m_thumbs->setFrameShape(QFrame::NoFrame);
    m_thumbs->setViewMode(QListView::IconMode);
    m_thumbs->setFlow(QListView::TopToBottom);
    m_thumbs->setWrapping(false);
    m_thumbs->setMovement(QListView::Static);
    m_thumbs->setUniformItemSizes(true);
    m_thumbs->setIconSize({ kThumbWidth + 2, kThumbHeight + 2 });
    m_thumbs->setGridSize({ kThumbWidth + 22, kThumbHeight + 26 });
    m_thumbs->setFixedWidth(kThumbWidth + 38);
    m_thumbs->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_thumbs->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_thumbs->viewport()->setAutoFillBackground(false);
    m_number->setAccessibleName(tr("Page number"));
    m_number->setAlignment(Qt::AlignCenter);
    m_number->setFixedSize(40, 26);
    m_number->setValidator(new QIntValidator(1, 9999, m_number));

    auto* row = new QHBoxLayout;
    row->setContentsMargins(4, 8, 8, 8);
    row->setSpacing(4);
    row->addWidget(m_thumbs);
    row->addWidget(m_sheet, 1);
    body()->addLayout(row, 1);
    body()->addWidget(new Hairline(Qt::Horizontal));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(10, 6, 12, 6);
    bar->setSpacing(6);
    bar->addWidget(m_up);
    bar->addWidget(m_number);
    bar->addWidget(m_of);
    bar->addWidget(m_down);
    bar->addSpacing(10);
    bar->addWidget(m_note);
    bar->addStretch();
    body()->addLayout(bar);

    connect(m_up, &QToolButton::clicked, this, [this] { showPage(m_page - 1); });
    connect(m_down, &QToolButton::clicked, this, [this] { showPage(m_page + 1); });
    connect(m_number, &QLineEdit::editingFinished, this, [this] {
        showPage(std::clamp(m_number->text().toInt(), 1, std::max(1, m_pages)) - 1);
        m_number->setText(QString::number(m_page + 1));
    });
    connect(m_thumbs, &QListWidget::currentRowChanged, this, &PagesPreview::showPage);
    connect(m_composer, &ReportComposer::pageReady, this, &PagesPreview::take);
}

void PagesPreview::setPages(int pages)
{
    const int keep = m_page;
    m_pages = pages;
    {
        const QSignalBlocker quietList(m_thumbs), quietNumber(m_number);
        m_thumbs->clear();
        QPixmap blank(kThumbWidth, kThumbHeight);
        blank.fill(Qt::white);
        for (int page = 0; page < pages; ++page) {
            auto* item = new QListWidgetItem(QIcon(blank), QString::number(page + 1), m_thumbs);
            item->setData(Qt::AccessibleTextRole, tr("Page %1").arg(page + 1));
        }
    }
    m_of->setText(tr("of %1").arg(pages));
    m_page = -1;
    showPage(std::clamp(keep, 0, std::max(0, pages - 1)));
    for (int page = 0; page < pages; ++page)
        m_composer->requestPage(page, kThumbDpi * devicePixelRatioF() * 2);
}

void PagesPreview::setState(const QString& text)
{
    m_pages = 0;
    m_thumbs->clear();
    m_sheet->setText(text);
}

void PagesPreview::showPage(int page)
{
    if (page < 0 || page >= m_pages || page == m_page)
        return;
    m_page = page;
    const QSignalBlocker quietList(m_thumbs), quietNumber(m_number);
    m_thumbs->setCurrentRow(page);
    m_number->setText(QString::number(page + 1));
    m_up->setEnabled(page > 0);
    m_down->setEnabled(page + 1 < m_pages);
    requestLarge();
    Q_EMIT pageChanged(page);
}

void PagesPreview::requestLarge()
{
    m_dpi = m_sheet->fittingDpi() * devicePixelRatioF();
    if (m_page >= 0 && m_pages > 0)
        m_composer->requestPage(m_page, m_dpi);
}

void PagesPreview::take(int page, double dpi, const QImage& image)
{
    if (page >= m_pages)
        return;
    if (qFuzzyCompare(dpi, m_dpi)) {
        if (page == m_page) {
            QImage sharp = image;
            sharp.setDevicePixelRatio(devicePixelRatioF());
            m_sheet->setImage(sharp);
            m_sheet->setAccessibleDescription(tr("Page %1 of %2").arg(page + 1).arg(m_pages));
        }
        return;
    }
    QPixmap thumb = QPixmap::fromImage(image.scaled(QSize(kThumbWidth, kThumbHeight) * devicePixelRatioF(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    thumb.setDevicePixelRatio(devicePixelRatioF());
    if (QListWidgetItem* item = m_thumbs->item(page))
        item->setIcon(QIcon(thumb));
}

void PagesPreview::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    requestLarge();
}

void PagesPreview::showEvent(QShowEvent* event)
{
    Card::showEvent(event);
    requestLarge();
}

} // namespace ferroscope::ui

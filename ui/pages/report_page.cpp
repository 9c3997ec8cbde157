// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report_page.h"

#include "ui/models/text.h"
#include "ui/widgets/pages_preview.h"
#include "ui/widgets/section_delegate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>

namespace ferroscope::ui {

namespace {
constexpr qint64 kMostLogoBytes = 4 << 20;
const QString kLogoKey = QStringLiteral("report/logo");
} // namespace

ReportPage::ReportPage(const PageContext& context, QWidget* parent)
    : Page(QStringLiteral("report"), tr("Report"), QStringLiteral("report"), context, parent)
    , m_preview(new PagesPreview(&m_composer))
{
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addWidget(makeSections(), 250);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(makeCover());
    middle->addWidget(makeExport(), 1);
    columns->addLayout(middle, 270);
    columns->addWidget(m_preview, 504);
    content()->addLayout(columns, 1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(350);
    connect(&m_delay, &QTimer::timeout, this, &ReportPage::compose);
    connect(&m_composer, &ReportComposer::composed, this, [this](int pages, const std::vector<render::OutlineItem>& outline) {
        m_sections->clear();
        m_firstPages.clear();
        for (const render::OutlineItem& item : outline) {
            if (item.level > 0)
                continue;
            m_firstPages.push_back(item.page);
            new QListWidgetItem(item.title, m_sections);
            m_sections->item(m_sections->count() - 1)->setData(Qt::UserRole, item.page + 1);
            m_sections->item(m_sections->count() - 1)->setData(Qt::AccessibleTextRole, tr("%1, page %2").arg(item.title).arg(item.page + 1));
        }
        m_sectionsCard->setCaption(tr("%1, in this order").arg(m_sections->count()));
        m_preview->setPages(pages);
        m_pdf->setEnabled(true);
        setHeadline(reportHeadline(*m_assessment, pages, m_client->text()));
    });
    connect(&m_composer, &ReportComposer::failed, this, [this](const Error& error) {
        m_preview->setState(tr("The report could not be laid out: %1.").arg(qs(error.detail)));
        m_pdf->setEnabled(true);
    });
    connect(&m_composer, &ReportComposer::exportReady, this, [this](ReportComposer::Kind kind, const QByteArray& content) {
        m_pdf->setEnabled(true);
        m_pdf->setText(tr("Export PDF…"));
        switch (kind) {
        case ReportComposer::Kind::Pdf: Q_EMIT saveWanted({ tr("The report"), suggestedName(QStringLiteral("pdf")), tr("PDF (*.pdf)"), content }); break;
        case ReportComposer::Kind::Json: Q_EMIT saveWanted({ tr("The data"), suggestedName(QStringLiteral("json")), tr("JSON (*.json)"), content }); break;
        case ReportComposer::Kind::Markdown: Q_EMIT saveWanted({ tr("The summary"), suggestedName(QStringLiteral("md")), tr("Markdown (*.md)"), content }); break;
        }
    });
    connect(m_preview, &PagesPreview::pageChanged, this, [this](int page) {
        int section = -1;
        for (std::size_t at = 0; at < m_firstPages.size(); ++at) {
            if (m_firstPages[at] <= page)
                section = static_cast<int>(at);
        }
        const QSignalBlocker quiet(m_sections);
        m_sections->setCurrentRow(section);
    });
    if (m_context.settings)
        setLogo(m_context.settings->value(kLogoKey).toString());
}

QWidget* ReportPage::makeSections()
{
    m_sectionsCard = new Card(tr("Sections"), QStringLiteral(" "));
    m_sectionsCard->setHeaderLine(true);
    m_sections = new QListWidget;
    m_sections->setAccessibleName(tr("Sections of the report"));
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setItemDelegate(new SectionDelegate(m_sections));
    m_sections->setMinimumWidth(200);
    connect(m_sections, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < static_cast<int>(m_firstPages.size()))
            m_preview->showPage(m_firstPages[static_cast<std::size_t>(row)]);
    });
    m_sectionsCard->body()->setContentsMargins(0, 4, 0, 8);
    m_sectionsCard->body()->addWidget(m_sections);
    return m_sectionsCard;
}

QLineEdit* ReportPage::makeField(QVBoxLayout* column, const QString& title, const QString& placeholder, const QString& key)
{
    auto* field = new QLineEdit;
    field->setAccessibleName(title);
    field->setPlaceholderText(placeholder);
    column->addWidget(caption(title));
    column->addWidget(field);
    if (m_context.settings)
        field->setText(m_context.settings->value(key).toString());
    connect(field, &QLineEdit::textChanged, this, [this, key](const QString& text) {
        if (m_context.settings)
            m_context.settings->setValue(key, text);
        changed();
    });
    return field;
}

QWidget* ReportPage::makeCover()
{
    auto* card = new Card(tr("On the cover"));
    auto* column = new QVBoxLayout;
    column->setContentsMargins(14, 0, 14, 14);
    column->setSpacing(4);
    m_client = makeField(column, tr("Client"), tr("who it is for"), QStringLiteral("report/client"));
    m_author = makeField(column, tr("Author"), tr("who signs it"), QStringLiteral("report/author"));
    m_title = makeField(column, tr("Title"), tr("Python-to-Rust readiness audit"), QStringLiteral("report/title"));
    auto* pair = new QHBoxLayout;
    pair->setSpacing(8);
    auto* left = new QVBoxLayout;
    left->setSpacing(4);
    m_confidentiality = new QComboBox;
    m_confidentiality->setAccessibleName(tr("Confidentiality"));
    m_confidentiality->addItems({ tr("None"), tr("Internal"), tr("Confidential"), tr("Strictly confidential") });
    m_confidentiality->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_confidentiality->setMinimumContentsLength(8);
    if (m_context.settings)
        m_confidentiality->setCurrentIndex(m_context.settings->value(QStringLiteral("report/confidentiality"), 0).toInt());
    connect(m_confidentiality, &QComboBox::currentIndexChanged, this, [this](int at) {
        if (m_context.settings)
            m_context.settings->setValue(QStringLiteral("report/confidentiality"), at);
        changed();
    });
    left->addWidget(caption(tr("Confidentiality")));
    left->addWidget(m_confidentiality);
    auto* right = new QVBoxLayout;
    right->setSpacing(4);
    m_date = new QLineEdit;
    m_date->setAccessibleName(tr("Date"));
    right->addWidget(caption(tr("Date")));
    right->addWidget(m_date);
    m_date->setFixedHeight(28);
    connect(m_date, &QLineEdit::textChanged, this, &ReportPage::changed);
    pair->addLayout(left, 1);
    pair->addLayout(right, 1);
    column->addLayout(pair);
    column->addWidget(caption(tr("Logo")));
    auto* logo = new QHBoxLayout;
    logo->setSpacing(10);
    m_logoName = new Label(tr("none"), TextRole::Table, Tone::Text2);
    m_logoName->setElide(Qt::ElideMiddle);
    auto* choose = makeButton(tr("Choose…"), Look::Small, {}, tr("Choose a logo"));
    m_logoRemove = makeButton(tr("Remove"), Look::Link, {}, tr("Remove the logo"));
    m_logoRemove->hide();
    connect(choose, &QPushButton::clicked, this, &ReportPage::chooseLogo);
    connect(m_logoRemove, &QPushButton::clicked, this, [this] { setLogo({}); });
    logo->addWidget(m_logoName, 1);
    logo->addWidget(m_logoRemove);
    logo->addWidget(choose);
    column->addLayout(logo);
    card->body()->addLayout(column);
    card->setMinimumWidth(240);
    return card;
}

QWidget* ReportPage::makeExport()
{
    auto* card = new Card(tr("Export"), tr("same input, same bytes"));
    auto* column = new QVBoxLayout;
    column->setContentsMargins(14, 0, 14, 14);
    column->setSpacing(8);
    m_withoutCode = new QCheckBox(tr("Leave out source code"));
    m_withoutCode->setAccessibleName(tr("Leave out source code"));
    m_attach = new QCheckBox(tr("Attach the data as JSON"));
    m_attach->setAccessibleName(tr("Attach the data as JSON"));
    for (QCheckBox* box : { m_withoutCode, m_attach }) {
        box->setFont(Theme::light().font(TextRole::Table));
        connect(box, &QCheckBox::toggled, this, &ReportPage::changed);
        column->addWidget(box);
    }
    column->addSpacing(4);
    column->addWidget(new Hairline(Qt::Horizontal));
    column->addWidget(caption(tr("Also as")));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (const auto& [text, name, kind] : { std::tuple { tr("JSON…"), tr("Export JSON"), ReportComposer::Kind::Json }, std::tuple { tr("Markdown…"), tr("Export Markdown"), ReportComposer::Kind::Markdown } }) {
        auto* button = makeButton(text, Look::Small, {}, name);
        connect(button, &QPushButton::clicked, this, [this, wanted = kind] { exportAs(wanted); });
        row->addWidget(button);
        m_others.push_back(button);
    }
    row->addStretch();
    column->addLayout(row);
    column->addStretch();
    m_pdf = makeButton(tr("Export PDF…"), Look::Primary, QStringLiteral("export"), tr("Export PDF"));
    m_pdf->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_pdf, &QPushButton::clicked, this, [this] { exportAs(ReportComposer::Kind::Pdf); });
    column->addWidget(m_pdf);
    card->body()->addLayout(column);
    return card;
}

void ReportPage::fill()
{
    m_date->setPlaceholderText(m_assessment->commitDate ? dateText(*m_assessment->commitDate) : tr("none printed"));
    setHeadline(reportHeadline(*m_assessment, 0, m_client->text()));
    if (std::exchange(m_shownRoot, m_place.root) != m_place.root || m_preview->pageCount() == 0)
        m_preview->setState(tr("Laying out the pages…")); // else the old pages stay until the new ones are there
    m_stale = true;
    if (isVisible())
        compose();
}

void ReportPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    // Nobody looks at it before: the layout is made when the page is first shown.
    if (m_stale)
        compose();
}

void ReportPage::changed()
{
    m_stale = true;
    if (isVisible())
        m_delay.start();
}

render::PdfOptions ReportPage::options() const
{
    render::PdfOptions options;
    options.client = m_client->text().trimmed();
    options.author = m_author->text().trimmed();
    options.title = m_title->text().trimmed();
    options.confidentiality = m_confidentiality->currentIndex() > 0 ? m_confidentiality->currentText() : QString();
    options.date = m_date->text().trimmed();
    options.logo = m_logo;
    options.attachJson = m_attach->isChecked();
    options.leaveOutCode = m_withoutCode->isChecked();
    return options;
}

void ReportPage::compose()
{
    if (!m_assessment)
        return;
    m_delay.stop();
    m_stale = false;
    m_composer.compose(m_assessment, options());
}

void ReportPage::exportAs(ReportComposer::Kind kind)
{
    if (!m_assessment)
        return;
    if (m_stale)
        compose(); // the file must hold what the fields say
    if (kind == ReportComposer::Kind::Pdf) {
        m_pdf->setEnabled(false);
        m_pdf->setText(tr("Writing…"));
    }
    m_composer.requestExport(kind);
}

QString ReportPage::suggestedName(const QString& suffix) const
{
    QString name = qs(m_assessment->projectName).toLower();
    for (QChar& c : name) {
        if (!c.isLetterOrNumber())
            c = QLatin1Char('-');
    }
    return name + QStringLiteral("-readiness.") + suffix;
}

void ReportPage::chooseLogo()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose a logo"), m_logoFile, tr("Pictures (*.svg *.png *.jpg *.jpeg)"));
    if (!file.isEmpty())
        setLogo(file);
}

void ReportPage::setLogo(const QString& file)
{
    m_logo.clear();
    QFile source(file);
    if (!file.isEmpty() && source.size() <= kMostLogoBytes && source.open(QIODevice::ReadOnly))
        m_logo = source.readAll();
    m_logoFile = m_logo.isEmpty() ? QString() : file;
    m_logoName->setText(m_logo.isEmpty() ? (file.isEmpty() ? tr("none") : tr("cannot be read")) : QFileInfo(file).fileName());
    m_logoRemove->setVisible(!m_logo.isEmpty());
    if (m_context.settings)
        m_context.settings->setValue(kLogoKey, m_logoFile);
    changed();
}

} // namespace ferroscope::ui

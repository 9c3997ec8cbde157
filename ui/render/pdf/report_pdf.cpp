// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/pdf/report_pdf.h"

#include "ui/render/fonts.h"
#include "ui/render/marks.h"
#include "ui/render/pdf/post_pass.h"
#include "ui/render/pdf/report.h"
#include "ui/render/words.h"
#include <QBuffer>
#include <QFile>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

struct ReportDocument::Data {
    AssessmentPtr assessment; // the pages draw from it
    PdfOptions options;
    Facts facts;
    Pages pages;
};

namespace {

const Theme& reportTheme()
{
    static const Theme theme = Theme::print(kReportDpi / 72);
    return theme;
}

QString titleOf(const Assessment& a, const PdfOptions& options)
{
    const QString title = options.title.isEmpty() ? u"Python-to-Rust readiness audit"_s : oneLine(options.title);
    return a.projectName.empty() ? title : text(a.projectName) + u": "_s + title;
}

QString dateOf(const Assessment& a, const PdfOptions& options)
{
    return options.date.isEmpty() ? (a.commitDate ? text(*a.commitDate) : QString()) : oneLine(options.date);
}

// Running header and footer, when the number of pages is known.
void furniture(Report& report, Pages& pages)
{
    const Theme& theme = report.flow.theme();
    QStringList left;
    if (!report.options.author.isEmpty())
        left << oneLine(report.options.author);
    if (const QString date = dateOf(report.a, report.options); !date.isEmpty())
        left << isoDateInWords(date);
    if (report.a.commit)
        left << u"commit "_s + text(report.a.commit->substr(0, 8));
    if (!report.options.confidentiality.isEmpty())
        left << oneLine(report.options.confidentiality);
    const QString head = titleOf(report.a, report.options), foot = left.join(u" · "_s);
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        Page& page = pages.pages[i];
        if (page.section.isEmpty())
            continue;
        const QSizeF size = page.size();
        const double side = mm(page.landscape ? 16 : 22), line = theme.lineHeight(TextRole::TableHeader);
        const QRectF header(side, mm(12.5), size.width() - 2 * side, line), footer(side, size.height() - mm(11) - line, size.width() - 2 * side, line);
        page.items.push_back([=, section = page.section, number_ = QString::number(i + 1), total = QString::number(pages.pages.size()), &theme](QPainter& painter) {
            const QFont plain = theme.font(TextRole::TableHeader), strong = theme.font(TextRole::TableHeader, true);
            const double used = drawText(painter, header, Qt::AlignRight, section, plain, theme.text3);
            drawText(painter, header.adjusted(0, 0, -used - mm(6), 0), Qt::AlignLeft, head, plain, theme.text3, Qt::ElideMiddle);
            painter.fillRect(QRectF(header.left(), header.bottom() + mm(2), header.width(), pt(0.4)), theme.grey[2]);
            const QString of = u" of "_s + total, start = u"page "_s;
            double x = footer.right() - textWidth(start, plain) - textWidth(number_, strong) - textWidth(of, plain);
            drawText(painter, QRectF(footer.left(), footer.top(), x - footer.left() - mm(6), line), Qt::AlignLeft, foot, plain, theme.text3);
            x += drawText(painter, QRectF(x, footer.top(), mm(30), line), Qt::AlignLeft, start, plain, theme.text3);
            x += drawText(painter, QRectF(x, footer.top(), mm(30), line), Qt::AlignLeft, number_, strong, theme.text);
            drawText(painter, QRectF(x, footer.top(), mm(30), line), Qt::AlignLeft, of, plain, theme.text3);
        });
    }
}

Pages composeOnce(const Assessment& a, const PdfOptions& options, const Facts& facts, const std::map<QString, Place>& known)
{
    Pages pages;
    Flow flow(pages, reportTheme());
    Report report { a, options, facts, flow, known };
    coverPage(report);
    recommendationSection(report);
    overviewSection(report);
    shortListSection(report);
    roadmapSection(report);
    moneySection(report);
    packagesSection(report);
    graphSection(report);
    risksSection(report);
    methodSection(report);
    modulesAppendix(report);
    manifestAppendix(report);
    furniture(report, pages);
    return pages;
}

bool samePages(const std::map<QString, Place>& a, const std::map<QString, Place>& b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) { return x.first == y.first && x.second.page == y.second.page; });
}

} // namespace

Result<ReportDocument> ReportDocument::compose(AssessmentPtr assessment, const PdfOptions& options)
{
    if (!assessment)
        return failure(ErrorCode::BadInput, {}, "no assessment");
    const EnglishWords english;
    try {
        registerFonts();
        auto data = std::make_shared<Data>(Data { assessment, options, Facts(*assessment), {} });
        // Page numbers are known after a pass; they rarely move anything, so the second one is nearly always right.
        data->pages = composeOnce(*assessment, data->options, data->facts, {});
        for (int pass = 0; pass < 3; ++pass) {
            const std::map<QString, Place> known = data->pages.anchors;
            data->pages = composeOnce(*assessment, data->options, data->facts, known);
            if (samePages(known, data->pages.anchors))
                break;
        }
        ReportDocument document;
        document.m_data = std::move(data);
        return document;
    } catch (const std::exception& error) {
        return failure(ErrorCode::Internal, {}, error.what());
    }
}

int ReportDocument::pageCount() const { return static_cast<int>(m_data->pages.pages.size()); }

QSizeF ReportDocument::pageSize(int page) const { return m_data->pages.pages.at(static_cast<std::size_t>(page)).size() / mm(1); }

void ReportDocument::paintPage(QPainter& painter, int page, const QRectF& target) const
{
    const EnglishWords english;
    const Page& content = m_data->pages.pages.at(static_cast<std::size_t>(page));
    const QSizeF size = content.size();
    painter.save();
    painter.translate(target.topLeft());
    if (target.size() != size)
        painter.scale(target.width() / size.width(), target.height() / size.height());
    for (const PaintItem& item : content.items) {
        painter.save();
        item(painter);
        painter.restore();
    }
    painter.restore();
}

QImage ReportDocument::pageImage(int page, double dpi) const
{
    const QSizeF size = pageSize(page) * (std::clamp(dpi, 10.0, 600.0) / 25.4);
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintPage(painter, page, QRectF(QPointF(0, 0), QSizeF(image.size())));
    return image;
}

std::vector<OutlineItem> ReportDocument::outline() const
{
    std::vector<OutlineItem> items;
    for (const OutlineEntry& entry : m_data->pages.outline) {
        const auto at = m_data->pages.anchors.find(entry.anchor);
        items.push_back({ entry.title, at == m_data->pages.anchors.end() ? 0 : at->second.page, entry.level });
    }
    return items;
}

Result<QByteArray> renderPdf(const ReportDocument& document)
{
    const ReportDocument::Data& data = document.data();
    QByteArray raw;
    try {
        QBuffer buffer(&raw);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(static_cast<int>(kReportDpi));
        writer.setTitle(titleOf(*data.assessment, data.options));
        writer.setCreator(u"Ferroscope"_s);
        QPainter painter;
        for (int i = 0; i < document.pageCount(); ++i) {
            const Page& page = data.pages.pages[static_cast<std::size_t>(i)];
            writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), page.landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()));
            const bool good = i == 0 ? painter.begin(&writer) : writer.newPage();
            if (!good)
                return failure(ErrorCode::Internal, {}, "the PDF writer could not begin a page");
            document.paintPage(painter, i, QRectF(QPointF(0, 0), page.size()));
        }
        painter.end();
    } catch (const std::exception& error) {
        return failure(ErrorCode::Internal, {}, error.what());
    }
    PdfExtras extras;
    extras.title = titleOf(*data.assessment, data.options);
    extras.author = oneLine(data.options.author);
    extras.subject = u"Which parts of "_s + (data.assessment->projectName.empty() ? u"the repository"_s : text(data.assessment->projectName)) + u" are worth moving from Python to Rust"_s;
    extras.keywords = u"Python, Rust, readiness, audit"_s;
    extras.isoDate = dateOf(*data.assessment, data.options);
    const double points = 72 / kReportDpi;
    for (const OutlineEntry& entry : data.pages.outline) {
        if (const auto at = data.pages.anchors.find(entry.anchor); at != data.pages.anchors.end())
            extras.outline.push_back({ entry.title, at->second.page, std::max(0.0, at->second.y * points - 8), entry.level });
    }
    for (std::size_t i = 0; i < data.pages.pages.size(); ++i) {
        for (const LinkArea& link : data.pages.pages[i].links) {
            const auto at = data.pages.anchors.find(link.target);
            if (at == data.pages.anchors.end())
                continue;
            const QRectF rect(link.rect.topLeft() * points, link.rect.size() * points);
            extras.links.push_back({ static_cast<int>(i), rect, at->second.page, std::max(0.0, at->second.y * points - 8) });
        }
    }
    if (data.options.attachJson) {
        extras.attachment = data.options.json;
        extras.attachmentName = u"assessment.json"_s;
    }
    return finishPdf(raw, extras);
}

Result<QByteArray> renderPdf(const Assessment& assessment, const PdfOptions& options)
{
    // Not owned: the document does not outlive this call.
    const AssessmentPtr borrowed(&assessment, [](const Assessment*) {});
    const Result<ReportDocument> document = ReportDocument::compose(borrowed, options);
    if (!document)
        return tl::unexpected<Error>(document.error());
    return renderPdf(*document);
}

Result<void> writePdf(const Assessment& assessment, const PdfOptions& options, const std::string& file)
{
    const Result<QByteArray> pdf = renderPdf(assessment, options);
    if (!pdf)
        return tl::unexpected<Error>(pdf.error());
    QSaveFile out(QFile::decodeName(QByteArray::fromStdString(file)));
    if (!out.open(QIODevice::WriteOnly) || out.write(*pdf) != pdf->size() || !out.commit())
        return failure(ErrorCode::CannotWrite, file, out.errorString().toStdString());
    return {};
}

std::vector<QImage> previewPages(const Assessment& assessment, const PdfOptions& options, double dpi)
{
    std::vector<QImage> images;
    const AssessmentPtr borrowed(&assessment, [](const Assessment*) {});
    const Result<ReportDocument> document = ReportDocument::compose(borrowed, options);
    for (int i = 0; document && i < document->pageCount(); ++i)
        images.push_back(document->pageImage(i, dpi));
    return images;
}

} // namespace ferroscope::render

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/report_composer.h"

#include "core/report/json_writer.h"
#include "core/report/markdown.h"

namespace ferroscope::ui {

ReportComposer::ReportComposer(QObject* parent)
    : QObject(parent)
    , m_thread([this](std::stop_token stop) { run(stop); })
{
}

ReportComposer::~ReportComposer() = default;

void ReportComposer::run(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_tasks.empty(); }))
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
}

void ReportComposer::enqueue(Task task, bool dropOthers)
{
    {
        const std::lock_guard lock(m_mutex);
        if (dropOthers)
            m_tasks.clear();
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void ReportComposer::compose(AssessmentPtr assessment, const render::PdfOptions& options)
{
    const std::uint64_t generation = ++m_generation;
    enqueue([this, generation, assessment = std::move(assessment), options] {
        auto made = render::ReportDocument::compose(assessment, options);
        m_assessment = assessment;
        m_options = options;
        m_document = made ? std::make_shared<render::ReportDocument>(std::move(*made)) : nullptr;
        const Error error = made ? Error {} : made.error();
        const int pages = m_document ? m_document->pageCount() : 0;
        const auto outline = m_document ? m_document->outline() : std::vector<render::OutlineItem> {};
        QMetaObject::invokeMethod(this, [this, generation, pages, outline, error] {
            if (generation != m_generation)
                return;
            if (pages > 0)
                Q_EMIT composed(pages, outline);
            else
                Q_EMIT failed(error);
        }, Qt::QueuedConnection);
    }, true);
}

void ReportComposer::requestPage(int page, double dpi)
{
    const std::uint64_t generation = m_generation;
    enqueue([this, generation, page, dpi] {
        if (!m_document || page < 0 || page >= m_document->pageCount())
            return;
        const QImage image = m_document->pageImage(page, dpi);
        QMetaObject::invokeMethod(this, [this, generation, page, dpi, image] {
            if (generation == m_generation)
                Q_EMIT pageReady(page, dpi, image);
        }, Qt::QueuedConnection);
    }, false);
}

void ReportComposer::requestExport(Kind kind)
{
    enqueue([this, kind] {
        if (!m_assessment)
            return;
        QByteArray content;
        if (kind == Kind::Json) {
            content = QByteArray::fromStdString(report::toJson(*m_assessment));
        } else if (kind == Kind::Markdown) {
            content = QByteArray::fromStdString(report::toMarkdown(*m_assessment));
        } else {
            render::PdfOptions options = m_options;
            if (options.attachJson)
                options.json = QByteArray::fromStdString(report::toJson(*m_assessment));
            const auto pdf = options.attachJson || !m_document ? render::renderPdf(*m_assessment, options) : render::renderPdf(*m_document);
            if (!pdf) {
                const Error error = pdf.error();
                QMetaObject::invokeMethod(this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
                return;
            }
            content = *pdf;
        }
        QMetaObject::invokeMethod(this, [this, kind, content] { Q_EMIT exportReady(kind, content); }, Qt::QueuedConnection);
    }, false);
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ReportComposer: lays the report out and paints its pages on a thread of its own. Of several requests only the
// latest layout counts; answers to older ones are dropped.
#pragma once

#include "ui/render/pdf/report_pdf.h"
#include <QImage>
#include <QObject>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace ferroscope::ui {

class ReportComposer final : public QObject {
    Q_OBJECT
public:
    explicit ReportComposer(QObject* parent = nullptr);
    ~ReportComposer() override; // waits for the task at hand

    void compose(AssessmentPtr assessment, const render::PdfOptions& options);
    void requestPage(int page, double dpi); // of the latest layout
    enum class Kind { Pdf, Json, Markdown };
    void requestExport(Kind kind);

Q_SIGNALS:
    void composed(int pages, const std::vector<ferroscope::render::OutlineItem>& outline);
    void failed(const ferroscope::Error& error);
    void pageReady(int page, double dpi, const QImage& image);
    void exportReady(ferroscope::ui::ReportComposer::Kind kind, const QByteArray& content);

private:
    using Task = std::function<void()>;
    void run(std::stop_token stop);
    void enqueue(Task task, bool dropOthers);
    std::uint64_t m_generation = 0; // of the latest compose(), GUI thread only
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Task> m_tasks;
    // Touched by the worker only.
    std::shared_ptr<render::ReportDocument> m_document;
    AssessmentPtr m_assessment;
    render::PdfOptions m_options;
    std::jthread m_thread; // last: stops before the rest goes
};

} // namespace ferroscope::ui

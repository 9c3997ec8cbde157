// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The audit report as PDF: what a consultant signs. Composed once into pages, which go to a QPdfWriter or, one
// by one, to any painter (the preview of the window); a second pass with libqpdf adds outline, internal links,
// language and metadata and makes the file reproducible.
//
// Needs a QGuiApplication on a platform that takes application fonts ("offscreen" does, "minimal" does not). The same assessment, options and program give the same
// bytes if the caller has called QHashSeed::setDeterministicGlobalSeed() before any Qt object was made: Qt orders
// the fonts and images of a PDF by hash.
// One report at a time per thread; everything is read-only on the assessment. No exception leaves these functions.
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"
#include <QByteArray>
#include <QImage>
#include <QPainter>
#include <QSizeF>
#include <QString>
#include <memory>
#include <string>
#include <vector>

namespace ferroscope::render {

struct PdfOptions {
    QString client, author, title; // title "" = "Python-to-Rust readiness audit"
    QString confidentiality; // "" = none printed
    QString date; // as it shall be printed, or ISO; "" = the day of the commit, else none
    QByteArray logo; // SVG, PNG or JPEG bytes; what cannot be read is left out
    bool attachJson = false;
    QByteArray json; // the assessment as published; attached when attachJson is set
    bool leaveOutCode = false; // code quoted in findings is left out
};

struct OutlineItem {
    QString title;
    int page = 0; // 0-based
    int level = 0;
};

// The report laid out. Cheap to copy; keeps what it needs, so the assessment may go.
class ReportDocument {
public:
    static Result<ReportDocument> compose(AssessmentPtr assessment, const PdfOptions& options);
    int pageCount() const;
    QSizeF pageSize(int page) const; // millimetres
    // The page into `target`; the painter may be of any device.
    void paintPage(QPainter& painter, int page, const QRectF& target) const;
    QImage pageImage(int page, double dpi) const;
    std::vector<OutlineItem> outline() const;

    struct Data;
    const Data& data() const { return *m_data; }

private:
    std::shared_ptr<const Data> m_data;
};

Result<QByteArray> renderPdf(const Assessment& assessment, const PdfOptions& options);
Result<QByteArray> renderPdf(const ReportDocument& document);
// Into a temporary file beside `file`, then renamed over it: a failed export leaves the old file.
Result<void> writePdf(const Assessment& assessment, const PdfOptions& options, const std::string& file);
std::vector<QImage> previewPages(const Assessment& assessment, const PdfOptions& options, double dpi = 72);

} // namespace ferroscope::render

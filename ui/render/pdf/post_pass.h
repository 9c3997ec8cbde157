// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The second pass over a PDF that Qt wrote: what QPdfWriter cannot do, done with libqpdf. Outline, links inside
// the document, language, metadata, attachment; the date is replaced and the file id is made from the content,
// so the same pages give the same bytes.
#pragma once

#include "core/base/result.h"
#include <QByteArray>
#include <QRectF>
#include <QString>
#include <vector>

namespace ferroscope::render {

struct PdfLink {
    int page = 0; // 0-based
    QRectF rect; // in points, y downwards from the top of the sheet
    int toPage = 0;
    double toY = 0; // points from the top
};

struct PdfOutline {
    QString title;
    int page = 0;
    double y = 0;
    int level = 0; // 0 or 1
};

struct PdfExtras {
    QString title, author, subject, keywords;
    QString language = QStringLiteral("en");
    QString isoDate; // of the document; "" = none is written
    std::vector<PdfLink> links;
    std::vector<PdfOutline> outline;
    QString attachmentName;
    QByteArray attachment; // empty = none
};

// Errors: Internal, with the text of libqpdf.
Result<QByteArray> finishPdf(const QByteArray& pdf, const PdfExtras& extras);

} // namespace ferroscope::render

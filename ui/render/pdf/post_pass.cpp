// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/pdf/post_pass.h"

#include <QDate>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <exception>

namespace ferroscope::render {

namespace {

QPDFObjectHandle unicode(const QString& text) { return QPDFObjectHandle::newUnicodeString(text.toStdString()); }
QPDFObjectHandle name(const char* text) { return QPDFObjectHandle::newName(text); }
QPDFObjectHandle real(double value) { return QPDFObjectHandle::newReal(value, 2); }

double heightOf(QPDFPageObjectHelper& page)
{
    const QPDFObjectHandle::Rectangle box = page.getMediaBox().getArrayAsRectangle();
    return box.ury - box.lly;
}

// [page /XYZ null y null]: that place at the top of the window, zoom as it is.
QPDFObjectHandle destination(std::vector<QPDFPageObjectHelper>& pages, int page, double y)
{
    QPDFPageObjectHelper& target = pages.at(static_cast<std::size_t>(page));
    QPDFObjectHandle out = QPDFObjectHandle::newArray();
    out.appendItem(target.getObjectHandle());
    out.appendItem(name("/XYZ"));
    out.appendItem(QPDFObjectHandle::newNull());
    out.appendItem(real(heightOf(target) - y));
    out.appendItem(QPDFObjectHandle::newNull());
    return out;
}

void addLinks(QPDF& pdf, std::vector<QPDFPageObjectHelper>& pages, const std::vector<PdfLink>& links)
{
    for (const PdfLink& link : links) {
        QPDFPageObjectHelper& page = pages.at(static_cast<std::size_t>(link.page));
        const double height = heightOf(page);
        QPDFObjectHandle rect = QPDFObjectHandle::newArray(
            { real(link.rect.left()), real(height - link.rect.bottom()), real(link.rect.right()), real(height - link.rect.top()) });
        QPDFObjectHandle annotation = QPDFObjectHandle::newDictionary();
        annotation.replaceKey("/Type", name("/Annot"));
        annotation.replaceKey("/Subtype", name("/Link"));
        annotation.replaceKey("/Rect", rect);
        annotation.replaceKey("/Border", QPDFObjectHandle::parse("[0 0 0]"));
        annotation.replaceKey("/F", QPDFObjectHandle::newInteger(4)); // printed: required by archival profiles
        annotation.replaceKey("/Dest", destination(pages, link.toPage, link.toY));
        QPDFObjectHandle list = page.getObjectHandle().getKey("/Annots");
        if (!list.isArray()) {
            list = QPDFObjectHandle::newArray();
            page.getObjectHandle().replaceKey("/Annots", list);
        }
        list.appendItem(pdf.makeIndirectObject(annotation));
    }
}

// Siblings in a row below `parent`; the next level hangs below the entry before it.
void addOutline(QPDF& pdf, std::vector<QPDFPageObjectHelper>& pages, const std::vector<PdfOutline>& entries)
{
    if (entries.empty())
        return;
    QPDFObjectHandle root = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    root.replaceKey("/Type", name("/Outlines"));
    std::vector<QPDFObjectHandle> items;
    for (const PdfOutline& entry : entries) {
        QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", unicode(entry.title));
        item.replaceKey("/Dest", destination(pages, entry.page, entry.y));
        items.push_back(item);
    }
    const auto chain = [&](QPDFObjectHandle parent, const std::vector<std::size_t>& children, bool open) {
        if (children.empty())
            return;
        for (std::size_t i = 0; i < children.size(); ++i) {
            QPDFObjectHandle item = items[children[i]];
            item.replaceKey("/Parent", parent);
            if (i > 0)
                item.replaceKey("/Prev", items[children[i - 1]]);
            if (i + 1 < children.size())
                item.replaceKey("/Next", items[children[i + 1]]);
        }
        parent.replaceKey("/First", items[children.front()]);
        parent.replaceKey("/Last", items[children.back()]);
        const auto count = static_cast<int>(children.size());
        parent.replaceKey("/Count", QPDFObjectHandle::newInteger(open ? count : -count));
    };
    std::vector<std::size_t> top;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].level > 0 && !top.empty())
            continue;
        top.push_back(i);
        std::vector<std::size_t> below;
        for (std::size_t k = i + 1; k < entries.size() && entries[k].level > 0; ++k)
            below.push_back(k);
        chain(items[i], below, false);
    }
    chain(root, top, true);
    pdf.getRoot().replaceKey("/Outlines", root);
    pdf.getRoot().replaceKey("/PageMode", name("/UseOutlines"));
}

void setInfo(QPDF& pdf, const PdfExtras& extras)
{
    QPDFObjectHandle trailer = pdf.getTrailer();
    QPDFObjectHandle info = trailer.getKey("/Info");
    if (!info.isDictionary()) {
        info = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        trailer.replaceKey("/Info", info);
    }
    const std::pair<const char*, const QString*> entries[]
        = { { "/Title", &extras.title }, { "/Author", &extras.author }, { "/Subject", &extras.subject }, { "/Keywords", &extras.keywords } };
    for (const auto& [key, value] : entries) {
        if (value->isEmpty())
            info.removeKey(key);
        else
            info.replaceKey(key, unicode(*value));
    }
    info.replaceKey("/Producer", QPDFObjectHandle::newString("Ferroscope " FERROSCOPE_VERSION));
    info.removeKey("/ModDate");
    info.removeKey("/CreationDate");
    const QDate date = QDate::fromString(extras.isoDate.left(10), Qt::ISODate);
    if (date.isValid())
        info.replaceKey("/CreationDate", QPDFObjectHandle::newString("D:" + date.toString(u"yyyyMMdd").toStdString() + "000000Z"));
}

void attach(QPDF& pdf, const PdfExtras& extras)
{
    if (extras.attachment.isEmpty())
        return;
    auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, std::string(extras.attachment.constData(), static_cast<std::size_t>(extras.attachment.size())));
    stream.setSubtype("application/json");
    auto spec = QPDFFileSpecObjectHelper::createFileSpec(pdf, extras.attachmentName.toStdString(), stream);
    spec.setDescription("The assessment this report was made from");
    QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(extras.attachmentName.toStdString(), spec);
}

} // namespace

Result<QByteArray> finishPdf(const QByteArray& bytes, const PdfExtras& extras)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("report", bytes.constData(), static_cast<std::size_t>(bytes.size()));
        std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
        addLinks(pdf, pages, extras.links);
        addOutline(pdf, pages, extras.outline);
        QPDFObjectHandle root = pdf.getRoot();
        root.replaceKey("/Lang", QPDFObjectHandle::newString(extras.language.toStdString()));
        root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
        setInfo(pdf, extras);
        attach(pdf, extras);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setStreamDataMode(qpdf_s_compress);
        writer.setRecompressFlate(false);
        writer.setDeterministicID(true);
        writer.write();
        const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
    } catch (const std::exception& error) {
        return failure(ErrorCode::Internal, {}, error.what());
    }
}

} // namespace ferroscope::render

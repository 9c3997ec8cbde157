// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Flow: puts blocks below each other on pages and begins a new page where one does not fit. Nothing that
// belongs together is torn: a caption stays with its figure, a heading with what follows (`keep`).
#pragma once

#include "ui/render/pdf/rich_text.h"

namespace ferroscope::render {

class Flow {
public:
    Flow(Pages& pages, const Theme& theme) : m_pages(pages), m_theme(theme) {}

    // --- pages and places ---------------------------------------------------------------------------------
    void newPage(bool landscape, const QString& section); // section "" = without header and footer
    void continuePage(); // another page of the same kind
    QRectF body() const; // of the page, without margins
    double y() const { return m_y; }
    double room() const { return body().bottom() - m_y; }
    void setY(double y) { m_y = y; }
    void skip(double height) { m_y += height; }
    bool ensure(double height); // true if it had to begin a page
    void anchor(const QString& name); // here
    void anchorAt(const QString& name, double y);
    void outline(const QString& title, const QString& anchor, int level);

    // --- placing -----------------------------------------------------------------------------------------
    void add(PaintItem item) { page().items.push_back(std::move(item)); }
    void addLink(const QRectF& rect, const QString& target) { page().links.push_back({ rect, target }); }
    double place(const RichText& text, const TextStyle& style, const QPointF& at, double width); // height used

    // --- blocks --------------------------------------------------------------------------------------------
    void kicker(const QString& text);
    void headline(const QString& sentence);
    void lead(const RichText& text);
    void paragraph(const RichText& text, double width = mm(120));
    void subhead(const QString& text, double keep = mm(28));
    void caption(const RichText& text, double keep); // of a figure or table of height `keep` at least
    void note(const RichText& text); // small grey, whole width
    void callout(const RichText& text, bool grey = false, bool onlyIfRoom = false);
    void figure(const RichText& text, double height, std::function<void(QPainter&, const QRectF&)> painter);
    // Side by side, each a list of paragraphs under a heading; a ruled column is a note in small print.
    struct Column {
        QString heading;
        std::vector<RichText> paragraphs;
        double width = mm(80);
        bool note = false;
    };
    void columns(const std::vector<Column>& columns, double gap = mm(6));

    const Theme& theme() const { return m_theme; }
    Pages& pages() { return m_pages; }

private:
    Page& page() { return m_pages.pages.back(); }
    double columnHeight(const Column& column) const;
    void placeColumn(const Column& column, double left, double top);
    Pages& m_pages;
    const Theme& m_theme;
    double m_y = 0;
};

} // namespace ferroscope::render

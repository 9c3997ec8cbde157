// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/treemap_view.h"

#include "ui/models/text.h"
#include "ui/render/marks.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace ferroscope::ui {

TreemapView::TreemapView(const QString& name, QWidget* parent)
    : FigureView(name, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(360, 300);
}

void TreemapView::setAssessment(AssessmentPtr assessment)
{
    m_assessment = std::move(assessment);
    m_hover = -1;
    rebuild();
}

void TreemapView::setMetrics(const SizeMetric& size, const ColourMetric& colour)
{
    const bool sameSize = size.id == m_size.id;
    m_size = size;
    m_colour = colour;
    if (sameSize)
        refresh();
    else
        rebuild();
}

void TreemapView::setScope(int scope)
{
    m_scope = scope;
    rebuild();
}

void TreemapView::setHighlight(const QString& text)
{
    m_highlight = text.trimmed();
    m_match.clear();
    m_highlighted = 0;
    if (m_assessment && !m_highlight.isEmpty()) {
        for (const AssessedModule& one : m_assessment->modules) {
            const bool match = qs(one.name).contains(m_highlight, Qt::CaseInsensitive) || qs(one.path).contains(m_highlight, Qt::CaseInsensitive);
            m_match.push_back(match);
            m_highlighted += match ? 1U : 0U;
        }
    }
    refresh();
}

void TreemapView::setSelected(const QString& path)
{
    m_selected = path;
    update();
    if (hasFocus() && QAccessible::isActive())
        tellCurrentMark();
}

void TreemapView::rebuild()
{
    if (!m_assessment || !m_size.size)
        return;
    const auto size = [this](const AssessedModule& one) {
        const bool shown = m_scope == 0 || (m_scope == 1 ? one.judged() : one.role == "test");
        return shown ? m_size.size(one) : 0.0;
    };
    m_tree = render::packageTree(*m_assessment, size, m_scope != 1);
    // A zoom that no longer leads anywhere ends where it still does.
    const QStringList wanted = m_zoom;
    m_zoom.clear();
    const render::TreemapNode* at = &m_tree;
    for (const QString& name : wanted) {
        const auto next = std::find_if(at->children.begin(), at->children.end(), [&](const auto& child) { return child.id < 0 && child.label == name; });
        if (next == at->children.end())
            break;
        at = &*next;
        m_zoom << name;
    }
    setHighlight(m_highlight);
    Q_EMIT zoomChanged();
}

const render::TreemapNode* TreemapView::root() const
{
    const render::TreemapNode* at = &m_tree;
    for (const QString& name : m_zoom) {
        for (const render::TreemapNode& child : at->children) {
            if (child.id < 0 && child.label == name) {
                at = &child;
                break;
            }
        }
    }
    return at;
}

void TreemapView::measure(const render::TreemapNode& node)
{
    if (node.id >= 0 && node.size > 0) {
        ++m_shownModules;
        m_shownLines += module(node.id).lines.code;
    }
    for (const render::TreemapNode& child : node.children)
        measure(child);
}

void TreemapView::layOut()
{
    m_shownModules = m_shownLines = 0;
    m_tiles.clear();
    if (!m_assessment || width() < 20 || height() < 20)
        return;
    const render::TreemapNode* shown = root();
    measure(*shown);
    render::TreemapOptions options;
    m_tiles = render::layoutTreemap(*shown, QRectF(rect()).adjusted(1, 1, -1, -1), options);
    setAccessibleDescription(tr("%1 modules, size by %2, colour by %3; the table twin lists them.").arg(countText(m_shownModules), m_size.name, m_colour.name));
}

render::TreemapCell TreemapView::cell(int id, const Theme& theme) const
{
    const AssessedModule& one = module(id);
    render::TreemapCell cell;
    std::optional<double> known;
    if (m_colour.value)
        known = m_colour.value(one);
    if (m_colour.scale == ColourMetric::Scale::Verdict) {
        const QColor color = one.judged() ? theme.verdict(one.verdict.id).color : theme.line;
        const bool stays = !one.judged() || one.verdict.id == Verdict::KeepPython;
        cell.fill = render::mixed(color, theme.surface, stays ? 0.18 : 0.85);
        cell.ink = stays ? theme.text : theme.surface;
        cell.strong = !stays;
    } else if (known) {
        const auto step = static_cast<std::size_t>(m_colour.step(*known));
        const render::Scale& scale = m_colour.scale == ColourMetric::Scale::Heat ? theme.heat : theme.readiness;
        cell.fill = scale.color[step];
        cell.ink = scale.ink[step];
        cell.strong = step >= 5;
    } else {
        cell.fill = theme.surface;
        cell.ink = theme.text2;
        cell.unknown = one.judged();
    }
    // Cold tiles are told by their colour; a figure on each would be noise.
    const double figure = known ? *known : 0.0;
    if (known && (m_colour.id != QLatin1String("heat") || figure >= 0.5))
        cell.value = m_colour.text(one);
    // All heat of an unprofiled run is estimated: hatching what is all the same would only grey the map.
    cell.estimated = m_colour.id == QLatin1String("heat") && one.heat.source == HeatSource::Estimated && figure >= 0.05
        && std::any_of(m_assessment->modules.begin(), m_assessment->modules.end(), [](const auto& other) { return other.heat.source == HeatSource::Measured; });
    if (one.judged() && movesToRust(one.verdict.id) && m_colour.scale != ColourMetric::Scale::Verdict)
        cell.mark = one.verdict.id;
    cell.dimmed = !m_match.empty() && !m_match[static_cast<std::size_t>(id)];
    return cell;
}

QString TreemapView::groupValue(const render::TreemapTile& group) const
{
    if (m_colour.id != QLatin1String("heat"))
        return {};
    double heat = 0;
    const std::function<void(const render::TreemapNode&)> sum = [&](const render::TreemapNode& node) {
        heat += node.id >= 0 ? module(node.id).heat.interpreted.likely : 0;
        for (const auto& child : node.children)
            sum(child);
    };
    sum(*group.node);
    return heat >= 0.005 ? percent(heat) : QString();
}

QString TreemapView::emptyText() const { return m_assessment && m_tiles.empty() ? tr("There is no file of this kind here; “All” shows every file.") : QString(); }

void TreemapView::paintFigure(QPainter& painter, const Theme& theme)
{
    render::paintTreemap(painter, m_tiles, [&](int id) { return cell(id, theme); }, [&](const auto& group) { return groupValue(group); }, theme);
}

void TreemapView::paintOverlay(QPainter& painter, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const render::TreemapTile& tile : m_tiles) {
        if (tile.id < 0)
            continue;
        if (tile.id == m_hover) {
            painter.setPen(QPen(theme.text2, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(tile.rect.adjusted(0, 0, -1, -1));
        }
        if (!m_selected.isEmpty() && qs(module(tile.id).path) == m_selected) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.surface, 1));
            painter.drawRect(tile.rect.adjusted(2, 2, -3, -3));
            painter.setPen(QPen(theme.accent, 2));
            painter.drawRect(tile.rect.adjusted(1, 1, -1, -1));
        }
    }
    if (hasFocus())
        drawFocusRing(&painter, QRectF(rect()).adjusted(1, 1, -1, -1), theme.radiusTile, theme);
}

const render::TreemapTile* TreemapView::leafAt(const QPointF& where) const
{
    for (const render::TreemapTile& tile : m_tiles) {
        if (tile.id >= 0 && tile.rect.contains(where))
            return &tile;
    }
    return nullptr;
}

QRectF TreemapView::tileOf(const QString& path) const
{
    for (const render::TreemapTile& tile : m_tiles) {
        if (tile.id >= 0 && qs(module(tile.id).path) == path)
            return tile.rect;
    }
    return {};
}

QStringList TreemapView::packages() const
{
    QStringList names;
    for (const render::TreemapNode& child : root()->children) {
        if (child.id < 0)
            names << child.label;
    }
    return names;
}

void TreemapView::zoomTo(const QStringList& packages)
{
    m_zoom = packages;
    refresh();
    Q_EMIT zoomChanged();
}

void TreemapView::zoomOut()
{
    if (!m_zoom.isEmpty())
        zoomTo(m_zoom.mid(0, m_zoom.size() - 1));
}

bool TreemapView::zoomInAt(const QPointF& where)
{
    // The outermost package under the pointer: one level per step.
    for (const render::TreemapNode& child : root()->children) {
        if (child.id >= 0)
            continue;
        for (const render::TreemapTile& tile : m_tiles) {
            if (tile.node == &child && tile.rect.contains(where)) {
                zoomTo(m_zoom + QStringList { child.label });
                return true;
            }
        }
    }
    return false;
}

QString TreemapView::describe(int id) const
{
    const AssessedModule& one = module(id);
    return QStringLiteral("%1: %2, %3").arg(qs(one.name), one.judged() ? verdictName(one.verdict.id) : roleName(one.role), m_colour.text ? m_colour.text(one) : QString());
}

std::vector<FigureMarkText> TreemapView::describeMarks() const
{
    std::vector<FigureMarkText> marks;
    m_marked.clear();
    for (const render::TreemapTile& tile : m_tiles) {
        if (tile.id < 0)
            continue;
        marks.push_back({ describe(tile.id), {}, tile.rect });
        m_marked.push_back(tile.id);
    }
    return marks;
}

int TreemapView::currentMark() const
{
    (void)marks();
    for (std::size_t at = 0; at < m_marked.size(); ++at) {
        if (qs(module(m_marked[at]).path) == m_selected)
            return static_cast<int>(at);
    }
    return -1;
}

void TreemapView::chooseMark(int at)
{
    (void)marks();
    if (at >= 0 && at < static_cast<int>(m_marked.size()))
        Q_EMIT moduleChosen(qs(module(m_marked[static_cast<std::size_t>(at)]).path));
}

bool TreemapView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const render::TreemapTile* tile = leafAt(help->pos());
        if (tile) {
            const AssessedModule& one = module(tile->id);
            QToolTip::showText(help->globalPos(), QStringLiteral("%1\n%2 · %3").arg(qs(one.name), one.judged() ? verdictName(one.verdict.id) : roleName(one.role), m_colour.text(one)), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return FigureView::event(event);
}

void TreemapView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::BackButton) {
        zoomOut();
        return;
    }
    if (const render::TreemapTile* tile = leafAt(event->position()))
        Q_EMIT moduleChosen(qs(module(tile->id).path));
}

void TreemapView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (zoomInAt(event->position()))
        return;
    if (const render::TreemapTile* tile = leafAt(event->position()))
        Q_EMIT moduleOpened(qs(module(tile->id).path));
}

void TreemapView::mouseMoveEvent(QMouseEvent* event)
{
    const render::TreemapTile* tile = leafAt(event->position());
    const int now = tile ? tile->id : -1;
    if (now == m_hover)
        return;
    m_hover = now;
    update();
}

void TreemapView::leaveEvent(QEvent*)
{
    m_hover = -1;
    update();
}

void TreemapView::moveBy(int key)
{
    const QRectF from = tileOf(m_selected);
    const render::TreemapTile* best = nullptr;
    double least = 1e12;
    for (const render::TreemapTile& tile : m_tiles) {
        if (tile.id < 0)
            continue;
        if (from.isNull()) {
            best = best ? best : &tile;
            continue;
        }
        const QPointF d = tile.rect.center() - from.center();
        const bool along = (key == Qt::Key_Right && tile.rect.left() >= from.right() - 1) || (key == Qt::Key_Left && tile.rect.right() <= from.left() + 1)
            || (key == Qt::Key_Down && tile.rect.top() >= from.bottom() - 1) || (key == Qt::Key_Up && tile.rect.bottom() <= from.top() + 1);
        const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
        const double distance = std::abs(sideways ? d.x() : d.y()) + 2.5 * std::abs(sideways ? d.y() : d.x());
        if (along && distance < least) {
            least = distance;
            best = &tile;
        }
    }
    if (best)
        Q_EMIT moduleChosen(qs(module(best->id).path));
}

void TreemapView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() == Qt::NoModifier) {
            moveBy(event->key());
            return;
        }
        break;
    case Qt::Key_Backspace:
        zoomOut();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const QRectF tile = tileOf(m_selected);
        if (!tile.isNull() && !zoomInAt(tile.center()))
            Q_EMIT moduleOpened(m_selected);
        return;
    }
    default:
        break;
    }
    FigureView::keyPressEvent(event);
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/time_split.h"

#include "ui/render/figures/axis.h"
#include "ui/render/figures/contexts.h"
#include "ui/render/format.h"
#include "ui/render/marks.h"
#include "ui/render/words.h"
#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

TimeBar timeOf(const AssessedModule& module)
{
    TimeBar bar;
    bar.label = text(module.name);
    bar.stays = module.heat.interpreted.likely;
    bar.native = module.heat.native.likely;
    bar.waiting = module.heat.waiting.likely;
    return bar;
}

TimeSplit timeByContext(const Assessment& assessment, std::size_t maxBars)
{
    struct Moves {
        std::unordered_set<std::string> units;
        std::unordered_map<std::string, std::vector<QString>> ids; // by path
    } moves;
    for (const Candidate& candidate : assessment.candidates) {
        moves.units.insert(candidate.units.begin(), candidate.units.end());
        for (const std::string& path : candidate.modules)
            moves.ids[path].push_back(text(candidate.id));
    }
    std::unordered_map<std::string, double> fixed; // by path: waiting that a work item removes
    for (const Wave& wave : assessment.waves) {
        for (const WorkItem& item : wave.work) {
            if (item.kind == Verdict::FixInPython && !item.modules.empty())
                fixed[item.modules.front()] += item.gain.likely;
        }
    }
    const GroupNames names(assessment);
    std::map<QString, TimeBar> groups;
    std::map<QString, QStringList> ids;
    TimeSplit split;
    split.estimated = heatSource(assessment) != HeatSource::Measured;
    for (const AssessedModule& module : assessment.modules) {
        if (!module.judged() || module.heat.source == HeatSource::None)
            continue;
        const QString name = names.of(module);
        TimeBar& bar = groups[name];
        bar.label = name;
        const double moving = movingTime(module, moves.units);
        bar.moves += moving;
        bar.stays += module.heat.interpreted.likely - moving;
        bar.native += module.heat.native.likely;
        const auto at = fixed.find(module.path);
        const double fix = at == fixed.end() ? 0 : std::min(at->second, module.heat.waiting.likely);
        bar.waitingFixed += fix;
        bar.waiting += module.heat.waiting.likely - fix;
        bar.strong |= moving > 0 || fix > 0;
        if (const auto id = moves.ids.find(module.path); moving > 0 && id != moves.ids.end()) {
            for (const QString& each : id->second) {
                if (!ids[name].contains(each))
                    ids[name].append(each);
            }
        }
    }
    for (auto& [name, bar] : groups) {
        bar.movesLabel = ids[name].join(u", "_s);
        if (bar.total() > 0)
            split.bars.push_back(bar);
    }
    std::stable_sort(split.bars.begin(), split.bars.end(), [](const TimeBar& a, const TimeBar& b) { return a.total() > b.total(); });
    if (split.bars.size() > maxBars && maxBars > 0) {
        TimeBar rest;
        const std::size_t joined = split.bars.size() - (maxBars - 1);
        for (std::size_t i = maxBars - 1; i < split.bars.size(); ++i) {
            const TimeBar& bar = split.bars[i];
            rest.moves += bar.moves;
            rest.stays += bar.stays;
            rest.native += bar.native;
            rest.waiting += bar.waiting;
            rest.waitingFixed += bar.waitingFixed;
        }
        rest.label = plural(static_cast<long long>(joined), words(QT_TRANSLATE_NOOP("Figures", "other")), words(QT_TRANSLATE_NOOP("Figures", "others")));
        split.bars.resize(maxBars - 1);
        split.bars.push_back(rest);
    }
    return split;
}

namespace {

struct Part {
    double share = 0;
    enum Kind { Moves, Stays, Native, Waiting, Fixed } kind = Moves;
};

void paintPart(QPainter& painter, const QRectF& rect, Part::Kind kind, const Theme& theme)
{
    const double line = theme.u(theme.kind == Theme::Kind::Print ? 0.5 : 1);
    switch (kind) {
    case Part::Moves:
        painter.fillRect(rect, theme.interpretedMoves);
        return;
    case Part::Stays:
        painter.fillRect(rect, theme.interpretedStays);
        return;
    case Part::Native:
        painter.fillRect(rect, theme.native);
        return;
    case Part::Waiting:
    case Part::Fixed: {
        const QColor color = kind == Part::Waiting ? theme.waitingLine : theme.move;
        painter.fillRect(rect, theme.waiting);
        drawHatch(painter, rect, color, theme.u(theme.hatchPitch), line * (kind == Part::Fixed ? 1.6 : 1));
        painter.setPen(QPen(color, line, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2));
        return;
    }
    }
}

} // namespace

void paintTimeBar(QPainter& painter, const QRectF& rect, const TimeBar& bar, double scale, const Theme& theme)
{
    if (!(scale > 0))
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QFont font = theme.font(TextRole::Label, true);
    const Part parts[] = { { bar.moves, Part::Moves }, { bar.stays, Part::Stays }, { bar.native, Part::Native }, { bar.waitingFixed, Part::Fixed },
        { bar.waiting, Part::Waiting } };
    double x = rect.left();
    for (const Part& part : parts) {
        const double width = std::max(0.0, part.share) / scale * rect.width();
        if (width < theme.u(0.2)) {
            x += width;
            continue;
        }
        const QRectF box(x, rect.top(), width, rect.height());
        paintPart(painter, box, part.kind, theme);
        const QString label = part.kind == Part::Moves ? bar.movesLabel : part.kind == Part::Fixed ? bar.fixedLabel : QString();
        const double needed = textWidth(label, font) + theme.lineHeight(TextRole::Label) * 0.5;
        if (!label.isEmpty() && needed < width) {
            if (part.kind == Part::Fixed)
                painter.fillRect(QRectF(box.center().x() - needed / 2, box.top() + theme.u(1), needed, box.height() - theme.u(2)), theme.surface);
            drawText(painter, box, Qt::AlignCenter, label, font, part.kind == Part::Moves ? theme.onAccent : theme.move, Qt::ElideNone);
        }
        x += width;
    }
    painter.restore();
}

double timeSplitHeight(const TimeSplit& split, const Theme& theme, bool legend)
{
    const double line = theme.lineHeight(TextRole::Label);
    return line * (1.85 * static_cast<double>(split.bars.size()) + 1.6 + (legend ? 1.7 : 0));
}

void paintTimeSplit(QPainter& painter, const QRectF& rect, const TimeSplit& split, const Theme& theme, bool legend)
{
    if (split.bars.empty())
        return;
    painter.save();
    const double line = theme.lineHeight(TextRole::Label), row = line * 1.85, height = line * 1.15;
    const QFont plain = theme.font(TextRole::Label), strong = theme.font(TextRole::Label, true);
    double widest = 0, longest = 0;
    for (const TimeBar& bar : split.bars) {
        widest = std::max(widest, textWidth(bar.label, strong));
        longest = std::max(longest, bar.total());
    }
    const double labels = std::min(widest, rect.width() * 0.3) + line * 0.8;
    const Axis axis = niceAxis(longest * 100, 7);
    const QRectF plot(rect.left() + labels, rect.top(), rect.width() - labels - line * 3.2, row * static_cast<double>(split.bars.size()));
    paintBottomAxis(painter, plot, axis, u"%"_s, theme);
    double y = rect.top();
    for (const TimeBar& bar : split.bars) {
        drawText(painter, QRectF(rect.left(), y, labels - line * 0.8, row), Qt::AlignRight | Qt::AlignVCenter, bar.label, bar.strong ? strong : plain,
            theme.text, Qt::ElideMiddle);
        paintTimeBar(painter, QRectF(plot.left(), y + (row - height) / 2, plot.width(), height), bar, axis.to / 100, theme);
        const double end = position(bar.total() * 100, 0, axis.to, plot.left(), plot.right());
        const QString total = number(bar.total() * 100, 1);
        const QRectF box(end + line * 0.35, y + row * 0.15, textWidth(total, strong) + 1, row * 0.7);
        painter.fillRect(box, theme.surface); // over the grid line
        drawText(painter, box, Qt::AlignLeft | Qt::AlignVCenter, total, strong, theme.text, Qt::ElideNone);
        y += row;
    }
    if (legend) {
        const std::pair<Part::Kind, QString> entries[] = { { Part::Moves, words(QT_TRANSLATE_NOOP("Figures", "interpreted, moves")) }, { Part::Stays, words(QT_TRANSLATE_NOOP("Figures", "interpreted, stays")) },
            { Part::Native, words(QT_TRANSLATE_NOOP("Figures", "already native")) }, { Part::Waiting, words(QT_TRANSLATE_NOOP("Figures", "waiting")) }, { Part::Fixed, words(QT_TRANSLATE_NOOP("Figures", "waiting, fixed in Python")) } };
        // Only what occurs, from the left edge of the bars if that is wide enough.
        TimeBar all;
        for (const TimeBar& bar : split.bars) {
            all.moves += bar.moves;
            all.stays += bar.stays;
            all.native += bar.native;
            all.waiting += bar.waiting;
            all.waitingFixed += bar.waitingFixed;
        }
        const double shares[] = { all.moves, all.stays, all.native, all.waiting, all.waitingFixed };
        double needed = 0;
        for (std::size_t i = 0; i < std::size(entries); ++i)
            needed += shares[i] > 0 ? textWidth(entries[i].second, plain) + line * 2.9 : 0;
        double x = needed <= rect.right() - plot.left() ? plot.left() : std::max(rect.left(), rect.right() - needed);
        const double top = plot.bottom() + line * 1.9;
        for (std::size_t i = 0; i < std::size(entries); ++i) {
            if (!(shares[i] > 0))
                continue;
            const QRectF key(x, top + line * 0.15, line * 1.2, line * 0.8);
            const double width = textWidth(entries[i].second, plain);
            paintPart(painter, key, entries[i].first, theme);
            drawText(painter, QRectF(key.right() + line * 0.4, top, width + 1, line * 1.1), Qt::AlignLeft | Qt::AlignVCenter, entries[i].second, plain, theme.text2,
                Qt::ElideNone);
            x = key.right() + line * 0.4 + width + line * 1.3;
        }
    }
    painter.restore();
}

} // namespace ferroscope::render

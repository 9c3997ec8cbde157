// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/dot_matrix.h"

#include "ui/render/figures/contexts.h"
#include "ui/render/format.h"
#include "ui/render/marks.h"
#include "ui/render/words.h"
#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

constexpr std::size_t kMarksPerColumn = 6, kAllMarks = 400;

int rank(Verdict verdict) // what acts comes first
{
    if (movesToRust(verdict))
        return 0;
    if (verdict == Verdict::FixInPython)
        return 1;
    if (isBlocker(verdict))
        return 2;
    return verdict == Verdict::AlreadyNative ? 3 : 4;
}

bool acts(Verdict verdict) { return rank(verdict) < 2; }

using Counts = std::array<std::size_t, kVerdictCount>;

DotGroup groupOf(const QString& label, const Counts& counts, std::size_t perMark)
{
    DotGroup group { label, {} };
    for (int i = 0; i < kVerdictCount; ++i) {
        const std::size_t count = counts[static_cast<std::size_t>(i)];
        const auto verdict = static_cast<Verdict>(i);
        std::size_t marks = acts(verdict) ? (count + perMark - 1) / perMark : (count + perMark / 2) / perMark;
        if (perMark == 1)
            marks = count;
        group.marks.insert(group.marks.end(), marks, verdict);
    }
    if (group.marks.empty()) // a context of a few modules is still there
        group.marks.push_back(Verdict::KeepPython);
    std::stable_sort(group.marks.begin(), group.marks.end(), [](Verdict a, Verdict b) { return rank(a) < rank(b); });
    return group;
}

} // namespace

DotMatrix dotMatrix(const Assessment& assessment, std::size_t maxGroups)
{
    struct Group {
        QString label;
        Counts counts {};
        std::size_t modules = 0, acting = 0;
    };
    std::map<QString, Group> named;
    std::size_t modules = 0;
    const GroupNames names(assessment);
    const PlanVerdicts plan(assessment);
    for (const AssessedModule& module : assessment.modules) {
        if (!module.judged())
            continue;
        const QString name = names.of(module);
        Group& group = named[name];
        group.label = name;
        const Verdict verdict = plan.of(module);
        ++group.counts[static_cast<std::size_t>(verdict)];
        ++group.modules;
        ++modules;
        group.acting += acts(verdict) ? 1 : 0;
    }
    std::vector<Group> groups;
    for (auto& [name, group] : named)
        groups.push_back(std::move(group));
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
        return std::pair(a.acting > 0, a.modules) > std::pair(b.acting > 0, b.modules);
    });
    if (maxGroups > 0 && groups.size() > maxGroups) {
        Group rest;
        rest.label = plural(static_cast<long long>(groups.size() - (maxGroups - 1)), words(QT_TRANSLATE_NOOP("Figures", "other group")), words(QT_TRANSLATE_NOOP("Figures", "other groups")));
        for (std::size_t i = maxGroups - 1; i < groups.size(); ++i) {
            for (std::size_t v = 0; v < rest.counts.size(); ++v)
                rest.counts[v] += groups[i].counts[v];
        }
        groups.resize(maxGroups - 1);
        groups.push_back(rest);
    }
    DotMatrix matrix;
    // The smallest round number that keeps the marks countable.
    for (const int perMark : { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 }) {
        matrix.modulesPerMark = perMark;
        if (modules <= kAllMarks * static_cast<std::size_t>(perMark))
            break;
    }
    for (const Group& group : groups)
        matrix.groups.push_back(groupOf(group.label, group.counts, static_cast<std::size_t>(matrix.modulesPerMark)));
    return matrix;
}

namespace {

struct Placed {
    std::vector<QRectF> groups; // left edge and first mark row: x, y, width
    double height = 0;
};

Placed place(const DotMatrix& matrix, double width, double pitch, double label, const QFont& font)
{
    Placed placed;
    double x = 0, y = 0;
    const double lineHeight = label + pitch * (kMarksPerColumn + 0.9);
    std::size_t tallest = 0;
    for (const DotGroup& group : matrix.groups) {
        const std::size_t columns = (group.marks.size() + kMarksPerColumn - 1) / kMarksPerColumn;
        tallest = std::max(tallest, std::min(group.marks.size(), kMarksPerColumn));
        const double needed = std::max(pitch * static_cast<double>(columns), std::min(textWidth(group.label, font), pitch * 6));
        if (x > 0 && x + needed > width) {
            x = 0;
            y += lineHeight;
        }
        placed.groups.push_back(QRectF(x, y, needed, label));
        x += needed + pitch * 1.4;
    }
    const bool oneLine = y == 0;
    placed.height = y + label + pitch * static_cast<double>(oneLine ? tallest : kMarksPerColumn);
    return placed;
}

} // namespace

double paintDotMatrix(QPainter& painter, const QRectF& rect, const DotMatrix& matrix, const Theme& theme)
{
    painter.save();
    const QFont font = theme.font(TextRole::Label);
    const double line = theme.lineHeight(TextRole::Label), label = line * 1.6;
    std::size_t marks = 0;
    for (const DotGroup& group : matrix.groups)
        marks += group.marks.size();
    double pitch = line * (marks <= 60 ? 2.2 : 1.64); // few marks may be larger
    Placed placed = place(matrix, rect.width(), pitch, label, font);
    while (placed.height > rect.height() && pitch > line * 0.5) { // smaller marks until all are on the page
        pitch *= 0.94;
        placed = place(matrix, rect.width(), pitch, label, font);
    }
    for (std::size_t i = 0; i < matrix.groups.size(); ++i) {
        const DotGroup& group = matrix.groups[i];
        const QRectF at = placed.groups[i].translated(rect.topLeft());
        drawText(painter, QRectF(at.left(), at.top(), at.width() + pitch, line), Qt::AlignLeft, group.label, font, theme.text3, Qt::ElideMiddle);
        for (std::size_t m = 0; m < group.marks.size(); ++m) {
            const double x = at.left() + pitch * static_cast<double>(m / kMarksPerColumn);
            const double y = at.top() + label + pitch * static_cast<double>(m % kMarksPerColumn);
            const double side = pitch * (acts(group.marks[m]) ? 0.72 : 0.66);
            const QRectF cell(x, y, pitch * 0.72, pitch * 0.72);
            drawVerdict(painter, QRectF(cell.left(), cell.center().y() - side / 2, side, side), group.marks[m], theme);
        }
    }
    painter.restore();
    return placed.height;
}

} // namespace ferroscope::render

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Packages: what about our dependencies? Grouped by what they mean for a move.
#include "ui/render/pdf/report.h"
#include "ui/render/pdf/table.h"
#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

struct Group {
    const char* status;
    QString title;
    bool blocks; // a candidate that imports it
};

const std::vector<Group>& groups()
{
    static const std::vector<Group> all {
        { "native-inside", u"Native code inside already; a move would gain nothing"_s, false },
        { "rust-inside", u"Rust inside already"_s, false },
        { "rust-equivalent", u"A Rust counterpart exists"_s, false },
        { "portable", u"Plain Python that could move along"_s, false },
        { "keep-python", u"Framework; keeps its modules in Python"_s, true },
        { "none", u"No counterpart"_s, true },
        { "unknown", u"Not known to this version"_s, true },
    };
    return all;
}

// Candidates whose modules import the package.
QStringList touched(const Assessment& a, const PackageReadiness& package)
{
    QStringList ids;
    for (const Candidate& candidate : a.candidates) {
        const bool touches = std::any_of(package.modules.begin(), package.modules.end(),
            [&](const std::string& path) { return std::binary_search(candidate.modules.begin(), candidate.modules.end(), path); });
        if (touches)
            ids << text(candidate.id);
    }
    return ids;
}

TableRow packageRow(const Report& report, const PackageReadiness& package, std::size_t most)
{
    const Theme& theme = report.flow.theme();
    const QStringList ids = touched(report.a, package);
    RichText crates;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, package.crates.size()); ++i) {
        crates.add(i == 0 ? QString() : u", "_s).code(text(package.crates[i].first));
        if (!package.crates[i].second.empty())
            crates.grey(u" ("_s + text(package.crates[i].second) + u')');
    }
    if (crates.isEmpty())
        crates.add(u"–"_s);
    const double share = most > 0 ? static_cast<double>(package.modules.size()) / static_cast<double>(most) : 0;
    const QColor color = ids.isEmpty() ? theme.grey[2] : theme.move;
    TableRow row;
    TableCell name(RichText().code(text(package.name))), note(package.note.empty() ? RichText(u"–"_s) : report.sentence(package.note)), counterpart(crates);
    name.maxLines = 2;
    note.maxLines = counterpart.maxLines = 3;
    TableCell requirement(package.requirement.empty() ? RichText(u"–"_s) : RichText(text(package.requirement)));
    requirement.maxLines = 2;
    row.cells = { name, requirement, number(static_cast<double>(package.modules.size())),
        TableCell::drawn([share, color](QPainter& painter, const QRectF& rect) {
            painter.fillRect(QRectF(rect.left(), rect.center().y() - pt(2.4), std::max(pt(0.7), rect.width() * share), pt(4.8)), color);
        }),
        counterpart, note, RichText().bold(ids.join(u", "_s)) };
    return row;
}

} // namespace

void packagesSection(Report& report)
{
    Flow& flow = report.flow;
    const std::vector<PackageReadiness>& packages = report.a.dependencies;
    std::size_t inTheWay = 0, used = 0, most = 0;
    QStringList blocking;
    for (const PackageReadiness& package : packages) {
        most = std::max(most, package.modules.size());
        const bool touches = !touched(report.a, package).isEmpty();
        used += touches ? 1 : 0;
        const auto group = std::find_if(groups().begin(), groups().end(), [&](const Group& g) { return package.status == g.status; });
        if (touches && (group == groups().end() || group->blocks)) {
            ++inTheWay;
            blocking << text(package.name);
        }
    }
    QString headline = u"No third-party package stands in the way of the plan"_s;
    if (packages.empty())
        headline = u"The repository names no third-party package"_s;
    else if (report.a.candidates.empty())
        headline = u"Packages are not what decides here: "_s + inWords(packages.size()) + u" were looked at"_s;
    else if (inTheWay > 0)
        headline = capital(inWords(inTheWay)) + (inTheWay == 1 ? u" package stands"_s : u" packages stand"_s) + u" in the way of the plan: "_s
            + listed(blocking.mid(0, 3)) + (blocking.size() > 3 ? u" …"_s : QString());
    report.section(u"Package readiness"_s, headline, u"packages"_s);
    if (packages.empty()) {
        flow.paragraph(u"Neither the packaging metadata nor the import statements name a package from outside the repository and the standard library."_s);
        return;
    }
    RichText lead(u"The candidates touch "_s);
    lead.add(inWords(used) + u" of the "_s + plural(static_cast<long long>(packages.size()), u"direct dependency"_s, u"direct dependencies"_s) + u". "_s);
    lead.add(u"A package that has native code inside takes its time there and gains nothing; a framework keeps the modules that use it in Python."_s);
    if (report.a.candidates.empty())
        lead = RichText(u"For completeness: what each direct dependency would mean if something moved one day."_s);
    flow.lead(lead);
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"Direct dependencies."_s).add(u" Modules: how many import it. Touches: candidates that import it. Knowledge as of "_s + isoDateInWords(text(report.a.knowledgeDate)) + u"."_s);
    table.padding = 0.72;
    table.columns = { { u"Package"_s, 32 }, { u"Requirement"_s, 22 }, { u"Modules"_s, 14, true }, { {}, 20 }, { u"Rust counterpart"_s, 32 }, { u"What it means here"_s, 0 }, { u"Touches"_s, 13 } };
    std::set<const PackageReadiness*> placed;
    const auto add = [&](const QString& title, const auto& belongs) {
        std::vector<const PackageReadiness*> members;
        for (const PackageReadiness& package : packages) {
            if (!placed.contains(&package) && belongs(package)) {
                members.push_back(&package);
                placed.insert(&package);
            }
        }
        if (members.empty())
            return;
        std::stable_sort(members.begin(), members.end(), [](const auto* x, const auto* y) { return x->modules.size() > y->modules.size(); });
        TableRow group;
        group.kind = TableRow::Kind::Group;
        group.cells = { title + u" ("_s + number(static_cast<double>(members.size())) + u')' };
        table.rows.push_back(group);
        for (const PackageReadiness* package : members)
            table.rows.push_back(packageRow(report, *package, most));
    };
    for (const Group& group : groups())
        add(group.title, [&](const PackageReadiness& package) { return package.status == group.status; });
    add(u"Other"_s, [](const PackageReadiness&) { return true; });
    // Above the table: below it, it might stand alone on a page.
    flow.columns({ { {}, { RichText().bold(u"Not checked: "_s).add(u"licences, known vulnerabilities and indirect dependencies. They do not bear on the decision; they belong to another audit."_s) }, mm(80), true } });
    placeTable(flow, table);
}

} // namespace ferroscope::render

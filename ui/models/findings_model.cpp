// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findings_model.h"

#include "ui/models/text.h"

namespace ferroscope::ui {

namespace {

QString flagsText(const std::vector<std::string>& flags)
{
    QStringList words;
    for (const std::string& flag : flags) {
        if (flag == "tc")
            words << LinksModel::tr("for type checking only");
        else if (flag == "lazy")
            words << LinksModel::tr("inside a function");
        else if (flag == "cond")
            words << LinksModel::tr("conditional");
        else if (flag == "star")
            words << LinksModel::tr("everything (*)");
        else if (flag == "dyn")
            words << LinksModel::tr("dynamic");
        else
            words << qs(flag);
    }
    return words.join(QLatin1String(", "));
}

} // namespace

FindingsModel::FindingsModel(QObject* parent)
    : TableModel(parent)
{
    m_columns.push_back({ tr("Line"), tr("Line of the file"), ColumnKind::Number, 52, true,
        [this](int row) { return finding(row).line == 0 ? QString() : countText(finding(row).line); },
        [this](int row) { return std::optional<double>(finding(row).line); }, {} });
    m_columns.push_back({ tr("Finding"), tr("What was observed"), ColumnKind::Text, 320, true,
        [this](int row) { return qs(finding(row).message); }, {}, {}, true });
    m_columns.push_back({ tr("Effect"), tr("What it does to the score"), ColumnKind::Text, 120, true,
        [this](int row) { return qs(finding(row).effect).replace(QLatin1String(" -"), QStringLiteral(" −")); }, {}, {} });
    m_columns.push_back({ tr("Function"), tr("Where it is"), ColumnKind::Mono, 150, true,
        [this](int row) { return qs(finding(row).function); }, {}, {} });
    m_columns.push_back({ tr("Rule"), tr("Id of the rule that found it"), ColumnKind::Mono, 80, true,
        [this](int row) { return qs(finding(row).rule); }, {}, {} });
}

void FindingsModel::setModule(const QString& path)
{
    m_path = path;
    refill();
}

int FindingsModel::rebuild()
{
    m_found = m_assessment->findingsOf(bytes(m_path));
    return static_cast<int>(m_found.size());
}

QVariant FindingsModel::rowData(int row, int role) const
{
    if (role == PathRole)
        return qs(finding(row).path);
    if (role == LineRole)
        return static_cast<int>(finding(row).line);
    if (role == HelpRole)
        return qs(finding(row).rule);
    return {};
}

LimitsModel::LimitsModel(QObject* parent)
    : TableModel(parent)
{
    m_columns.push_back({ tr("File"), tr("Relative to the analysed folder"), ColumnKind::Mono, 300, true,
        [this](int row) {
            const auto at = static_cast<std::size_t>(row);
            return qs(at < skipped() ? m_assessment->coverage.skipped[at].path : m_assessment->coverage.problems[at - skipped()].path);
        }, {}, {} });
    m_columns.push_back({ tr("Line"), tr("Where the problem is"), ColumnKind::Number, 60, true,
        [this](int row) {
            const int line = rowData(row, LineRole).toInt();
            return line > 0 ? countText(static_cast<std::size_t>(line)) : QString();
        },
        [this](int row) { return std::optional<double>(rowData(row, LineRole).toInt()); }, {} });
    m_columns.push_back({ tr("What happened"), tr("Why it was skipped, or what could not be read"), ColumnKind::Text, 420, true,
        [this](int row) {
            const auto at = static_cast<std::size_t>(row);
            return at < skipped() ? tr("Skipped: %1").arg(qs(m_assessment->coverage.skipped[at].reason))
                                  : tr("Read in part: %1").arg(qs(m_assessment->coverage.problems[at - skipped()].detail));
        }, {}, {} });
}

int LimitsModel::rebuild() { return static_cast<int>(skipped() + m_assessment->coverage.problems.size()); }

QVariant LimitsModel::rowData(int row, int role) const
{
    const auto at = static_cast<std::size_t>(row);
    if (role == PathRole)
        return at < skipped() ? QString() : qs(m_assessment->coverage.problems[at - skipped()].path);
    if (role == LineRole)
        return at < skipped() ? 0 : static_cast<int>(m_assessment->coverage.problems[at - skipped()].line);
    return {};
}

LinksModel::LinksModel(Direction direction, QObject* parent)
    : TableModel(parent)
    , m_direction(direction)
{
    m_columns.push_back({ direction == Direction::Imports ? tr("Imports") : tr("Imported by"), tr("Dotted name of the module"), ColumnKind::Mono, 240, true,
        [this](int row) {
            const AssessedModule* other = m_assessment->find(bytes(rowData(row, PathRole).toString()));
            return other ? qs(other->name) : rowData(row, PathRole).toString();
        }, {},
        [this](int row, int role) {
            const AssessedModule* other = m_assessment->find(bytes(rowData(row, PathRole).toString()));
            return role == VerdictRole && other && other->judged() ? QVariant(static_cast<int>(other->verdict.id)) : QVariant();
        } });
    m_columns.push_back({ tr("Line"), tr("Line of the import"), ColumnKind::Number, 56, true,
        [this](int row) { return countText(m_links[static_cast<std::size_t>(row)]->line); },
        [this](int row) { return std::optional<double>(m_links[static_cast<std::size_t>(row)]->line); }, {} });
    m_columns.push_back({ tr("How"), tr("What is special about the import"), ColumnKind::Text, 160, true,
        [this](int row) { return flagsText(m_links[static_cast<std::size_t>(row)]->flags); }, {}, {} });
}

void LinksModel::setModule(const QString& path)
{
    m_path = path;
    refill();
}

int LinksModel::rebuild()
{
    m_links.clear();
    const std::string path = bytes(m_path);
    for (const ImportLink& link : m_assessment->imports) {
        if ((m_direction == Direction::Imports ? link.from : link.to) == path)
            m_links.push_back(&link);
    }
    return static_cast<int>(m_links.size());
}

QVariant LinksModel::rowData(int row, int role) const
{
    const ImportLink& link = *m_links[static_cast<std::size_t>(row)];
    if (role == PathRole)
        return qs(m_direction == Direction::Imports ? link.to : link.from);
    // The statement stands in the importing file; only there does a line lead anywhere.
    if (role == LineRole)
        return m_direction == Direction::Imports ? static_cast<int>(link.line) : 0;
    return {};
}

} // namespace ferroscope::ui

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_topics.h"

#include "core/assessment/assessment.h"
#include "core/rules/rule.h"
#include "ui/models/text.h"

#include <QCoreApplication>
#include <QTextDocumentFragment>
#include <algorithm>

namespace ferroscope::ui {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QString escaped(std::string_view text) { return qs(text).toHtmlEscaped(); }
QString paragraph(const QString& html) { return html.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(html); }
QString link(const QString& id, const QString& text) { return QStringLiteral("<a href=\"%1\">%2</a>").arg(id, text.toHtmlEscaped()); }

QString section(const QString& title, const QString& html)
{
    return html.isEmpty() ? QString() : QStringLiteral("<h3>%1</h3>%2").arg(title.toHtmlEscaped(), html);
}

// Advice is prose or code; code has lines.
QString codeOrProse(std::string_view text)
{
    return text.find('\n') == std::string_view::npos ? paragraph(escaped(text)) : QStringLiteral("<pre>%1</pre>").arg(escaped(text));
}

QString effectOf(const rules::RuleInfo& rule, bool linked)
{
    const auto verdict = [&](Verdict id) {
        const QString name = verdictName(id);
        return Help::tr("Rule, veto: %1").arg(linked ? link(qs(verdictId(id)), name) : name);
    };
    switch (rule.veto) {
    case rules::Veto::KeepPython: return verdict(Verdict::KeepPython);
    case rules::Veto::AlreadyNative: return verdict(Verdict::AlreadyNative);
    case rules::Veto::FixInPython: return verdict(Verdict::FixInPython);
    case rules::Veto::None: break;
    }
    const auto id = static_cast<CriterionId>(rule.criterion);
    const QString name = linked ? link(qs(criterionId(id)), criterionName(id)) : criterionName(id);
    return (rule.sign > 0 ? Help::tr("Rule, raises %1") : Help::tr("Rule, lowers %1")).arg(name);
}

HelpTopic ruleTopic(const rules::RuleInfo& rule)
{
    const QString body = paragraph(escaped(rule.whatItSees)) + paragraph(escaped(rule.whyItMatters))
        + section(Help::tr("Example"), rule.example.empty() ? QString() : QStringLiteral("<pre>%1</pre>").arg(escaped(rule.example)))
        + section(Help::tr("Instead"), rule.instead.empty() ? QString() : codeOrProse(rule.instead))
        + section(Help::tr("Reference"), paragraph(escaped(rule.reference)));
    return { HelpTopic::Kind::Rule, qs(rule.id), qs(rule.id) + QLatin1Char(' ') + qs(rule.title), effectOf(rule, true), body };
}

HelpTopic criterionTopic(CriterionId id)
{
    QString acting;
    for (const rules::Rule& rule : rules::registry()) {
        if (rule.info.veto == rules::Veto::None && static_cast<CriterionId>(rule.info.criterion) == id)
            acting += QStringLiteral("<li>%1 %2 %3</li>").arg(link(qs(rule.info.id), qs(rule.info.id)), rule.info.sign > 0 ? QStringLiteral("↑") : QStringLiteral("↓"), escaped(rule.info.title));
    }
    const bool value = static_cast<int>(id) < kValueCriterionCount;
    return { HelpTopic::Kind::Criterion, qs(criterionId(id)), criterionName(id),
        value ? Help::tr("Criterion of %1").arg(link(QStringLiteral("word:value"), Help::tr("value"))) : Help::tr("Criterion of %1").arg(link(QStringLiteral("word:ease"), Help::tr("ease"))),
        paragraph(criterionAsks(id).toHtmlEscaped()) + paragraph(Help::tr("Answered 0 to 100 with a range, or unknown; an unknown answer widens the range. More evidence for it never lowers the answer.").toHtmlEscaped())
            + section(Help::tr("Rules that act on it"), acting.isEmpty() ? paragraph(Help::tr("None; it is counted directly.").toHtmlEscaped()) : QStringLiteral("<ul>%1</ul>").arg(acting)) };
}

HelpTopic verdictTopic(Verdict id)
{
    QString vetoes;
    for (const rules::Rule& rule : rules::registry()) {
        const bool fits = (rule.info.veto == rules::Veto::KeepPython && id == Verdict::KeepPython) || (rule.info.veto == rules::Veto::AlreadyNative && id == Verdict::AlreadyNative)
            || (rule.info.veto == rules::Veto::FixInPython && id == Verdict::FixInPython);
        if (fits)
            vetoes += QStringLiteral("<li>%1 %2</li>").arg(link(qs(rule.info.id), qs(rule.info.id)), escaped(rule.info.title));
    }
    return { HelpTopic::Kind::Verdict, qs(verdictId(id)), verdictName(id), Help::tr("Verdict"),
        paragraph(verdictMeaning(id).toHtmlEscaped()) + section(Help::tr("Rules that lead to it"), vetoes.isEmpty() ? QString() : QStringLiteral("<ul>%1</ul>").arg(vetoes)) };
}

QString pageQuestion(const QString& id)
{
    struct Row {
        const char* id;
        QString text;
    };
    for (const Row& row : { Row { "overview", Help::tr("Should we, and where? The answer in one sentence, every judged module by value and ease, and the short list: never more than five places. What could not be analysed is said here too.") },
             Row { "map", Help::tr("Where is it? Every file is a tile; size and colour are yours to choose. Enter zooms into the package of the chosen tile, Backspace out again; typed text highlights.") },
             Row { "modules", Help::tr("Which modules? The table of all of them. Each column filters: a part of a name, a.b.*, “≥ 5”, “5–10”, “unknown”. Enter opens a module.") },
             Row { "module", Help::tr("Why this score? Nine criteria add up to value and ease, and readiness is their geometric mean. Below: the findings with their lines, the source, what it imports and who imports it, and what would change the answer.") },
             Row { "heat", Help::tr("Where does the time go? Measured figures stand above estimated ones. A profile dropped here replaces the estimate wherever it has been.") },
             Row { "contexts", Help::tr("What belongs together? Modules by context, their dependencies, cycles and the cheapest cuts. Arrow keys follow the edges, Enter opens a context.") },
             Row { "boundary", Help::tr("What would the cut cost? Every call over the boundary with its price. Tick units in or out and watch gain minus cost.") },
             Row { "packages", Help::tr("What about the libraries? Which have a counterpart in Rust, which are native already, which block, with the date the knowledge was checked.") },
             Row { "roadmap", Help::tr("In what order? Waves that respect dependencies, with effort and gain as ranges and the gain so far below.") },
             Row { "report", Help::tr("What do I hand on? Choose the sections and whose name is on it; the preview shows the pages as they print.") } }) {
        if (id == QLatin1String(row.id))
            return row.text;
    }
    return {};
}

std::vector<HelpTopic> words()
{
    std::vector<HelpTopic> topics;
    const auto word = [&](const char* id, const QString& title, const QString& text) {
        topics.push_back({ HelpTopic::Kind::Word, QStringLiteral("word:") + QLatin1String(id), title, Help::tr("Word"), paragraph(text.toHtmlEscaped()) });
    };
    word("value", Help::tr("Value"), Help::tr("What a move would gain, 0 to 100: from three criteria."));
    word("ease", Help::tr("Ease"), Help::tr("How easily it could move, 0 to 100: from six criteria."));
    word("readiness", Help::tr("Readiness"), Help::tr("Value and ease combined as their geometric mean: a move needs both."));
    word("heat", Help::tr("Heat"), Help::tr("Share of the run's time that interpreted Python takes here. ● measured by a profile, ≈ estimated from loops, calls and what each operation costs, ? unknown."));
    word("unit", Help::tr("Unit"), Help::tr("The smallest thing that can move: a function, or a class with all its methods."));
    word("context", Help::tr("Context"), Help::tr("A group of modules that belong together."));
    word("boundary", Help::tr("Boundary"), Help::tr("The cut between what moves to Rust and what stays. A crossing is a call over it, with the data it converts."));
    word("candidate", Help::tr("Candidate"), Help::tr("A set of units proposed to move together."));
    word("wave", Help::tr("Wave"), Help::tr("A step of the roadmap; waves follow each other, what is inside one can be done side by side."));
    word("range", Help::tr("Range"), Help::tr("Every figure has a worst and a best case. A wide range means that something is not known; the Overview says what would make it narrower."));
    word("churn", Help::tr("Churn"), Help::tr("How often a file changes, counted in commits. It is no heat."));
    return topics;
}

QString plainText(const QString& html) { return QTextDocumentFragment::fromHtml(html).toPlainText(); }

} // namespace

QString helpKindName(HelpTopic::Kind kind)
{
    switch (kind) {
    case HelpTopic::Kind::Page: return Help::tr("Pages");
    case HelpTopic::Kind::Word: return Help::tr("Words");
    case HelpTopic::Kind::Criterion: return Help::tr("Criteria");
    case HelpTopic::Kind::Verdict: return Help::tr("Verdicts");
    case HelpTopic::Kind::Rule: return Help::tr("Rules");
    }
    return {};
}

HelpTopics::HelpTopics(const std::vector<HelpPage>& pages)
{
    for (const HelpPage& page : pages) {
        const QString about = page.key.isEmpty() ? Help::tr("Page") : Help::tr("Page, %1").arg(page.key);
        m_topics.push_back({ HelpTopic::Kind::Page, QStringLiteral("page:") + page.id, page.title, about, paragraph(pageQuestion(page.id).toHtmlEscaped()) });
    }
    std::ranges::move(words(), std::back_inserter(m_topics));
    for (int at = 0; at < kCriterionCount; ++at)
        m_topics.push_back(criterionTopic(static_cast<CriterionId>(at)));
    for (int at = 0; at < kVerdictCount; ++at)
        m_topics.push_back(verdictTopic(static_cast<Verdict>(at)));
    for (const rules::Rule& rule : rules::registry())
        m_topics.push_back(ruleTopic(rule.info));
    for (const HelpTopic& topic : m_topics)
        m_plain.push_back(topic.title + QLatin1Char('\n') + topic.id + QLatin1Char('\n') + plainText(topic.about + topic.body));
}

const HelpTopic* HelpTopics::find(const QString& id) const
{
    const auto at = std::ranges::find(m_topics, id, &HelpTopic::id);
    return at == m_topics.end() ? nullptr : &*at;
}

std::vector<const HelpTopic*> HelpTopics::search(const QString& text) const
{
    const QStringList wanted = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<const HelpTopic*> inTitle, inText;
    for (std::size_t at = 0; at < m_topics.size(); ++at) {
        const auto within = [&](const QString& where) { return [&where](const QString& one) { return where.contains(one, Qt::CaseInsensitive); }; };
        if (!std::ranges::all_of(wanted, within(m_plain[at])))
            continue;
        (std::ranges::any_of(wanted, within(m_topics[at].title)) ? inTitle : inText).push_back(&m_topics[at]);
    }
    inTitle.insert(inTitle.end(), inText.begin(), inText.end());
    return inTitle;
}

} // namespace ferroscope::ui

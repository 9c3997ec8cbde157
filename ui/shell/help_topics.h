// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// HelpTopics: what the help panel can explain: every rule and every criterion with its own documentation (the one
// `ferroscope-cli rules` prints), the verdicts, the pages with their keys, and the words. Built once, when help is
// first asked for; immutable. What rules and criteria say of themselves is in English, as in the command line.
#pragma once

#include <QString>
#include <vector>

namespace ferroscope::ui {

struct HelpPage { // a page of the window, for its topic "page:<id>"
    QString id, title, key;
};

struct HelpTopic {
    enum class Kind { Page, Word, Criterion, Verdict, Rule };
    Kind kind = Kind::Page;
    QString id; // "page:map", "word:boundary", "cpu-bound", "keep-python", "CPU001"
    QString title; // "CPU001 String built by += in a loop"
    QString about; // one line under the title: "Rule, raises CPU-bound"
    QString body; // HTML without colours; links are ids
};

class HelpTopics {
public:
    explicit HelpTopics(const std::vector<HelpPage>& pages);
    const std::vector<HelpTopic>& all() const { return m_topics; }
    const HelpTopic* find(const QString& id) const; // null if there is none
    // Topics with all the words in title or text; those with a word in the title first. Everything for an empty text.
    std::vector<const HelpTopic*> search(const QString& text) const;

private:
    std::vector<HelpTopic> m_topics; // pages, words, criteria, verdicts, rules
    std::vector<QString> m_plain; // text of each, to search in
};

QString helpKindName(HelpTopic::Kind kind); // "Rules"

} // namespace ferroscope::ui

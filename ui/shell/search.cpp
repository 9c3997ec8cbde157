// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/search.h"

#include <algorithm>

namespace ferroscope::ui {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool equalFolded(const char* text, std::string_view wanted)
{
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        if (lower(text[at]) != wanted[at])
            return false;
    }
    return true;
}

bool beginsFolded(std::string_view text, std::string_view wanted) { return text.size() >= wanted.size() && equalFolded(text.data(), wanted); }

// The last part of a qualified name is what one types.
std::string_view lastPart(std::string_view name) { return name.substr(name.rfind('.') + 1); }

class Collector {
public:
    explicit Collector(std::size_t most) : m_most(most) { }
    void add(const SearchHit& hit, bool begins)
    {
        ++m_found;
        std::vector<SearchHit>& into = begins ? m_begin : m_other;
        if (into.size() < m_most)
            into.push_back(hit);
    }
    SearchHits take()
    {
        m_begin.insert(m_begin.end(), m_other.begin(), m_other.end());
        m_begin.resize(std::min(m_begin.size(), m_most));
        return { m_found, std::move(m_begin) };
    }

private:
    std::size_t m_most, m_found = 0;
    std::vector<SearchHit> m_begin, m_other;
};

} // namespace

std::string folded(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

bool holdsFolded(std::string_view text, std::string_view wanted)
{
    if (wanted.empty())
        return true;
    const char first = wanted.front();
    for (std::size_t at = 0; at + wanted.size() <= text.size(); ++at) {
        if (lower(text[at]) == first && equalFolded(text.data() + at, wanted))
            return true;
    }
    return false;
}

SearchHits searchFunctions(const Assessment& assessment, std::string_view wanted, std::size_t most)
{
    Collector hits(most);
    for (std::size_t module = 0; module < assessment.modules.size(); ++module) {
        const auto& functions = assessment.modules[module].functions;
        for (std::size_t at = 0; at < functions.size(); ++at) {
            if (holdsFolded(functions[at].name, wanted))
                hits.add({ module, at }, beginsFolded(lastPart(functions[at].name), wanted));
        }
    }
    return hits.take();
}

SearchHits searchFindings(const Assessment& assessment, std::string_view wanted, std::size_t most)
{
    Collector hits(most);
    const std::vector<Finding>& findings = assessment.findings;
    for (std::size_t at = 0; at < findings.size(); ++at) {
        const Finding& one = findings[at];
        if (holdsFolded(one.message, wanted) || holdsFolded(one.rule, wanted) || holdsFolded(one.function, wanted))
            hits.add({ 0, at }, beginsFolded(one.rule, wanted));
    }
    return hits.take();
}

SearchHits searchPackages(const Assessment& assessment, std::string_view wanted, std::size_t most)
{
    Collector hits(most);
    const std::vector<PackageReadiness>& packages = assessment.dependencies;
    for (std::size_t at = 0; at < packages.size(); ++at) {
        if (holdsFolded(packages[at].name, wanted))
            hits.add({ 0, at }, beginsFolded(packages[at].name, wanted));
    }
    return hits.take();
}

} // namespace ferroscope::ui

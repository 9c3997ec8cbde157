// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/notebook.h"

#include "core/base/text.h"
#include "core/source/ipython.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace ferroscope::source {

namespace {

using Json = nlohmann::json;

struct RawCell {
    std::string type, language, source;
};

// Keeps nothing but what code cells say; the path from the top decides what a value is. Objects may name their
// members in any order, so a cell is judged when it ends.
class NotebookHandler final : public nlohmann::json_sax<Json> {
public:
    std::vector<RawCell> cells; // in order, text cells included
    std::string language, kernelLanguage; // metadata.language_info.name, metadata.kernelspec.language
    std::string problem;
    bool hasCells = false, isObject = false;

    bool null() override { return scalar(); }
    bool boolean(bool) override { return scalar(); }
    bool number_integer(number_integer_t) override { return scalar(); }
    bool number_unsigned(number_unsigned_t) override { return scalar(); }
    bool number_float(number_float_t, const string_t&) override { return scalar(); }
    bool binary(binary_t&) override { return scalar(); }
    bool string(string_t& value) override
    {
        take(value);
        return scalar();
    }
    bool key(string_t& name) override
    {
        if (m_depth <= kTracked)
            m_path[m_depth - 1] = name;
        return true;
    }
    bool start_object(std::size_t) override
    {
        isObject = isObject || m_depth == 0;
        enter("{");
        if (isCellAt(m_depth)) {
            m_cell = {};
            m_cellDepth = m_depth;
        }
        return true;
    }
    bool end_object() override
    {
        if (m_depth == m_cellDepth) {
            cells.push_back(std::move(m_cell));
            m_cellDepth = 0;
        }
        --m_depth;
        return true;
    }
    bool start_array(std::size_t) override
    {
        enter("[");
        hasCells = hasCells || (m_depth == 2 && (m_path[0] == "cells" || m_path[0] == "worksheets"));
        return true;
    }
    bool end_array() override
    {
        --m_depth;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override
    {
        problem = "not valid JSON at byte " + withThousands(static_cast<long long>(position));
        return false;
    }

private:
    static constexpr std::size_t kTracked = 8; // levels whose keys matter

    void enter(const char* what)
    {
        if (m_depth < kTracked)
            m_path[m_depth] = what;
        ++m_depth;
    }
    bool scalar() { return true; }

    // cells[] of nbformat 4: {"cells": [ { ; worksheets[].cells[] of nbformat 3: {"worksheets": [ {"cells": [ {
    bool isCellAt(std::size_t depth) const
    {
        return (depth == 3 && m_path[0] == "cells" && m_path[1] == "[")
            || (depth == 5 && m_path[0] == "worksheets" && m_path[1] == "[" && m_path[2] == "cells" && m_path[3] == "[");
    }

    void take(std::string& value)
    {
        if (m_cellDepth != 0 && m_depth >= m_cellDepth && m_depth <= m_cellDepth + 1) {
            const std::string& member = m_path[m_cellDepth - 1];
            const bool isDirect = m_depth == m_cellDepth;
            if (isDirect && member == "cell_type")
                m_cell.type = std::move(value);
            else if (isDirect && member == "language")
                m_cell.language = std::move(value);
            else if ((member == "source" || member == "input") && (isDirect || m_path[m_depth - 1] == "["))
                m_cell.source += value;
        } else if (m_depth == 3 && m_path[0] == "metadata" && m_path[1] == "language_info" && m_path[2] == "name") {
            language = std::move(value);
        } else if (m_depth == 3 && m_path[0] == "metadata" && m_path[1] == "kernelspec" && m_path[2] == "language") {
            kernelLanguage = std::move(value);
        }
    }

    std::size_t m_depth = 0, m_cellDepth = 0;
    std::string m_path[kTracked]; // per level: the key in an object, "[" in a list
    RawCell m_cell;
};

// "python", "python3", "ipython"; no language said is Python, as Jupyter's first kernel was.
bool isPython(const std::string& language)
{
    const std::string name = lowerAscii(language);
    return name.empty() || startsWith(name, "python") || startsWith(name, "ipython") || name == "sage" || name == "xeus-python";
}

} // namespace

Notebook readNotebook(std::string_view json)
{
    Notebook made;
    if (startsWith(json, "\xEF\xBB\xBF"))
        json.remove_prefix(3);
    NotebookHandler handler;
    Json::sax_parse(json, &handler);
    const std::string language = handler.language.empty() ? handler.kernelLanguage : handler.language;
    if (!handler.problem.empty())
        made.problem = handler.problem;
    else if (!handler.isObject || !handler.hasCells)
        made.problem = "no notebook: it has no list of cells";
    else if (!isPython(language))
        made.problem = "a notebook of " + printablePath(std::string_view(language).substr(0, 40)) + ", not of Python";
    if (!made.problem.empty())
        return made;
    std::uint32_t line = 1, number = 0;
    for (const RawCell& cell : handler.cells) {
        ++number;
        if (cell.type != "code")
            continue;
        std::string text = withoutMagics(cell.source);
        const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
        if (lines == 0)
            continue;
        if (!isPython(cell.language))
            text.assign(lines, '\n');
        made.cells.push_back({ line, number });
        line += lines;
        made.text += text;
    }
    return made;
}

} // namespace ferroscope::source

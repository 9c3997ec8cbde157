// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/toml_parts.h"

#include "core/base/text.h"
#include <algorithm>
#include <cmath>
#include <sstream>

namespace ferroscope::settings {

std::string quoted(std::string_view text) { return "'" + printablePath(text.substr(0, 80)) + "'"; }

std::string lineOf(const toml::node& node) { return "line " + std::to_string(node.source().begin.line) + ": "; }

void allowOnly(const toml::table& table, std::string_view where, const std::vector<std::string_view>& known)
{
    if (table.size() > kMostEntries)
        throw Problem { std::string(where) + " has more than " + counted(kMostEntries, "entry", "entries") };
    for (const auto& [key, value] : table) {
        if (std::find(known.begin(), known.end(), key.str()) == known.end()) {
            throw Problem { lineOf(value) + std::string(where) + " has no " + quoted(key.str()) + "; the nearest that it has is "
                + quoted(nearestWord(key.str(), known)) };
        }
    }
}

const toml::array& listIn(const toml::node& node, std::string_view name)
{
    const toml::array* list = node.as_array();
    if (!list)
        throw Problem { lineOf(node) + std::string(name) + " must be a list" };
    if (list->size() > kMostEntries)
        throw Problem { lineOf(node) + std::string(name) + " has more than " + counted(kMostEntries, "entry", "entries") };
    return *list;
}

const toml::table& tableIn(const toml::node& node, std::string_view name)
{
    const toml::table* table = node.as_table();
    if (!table)
        throw Problem { lineOf(node) + std::string(name) + " must be a table" };
    return *table;
}

std::string textIn(const toml::node& node, std::string_view name)
{
    const auto* text = node.as_string();
    if (!text || text->get().empty())
        throw Problem { lineOf(node) + std::string(name) + " must be a text that is not empty" };
    return text->get();
}

std::string lineIn(const toml::node& node, std::string_view name)
{
    std::string text = textIn(node, name);
    const bool hasControl = std::any_of(text.begin(), text.end(), [](char each) { return static_cast<unsigned char>(each) < 0x20 || each == 0x7F; });
    if (hasControl || text.size() > kLongestLine || trimmed(text).empty())
        throw Problem { lineOf(node) + std::string(name) + " must be one line of at most " + std::to_string(kLongestLine) + " bytes" };
    return text;
}

std::vector<std::string> textsIn(const toml::node& node, std::string_view name)
{
    std::vector<std::string> texts;
    for (const toml::node& each : listIn(node, name))
        texts.push_back(textIn(each, std::string(name) + " must hold texts; each"));
    return texts;
}

double numberIn(const toml::node& node, const std::string& name, double least, double most)
{
    const auto number = node.is_boolean() ? std::nullopt : node.value<double>();
    if (!number || !std::isfinite(*number) || *number < least || *number > most) {
        std::ostringstream sentence;
        sentence.imbue(std::locale::classic());
        sentence << lineOf(node) << name << " must be a number from " << least << " to " << most;
        throw Problem { sentence.str() };
    }
    return *number;
}

std::string member(const toml::table& table, std::string_view name, std::string_view where)
{
    const toml::node* node = table.get(name);
    if (!node)
        throw Problem { lineOf(table) + std::string(where) + " needs '" + std::string(name) + "'" };
    return textIn(*node, name);
}

std::string wordIn(const toml::table& table, std::string_view name, std::string_view where, const std::vector<std::string_view>& known)
{
    std::string word = member(table, name, where);
    if (std::find(known.begin(), known.end(), word) == known.end())
        throw Problem { lineOf(*table.get(name)) + "there is no " + std::string(name) + " " + quoted(word) + "; the nearest is " + quoted(nearestWord(word, known)) };
    return word;
}

toml::array listOf(const std::vector<std::string>& texts)
{
    toml::array list;
    for (const std::string& text : texts)
        list.push_back(text);
    return list;
}

} // namespace ferroscope::settings

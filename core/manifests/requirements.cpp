// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifests/requirements.h"

#include "core/base/text.h"
#include <algorithm>

namespace ferroscope::manifests {

namespace {

constexpr std::string_view kNameBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";

// Joins lines that end in a backslash, as pip does before it looks for comments.
std::vector<std::string> logicalLines(std::string_view text)
{
    std::vector<std::string> lines;
    bool continues = false;
    for (std::string_view line : split(text, '\n')) {
        if (endsWith(line, "\r"))
            line.remove_suffix(1);
        const bool continuesNext = endsWith(line, "\\");
        if (continuesNext)
            line.remove_suffix(1);
        if (continues)
            lines.back() += line;
        else
            lines.emplace_back(line);
        continues = continuesNext;
    }
    return lines;
}

// A '#' begins a comment only at the start or after a space: URLs hold '#' too.
std::string_view withoutComment(std::string_view line)
{
    for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
        if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t')
            return trimmed(line.substr(0, at));
    }
    return trimmed(line);
}

// The argument if `line` is the option in its short or long form: "-r x", "-rx", "--requirement x", "--requirement=x".
std::optional<std::string_view> optionArgument(std::string_view line, std::string_view shortForm, std::string_view longForm)
{
    std::string_view rest;
    if (startsWith(line, longForm)) {
        rest = line.substr(longForm.size());
        if (!rest.empty() && rest.front() != '=' && rest.front() != ' ' && rest.front() != '\t')
            return std::nullopt;
    } else if (startsWith(line, shortForm) && !startsWith(line, "--")) {
        rest = line.substr(shortForm.size());
    } else {
        return std::nullopt;
    }
    if (startsWith(rest, "="))
        rest.remove_prefix(1);
    rest = trimmed(rest);
    if (rest.size() >= 2 && (rest.front() == '"' || rest.front() == '\'') && rest.back() == rest.front())
        rest = rest.substr(1, rest.size() - 2);
    return rest;
}

// "git+https://host/x.git@v1#egg=name" names its distribution only in the fragment; "dir/name-1.0.whl" at the start.
std::optional<Dependency> parseLocation(std::string_view text)
{
    const std::size_t egg = text.find("#egg=");
    if (egg != std::string_view::npos) {
        const std::string_view rest = text.substr(egg + 5);
        const std::string_view name = rest.substr(0, rest.find_first_not_of(kNameBytes));
        if (!name.empty())
            return Dependency { std::string(name), "@ " + std::string(text.substr(0, egg)), {}, false };
    }
    const std::string_view last = text.substr(text.rfind('/') + 1);
    if (endsWith(last, ".whl") && last.find('-') != std::string_view::npos)
        return Dependency { std::string(last.substr(0, last.find('-'))), "@ " + std::string(text), {}, false };
    return std::nullopt;
}

} // namespace

std::optional<Dependency> parseRequirement(std::string_view text)
{
    text = trimmed(text);
    const std::size_t nameEnd = std::min(text.find_first_not_of(kNameBytes), text.size());
    std::string_view name = text.substr(0, nameEnd);
    std::string_view rest = trimmed(text.substr(nameEnd));
    const bool isLocation = startsWith(rest, ":") || startsWith(rest, "+") || startsWith(rest, "/") || startsWith(rest, "\\")
        || startsWith(name, ".") || endsWith(name, ".whl") || startsWith(text, "/");
    if (isLocation)
        return parseLocation(text);
    if (name.empty() || name.front() == '-')
        return std::nullopt;
    if (startsWith(rest, "[")) {
        const std::size_t close = rest.find(']');
        if (close == std::string_view::npos)
            return std::nullopt;
        rest = trimmed(rest.substr(close + 1));
    }
    Dependency dependency;
    dependency.name = std::string(name);
    if (startsWith(rest, "@")) { // a URL may hold ';'; a marker after one needs a space before it
        const std::string_view url = trimmed(rest.substr(1));
        dependency.requirement = "@ " + std::string(trimmed(url.substr(0, url.find(" ;"))));
        return dependency;
    }
    rest = trimmed(rest.substr(0, rest.find(';')));
    if (startsWith(rest, "(") && endsWith(rest, ")"))
        rest = trimmed(rest.substr(1, rest.size() - 2));
    if (!rest.empty() && std::string_view("<>=!~").find(rest.front()) == std::string_view::npos)
        return std::nullopt; // "see the manual" is no requirement
    std::copy_if(rest.begin(), rest.end(), std::back_inserter(dependency.requirement),
        [](char c) { return c != ' ' && c != '\t'; });
    return dependency;
}

RequirementsFile readRequirements(std::string_view text)
{
    RequirementsFile file;
    if (startsWith(text, "\xEF\xBB\xBF"))
        text.remove_prefix(3);
    for (const std::string& logical : logicalLines(text)) {
        std::string_view line = withoutComment(logical);
        if (const auto include = optionArgument(line, "-r", "--requirement")) {
            file.includes.emplace_back(*include);
            continue;
        }
        if (const auto constraint = optionArgument(line, "-c", "--constraint")) {
            file.constraints.emplace_back(*constraint);
            continue;
        }
        if (const auto editable = optionArgument(line, "-e", "--editable"))
            line = *editable;
        if (line.empty() || line.front() == '-')
            continue;
        for (const std::string_view option : { " --hash", "\t--hash", " --config-settings", " --global-option", " --install-option" })
            line = trimmed(line.substr(0, line.find(option)));
        if (auto dependency = parseRequirement(line))
            file.dependencies.push_back(*std::move(dependency));
    }
    return file;
}

} // namespace ferroscope::manifests

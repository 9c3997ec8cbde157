// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// setup.cfg: the declarative metadata of setuptools, in the format of Python's configparser.
#include "core/manifests/readers.h"

#include "core/base/text.h"
#include <map>

namespace ferroscope::manifests {

namespace {

// Values of several lines keep their line breaks.
using Section = std::map<std::string, std::string>;
using Sections = std::map<std::string, Section>;

bool isIndented(std::string_view line) { return startsWith(line, " ") || startsWith(line, "\t"); }

Sections readSections(std::string_view text, std::string& problem)
{
    Sections sections;
    Section* section = nullptr;
    std::string* value = nullptr;
    std::size_t number = 0;
    if (startsWith(text, "\xEF\xBB\xBF"))
        text.remove_prefix(3);
    for (const std::string_view line : split(text, '\n')) {
        ++number;
        const std::string_view content = trimmed(line);
        if (content.empty() || content.front() == '#' || content.front() == ';')
            continue;
        if (isIndented(line) && value) {
            *value += "\n" + std::string(content);
            continue;
        }
        if (content.front() == '[' && content.back() == ']') {
            section = &sections[std::string(trimmed(content.substr(1, content.size() - 2)))];
            value = nullptr;
            continue;
        }
        const std::size_t separator = content.find_first_of("=:");
        if (!section || separator == std::string_view::npos) {
            if (problem.empty())
                problem = "line " + std::to_string(number) + " is neither a section nor a setting";
            continue;
        }
        value = &(*section)[lowerAscii(trimmed(content.substr(0, separator)))];
        *value = std::string(trimmed(content.substr(separator + 1)));
    }
    return sections;
}

const std::string& valueOf(const Sections& sections, const std::string& section, const std::string& key)
{
    static const std::string none;
    const auto found = sections.find(section);
    if (found == sections.end())
        return none;
    const auto value = found->second.find(key);
    return value == found->second.end() ? none : value->second;
}

// "file: a.txt, b.txt" takes requirements files in.
void addRequirements(Manifest& manifest, const std::string& lines, bool development)
{
    for (const std::string_view line : split(lines, '\n')) {
        if (!startsWith(trimmed(line), "file:")) {
            addRequirement(manifest, line, development);
            continue;
        }
        for (const std::string_view file : split(trimmed(line).substr(5), ',')) {
            auto resolved = resolvedBelowRoot(folderOf(manifest.path), trimmed(file));
            if (resolved && !resolved->empty() && !development)
                manifest.requirementFiles.push_back(*std::move(resolved));
        }
    }
}

// Lines of the form "name = value".
template <class Action> void eachPair(const std::string& lines, Action action)
{
    for (const std::string_view line : split(lines, '\n')) {
        const std::size_t separator = line.find('=');
        if (separator != std::string_view::npos)
            action(trimmed(line.substr(0, separator)), trimmed(line.substr(separator + 1)));
    }
}

} // namespace

Manifest readSetupCfg(std::string_view text, const std::string& path)
{
    Manifest manifest;
    manifest.path = path;
    const std::string_view folder = folderOf(path);
    const Sections sections = readSections(text, manifest.problem);
    manifest.projectName = valueOf(sections, "metadata", "name");
    manifest.requiresPython = valueOf(sections, "options", "python_requires");
    if (manifest.requiresPython.empty())
        manifest.requiresPython = valueOf(sections, "metadata", "python_requires"); // pbr
    for (const char* key : { "classifiers", "classifier" }) {
        const std::string lines = valueOf(sections, "metadata", key);
        for (const std::string_view line : split(lines, '\n')) {
            if (!trimmed(line).empty() && manifest.classifiers.size() < kMaxClassifiers)
                manifest.classifiers.emplace_back(trimmed(line));
        }
    }
    addRequirements(manifest, valueOf(sections, "options", "install_requires"), false);
    addRequirements(manifest, valueOf(sections, "options", "setup_requires"), true);
    addRequirements(manifest, valueOf(sections, "options", "tests_require"), true);
    const auto extras = sections.find("options.extras_require");
    if (extras != sections.end()) {
        for (const auto& [name, lines] : extras->second)
            addRequirements(manifest, lines, isDevelopmentName(name));
    }
    for (const char* section : { "options.entry_points", "entry_points" }) {
        for (const char* kind : { "console_scripts", "gui_scripts" }) {
            eachPair(valueOf(sections, section, kind), [&](std::string_view name, std::string_view target) {
                manifest.entryPoints.push_back({ std::string(name), std::string(target) });
            });
        }
    }
    for (const std::string_view where : split(valueOf(sections, "options.packages.find", "where"), '\n')) {
        if (const auto resolved = resolvedBelowRoot(folder, trimmed(where)); resolved && !trimmed(where).empty())
            manifest.importFolders.push_back(*resolved);
    }
    eachPair(valueOf(sections, "options", "package_dir"), [&](std::string_view package, std::string_view where) {
        const auto resolved = resolvedBelowRoot(folder, where);
        if (resolved && package.empty())
            manifest.importFolders.push_back(*resolved);
        else if (resolved)
            manifest.packageFolders.push_back({ std::string(package), *resolved });
    });
    return manifest;
}

} // namespace ferroscope::manifests

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Conda: environment.yml lists packages ("numpy=1.26", "conda-forge::scipy >=1.9", and under `pip:` what pip
// installs); meta.yaml is YAML with Jinja in it, of which statements are dropped and expressions blanked.
#include "core/manifests/readers.h"

#include "core/base/text.h"
#include "core/manifests/requirements.h"
#include <yaml-cpp/yaml.h>

namespace ferroscope::manifests {

namespace {

// "numpy=1.26" -> "numpy ==1.26.*", "numpy=1.26=py310_0" and "numpy==1.26" -> "==1.26", "scipy >=1.9,<2" as it is.
void addSpec(Manifest& manifest, std::string_view spec, bool development)
{
    if (const std::size_t channel = spec.find("::"); channel != std::string_view::npos)
        spec.remove_prefix(channel + 2);
    spec = trimmed(spec.substr(0, spec.find('[')));
    spec = trimmed(spec.substr(0, spec.find(" #")));
    const std::size_t end = std::min(spec.find_first_of(" =<>!~"), spec.size());
    const std::string name(spec.substr(0, end));
    std::string_view rest = trimmed(spec.substr(end));
    std::string requirement;
    if (startsWith(rest, "=") && !startsWith(rest, "==")) {
        rest.remove_prefix(1);
        const std::size_t build = rest.find('=');
        const std::string version(trimmed(rest.substr(0, build)));
        const bool isExact = build != std::string_view::npos;
        requirement = "==" + version + (isExact || endsWith(version, "*") ? "" : ".*");
    } else if (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') { // "numpy 1.26", "numpy 1.26 py310_0"
        requirement = "==" + std::string(rest.substr(0, rest.find(' ')));
    } else if (!rest.empty() && rest != "*") {
        for (const char c : rest)
            requirement += c == ' ' ? "" : std::string(1, c);
    }
    if (name.empty() || name.find_first_of("{}$\"'") != std::string::npos || manifest.dependencies.size() >= kMaxItems)
        return;
    if (name == "python") {
        if (manifest.requiresPython.empty())
            manifest.requiresPython = requirement;
        return;
    }
    manifest.dependencies.push_back({ name, requirement, manifest.path, development });
}

std::string textOf(const YAML::Node& node) { return node && node.IsScalar() ? node.Scalar() : std::string(); }

void addList(Manifest& manifest, const YAML::Node& list, bool development)
{
    if (list && list.IsScalar() && !list.Scalar().empty())
        addSpec(manifest, list.Scalar(), development);
    if (!list || !list.IsSequence())
        return;
    for (const YAML::Node& each : list) {
        if (each.IsScalar()) {
            addSpec(manifest, each.Scalar(), development);
        } else if (each.IsMap() && each["pip"] && each["pip"].IsSequence()) {
            for (const YAML::Node& pip : each["pip"]) {
                if (pip.IsScalar())
                    addRequirement(manifest, pip.Scalar(), development);
            }
        }
    }
}

template <class Action> Manifest withYaml(const std::string& text, const std::string& path, Action take)
{
    Manifest manifest;
    manifest.path = path;
    try {
        const YAML::Node document = YAML::Load(text); // bounds its own depth
        if (document.IsMap())
            take(manifest, document);
    } catch (const YAML::Exception& error) {
        manifest.problem = "not valid YAML in line " + std::to_string(error.mark.line + 1) + ": " + error.msg;
    } catch (const std::exception& error) {
        manifest.problem = std::string("not readable as YAML: ") + error.what();
    }
    return manifest;
}

// Statements are whole lines and are dropped. An expression becomes a word that names nothing, and one that
// fills a whole list item takes the item along: "{{ compiler('c') }}" is no package.
std::string withoutJinja(std::string_view text)
{
    std::string out;
    bool isComment = false;
    for (std::string_view line : split(text, '\n')) {
        if (endsWith(line, "\r"))
            line.remove_suffix(1);
        const std::string_view content = trimmed(line);
        isComment = isComment || startsWith(content, "{#");
        if (isComment || startsWith(content, "{%")) {
            isComment = isComment && content.find("#}") == std::string_view::npos;
            out += '\n';
            continue;
        }
        std::string_view rest = line;
        for (std::size_t open = rest.find("{{"); open != std::string_view::npos; open = rest.find("{{")) {
            const std::size_t close = rest.find("}}", open);
            out += rest.substr(0, open);
            out += '$';
            rest = close == std::string_view::npos ? std::string_view() : rest.substr(close + 2);
        }
        out += rest;
        out += '\n';
    }
    return out;
}

} // namespace

Manifest readCondaEnvironment(std::string_view text, const std::string& path)
{
    return withYaml(std::string(text), path, [](Manifest& manifest, const YAML::Node& document) {
        addList(manifest, document["dependencies"], false);
    });
}

Manifest readCondaRecipe(std::string_view text, const std::string& path)
{
    return withYaml(withoutJinja(text), path, [](Manifest& manifest, const YAML::Node& document) {
        const std::string name = document["package"] && document["package"].IsMap() ? textOf(document["package"]["name"]) : std::string();
        if (name.find('$') == std::string::npos)
            manifest.projectName = name;
        const YAML::Node requirements = document["requirements"];
        if (requirements && requirements.IsMap()) {
            addList(manifest, requirements["run"], false);
            addList(manifest, requirements["host"], true);
            addList(manifest, requirements["build"], true);
        }
        const YAML::Node test = document["test"];
        if (test && test.IsMap())
            addList(manifest, test["requires"], true);
        const YAML::Node build = document["build"];
        if (!build || !build.IsMap() || !build["entry_points"] || !build["entry_points"].IsSequence())
            return;
        for (const YAML::Node& each : build["entry_points"]) {
            const std::string entry = textOf(each);
            const std::size_t equals = entry.find('=');
            if (equals != std::string::npos)
                manifest.entryPoints.push_back({ std::string(trimmed(entry.substr(0, equals))), std::string(trimmed(entry.substr(equals + 1))) });
        }
    });
}

} // namespace ferroscope::manifests

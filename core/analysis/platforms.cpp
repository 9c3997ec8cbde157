// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/platforms.h"
#include "core/analysis/dependencies.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace ferroscope::analysis {

namespace {

using Minors = std::set<int>; // of Python 3

// Up to three digits, whole; -1 else.
int smallNumber(std::string_view digits)
{
    if (digits.empty() || digits.size() > 3 || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return -1;
    int number = 0;
    for (const char digit : digits)
        number = number * 10 + (digit - '0');
    return number;
}

std::string_view after(std::string_view text, std::string_view prefix)
{
    return startsWith(text, prefix) ? text.substr(prefix.size()) : std::string_view {};
}

std::string interpreters(const Minors& minors)
{
    if (minors.empty())
        return {};
    const std::string first = "CPython 3." + std::to_string(*minors.begin());
    return minors.size() == 1 ? first : first + " to 3." + std::to_string(*minors.rbegin());
}

// "cp39-*", "cp313t-*", "pp310-*"
void readSelector(std::string_view word, Minors& minors, bool& pypy)
{
    std::string_view name = word.substr(0, word.find('-'));
    pypy = pypy || startsWith(name, "pp");
    name = after(name, "cp3");
    if (!name.empty() && name.back() == 't')
        name.remove_suffix(1);
    if (const int minor = smallNumber(name); minor >= 0)
        minors.insert(minor);
}

struct System {
    std::string_view part, shown; // of a selector or an architecture list
};
constexpr std::array<System, 10> kArchitectures { {
    { "x86_64", "x86-64" }, { "amd64", "x86-64" }, { "AMD64", "x86-64" }, { "aarch64", "ARM64" }, { "arm64", "ARM64" }, { "ARM64", "ARM64" },
    { "i686", "x86" }, { "win32", "x86" }, { "x86", "x86" }, { "universal2", "universal" },
} };

std::string architecture(std::string_view word)
{
    for (const System& each : kArchitectures) {
        if (word == each.part)
            return " " + std::string(each.shown);
    }
    return {};
}

// "*-manylinux_x86_64", "*-win_amd64"
void readSystem(std::string_view word, std::set<std::string>& systems)
{
    constexpr std::array<System, 4> kSystems { { { "-manylinux", "Linux" }, { "-musllinux", "Linux (musl)" }, { "-macosx", "macOS" }, { "-win", "Windows" } } };
    for (const System& each : kSystems) {
        const std::size_t at = word.find(each.part);
        if (at == std::string_view::npos)
            continue;
        std::string_view rest = word.substr(at + each.part.size());
        if (!rest.empty() && rest.front() == '_')
            rest.remove_prefix(1);
        systems.insert(std::string(each.shown) + (rest == "32" ? " x86" : architecture(rest)));
        return;
    }
}

void readWheelOptions(const source::SourceSet& sources, Minors& minors, bool& pypy, std::set<std::string>& systems)
{
    for (const manifests::WheelOption& option : sources.wheelOptions) {
        if (option.key == "build") {
            readSelector(option.word, minors, pypy);
            readSystem(option.word, systems);
        }
        for (const auto& [key, shown] : { std::pair("linux.archs", "Linux"), std::pair("macos.archs", "macOS"), std::pair("windows.archs", "Windows") }) {
            if (option.key == key)
                systems.insert(shown + architecture(option.word));
        }
    }
}

void readClassifiers(const source::SourceSet& sources, Minors& minors, bool& pypy, std::set<std::string>& systems)
{
    for (const std::string& classifier : sources.classifiers) {
        if (const int minor = smallNumber(after(classifier, "Programming Language :: Python :: 3.")); minor >= 0)
            minors.insert(minor);
        pypy = pypy || classifier == "Programming Language :: Python :: Implementation :: PyPy";
        const std::string_view system = after(classifier, "Operating System :: ");
        if (system == "OS Independent")
            systems.insert({ "Linux", "macOS", "Windows" });
        else if (startsWith(system, "POSIX :: Linux"))
            systems.insert("Linux");
        else if (system == "POSIX" || system == "Unix")
            systems.insert({ "Linux", "macOS" });
        else if (startsWith(system, "MacOS"))
            systems.insert("macOS");
        else if (startsWith(system, "Microsoft"))
            systems.insert("Windows");
    }
}

} // namespace

std::vector<std::string> platforms(const source::SourceSet& sources)
{
    Minors minors;
    Minors classified;
    bool pypy = false;
    std::set<std::string> systems;
    std::set<std::string> classifiedSystems;
    readWheelOptions(sources, minors, pypy, systems);
    readClassifiers(sources, classified, pypy, classifiedSystems);
    std::vector<std::string> made;
    const auto oldest = oldestPython(sources.requiresPython);
    if (const std::string versions = interpreters(minors.empty() ? classified : minors); !versions.empty())
        made.push_back(versions);
    else if (oldest && oldest->first == 3)
        made.push_back("CPython 3." + std::to_string(oldest->second) + " and newer");
    if (pypy)
        made.emplace_back("PyPy");
    const std::set<std::string>& shown = systems.empty() ? classifiedSystems : systems;
    made.insert(made.end(), shown.begin(), shown.end());
    return made;
}

} // namespace ferroscope::analysis

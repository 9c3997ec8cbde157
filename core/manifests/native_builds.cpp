// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Build files of native code: which Python extension modules they build.
#include "core/manifests/readers.h"

#include "core/base/text.h"
#include "core/manifests/toml_file.h"
#include <algorithm>

namespace ferroscope::manifests {

namespace {

struct Call {
    std::string name;
    std::vector<std::string> arguments; // words and quoted strings
    bool firstIsQuoted = false;
};

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '/' || c == '-'
        || c == '+' || c == '$' || c == '{' || c == '}' || c == ':';
}

// Calls "name(arguments)" of a language whose comments begin with '#', not nested ones. Linear, bounded.
std::vector<Call> callsIn(std::string_view text, char quote, const std::vector<std::string_view>& wanted)
{
    std::vector<Call> calls;
    std::string word;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '#') {
            at = std::min(text.find('\n', at), text.size()) - 1;
            word.clear();
        } else if (isWordByte(c)) {
            word += c;
        } else if (c == '(' && std::find(wanted.begin(), wanted.end(), lastComponent(word)) != wanted.end() && calls.size() < kMaxItems) {
            Call call { std::string(lastComponent(word)), {}, false };
            word.clear();
            int depth = 1;
            std::string argument;
            const auto finish = [&] {
                if (!argument.empty())
                    call.arguments.push_back(std::move(argument));
                argument.clear();
            };
            for (++at; at < text.size() && depth > 0; ++at) {
                const char d = text[at];
                if (d == quote) {
                    finish();
                    const std::size_t close = text.find(quote, at + 1);
                    argument = std::string(text.substr(at + 1, close == std::string_view::npos ? close : close - at - 1));
                    call.firstIsQuoted = call.firstIsQuoted || call.arguments.empty();
                    finish();
                    at = close == std::string_view::npos ? text.size() : close;
                } else if (d == '#') {
                    finish();
                    at = std::min(text.find('\n', at), text.size()) - 1;
                } else if (isWordByte(d)) {
                    argument += d;
                } else {
                    depth += d == '(' ? 1 : d == ')' ? -1 : 0;
                    finish();
                }
            }
            finish();
            --at;
            calls.push_back(std::move(call));
        } else if (c != ' ' && c != '\t') {
            word.clear();
        } else if (at + 1 < text.size() && isWordByte(text[at + 1])) {
            word.clear();
        }
    }
    return calls;
}

std::vector<std::string> sourcesAmong(const std::vector<std::string>& arguments)
{
    std::vector<std::string> sources;
    for (const std::string& argument : arguments) {
        const std::size_t dot = argument.rfind('.');
        const std::string_view ending = dot == std::string::npos ? std::string_view() : std::string_view(argument).substr(dot + 1);
        for (const char* known : { "c", "cc", "cpp", "cxx", "pyx", "py", "f", "f90", "pyf", "rs" }) {
            if (ending == known && argument.find('$') == std::string::npos)
                sources.push_back(argument);
        }
    }
    return sources;
}

bool isPlainName(const std::string& name) { return !name.empty() && name.find_first_of("${}/") == std::string::npos; }

} // namespace

// A crate is a Python extension if it depends on pyo3 (or a crate on top of it) or cpython, and is built as a cdylib.
Manifest readCargoToml(std::string_view text, const std::string& path)
{
    Manifest manifest;
    manifest.path = path;
    withToml(text, manifest, [&](const toml::table& document) {
        const TomlNode dependencies = document["dependencies"];
        std::string kind;
        if (dependencies["pyo3"] || dependencies["numpy"])
            kind = "pyo3";
        else if (dependencies["cpython"])
            kind = "rust";
        bool isLibrary = false;
        eachString(document["lib"]["crate-type"], [&](const std::string& type) { isLibrary = isLibrary || type == "cdylib"; });
        eachString(document["lib"]["crate_type"], [&](const std::string& type) { isLibrary = isLibrary || type == "cdylib"; });
        if (kind.empty() || !isLibrary)
            return;
        std::string name = textAt(document["lib"]["name"]);
        if (name.empty())
            name = textAt(document["package"]["name"]);
        std::replace(name.begin(), name.end(), '-', '_');
        const std::string source = textAt(document["lib"]["path"]);
        addNative(manifest, kind, name, { source.empty() ? "src/lib.rs" : source });
    });
    return manifest;
}

Manifest readCMake(std::string_view text, const std::string& path)
{
    Manifest manifest;
    manifest.path = path;
    for (const Call& call : callsIn(text, '"', { "pybind11_add_module", "nanobind_add_module", "Python_add_library", "Python3_add_library", "python_add_library" })) {
        if (call.arguments.empty() || !isPlainName(call.arguments.front()))
            continue;
        const std::string kind = call.name == "pybind11_add_module" ? "pybind11" : call.name == "nanobind_add_module" ? "nanobind" : "c-extension";
        const std::vector<std::string> sources = sourcesAmong(call.arguments);
        addNative(manifest, kindBySources(sources, kind), call.arguments.front(), sources);
    }
    return manifest;
}

Manifest readMeson(std::string_view text, const std::string& path)
{
    Manifest manifest;
    manifest.path = path;
    for (const Call& call : callsIn(text, '\'', { "extension_module" })) {
        if (call.arguments.empty() || !call.firstIsQuoted || !isPlainName(call.arguments.front()))
            continue; // a word without quotes is a variable
        std::vector<std::string> sources = sourcesAmong(call.arguments);
        // py.extension_module('_x', ..., subdir: 'pkg/sub'): where it is installed is how it is imported.
        std::string module = call.arguments.front();
        for (std::size_t at = 1; at + 1 < call.arguments.size(); ++at) {
            if (call.arguments[at] != "subdir:")
                continue;
            std::string folder = call.arguments[at + 1];
            std::replace(folder.begin(), folder.end(), '/', '.');
            module = folder + "." + module;
        }
        const bool isPybind = text.find("pybind11") != std::string_view::npos;
        addNative(manifest, kindBySources(sources, isPybind ? "pybind11" : "c-extension"), module, sources);
    }
    return manifest;
}

} // namespace ferroscope::manifests

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// {path -> Python text} -> Codebase, without a file system: for tests of whatever needs linked code.
// Names and roles follow from paths in the plainest way: a leading src/ is an import root, tests/ and
// test_*.py are tests, examples/, migrations/ and _vendor/ what they say; the rest is source.
#pragma once

#include "core/base/text.h"
#include "core/facts/extract.h"
#include "core/graph/link.h"
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace ferroscope::testing {

inline source::SourceFile sourceFile(const std::string& path, std::size_t size)
{
    source::SourceFile file;
    file.path = path;
    file.size = size;
    file.isStub = endsWith(path, ".pyi");
    std::string stem = path.substr(0, path.rfind('.'));
    if (startsWith(stem, "src/"))
        stem.erase(0, 4);
    file.isPackage = lastComponent("." + stem.substr(stem.rfind('/') + 1)) == "__init__";
    if (file.isPackage)
        stem.resize(stem.size() > 8 ? stem.size() - 9 : 0);
    std::replace(stem.begin(), stem.end(), '/', '.');
    file.module = stem;
    if (file.isPackage || stem.find('.') != std::string::npos)
        file.package = std::string(firstComponent(stem));
    const std::string inside = "/" + path;
    const auto has = [&](const char* folder) { return inside.find(folder) != std::string::npos; };
    if (has("/tests/") || has("/test_"))
        file.role = source::Role::Test;
    else if (has("/examples/"))
        file.role = source::Role::Example;
    else if (has("/migrations/"))
        file.role = source::Role::Migration;
    else if (has("/_vendor/"))
        file.role = source::Role::Vendored;
    else if (file.isStub)
        file.role = source::Role::Stub;
    else if (endsWith(path, ".ipynb"))
        file.role = source::Role::Notebook;
    file.isNotebook = endsWith(path, ".ipynb");
    return file;
}

// Files whose text is "<unreadable>" have no facts, as if they could not be read. A .pyx becomes a native module, the
// text of an .ipynb is that of its one code cell.
inline Result<graph::Codebase> buildCodebase(
    const std::map<std::string, std::string>& files, std::stop_token stop = {}, const ProgressSink& sink = {})
{
    source::SourceSet sources;
    std::vector<std::shared_ptr<const facts::FileFacts>> facts;
    facts::Extractor extractor;
    for (const auto& [path, text] : files) {
        if (endsWith(path, ".pyx")) { // built, not parsed
            sources.nativeModules.push_back({ "cython", sourceFile(path, 0).module, path, { path } });
            continue;
        }
        sources.files.push_back(sourceFile(path, text.size()));
        auto made = text == "<unreadable>" ? nullptr : std::make_shared<facts::FileFacts>(extractor.extract(text));
        if (sources.files.back().isNotebook && made)
            made->cells.push_back({ static_cast<std::uint32_t>(1 + std::min(text.find_first_not_of('\n'), text.size())), 1 });
        facts.push_back(std::move(made));
    }
    return graph::link(std::move(sources), std::move(facts), stop, sink);
}

} // namespace ferroscope::testing

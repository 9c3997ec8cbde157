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
    return file;
}

// Files whose text is "<unreadable>" have no facts, as if they could not be read.
inline Result<graph::Codebase> buildCodebase(
    const std::map<std::string, std::string>& files, std::stop_token stop = {}, const ProgressSink& sink = {})
{
    source::SourceSet sources;
    std::vector<std::shared_ptr<const facts::FileFacts>> facts;
    facts::Extractor extractor;
    for (const auto& [path, text] : files) {
        sources.files.push_back(sourceFile(path, text.size()));
        facts.push_back(
            text == "<unreadable>" ? nullptr : std::make_shared<const facts::FileFacts>(extractor.extract(text)));
    }
    return graph::link(std::move(sources), std::move(facts), stop, sink);
}

} // namespace ferroscope::testing

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON of coverage.py: {"files": {"a.py": {"executed_lines": [..], "missing_lines": [..]}}}.
#include "core/evidence/coverage/coverage_formats.h"
#include "core/evidence/profiles/json_tree.h"

#include <algorithm>

namespace ferroscope::evidence {

namespace {

using Id = JsonTree::Id;

bool addLines(const JsonTree& tree, Id list, std::vector<std::uint32_t>& lines)
{
    if (!tree.isArray(list))
        return false;
    for (Id at = tree.first(list); at != JsonTree::kNone; at = tree.next(at)) {
        const auto line = tree.index(at);
        if (!line)
            return false;
        if (*line > 0)
            lines.push_back(*line);
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return true;
}

} // namespace

Result<LineCoverage> readCoverageJson(std::string_view bytes)
{
    const Result<JsonTree> tree = readJsonTree(bytes);
    if (!tree)
        return tl::unexpected(tree.error());
    const Id files = tree->member(tree->root(), "files");
    if (!tree->isObject(files))
        return failure(ErrorCode::BadInput, {}, "it is JSON, but no coverage report");
    LineCoverage made;
    for (Id file = tree->first(files); file != JsonTree::kNone; file = tree->next(file)) {
        CoveredFile& lines = made.files[std::string(tree->key(file))];
        if (!addLines(*tree, tree->member(file, "executed_lines"), lines.run)
            || !addLines(*tree, tree->member(file, "missing_lines"), lines.missed))
            return failure(ErrorCode::BadInput, {}, "it is JSON, but no coverage report");
        std::erase_if(lines.missed, [&](std::uint32_t line) { return std::binary_search(lines.run.begin(), lines.run.end(), line); });
    }
    return made;
}

} // namespace ferroscope::evidence

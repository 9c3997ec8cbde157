// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/ignore_stack.h"

#include "core/source/source_set.h"

namespace ferroscope::source {

namespace {

constexpr std::uint64_t kMaxIgnoreFile = 1U << 20U;
constexpr std::size_t kMaxAncestors = 64;
using Verdict = IgnoreRules::Verdict;

// Whether the rules ignore the root itself or a folder on the way to it; `fromTop` is the root's path
// relative to the top of the work tree.
bool isRootIgnored(const std::string& fromTop, const IgnoreStack::Level* level)
{
    for (std::size_t end = fromTop.find('/');; end = fromTop.find('/', end + 1)) {
        const std::string_view part = std::string_view(fromTop).substr(0, end);
        for (const auto* at = level; at; at = at->above.get()) {
            const std::size_t base = fromTop.size() + 1 - at->prefix.size(); // where the folder of the rules begins
            if (part.size() <= base)
                continue;
            const Verdict verdict = at->rules.match(part.substr(base), true).verdict;
            if (verdict == Verdict::Ignored)
                return true;
            if (verdict == Verdict::Kept)
                break;
        }
        if (end == std::string::npos)
            return false;
    }
}

} // namespace

IgnoreStack::IgnoreStack(const FileSystem& files, std::string root, const std::vector<std::string>& userPatterns, bool usesGits)
    : m_files(files)
    , m_root(std::move(root))
    , m_usesGits(usesGits)
{
    for (const std::string& pattern : userPatterns)
        m_user.add(pattern);
    for (const std::string& pattern : defaultExcludes())
        m_defaults.add(pattern);
}

// Files above the root speak about its entries too, unless they ignore the root as a whole: who opens
// such a folder wants to see it.
IgnoreStack::LevelPtr IgnoreStack::aboveRoot() const
{
    if (!m_usesGits)
        return nullptr;
    const auto real = m_files.realPath(m_root);
    if (!real || m_files.status(joinPath(*real, ".git")))
        return infoExclude(m_root, "");
    std::vector<std::string> folders; // from the root's parent up to the top of the work tree
    std::string folder = *real;
    for (bool isTop = false; !isTop;) {
        const std::size_t slash = folder.rfind('/');
        if (folder.empty() || folder == "/" || folders.size() == kMaxAncestors)
            return nullptr; // in no work tree
        folder = slash == 0 ? "/" : folder.substr(0, slash == std::string::npos ? 0 : slash);
        folders.push_back(folder);
        isTop = m_files.status(joinPath(folder, ".git")).has_value();
    }
    const auto rootFrom = [&](const std::string& ancestor) {
        return real->substr(ancestor.empty() || ancestor == "/" ? ancestor.size() : ancestor.size() + 1);
    };
    LevelPtr level = infoExclude(folders.back(), rootFrom(folders.back()) + "/");
    for (auto ancestor = folders.rbegin(); ancestor != folders.rend(); ++ancestor) {
        const auto text = m_files.read(joinPath(*ancestor, ".gitignore"), kMaxIgnoreFile);
        if (!text)
            continue;
        auto next = std::make_shared<Level>();
        next->rules = IgnoreRules::parse(*text);
        next->prefix = rootFrom(*ancestor) + "/";
        next->origin = ".gitignore above the root";
        next->above = level;
        level = next;
    }
    return isRootIgnored(rootFrom(folders.back()), level.get()) ? nullptr : level;
}

IgnoreStack::LevelPtr IgnoreStack::infoExclude(const std::string& repository, const std::string& prefix) const
{
    const auto text = m_files.read(joinPath(repository, ".git/info/exclude"), kMaxIgnoreFile);
    if (!text)
        return nullptr;
    auto level = std::make_shared<Level>();
    level->rules = IgnoreRules::parse(*text);
    level->prefix = prefix;
    level->origin = ".git/info/exclude";
    return level;
}

Result<IgnoreStack::LevelPtr> IgnoreStack::withFolder(const std::string& folder, LevelPtr level) const
{
    const std::string path = joinPath(folder, ".gitignore");
    const auto text = m_files.read(joinPath(m_root, path), kMaxIgnoreFile);
    if (!text)
        return tl::unexpected(text.error());
    auto next = std::make_shared<Level>();
    next->rules = IgnoreRules::parse(*text);
    next->below = folder.empty() ? 0 : folder.size() + 1;
    next->origin = path;
    next->above = std::move(level);
    return LevelPtr(next);
}

IgnoreStack::Decision IgnoreStack::decide(const std::string& path, bool isDirectory, const Level* level) const
{
    const auto reason = [](const std::string& origin, std::string_view pattern) {
        return origin + ": " + std::string(pattern);
    };
    const IgnoreRules::Match user = m_user.match(path, isDirectory);
    if (user.verdict == Verdict::Ignored)
        return { reason("exclude list", user.pattern), false, true };
    if (user.verdict == Verdict::Kept)
        return { {}, false, true };
    const IgnoreRules::Match usual = m_defaults.match(path, isDirectory);
    if (usual.verdict == Verdict::Ignored)
        return { reason("default exclude list", usual.pattern), false, false };
    for (; level; level = level->above.get()) {
        const IgnoreRules::Match match = level->prefix.empty()
            ? level->rules.match(std::string_view(path).substr(level->below), isDirectory)
            : level->rules.match(level->prefix + path, isDirectory);
        if (match.verdict == Verdict::Ignored)
            return { reason(level->origin, match.pattern), true, false };
        if (match.verdict == Verdict::Kept)
            return {};
    }
    return {};
}

} // namespace ferroscope::source

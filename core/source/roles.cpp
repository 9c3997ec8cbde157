// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/roles.h"

#include "core/base/text.h"
#include "core/source/file_kinds.h"
#include <algorithm>

namespace ferroscope::source {

namespace {

enum class When { Always, NotAnApplication, OutsidePackages, OutsidePackagesOrHoldingTests, InProjectNoPackage };

struct FolderRule {
    std::string_view name;
    Role role;
    When when;
};

constexpr FolderRule kFolderRules[] = {
    { "vendor", Role::Vendored, When::NotAnApplication },
    { "_vendor", Role::Vendored, When::Always },
    { "vendored", Role::Vendored, When::Always },
    { "_vendored", Role::Vendored, When::Always },
    { "third_party", Role::Vendored, When::Always },
    { "thirdparty", Role::Vendored, When::Always },
    { "extern", Role::Vendored, When::Always },
    { "_extern", Role::Vendored, When::Always },
    { "externals", Role::Vendored, When::Always },
    { "gen-py", Role::Generated, When::Always },
    { "tests", Role::Test, When::Always },
    { "test", Role::Test, When::OutsidePackagesOrHoldingTests },
    { "testing", Role::Test, When::OutsidePackagesOrHoldingTests },
    { "examples", Role::Example, When::Always },
    { "benchmarks", Role::Example, When::Always },
    { "example", Role::Example, When::OutsidePackages },
    { "docs", Role::Example, When::OutsidePackages },
    { "doc", Role::Example, When::OutsidePackages },
    { "samples", Role::Example, When::OutsidePackages },
    { "sample", Role::Example, When::OutsidePackages },
    { "demo", Role::Example, When::OutsidePackages },
    { "demos", Role::Example, When::OutsidePackages },
    { "bench", Role::Example, When::OutsidePackages },
    { "scripts", Role::Script, When::InProjectNoPackage },
    { "script", Role::Script, When::InProjectNoPackage },
    { "bin", Role::Script, When::InProjectNoPackage },
    { "tools", Role::Script, When::InProjectNoPackage },
};

bool applies(When when, std::string_view folder, const TreeShape& shape)
{
    switch (when) {
    case When::Always:
        return true;
    case When::NotAnApplication:
        return shape.applications.find(folder) == shape.applications.end();
    case When::OutsidePackages:
        return !shape.isInsidePackage(folder);
    case When::OutsidePackagesOrHoldingTests:
        return !shape.isInsidePackage(folder) || shape.holdingTests.find(folder) != shape.holdingTests.end();
    case When::InProjectNoPackage:
        return shape.projects.find(folderOf(folder)) != shape.projects.end() && !shape.isPackage(folder)
            && !shape.isInsidePackage(folder);
    }
    return false;
}

// The roles that the folders on the way to the file could give it.
class FolderRoles {
public:
    FolderRoles(std::string_view path, const TreeShape& shape)
    {
        for (std::string_view folder = folderOf(path); !folder.empty(); folder = folderOf(folder)) {
            const std::string_view name = fileName(folder);
            for (const FolderRule& rule : kFolderRules) {
                if (rule.name == name && applies(rule.when, folder, shape))
                    m_roles |= bit(rule.role);
            }
        }
    }
    bool has(Role role) const { return (m_roles & bit(role)) != 0; }

private:
    static unsigned bit(Role role) { return 1U << static_cast<unsigned>(role); }
    unsigned m_roles = 0;
};

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isGeneratedName(std::string_view name)
{
    return endsWith(name, "_pb2.py") || endsWith(name, "_pb2_grpc.py") || isOneOf(name, { "parsetab.py", "lextab.py" });
}

bool isMigration(std::string_view path, const TreeShape& shape)
{
    const std::string_view name = fileName(path);
    const std::string_view folder = folderOf(path);
    const std::string_view folderName = fileName(folder);
    if (folderName == "migrations") {
        const bool isNumbered = shape.numberedMigrations.find(folder) != shape.numberedMigrations.end();
        return isNumberedMigrationName(name) || name == "env.py" || (name == "__init__.py" && isNumbered);
    }
    if (folderName == "alembic")
        return name == "env.py";
    for (std::string_view at = folder; !at.empty(); at = folderOf(at)) {
        if (fileName(at) == "versions" && isOneOf(fileName(folderOf(at)), { "migrations", "alembic" }))
            return true;
    }
    return false;
}

bool isScriptName(std::string_view path, const TreeShape& shape)
{
    const std::string_view name = fileName(path);
    const std::string_view folder = folderOf(path);
    if (shape.isPackage(folder) || shape.isInsidePackage(folder))
        return false;
    if (name == "tasks.py")
        return shape.projects.find(folder) != shape.projects.end();
    return isOneOf(name, { "setup.py", "noxfile.py", "fabfile.py", "dodo.py", "manage.py", "wscript.py" });
}

} // namespace

Role roleOf(std::string_view path, const TreeShape& shape)
{
    const std::string_view name = fileName(path);
    const FolderRoles folders(path, shape);
    if (folders.has(Role::Vendored))
        return Role::Vendored;
    if (fileKind(name) == FileKind::Stub)
        return Role::Stub;
    if (fileKind(name) == FileKind::Notebook) {
        if (folders.has(Role::Test))
            return Role::Test;
        return folders.has(Role::Example) ? Role::Example : Role::Notebook;
    }
    if (isGeneratedName(name) || folders.has(Role::Generated))
        return Role::Generated;
    if (isTestFileName(name) || folders.has(Role::Test))
        return Role::Test;
    if (isMigration(path, shape))
        return Role::Migration;
    if (folders.has(Role::Example))
        return Role::Example;
    if (isScriptName(path, shape) || folders.has(Role::Script) || path.substr(0, 1) == "." || path.find("/.") != std::string_view::npos)
        return Role::Script;
    return Role::Source;
}

namespace {

// `isContinued`: the line goes on with a sentence, so that "generated with Python 2" may be its middle.
bool saysGenerated(const std::string& text, bool isContinued)
{
    static constexpr std::string_view beginnings[] = { "generated by ", "generated from ", "generated with ",
        "generated using ", "auto-generated", "autogenerated", "auto generated", "automatically generated",
        "automatically created by ", "code generated ", "file generated ", "generated file", "generated code",
        "resource object code", "form implementation generated " };
    static constexpr std::string_view anywhere[] = { "do not edit", "don't edit", "do not modify this file", "@generated",
        "this file is generated", "this file was generated", "this file is auto", "this file was auto",
        "this file has been auto", "is automatically generated", "was automatically generated",
        "this module is generated", "this is an auto-generated", "this is a generated file" };
    const auto begins = [&](std::string_view marker) { return startsWith(text, marker); };
    const auto contains = [&](std::string_view marker) { return text.find(marker) != std::string::npos; };
    return (!isContinued && std::any_of(std::begin(beginnings), std::end(beginnings), begins))
        || std::any_of(std::begin(anywhere), std::end(anywhere), contains);
}

// What a line of a comment or docstring says, in lower case.
std::string proseOf(std::string_view line)
{
    const std::size_t begin = line.find_first_not_of("#\"' \t!*-=/");
    if (begin == std::string_view::npos)
        return {};
    return lowerAscii(line.substr(begin, line.find_last_not_of("\"' \t") + 1 - begin));
}

} // namespace

// Only comments and the docstring speak about the file; "do not edit" in code is somebody's data.
bool looksGenerated(std::string_view head)
{
    std::string_view openQuotes; // of a docstring that began on an earlier line
    bool isContinued = false; // the line before ended inside a sentence
    int lines = 0;
    for (std::string_view line : split(head.substr(0, 1024), '\n')) {
        if (++lines > 5)
            return false;
        line = trimmed(line);
        const bool hasPrefix = line.size() > 1 && std::string_view("rRuU").find(line[0]) != std::string_view::npos
            && (line[1] == '"' || line[1] == '\'');
        if (openQuotes.empty() && hasPrefix)
            line.remove_prefix(1);
        const bool isText = !openQuotes.empty() || line.find_first_of("\"'") == 0;
        const std::string prose = isText || startsWith(line, "#") ? proseOf(line) : std::string();
        if (saysGenerated(prose, isContinued))
            return true;
        const bool isDeclaration = startsWith(line, "#!") || prose.find("coding") != std::string::npos;
        const bool isFinished = prose.empty() || std::string_view(".:!;").find(prose.back()) != std::string_view::npos;
        isContinued = !isDeclaration && !isFinished;
        if (!openQuotes.empty()) {
            if (line.find(openQuotes) != std::string_view::npos)
                openQuotes = {};
        } else if (isText && (startsWith(line, "\"\"\"") || startsWith(line, "'''"))) {
            if (line.find(line.substr(0, 3), 3) == std::string_view::npos)
                openQuotes = line.substr(0, 3);
        }
    }
    return false;
}

} // namespace ferroscope::source

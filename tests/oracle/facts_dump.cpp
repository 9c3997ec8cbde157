// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the analyzer counts in the files named on standard input, in the rows of facts_oracle.py, so that
// scripts can compare them with any tool: `file` and `function` rows, and one `problem` row per problem
// (path, line, detail) with the error lines in the `file` row's place. A developer tool, not run by ctest.
#include "core/base/file_system.h"
#include "core/facts/extract.h"
#include "core/source/decode.h"
#include "tests/oracle/fact_rows.h"

#include <iostream>
#include <string>

using namespace ferroscope;

int main()
{
    std::ios::sync_with_stdio(false);
    facts::Extractor extractor;
    bool named = false;
    for (std::string path; std::getline(std::cin, path);) {
        Result<std::string> bytes = realFileSystem()->read(path, 1ULL << 26U);
        if (!bytes)
            continue;
        const facts::FileFacts f = extractor.extract(source::decode(std::move(*bytes)).text);
        const oracle::Row whole = oracle::fileRow(f);
        if (!named) {
            named = true;
            std::cout << "file\tpath";
            for (const auto& [name, value] : whole)
                std::cout << '\t' << name;
            std::cout << "\nfunction\tpath\tline\tname";
            for (const auto& [name, value] : oracle::functionRow({}))
                std::cout << '\t' << name;
            std::cout << '\n';
        }
        std::cout << "file\t" << path;
        for (const auto& [name, value] : whole)
            std::cout << '\t' << value;
        std::cout << '\n';
        for (std::size_t at = 1; at < f.functions.size(); ++at) {
            const facts::Function& function = f.functions[at];
            std::cout << "function\t" << path << '\t' << function.line << '\t' << f.text(function.qualifiedName);
            for (const auto& [name, value] : oracle::functionRow(function))
                std::cout << '\t' << value;
            std::cout << '\n';
        }
        for (const facts::Problem& problem : f.problems)
            std::cout << "problem\t" << path << '\t' << problem.line << '\t' << f.errorLines << '\t' << problem.detail << '\n';
    }
    return 0;
}

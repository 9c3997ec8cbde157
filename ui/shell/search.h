// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Search over what an assessment names beside its modules: functions and classes, findings, packages. It looks through
// the strings of the assessment itself, without an index: a few milliseconds for a repository of 12,000 modules.
// Letters A to Z are matched in either case. Pure; callable from any thread.
#pragma once

#include "core/assessment/assessment.h"
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::ui {

struct SearchHit {
    std::size_t module = 0; // index, of a function
    std::size_t at = 0; // index of the function in its module, of the finding, or of the package
};

struct SearchHits {
    std::size_t found = 0; // all of them
    std::vector<SearchHit> first; // at most as many as asked for; names that begin with the text before others
};

// True if `text` holds `wanted`, which is in lower case already.
bool holdsFolded(std::string_view text, std::string_view wanted);
std::string folded(std::string_view text); // A to Z in lower case

SearchHits searchFunctions(const Assessment& assessment, std::string_view wanted, std::size_t most);
SearchHits searchFindings(const Assessment& assessment, std::string_view wanted, std::size_t most); // in message, rule and function
SearchHits searchPackages(const Assessment& assessment, std::string_view wanted, std::size_t most);

} // namespace ferroscope::ui

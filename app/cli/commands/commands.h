// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The commands. Each add…() declares one on `app`; when it was chosen, its action is left in `action`, which
// returns the exit code.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace ferroscope::cli {

using Action = std::function<int()>;

void addAnalyze(CLI::App& app, Action& action);
void addExplain(CLI::App& app, Action& action);
void addRules(CLI::App& app, Action& action);
void addHistory(CLI::App& app, Action& action);
void addLater(CLI::App& app, Action& action); // compare and scaffold: said to be missing, never ignored

} // namespace ferroscope::cli

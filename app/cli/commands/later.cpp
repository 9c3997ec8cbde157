// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/messages.h"

namespace ferroscope::cli {

void addLater(CLI::App& app, Action& action)
{
    for (const char* const name : { "compare", "scaffold" }) {
        CLI::App* const command = app.add_subcommand(name, "Not part of this version yet");
        command->allow_extras(); // whatever it is given, the answer is the same
        command->callback([name, &action] {
            action = [name] { return usage(std::string(name) + " is not part of this version yet."); };
        });
    }
}

} // namespace ferroscope::cli

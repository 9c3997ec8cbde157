// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/messages.h"
#include <csignal>
#include <exception>
#include <iostream>

using namespace ferroscope::cli;

namespace {

// CLI11 throws for everything that ends parsing, --help included.
int endOfParsing(const CLI::App& app, const CLI::ParseError& error)
{
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        app.exit(error, std::cout, std::cerr);
        return kDone;
    }
    std::string sentence = error.what();
    if (!sentence.empty() && sentence.back() != '.')
        sentence += '.';
    return usage(sentence + " ferroscope-cli --help lists the commands and options.");
}

int run(int argc, char** argv)
{
    CLI::App app("Ferroscope: how ready a Python repository is for Rust. Reads only; never runs what it reads.", "ferroscope-cli");
    app.set_version_flag("--version", "ferroscope-cli " FERROSCOPE_VERSION);
    app.require_subcommand(1);
    Action action;
    addAnalyze(app, action);
    addLater(app, action);
    addExplain(app, action);
    addRules(app, action);
    addHistory(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return endOfParsing(app, error);
    }
    return action();
}

} // namespace

int main(int argc, char** argv)
{
    // A reader that goes away (| head) ends the output, not the program in the middle of a write.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return run(argc, argv);
    } catch (const std::exception& error) { // std::bad_alloc and the like: nothing else throws here
        say(std::string("This is a fault of Ferroscope, please report it: ") + error.what() + ".");
        return kInternal;
    }
}

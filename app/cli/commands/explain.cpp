// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session_options.h"
#include "app/cli/explanation.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "core/base/text.h"
#include <algorithm>
#include <memory>

namespace ferroscope::cli {

namespace {

// By path, else by dotted name, else by the end of a path if only one module has it.
const AssessedModule* moduleFor(const Assessment& assessment, const std::string& wanted)
{
    if (const AssessedModule* const module = assessment.find(wanted))
        return module;
    const AssessedModule* found = nullptr;
    for (const AssessedModule& module : assessment.modules) { // a stub has the name of its module
        if (module.name == wanted && (!found || (module.judged() && !found->judged())))
            found = &module;
    }
    if (found)
        return found;
    for (const AssessedModule& module : assessment.modules) {
        if (!endsWith(module.path, "/" + wanted))
            continue;
        if (found)
            return nullptr;
        found = &module;
    }
    return found;
}

std::string similarTo(const Assessment& assessment, const std::string& wanted)
{
    const std::string_view stem = lastComponent(endsWith(wanted, ".py") ? std::string_view(wanted).substr(0, wanted.size() - 3) : wanted);
    const std::string needle = lowerAscii(stem.substr(stem.rfind('/') + 1));
    std::string names;
    int count = 0;
    for (const AssessedModule& module : assessment.modules) {
        if (needle.empty() || lowerAscii(module.path).find(needle) == std::string::npos)
            continue;
        names += (names.empty() ? "" : ", ") + module.path;
        if (++count == 3)
            break;
    }
    return names.empty() ? "" : " Similar: " + names + ".";
}

int explain(const SessionOptions& options, const std::string& wanted)
{
    Session session(options);
    const auto assessment = session.run();
    if (!assessment)
        return assessment.error().code == ErrorCode::Cancelled ? session.sayCancelled() : report(assessment.error());
    session.endProgress();
    const AssessedModule* const module = moduleFor(**assessment, printablePath(wanted));
    if (!module) {
        say("There is no module " + printablePath(wanted) + " in " + printablePath(options.path)
            + ", or more than one; give its path from there." + similarTo(**assessment, wanted));
        return kInput;
    }
    const auto written = writeTo({}, [&](const Write& write) { write(explanation(**assessment, *module)); });
    return written ? static_cast<int>(kDone) : report(written.error());
}

} // namespace

void addExplain(CLI::App& app, Action& action)
{
    struct Options {
        SessionOptions session;
        std::string module;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* const command = app.add_subcommand("explain", "Every contribution to one module's score, with evidence");
    addSessionOptions(*command, options->session);
    command->add_option("MODULE", options->module, "Its path from PATH, or its dotted name")->required();
    command->callback([options, &action] { action = [options] { return explain(options->session, options->module); }; });
}

} // namespace ferroscope::cli

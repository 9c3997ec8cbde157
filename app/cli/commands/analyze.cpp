// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session_options.h"
#include "app/cli/formats.h"
#include "app/cli/gate.h"
#include "app/cli/messages.h"
#include "core/report/json_writer.h"
#include <memory>
#include <unistd.h>

namespace ferroscope::cli {

namespace {

struct AnalyzeOptions {
    SessionOptions session;
    std::string format, output;
    std::vector<std::string> failUnder;
    // Of the contract, but not of this version.
    std::string survey;
};

// "" if everything that was asked for is there.
std::string missingOption(const AnalyzeOptions& options)
{
    const std::pair<bool, const char*> later[] {
        { !options.survey.empty(), "--survey (answers to the questionnaire)" },
    };
    std::string names;
    for (const auto& [given, name] : later) {
        if (given)
            names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return names.empty() ? names : "Not part of this version yet: " + names + ". Run it without, and the result says what is estimated.";
}

int analyze(const AnalyzeOptions& options)
{
    if (const std::string missing = missingOption(options); !missing.empty())
        return usage(missing);
    const auto format = formatOf(options.format, options.output);
    if (!format)
        return report(format.error());
    if (*format == Format::Pdf && (options.output.empty() || (options.output == "-" && isatty(STDOUT_FILENO) == 1)))
        return usage("A PDF needs a place: -o FILE.");
    std::vector<Gate> gates;
    for (const std::string& text : options.failUnder) {
        const auto gate = parseGate(text);
        if (!gate)
            return report(gate.error());
        gates.push_back(*gate);
    }
    const auto target = targetOf(options.output, nameInFolder(*format));
    if (!target)
        return report(target.error());

    Session session(options.session);
    const auto assessment = session.run();
    if (!assessment)
        return assessment.error().code == ErrorCode::Cancelled ? session.sayCancelled() : report(assessment.error());
    std::string json;
    if (session.hasStore()) {
        json = report::toJson(**assessment);
        session.save(**assessment, json);
    }
    session.endProgress();
    if (const auto written = writeAs(*format, **assessment, json, *target); !written)
        return report(written.error());
    const std::vector<std::string> below = belowGates(gates, **assessment);
    for (const std::string& sentence : below)
        say(sentence);
    return below.empty() ? kDone : kBelow;
}

} // namespace

void addAnalyze(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<AnalyzeOptions>();
    CLI::App* const command = app.add_subcommand("analyze", "Analyze a folder");
    addSessionOptions(*command, options->session);
    command->add_option("--format", options->format, "json, md or pdf; default: by the ending of -o, else a summary");
    command->add_option("-o,--output", options->output, "File, folder or - (standard output)")->type_name("FILE|DIR|-");
    command->add_option("--fail-under", options->failUnder, "Exit 1 if a number of totals or coverage is below N; may be repeated")
        ->type_name("NAME=N")->allow_extra_args(false);
    const std::string later = "Later versions";
    command->add_option("--survey", options->survey, "Not yet")->type_name("FILE")->group(later);
    command->callback([options, &action] { action = [options] { return analyze(*options); }; });
}

} // namespace ferroscope::cli

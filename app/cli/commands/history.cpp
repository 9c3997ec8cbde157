// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "core/base/text.h"
#include "core/report/escape.h"
#include "core/report/wording.h"
#include "core/store/store.h"
#include <ctime>
#include <fmt/format.h>
#include <memory>
#include <sys/stat.h>

namespace ferroscope::cli {

namespace {

std::string utc(std::int64_t seconds)
{
    const std::time_t time = seconds;
    std::tm parts {};
    gmtime_r(&time, &parts);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min);
}

std::string describe(const store::SnapshotInfo& info)
{
    const std::string commit = info.commit.empty() ? "" : " at " + info.commit.substr(0, 12);
    return fmt::format("{:>5}  {} UTC  {}{}  readiness {}  {}\n       {}\n       {}\n", info.id, utc(info.savedAt), report::oneLine(info.name), commit,
        report::rangeText(info.readiness), counted(info.modules, "module"), report::oneLine(info.sentence), printablePath(info.root));
}

int history(const std::string& option)
{
    const std::string file = option.empty() ? store::Store::defaultPath() : option;
    struct stat info {};
    if (stat(file.c_str(), &info) != 0) { // opening would create it
        if (!option.empty())
            return report(Error { ErrorCode::NotFound, file, {} });
        say("Nothing is stored yet; analyze a folder first.");
        return kDone;
    }
    const auto store = store::Store::open(file);
    if (!store)
        return report(store.error());
    constexpr std::size_t kMost = 1000;
    std::string text;
    for (const store::SnapshotInfo& snapshot : (*store)->history(kMost))
        text += describe(snapshot);
    if (text.empty())
        say("Nothing is stored yet; analyze a folder first.");
    const auto written = writeTo({}, [&](const Write& write) { write(text); });
    return written ? static_cast<int>(kDone) : report(written.error());
}

} // namespace

void addHistory(CLI::App& app, Action& action)
{
    const auto file = std::make_shared<std::string>();
    CLI::App* const command = app.add_subcommand("history", "Stored snapshots, newest first");
    command->add_option("--store", *file, "File with the snapshots")->type_name("FILE");
    command->callback([file, &action] { action = [file] { return history(*file); }; });
}

} // namespace ferroscope::cli

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/profiles/read_profile.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/evidence/profiles/profile_builder.h"
#include "core/evidence/profiles/profile_formats.h"

#include <fmt/format.h>

namespace ferroscope::evidence {

namespace {

constexpr std::string_view kKnown = "it is none of the known profiles: cProfile, py-spy (raw or speedscope), Austin, Scalene or "
                                    "pyinstrument (JSON), perf script";

Result<Profile> readJson(std::string_view bytes)
{
    const Result<JsonTree> tree = readJsonTree(bytes);
    if (!tree)
        return tl::unexpected(tree.error());
    if (looksLikeSpeedscope(*tree))
        return readSpeedscope(*tree);
    if (looksLikePyinstrument(*tree))
        return readPyinstrument(*tree);
    if (looksLikeScalene(*tree))
        return readScalene(*tree);
    return refuse(std::string(kKnown));
}

Result<Profile> readAny(std::string_view bytes)
{
    if (bytes.empty())
        return refuse("it is empty");
    if (bytes.size() > kLargestProfile)
        return refuse("it is larger than 512 MiB");
    if (looksLikeMojo(bytes))
        return readMojo(bytes);
    std::string_view text = bytes;
    if (startsWith(text, "\xEF\xBB\xBF"))
        text.remove_prefix(3);
    // A marshalled dictionary may begin with '{' like JSON; the byte after it tells.
    if (looksLikePstats(bytes))
        return readPstats(bytes);
    const std::string_view start = trimmed(text.substr(0, 256));
    if (!start.empty() && start.front() == '{')
        return readJson(text);
    if (looksLikeAustinText(text))
        return readAustinText(text);
    if (looksLikePerfScript(text))
        return readPerfScript(text);
    if (looksLikeCollapsed(text))
        return readCollapsed(text);
    return refuse(std::string(kKnown));
}

} // namespace

std::string_view profileKindName(ProfileKind kind)
{
    switch (kind) {
    case ProfileKind::Pstats:
        return "cProfile";
    case ProfileKind::Collapsed:
        return "collapsed stacks";
    case ProfileKind::AustinText:
    case ProfileKind::AustinMojo:
        return "Austin";
    case ProfileKind::Speedscope:
        return "speedscope";
    case ProfileKind::Scalene:
        return "Scalene";
    case ProfileKind::PyinstrumentJson:
    case ProfileKind::PyinstrumentSession:
        return "pyinstrument";
    case ProfileKind::PerfScript:
        return "perf";
    }
    return "";
}

Result<Profile> readProfile(std::string_view bytes)
{
    Result<Profile> profile = readAny(bytes);
    if (profile)
        profile->hash = contentHash(bytes);
    return profile;
}

std::string describe(const Profile& profile)
{
    const std::string what = profile.exact ? "every call counted" : counted(static_cast<std::size_t>(profile.samples), "sample");
    const std::string time = profile.isScaled ? fmt::format("{:.2f} s", profile.totalSeconds) : std::string("its rate is not in the file");
    return fmt::format("A profile of {}: {}, {}, {}.", profileKindName(profile.kind), what, counted(profile.entries.size(), "place"), time);
}

} // namespace ferroscope::evidence

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/wording.h"

#include "core/base/text.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace ferroscope::report {

namespace {

std::string rounded(double value, int decimals)
{
    const double unit = decimals == 0 ? 1 : 10;
    const double nearest = std::round(value * unit) / unit;
    if (decimals == 0)
        return withThousands(static_cast<long long>(nearest));
    const std::string digits = fmt::format("{:.1f}", std::abs(nearest));
    return nearest < 0 ? "\u2212" + digits : digits; // a true minus
}

// Whole numbers from 10 on, and where the whole range is whole anyway.
int decimalsFor(const Range& range)
{
    const auto isWhole = [](double value) { return std::abs(value - std::round(value)) < 0.05; };
    if (std::abs(range.likely) >= 10)
        return 0;
    return isWhole(range.low) && isWhole(range.likely) && isWhole(range.high) ? 0 : 1;
}

} // namespace

std::string rangeText(const Range& range, double factor)
{
    const Range scaled = range * factor;
    const int decimals = decimalsFor(scaled);
    return rounded(scaled.low, decimals) + "\u2013" + rounded(scaled.likely, decimals) + "\u2013"
        + rounded(scaled.high, decimals);
}

std::string markdownRange(const Range& range, double factor)
{
    const Range scaled = range * factor;
    const int decimals = decimalsFor(scaled);
    return rounded(scaled.low, decimals) + "\u2013**" + rounded(scaled.likely, decimals) + "**\u2013"
        + rounded(scaled.high, decimals);
}

std::string percent(double share)
{
    const double scaled = share * 100;
    return rounded(scaled, std::abs(scaled) >= 10 || scaled == 0 ? 0 : 1);
}

std::string evidenceSentence(const Assessment& assessment)
{
    std::size_t measured = 0, judged = 0;
    for (const AssessedModule& module : assessment.modules) {
        if (!module.judged())
            continue;
        ++judged;
        measured += module.heat.source == HeatSource::Measured ? 1 : 0;
    }
    if (measured == 0 && assessment.coverage.profile)
        return "All times are estimated from the code: nothing of this repository is in the profile.";
    if (measured == 0)
        return "All times are estimated from the code, none is measured; a profile would replace the estimates.";
    if (measured == judged)
        return "The times are measured; effort and crossings are estimated.";
    return "The times of " + counted(measured, "module") + " are measured, those of the other "
        + withThousands(static_cast<long long>(judged - measured)) + " are estimated from the code.";
}

std::vector<std::string> limits(const Assessment& assessment)
{
    const Coverage& seen = assessment.coverage;
    std::vector<std::string> sentences;
    if (assessment.repoConfig == RepoConfig::Trusted)
        sentences.emplace_back("The settings are those of the repository itself (its ferroscope.toml), not the reader's.");
    if (assessment.repoConfig == RepoConfig::Ignored)
        sentences.emplace_back("The repository brings settings of its own (ferroscope.toml); they were not used.");
    if (!seen.skipped.empty()) {
        sentences.push_back(counted(seen.skipped.size(), "file was", "files were") + " skipped, the first is "
            + seen.skipped.front().path + " (" + seen.skipped.front().reason + ").");
    }
    if (seen.filesWithErrors > 0) {
        sentences.push_back(counted(seen.filesWithErrors, "file has", "files have")
            + " places that could not be parsed; what stands around them was counted.");
    }
    if (seen.callsTotal > 0) {
        const std::size_t unresolved = seen.callsTotal - std::min(seen.callsTotal, seen.callsResolved);
        sentences.push_back(fmt::format("{} of {} ({} %) lead to a target that is not known.",
            withThousands(static_cast<long long>(unresolved)), counted(seen.callsTotal, "call"),
            percent(static_cast<double>(unresolved) / static_cast<double>(seen.callsTotal))));
    }
    if (seen.importsUnresolved + seen.dynamicImports > 0) {
        sentences.push_back(counted(seen.importsUnresolved, "import") + " unresolved, "
            + withThousands(static_cast<long long>(seen.dynamicImports)) + " by a name computed at run time.");
    }
    if (seen.profile && seen.profile->matchedShare > 0) {
        const ProfileMatch& profile = *seen.profile;
        sentences.push_back(fmt::format("{} % of the time of the profile ({}{}) is in this repository{}.", percent(profile.matchedShare), profile.kind,
            profile.exact ? ", every call counted" : ", sampled",
            profile.unmatched.empty() ? "" : "; the most elsewhere is " + profile.unmatched.front()));
        if (profile.setAsideSeconds > 0 && profile.inSeconds)
            sentences.push_back(fmt::format("{:.1f} s of the profile only waited, outside the repository, and were set aside.", profile.setAsideSeconds));
    }
    if (seen.tests && seen.tests->matched < seen.tests->files) {
        sentences.push_back(counted(seen.tests->files - seen.tests->matched, "file") + " of the coverage file "
            + (seen.tests->files - seen.tests->matched == 1 ? "is" : "are") + " not in this repository or of another version.");
    }
    sentences.push_back(evidenceSentence(assessment));
    return sentences;
}

} // namespace ferroscope::report

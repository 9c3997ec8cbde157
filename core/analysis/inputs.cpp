// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/inputs.h"
#include "core/base/text.h"
#include "core/evidence/profiles/read_profile.h"

namespace ferroscope::analysis {

namespace {

// The reader's error with the path of the file.
tl::unexpected<Error> about(const std::string& path, Error error)
{
    error.path = path;
    return tl::unexpected<Error>(std::move(error));
}

Result<evidence::Profile> readOne(const FileSystem& files, const std::string& path)
{
    const Result<std::string> bytes = files.read(path, evidence::kLargestProfile);
    if (!bytes)
        return about(path, bytes.error());
    Result<evidence::Profile> profile = evidence::readProfile(*bytes);
    if (!profile)
        return about(path, profile.error());
    return profile;
}

} // namespace

Result<Inputs> readInputs(const FileSystem& files, const Request& request)
{
    Inputs inputs;
    for (const std::string& path : request.profiles) {
        Result<evidence::Profile> profile = readOne(files, path);
        if (!profile)
            return tl::unexpected(profile.error());
        if (!inputs.profiles.empty() && inputs.profiles.front().exact != profile->exact) {
            const std::string other = printablePath(request.profiles.front());
            return failure(ErrorCode::BadInput, path,
                profile->exact ? "it counts every call, " + other + " is sampled; the two are not added to each other"
                               : "it is sampled, " + other + " counts every call; the two are not added to each other");
        }
        inputs.profiles.push_back(std::move(*profile));
    }
    if (request.coverage.empty())
        return inputs;
    const Result<std::string> bytes = files.read(request.coverage, evidence::kLargestCoverageFile);
    if (!bytes)
        return about(request.coverage, bytes.error());
    Result<evidence::LineCoverage> coverage = evidence::readCoverage(*bytes);
    if (!coverage)
        return about(request.coverage, coverage.error());
    inputs.coverage = std::move(*coverage);
    return inputs;
}

Result<std::string> describeProfile(const FileSystem& files, const std::string& path)
{
    const Result<evidence::Profile> profile = readOne(files, path);
    if (!profile)
        return tl::unexpected(profile.error());
    return evidence::describe(*profile);
}

} // namespace ferroscope::analysis

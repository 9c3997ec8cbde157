// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ferroscope::cli {

namespace {

// 0 or errno. Short writes and interruptions are continued.
int writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

std::string folderOf(const std::string& file)
{
    const std::size_t slash = file.rfind('/');
    if (slash == std::string::npos)
        return ".";
    return slash == 0 ? "/" : file.substr(0, slash);
}

bool isFolder(const std::string& path)
{
    struct stat info {};
    return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

// Devices and pipes (-o /dev/null, a process substitution) cannot be replaced by renaming.
bool isSpecial(const std::string& path)
{
    struct stat info {};
    return stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

Result<void> produceInto(int descriptor, const std::string& name, const std::function<void(const Write&)>& produce)
{
    int problem = 0;
    produce([&](std::string_view bytes) {
        if (problem == 0)
            problem = writeAll(descriptor, bytes);
    });
    if (problem != 0)
        return failure(ErrorCode::CannotWrite, name, std::strerror(problem));
    return {};
}

Result<void> replaceFile(const std::string& file, const std::function<void(const Write&)>& produce)
{
    const std::string temporary = file + ".part" + std::to_string(getpid());
    const int descriptor = open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return failure(ErrorCode::CannotWrite, file, std::strerror(errno));
    auto done = produceInto(descriptor, file, produce);
    if (close(descriptor) != 0 && done)
        done = failure(ErrorCode::CannotWrite, file, std::strerror(errno));
    if (done && rename(temporary.c_str(), file.c_str()) != 0)
        done = failure(ErrorCode::CannotWrite, file, std::strerror(errno));
    if (!done)
        unlink(temporary.c_str());
    return done;
}

} // namespace

Result<Target> targetOf(const std::string& option, const std::string& nameInFolder)
{
    if (option.empty() || option == "-")
        return Target {};
    Target target { option };
    if (isFolder(option))
        target.file = option + (option.back() == '/' ? "" : "/") + nameInFolder;
    if (isSpecial(target.file))
        return target;
    // A link stays one: what it points at is replaced.
    if (char* const real = realpath(target.file.c_str(), nullptr)) {
        target.file = real;
        std::free(real);
    }
    const std::string folder = folderOf(target.file);
    if (!isFolder(folder))
        return failure(ErrorCode::CannotWrite, target.file, "there is no folder " + folder);
    if (isFolder(target.file))
        return failure(ErrorCode::CannotWrite, target.file, "it is a folder");
    if (access(folder.c_str(), W_OK) != 0)
        return failure(ErrorCode::CannotWrite, target.file, std::strerror(errno));
    return target;
}

Result<void> writeTo(const Target& target, const std::function<void(const Write&)>& produce)
{
    if (target.file.empty()) {
        auto done = produceInto(STDOUT_FILENO, "standard output", produce);
        return !done && done.error().detail == std::strerror(EPIPE) ? Result<void> {} : done;
    }
    if (!isSpecial(target.file))
        return replaceFile(target.file, produce);
    const int descriptor = open(target.file.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return failure(ErrorCode::CannotWrite, target.file, std::strerror(errno));
    auto done = produceInto(descriptor, target.file, produce);
    close(descriptor);
    return done;
}

} // namespace ferroscope::cli

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/waiting_frames.h"
#include "core/base/text.h"
#include "core/evidence/profiles/profile_builder.h"

#include <algorithm>
#include <array>

namespace ferroscope::evidence {

namespace {

struct Place {
    std::string_view file, function; // end of the path; co_name
};

// Python functions around a wait, where a sampler sees them as the innermost frame.
constexpr std::array kWaitingFunctions { Place { "threading.py", "wait" }, Place { "threading.py", "join" },
    Place { "threading.py", "_wait_for_tstate_lock" }, Place { "threading.py", "acquire" }, Place { "threading.py", "run" },
    Place { "selectors.py", "select" }, Place { "queue.py", "get" }, Place { "socket.py", "readinto" }, Place { "socket.py", "accept" },
    Place { "socket.py", "create_connection" }, Place { "ssl.py", "read" }, Place { "ssl.py", "recv_into" }, Place { "ssl.py", "do_handshake" },
    Place { "subprocess.py", "_try_wait" }, Place { "subprocess.py", "wait" }, Place { "subprocess.py", "_communicate" },
    Place { "connection.py", "_recv" }, Place { "connection.py", "_poll" }, Place { "connection.py", "wait" },
    Place { "popen_fork.py", "poll" }, Place { "synchronize.py", "__enter__" } };

// Methods of C types that the knowledge has no name for.
constexpr std::array kWaitingMethods { Place { "_thread.lock", "acquire" }, Place { "_thread.lock", "__enter__" },
    Place { "_thread.RLock", "acquire" }, Place { "select.epoll", "poll" }, Place { "select.poll", "poll" },
    Place { "select.kqueue", "control" }, Place { "_queue.SimpleQueue", "get" }, Place { "_ssl._SSLSocket", "read" },
    Place { "_ssl._SSLSocket", "write" }, Place { "_ssl._SSLSocket", "do_handshake" }, Place { "_multiprocessing.SemLock", "acquire" },
    Place { "_multiprocessing.SemLock", "__enter__" } };

bool waits(const knowledge::Knowledge& knowledge, const std::string& target)
{
    const auto fact = knowledge.api(target);
    return fact && fact->kind == knowledge::ApiKind::Waiting;
}

std::string_view between(std::string_view text, std::string_view start, std::string_view end)
{
    const std::size_t from = text.find(start);
    if (from == std::string_view::npos)
        return {};
    text.remove_prefix(from + start.size());
    return text.substr(0, text.find(end));
}

bool isWaitingBuiltin(std::string_view label, const knowledge::Knowledge& knowledge)
{
    if (const std::string_view name = between(label, "<built-in method ", ">"); !name.empty()) {
        // Types are written by their module, too: "_socket.getaddrinfo" is socket's.
        const std::string bare(startsWith(name, "_") ? name.substr(1) : name);
        return name.find(' ') == std::string_view::npos && name.find('.') != std::string_view::npos
            && (waits(knowledge, std::string(name)) || waits(knowledge, bare));
    }
    const std::string_view method = between(label, "<method '", "'");
    const std::string_view type = between(label, "' of '", "'");
    if (method.empty() || type.empty())
        return false;
    if (std::any_of(kWaitingMethods.begin(), kWaitingMethods.end(), [&](const Place& place) { return place.file == type && place.function == method; }))
        return true;
    if (type.find('.') == std::string_view::npos)
        return false;
    const std::string bare(startsWith(type, "_") ? type.substr(1) : type);
    return waits(knowledge, bare + "()." + std::string(method));
}

} // namespace

bool isBuiltinEntry(const ProfileEntry& entry) { return isBuiltinFile(entry.file); }

bool isWaiting(const ProfileEntry& entry, const knowledge::Knowledge& knowledge)
{
    if (isBuiltinEntry(entry)) {
        // pyinstrument writes the bare name.
        return isWaitingBuiltin(entry.function, knowledge) || entry.function == "sleep" || entry.function == "select" || entry.function == "poll";
    }
    const std::string_view name = lastComponent(entry.function);
    const std::string_view file(entry.file);
    return std::any_of(kWaitingFunctions.begin(), kWaitingFunctions.end(), [&](const Place& place) {
        return place.function == name && endsWith(file, place.file)
            && (file.size() == place.file.size() || file[file.size() - place.file.size() - 1] == '/' || file[file.size() - place.file.size() - 1] == '\\');
    });
}

} // namespace ferroscope::evidence

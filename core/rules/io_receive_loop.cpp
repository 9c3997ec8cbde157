// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<std::uint32_t> told;
    for (const facts::CallSite& site : facts.calls) {
        if (site.is(facts::kAsArgument) || site.loop >= facts.loops.size() || site.receiver == facts::Receiver::None
            || !isOneOf(facts.text(site.method),
                { "recv", "recv_into", "recvfrom", "recvfrom_into", "recvmsg", "sock_recv", "accept" })
            || std::find(told.begin(), told.end(), site.loop) != told.end())
            continue;
        told.push_back(site.loop);
        report(context, findings, ioReceiveLoop, site.function, site.line,
            fmt::format("{} waits for a connection with {} in the loop at line {}", shownFunction(facts, site.function),
                site.callee != 0 ? shown(facts, site.callee) : shown(facts, site.method), facts.loops[site.loop].line),
            loopWeight(site.frequency));
    }
}

} // namespace

const Rule ioReceiveLoop {
    {
        .id = "IO008",
        .family = "io",
        .title = "Connection read in a loop",
        .whatItSees = "recv, recv_into, recvfrom or accept called in a loop.",
        .whyItMatters
        = "The loop waits for the other side. What it does with the bytes may be worth moving, the waiting is not.",
        .example
        = "while True:\n    chunk = connection.recv(65536)\n    if not chunk:\n        break\n    parser.feed(chunk)",
        .instead = "Split the protocol (bytes in, messages out) from the connection, and move the protocol.",
        .reference = "sans-I/O documentation, \"Writing I/O-Free (Sans-I/O) Protocol Implementations\"",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules

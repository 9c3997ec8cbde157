// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/names.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr double kCharacter = 0.5; // share of the lines of all definitions

bool isAdmin(const RuleContext& context, std::string_view target)
{
    const auto fact = context.knowledge.api(target);
    return fact && fact->trait == "admin";
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::uint32_t all = 0, screens = 0, classes = 0, firstLine = 0;
    facts::NameId example = 0;
    for (std::uint32_t at = 0; at < facts.classes.size(); ++at) {
        const facts::Class& each = facts.classes[at];
        if (each.owner != facts::kNone || each.parent != 0)
            continue;
        const std::uint32_t lines = each.endLine - each.line + 1;
        all += lines;
        bool admin = false;
        for (const facts::NameId decorator : each.decorators) {
            const Denoted what = denoted(context.codebase, context.module, 0, facts.text(decorator));
            admin = admin || (what.kind == Denoted::Kind::External && isAdmin(context, what.external));
        }
        for (const std::string& base : externalBases(context.codebase, context.module, at))
            admin = admin || isAdmin(context, base);
        if (!admin)
            continue;
        screens += lines;
        ++classes;
        if (firstLine == 0) {
            firstLine = each.line;
            example = each.name;
        }
    }
    for (std::size_t at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (function.owner == facts::kNone && function.parent == 0)
            all += function.endLine - function.line + 1;
    }
    std::uint32_t registrations = 0;
    forEachOutward(context, [&](const Outward& each) {
        if (each.site.function != 0 || lastName(each.call.target) != "register" || !isAdmin(context, each.call.target))
            return;
        ++registrations;
        if (firstLine == 0)
            firstLine = each.site.line;
    });
    if (classes + registrations == 0 || screens < kCharacter * all)
        return;
    report(context, findings, keepAdmin, 0, firstLine,
        classes > 0
            ? fmt::format(
                "{} of an administration framework, {} first", counted(classes, "screen"), shown(facts, example))
            : fmt::format("{} with an administration site and nothing else", counted(registrations, "registration")),
        1, facts.functions.front().endLine);
}

} // namespace

const Rule keepAdmin {
    {
        .id = "KEEP002",
        .family = "keep",
        .title = "Administration screens",
        .whatItSees = "A module made mostly of classes of an administration framework (django.contrib.admin, "
                      "flask-admin, sqladmin) or of registrations with it.",
        .whyItMatters = "The classes are declarations that the framework reads at run time; there is next to nothing "
                        "to compute, and Rust has no counterpart of these frameworks.",
        .example
        = "@admin.register(Order)\nclass OrderAdmin(admin.ModelAdmin):\n    list_display = (\"id\", \"customer\")",
        .instead = "Keep it in Python.",
        .reference = "guide text 000, \"Keeping Python's strengths\": admin interfaces and tools",
        .sign = -1,
        .veto = Veto::KeepPython,
    },
    look,
};

} // namespace ferroscope::rules

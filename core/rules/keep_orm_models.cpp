// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/names.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr double kCharacter = 0.6; // share of the lines of all definitions
constexpr std::uint32_t kMostComputation = 12; // arithmetic and subscripts in loops: more is no declaration any more

// The names by which the libraries call the class that models derive from.
bool isModelBase(const RuleContext& context, std::string_view target)
{
    if (!isOneOf(lastName(target),
            { "Model", "DeclarativeBase", "DeclarativeBaseNoMeta", "declarative_base", "automap_base", "SQLModel",
                "Document", "EmbeddedDocument", "DynamicDocument", "Entity" }))
        return false;
    const auto fact = context.knowledge.api(target);
    return fact && (fact->trait == "orm" || fact->trait == "query");
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::uint32_t all = 0, models = 0, classes = 0, firstLine = 0, computation = 0;
    facts::NameId example = 0;
    for (std::uint32_t at = 0; at < facts.classes.size(); ++at) {
        const facts::Class& each = facts.classes[at];
        if (each.owner != facts::kNone || each.parent != 0)
            continue;
        const std::uint32_t lines = each.endLine - each.line + 1;
        all += lines;
        const std::vector<std::string> bases = externalBases(context.codebase, context.module, at);
        if (std::none_of(
                bases.begin(), bases.end(), [&](const std::string& base) { return isModelBase(context, base); }))
            continue;
        models += lines;
        ++classes;
        if (firstLine == 0) {
            firstLine = each.line;
            example = each.name;
        }
    }
    if (classes == 0)
        return;
    for (std::size_t at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (function.owner == facts::kNone && function.parent == 0)
            all += function.endLine - function.line + 1;
        for (const facts::Op op :
            { facts::Op::Arithmetic, facts::Op::FloatArithmetic, facts::Op::Bit, facts::Op::Subscript })
            computation += function.ops.placesInLoop(op);
    }
    if (models < kCharacter * all || computation > kMostComputation)
        return;
    report(context, findings, keepOrmModels, 0, firstLine,
        fmt::format("{} of an object-relational mapper, {} first, with hardly any computation",
            counted(classes, "model"), shown(facts, example)),
        1, facts.functions.front().endLine);
}

} // namespace

const Rule keepOrmModels {
    {
        .id = "KEEP004",
        .family = "keep",
        .title = "Database models",
        .whatItSees = "A module made mostly of classes that derive from the model base of an object-relational mapper "
                      "(Django, SQLAlchemy, SQLModel, peewee, mongoengine), with little computation.",
        .whyItMatters = "The classes are declarations that the mapper reads through metaclasses; migrations, forms and "
                        "administration hang on them. The time is spent in the database, and a second mapping of the "
                        "same tables in Rust would have to be kept equal.",
        .example = "class Order(models.Model):\n    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)\n "
                   "   placed = models.DateTimeField(auto_now_add=True)",
        .instead = "Keep it in Python and hand plain values, not model objects, to what moves.",
        .reference = "guide text 003: no Rust ORM is as mature as SQLAlchemy or Django's",
        .sign = -1,
        .veto = Veto::KeepPython,
    },
    look,
};

} // namespace ferroscope::rules

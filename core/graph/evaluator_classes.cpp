// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/evaluator.h"

#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/graph/certainty.h"
#include <algorithm>

namespace ferroscope::graph {

using Kind = Value::Kind;

namespace {

constexpr std::size_t kMostOverrides = 32;

bool isExternalBaseToSkip(std::string_view name)
{
    const std::string_view last = lastComponent(name);
    return last == "object" || last == "Generic" || last == "Protocol" || last == "ABC";
}

} // namespace

// Attributes that methods assign to `self` belong to the same object wherever in the hierarchy they are
// assigned; of what class bodies define, the first in the method resolution order hides the rest.
Values Evaluator::member(ClassId id, std::string_view name, const Value& object)
{
    Values values;
    const Classes& classes = m_program.classes;
    bool found = false;
    for (const ClassId each : classes.order(id)) {
        const ModuleId module = classes.moduleOf(each);
        const facts::FileFacts& facts = *m_program.modules[module].facts;
        const auto symbols = m_program.symbols.inClass(module, classes.indexOf(each), name);
        const bool inBody = std::any_of(symbols.begin(), symbols.end(), [&](const Symbol& symbol) {
            return symbol.kind != Symbol::Kind::Binding || facts.bindings[symbol.index].owner != kNone;
        });
        if (symbols.empty())
            continue;
        found = true;
        for (Value& value : definitions(module, classes.indexOf(each), true, symbols)) {
            if (value.kind == Kind::Function && value.receiver == kNone)
                value.receiver = id;
            const bool isOwn = value.kind == Kind::Function
                && value.id - m_program.modules[module].firstFunction < facts.functions.size();
            if (object.kind == Kind::Instance && isOwn
                && facts.functions[value.id - m_program.modules[module].firstFunction].is(facts::kProperty))
                merge(values, called(value));
            else
                merge(values, { value });
        }
        if (inBody)
            break;
    }
    if (!object.exact && (!found || !values.empty()))
        addOverrides(id, name, object, values);
    if (found || !values.empty())
        return values;
    for (const ClassId each : classes.order(id)) {
        for (const std::string& base : classes.bases(each).external) {
            if (!isExternalBaseToSkip(base))
                return { Value::external(base + "." + std::string(name), certainty::kInferred) };
        }
    }
    return values;
}

// What subclasses define under the name, which an object known as `id` may have instead.
void Evaluator::addOverrides(ClassId id, std::string_view name, const Value& object, Values& values)
{
    const bool isMethod
        = std::any_of(values.begin(), values.end(), [](const Value& v) { return v.kind == Kind::Function; });
    if (!values.empty() && !isMethod)
        return; // data of the class itself says enough
    Values overrides;
    std::vector<ClassId> pending { id }, seen { id };
    while (!pending.empty() && overrides.size() < kMostOverrides && seen.size() < 8 * kMostOverrides && spend()) {
        const ClassId each = pending.back();
        pending.pop_back();
        for (const ClassId sub : m_program.classes.subclasses(each)) {
            if (std::find(seen.begin(), seen.end(), sub) != seen.end())
                continue;
            seen.push_back(sub);
            pending.push_back(sub);
            const ModuleId module = m_program.classes.moduleOf(sub);
            const auto symbols = m_program.symbols.inClass(module, m_program.classes.indexOf(sub), name);
            if (symbols.empty() || overrides.size() >= kMostOverrides)
                continue;
            for (Value& value : definitions(module, m_program.classes.indexOf(sub), true, symbols)) {
                if (isMethod && value.kind != Kind::Function)
                    continue;
                if (value.kind == Kind::Function)
                    value.receiver = sub;
                value.isOverride = true;
                merge(overrides, { value });
            }
        }
    }
    for (Value& value : overrides)
        value.certainty = std::min(object.certainty, certainty::kOverride / static_cast<float>(overrides.size()));
    merge(values, std::move(overrides));
}

FunctionId Evaluator::method(ClassId id, std::string_view name) const
{
    const Classes& classes = m_program.classes;
    for (const ClassId each : classes.order(id)) {
        const ModuleId module = classes.moduleOf(each);
        FunctionId found = kNone;
        for (const Symbol& symbol : m_program.symbols.inClass(module, classes.indexOf(each), name)) {
            if (symbol.kind == Symbol::Kind::Function)
                found = m_program.modules[module].firstFunction + symbol.index;
        }
        if (found != kNone)
            return found;
    }
    return kNone;
}

Values Evaluator::evaluateSuper(ModuleId module, facts::FunctionIndex scope, std::string_view name)
{
    begin();
    const facts::FileFacts& facts = *m_program.modules[module].facts;
    const facts::FunctionIndex inside = enclosingMethod(facts, scope);
    if (inside == kNone)
        return {};
    const Classes& classes = m_program.classes;
    const ClassId own = classes.id(module, facts.functions[inside].owner);
    for (const ClassId each : classes.order(own)) {
        if (each == own)
            continue;
        const ModuleId home = classes.moduleOf(each);
        const auto symbols = m_program.symbols.inClass(home, classes.indexOf(each), name);
        if (symbols.empty())
            continue;
        Values values = definitions(home, classes.indexOf(each), true, symbols);
        for (Value& value : values)
            value.receiver = own;
        weaken(values, certainty::kSelf);
        return values;
    }
    for (const ClassId each : classes.order(own)) {
        for (const std::string& base : classes.bases(each).external) {
            if (!isExternalBaseToSkip(base))
                return { Value::external(base + "." + std::string(name), certainty::kSelf) };
        }
    }
    return { Value::external("builtins.object." + std::string(name), certainty::kSelf) };
}

Values Evaluator::inClassBody(ModuleId module, facts::ClassIndex klass, std::string_view text)
{
    begin();
    const facts::FileFacts& facts = *m_program.modules[module].facts;
    const facts::ClassIndex owner = facts.classes[klass].owner;
    if (owner != kNone) {
        const auto dot = text.find('.');
        const auto symbols = m_program.symbols.inClass(module, owner, text.substr(0, dot));
        if (!symbols.empty()) {
            Values values = definitions(module, owner, true, symbols);
            return dot == std::string_view::npos ? values : follow(std::move(values), text.substr(dot + 1));
        }
    }
    return expression(module, facts.classes[klass].parent, text);
}

void resolveBases(Program& program, unsigned jobs, std::stop_token stop)
{
    std::vector<std::vector<ClassBases>> perModule(program.modules.size());
    parallelFor(program.modules.size(), jobs, stop, [&](std::size_t i, unsigned) {
        const auto module = static_cast<ModuleId>(i);
        const facts::FileFacts& facts = *program.modules[i].facts;
        Evaluator evaluator(program);
        perModule[i].resize(facts.classes.size());
        for (facts::ClassIndex c = 0; c < facts.classes.size(); ++c) {
            ClassBases& bases = perModule[i][c];
            for (const facts::NameId base : facts.classes[c].bases) {
                const std::string_view text = facts.text(base);
                for (const Value& value : evaluator.inClassBody(module, c, trimmed(text.substr(0, text.find('['))))) {
                    if (value.kind == Kind::Class && value.id != program.classes.id(module, c)
                        && std::find(bases.internal.begin(), bases.internal.end(), value.id) == bases.internal.end())
                        bases.internal.push_back(value.id);
                    else if (value.kind == Kind::External)
                        bases.external.push_back(value.text);
                }
            }
        }
    });
    std::vector<ClassBases> all;
    all.reserve(program.classes.size());
    for (std::size_t i = 0; i < perModule.size(); ++i) {
        perModule[i].resize(program.modules[i].facts->classes.size()); // stopped before this one
        std::move(perModule[i].begin(), perModule[i].end(), std::back_inserter(all));
    }
    program.classes.setBases(std::move(all));
}

} // namespace ferroscope::graph

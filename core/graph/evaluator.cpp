// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/evaluator.h"

#include "core/base/text.h"
#include "core/graph/builtins.h"
#include "core/graph/certainty.h"
#include <algorithm>

namespace ferroscope::graph {

using Kind = Value::Kind;

ModuleId Evaluator::moduleOf(FunctionId function) const
{
    const auto after = std::upper_bound(m_program.modules.begin(), m_program.modules.end(), function,
        [](FunctionId id, const Module& module) { return id < module.firstFunction; });
    return static_cast<ModuleId>(after - m_program.modules.begin()) - 1;
}

Values Evaluator::evaluate(ModuleId module, facts::FunctionIndex scope, std::string_view text)
{
    begin();
    return expression(module, scope, text);
}

Values Evaluator::expression(ModuleId module, facts::FunctionIndex scope, std::string_view text)
{
    const auto dot = text.find('.');
    std::string_view first = text.substr(0, dot);
    const bool isCall = endsWith(first, "()");
    if (isCall)
        first.remove_suffix(2);
    if (first.empty() || !spend())
        return {};
    Values values = name(module, scope, first);
    if (isCall) {
        Values results;
        for (const Value& value : values)
            merge(results, called(value));
        values = std::move(results);
    }
    return dot == std::string_view::npos ? values : follow(std::move(values), text.substr(dot + 1));
}

// The attributes `path` ("engine.run", "make().run") of the values, one after the other.
Values Evaluator::follow(Values values, std::string_view path)
{
    while (!path.empty() && !values.empty()) {
        const auto dot = path.find('.');
        std::string_view part = path.substr(0, dot);
        path = dot == std::string_view::npos ? std::string_view {} : path.substr(dot + 1);
        const bool isCall = endsWith(part, "()");
        if (isCall)
            part.remove_suffix(2);
        Values next;
        if (values.size() > kMostValues)
            values.resize(kMostValues);
        for (const Value& value : values) {
            Values found = attribute(value, part);
            if (!isCall) {
                merge(next, std::move(found));
                continue;
            }
            for (const Value& each : found)
                merge(next, called(each));
        }
        values = std::move(next);
    }
    return values;
}

Values Evaluator::name(ModuleId module, facts::FunctionIndex scope, std::string_view name)
{
    const facts::FileFacts& facts = *m_program.modules[module].facts;
    for (facts::FunctionIndex s = scope; s < facts.functions.size(); s = facts.functions[s].parent) {
        const facts::Function& function = facts.functions[s];
        for (std::uint32_t i = 0; i < function.parameterCount; ++i) {
            if (facts.text(facts.parameters[function.firstParameter + i].name) == name)
                return parameter(module, s, i);
        }
        if (const auto symbols = m_program.symbols.inFunction(module, s, name); !symbols.empty())
            return definitions(module, s, false, symbols);
        // Bound here in a way that says nothing (`for k, v in`, `except E as e`): it hides outer names.
        if (s == scope && s != 0 && !m_inAnnotation && !isRead(module, s, name))
            return {};
    }
    if (const ModuleId origin = m_program.symbols.starOrigin(module, name); origin != kNone)
        return moduleAttribute(origin, name);
    if (isBuiltin(name))
        return { Value::external("builtins." + std::string(name)) };
    if (const std::string_view star = m_program.symbols.externalStar(module); !star.empty())
        return { Value::external(std::string(star) + "." + std::string(name), certainty::kAlternative) };
    return {};
}

// Is the name read in the function without being bound there? There are few: a table would cost more.
bool Evaluator::isRead(ModuleId module, facts::FunctionIndex scope, std::string_view name) const
{
    const facts::FileFacts& facts = *m_program.modules[module].facts;
    const std::vector<facts::NameId>& reads = facts.functions[scope].reads;
    return std::any_of(reads.begin(), reads.end(), [&](facts::NameId id) { return facts.text(id) == name; });
}

Values Evaluator::moduleAttribute(ModuleId module, std::string_view name)
{
    if (const auto symbols = m_program.symbols.inFunction(module, 0, name); !symbols.empty())
        return definitions(module, 0, false, symbols);
    if (const ModuleId origin = m_program.symbols.starOrigin(module, name); origin != kNone) {
        const Step step(*this, { module, 0, false, name });
        return step ? moduleAttribute(origin, name) : Values {};
    }
    const source::SourceFile& file = m_program.modules[module].file;
    if (file.isPackage) {
        const std::string full = file.module + "." + std::string(name);
        if (const ModuleId sub = m_program.index.find(full, module); sub != kNone)
            return { Value::internal(Kind::Module, sub) };
        if (m_program.index.isNamespace(full)) {
            return { Value::nameSpace(full) };
        }
    }
    if (const std::string_view star = m_program.symbols.externalStar(module); !star.empty())
        return { Value::external(std::string(star) + "." + std::string(name), certainty::kAlternative) };
    return {};
}

Values Evaluator::definitions(ModuleId module, std::uint32_t scope, bool isClass, std::span<const Symbol> symbols)
{
    const Step step(*this, { module, scope, isClass, symbols.front().name });
    if (!step)
        return {};
    const Module& home = m_program.modules[module];
    const facts::FileFacts& facts = *home.facts;
    // Of several functions (overloads, a property and its setter) the last one with a body of its own.
    const Symbol* function = nullptr;
    for (const Symbol& symbol : symbols) {
        if (symbol.kind == Symbol::Kind::Function
            && (function == nullptr || !facts.functions[symbol.index].is(facts::kOverload)))
            function = &symbol;
    }
    Values values;
    std::size_t sources = 0;
    const auto take = [&](Values found) {
        sources += found.empty() ? 0 : 1;
        merge(values, std::move(found));
    };
    for (const Symbol& symbol : symbols) {
        switch (symbol.kind) {
        case Symbol::Kind::Function:
            if (&symbol == function)
                take({ Value::internal(Kind::Function, home.firstFunction + symbol.index) });
            break;
        case Symbol::Kind::Class:
            take({ Value::exactClass(m_program.classes.id(module, symbol.index)) });
            break;
        case Symbol::Kind::Import:
            take(imported(module, symbol.index));
            break;
        case Symbol::Kind::Binding:
            take(bound(module, facts.bindings[symbol.index]));
            break;
        case Symbol::Kind::Loop:
            take(element(module, facts.loops[symbol.index]));
            break;
        }
    }
    if (values.size() > 1 && sources > 1)
        weaken(values, certainty::kAlternative);
    return values;
}

Values Evaluator::imported(ModuleId module, std::uint32_t index)
{
    const facts::FileFacts& facts = *m_program.modules[module].facts;
    const facts::Import& import = facts.imports[index];
    const ImportTarget& target = m_program.imports[module][index];
    const std::string_view written = facts.text(import.module);
    if (!import.isFrom && import.alias == 0 && written.find('.') != std::string_view::npos) {
        // `import a.b.c` binds `a`.
        const std::string_view first = firstComponent(written);
        if (const ModuleId top = m_program.index.find(first, module); top != kNone)
            return { Value::internal(Kind::Module, top) };
        if (m_program.index.isNamespace(first)) {
            return { Value::nameSpace(first) };
        }
        if (const ModuleId beside = m_program.index.sibling(module, first);
            beside != kNone && target.kind == ImportTarget::Kind::Module)
            return { Value::internal(Kind::Module, beside) };
        return { Value::external(std::string(first)) };
    }
    switch (target.kind) {
    case ImportTarget::Kind::Module: {
        // A package may bind the name of its submodule to something else: `from .order import order`.
        const std::string& full = m_program.modules[target.module].file.module;
        if (const auto dot = full.rfind('.'); import.isFrom && dot != std::string::npos) {
            const ModuleId package = m_program.index.find(std::string_view(full).substr(0, dot), target.module);
            if (package != kNone && package != module) {
                const auto symbols = m_program.symbols.inFunction(package, 0, facts.text(import.name));
                if (!symbols.empty()) {
                    if (Values values = definitions(package, 0, false, symbols); !values.empty())
                        return values;
                }
            }
        }
        return { Value::internal(Kind::Module, target.module) };
    }
    case ImportTarget::Kind::Attribute:
        return moduleAttribute(target.module, facts.text(import.name));
    case ImportTarget::Kind::Namespace:
        return { Value::nameSpace(target.text) };
    case ImportTarget::Kind::External:
        return { Value::external(target.text) };
    default:
        return {};
    }
}

Values Evaluator::attribute(const Value& value, std::string_view name)
{
    if (!spend())
        return {};
    Values values;
    switch (value.kind) {
    case Kind::Module:
        values = moduleAttribute(value.id, name);
        break;
    case Kind::Namespace: {
        const std::string full = value.text + "." + std::string(name);
        if (const ModuleId module = m_program.index.find(full, kNone); module != kNone)
            values = { Value::internal(Kind::Module, module) };
        else if (m_program.index.isNamespace(full))
            values = { Value::nameSpace(full) };
        break;
    }
    case Kind::Class:
    case Kind::Instance:
        values = member(value.id, name, value);
        break;
    case Kind::External:
        if (value.text.size() > kLongestText)
            return {};
        values = { Value::external(value.text + "." + std::string(name)) };
        break;
    case Kind::Function:
        break;
    }
    weaken(values, value.certainty);
    return values;
}

} // namespace ferroscope::graph

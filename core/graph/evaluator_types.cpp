// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/evaluator.h"

#include "core/base/text.h"
#include "core/graph/annotation.h"
#include "core/graph/certainty.h"
#include <algorithm>
#include <utility>

namespace ferroscope::graph {

using Kind = Value::Kind;

Values Evaluator::parameter(ModuleId module, facts::FunctionIndex index, std::uint32_t position)
{
    const facts::FileFacts& facts = *m_program.modules[module].facts;
    const facts::Function& function = facts.functions[index];
    const facts::Parameter& parameter = facts.parameters[function.firstParameter + position];
    if (position == 0 && function.owner != kNone && !function.is(facts::kStatic)) {
        const std::string_view name = facts.text(function.name);
        const bool isClass = function.is(facts::kClassMethod) || name == "__new__" || name == "__init_subclass__"
            || name == "__class_getitem__";
        return { Value::internal(
            isClass ? Kind::Class : Kind::Instance, m_program.classes.id(module, function.owner), certainty::kSelf) };
    }
    if (parameter.kind == facts::ParameterKind::VarArgs)
        return { Value::external("tuple", certainty::kInferred) };
    if (parameter.kind == facts::ParameterKind::VarKeywords)
        return { Value::external("dict", certainty::kInferred) };
    if (parameter.annotation == 0)
        return {};
    const facts::FunctionIndex method = enclosingMethod(facts, index);
    const ClassId self = method == kNone ? kNone : m_program.classes.id(module, facts.functions[method].owner);
    return annotated(module, function.parent, facts.text(parameter.annotation), self);
}

Values Evaluator::bound(ModuleId module, const facts::Binding& binding)
{
    const facts::FileFacts& facts = *m_program.modules[module].facts;
    const std::string_view value = facts.text(binding.value);
    if (binding.kind == facts::Binding::Kind::Annotation) {
        const facts::FunctionIndex method = enclosingMethod(facts, binding.function);
        const facts::ClassIndex owner = method == kNone ? binding.owner : facts.functions[method].owner;
        return annotated(module, binding.function, value, owner == kNone ? kNone : m_program.classes.id(module, owner));
    }
    const bool outside = std::exchange(m_inAnnotation, false);
    Values values;
    if (binding.kind == facts::Binding::Kind::Name)
        values = expression(module, binding.function, value);
    else if (binding.kind == facts::Binding::Kind::Call) {
        for (const Value& callee : expression(module, binding.function, value))
            merge(values, called(callee));
    }
    m_inAnnotation = outside;
    return values;
}

Values Evaluator::result(const Value& callee)
{
    begin();
    return called(callee);
}

Values Evaluator::called(const Value& value)
{
    if (!spend())
        return {};
    switch (value.kind) {
    case Kind::Class: {
        Value made = Value::internal(Kind::Instance, value.id, std::min(value.certainty, certainty::kInferred));
        made.exact = value.exact;
        return { made };
    }
    case Kind::Function: {
        const ModuleId module = moduleOf(value.id);
        const facts::FileFacts& facts = *m_program.modules[module].facts;
        const facts::FunctionIndex index = value.id - m_program.modules[module].firstFunction;
        const facts::Function& function = facts.functions[index];
        if (function.returns == 0) {
            const auto returned = m_program.symbols.inFunction(module, index, kReturned);
            Values values = returned.empty() ? Values {} : definitions(module, index, false, returned);
            weaken(values, std::min(value.certainty, certainty::kInferred));
            return values;
        }
        const facts::FunctionIndex method = enclosingMethod(facts, index);
        ClassId self = value.receiver;
        if (self == kNone && method != kNone)
            self = m_program.classes.id(module, facts.functions[method].owner);
        Values values = annotated(module, function.parent, facts.text(function.returns), self);
        weaken(values, value.certainty);
        return values;
    }
    case Kind::Instance: {
        Values values;
        for (const Value& callee : attribute(value, "__call__")) {
            if (callee.kind == Kind::Function)
                merge(values, called(callee));
        }
        return values;
    }
    case Kind::External: {
        if (startsWith(value.text, "builtins.")) {
            if (const std::string_view type = builtinType(std::string_view(value.text).substr(9)); !type.empty())
                return { Value::external(std::string(type), value.certainty) };
        }
        if (value.text.size() > kLongestText)
            return {};
        return { Value::external(value.text + "()", value.certainty) };
    }
    default:
        return {};
    }
}

Values Evaluator::annotated(ModuleId module, facts::FunctionIndex scope, std::string_view annotation, ClassId self)
{
    Values values;
    const bool outside = std::exchange(m_inAnnotation, true);
    for (const TypeTerm& term : annotationTerms(annotation)) {
        if (lastComponent(term.name) == "Self" && self != kNone) {
            merge(values, { Value::internal(term.isType ? Kind::Class : Kind::Instance, self, certainty::kAnnotated) });
            continue;
        }
        for (Value& value : expression(module, scope == kNone ? 0 : scope, term.name)) {
            value.certainty = std::min(value.certainty, certainty::kAnnotated);
            if (value.kind == Kind::Class) {
                value.kind = term.isType ? Kind::Class : Kind::Instance;
                value.exact = false;
                merge(values, { value });
                continue;
            }
            if (value.kind != Kind::External || endsWith(value.text, ")"))
                continue; // a type variable, or no class at all
            const bool known = startsWith(value.text, "builtins.") || startsWith(value.text, "typing.");
            if (const std::string_view type = builtinType(lastComponent(value.text)); known && !type.empty())
                value.text = type;
            merge(values, { value });
        }
    }
    m_inAnnotation = outside;
    return values;
}

Values Evaluator::annotation(ModuleId module, facts::FunctionIndex scope, std::string_view text, ClassId self)
{
    begin();
    return annotated(module, scope, text, self);
}

// What `for x in iterable` binds x to, as far as an annotation says.
Values Evaluator::element(ModuleId module, const facts::Loop& loop)
{
    const facts::FileFacts& facts = *m_program.modules[module].facts;
    const facts::FunctionIndex scope = loop.function;
    const std::string_view iterable = facts.text(loop.iterable);
    const Step step(*this, { module, scope, false, iterable });
    if (!step || iterable.empty())
        return {};
    Values values;
    const auto take = [&](ModuleId home, facts::FunctionIndex place, std::string_view annotation) {
        if (const std::string_view inner = elementAnnotation(annotation); !inner.empty())
            merge(values, annotated(home, place, inner, kNone));
    };
    const auto takeSymbols = [&](ModuleId home, std::span<const Symbol> symbols) {
        const facts::FileFacts& there = *m_program.modules[home].facts;
        for (const Symbol& symbol : symbols) {
            if (symbol.kind == Symbol::Kind::Binding
                && there.bindings[symbol.index].kind == facts::Binding::Kind::Annotation)
                take(home, there.bindings[symbol.index].function, there.text(there.bindings[symbol.index].value));
        }
    };
    if (iterable.find('.') == std::string_view::npos) {
        for (facts::FunctionIndex s = scope; s < facts.functions.size(); s = facts.functions[s].parent) {
            const facts::Function& function = facts.functions[s];
            for (std::uint32_t i = 0; i < function.parameterCount; ++i) {
                const facts::Parameter& parameter = facts.parameters[function.firstParameter + i];
                if (facts.text(parameter.name) != iterable)
                    continue;
                take(module, function.parent, facts.text(parameter.annotation));
                return values;
            }
            if (const auto symbols = m_program.symbols.inFunction(module, s, iterable); !symbols.empty()) {
                takeSymbols(module, symbols);
                break;
            }
        }
    } else {
        const auto dot = iterable.rfind('.');
        for (const Value& owner : expression(module, scope, iterable.substr(0, dot))) {
            if (owner.kind != Kind::Class && owner.kind != Kind::Instance)
                continue;
            for (const ClassId each : m_program.classes.order(owner.id)) {
                const ModuleId home = m_program.classes.moduleOf(each);
                takeSymbols(
                    home, m_program.symbols.inClass(home, m_program.classes.indexOf(each), iterable.substr(dot + 1)));
            }
        }
    }
    if (!values.empty())
        return values;
    for (const Value& value : expression(module, scope, iterable)) {
        if (value.kind != Kind::Function)
            continue;
        const ModuleId home = moduleOf(value.id);
        const facts::FileFacts& there = *m_program.modules[home].facts;
        const facts::Function& function = there.functions[value.id - m_program.modules[home].firstFunction];
        take(home, function.parent, there.text(function.returns));
    }
    return values;
}

} // namespace ferroscope::graph

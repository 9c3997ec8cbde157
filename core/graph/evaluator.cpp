// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/evaluator.h"

#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/graph/annotation.h"
#include "core/graph/builtins.h"
#include "core/graph/certainty.h"
#include <algorithm>

namespace ferroscope::graph {

namespace {

using Kind = Value::Kind;

constexpr std::size_t kMostValues = 8; // alternatives followed further
constexpr std::size_t kMostOverrides = 32;
constexpr std::size_t kLongestText = 200; // of an external target

Value external(std::string text, float certainty = certainty::kDirect)
{
    Value value;
    value.text = std::move(text);
    value.certainty = certainty;
    return value;
}

Value internal(Kind kind, std::uint32_t id, float certainty = certainty::kDirect)
{
    Value value;
    value.kind = kind;
    value.id = id;
    value.certainty = certainty;
    return value;
}

void weaken(Values& values, float certainty)
{
    for (Value& value : values)
        value.certainty = std::min(value.certainty, certainty);
}

void merge(Values& into, Values&& values)
{
    for (Value& value : values) {
        const auto same = [&](const Value& other) { return other.kind == value.kind && other.id == value.id && other.text == value.text; };
        const auto known = std::find_if(into.begin(), into.end(), same);
        if (known == into.end()) {
            into.push_back(std::move(value));
            continue;
        }
        known->certainty = std::max(known->certainty, value.certainty);
        known->exact = known->exact && value.exact;
    }
}

bool isExternalBaseToSkip(std::string_view name)
{
    const std::string_view last = lastComponent(name);
    return last == "object" || last == "Generic" || last == "Protocol" || last == "ABC";
}

} // namespace

// One definition being followed; false if that would go round in circles or too deep.
class Evaluator::Step {
public:
    Step(Evaluator& evaluator, Open open)
        : m_evaluator(evaluator)
        , m_taken(evaluator.m_open.size() < kDeepest && evaluator.spend()
              && std::find(evaluator.m_open.begin(), evaluator.m_open.end(), open) == evaluator.m_open.end())
    {
        if (m_taken)
            evaluator.m_open.push_back(open);
    }
    ~Step()
    {
        if (m_taken)
            m_evaluator.m_open.pop_back();
    }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    explicit operator bool() const { return m_taken; }

private:
    Evaluator& m_evaluator;
    bool m_taken;
};

Values Evaluator::evaluate(ModuleId module, facts::FunctionIndex scope, std::string_view text)
{
    m_steps = 0;
    m_open.clear();
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
        for (const facts::Loop& loop : facts.loops) {
            if (loop.function == s && loop.target != 0 && facts.text(loop.target) == name)
                return element(module, s, facts.text(loop.iterable));
        }
    }
    if (const ModuleId origin = m_program.symbols.starOrigin(module, name); origin != kNone)
        return moduleAttribute(origin, name);
    if (isBuiltin(name))
        return { external("builtins." + std::string(name)) };
    if (const std::string_view star = m_program.symbols.externalStar(module); !star.empty())
        return { external(std::string(star) + "." + std::string(name), certainty::kAlternative) };
    return {};
}

Values Evaluator::parameter(ModuleId module, facts::FunctionIndex index, std::uint32_t position)
{
    const facts::FileFacts& facts = *m_program.modules[module].facts;
    const facts::Function& function = facts.functions[index];
    const facts::Parameter& parameter = facts.parameters[function.firstParameter + position];
    if (position == 0 && function.owner != kNone && !function.is(facts::kStatic)) {
        const std::string_view name = facts.text(function.name);
        const bool isClass = function.is(facts::kClassMethod) || name == "__new__" || name == "__init_subclass__" || name == "__class_getitem__";
        return { internal(isClass ? Kind::Class : Kind::Instance, m_program.classes.id(module, function.owner), certainty::kSelf) };
    }
    if (parameter.kind == facts::ParameterKind::VarArgs)
        return { external("tuple", certainty::kInferred) };
    if (parameter.kind == facts::ParameterKind::VarKeywords)
        return { external("dict", certainty::kInferred) };
    if (parameter.annotation == 0)
        return {};
    const facts::FunctionIndex method = enclosingMethod(facts, index);
    const ClassId self = method == kNone ? kNone : m_program.classes.id(module, facts.functions[method].owner);
    return annotated(module, function.parent, facts.text(parameter.annotation), self);
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
            return { internal(Kind::Module, sub) };
        if (m_program.index.isNamespace(full)) {
            Value value = internal(Kind::Namespace, kNone);
            value.text = full;
            return { value };
        }
    }
    if (const std::string_view star = m_program.symbols.externalStar(module); !star.empty())
        return { external(std::string(star) + "." + std::string(name), certainty::kAlternative) };
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
        if (symbol.kind == Symbol::Kind::Function && (function == nullptr || !facts.functions[symbol.index].is(facts::kOverload)))
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
                take({ internal(Kind::Function, home.firstFunction + symbol.index) });
            break;
        case Symbol::Kind::Class:
            take({ internal(Kind::Class, m_program.classes.id(module, symbol.index)) });
            break;
        case Symbol::Kind::Import:
            take(imported(module, symbol.index));
            break;
        case Symbol::Kind::Binding:
            take(bound(module, facts.bindings[symbol.index]));
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
            return { internal(Kind::Module, top) };
        if (m_program.index.isNamespace(first)) {
            Value value = internal(Kind::Namespace, kNone);
            value.text = first;
            return { value };
        }
        if (const ModuleId beside = m_program.index.sibling(module, first); beside != kNone && target.kind == ImportTarget::Kind::Module)
            return { internal(Kind::Module, beside) };
        return { external(std::string(first)) };
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
        return { internal(Kind::Module, target.module) };
    }
    case ImportTarget::Kind::Attribute:
        return moduleAttribute(target.module, facts.text(import.name));
    case ImportTarget::Kind::Namespace: {
        Value value = internal(Kind::Namespace, kNone);
        value.text = target.text;
        return { value };
    }
    case ImportTarget::Kind::External:
        return { external(target.text) };
    default:
        return {};
    }
}

Values Evaluator::bound(ModuleId module, const facts::Binding& binding)
{
    const facts::FileFacts& facts = *m_program.modules[module].facts;
    const std::string_view value = facts.text(binding.value);
    Values values;
    switch (binding.kind) {
    case facts::Binding::Kind::Call: {
        for (const Value& callee : expression(module, binding.function, value))
            merge(values, called(callee));
        return values;
    }
    case facts::Binding::Kind::Name:
        return expression(module, binding.function, value);
    case facts::Binding::Kind::Annotation: {
        const facts::FunctionIndex method = enclosingMethod(facts, binding.function);
        const facts::ClassIndex owner = method == kNone ? binding.owner : facts.functions[method].owner;
        return annotated(module, binding.function, value, owner == kNone ? kNone : m_program.classes.id(module, owner));
    }
    default:
        if (const std::string_view type = builtinType(value); !type.empty())
            return { external(std::string(type), certainty::kInferred) };
        return {};
    }
}

Values Evaluator::called(const Value& value)
{
    if (!spend())
        return {};
    switch (value.kind) {
    case Kind::Class: {
        Value made = internal(Kind::Instance, value.id, std::min(value.certainty, certainty::kInferred));
        made.exact = true;
        return { made };
    }
    case Kind::Function: {
        const auto after = std::upper_bound(m_program.modules.begin(), m_program.modules.end(), value.id,
            [](FunctionId id, const Module& module) { return id < module.firstFunction; });
        const auto module = static_cast<ModuleId>(after - m_program.modules.begin()) - 1;
        const facts::FileFacts& facts = *m_program.modules[module].facts;
        const facts::FunctionIndex index = value.id - m_program.modules[module].firstFunction;
        const facts::Function& function = facts.functions[index];
        if (function.returns == 0)
            return {};
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
                return { external(std::string(type), value.certainty) };
        }
        if (value.text.size() > kLongestText)
            return {};
        return { external(value.text + "()", value.certainty) };
    }
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
            values = { internal(Kind::Module, module) };
        else if (m_program.index.isNamespace(full)) {
            values = { internal(Kind::Namespace, kNone) };
            values.front().text = full;
        }
        break;
    }
    case Kind::Class:
    case Kind::Instance:
        values = member(value.id, name, value);
        break;
    case Kind::External:
        if (value.text.size() > kLongestText)
            return {};
        values = { external(value.text + "." + std::string(name)) };
        break;
    case Kind::Function:
        break;
    }
    weaken(values, value.certainty);
    return values;
}

Values Evaluator::member(ClassId id, std::string_view name, const Value& object)
{
    Values values;
    const Classes& classes = m_program.classes;
    bool found = false;
    for (const ClassId each : classes.order(id)) {
        const ModuleId module = classes.moduleOf(each);
        const auto symbols = m_program.symbols.inClass(module, classes.indexOf(each), name);
        if (symbols.empty())
            continue;
        found = true;
        for (Value& value : definitions(module, classes.indexOf(each), true, symbols)) {
            if (value.kind != Kind::Function) {
                values.push_back(std::move(value));
                continue;
            }
            value.receiver = id;
            const facts::Function& function = m_program.modules[module].facts->functions[value.id - m_program.modules[module].firstFunction];
            const bool isOwn = value.id - m_program.modules[module].firstFunction < m_program.modules[module].functionCount;
            if (object.kind == Kind::Instance && isOwn && function.is(facts::kProperty))
                merge(values, called(value));
            else
                values.push_back(std::move(value));
        }
        break;
    }
    if (!object.exact && (!found || !values.empty()))
        addOverrides(id, name, object, values);
    if (!found && values.empty()) {
        for (const ClassId each : classes.order(id)) {
            for (const std::string& base : classes.bases(each).external) {
                if (!isExternalBaseToSkip(base))
                    return { external(base + "." + std::string(name), certainty::kInferred) };
            }
        }
    }
    return values;
}

// Methods of subclasses that a call on an object of class `id` may reach instead.
void Evaluator::addOverrides(ClassId id, std::string_view name, const Value& object, Values& values)
{
    if (!values.empty() && std::none_of(values.begin(), values.end(), [](const Value& v) { return v.kind == Kind::Function; }))
        return; // data, not a method
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
            for (const Symbol& symbol : m_program.symbols.inClass(module, m_program.classes.indexOf(sub), name)) {
                if (symbol.kind != Symbol::Kind::Function || overrides.size() >= kMostOverrides)
                    continue;
                Value value = internal(Kind::Function, m_program.modules[module].firstFunction + symbol.index);
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
    m_steps = 0;
    m_open.clear();
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
                return { external(base + "." + std::string(name), certainty::kSelf) };
        }
    }
    return { external("builtins.object." + std::string(name), certainty::kSelf) };
}

Values Evaluator::annotated(ModuleId module, facts::FunctionIndex scope, std::string_view annotation, ClassId self)
{
    Values values;
    for (const TypeTerm& term : annotationTerms(annotation)) {
        if (lastComponent(term.name) == "Self" && self != kNone) {
            merge(values, { internal(term.isType ? Kind::Class : Kind::Instance, self, certainty::kAnnotated) });
            continue;
        }
        for (Value& value : expression(module, scope == kNone ? 0 : scope, term.name)) {
            value.certainty = std::min(value.certainty, certainty::kAnnotated);
            if (value.kind == Kind::Class) {
                value.kind = term.isType ? Kind::Class : Kind::Instance;
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
    return values;
}

// What `for x in iterable` binds x to, as far as an annotation says.
Values Evaluator::element(ModuleId module, facts::FunctionIndex scope, std::string_view iterable)
{
    const Step step(*this, { module, scope, false, iterable });
    if (!step || iterable.empty())
        return {};
    const facts::FileFacts& facts = *m_program.modules[module].facts;
    Values values;
    const auto take = [&](ModuleId home, facts::FunctionIndex place, std::string_view annotation) {
        if (const std::string_view inner = elementAnnotation(annotation); !inner.empty())
            merge(values, annotated(home, place, inner, kNone));
    };
    const auto takeSymbols = [&](ModuleId home, std::span<const Symbol> symbols) {
        const facts::FileFacts& there = *m_program.modules[home].facts;
        for (const Symbol& symbol : symbols) {
            if (symbol.kind == Symbol::Kind::Binding && there.bindings[symbol.index].kind == facts::Binding::Kind::Annotation)
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
                takeSymbols(home, m_program.symbols.inClass(home, m_program.classes.indexOf(each), iterable.substr(dot + 1)));
            }
        }
    }
    if (!values.empty())
        return values;
    for (const Value& value : expression(module, scope, iterable)) {
        if (value.kind != Kind::Function)
            continue;
        const auto after = std::upper_bound(m_program.modules.begin(), m_program.modules.end(), value.id,
            [](FunctionId id, const Module& each) { return id < each.firstFunction; });
        const auto home = static_cast<ModuleId>(after - m_program.modules.begin()) - 1;
        const facts::FileFacts& there = *m_program.modules[home].facts;
        const facts::Function& function = there.functions[value.id - m_program.modules[home].firstFunction];
        take(home, function.parent, there.text(function.returns));
    }
    return values;
}

Values Evaluator::inClassBody(ModuleId module, facts::ClassIndex klass, std::string_view text)
{
    m_steps = 0;
    m_open.clear();
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

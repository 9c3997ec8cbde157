// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluator: what a dotted expression may denote at a place in a module, without running anything.
//
// Looks at definitions, imports and re-exports, assignments, annotations and the class hierarchy; the order
// of statements is not looked at, so a name assigned twice denotes either. Every query is bounded in depth and
// steps; what it cannot tell it leaves out. An Evaluator belongs to one thread; the Program is only read.
#pragma once

#include "core/graph/classes.h"
#include "core/graph/symbols.h"

namespace ferroscope::graph {

struct Program {
    const std::vector<Module>& modules;
    const ModuleIndex& index;
    const ImportTargets& imports;
    const Symbols& symbols;
    Classes classes;
};

// Resolves the bases of every class and sets program.classes.
void resolveBases(Program& program, unsigned jobs, std::stop_token stop);

struct Value {
    enum class Kind : std::uint8_t {
        Module, // id: ModuleId
        Namespace, // text: dotted name of a namespace package
        Function, // id: FunctionId
        Class, // id: ClassId
        Instance, // id: ClassId
        External, // text: "numpy.dot", "numpy.array()", "str" (a value of a built-in type), "pandas.DataFrame"
    };
    Kind kind = Kind::External;
    std::uint32_t id = kNone;
    bool exact = false; // Instance: of this class and no subclass of it
    bool isOverride = false; // Function: found in a subclass
    float certainty = 1;
    ClassId receiver = kNone; // Function: class of the object it was looked up on
    std::string text;
};
using Values = std::vector<Value>;

class Evaluator {
public:
    explicit Evaluator(const Program& program)
        : m_program(program)
    {
    }
    // "np.dot", "self.engine.run", "make().run"; empty if unknown.
    Values evaluate(ModuleId module, facts::FunctionIndex scope, std::string_view expression);
    // What `super().name` denotes in `scope`.
    Values evaluateSuper(ModuleId module, facts::FunctionIndex scope, std::string_view name);
    // Methods that run when `value` is called, given that it is one of the repository's.
    Values attribute(const Value& value, std::string_view name);
    // The function `name` of a class or of its bases, kNone if none; no overrides.
    FunctionId method(ClassId id, std::string_view name) const;
    // The class found as `name` in the body of another, for the bases of nested classes.
    Values inClassBody(ModuleId module, facts::ClassIndex klass, std::string_view expression);

private:
    struct Open { // being evaluated: guards against going round in circles
        ModuleId module;
        std::uint32_t scope;
        bool isClass;
        std::string_view name;
        bool operator==(const Open&) const = default;
    };
    class Step;

    Values expression(ModuleId module, facts::FunctionIndex scope, std::string_view text);
    Values name(ModuleId module, facts::FunctionIndex scope, std::string_view name);
    Values parameter(ModuleId module, facts::FunctionIndex function, std::uint32_t position);
    Values moduleAttribute(ModuleId module, std::string_view name);
    Values member(ClassId id, std::string_view name, const Value& object);
    void addOverrides(ClassId id, std::string_view name, const Value& object, Values& values);
    Values definitions(ModuleId module, std::uint32_t scope, bool isClass, std::span<const Symbol> symbols);
    Values imported(ModuleId module, std::uint32_t index);
    Values bound(ModuleId module, const facts::Binding& binding);
    Values called(const Value& value);
    Values annotated(ModuleId module, facts::FunctionIndex scope, std::string_view annotation, ClassId self);
    Values element(ModuleId module, facts::FunctionIndex scope, std::string_view iterable);
    Values follow(Values values, std::string_view path);
    bool spend() { return ++m_steps <= kSteps; }

    static constexpr std::size_t kSteps = 300; // per query
    static constexpr std::size_t kDeepest = 12; // definitions followed one after the other

    const Program& m_program;
    std::size_t m_steps = 0;
    std::vector<Open> m_open;
};

} // namespace ferroscope::graph

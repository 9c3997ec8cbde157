// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluator: what a dotted expression may denote at a place in a module, without running anything.
//
// Looks at definitions, imports and re-exports, assignments, annotations and the class hierarchy; the order
// of statements is not looked at, so a name assigned twice denotes either. Every query is bounded in depth and
// steps; what it cannot tell it leaves out. An Evaluator belongs to one thread; the Program is only read.
#pragma once

#include "core/graph/symbols.h"
#include "core/graph/value.h"
#include <algorithm>

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

class Evaluator {
public:
    explicit Evaluator(const Program& program)
        : m_program(program)
    {
    }
    // "np.dot", "self.engine.run", "make().run" (the result of make), ...; empty if unknown.
    Values evaluate(ModuleId module, facts::FunctionIndex scope, std::string_view expression);
    // What `super().name` denotes in `scope`.
    Values evaluateSuper(ModuleId module, facts::FunctionIndex scope, std::string_view name);
    // What `value.name` denotes.
    Values attribute(const Value& value, std::string_view name);
    // What calling `callee` gives, as far as a constructor or an annotation tells.
    Values result(const Value& callee);
    // What an annotation written in `scope` says; `self` is the class that "Self" means, or kNone.
    Values annotation(ModuleId module, facts::FunctionIndex scope, std::string_view text, ClassId self);
    // The function `name` of a class or of its bases, kNone if none; no overrides.
    FunctionId method(ClassId id, std::string_view name) const;
    // As evaluate(), for a base of `klass`: a nested class sees the body it stands in.
    Values inClassBody(ModuleId module, facts::ClassIndex klass, std::string_view expression);

private:
    struct Open { // being evaluated: guards against going round in circles
        ModuleId module;
        std::uint32_t scope;
        bool isClass;
        std::string_view name;
        bool operator==(const Open&) const = default;
    };
    // One definition being followed; false if that would go round in circles or too deep.
    class Step {
    public:
        Step(Evaluator& evaluator, Open open)
            : m_open(evaluator.m_open)
            , m_taken(m_open.size() < kDeepest && evaluator.spend()
                  && std::find(m_open.begin(), m_open.end(), open) == m_open.end())
        {
            if (m_taken)
                m_open.push_back(open);
        }
        ~Step()
        {
            if (m_taken)
                m_open.pop_back();
        }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;
        explicit operator bool() const { return m_taken; }

    private:
        std::vector<Open>& m_open;
        bool m_taken;
    };

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
    Values element(ModuleId module, const facts::Loop& loop);
    bool isRead(ModuleId module, facts::FunctionIndex scope, std::string_view name) const;
    Values follow(Values values, std::string_view path);
    bool spend() { return ++m_steps <= kSteps; }
    void begin()
    {
        m_steps = 0;
        m_open.clear();
        m_inAnnotation = false;
    }
    ModuleId moduleOf(FunctionId function) const;

    static constexpr std::size_t kSteps = 300; // per query
    static constexpr std::size_t kDeepest = 12; // definitions followed one after the other

    const Program& m_program;
    std::size_t m_steps = 0;
    std::vector<Open> m_open;
    bool m_inAnnotation = false; // names in annotations are not among a function's reads
};

} // namespace ferroscope::graph

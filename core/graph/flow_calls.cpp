// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FlowSolver: what happens when something is called.
#include "core/graph/flow_solver.h"

#include "core/base/text.h"

namespace ferroscope::graph {

using facts::ParameterKind;
using How = FlowCall::How;

namespace {

// How many parameters are bound already, and how deep partial() stands in partial().
constexpr std::uint32_t kPartialStep = 1U << 16U;
constexpr std::uint32_t kMostPartials = 3;

bool isPositional(ParameterKind kind)
{
    return kind == ParameterKind::Positional || kind == ParameterKind::PositionalOnly;
}

} // namespace

void FlowSolver::call(std::uint32_t site, Object object, std::uint32_t bound)
{
    const std::uint32_t id = idOf(object);
    switch (what(object)) {
    case What::Function:
        return enterFunction(site, id, bound, m_sites[site].result);
    case What::Bound:
        return enterFunction(site, id, bound + 1, m_sites[site].result);
    case What::Class:
        return construct(site, id, bound);
    case What::Instance: {
        const Callable to = method(id, m_names.call);
        if (to == kNone)
            return;
        receive(to, object);
        return enterFunction(site, to, bound + 1, m_sites[site].result);
    }
    case What::Partial: {
        const Node wrapped = argument(id, 0);
        const std::uint32_t depth = bound / kPartialStep + 1;
        if (wrapped != kDead && depth <= kMostPartials)
            addUse(wrapped, Do::Call, site, bound + kPartialStep + positional(id) - 1);
        return;
    }
    case What::External:
        return callExternal(site, m_texts[id]);
    case What::ContainerMethod:
        return callContainer(site, id);
    default:
        return;
    }
}

void FlowSolver::enterFunction(std::uint32_t site, Callable to, std::uint32_t bound, Node result)
{
    const Site& made = m_sites[site];
    const bool isNew = found(made.term, to, How::Called);
    if (made.isDecoration ? !m_entered.insert(static_cast<std::uint64_t>(site) << 32U | to, 0).second : !isNew)
        return; // several decorations may share a term
    passArguments(site, to, bound % kPartialStep, 0);
    if (isGenerator(to))
        add(result, object(What::Generator, to));
    else
        addEdge(returned(to), result);
}

ClassId FlowSolver::metaclass(ClassId id)
{
    ClassId& known = m_metaclass[id];
    if (known != kNone - 1)
        return known;
    known = kNone;
    for (const ClassId each : m_program.classes.order(id)) {
        const ModuleId module = m_program.classes.moduleOf(each);
        const facts::ClassIndex index = m_program.classes.indexOf(each);
        const facts::NameId text = facts(module).classes[index].metaclass;
        if (text == 0)
            continue;
        for (const Value& value : m_evaluator.inClassBody(module, index, facts(module).text(text))) {
            if (value.kind == Value::Kind::Class && value.id != id)
                m_metaclass[id] = value.id;
        }
        break;
    }
    return m_metaclass[id];
}

void FlowSolver::construct(std::uint32_t site, ClassId id, std::uint32_t bound)
{
    const Site made = m_sites[site];
    const Object instance = object(What::Instance, id);
    add(made.result, instance);
    if (const ClassId meta = metaclass(id); meta != kNone) {
        if (const Callable hook = method(meta, m_names.call); hook != kNone) {
            receive(hook, object(What::Class, id));
            enterFunction(site, hook, bound + 1, made.result);
        }
    }
    const Callable make = method(id, m_names.make);
    if (make != kNone) {
        receive(make, object(What::Class, id));
        enterFunction(site, make, bound + 1, made.result);
    }
    Callable init = method(id, m_names.init);
    if (init == kNone)
        init = method(id, m_names.postInit); // what dataclasses make calls it
    if (init == kNone)
        return;
    receive(init, instance);
    enterFunction(site, init, bound + 1, kDead);
}

// The arguments partial() itself was given.
void FlowSolver::prepare(std::uint32_t site, Object object)
{
    const std::uint32_t id = idOf(object);
    if (what(object) == What::Function)
        return passArguments(site, id, 0, 1);
    if (what(object) == What::Bound)
        return passArguments(site, id, 1, 1);
    if (what(object) == What::Class) {
        if (const Callable init = method(id, m_names.init); init != kNone)
            passArguments(site, init, 1, 1);
    }
}

// Arguments from `skipped` on to parameters from `bound` on.
void FlowSolver::passArguments(std::uint32_t site, Callable to, std::uint32_t bound, std::uint32_t skipped)
{
    const CallableInfo info = m_callables[to];
    const Site made = m_sites[site];
    for (std::uint32_t at = made.firstArgument; at < made.firstArgument + made.argumentCount; ++at) {
        const Argument argument = m_arguments[at];
        if (argument.key == facts::kStarred) {
            passSpread(argument.node, made.term, to, bound);
            continue;
        }
        if (argument.key == facts::kDoubleStarred) {
            passSpreadNames(argument.node, to);
            continue;
        }
        const bool byPosition = argument.key >= facts::kPosition;
        if (byPosition && argument.key - facts::kPosition < skipped)
            continue;
        const std::uint32_t position = byPosition ? argument.key - facts::kPosition - skipped + bound : 0;
        std::uint32_t seen = 0;
        for (std::uint32_t each = 0; each < info.parameterCount; ++each) {
            const facts::Parameter& of = parameterOf(to, each);
            const Node node = parameter(to, each);
            if (byPosition) {
                if (isPositional(of.kind) && seen++ == position) {
                    addEdge(argument.node, node);
                    break;
                }
                if (of.kind == ParameterKind::VarArgs && position >= seen) {
                    addEdge(argument.node, item(m_termCount + node, facts::kPosition | (position - seen)));
                    break;
                }
                continue;
            }
            if (of.kind == ParameterKind::VarKeywords) {
                addEdge(argument.node, item(m_termCount + node, argument.key));
                break;
            }
            if (of.kind != ParameterKind::VarArgs && key(info.module, of.name) == argument.key) {
                addEdge(argument.node, node);
                break;
            }
        }
    }
}

// f(*from)
void FlowSolver::passSpread(Node from, std::uint32_t term, Callable to, std::uint32_t bound)
{
    std::uint32_t position = 0;
    for (std::uint32_t each = 0; each < m_callables[to].parameterCount; ++each) {
        const ParameterKind kind = parameterOf(to, each).kind;
        const Node node = parameter(to, each);
        if (isPositional(kind) && position++ >= bound)
            addUse(from, Do::ItemTo, node, facts::kPosition | (position - 1 - bound));
        else if (kind == ParameterKind::VarArgs)
            addUse(from, Do::Element, item(m_termCount + node, 0), term);
    }
}

// f(**from)
void FlowSolver::passSpreadNames(Node from, Callable to)
{
    for (std::uint32_t each = 0; each < m_callables[to].parameterCount; ++each) {
        const facts::Parameter& of = parameterOf(to, each);
        const Node node = parameter(to, each);
        if (of.kind == ParameterKind::VarKeywords)
            addUse(from, Do::ItemTo, item(m_termCount + node, 0), 0);
        else if (of.kind != ParameterKind::VarArgs)
            addUse(from, Do::ItemTo, node, key(m_callables[to].module, of.name));
    }
}

} // namespace ferroscope::graph

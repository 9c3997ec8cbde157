// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walk, part 6: where values flow. When a node is left, the parts of its children become its own part.
#include "core/facts/walk.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace ferroscope::facts {

namespace {

constexpr std::size_t kLongestKey = 40; // bytes of a literal that an item goes by
constexpr int kDeepestPattern = 8; // (a, (b, c)) = ...

struct Operator {
    std::string_view token, method, reflected;
};

constexpr Operator kOperators[] = { { "+", "__add__", "__radd__" }, { "-", "__sub__", "__rsub__" },
    { "*", "__mul__", "__rmul__" }, { "/", "__truediv__", "__rtruediv__" }, { "//", "__floordiv__", "__rfloordiv__" },
    { "%", "__mod__", "__rmod__" }, { "**", "__pow__", "__rpow__" }, { "@", "__matmul__", "__rmatmul__" },
    { "&", "__and__", "__rand__" }, { "|", "__or__", "__ror__" }, { "^", "__xor__", "__rxor__" },
    { "<<", "__lshift__", "__rlshift__" }, { ">>", "__rshift__", "__rrshift__" }, { "==", "__eq__", "__eq__" },
    { "!=", "__ne__", "__ne__" }, { "<", "__lt__", "__gt__" }, { "<=", "__le__", "__ge__" },
    { ">", "__gt__", "__lt__" }, { ">=", "__ge__", "__le__" }, { "+=", "__iadd__", "" }, { "-=", "__isub__", "" },
    { "*=", "__imul__", "" }, { "/=", "__itruediv__", "" }, { "//=", "__ifloordiv__", "" }, { "%=", "__imod__", "" },
    { "**=", "__ipow__", "" }, { "@=", "__imatmul__", "" }, { "&=", "__iand__", "" }, { "|=", "__ior__", "" },
    { "^=", "__ixor__", "" }, { "<<=", "__ilshift__", "" }, { ">>=", "__irshift__", "" } };

constexpr Operator kUnary[] = { { "-", "__neg__", "" }, { "+", "__pos__", "" }, { "~", "__invert__", "" } };

const Operator* find(std::span<const Operator> table, std::string_view token)
{
    const auto at = std::find_if(table.begin(), table.end(), [&](const Operator& each) { return each.token == token; });
    return at == table.end() ? nullptr : &*at;
}

} // namespace

void Walk::replaceParts(const Step& here, std::uint32_t made, Key key)
{
    m_parts.resize(here.parts);
    m_parts.push_back({ here.kind, here.field, made, key });
}

void Walk::beginLambda(Node node)
{
    Lambda made;
    made.function = m_now.function;
    made.outer = m_now.lambda;
    made.line = node.startRow() + 1;
    made.frequency = m_now.frequency;
    made.firstParameter = static_cast<std::uint32_t>(m_facts.parameters.size());
    appendParameters(node.field(Field::Parameters), kNone);
    made.parameterCount = static_cast<std::uint32_t>(m_facts.parameters.size()) - made.firstParameter;
    m_path.back().data = static_cast<std::uint32_t>(m_facts.lambdas.size());
    m_facts.lambdas.push_back(made);
}

void Walk::leave(Node node)
{
    Step& here = m_path.back();
    switch (here.kind) {
    case Kind::Identifier:
        if (here.data != kNone)
            m_parts.push_back({ here.kind, here.field, term(Term::Kind::Name, here.data, kNone, 0), here.data });
        else if (hasParent() && (parent().kind == Kind::Attribute || parent().kind == Kind::KeywordArgument))
            m_parts.push_back({ here.kind, here.field, kNone, name(node) });
        return;
    case Kind::ArgumentList: // its parts are those of the call
    case Kind::LambdaParameters:
    case Kind::AsPatternTarget:
    case Kind::WithClause:
        return;
    case Kind::Assignment: case Kind::AugmentedAssignment: case Kind::NamedExpression: case Kind::ForStatement:
    case Kind::ForInClause: case Kind::ReturnStatement: case Kind::Yield: case Kind::RaiseStatement:
    case Kind::WithItem: case Kind::AsPattern: case Kind::DefaultParameter: case Kind::TypedDefaultParameter:
    case Kind::DecoratedDefinition: case Kind::FunctionDefinition: case Kind::ClassDefinition: case Kind::ExceptClause:
    case Kind::Decorator:
        leaveStatement(node, here);
        return;
    case Kind::Block:
    case Kind::Await:
        noteEffect();
        [[fallthrough]];
    default:
        leaveValue(node, here);
    }
}

// Expressions. What can hold no function or object leaves an empty part, so that positions stay right.
void Walk::leaveValue(Node node, Step& here)
{
    const std::size_t count = m_parts.size() - here.parts;
    const Part first = count > 0 ? m_parts[here.parts] : Part {};
    const std::uint32_t line = node.startRow() + 1;
    switch (here.kind) {
    case Kind::Attribute: {
        const Part last = count > 0 ? m_parts.back() : Part {};
        const bool known = count == 2 && first.term != kNone && last.key != 0;
        replaceParts(here, known ? term(Term::Kind::Attribute, last.key, first.term, node.endRow() + 1) : kNone);
        return;
    }
    case Kind::Call:
        leaveCall(here);
        return;
    case Kind::Lambda: {
        const Part body = count > 0 ? m_parts.back() : Part {};
        if (body.field == Field::Body && body.term != kNone && here.data < kMostScopes)
            m_facts.flows.push_back(
                { termOf(Term::placeOf(Term::Kind::Returned, Term::Scope::Lambda, here.data), 0, kNone, line), body.term });
        m_facts.terms.push_back({ placeOf(Term::Kind::Lambda), 0, here.data, line });
        replaceParts(here, static_cast<std::uint32_t>(m_facts.terms.size() - 1));
        return;
    }
    case Kind::Subscript: {
        const bool slice = count > 1 && m_parts.back().kind == Kind::Slice;
        const Key key = count == 2 && m_parts.back().kind != Kind::Identifier ? m_parts.back().key : 0;
        const std::uint32_t made = first.term == kNone || first.field != Field::Value
            ? kNone
            : term(slice ? Term::Kind::Slice : Term::Kind::Item, key, first.term, line);
        replaceParts(here, made);
        return;
    }
    case Kind::ParenthesizedExpression:
    case Kind::Await:
    case Kind::ListSplat:
    case Kind::DictionarySplat:
    case Kind::ListSplatPattern:
        replaceParts(here, count > 0 ? first.term : kNone, here.kind == Kind::ParenthesizedExpression ? first.key : 0);
        return;
    case Kind::KeywordArgument:
        replaceParts(here, count == 2 ? m_parts.back().term : kNone, first.key);
        return;
    case Kind::Pair:
        replaceParts(here, count == 2 ? m_parts.back().term : kNone, first.kind == Kind::Identifier ? 0 : first.key);
        return;
    case Kind::Tuple: case Kind::ExpressionList: case Kind::PatternList: case Kind::TuplePattern:
    case Kind::ListPattern: {
        const bool empty = std::all_of(m_parts.begin() + here.parts, m_parts.end(),
            [](const Part& part) { return part.term == kNone; });
        replaceParts(here, empty ? kNone : compound(Term::Kind::Display, kNone, here, 0));
        return;
    }
    case Kind::List: case Kind::Set: case Kind::ListComprehension: case Kind::SetComprehension:
    case Kind::GeneratorExpression:
        replaceParts(here, compound(Term::Kind::Display, kNone, here, 0));
        return;
    case Kind::Dictionary:
    case Kind::DictionaryComprehension:
        replaceParts(here, compound(Term::Kind::Mapping, kNone, here, 0));
        return;
    case Kind::ConditionalExpression:
        if (count == 3)
            m_parts.erase(m_parts.begin() + here.parts + 1); // the condition
        [[fallthrough]];
    case Kind::BooleanOperator: {
        const std::size_t choices = m_parts.size() - here.parts;
        const std::uint32_t last = choices > 0 ? m_parts.back().term : kNone;
        const bool both = choices == 2 && first.term != kNone && last != kNone;
        replaceParts(here,
            both                      ? compound(Term::Kind::Either, kNone, here, 0)
                : first.term != kNone ? first.term
                                      : last);
        return;
    }
    case Kind::BinaryOperator: case Kind::ComparisonOperator: case Kind::UnaryOperator:
        leaveOperation(node, here, line);
        return;
    case Kind::Slice: { // [2:] and [2:5] begin at 2, [:5] at the beginning
        const bool begins = node.childCount() > 0 && node.child(0).isNamed();
        const Key begin = !begins ? kPosition : first.kind == Kind::Integer ? first.key : 0;
        replaceParts(here, kNone, count <= 2 ? begin : 0);
        return;
    }
    case Kind::String:
    case Kind::Integer: {
        Key key = 0;
        if (hasParent()
            && (parent().kind == Kind::Subscript || parent().kind == Kind::Pair || parent().kind == Kind::Slice)) {
            const std::string_view written = text(node);
            std::uint32_t number = 0;
            if (here.kind == Kind::Integer) {
                const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
                if (error == std::errc {} && end == written.data() + written.size() && number < kDoubleStarred - kPosition)
                    key = kPosition | number;
            } else if (written.size() >= 2 && written.size() <= kLongestKey
                && (written[0] == '"' || written[0] == '\'') && written.substr(0, 3) != "\"\"\"") {
                key = name(written.substr(1, written.size() - 2));
            }
        }
        replaceParts(here, kNone, key);
        return;
    }
    default: {
        m_parts.resize(here.parts);
        if (!here.named || here.kind == Kind::Comment || !hasParent())
            return;
        const Kind around = parent().kind;
        if (around != Kind::Block && around != Kind::Module && around != Kind::ExpressionStatement)
            m_parts.push_back({ here.kind, here.field, kNone, 0 });
    }
    }
}

void Walk::leaveCall(Step& here)
{
    const Part callee = m_parts.size() > here.parts ? m_parts[here.parts] : Part {};
    const bool known = callee.field == Field::Function && callee.term != kNone;
    const std::size_t skipped = callee.field == Field::Function ? 1 : 0;
    const std::uint32_t made = compound(Term::Kind::Call, known ? callee.term : kNone, here, skipped);
    if (here.data < m_facts.calls.size())
        m_facts.calls[here.data].term = made;
    replaceParts(here, made);
}

void Walk::leaveOperation(Node node, const Step& here, std::uint32_t line)
{
    const std::size_t count = m_parts.size() - here.parts;
    const std::uint32_t left = count > 0 ? m_parts[here.parts].term : kNone;
    const std::uint32_t right = count > 1 ? m_parts[here.parts + 1].term : kNone;
    std::uint32_t made = kNone;
    if (left != kNone || right != kNone) {
        std::string_view token;
        if (here.kind == Kind::ComparisonOperator) {
            for (std::uint32_t at = 0; at < std::min(4U, node.childCount()) && token.empty(); ++at) {
                const Node child = node.child(at);
                if (!child.isNamed())
                    token = text(child);
            }
        } else if (const Node sign = node.field(Field::Operator); !sign.isNull()) {
            token = text(sign);
        }
        const bool isUnary = here.kind == Kind::UnaryOperator;
        const Operator* known = isUnary ? find(kUnary, token) : find(kOperators, token);
        if ((token == "in" || token == "not") && !isUnary && right != kNone)
            term(Term::Kind::Operation, name("__contains__"), right, line);
        else if (known != nullptr && left != kNone)
            made = term(Term::Kind::Operation, name(known->method), left, line);
        else if (known != nullptr && right != kNone && !known->reflected.empty())
            made = term(Term::Kind::Operation, name(known->reflected), right, line);
    }
    replaceParts(here, made);
}

// Defaults of parameters: evaluated outside, found inside.
void Walk::leaveParameter(Node node, const Step& here)
{
    const Part value = m_parts.size() > here.parts ? m_parts.back() : Part {};
    const Step owner = hasParent(2) ? parent(2) : Step {};
    if (value.field == Field::Value && value.term != kNone && owner.data < kMostScopes
        && (owner.kind == Kind::Lambda || owner.kind == Kind::FunctionDefinition)) {
        const auto scope = owner.kind == Kind::Lambda ? Term::Scope::Lambda : Term::Scope::Function;
        const std::uint32_t target
            = termOf(Term::placeOf(Term::Kind::Name, scope, owner.data), name(node.field(Field::Name)), kNone, 0);
        m_facts.flows.push_back({ target, value.term });
    }
    m_parts.resize(here.parts);
}

void Walk::leaveDecorated(const Step& here)
{
    const Part definition = m_parts.size() > here.parts ? m_parts.back() : Part {};
    if (definition.kind == Kind::FunctionDefinition || definition.kind == Kind::ClassDefinition) {
        for (std::size_t at = here.parts; at + 1 < m_parts.size(); ++at) {
            if (m_parts[at].kind == Kind::Decorator)
                m_facts.decorations.push_back(
                    { definition.key, definition.kind == Kind::ClassDefinition, m_parts[at].term });
        }
    }
}

// Statements and clauses that bind, return or yield; most leave no part.
void Walk::leaveStatement(Node node, Step& here)
{
    const std::size_t count = m_parts.size() - here.parts;
    const Part first = count > 0 ? m_parts[here.parts] : Part {};
    const Part last = count > 0 ? m_parts.back() : Part {};
    const std::uint32_t line = node.startRow() + 1;
    std::uint32_t value = kNone;
    const auto element = [&](std::uint32_t of) { return of == kNone ? kNone : term(Term::Kind::Element, 0, of, line); };
    switch (here.kind) {
    case Kind::Assignment:
    case Kind::NamedExpression:
        value = count > 1 && (last.field == Field::Right || last.field == Field::Value) ? last.term : kNone;
        assign(first.term, value, line);
        break;
    case Kind::AugmentedAssignment:
        leaveOperation(node, here, line);
        if (count == 2)
            assign(first.term, last.term, line);
        m_parts.resize(here.parts);
        return;
    case Kind::ForStatement:
    case Kind::ForInClause:
        if (count > 1 && m_parts[here.parts].field == Field::Left && m_parts[here.parts + 1].field == Field::Right)
            assign(first.term, element(m_parts[here.parts + 1].term), line);
        m_parts.resize(here.parts);
        return;
    case Kind::ReturnStatement:
        if (first.term != kNone)
            assign(term(Term::Kind::Returned, 0, kNone, line), first.term, line);
        m_parts.resize(here.parts);
        return;
    case Kind::Yield: {
        const bool from = node.childCount() > 1 && text(node.child(1)) == "from";
        const std::uint32_t given = from ? element(first.term) : first.term;
        if (given != kNone)
            assign(term(Term::Kind::Yielded, 0, kNone, line), given, line);
        break;
    }
    case Kind::RaiseStatement:
        if (first.term != kNone)
            term(Term::Kind::Raised, 0, first.term, line);
        m_parts.resize(here.parts);
        return;
    case Kind::AsPattern:
        if (hasParent() && parent().kind == Kind::ExceptClause && count == 2 && first.term != kNone)
            assign(last.term, term(Term::Kind::Caught, 0, first.term, line), line);
        else if (count == 2 && first.term != kNone)
            assign(last.term, term(Term::Kind::Entered, 0, first.term, line), line);
        break;
    case Kind::WithItem:
        if (first.term != kNone && first.kind != Kind::AsPattern)
            term(Term::Kind::Entered, 0, first.term, line);
        m_parts.resize(here.parts);
        return;
    case Kind::ExceptClause: // the grammar may name the parts itself
        if (count == 2 && last.field == Field::Alias && first.term != kNone)
            assign(last.term, term(Term::Kind::Caught, 0, first.term, line), line);
        m_parts.resize(here.parts);
        return;
    case Kind::DefaultParameter:
    case Kind::TypedDefaultParameter:
        leaveParameter(node, here);
        return;
    case Kind::Decorator:
        value = first.term;
        break;
    case Kind::DecoratedDefinition:
        leaveDecorated(here);
        m_parts.resize(here.parts);
        return;
    default: // FunctionDefinition, ClassDefinition: which one, for its decorators
        m_parts.resize(here.parts);
        if (hasParent() && parent().kind == Kind::DecoratedDefinition)
            m_parts.push_back({ here.kind, here.field, kNone, here.data });
        return;
    }
    replaceParts(here, value);
}

void Walk::assign(std::uint32_t target, std::uint32_t value, std::uint32_t line, int depth)
{
    if (target == kNone || value == kNone)
        return;
    const Term to = m_facts.terms[target];
    if (to.kind() != Term::Kind::Display) {
        dropDeadStore(target);
        m_facts.flows.push_back({ target, value });
        noteStore(target, static_cast<std::uint32_t>(m_facts.flows.size() - 1));
        return;
    }
    const Term from = m_facts.terms[value];
    const auto elements = [&](const Term& display) {
        return std::vector<Operand>(m_facts.operands.begin() + display.detail,
            m_facts.operands.begin() + display.detail + display.key);
    };
    const std::vector<Operand> targets = elements(to);
    const auto starred = [](const Operand& each) { return each.key == kStarred; };
    const bool plainTarget = std::none_of(targets.begin(), targets.end(), starred);
    if (depth >= kDeepestPattern)
        return;
    if (from.kind() == Term::Kind::Display && plainTarget) {
        const std::vector<Operand> values = elements(from);
        if (std::none_of(values.begin(), values.end(), starred)) {
            for (const Operand& each : targets) {
                const auto same = std::find_if(
                    values.begin(), values.end(), [&](const Operand& other) { return other.key == each.key; });
                if (same != values.end())
                    assign(each.term, same->term, line, depth + 1);
            }
            return;
        }
    }
    bool beforeStar = true;
    for (const Operand& each : targets) {
        const bool isStar = each.key == kStarred;
        beforeStar = beforeStar && !isStar;
        if (isStar)
            assign(each.term, term(Term::Kind::Slice, 0, value, line), line, depth + 1);
        else
            assign(each.term, term(Term::Kind::Item, beforeStar ? each.key : 0, value, line), line, depth + 1);
    }
}

} // namespace ferroscope::facts

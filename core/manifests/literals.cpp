// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifests/literals.h"

#include "core/base/text.h"

namespace ferroscope::manifests {

using syntax::Field;
using syntax::Kind;
using syntax::Node;

namespace {

constexpr int kMostDepth = 24;
constexpr std::size_t kMostSteps = 1'000'000; // nodes looked at in one file, and every kBytesPerStep bytes of text taken
constexpr std::size_t kBytesPerStep = 64;

// Named children by cursor: child(i) is linear in i.
template <class Action> void eachNamed(Node node, Action action)
{
    syntax::Cursor cursor(node);
    if (!cursor.toFirstChild())
        return;
    do {
        const Node child = cursor.node();
        if (child.isNamed() && child.kind() != Kind::Comment)
            action(child);
    } while (cursor.toNextSibling());
}

// The escapes that occur in names and requirements; any other stays as written.
std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            out += text[at];
            continue;
        }
        const char next = text[++at];
        if (next == 'n')
            out += '\n';
        else if (next == 't')
            out += '\t';
        else if (next == '\\' || next == '\'' || next == '"')
            out += next;
        else if (next != '\n')
            out.append({ '\\', next });
    }
    return out;
}

} // namespace

const Literal* Literal::member(std::string_view name) const
{
    for (auto at = members.rbegin(); at != members.rend(); ++at) {
        if (at->name == name)
            return &at->value;
    }
    return nullptr;
}

std::vector<std::string> Literal::texts() const
{
    std::vector<std::string> found;
    if (kind == Kind::Text)
        found.push_back(text);
    for (const Literal& item : items) {
        if (item.kind == Kind::Text)
            found.push_back(item.text);
    }
    return found;
}

Literals::Literals(const syntax::Tree& tree, std::string_view source)
    : m_source(source)
    , m_budget(kMostSteps)
{
    eachNamed(tree.root(), [&](Node statement) {
        if (statement.kind() != Kind::ExpressionStatement)
            return;
        eachNamed(statement, [&](Node inner) {
            const bool isPlain = inner.kind() == Kind::Assignment;
            if (!isPlain && inner.kind() != Kind::AugmentedAssignment)
                return;
            const Node left = inner.field(Field::Left), right = inner.field(Field::Right);
            if (left.isNull() || left.kind() != Kind::Identifier)
                return;
            const auto [at, isNew] = m_bound.emplace(left.text(m_source), isPlain ? right : Node());
            if (!isNew)
                at->second = Node();
        });
    });
}

Literal Literals::of(Node expression) const
{
    return evaluate(expression, 0);
}

Literal Literals::textOf(Node node) const
{
    Literal made;
    const std::size_t cost = (node.endByte() - node.startByte()) / kBytesPerStep;
    if (cost > m_budget) {
        m_budget = 0;
        return made;
    }
    m_budget -= cost;
    made.kind = Literal::Kind::Text;
    bool isRaw = false;
    eachNamed(node, [&](Node part) {
        if (part.kind() == Kind::Interpolation)
            made.kind = Literal::Kind::Unknown; // an f-string is computed
        else if (part.kind() == Kind::StringStart)
            isRaw = lowerAscii(part.text(m_source)).find('r') != std::string::npos;
        else if (part.kind() == Kind::StringContent)
            made.text += isRaw ? std::string(part.text(m_source)) : unescaped(part.text(m_source));
    });
    return made;
}

Literal Literals::sumOf(Node node, int depth) const
{
    const Node sign = node.field(Field::Operator);
    Literal left = evaluate(node.field(Field::Left), depth);
    Literal right = evaluate(node.field(Field::Right), depth);
    if (sign.isNull() || sign.text(m_source) != "+")
        return {};
    // Of a list and something computed, what is stated is still stated.
    if (left.kind == Literal::Kind::List && right.kind != Literal::Kind::Text) {
        left.items.insert(left.items.end(), right.items.begin(), right.items.end());
        return left;
    }
    if (right.kind == Literal::Kind::List && left.kind == Literal::Kind::Unknown)
        return right;
    if (left.kind != Literal::Kind::Text || right.kind != Literal::Kind::Text)
        return {};
    left.text += right.text;
    return left;
}

Literal Literals::evaluate(Node node, int depth) const
{
    Literal made;
    if (node.isNull() || depth > kMostDepth || m_budget == 0)
        return made;
    --m_budget;
    switch (node.kind()) {
    case Kind::String:
        return textOf(node);
    case Kind::ConcatenatedString:
        made.kind = Literal::Kind::Text;
        eachNamed(node, [&](Node part) {
            const Literal piece = textOf(part);
            made.text += piece.text;
            if (piece.kind == Literal::Kind::Unknown)
                made.kind = Literal::Kind::Unknown;
        });
        return made;
    case Kind::ParenthesizedExpression:
        eachNamed(node, [&](Node inner) { made = evaluate(inner, depth + 1); });
        return made;
    case Kind::List:
    case Kind::Tuple:
    case Kind::Set:
        made.kind = Literal::Kind::List;
        eachNamed(node, [&](Node item) {
            if (m_budget > 0)
                made.items.push_back(evaluate(item, depth + 1));
        });
        return made;
    case Kind::Dictionary:
        made.kind = Literal::Kind::Dictionary;
        eachNamed(node, [&](Node pair) {
            if (pair.kind() != Kind::Pair || m_budget == 0)
                return;
            const Literal key = evaluate(pair.field(Field::Key), depth + 1);
            if (key.kind == Literal::Kind::Text)
                made.members.push_back({ key.text, evaluate(pair.field(Field::Value), depth + 1) });
        });
        return made;
    case Kind::BinaryOperator:
        return sumOf(node, depth + 1);
    case Kind::Identifier: {
        const auto bound = m_bound.find(node.text(m_source));
        return bound == m_bound.end() ? made : evaluate(bound->second, depth + 1);
    }
    case Kind::Call:
        if (calleeOf(node) != "dict")
            return made;
        made.kind = Literal::Kind::Dictionary;
        addArguments(node, made, depth + 1);
        return made;
    default:
        return made;
    }
}

std::string Literals::calleeOf(Node call) const
{
    const Node function = call.field(Field::Function);
    if (function.isNull())
        return {};
    if (function.kind() == Kind::Identifier)
        return std::string(function.text(m_source));
    const Node name = function.kind() == Kind::Attribute ? function.field(Field::Attribute) : Node();
    return name.isNull() ? std::string() : std::string(name.text(m_source));
}

void Literals::addArguments(Node call, Literal& into, int depth) const
{
    const Node arguments = call.field(Field::Arguments);
    if (arguments.isNull() || arguments.kind() != Kind::ArgumentList)
        return;
    std::size_t position = 0;
    eachNamed(arguments, [&](Node argument) {
        if (m_budget == 0)
            return;
        if (argument.kind() == Kind::KeywordArgument) {
            const Node name = argument.field(Field::Name);
            if (!name.isNull())
                into.members.push_back({ std::string(name.text(m_source)), evaluate(argument.field(Field::Value), depth) });
        } else if (argument.kind() == Kind::DictionarySplat) {
            eachNamed(argument, [&](Node inner) {
                Literal splat = evaluate(inner, depth);
                for (auto& member : splat.members)
                    into.members.push_back(std::move(member));
            });
        } else {
            into.members.push_back({ std::to_string(position++), evaluate(argument, depth) });
        }
    });
}

Literal Literals::argumentsOf(Node call) const
{
    Literal made;
    made.kind = Literal::Kind::Dictionary;
    addArguments(call, made, 0);
    return made;
}

} // namespace ferroscope::manifests

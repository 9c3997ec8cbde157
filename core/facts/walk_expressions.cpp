// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walk, part 3: operators, stores, names; what each expression means for the context of its children.
#include "core/base/text.h"
#include "core/facts/frequency.h"
#include "core/facts/walk.h"

#include <algorithm>
#include <array>

namespace ferroscope::facts {

namespace {

constexpr int kDeepestChain = 16; // a.b.c... longer chains are no names any more

} // namespace

bool Walk::dotted(Node node, std::string& out, int depth) const
{
    if (node.isNull() || depth > kDeepestChain)
        return false;
    const Kind kind = node.kind();
    if (kind == Kind::Identifier) {
        out += text(node);
        return true;
    }
    if (kind == Kind::DottedName) {
        for (std::uint32_t at = 0; at < node.namedChildCount(); ++at) {
            if (at > 0)
                out += '.';
            out += text(node.namedChild(at));
        }
        return true;
    }
    if (kind == Kind::Call) { // make().run: what it gives, whatever goes in
        if (depth == 0 || !dotted(node.field(Field::Function), out, depth + 1))
            return false;
        out += "()";
        return true;
    }
    if (kind != Kind::Attribute || !dotted(node.field(Field::Object), out, depth + 1))
        return false;
    out += '.';
    out += text(node.field(Field::Attribute));
    return true;
}

NameId Walk::dottedName(Node node)
{
    m_scratch.clear();
    return dotted(node, m_scratch) ? name(m_scratch) : 0;
}

void Walk::enterExpression(Node node, Kind kind, Field field)
{
    // Fields that change the context for the whole child.
    if (hasParent()) {
        const Step& around = parent();
        if (around.kind == Kind::WhileStatement && field == Field::Condition) {
            save();
            m_now.frequency = std::min(kMostFrequent, m_now.frequency * around.remaining);
            op(Op::Boolean);
        } else if ((around.kind == Kind::ListComprehension || around.kind == Kind::SetComprehension
                       || around.kind == Kind::DictionaryComprehension || around.kind == Kind::GeneratorExpression)
            && (field == Field::Body || kind == Kind::IfClause)) {
            save();
            m_now.frequency = std::min(kMostFrequent, m_now.frequency * around.remaining);
        } else if (around.kind == Kind::ConditionalExpression && node.isNamed() && around.namedSeen != 2) {
            save();
            m_now.frequency *= kBranch;
        } else if (((around.kind == Kind::ForStatement || around.kind == Kind::ForInClause || around.kind == Kind::Assignment
                        || around.kind == Kind::AugmentedAssignment)
                       && field == Field::Left)
            || (around.kind == Kind::NamedExpression && field == Field::Name)) {
            save();
            m_now.storing = true;
            m_now.augmented = around.kind == Kind::AugmentedAssignment;
        } else if ((around.kind == Kind::Parameters || around.kind == Kind::Decorator
                       || (around.kind == Kind::ClassDefinition && m_now.function != 0))
            && node.isNamed()) {
            save();
            m_now.quiet = true; // radon ignores defaults, decorators and, in functions, classes
        } else if (around.kind == Kind::Lambda && field == Field::Body) {
            save();
            m_now.lambda = around.data;
        }
    }
    switch (kind) {
    case Kind::Block:
        enterBlock(node);
        break;
    case Kind::ElseClause:
        if (parent().kind == Kind::ForStatement || parent().kind == Kind::WhileStatement)
            decision(1, 0, 1);
        else if (parent().kind == Kind::TryStatement)
            decision(parent().data == kNone ? 1 : 0, 1, 1);
        enterAlternative(node, kind);
        break;
    case Kind::ExceptClause:
        enterExcept(node);
        break;
    case Kind::WithItem:
        enterWithItem(node);
        break;
    case Kind::CaseClause:
        enterCase(node);
        break;
    case Kind::DecoratedDefinition:
        enterDecorated(node);
        break;
    case Kind::Type:
        countInType(node);
        m_descend = false; // annotations are read where they belong
        break;
    case Kind::Lambda:
        count(Count::Lambdas);
        beginLambda(node);
        save();
        ++m_now.nesting;
        m_now.storing = false;
        m_now.importFlags |= kLazy;
        break;
    case Kind::ForInClause:
        enterForInClause(node);
        break;
    case Kind::ListComprehension:
    case Kind::SetComprehension:
    case Kind::DictionaryComprehension:
    case Kind::GeneratorExpression:
        enterComprehension(node);
        break;
    case Kind::Call:
        enterCall(node);
        break;
    case Kind::Assignment:
    case Kind::AugmentedAssignment:
    case Kind::NamedExpression:
    case Kind::AsPattern:
        enterAssignment(node, kind);
        break;
    case Kind::AsPatternTarget:
    case Kind::PatternList:
    case Kind::ListPattern:
    case Kind::TuplePattern:
        if (kind == Kind::AsPatternTarget) {
            save();
            m_now.storing = true;
        }
        break;
    case Kind::Await:
        count(Count::Awaits);
        ++function().awaits;
        op(Op::Await);
        break;
    case Kind::Yield:
        count(Count::Yields);
        function().flags |= kGenerator;
        op(Op::Yield);
        break;
    case Kind::BinaryOperator:
        enterBinary(node);
        break;
    case Kind::UnaryOperator:
        op(Op::Arithmetic);
        break;
    case Kind::BooleanOperator:
        enterBoolean(node);
        break;
    case Kind::NotOperator:
        op(Op::Boolean);
        break;
    case Kind::ConditionalExpression:
        decision(1, 0, 1 + m_now.nesting);
        op(Op::Boolean);
        save();
        ++m_now.nesting;
        break;
    case Kind::ComparisonOperator: {
        const std::uint32_t operands = node.namedChildCount();
        const std::uint32_t comparisons = operands > 1 ? operands - 1 : 1;
        op(Op::Compare, static_cast<float>(comparisons), comparisons);
        break;
    }
    case Kind::Subscript:
        op(m_now.storing ? Op::SubscriptStore : Op::Subscript);
        if (m_now.storing) {
            const NameId base = dottedName(node.field(Field::Value));
            if (base != 0)
                store(base, node, Store::Kind::Subscript);
        }
        save();
        m_now.storing = false;
        break;
    case Kind::Slice:
        op(Op::Slice);
        break;
    case Kind::Attribute:
        op(m_now.storing ? Op::AttributeStore : Op::Attribute);
        if (m_now.storing) {
            const NameId target = dottedName(node);
            if (target != 0)
                store(target, node, Store::Kind::Attribute);
        } else if (parent().kind != Kind::Call || field != Field::Function) {
            readAttribute(node.field(Field::Object));
        }
        save();
        m_now.storing = false;
        break;
    case Kind::Identifier:
        enterIdentifier(node, field);
        break;
    case Kind::List:
    case Kind::Dictionary:
    case Kind::Set:
    case Kind::Tuple:
        if (!m_now.storing)
            op(Op::Container);
        break;
    case Kind::String:
        enterString(node);
        break;
    case Kind::Integer:
        if (m_now.function != 0)
            op(Op::IntegerLiteral);
        break;
    default:
        break;
    }
}

void Walk::readAttribute(Node object)
{
    if (object.isNull() || object.kind() != Kind::Identifier || m_now.function == 0)
        return;
    const std::string_view written = text(object);
    if (written != "self" && written != "cls")
        frame().attributeReads.emplace_back(name(written), m_now.frequency);
}

// What stands in annotations is no code that runs often, but ast counts it.
void Walk::countInType(Node type)
{
    const std::string_view written = text(type);
    constexpr std::array<std::string_view, 8> kWorthALook { "lambda", "for", "yield", "await", "f'", "f\"", "F'", "F\"" };
    if (std::none_of(kWorthALook.begin(), kWorthALook.end(), [&](std::string_view part) { return written.find(part) != std::string_view::npos; }))
        return;
    syntax::Cursor cursor(type);
    for (int depth = 0; depth >= 0;) {
        switch (cursor.node().kind()) {
        case Kind::Lambda:
            count(Count::Lambdas);
            break;
        case Kind::ListComprehension:
        case Kind::SetComprehension:
        case Kind::DictionaryComprehension:
        case Kind::GeneratorExpression:
            count(Count::Comprehensions);
            break;
        case Kind::Yield:
            count(Count::Yields);
            break;
        case Kind::Await:
            count(Count::Awaits);
            break;
        case Kind::StringStart:
            if (text(cursor.node()).find_first_of("fF") != std::string_view::npos)
                count(Count::FStrings);
            break;
        default:
            break;
        }
        if (cursor.toFirstChild()) {
            ++depth;
            continue;
        }
        while (depth >= 0 && !(depth > 0 && cursor.toNextSibling())) {
            --depth;
            if (depth >= 0)
                cursor.toParent();
        }
    }
}

bool Walk::isStringish(Node node) const
{
    if (node.isNull())
        return false;
    const Kind kind = node.kind();
    return kind == Kind::String || kind == Kind::ConcatenatedString;
}

void Walk::enterBinary(Node node)
{
    const Node token = node.field(Field::Operator);
    const Node left = node.field(Field::Left);
    const Node right = node.field(Field::Right);
    const Kind what = token.isNull() ? Kind::Other : token.kind();
    if ((what == Kind::PercentToken || what == Kind::PlusToken) && (isStringish(left) || isStringish(right))) {
        op(Op::StringBuild);
        return;
    }
    if (what == Kind::BitToken) {
        op(Op::Bit);
        return;
    }
    const auto isFloat = [](Node operand) { return !operand.isNull() && operand.kind() == Kind::Float; };
    const auto isInteger = [](Node operand) { return !operand.isNull() && operand.kind() == Kind::Integer; };
    const bool isFloating = what == Kind::DivideToken || isFloat(left) || isFloat(right);
    op(isFloating ? Op::FloatArithmetic : Op::Arithmetic);
    if (!isFloating && (isInteger(left) || isInteger(right)))
        op(Op::IntegerArithmetic);
}

void Walk::enterString(Node node)
{
    for (std::uint32_t at = 0; at < node.namedChildCount(); ++at) {
        if (node.namedChild(at).kind() == Kind::Interpolation) {
            op(Op::StringBuild);
            break;
        }
    }
    const std::string_view opening = text(node).substr(0, 3);
    m_sawBackquotes = m_sawBackquotes || opening.substr(0, 1) == "`";
    const std::string_view prefix = opening.substr(0, opening.find_first_of("'\""));
    if (prefix.find_first_of("fF") != std::string_view::npos) {
        // "a" f"b" f"c" is one string, as for ast.
        Step* whole = hasParent() && parent().kind == Kind::ConcatenatedString ? &m_path[m_path.size() - 2] : nullptr;
        if (whole == nullptr || whole->data == kNone)
            count(Count::FStrings);
        if (whole != nullptr)
            whole->data = 0;
    }
    if (prefix.find_first_of("bB") != std::string_view::npos && m_now.function != 0)
        op(Op::Bytes);
    if (node.childCount() > 2)
        m_lines.code(node.startRow(), node.endRow()); // blank lines inside belong to the string
}

void Walk::enterIdentifier(Node node, Field field)
{
    const Kind around = hasParent() ? parent().kind : Kind::Module;
    if ((around == Kind::Attribute && field == Field::Attribute) || (around == Kind::KeywordArgument && field == Field::Name)
        || around == Kind::FunctionDefinition || around == Kind::ClassDefinition || around == Kind::DottedName || around == Kind::AliasedImport
        || around == Kind::GlobalStatement || around == Kind::NonlocalStatement)
        return;
    const NameId id = name(node);
    const bool isParameter = around == Kind::LambdaParameters || around == Kind::Parameters
        || ((around == Kind::DefaultParameter || around == Kind::TypedDefaultParameter) && field == Field::Name)
        || around == Kind::TypedParameter || around == Kind::ListSplatPattern || around == Kind::DictionarySplatPattern;
    if (isParameter) {
        if (around == Kind::ListSplatPattern && m_now.storing) // a, *b = ...
            m_path.back().data = id;
        if (around == Kind::LambdaParameters)
            frame().bound.push_back(id);
        return;
    }
    m_path.back().data = id;
    if (!m_now.storing) {
        noteRead(id);
        frame().loaded.push_back(id);
        return;
    }
    op(Op::Assign);
    frame().bound.push_back(id);
    const auto declared = [id](const std::vector<NameId>& names) { return std::find(names.begin(), names.end(), id) != names.end(); };
    if (m_now.function != 0 && declared(frame().globals))
        store(id, node, Store::Kind::Global);
    else if (m_now.function != 0 && declared(frame().nonlocals))
        store(id, node, Store::Kind::Nonlocal);
}

void Walk::store(NameId target, Node node, Store::Kind kind)
{
    m_facts.stores.push_back({ m_now.function, target, node.startRow() + 1, m_now.frequency, kind, m_now.augmented, m_now.loopDepth > 0 });
}

void Walk::bindReturn(Node value)
{
    if (value.kind() == Kind::Await && value.namedChildCount() > 0)
        value = value.namedChild(0);
    Binding binding;
    binding.function = m_now.function;
    binding.target = name("return");
    binding.line = value.startRow() + 1;
    const bool isCall = value.kind() == Kind::Call;
    std::string written;
    if (!dotted(isCall ? value.field(Field::Function) : value, written, 1))
        return;
    binding.kind = isCall ? Binding::Kind::Call : Binding::Kind::Name;
    binding.value = name(written);
    m_facts.bindings.push_back(binding);
}

void Walk::bindTarget(Node left, Node right, Node type)
{
    if (left.isNull() || (left.kind() != Kind::Identifier && left.kind() != Kind::Attribute))
        return;
    const NameId target = dottedName(left);
    if (target == 0)
        return;
    Binding binding;
    binding.function = m_now.function;
    binding.owner = m_now.owner;
    binding.target = target;
    binding.line = left.startRow() + 1;
    if (!type.isNull()) {
        binding.kind = Binding::Kind::Annotation;
        binding.value = annotationName(type);
        m_facts.bindings.push_back(binding);
    }
    if (right.isNull())
        return;
    Node value = right;
    if (value.kind() == Kind::Await && value.namedChildCount() > 0)
        value = value.namedChild(0);
    switch (value.kind()) {
    case Kind::Call:
        binding.kind = Binding::Kind::Call;
        m_scratch.clear();
        binding.value = dotted(value.field(Field::Function), m_scratch, 1) ? name(m_scratch) : 0;
        if (binding.value == 0)
            binding.kind = Binding::Kind::Other;
        break;
    case Kind::Identifier:
    case Kind::Attribute:
        binding.kind = Binding::Kind::Name;
        binding.value = dottedName(value);
        break;
    case Kind::List:
    case Kind::Dictionary:
    case Kind::Set:
    case Kind::ListComprehension:
    case Kind::SetComprehension:
    case Kind::DictionaryComprehension:
        binding.kind = Binding::Kind::Container;
        break;
    case Kind::String:
    case Kind::Integer:
    case Kind::Float:
    case Kind::True:
    case Kind::False:
    case Kind::None:
        binding.kind = Binding::Kind::Literal;
        break;
    default:
        break;
    }
    const bool atModule = m_now.function == 0;
    if (atModule || binding.value != 0 || left.kind() == Kind::Attribute)
        m_facts.bindings.push_back(binding);
}

void Walk::enterAssignment(Node node, Kind kind)
{
    const bool augmented = kind == Kind::AugmentedAssignment;
    const Node left = node.field(kind == Kind::NamedExpression ? Field::Name : Field::Left);
    const Node right = node.field(kind == Kind::NamedExpression ? Field::Value : Field::Right);
    if (kind == Kind::AsPattern) { // with value as target
        const Node target = node.field(Field::Alias);
        if (!target.isNull() && target.namedChildCount() > 0 && node.namedChildCount() > 0)
            bindTarget(target.namedChild(0), node.namedChild(0), Node {});
        return;
    }
    if (augmented) {
        const Node token = node.field(Field::Operator);
        const Kind what = token.isNull() ? Kind::Other : token.kind();
        const Kind added = right.isNull() ? Kind::Other : right.kind();
        if (what == Kind::BitToken)
            op(Op::Bit);
        else if (what == Kind::PlusAssignToken && isStringish(right))
            op(Op::StringBuild);
        else
            op(what == Kind::DivideToken || added == Kind::Float ? Op::FloatArithmetic : Op::Arithmetic);
        if (added == Kind::Integer && what != Kind::BitToken && what != Kind::DivideToken)
            op(Op::IntegerArithmetic);
        if (what == Kind::PlusAssignToken && m_now.loopDepth > 0 && isStringish(right))
            site(SiteKind::StringAppendInLoop, node, left.isNull() ? 0 : dottedName(left));
        // The target is loaded too.
        if (!left.isNull() && left.kind() == Kind::Identifier)
            frame().loaded.push_back(name(left));
        else if (!left.isNull())
            op(left.kind() == Kind::Subscript ? Op::Subscript : Op::Attribute);
    } else {
        bindTarget(left, right, node.field(Field::Type));
    }
    if (m_now.function == 0 && m_now.owner == kNone && !right.isNull()) {
        if (right.kind() == Kind::Dictionary)
            readLazyNames(right);
        else if (!left.isNull() && left.kind() == Kind::Subscript) // names["module"] = ["Name"]
            addLazyNames(left.field(Field::Subscript), right);
    }
    if (m_now.function == 0 && m_now.owner == kNone && !left.isNull() && text(left) == "__all__")
        readExports(right);
}

} // namespace ferroscope::facts

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walk, part 5: calls with their receivers and arguments.
#include "core/base/text.h"
#include "core/facts/walk.h"

#include <algorithm>
#include <array>

namespace ferroscope::facts {

namespace {

constexpr std::size_t kLongestLiteral = 80; // first arguments kept as literals

// Calls that take bytes apart or put them together, by the names of the language and of the module struct.
bool handlesBytes(std::string_view callee, std::string_view method)
{
    static constexpr std::array<std::string_view, 3> kTypes { "bytes", "bytearray", "memoryview" };
    static constexpr std::array<std::string_view, 8> kMethods { "from_bytes", "to_bytes", "frombytes", "tobytes", "unpack",
        "unpack_from", "pack_into", "iter_unpack" };
    return std::find(kTypes.begin(), kTypes.end(), callee) != kTypes.end()
        || std::find(kMethods.begin(), kMethods.end(), method) != kMethods.end() || callee == "struct.pack";
}

} // namespace

void Walk::readArguments(Node call, CallSite& made)
{
    const Node arguments = call.field(Field::Arguments);
    if (arguments.isNull())
        return;
    if (arguments.kind() == Kind::GeneratorExpression) { // f(x for x in y)
        made.arguments = 1;
        made.flags |= kGeneratorArgument;
        made.shapes = static_cast<std::uint32_t>(ArgumentShape::Comprehension);
        return;
    }
    const std::uint32_t total = std::min<std::uint32_t>(arguments.namedChildCount(), 64);
    for (std::uint32_t at = 0; at < total; ++at) {
        Node argument = arguments.namedChild(at);
        Kind kind = argument.kind();
        if (kind == Kind::Comment)
            continue;
        if (kind == Kind::ListSplat || kind == Kind::DictionarySplat)
            made.flags |= kStarArguments;
        if (kind == Kind::KeywordArgument) {
            made.keywords = static_cast<std::uint8_t>(std::min(255, made.keywords + 1));
            argument = argument.field(Field::Value);
            if (argument.isNull())
                continue;
            kind = argument.kind();
        }
        if (made.arguments < kMostShapes)
            made.shapes |= static_cast<std::uint32_t>(shapeOf(argument)) << (4U * made.arguments);
        if (made.arguments == 0) {
            if (kind == Kind::String || kind == Kind::ConcatenatedString) {
                const std::string_view quoted = text(argument);
                made.flags |= kFirstArgumentLiteral;
                const std::size_t open = quoted.find_first_of("'\"");
                const bool interpolated = quoted.substr(0, open).find_first_of("fF") != std::string_view::npos;
                if (interpolated)
                    made.flags = static_cast<std::uint16_t>((made.flags & ~kFirstArgumentLiteral) | kFormattedArgument);
                else if (open != std::string_view::npos && quoted.size() >= open + 2 && quoted.size() <= kLongestLiteral)
                    made.literal = name(quoted.substr(open + 1, quoted.size() - open - 2));
            } else if (kind == Kind::BinaryOperator
                && (isStringish(argument.field(Field::Left)) || isStringish(argument.field(Field::Right)))) {
                made.flags |= kFormattedArgument;
            }
        }
        if (made.arguments < 255)
            ++made.arguments;
        if (kind != Kind::Identifier && kind != Kind::Attribute && kind != Kind::Subscript)
            continue;
        // Does a loop's element go in? (row, row.id, row["id"])
        std::string written;
        const bool chain = dotted(kind == Kind::Subscript ? argument.field(Field::Value) : argument, written);
        if (!chain)
            continue;
        const NameId first = name(firstComponent(written));
        if (std::find(m_loopTargets.begin() + static_cast<std::ptrdiff_t>(m_now.firstLoopTarget), m_loopTargets.end(), first)
            != m_loopTargets.end())
            made.flags |= kPerElement;
        if (kind == Kind::Subscript)
            continue;
        CallSite passed;
        passed.function = m_now.function;
        passed.line = argument.startRow() + 1;
        passed.callee = name(written);
        passed.method = name(lastComponent(written));
        passed.loop = m_now.loop;
        passed.loopDepth = m_now.loopDepth;
        passed.frequency = m_now.frequency;
        passed.receiver = kind == Kind::Identifier ? Receiver::None : Receiver::Name;
        if (startsWith(written, "self.") || startsWith(written, "cls."))
            passed.receiver = Receiver::Self;
        passed.flags = kAsArgument;
        frame().functionArguments.push_back(passed);
    }
}

ArgumentShape Walk::shapeOf(Node argument) const
{
    switch (argument.kind()) {
    case Kind::Identifier: {
        const std::string_view written = text(argument);
        return written == "self" || written == "cls" ? ArgumentShape::Self : ArgumentShape::Name;
    }
    case Kind::Attribute:
        return ArgumentShape::Attribute;
    case Kind::Subscript:
        return ArgumentShape::Subscript;
    case Kind::Integer:
    case Kind::Float:
        return ArgumentShape::Number;
    case Kind::String:
    case Kind::ConcatenatedString: {
        const std::string_view quoted = text(argument);
        const std::string_view prefix = quoted.substr(0, quoted.find_first_of("'\""));
        return prefix.find_first_of("bB") != std::string_view::npos ? ArgumentShape::Bytes : ArgumentShape::String;
    }
    case Kind::True:
    case Kind::False:
    case Kind::None:
    case Kind::Ellipsis:
        return ArgumentShape::Constant;
    case Kind::List:
    case Kind::Dictionary:
    case Kind::Set:
    case Kind::Tuple:
        return ArgumentShape::Container;
    case Kind::ListComprehension:
    case Kind::SetComprehension:
    case Kind::DictionaryComprehension:
    case Kind::GeneratorExpression:
        return ArgumentShape::Comprehension;
    case Kind::Call:
        return ArgumentShape::Call;
    case Kind::Lambda:
        return ArgumentShape::Lambda;
    case Kind::BinaryOperator:
    case Kind::UnaryOperator:
    case Kind::BooleanOperator:
    case Kind::NotOperator:
    case Kind::ComparisonOperator:
    case Kind::ConditionalExpression:
        return ArgumentShape::Operation;
    case Kind::ListSplat:
    case Kind::DictionarySplat:
        return ArgumentShape::Star;
    default:
        return ArgumentShape::Other;
    }
}

void Walk::enterCall(Node node)
{
    op(Op::Call);
    noteEffect();
    const Node callee = node.field(Field::Function);
    if (callee.isNull())
        return;
    CallSite made;
    made.function = m_now.function;
    made.line = callee.endRow() + 1; // of the method's name, where a chain is broken over lines
    made.loop = m_now.loop;
    made.loopDepth = m_now.loopDepth;
    made.frequency = m_now.frequency;
    std::string written;
    const bool isChain = dotted(callee, written, callee.kind() == Kind::Call ? 1 : 0);
    if (isChain && written.find('(') == std::string::npos) {
        made.callee = name(written);
        made.method = name(lastComponent(written));
        made.receiver = callee.kind() == Kind::Identifier ? Receiver::None : Receiver::Name;
        if (startsWith(written, "self.") || startsWith(written, "cls."))
            made.receiver = Receiver::Self;
        const NameId first = name(firstComponent(written));
        if (callee.kind() == Kind::Attribute
            && std::find(m_loopTargets.begin() + static_cast<std::ptrdiff_t>(m_now.firstLoopTarget), m_loopTargets.end(), first)
                != m_loopTargets.end())
            made.flags |= kPerElement;
    } else if (callee.kind() == Kind::Attribute) {
        made.method = name(callee.field(Field::Attribute));
        const Node object = callee.field(Field::Object);
        switch (object.kind()) {
        case Kind::Call: {
            const std::string_view inner = text(object.field(Field::Function));
            made.receiver = inner == "super" ? Receiver::Super : Receiver::Call;
            if (made.receiver == Receiver::Super)
                made.callee = name("super." + std::string(m_facts.text(made.method)));
            break;
        }
        case Kind::Subscript:
            made.receiver = Receiver::Subscript;
            break;
        case Kind::String:
        case Kind::ConcatenatedString: {
            const std::string_view opening = text(object).substr(0, 2);
            made.receiver = opening.find_first_of("bB") != std::string_view::npos ? Receiver::Bytes : Receiver::String;
            op(Op::StringBuild);
            break;
        }
        case Kind::List:
        case Kind::Dictionary:
        case Kind::Set:
        case Kind::Tuple:
            made.receiver = Receiver::Container;
            break;
        default:
            made.receiver = Receiver::Other;
        }
    } else {
        made.receiver = callee.kind() == Kind::Call ? Receiver::Call
            : callee.kind() == Kind::Subscript     ? Receiver::Subscript
                                                   : Receiver::Other;
    }
    if (isChain && made.callee == 0 && made.receiver != Receiver::Super)
        made.callee = name(written);
    if (hasParent()) {
        if (parent().kind == Kind::Await)
            made.flags |= kAwaited;
        if (parent().kind == Kind::WithItem || (parent().kind == Kind::AsPattern && hasParent(2) && parent(2).kind == Kind::WithItem))
            made.flags |= kInWith;
        if (parent().kind == Kind::Decorator)
            made.flags |= kDecorator;
    }
    readArguments(node, made);

    const std::string_view method = m_facts.text(made.method);
    if (m_now.function != 0 && handlesBytes(m_facts.text(made.callee), method))
        op(Op::Bytes);
    if ((method == "import_module" || method == "__import__") && made.arguments > 0) {
        Import import;
        import.function = m_now.function;
        import.line = node.startRow() + 1;
        import.module = made.literal;
        import.flags = static_cast<std::uint8_t>(m_now.importFlags | kDynamic);
        m_facts.imports.push_back(import);
    }
    if (m_now.function == 0 && (method == "attach" || method == "_LazyModule" || method == "LazyModule")) {
        m_isLazy = true;
        const Node arguments = node.field(Field::Arguments);
        for (std::uint32_t at = 0; !arguments.isNull() && at < arguments.namedChildCount(); ++at) {
            const Node argument = arguments.namedChild(at);
            const Node value = argument.kind() == Kind::KeywordArgument ? argument.field(Field::Value) : argument;
            if (!value.isNull() && value.kind() == Kind::Dictionary)
                readLazyNames(value);
        }
    }
    Function& here = function();
    // By its own name: f() in a function, self.f() or cls.f() in a method.
    const bool mayRecurse = m_now.function != 0 && made.method == here.name && made.callee != 0 && !here.is(kRecursive);
    if (mayRecurse && (here.is(kMethod) ? written == "self." + std::string(method) || written == "cls." + std::string(method) : made.callee == here.name)) {
        here.flags |= kRecursive;
        decision(0, 0, 1);
    }
    m_path.back().data = static_cast<std::uint32_t>(m_facts.calls.size());
    m_facts.calls.push_back(made);
}

} // namespace ferroscope::facts

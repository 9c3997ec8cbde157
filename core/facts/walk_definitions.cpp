// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walk, part 2: functions with their parameters, classes, imports, __all__.
#include "core/base/text.h"
#include "core/facts/type_comments.h"
#include "core/facts/walk.h"

#include <algorithm>

namespace ferroscope::facts {

using syntax::Cursor;

namespace {

constexpr std::size_t kLongestAnnotation = 400; // bytes kept; longer ones are cut, they are never compared whole
constexpr std::string_view kUnsaid = "..."; // a slot of a signature comment that says nothing of it

} // namespace

NameId Walk::annotationName(Node type)
{
    if (type.isNull())
        return 0;
    // White space collapsed, so that an annotation broken over lines reads as one.
    std::string out;
    bool inComment = false;
    for (const char c : text(type).substr(0, kLongestAnnotation)) {
        inComment = c == '#' ? true : inComment && c != '\n';
        if (inComment)
            continue;
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\\';
        if (!space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    return name(trimmed(out));
}

// Of a function or class about to be defined here: "Outer.name".
NameId Walk::qualifiedName(std::string_view called)
{
    std::string qualified;
    if (m_now.owner != kNone)
        qualified = std::string(m_facts.text(m_facts.classes[m_now.owner].qualifiedName)) + ".";
    else if (m_now.function != 0)
        qualified = std::string(m_facts.text(m_facts.functions[m_now.function].qualifiedName)) + ".";
    return name(qualified.append(called));
}

void Walk::enterDecorated(Node node)
{
    m_pendingDecorators.clear();
    m_pendingFirstLine = node.startRow() + 1;
    for (std::uint32_t at = 0; at < node.namedChildCount(); ++at) {
        const Node child = node.namedChild(at);
        if (child.kind() != Kind::Decorator || child.namedChildCount() == 0)
            continue;
        count(Count::Decorators);
        Node expression = child.namedChild(0);
        if (expression.kind() == Kind::Call)
            expression = expression.field(Field::Function);
        const NameId decorator = dottedName(expression);
        if (decorator != 0)
            m_pendingDecorators.push_back(decorator);
    }
}

void Walk::enterFunction(Node node)
{
    const auto index = static_cast<FunctionIndex>(m_facts.functions.size());
    m_path.back().data = index;
    Function made;
    const std::string_view called = text(node.field(Field::Name));
    made.name = name(called);
    made.parent = m_now.function;
    made.owner = m_now.owner;
    made.line = node.startRow() + 1;
    made.firstLine = made.line;
    made.endLine = node.endRow() + 1;
    if (hasParent() && parent().kind == Kind::DecoratedDefinition) {
        made.firstLine = m_pendingFirstLine;
        made.decorators = std::move(m_pendingDecorators);
        m_pendingDecorators.clear();
    }
    made.qualifiedName = qualifiedName(called);

    count(Count::Functions);
    const Node first = node.child(0);
    if (!first.isNull() && first.kind() == Kind::Async) {
        made.flags |= kAsync;
        count(Count::AsyncFunctions);
    }
    if (made.owner != kNone) {
        made.flags |= kMethod;
        count(Count::Methods);
        ++m_facts.classes[made.owner].methods;
    }
    if (made.parent != 0)
        made.flags |= kNested;
    if (called.size() > 4 && startsWith(called, "__") && endsWith(called, "__"))
        made.flags |= kDunder;
    else if (startsWith(called, "_"))
        made.flags |= kPrivate;
    for (const NameId decorator : made.decorators) {
        const std::string_view last = lastComponent(m_facts.text(decorator));
        if (last == "staticmethod")
            made.flags |= kStatic;
        else if (last == "classmethod")
            made.flags |= kClassMethod;
        else if (last == "property" || last == "cached_property" || last == "setter" || last == "getter" || last == "deleter")
            made.flags |= kProperty;
        else if (last == "overload")
            made.flags |= kOverload;
        else if (last == "abstractmethod")
            made.flags |= kAbstract;
    }
    made.returns = annotationName(node.field(Field::ReturnType));
    frame().bound.push_back(made.name);
    m_facts.functions.push_back(std::move(made));
    readParameters(node.field(Field::Parameters), index);
    readTypeComment(node, index);
    if (m_now.loopDepth > 0)
        site(SiteKind::NestedFunctionInLoop, node, m_facts.functions[index].name);
}

void Walk::readParameters(Node parameters, FunctionIndex index)
{
    Function& of = m_facts.functions[index];
    of.firstParameter = static_cast<std::uint32_t>(m_facts.parameters.size());
    appendParameters(parameters, index);
    of.parameterCount = static_cast<std::uint32_t>(m_facts.parameters.size()) - of.firstParameter;
}

// Of a function, or with kNone of a lambda.
void Walk::appendParameters(Node parameters, FunctionIndex index)
{
    if (parameters.isNull())
        return;
    const std::size_t first = m_facts.parameters.size();
    ParameterKind kind = ParameterKind::Positional;
    std::uint32_t lastRow = 0;
    for (std::uint32_t at = 0; at < parameters.namedChildCount(); ++at) {
        Node child = parameters.namedChild(at);
        Parameter parameter;
        parameter.kind = kind;
        Kind what = child.kind();
        if (what == Kind::PositionalSeparator) { // f(a, /, b): what came before was positional-only
            for (std::size_t before = first; before < m_facts.parameters.size(); ++before)
                m_facts.parameters[before].kind = ParameterKind::PositionalOnly;
            continue;
        }
        if (what == Kind::Comment) { // a,  # type: int
            if (m_facts.parameters.size() == first || child.startRow() != lastRow || m_facts.parameters.back().annotation != 0)
                continue;
            const std::string_view said = typeComment(text(child));
            if (!said.empty())
                m_facts.parameters.back().annotation = name(said);
            continue;
        }
        lastRow = child.endRow();
        if (what == Kind::KeywordSeparator) {
            kind = ParameterKind::KeywordOnly;
            continue;
        }
        if (what == Kind::TypedParameter || what == Kind::TypedDefaultParameter)
            parameter.annotation = annotationName(child.field(Field::Type));
        if (what == Kind::DefaultParameter || what == Kind::TypedDefaultParameter) {
            parameter.hasDefault = true;
            const Node value = child.field(Field::Value);
            const Kind made = value.isNull() ? Kind::Other : value.kind();
            const std::string_view callee = made == Kind::Call ? text(value.field(Field::Function)) : std::string_view {};
            parameter.mutableDefault = made == Kind::List || made == Kind::Dictionary || made == Kind::Set
                || made == Kind::ListComprehension || made == Kind::DictionaryComprehension || callee == "list"
                || callee == "dict" || callee == "set" || callee == "defaultdict";
            child = child.field(Field::Name);
        } else if (what == Kind::TypedParameter) {
            child = child.namedChild(0);
        }
        if (child.isNull())
            continue;
        what = child.kind();
        if (what == Kind::ListSplatPattern || what == Kind::DictionarySplatPattern) {
            parameter.kind = what == Kind::ListSplatPattern ? ParameterKind::VarArgs : ParameterKind::VarKeywords;
            kind = ParameterKind::KeywordOnly;
            if (index != kNone)
                m_facts.functions[index].flags |= kHasStarArgs;
            child = child.namedChildCount() > 0 ? child.namedChild(0) : child;
        } else if (what != Kind::Identifier && what != Kind::TuplePattern) {
            continue; // a comment, or text that is no parameter
        }
        parameter.name = name(child);
        m_facts.parameters.push_back(parameter);
        if (parameter.mutableDefault && index != kNone)
            m_facts.sites.push_back({ SiteKind::MutableDefault, index, child.startRow() + 1, 0, parameter.name });
    }
}

// def f(a, b):  # type: (int, str) -> bool
void Walk::readTypeComment(Node definition, FunctionIndex index)
{
    constexpr std::uint32_t kMostChildren = 24; // `def`, name, parameters ... and the comments before the body
    SignatureComment signature;
    const std::uint32_t total = std::min(definition.childCount(), kMostChildren);
    for (std::uint32_t at = 3; at < total && !signature.isGiven; ++at) {
        if (definition.child(at).kind() == Kind::Comment)
            signature = signatureComment(typeComment(text(definition.child(at))));
    }
    if (!signature.isGiven)
        return;
    Function& of = m_facts.functions[index];
    // self may be left out.
    const bool withoutReceiver = of.is(kMethod) && !of.is(kStatic) && signature.parameters.size() + 1 == of.parameterCount;
    const bool isApart = signature.parameters.size() == 1 && signature.parameters[0] == "...";
    for (std::uint32_t at = 0; at < of.parameterCount; ++at) {
        Parameter& parameter = m_facts.parameters[of.firstParameter + at];
        const std::size_t part = withoutReceiver ? std::size_t { at } - 1 : at; // wraps for self: not given
        if (parameter.annotation == 0)
            parameter.annotation = name(!isApart && part < signature.parameters.size() ? signature.parameters[part] : kUnsaid);
    }
    if (of.returns == 0)
        of.returns = name(signature.returns.empty() ? kUnsaid : signature.returns);
}

void Walk::enterClass(Node node)
{
    const auto index = static_cast<ClassIndex>(m_facts.classes.size());
    m_path.back().data = index;
    Class made;
    const std::string_view called = text(node.field(Field::Name));
    made.name = name(called);
    made.parent = m_now.function;
    made.owner = m_now.owner;
    made.line = node.startRow() + 1;
    made.endLine = node.endRow() + 1;
    made.qualifiedName = qualifiedName(called);
    if (hasParent() && parent().kind == Kind::DecoratedDefinition) {
        made.decorators = std::move(m_pendingDecorators);
        m_pendingDecorators.clear();
    }
    const Node bases = node.field(Field::Superclasses);
    for (std::uint32_t at = 0; !bases.isNull() && at < bases.namedChildCount(); ++at) {
        Node base = bases.namedChild(at);
        if (base.kind() == Kind::KeywordArgument) {
            if (text(base.field(Field::Name)) == "metaclass")
                made.metaclass = name(base.field(Field::Value));
            continue;
        }
        if (base.kind() == Kind::Subscript) // Generic[T], List[int]
            base = base.field(Field::Value);
        if (base.kind() == Kind::Call) // with_metaclass(...), namedtuple(...)
            base = base.field(Field::Function);
        const NameId written = base.isNull() ? 0 : dottedName(base);
        if (written != 0)
            made.bases.push_back(written);
    }
    count(Count::Classes);
    frame().bound.push_back(made.name);
    m_facts.classes.push_back(std::move(made));
}

void Walk::enterImport(Node node)
{
    count(Count::Imports);
    op(Op::Import);
    for (std::uint32_t at = 0; at < node.namedChildCount(); ++at) {
        const Node child = node.namedChild(at);
        Import import;
        import.function = m_now.function;
        import.line = node.startRow() + 1;
        import.flags = m_now.importFlags;
        const bool aliased = child.kind() == Kind::AliasedImport;
        const Node module = aliased ? child.field(Field::Name) : child;
        if (module.isNull() || module.kind() != Kind::DottedName)
            continue;
        import.module = dottedName(module);
        if (aliased)
            import.alias = name(child.field(Field::Alias));
        frame().bound.push_back(
            import.alias != 0 ? import.alias : name(std::string(firstComponent(m_facts.text(import.module)))));
        m_facts.imports.push_back(import);
    }
}

void Walk::enterImportFrom(Node node, Kind kind)
{
    count(Count::Imports);
    op(Op::Import);
    Import shared;
    shared.function = m_now.function;
    shared.line = node.startRow() + 1;
    shared.flags = m_now.importFlags;
    shared.isFrom = true;
    Cursor cursor(node);
    bool more = cursor.toFirstChild();
    if (kind == Kind::FutureImportStatement)
        shared.module = name("__future__");
    for (; more; more = cursor.toNextSibling()) {
        const Node child = cursor.node();
        const Kind what = child.kind();
        if (cursor.field() == Field::ModuleName) {
            if (what == Kind::RelativeImport) {
                for (const char c : text(child)) {
                    if (c == '.' && shared.level < 255)
                        ++shared.level;
                    else if (c != ' ' && c != '\\' && c != '\n' && c != '\t')
                        break;
                }
                const std::uint32_t parts = child.namedChildCount();
                const Node last = parts > 0 ? child.namedChild(parts - 1) : Node {};
                if (!last.isNull() && last.kind() == Kind::DottedName)
                    shared.module = dottedName(last);
            } else {
                shared.module = dottedName(child);
            }
            continue;
        }
        Import import = shared;
        if (what == Kind::WildcardImport) {
            import.name = name("*");
            import.flags |= kStar;
            site(SiteKind::StarImport, node, import.module);
        } else if (what == Kind::AliasedImport) {
            import.name = dottedName(child.field(Field::Name));
            import.alias = name(child.field(Field::Alias));
        } else if (what == Kind::DottedName) {
            import.name = dottedName(child);
        } else {
            continue;
        }
        frame().bound.push_back(import.alias != 0 ? import.alias : import.name);
        m_facts.imports.push_back(import);
    }
}

// __all__ = [...] or += [...]: the string literals of it.
void Walk::readExports(Node right)
{
    m_facts.hasExports = true;
    if (right.isNull() || (right.kind() != Kind::List && right.kind() != Kind::Tuple))
        return;
    for (std::uint32_t at = 0; at < right.namedChildCount(); ++at) {
        const Node item = right.namedChild(at);
        if (item.kind() != Kind::String)
            continue;
        const std::string_view quoted = text(item);
        const std::size_t open = quoted.find_first_of("'\"");
        if (open != std::string_view::npos && quoted.size() >= open + 2)
            m_facts.exports.push_back(name(quoted.substr(open + 1, quoted.size() - open - 2)));
    }
}

} // namespace ferroscope::facts

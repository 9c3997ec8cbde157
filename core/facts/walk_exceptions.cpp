// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walk, part 6: what is raised and caught, and the contexts of with statements.
#include "core/base/text.h"
#include "core/facts/frequency.h"
#include "core/facts/walk.h"

#include <algorithm>

namespace ferroscope::facts {

void Walk::addException(Exception::Kind kind, Node type, std::uint32_t line)
{
    Exception exception;
    exception.function = m_now.function;
    exception.line = line;
    exception.loop = m_now.loop;
    exception.frequency = m_now.frequency;
    exception.kind = kind;
    if (!type.isNull())
        exception.type = dottedName(type.kind() == Kind::Call ? type.field(Field::Function) : type);
    m_facts.exceptions.push_back(exception);
}

void Walk::enterRaise(Node node)
{
    count(Count::Raises);
    op(Op::Raise);
    const Node raised = node.namedChildCount() > 0 ? node.namedChild(0) : Node {};
    addException(raised.isNull() ? Exception::Kind::RaisedAgain : Exception::Kind::Raised, raised, node.startRow() + 1);
}

// The clause and what its handler does, which runs rarely.
void Walk::enterExcept(Node node)
{
    const Node star = node.child(1);
    const bool isStar = !star.isNull() && star.kind() == Kind::Star;
    if (isStar && hasParent())
        m_path[m_path.size() - 2].data = 0; // of the try statement: radon does not know `except*` nor its else
    decision(isStar ? 0 : 1, 1, 1 + m_now.nesting);
    save();
    m_now.frequency *= kHandler;
    const std::uint32_t line = node.startRow() + 1;
    Node caught = node.field(Field::Value);
    std::string_view written = caught.isNull() ? std::string_view {} : text(caught);
    written = written.substr(0, written.find_first_of(" \t\\")); // without `as error`
    if (caught.isNull() && !node.hasError())
        site(SiteKind::BareExcept, node);
    else if (written == "Exception" || written == "BaseException")
        site(SiteKind::BroadExcept, node);
    if (!caught.isNull() && caught.kind() == Kind::AsPattern && caught.namedChildCount() > 0)
        caught = caught.namedChild(0);
    if (caught.isNull() || caught.kind() != Kind::Tuple) {
        addException(Exception::Kind::Caught, caught, line);
        return;
    }
    for (std::uint32_t at = 0; at < caught.namedChildCount(); ++at) {
        if (caught.namedChild(at).kind() != Kind::Comment)
            addException(Exception::Kind::Caught, caught.namedChild(at), line);
    }
}

void Walk::enterWithItem(Node node)
{
    WithItem item;
    item.function = m_now.function;
    item.line = node.startRow() + 1;
    item.loop = m_now.loop;
    item.frequency = m_now.frequency;
    for (std::size_t up = 1; hasParent(up); ++up) {
        if (parent(up).kind == Kind::WithStatement) {
            item.isAsync = parent(up).data == 1;
            break;
        }
    }
    Node context = node.field(Field::Value);
    if (!context.isNull() && context.kind() == Kind::AsPattern) {
        const Node target = context.field(Field::Alias);
        if (!target.isNull() && target.namedChildCount() > 0)
            item.target = dottedName(target.namedChild(0));
        context = context.namedChildCount() > 0 ? context.namedChild(0) : Node {};
    }
    if (!context.isNull()) {
        item.isCall = context.kind() == Kind::Call;
        item.context = dottedName(item.isCall ? context.field(Field::Function) : context);
    }
    m_facts.withItems.push_back(item);
}

} // namespace ferroscope::facts

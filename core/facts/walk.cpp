// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/walk.h"
#include "core/base/text.h"
#include "core/facts/annotations.h"
#include "core/facts/frequency.h"
#include "core/facts/vocabulary.h"

#include <algorithm>

namespace ferroscope::facts {

using syntax::Cursor;

namespace {

bool mentionsLazyLoading(std::string_view text)
{
    return text.find("def __getattr__(") != std::string_view::npos || text.find("attach(") != std::string_view::npos
        || text.find("LazyModule(") != std::string_view::npos;
}

} // namespace

Walk::Walk(FileFacts& facts, std::string_view text, std::string_view read)
    : m_facts(facts)
    , m_text(read)
    , m_lines(text)
    , m_maybeLazy(mentionsLazyLoading(text))
{
}

void Walk::run(const syntax::Tree& tree)
{
    Function module;
    module.name = module.qualifiedName = name("<module>");
    m_facts.functions.push_back(module);
    m_frames.emplace_back();

    Cursor cursor(tree);
    for (bool done = false; !done;) {
        const Node node = cursor.node();
        m_path.emplace_back();
        m_path.back().kind = node.kind();
        m_path.back().field = cursor.field();
        m_path.back().parts = static_cast<std::uint32_t>(m_parts.size());
        m_descend = true;
        enter(node, m_path.back().field);
        if (m_descend && cursor.toFirstChild())
            continue;
        for (;;) {
            leave(cursor.node());
            restore(m_path.size());
            m_path.pop_back();
            if (cursor.toNextSibling())
                break;
            if (!cursor.toParent()) {
                done = true;
                break;
            }
        }
    }
    endFunction();
    for (std::size_t at = 0; at < m_ops.size(); ++at)
        m_facts.functions[at].ops = OpMix(m_ops[at]);
    endLazyNames();
    std::stable_sort(m_facts.attributeReads.begin(), m_facts.attributeReads.end(),
        [](const AttributeReads& a, const AttributeReads& b) { return a.function < b.function; });
    gradeHints(m_facts);
    const std::uint32_t logical = m_facts.lines.logical;
    m_facts.lines = m_lines.count();
    m_facts.lines.logical = logical;
    Function& whole = m_facts.functions.front();
    whole.endLine = std::max(1U, m_facts.lines.physical);
    whole.line = whole.firstLine = 1;
}

void Walk::save(bool endsFunction) { m_saved.push_back({ m_path.size(), m_now, endsFunction, m_loopTargets.size() }); }

void Walk::restore(std::size_t depth)
{
    while (!m_saved.empty() && m_saved.back().depth == depth) {
        const Saved saved = m_saved.back();
        m_saved.pop_back();
        if (saved.endsFunction)
            endFunction();
        m_now = saved.context;
        m_loopTargets.resize(std::min(saved.loopTargets, m_loopTargets.size()));
    }
}

// Leaves the innermost frame: what it loaded but did not bind comes from outside.
void Walk::endFunction()
{
    Frame& ended = m_frames.back();
    const auto tidy = [](std::vector<NameId>& names) {
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
    };
    tidy(ended.bound);
    tidy(ended.loaded);
    ended.globals.insert(ended.globals.end(), ended.nonlocals.begin(), ended.nonlocals.end());
    tidy(ended.globals);
    const FunctionIndex index = m_now.function;
    Function& left = m_facts.functions[index];
    const auto isLocal = [&](NameId id) {
        return index != 0 && std::binary_search(ended.bound.begin(), ended.bound.end(), id)
            && !std::binary_search(ended.globals.begin(), ended.globals.end(), id);
    };
    for (const NameId id : ended.loaded) {
        if (!isLocal(id))
            left.reads.push_back(id);
    }
    for (const CallSite& argument : ended.functionArguments) {
        const std::string_view callee = m_facts.text(argument.callee);
        const std::string first(callee.substr(0, callee.find('.')));
        if (first == "self" || first == "cls" || !isLocal(name(first)))
            m_facts.calls.push_back(argument);
    }
    std::sort(ended.attributeReads.begin(), ended.attributeReads.end());
    for (std::size_t at = 0; at < ended.attributeReads.size();) {
        AttributeReads reads { index, ended.attributeReads[at].first, 0 };
        for (; at < ended.attributeReads.size() && ended.attributeReads[at].first == reads.object; ++at)
            reads.expected += ended.attributeReads[at].second;
        m_facts.attributeReads.push_back(reads);
    }
    m_frames.pop_back();
    if (index == 0)
        return;
    left.endLine = std::max(left.line, m_lastCodeRow + 1);
    // A nested function adds its own complexity to the one around it in C901, as in ruff and mccabe.
    if (left.parent != 0 && left.parent != kNone) {
        Function& around = m_facts.functions[left.parent];
        around.ccC901 = static_cast<std::uint16_t>(std::min(65535, around.ccC901 + left.ccC901));
    }
}

void Walk::op(Op op, float factor, std::uint32_t places)
{
    if (m_now.function >= m_ops.size())
        m_ops.resize(m_facts.functions.size());
    OpSums& ops = m_ops[m_now.function];
    const auto at = static_cast<std::size_t>(op);
    ops.expected[at] += m_now.frequency * factor;
    ops.count[at] += places;
    if (m_now.loopDepth > 0)
        ops.inLoop[at] += places;
}

void Walk::site(SiteKind kind, Node node, NameId about)
{
    m_facts.sites.push_back({ kind, m_now.function, node.startRow() + 1, m_now.loopDepth, about });
}

void Walk::decision(int radon, int c901, int cognitive)
{
    Function& here = function();
    const auto add = [](std::uint16_t& counter, int amount) {
        counter = static_cast<std::uint16_t>(std::min(65535, counter + amount));
    };
    if (!m_now.quiet)
        add(here.ccRadon, radon);
    add(here.ccC901, c901);
    add(here.cognitive, cognitive);
}

bool Walk::isStatement(Kind kind)
{
    switch (kind) {
    case Kind::FunctionDefinition: case Kind::ClassDefinition: case Kind::IfStatement: case Kind::ElifClause:
    case Kind::ForStatement: case Kind::WhileStatement: case Kind::TryStatement: case Kind::WithStatement:
    case Kind::MatchStatement: case Kind::ExpressionStatement: case Kind::ReturnStatement: case Kind::RaiseStatement:
    case Kind::AssertStatement: case Kind::DeleteStatement: case Kind::PassStatement: case Kind::BreakStatement:
    case Kind::ContinueStatement: case Kind::GlobalStatement: case Kind::NonlocalStatement:
    case Kind::ImportStatement: case Kind::ImportFromStatement: case Kind::FutureImportStatement:
    case Kind::PrintStatement: case Kind::ExecStatement: case Kind::TypeAliasStatement:
        return true;
    default:
        return false;
    }
}

void Walk::enter(Node node, Field field)
{
    const Kind kind = m_path.back().kind;
    m_path.back().named = node.isNamed();
    if (hasParent() && m_path.back().named && kind != Kind::Comment)
        ++m_path[m_path.size() - 2].namedSeen;
    if (kind == Kind::Comment) {
        m_lines.comment(node.startRow());
        const Spoken spoken = subjectsOf(text(node));
        if (spoken.ofSpeed && m_facts.speedComments.size() < kMostSpeedComments)
            m_facts.speedComments.push_back(node.startRow() + 1);
        m_facts.waitingSubjects |= spoken.waiting;
        m_descend = false;
        return;
    }
    if (kind == Kind::Error || node.isMissing())
        m_errors.push_back({ node.startRow(), node.endRow() });
    if (kind == Kind::ExpressionStatement && isDocstring(node)) {
        ++m_facts.lines.logical;
        ++function().logicalLines;
        m_lines.doc(node.startRow(), node.endRow());
        m_facts.waitingSubjects |= subjectsOf(text(node)).waiting;
        m_lastCodeRow = node.endRow();
        m_descend = false;
        return;
    }
    if (isStatement(kind)) {
        ++m_facts.lines.logical;
        ++function().logicalLines;
        enterStatement(node, kind);
    } else {
        enterExpression(node, kind, field);
    }
    // Tokens make a line code. Inner nodes need no mark: their tokens do it.
    if (!m_descend || node.childCount() == 0) {
        if (node.endByte() > node.startByte()) {
            // A backslash ends at the beginning of the next row, which may hold a comment.
            const std::uint32_t lastRow = kind == Kind::LineContinuation ? node.startRow() : node.endRow();
            m_lines.code(node.startRow(), lastRow);
            m_lastCodeRow = std::max(m_lastCodeRow, lastRow);
        }
    }
}

// The first statement of a module, class or function, if it is one plain string.
bool Walk::isDocstring(Node statement) const
{
    if (!hasParent() || parent().namedSeen != 1 || statement.namedChildCount() != 1)
        return false;
    const Step& around = parent();
    const bool opensBody = around.kind == Kind::Module
        || (around.kind == Kind::Block && hasParent(2)
            && (parent(2).kind == Kind::FunctionDefinition || parent(2).kind == Kind::ClassDefinition));
    const Node only = statement.namedChild(0);
    if (!opensBody || (only.kind() != Kind::String && only.kind() != Kind::ConcatenatedString))
        return false;
    const auto isPlain = [this](Node string) {
        const std::string_view quoted = text(string);
        return quoted.substr(0, quoted.find_first_of("'\"")).find_first_of("bBfFtT") == std::string_view::npos;
    };
    if (only.kind() == Kind::String)
        return isPlain(only);
    for (std::uint32_t at = 0; at < only.namedChildCount(); ++at) { // "a" f"b" is no constant
        if (only.namedChild(at).kind() == Kind::String && !isPlain(only.namedChild(at)))
            return false;
    }
    return true;
}

void Walk::enterStatement(Node node, Kind kind)
{
    switch (kind) {
    case Kind::FunctionDefinition:
        enterFunction(node);
        break;
    case Kind::ClassDefinition:
        enterClass(node);
        break;
    case Kind::IfStatement:
        enterIf(node);
        break;
    case Kind::ElifClause:
        enterAlternative(node, kind);
        break;
    case Kind::ForStatement:
    case Kind::WhileStatement:
        enterLoop(node, kind);
        break;
    case Kind::TryStatement:
        count(Count::Tries);
        op(Op::Try);
        if (m_now.loopDepth > 0)
            site(SiteKind::TryInLoop, node);
        save();
        m_now.importFlags |= kConditional;
        break;
    case Kind::WithStatement:
        count(Count::Withs);
        op(Op::With);
        m_path.back().data = node.childCount() > 0 && node.child(0).kind() == Kind::Async ? 1 : 0;
        break;
    case Kind::MatchStatement:
        enterMatch(node);
        break;
    case Kind::ReturnStatement:
        count(Count::Returns);
        if (m_now.function != 0 && node.namedChildCount() > 0)
            bindReturn(node.namedChild(0));
        break;
    case Kind::RaiseStatement:
        enterRaise(node);
        break;
    case Kind::AssertStatement:
        count(Count::Asserts);
        decision(1, 0, 0);
        save();
        m_now.quiet = true;
        break;
    case Kind::GlobalStatement:
    case Kind::NonlocalStatement: {
        count(kind == Kind::GlobalStatement ? Count::Globals : Count::Nonlocals);
        if (kind == Kind::GlobalStatement)
            site(SiteKind::GlobalStatement, node);
        for (std::uint32_t at = 0; at < node.namedChildCount(); ++at)
            (kind == Kind::GlobalStatement ? frame().globals : frame().nonlocals).push_back(name(node.namedChild(at)));
        break;
    }
    case Kind::ImportStatement:
        enterImport(node);
        break;
    case Kind::ImportFromStatement:
    case Kind::FutureImportStatement:
        enterImportFrom(node, kind);
        break;
    case Kind::PrintStatement:
        site(SiteKind::PrintStatement, node);
        break;
    case Kind::ExecStatement:
        site(SiteKind::ExecStatement, node);
        break;
    case Kind::DeleteStatement:
        if (startsWith(text(node), "exec")) { // respelled for the grammar
            site(SiteKind::ExecStatement, node);
            break;
        }
        save();
        m_now.storing = true;
        break;
    default:
        break;
    }
}

namespace {

bool isTypeChecking(std::string_view condition) { return condition == "TYPE_CHECKING" || (condition.size() > 14 && condition.substr(condition.size() - 14) == ".TYPE_CHECKING"); }

// Import flags of the branch taken and, shifted by 8, of the branches after it.
std::uint32_t branchImportFlags(std::string_view condition)
{
    if (isTypeChecking(condition))
        return kTypeChecking;
    if (condition.substr(0, 4) == "not " && isTypeChecking(condition.substr(4)))
        return kTypeChecking << 8U;
    return kConditional | (kConditional << 8U);
}

} // namespace

float Walk::branchProbability(Node block) const
{
    const std::uint32_t statements = block.namedChildCount();
    if (statements == 0)
        return kBranch;
    const Kind last = block.namedChild(statements - 1).kind();
    if (last == Kind::RaiseStatement)
        return kRaisingBranch;
    if (last == Kind::ReturnStatement || last == Kind::BreakStatement)
        return kReturningBranch;
    return kBranch;
}

void Walk::enterIf(Node node)
{
    decision(1, 1, 1 + m_now.nesting);
    op(Op::Boolean);
    const std::string_view condition = text(node.field(Field::Condition));
    m_path.back().data = branchImportFlags(condition);
    if (m_now.function == 0 && condition.find("__name__") != std::string_view::npos
        && condition.find("__main__") != std::string_view::npos)
        site(SiteKind::MainGuard, node);
}

// elif and else clauses of an if; else and finally of loops and try come here too.
void Walk::enterAlternative(Node node, Kind kind)
{
    Step& around = m_path[m_path.size() - 2];
    if (around.kind != Kind::IfStatement)
        return;
    save();
    m_now.frequency *= around.remaining;
    m_now.importFlags |= static_cast<std::uint8_t>(around.data >> 8U);
    if (kind == Kind::ElifClause) {
        decision(1, 1, 1);
        op(Op::Boolean);
        const std::uint32_t flags = branchImportFlags(text(node.field(Field::Condition)));
        around.data |= flags & 0xFF00U;
        m_path.back().data = flags;
        around.remaining *= 1 - branchProbability(node.field(Field::Consequence));
        return;
    }
    decision(0, 0, 1);
}

// The block that runs when the condition of an if or elif holds.
void Walk::enterBranch(Node node)
{
    Step& around = m_path[m_path.size() - 2];
    const float probability = branchProbability(node);
    save();
    m_now.frequency *= probability;
    m_now.importFlags |= static_cast<std::uint8_t>(around.data & 0xFFU);
    ++m_now.nesting;
    around.remaining *= 1 - probability;
    if ((around.data & kTypeChecking) != 0)
        m_now.frequency = 0; // never runs
}

void Walk::enterLoopBody()
{
    const Step& around = parent();
    save();
    const Loop& loop = m_facts.loops[around.data];
    m_now.loop = around.data;
    m_now.loopDepth = static_cast<std::uint8_t>(std::min(250, m_now.loopDepth + 1));
    m_now.frequency = std::min(kMostFrequent, m_now.frequency * loop.turns);
    ++m_now.nesting;
    function().loopDepth = std::max(function().loopDepth, m_now.loopDepth);
    if (loop.target != 0)
        m_loopTargets.push_back(loop.target);
    op(Op::LoopTurn);
}

void Walk::enterBlock(Node node)
{
    noteEffect();
    if (!hasParent())
        return;
    Step& around = m_path[m_path.size() - 2];
    switch (around.kind) {
    case Kind::FunctionDefinition:
        save(true);
        m_now = Context {};
        m_now.function = around.data;
        // A function that is only defined under a condition is imported from under it.
        m_now.importFlags = static_cast<std::uint8_t>(m_saved.back().context.importFlags | kLazy);
        // A function nested in another is one level deeper for a reader, unless the other does nothing but give
        // it back; a method begins at level 0 wherever its class stands.
        if (const Context& outer = m_saved.back().context; outer.function != 0 && outer.owner == kNone)
            m_now.nesting = static_cast<std::uint16_t>(outer.nesting + (outer.wraps ? 0 : 1));
        m_now.wraps = isWrapper(node);
        m_frames.emplace_back();
        m_now.firstLoopTarget = m_loopTargets.size();
        for (std::uint32_t at = 0; at < function().parameterCount; ++at)
            frame().bound.push_back(m_facts.parameters[function().firstParameter + at].name);
        break;
    case Kind::ClassDefinition:
        save();
        m_now.owner = around.data;
        m_now.nesting = 0;
        break;
    case Kind::ElseClause:
    case Kind::ExceptClause:
    case Kind::CaseClause:
        save();
        ++m_now.nesting;
        break;
    case Kind::IfStatement:
    case Kind::ElifClause:
        enterBranch(node);
        break;
    case Kind::ForStatement:
    case Kind::WhileStatement:
        enterLoopBody();
        break;
    default:
        break;
    }
}

} // namespace ferroscope::facts

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/codec.h"
#include "core/facts/extract.h"

#include <cstring>
#include <type_traits>

namespace ferroscope::facts {

namespace {

constexpr std::uint32_t kMagic = 0x46435446; // "FTCF"
constexpr std::uint32_t kMostItems = 1U << 26U;

class Writer {
public:
    template <class T> void value(T& item)
    {
        if constexpr (std::is_enum_v<T> || std::is_arithmetic_v<T>)
            m_out.append(reinterpret_cast<const char*>(&item), sizeof item);
        else
            fields(*this, item);
    }
    void text(std::string& item)
    {
        auto size = static_cast<std::uint32_t>(item.size());
        value(size);
        m_out.append(item);
    }
    template <class T> void list(std::vector<T>& items)
    {
        auto size = static_cast<std::uint32_t>(items.size());
        value(size);
        for (T& item : items)
            value(item);
    }
    template <class T, std::size_t N> void array(std::array<T, N>& items)
    {
        for (T& item : items)
            value(item);
    }
    std::string m_out;
};

class Reader {
public:
    explicit Reader(std::string_view in)
        : m_in(in)
    {
    }
    template <class T> void value(T& item)
    {
        if constexpr (std::is_same_v<T, bool>) {
            std::uint8_t byte = 0;
            value(byte);
            item = byte != 0; // any other bit pattern in a bool would be undefined
        } else if constexpr (std::is_enum_v<T> || std::is_arithmetic_v<T>) {
            if (m_in.size() < sizeof item) {
                m_ok = false;
                return;
            }
            std::memcpy(&item, m_in.data(), sizeof item);
            m_in.remove_prefix(sizeof item);
        } else {
            fields(*this, item);
        }
    }
    void text(std::string& item)
    {
        std::uint32_t size = 0;
        value(size);
        if (!m_ok || size > m_in.size()) {
            m_ok = false;
            return;
        }
        item.assign(m_in.substr(0, size));
        m_in.remove_prefix(size);
    }
    template <class T> void list(std::vector<T>& items)
    {
        std::uint32_t size = 0;
        value(size);
        if (!m_ok || size > kMostItems || size > m_in.size()) { // every item takes at least a byte
            m_ok = false;
            return;
        }
        items.resize(size);
        for (T& item : items) {
            if (!m_ok)
                return;
            value(item);
        }
    }
    template <class T, std::size_t N> void array(std::array<T, N>& items)
    {
        for (T& item : items)
            value(item);
    }
    std::string_view m_in;
    bool m_ok = true;
};

// One list of fields for both directions.
template <class A> void fields(A& a, LineCounts& x)
{
    a.value(x.physical), a.value(x.code), a.value(x.doc), a.value(x.comment), a.value(x.blank), a.value(x.logical);
}
template <class A> void fields(A& a, HintCounts& x) { a.value(x.slotCount), a.value(x.any), a.value(x.loose), a.value(x.exact); }
template <class A> void fields(A& a, OpMix& x)
{
    OpSums sums = x.sums();
    a.array(sums.expected), a.array(sums.count), a.array(sums.inLoop);
    x = OpMix(sums);
}
template <class A> void fields(A& a, Parameter& x)
{
    a.value(x.name), a.value(x.annotation), a.value(x.kind), a.value(x.hasDefault), a.value(x.mutableDefault);
}
template <class A> void fields(A& a, Function& x)
{
    a.value(x.name), a.value(x.qualifiedName), a.value(x.parent), a.value(x.owner), a.value(x.line), a.value(x.firstLine),
        a.value(x.endLine), a.value(x.flags), a.value(x.logicalLines), a.value(x.ccRadon), a.value(x.ccC901),
        a.value(x.cognitive), a.value(x.loopDepth), a.value(x.awaits), a.value(x.firstParameter),
        a.value(x.parameterCount), a.value(x.returns), a.value(x.hints), a.value(x.ops), a.list(x.decorators), a.list(x.reads);
}
template <class A> void fields(A& a, Class& x)
{
    a.value(x.name), a.value(x.qualifiedName), a.value(x.parent), a.value(x.owner), a.value(x.line), a.value(x.endLine),
        a.value(x.methods), a.value(x.metaclass), a.list(x.bases), a.list(x.decorators);
}
template <class A> void fields(A& a, Import& x)
{
    a.value(x.module), a.value(x.name), a.value(x.alias), a.value(x.function), a.value(x.line), a.value(x.level),
        a.value(x.flags), a.value(x.isFrom);
}
template <class A> void fields(A& a, Loop& x)
{
    a.value(x.function), a.value(x.parent), a.value(x.line), a.value(x.endLine), a.value(x.kind), a.value(x.target),
        a.value(x.iterable), a.value(x.frequency), a.value(x.turns), a.value(x.isAsync), a.value(x.constantTrips), a.value(x.infinite);
}
template <class A> void fields(A& a, CallSite& x)
{
    a.value(x.function), a.value(x.line), a.value(x.callee), a.value(x.method), a.value(x.literal), a.value(x.loop),
        a.value(x.frequency), a.value(x.loopDepth), a.value(x.arguments), a.value(x.keywords), a.value(x.shapes),
        a.value(x.receiver), a.value(x.flags), a.value(x.term);
}
template <class A> void fields(A& a, Lambda& x)
{
    a.value(x.function), a.value(x.outer), a.value(x.line), a.value(x.firstParameter), a.value(x.parameterCount),
        a.value(x.frequency);
}
template <class A> void fields(A& a, Term& x) { a.value(x.place), a.value(x.key), a.value(x.operand), a.value(x.detail); }
template <class A> void fields(A& a, Operand& x) { a.value(x.term), a.value(x.key); }
template <class A> void fields(A& a, Flow& x) { a.value(x.target), a.value(x.value); }
template <class A> void fields(A& a, Decoration& x)
{
    a.value(x.definition), a.value(x.isClass), a.value(x.term);
}
template <class A> void fields(A& a, Binding& x)
{
    a.value(x.function), a.value(x.owner), a.value(x.target), a.value(x.value), a.value(x.line), a.value(x.kind);
}
template <class A> void fields(A& a, Store& x)
{
    a.value(x.function), a.value(x.target), a.value(x.line), a.value(x.frequency), a.value(x.kind), a.value(x.augmented),
        a.value(x.inLoop);
}
template <class A> void fields(A& a, AttributeReads& x) { a.value(x.function), a.value(x.object), a.value(x.expected); }
template <class A> void fields(A& a, LazyName& x) { a.value(x.key), a.value(x.value); }
template <class A> void fields(A& a, Site& x)
{
    a.value(x.kind), a.value(x.function), a.value(x.line), a.value(x.loopDepth), a.value(x.name);
}
template <class A> void fields(A& a, Exception& x)
{
    a.value(x.function), a.value(x.type), a.value(x.line), a.value(x.loop), a.value(x.frequency), a.value(x.kind);
}
template <class A> void fields(A& a, WithItem& x)
{
    a.value(x.function), a.value(x.context), a.value(x.target), a.value(x.line), a.value(x.loop), a.value(x.frequency),
        a.value(x.isCall), a.value(x.isAsync);
}
template <class A> void fields(A& a, Cell& x) { a.value(x.firstLine), a.value(x.number); }
template <class A> void fields(A& a, Problem& x) { a.value(x.kind), a.value(x.line), a.text(x.detail); }

template <class A> void all(A& a, FileFacts& x)
{
    a.value(x.lines), a.value(x.hints), a.array(x.counts), a.list(x.functions), a.list(x.classes), a.list(x.parameters),
        a.list(x.imports), a.list(x.loops), a.list(x.calls), a.list(x.bindings), a.list(x.lambdas),
        a.list(x.terms), a.list(x.operands), a.list(x.flows), a.list(x.decorations), a.list(x.stores), a.list(x.attributeReads),
        a.list(x.lazyNames), a.list(x.sites),
        a.list(x.exceptions), a.list(x.withItems), a.list(x.exports), a.value(x.hasExports), a.list(x.problems),
        a.value(x.errorLines), a.text(x.contentHash), a.list(x.speedComments), a.value(x.waitingSubjects),
        a.list(x.cells);
}

// Of the part that says how values flow. A term refers only to earlier ones, so following it ends.
bool flowHolds(const FileFacts& x)
{
    const auto isTerm = [&](std::uint32_t id) { return id == kNone || id < x.terms.size(); };
    const auto isKey = [&](Key key) { return key >= kPosition || key < x.names.size(); };
    for (const Lambda& lambda : x.lambdas) {
        if (lambda.function >= x.functions.size() || (lambda.outer != kNone && lambda.outer >= x.lambdas.size())
            || lambda.firstParameter > x.parameters.size()
            || lambda.parameterCount > x.parameters.size() - lambda.firstParameter)
            return false;
    }
    for (std::size_t at = 0; at < x.terms.size(); ++at) {
        const Term& term = x.terms[at];
        const std::size_t scopes = term.scope() == Term::Scope::Function ? x.functions.size()
            : term.scope() == Term::Scope::Lambda                       ? x.lambdas.size()
                                                                        : x.classes.size();
        const bool isLambda = term.kind() == Term::Kind::Lambda;
        if (term.kind() > Term::Kind::Yielded || term.scopeIndex() >= scopes
            || (isLambda && term.operand >= x.lambdas.size())
            || (!isLambda && term.operand != kNone && term.operand >= at))
            return false;
        if (!term.hasOperands()) {
            if (!isKey(term.key))
                return false;
            continue;
        }
        if (term.detail > x.operands.size() || term.key > x.operands.size() - term.detail)
            return false;
        for (std::uint32_t each = term.detail; each < term.detail + term.key; ++each) {
            if (x.operands[each].term == kNone || x.operands[each].term >= at || !isKey(x.operands[each].key))
                return false;
        }
    }
    for (const Flow& flow : x.flows) {
        if (flow.target >= x.terms.size() || flow.value >= x.terms.size())
            return false;
    }
    for (const Decoration& each : x.decorations) {
        if (!isTerm(each.term) || each.definition >= (each.isClass ? x.classes.size() : x.functions.size()))
            return false;
    }
    for (const CallSite& site : x.calls) {
        if (!isTerm(site.term) || (site.term != kNone && x.terms[site.term].kind() != Term::Kind::Call))
            return false;
    }
    return true;
}

// A blob from a broken disk may hold any number: what later code uses as an index must be one.
bool indicesHold(const FileFacts& x)
{
    const std::size_t names = x.names.size();
    const std::size_t functions = x.functions.size();
    const auto isName = [&](NameId id) { return id < names; };
    const auto isFunction = [&](FunctionIndex id) { return id < functions; };
    const auto isFunctionOrNone = [&](FunctionIndex id) { return id == kNone || id < functions; };
    const auto isClass = [&](ClassIndex id) { return id == kNone || id < x.classes.size(); };
    const auto isLoop = [&](std::uint32_t id) { return id == kNone || id < x.loops.size(); };
    const auto every = [](const auto& list, auto&& test) {
        for (const auto& item : list) {
            if (!test(item))
                return false;
        }
        return true;
    };
    return functions > 0 && every(x.functions, [&](const Function& f) {
        return isName(f.name) && isName(f.qualifiedName) && isName(f.returns) && isFunctionOrNone(f.parent) && isClass(f.owner)
            && f.firstParameter <= x.parameters.size() && f.parameterCount <= x.parameters.size() - f.firstParameter
            && every(f.decorators, isName) && every(f.reads, isName);
    }) && every(x.classes, [&](const Class& c) {
        return isName(c.name) && isName(c.qualifiedName) && isName(c.metaclass) && isFunction(c.parent) && isClass(c.owner)
            && every(c.bases, isName) && every(c.decorators, isName);
    }) && every(x.parameters, [&](const Parameter& p) { return isName(p.name) && isName(p.annotation); })
        && every(x.imports, [&](const Import& i) { return isName(i.module) && isName(i.name) && isName(i.alias) && isFunction(i.function); })
        && every(x.loops, [&](const Loop& l) { return isName(l.target) && isName(l.iterable) && isFunction(l.function) && isLoop(l.parent); })
        && every(x.calls, [&](const CallSite& c) { return isName(c.callee) && isName(c.method) && isName(c.literal) && isFunction(c.function) && isLoop(c.loop); })
        && every(x.bindings, [&](const Binding& b) { return isName(b.target) && isName(b.value) && isFunction(b.function) && isClass(b.owner); })
        && every(x.stores, [&](const Store& s) { return isName(s.target) && isFunction(s.function); })
        && every(x.attributeReads, [&](const AttributeReads& r) { return isName(r.object) && isFunction(r.function); })
        && every(x.lazyNames, [&](const LazyName& l) { return isName(l.key) && isName(l.value); })
        && every(x.sites, [&](const Site& s) { return isName(s.name) && isFunction(s.function); })
        && every(x.exceptions, [&](const Exception& e) { return isName(e.type) && isFunction(e.function) && isLoop(e.loop); })
        && every(x.withItems, [&](const WithItem& w) { return isName(w.context) && isName(w.target) && isFunction(w.function) && isLoop(w.loop); })
        && every(x.exports, isName);
}

} // namespace

std::string encode(const FileFacts& facts)
{
    Writer writer;
    auto magic = kMagic;
    auto version = static_cast<std::uint32_t>(kFactsVersion);
    auto names = static_cast<std::uint32_t>(facts.names.size());
    writer.value(magic);
    writer.value(version);
    writer.value(names);
    for (NameId id = 1; id < names; ++id) {
        std::string text(facts.names.text(id));
        writer.text(text);
    }
    FileFacts copy = facts; // fields() serves both directions, so it wants something it could change
    all(writer, copy);
    return std::move(writer.m_out);
}

std::optional<FileFacts> decode(std::string_view bytes)
{
    Reader reader(bytes);
    std::uint32_t magic = 0;
    std::uint32_t version = 0;
    std::uint32_t names = 0;
    reader.value(magic);
    reader.value(version);
    reader.value(names);
    if (!reader.m_ok || magic != kMagic || version != static_cast<std::uint32_t>(kFactsVersion) || names > bytes.size())
        return std::nullopt;
    FileFacts facts;
    for (NameId id = 1; id < names; ++id) {
        std::string text;
        reader.text(text);
        if (!reader.m_ok || facts.names.add(text) != id)
            return std::nullopt;
    }
    all(reader, facts);
    if (!reader.m_ok || !reader.m_in.empty() || !indicesHold(facts) || !flowHolds(facts))
        return std::nullopt;
    facts.names.freeze();
    return facts;
}

} // namespace ferroscope::facts

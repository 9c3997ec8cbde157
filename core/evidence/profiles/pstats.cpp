// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// pstats: the file of cProfile and profile, one marshal object:
//   { (file, first line, name): (primitive calls, calls, self s, total s, {caller: (calls, primitive, self s, total s)}) }
// What differs between writers (reference/metrics 3.1): inside callers the two counts stand the other way round;
// `profile` writes a plain count there; pyinstrument has no counts (-1) and is sampled; the sampling profiler of
// Python 3.15 adds ("__sampled__",): True and writes the line that ran instead of the first one.
#include "core/evidence/profiles/marshal.h"
#include "core/evidence/profiles/profile_builder.h"
#include "core/evidence/profiles/profile_formats.h"

#include <cmath>
#include <optional>

namespace ferroscope::evidence {

namespace {

using Kind = MarshalValue::Kind;

bool isNumber(const MarshalValue& value) { return value.kind == Kind::Float || (value.kind == Kind::Integer && !value.isHuge); }
double numberOf(const MarshalValue& value) { return value.kind == Kind::Float ? value.real : static_cast<double>(value.integer); }

class PstatsReader {
public:
    explicit PstatsReader(const Marshal& data)
        : m_data(data)
        , m_builder(ProfileKind::Pstats)
    {
    }

    Result<Profile> run()
    {
        const MarshalValue& root = m_data.at(m_data.root);
        if (root.kind != Kind::Dict)
            return refuse("it is no dictionary of functions");
        for (std::uint32_t at = 0; at < root.size; at += 2)
            m_isSampled = m_isSampled || isMark(m_data.item(root, at));
        m_isExact = !m_isSampled;
        // First all functions, so that callers without an entry of their own can be told.
        for (std::uint32_t at = 0; at < root.size; at += 2) {
            if (isMark(m_data.item(root, at)))
                continue;
            if (!addFunction(m_data.item(root, at), m_data.item(root, at + 1)))
                return refuse(m_builder.problem().empty() ? "entry " + std::to_string(at / 2 + 1) + " is no function with its times" : m_builder.problem());
        }
        Profile& profile = m_builder.profile();
        profile.exact = m_isExact;
        if (!m_isExact) { // one function without a count is enough: no count of the file is believed
            profile.edges.clear();
            for (ProfileEntry& entry : profile.entries)
                entry.calls = 0;
        }
        if (m_isSampled)
            profile.samples = m_calls; // it writes samples as calls
        return std::move(m_builder).finish();
    }

private:
    bool isMark(const MarshalValue& key) const
    {
        return key.kind == Kind::Tuple && key.size == 1 && m_data.item(key, 0).kind == Kind::Text && m_data.text(m_data.item(key, 0)) == "__sampled__";
    }

    std::optional<std::uint32_t> frameOf(const MarshalValue& key)
    {
        if (key.kind != Kind::Tuple || key.size != 3)
            return std::nullopt;
        const MarshalValue& file = m_data.item(key, 0);
        const MarshalValue& line = m_data.item(key, 1);
        const MarshalValue& name = m_data.item(key, 2);
        if (file.kind != Kind::Text || line.kind != Kind::Integer || name.kind != Kind::Text)
            return std::nullopt;
        Frame frame;
        frame.file = m_data.text(file);
        if (frame.file.empty())
            frame.file = "~"; // how `profile` writes a builtin
        frame.function = m_data.text(name);
        frame.line = line.integer > 0 && line.integer < 100'000'000 ? static_cast<std::uint32_t>(line.integer) : 0;
        frame.lineMeaning = m_isSampled ? LineMeaning::Current : LineMeaning::First;
        const std::uint32_t made = m_builder.frame(frame);
        return m_builder.problem().empty() ? std::optional(made) : std::nullopt;
    }

    bool addFunction(const MarshalValue& key, const MarshalValue& value)
    {
        const auto at = frameOf(key);
        if (!at || value.kind != Kind::Tuple || value.size != 5)
            return false;
        for (std::uint32_t field = 0; field < 4; ++field) {
            if (!isNumber(m_data.item(value, field)))
                return false;
        }
        const MarshalValue& callers = m_data.item(value, 4);
        const double calls = numberOf(m_data.item(value, 1));
        const double self = numberOf(m_data.item(value, 2));
        const double total = numberOf(m_data.item(value, 3));
        if (callers.kind != Kind::Dict || !std::isfinite(calls) || calls > 1e18 || !std::isfinite(self) || !std::isfinite(total))
            return false;
        if (calls < 0)
            m_isExact = false; // pyinstrument
        ProfileEntry& entry = m_builder.entry(*at);
        const auto count = static_cast<std::uint64_t>(std::max(0.0, calls));
        entry.calls += m_isSampled ? 0 : count;
        m_calls += count;
        // A clock that was set back while cProfile ran leaves small negative times.
        entry.selfSeconds += std::max(0.0, self);
        entry.totalSeconds += std::max(0.0, total);
        m_builder.addTime(std::max(0.0, self));
        for (std::uint32_t pair = 0; pair < callers.size; pair += 2) {
            if (!addCaller(*at, m_data.item(callers, pair), m_data.item(callers, pair + 1)))
                return false;
        }
        return true;
    }

    bool addCaller(std::uint32_t callee, const MarshalValue& key, const MarshalValue& value)
    {
        const auto caller = frameOf(key);
        if (!caller)
            return false;
        double calls = 0;
        double self = 0;
        if (isNumber(value)) {
            calls = numberOf(value);
        } else if (value.kind == Kind::Tuple && value.size == 4 && isNumber(m_data.item(value, 0)) && isNumber(m_data.item(value, 2))) {
            calls = numberOf(m_data.item(value, 0));
            self = numberOf(m_data.item(value, 2));
        } else {
            return false;
        }
        if (!std::isfinite(calls) || calls > 1e18 || !std::isfinite(self))
            return false;
        m_builder.addEdge(*caller, callee, static_cast<std::uint64_t>(std::max(0.0, calls)), std::max(0.0, self));
        return m_builder.problem().empty();
    }

    const Marshal& m_data;
    ProfileBuilder m_builder;
    bool m_isSampled = false, m_isExact = true;
    std::uint64_t m_calls = 0;
};

} // namespace

// A dictionary, with or without the mark of a reference, whose first key is a tuple (or that is empty).
bool looksLikePstats(std::string_view bytes)
{
    if (bytes.size() < 2 || (bytes[0] & 0x7F) != '{')
        return false;
    const char key = static_cast<char>(bytes[1] & 0x7F);
    return key == ')' || key == '(' || (key == '0' && bytes.size() == 2);
}

Result<Profile> readPstats(std::string_view bytes)
{
    const Result<Marshal> data = readMarshal(bytes);
    if (!data)
        return tl::unexpected(data.error());
    return PstatsReader(*data).run();
}

} // namespace ferroscope::evidence

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Scalene: per file, lines and functions with their shares of all samples in percent: Python, native, and system
// (off the processor). Of 1.5.16 and of the schema of 2026; everything but the line numbers and the three shares is
// optional. What lies in no function is module-level code.
#include "core/evidence/profiles/profile_builder.h"
#include "core/evidence/profiles/profile_formats.h"

#include <algorithm>

namespace ferroscope::evidence {

namespace {

using Id = JsonTree::Id;

constexpr double kSecondsPerSample = 0.01; // Scalene's default rate; only for the accuracy of shares

struct Shares { // percent
    double python = 0, native = 0, system = 0;
    double sum() const { return python + native + system; }
};

class ScaleneReader {
public:
    explicit ScaleneReader(const JsonTree& tree)
        : m_tree(tree)
        , m_builder(ProfileKind::Scalene)
    {
    }

    Result<Profile> run()
    {
        const auto elapsed = m_tree.number(m_tree.member(m_tree.root(), "elapsed_time_sec"));
        m_builder.profile().isScaled = elapsed && *elapsed > 0 && *elapsed < 1e9;
        m_secondsPerPercent = m_builder.profile().isScaled ? *elapsed / 100 : 0.01;
        m_builder.profile().knowsNative = true;
        const Id files = m_tree.member(m_tree.root(), "files");
        for (Id file = m_tree.first(files); file != JsonTree::kNone && m_problem.empty() && m_builder.problem().empty(); file = m_tree.next(file))
            addFile(file);
        if (!m_problem.empty())
            return refuse(m_problem);
        Profile& profile = m_builder.profile();
        profile.samples = static_cast<std::uint64_t>(std::max(1.0, profile.totalSeconds / kSecondsPerSample));
        return std::move(m_builder).finish();
    }

private:
    std::optional<Shares> sharesOf(Id detail)
    {
        const auto share = [&](const char* name) -> double {
            const auto value = m_tree.number(m_tree.member(detail, name));
            if (value && (*value < 0 || *value > 1000))
                m_problem = "a share in it is no percentage";
            return value.value_or(0);
        };
        const Shares found { share("n_cpu_percent_python"), share("n_cpu_percent_c"), share("n_sys_percent") };
        return m_problem.empty() ? std::optional(found) : std::nullopt;
    }

    void addEntry(std::string_view file, std::string_view name, std::uint32_t line, LineMeaning meaning, const Shares& shares)
    {
        const std::uint32_t at = m_builder.frame({ file, name, line, meaning, true });
        if (!m_builder.problem().empty())
            return;
        ProfileEntry& entry = m_builder.entry(at);
        entry.selfSeconds += shares.python * m_secondsPerPercent;
        entry.nativeSeconds += shares.native * m_secondsPerPercent;
        entry.waitingSeconds += shares.system * m_secondsPerPercent;
        entry.totalSeconds += shares.sum() * m_secondsPerPercent;
        m_builder.addTime(shares.sum() * m_secondsPerPercent);
    }

    void addFile(Id file)
    {
        const std::string_view path = m_tree.key(file);
        Shares rest;
        const Id functions = m_tree.member(file, "functions");
        const bool byFunction = m_tree.first(functions) != JsonTree::kNone;
        for (Id line = m_tree.first(m_tree.member(file, "lines")); line != JsonTree::kNone; line = m_tree.next(line)) {
            const auto number = m_tree.index(m_tree.member(line, "lineno"));
            const auto shares = sharesOf(line);
            if (!shares)
                return;
            if (!number || *number == 0)
                continue;
            rest.python += shares->python;
            rest.native += shares->native;
            rest.system += shares->system;
            if (shares->sum() <= 0)
                continue;
            m_builder.addLine(path, *number, shares->sum() * m_secondsPerPercent);
            if (!byFunction)
                addEntry(path, "", *number, LineMeaning::Current, *shares);
        }
        if (!byFunction)
            return;
        for (Id function = m_tree.first(functions); function != JsonTree::kNone; function = m_tree.next(function)) {
            const auto shares = sharesOf(function);
            if (!shares)
                return;
            rest.python -= shares->python;
            rest.native -= shares->native;
            rest.system -= shares->system;
            addEntry(path, m_tree.text(m_tree.member(function, "line")), m_tree.index(m_tree.member(function, "lineno")).value_or(0),
                LineMeaning::First, *shares);
        }
        // Lines and functions round the three shares differently: only their sums compare.
        const double left = rest.sum();
        rest = { std::max(0.0, rest.python), std::max(0.0, rest.native), std::max(0.0, rest.system) };
        if (left <= 1e-6)
            return;
        const double factor = left / rest.sum();
        addEntry(path, "<module>", 1, LineMeaning::First, { rest.python * factor, rest.native * factor, rest.system * factor });
    }

    const JsonTree& m_tree;
    ProfileBuilder m_builder;
    double m_secondsPerPercent = 0;
    std::string m_problem;
};

} // namespace

bool looksLikeScalene(const JsonTree& tree)
{
    const Id files = tree.member(tree.root(), "files");
    if (!tree.isObject(files))
        return false;
    const Id first = tree.first(files);
    const bool named = tree.member(tree.root(), "elapsed_time_sec") != JsonTree::kNone || tree.member(tree.root(), "alloc_samples") != JsonTree::kNone;
    return named && (first == JsonTree::kNone || tree.isArray(tree.member(first, "lines")));
}

Result<Profile> readScalene(const JsonTree& tree) { return ScaleneReader(tree).run(); }

} // namespace ferroscope::evidence

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/profiles/json_tree.h"
#include "core/base/text.h"

#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace ferroscope::evidence {

namespace {

constexpr std::size_t kMostKeys = 1U << 24U; // distinct member names

// The parser keeps one string or number at a time in memory, and one bit per open container. Both are bounded
// before it starts.
std::string problemBeforeParsing(std::string_view bytes)
{
    std::size_t depth = 0;
    std::size_t run = 0;
    bool inText = false;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const char byte = bytes[at];
        if (inText) {
            ++run;
            if (byte == '\\') {
                ++at;
            } else if (byte == '"') {
                inText = false;
                run = 0;
            }
        } else if (byte == '"') {
            inText = true;
            run = 0;
        } else if (byte == '[' || byte == '{') {
            ++depth;
            run = 0;
        } else if (byte == ']' || byte == '}') {
            depth -= depth > 0 ? 1 : 0;
            run = 0;
        } else if (byte == ',' || byte == ':' || byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t') {
            run = 0;
        } else {
            ++run;
        }
        if (run > kLongestJsonText)
            return "a single value in it is longer than 1 MiB";
        if (depth > kDeepestJson)
            return "it is nested more than 10,000 deep";
    }
    return {};
}

} // namespace

class JsonTreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    Result<JsonTree> run(std::string_view bytes)
    {
        m_problem = problemBeforeParsing(bytes);
        if (m_problem.empty() && !nlohmann::json::sax_parse(bytes, this) && m_problem.empty())
            m_problem = "it is no JSON";
        if (!m_problem.empty())
            return failure(ErrorCode::BadInput, {}, m_problem);
        return std::move(m_tree);
    }

    bool null() override { return add(JsonTree::Type::Null) != JsonTree::kNone; }
    bool boolean(bool value) override { return add(value ? JsonTree::Type::True : JsonTree::Type::False) != JsonTree::kNone; }
    bool number_integer(number_integer_t value) override { return number(static_cast<double>(value)); }
    bool number_unsigned(number_unsigned_t value) override { return number(static_cast<double>(value)); }
    bool number_float(number_float_t value, const string_t&) override { return number(value); }
    bool binary(binary_t&) override { return false; }

    bool string(string_t& value) override
    {
        const JsonTree::Id at = add(JsonTree::Type::Text);
        if (at == JsonTree::kNone)
            return false;
        const auto known = m_shortTexts.find(value);
        if (known != m_shortTexts.end()) {
            m_tree.m_nodes[at].text = known->second;
            return true;
        }
        const std::uint64_t offset = m_tree.m_texts.size();
        const auto size = static_cast<std::uint32_t>(value.size());
        m_tree.m_texts.append(reinterpret_cast<const char*>(&size), sizeof size);
        m_tree.m_texts.append(value);
        m_tree.m_nodes[at].text = offset;
        if (value.size() < 256 && m_shortTexts.size() < 100'000)
            m_shortTexts.emplace(value, offset);
        return true;
    }

    bool start_object(std::size_t) override { return open(JsonTree::Type::Object); }
    bool start_array(std::size_t) override { return open(JsonTree::Type::Array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        const auto known = m_keys.find(name);
        if (known != m_keys.end()) {
            m_key = known->second;
            return true;
        }
        if (m_tree.m_keys.size() >= kMostKeys) {
            m_problem = "it has more than 16 million different names";
            return false;
        }
        m_key = static_cast<std::uint32_t>(m_tree.m_keys.size());
        m_tree.m_keys.push_back(name);
        m_keys.emplace(name, m_key);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override
    {
        if (m_problem.empty())
            m_problem = "it is no well-formed JSON at byte " + withThousands(static_cast<long long>(position));
        return false;
    }

private:
    struct Open {
        JsonTree::Id container = 0, last = 0;
    };

    JsonTree::Id add(JsonTree::Type type)
    {
        std::vector<JsonTree::Node>& nodes = m_tree.m_nodes;
        if (nodes.size() > kMostJsonValues) {
            m_problem = "it holds more than " + withThousands(static_cast<long long>(kMostJsonValues)) + " values";
            return JsonTree::kNone;
        }
        const auto at = static_cast<JsonTree::Id>(nodes.size());
        JsonTree::Node& node = nodes.emplace_back();
        node.keyAndType = (m_key << 3U) | static_cast<std::uint32_t>(type);
        m_key = 0;
        if (!m_open.empty()) {
            Open& in = m_open.back();
            if (in.last == 0)
                nodes[in.container].child = at;
            else
                nodes[in.last].next = at;
            in.last = at;
        }
        return at;
    }

    bool number(double value)
    {
        const JsonTree::Id at = add(JsonTree::Type::Number);
        m_tree.m_nodes[at].number = value;
        return at != JsonTree::kNone;
    }

    bool open(JsonTree::Type type)
    {
        const JsonTree::Id at = add(type);
        if (at == JsonTree::kNone)
            return false;
        m_tree.m_nodes[at].child = 0;
        m_open.push_back({ at, 0 });
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    JsonTree m_tree;
    std::vector<Open> m_open;
    std::unordered_map<std::string, std::uint32_t> m_keys;
    std::unordered_map<std::string, std::uint64_t> m_shortTexts;
    std::uint32_t m_key = 0;
    std::string m_problem;
};

std::string_view JsonTree::key(Id member) const { return m_keys[m_nodes[member].keyAndType >> 3U]; }

JsonTree::Id JsonTree::member(Id object, std::string_view name) const
{
    if (!isObject(object))
        return kNone;
    for (Id at = m_nodes[object].child; at != kNone; at = m_nodes[at].next) {
        if (key(at) == name)
            return at;
    }
    return kNone;
}

std::string_view JsonTree::text(Id value) const
{
    if (!isText(value))
        return {};
    std::uint32_t size = 0;
    std::memcpy(&size, m_texts.data() + m_nodes[value].text, sizeof size);
    return { m_texts.data() + m_nodes[value].text + sizeof size, size };
}

std::optional<double> JsonTree::number(Id value) const
{
    if (!isNumber(value) || !std::isfinite(m_nodes[value].number))
        return std::nullopt;
    return m_nodes[value].number;
}

std::optional<std::uint32_t> JsonTree::index(Id value) const
{
    const std::optional<double> found = number(value);
    if (!found || *found < 0 || *found > 4294967294.0 || std::floor(*found) != *found)
        return std::nullopt;
    return static_cast<std::uint32_t>(*found);
}

Result<JsonTree> readJsonTree(std::string_view bytes) { return JsonTreeBuilder().run(bytes); }

} // namespace ferroscope::evidence

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/load.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <set>
#include <toml++/toml.h>
#include <utility>

namespace ferroscope::knowledge {

namespace {

// In the order of facts::Op, which this folder may not include; a test compares the two.
constexpr auto kOperations = std::to_array<std::string_view>({ "loop-turn", "arithmetic", "float-arithmetic", "bit",
    "compare", "boolean", "subscript", "subscript-store", "slice", "attribute", "attribute-store", "string-build",
    "container", "call", "assign", "integer-literal", "yield", "await", "raise", "try", "with", "import",
    "integer-arithmetic", "bytes" });

// Thrown and caught within this file only.
struct BadData {
    std::string detail;
};

[[noreturn]] void refuse(const toml::node& where, const std::string& what)
{
    throw BadData { "line " + std::to_string(where.source().begin.line) + ": " + what };
}

void expectKeys(const toml::table& table, std::initializer_list<std::string_view> known)
{
    for (const auto& [key, node] : table) {
        if (std::find(known.begin(), known.end(), key.str()) == known.end())
            refuse(node, "unknown key \"" + std::string(key.str()) + "\"");
    }
}

std::string text(const toml::table& table, std::string_view key, std::optional<std::string> fallback = std::nullopt)
{
    const toml::node* node = table.get(key);
    if (node == nullptr && fallback)
        return *std::move(fallback);
    if (node == nullptr)
        refuse(table, "no \"" + std::string(key) + "\"");
    if (!node->is_string())
        refuse(*node, "\"" + std::string(key) + "\" is no text");
    return **node->as_string();
}

double number(const toml::node& node)
{
    const std::optional<double> value = node.is_number() ? node.value<double>() : std::nullopt;
    if (!value || !std::isfinite(*value))
        refuse(node, "not a number");
    return *value;
}

// A missing key is an empty list.
std::vector<std::string> texts(const toml::table& table, std::string_view key)
{
    std::vector<std::string> found;
    const toml::node* node = table.get(key);
    if (node == nullptr)
        return found;
    if (!node->is_array())
        refuse(*node, "\"" + std::string(key) + "\" is no list");
    for (const toml::node& each : *node->as_array()) {
        if (!each.is_string())
            refuse(each, "no text");
        found.push_back(**each.as_string());
    }
    return found;
}

// One text or a list; a missing key is one empty text.
std::vector<std::string> textOrTexts(const toml::table& table, std::string_view key)
{
    const toml::node* node = table.get(key);
    if (node != nullptr && node->is_array())
        return texts(table, key);
    return { text(table, key, "") };
}

// The tables of [[key]].
template <class Visit> void forEachTable(const toml::table& document, std::string_view key, Visit visit)
{
    const toml::node* node = document.get(key);
    if (node == nullptr || !node->is_array())
        refuse(document, "no [[" + std::string(key) + "]]");
    for (const toml::node& each : *node->as_array()) {
        if (!each.is_table())
            refuse(each, "no table");
        visit(*each.as_table());
    }
}

// Parses and reads; whatever goes wrong becomes an Error.
template <class Value, class Read> Result<Value> guarded(const char* file, std::string_view toml, Read read)
{
    try {
        const toml::table document = toml::parse(toml);
        return read(document);
    } catch (const toml::parse_error& error) {
        return failure(ErrorCode::BadInput, file,
            "line " + std::to_string(error.source().begin.line) + ": " + std::string(error.description()));
    } catch (const BadData& error) {
        return failure(ErrorCode::BadInput, file, error.detail);
    } catch (const std::exception& error) {
        return failure(ErrorCode::Internal, file, error.what());
    }
}

ApiKind kindOf(const toml::table& group)
{
    const std::string name = text(group, "kind");
    if (name == "interpreted")
        return ApiKind::Interpreted;
    if (name == "native")
        return ApiKind::Native;
    if (name == "waiting")
        return ApiKind::Waiting;
    refuse(group, "kind \"" + name + "\"");
}

ApiFact factOf(const toml::table& group)
{
    ApiFact fact;
    fact.kind = kindOf(group);
    const toml::node* ns = group.get("ns");
    if (ns == nullptr || number(*ns) < 0)
        refuse(group, "no \"ns\"");
    fact.nanoseconds = static_cast<float>(number(*ns));
    if (const toml::node* blocking = group.get("blocking"); blocking != nullptr) {
        if (!blocking->is_boolean())
            refuse(*blocking, "\"blocking\" is neither true nor false");
        fact.blocking = **blocking->as_boolean();
    }
    const auto ffi = knownFfi(text(group, "ffi", ""));
    const auto trait = knownTrait(text(group, "trait", ""));
    if (!ffi || !trait)
        refuse(group, "unknown ffi or trait");
    fact.ffi = *ffi;
    fact.trait = *trait;
    return fact;
}

Package packageOf(const toml::table& table)
{
    Package package;
    package.name = text(table, "name");
    package.imports = texts(table, "imports");
    const std::string status = text(table, "status");
    constexpr auto kAll = std::to_array({ PackageStatus::RustEquivalent, PackageStatus::RustInside,
        PackageStatus::NativeInside, PackageStatus::Portable, PackageStatus::KeepPython, PackageStatus::None });
    const auto at
        = std::find_if(kAll.begin(), kAll.end(), [&](PackageStatus each) { return statusName(each) == status; });
    if (at == kAll.end())
        refuse(table, "status \"" + status + "\"");
    package.status = *at;
    package.family = text(table, "family");
    package.note = text(table, "note", "");
    if (const toml::node* crates = table.get("crates"); crates != nullptr) {
        if (!crates->is_array())
            refuse(*crates, "\"crates\" is no list");
        for (const toml::node& each : *crates->as_array()) {
            const toml::array* pair = each.as_array();
            if (pair == nullptr || pair->size() != 2 || !(*pair)[0].is_string() || !(*pair)[1].is_string())
                refuse(each, "a crate is [name, note]");
            package.crates.emplace_back(**(*pair)[0].as_string(), **(*pair)[1].as_string());
        }
    }
    return package;
}

} // namespace

Result<std::vector<ApiEntry>> readApis(std::string_view toml)
{
    return guarded<std::vector<ApiEntry>>("apis.toml", toml, [](const toml::table& document) {
        std::vector<ApiEntry> entries;
        std::set<std::string, std::less<>> seen;
        expectKeys(document, { "group" });
        forEachTable(document, "group", [&](const toml::table& group) {
            expectKeys(group, { "prefix", "names", "kind", "ns", "blocking", "ffi", "trait", "source" });
            const ApiFact fact = factOf(group);
            const std::vector<std::string> prefixes = textOrTexts(group, "prefix"), names = textOrTexts(group, "names");
            if (text(group, "source").empty() || (group.get("prefix") == nullptr && group.get("names") == nullptr))
                refuse(group, "a group needs a source, and names or a prefix");
            for (const std::string& prefix : prefixes) {
                for (const std::string& name : names) {
                    std::string full = prefix + (prefix.empty() || name.empty() ? "" : ".") + name;
                    if (full.empty() || !seen.insert(full).second)
                        refuse(group, "\"" + full + "\" is empty or there a second time");
                    entries.push_back({ std::move(full), fact });
                }
            }
        });
        return entries;
    });
}

Result<PackageData> readPackages(std::string_view toml)
{
    return guarded<PackageData>("packages.toml", toml, [](const toml::table& document) {
        expectKeys(document, { "checked", "source", "package" });
        PackageData data;
        data.checked = text(document, "checked");
        std::set<std::string> imports, distributions;
        forEachTable(document, "package", [&](const toml::table& table) {
            expectKeys(table, { "name", "also", "imports", "status", "family", "crates", "note" });
            data.entries.push_back({ packageOf(table), texts(table, "also") });
            const PackageTable::Entry& entry = data.entries.back();
            bool isNew = distributions.insert(normalizedDistribution(entry.package.name)).second;
            for (const std::string& name : entry.also)
                isNew = distributions.insert(normalizedDistribution(name)).second && isNew;
            for (const std::string& name : entry.package.imports)
                isNew = imports.insert(name).second && isNew;
            if (!isNew)
                refuse(table, "\"" + entry.package.name + "\" or a name of it a second time");
        });
        return data;
    });
}

Result<std::vector<std::string>> readStandardLibrary(std::string_view toml)
{
    return guarded<std::vector<std::string>>("stdlib.toml", toml, [](const toml::table& document) {
        expectKeys(document, { "source", "python3", "python2" });
        std::vector<std::string> names = texts(document, "python3");
        for (std::string& name : texts(document, "python2"))
            names.push_back(std::move(name));
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        return names;
    });
}

Result<OperationCosts> readCosts(std::string_view toml)
{
    return guarded<OperationCosts>("costs.toml", toml, [](const toml::table& document) {
        expectKeys(document, { "source", "nanoseconds" });
        if (text(document, "source").empty() || !document["nanoseconds"].is_table())
            refuse(document, "no source or no [nanoseconds]");
        const toml::table& table = *document["nanoseconds"].as_table();
        OperationCosts costs {};
        static_assert(kOperations.size() <= costs.size());
        for (std::size_t i = 0; i < kOperations.size(); ++i) {
            const toml::node* node = table.get(kOperations[i]);
            if (node == nullptr || number(*node) < 0)
                refuse(table, "no cost of " + std::string(kOperations[i]));
            costs[i] = static_cast<float>(number(*node));
        }
        if (table.size() != kOperations.size())
            refuse(table, "an unknown operation");
        return costs;
    });
}

namespace {

Range rangeOf(const toml::table& table, std::string_view key)
{
    const toml::node* node = table.get(key);
    const toml::array* figures = node != nullptr ? node->as_array() : nullptr;
    if (figures == nullptr || figures->size() != 3)
        refuse(table, "no \"" + std::string(key) + "\" of low, likely and high");
    const Range range { number((*figures)[0]), number((*figures)[1]), number((*figures)[2]) };
    if (range.low < 0 || range.likely < range.low || range.high < range.likely)
        refuse(*node, "\"" + std::string(key) + "\" does not ascend from 0");
    return range;
}

const toml::table& section(const toml::table& document, std::string_view key)
{
    const toml::node* node = document.get(key);
    if (node == nullptr || !node->is_table())
        refuse(document, "no [" + std::string(key) + "]");
    return *node->as_table();
}

} // namespace

Result<BoundaryCosts> readBoundaryCosts(std::string_view toml)
{
    return guarded<BoundaryCosts>("boundary.toml", toml, [](const toml::table& document) {
        expectKeys(document, { "source", "date", "call", "attribute", "elements", "unknown", "convert" });
        BoundaryCosts costs;
        costs.source = text(document, "source");
        costs.date = text(document, "date");
        const toml::table& call = section(document, "call");
        const toml::table& attribute = section(document, "attribute");
        const toml::table& elements = section(document, "elements");
        expectKeys(call, { "into-rust", "into-python" });
        expectKeys(attribute, { "read-rust", "store-rust", "read-python", "store-python" });
        expectKeys(elements, { "container", "inner" });
        expectKeys(section(document, "unknown"), { "fixed" });
        costs.callIntoRust = rangeOf(call, "into-rust");
        costs.callIntoPython = rangeOf(call, "into-python");
        costs.readRust = rangeOf(attribute, "read-rust");
        costs.storeRust = rangeOf(attribute, "store-rust");
        costs.readPython = rangeOf(attribute, "read-python");
        costs.storePython = rangeOf(attribute, "store-python");
        costs.elements = rangeOf(elements, "container");
        costs.innerElements = rangeOf(elements, "inner");
        costs.unknown = rangeOf(section(document, "unknown"), "fixed");
        forEachTable(document, "convert", [&](const toml::table& table) {
            expectKeys(table, { "types", "fixed", "each" });
            const Conversion price { rangeOf(table, "fixed"), table.contains("each") ? rangeOf(table, "each") : Range {} };
            for (std::string& type : texts(table, "types"))
                costs.conversions.push_back({ std::move(type), price });
        });
        std::sort(costs.conversions.begin(), costs.conversions.end(), [](const auto& a, const auto& b) { return a.type < b.type; });
        const auto twice = std::adjacent_find(costs.conversions.begin(), costs.conversions.end(),
            [](const auto& a, const auto& b) { return a.type == b.type; });
        if (costs.source.empty() || costs.date.empty() || twice != costs.conversions.end())
            refuse(document, "no source, no date or a type a second time");
        return costs;
    });
}

Result<Knowledge::Population> readPopulation(std::string_view toml)
{
    return guarded<Knowledge::Population>("population.toml", toml, [](const toml::table& document) {
        expectKeys(document, { "origin", "modules", "signals" });
        Knowledge::Population population;
        population.origin = text(document, "origin", "");
        if (const toml::node* modules = document.get("modules"); modules != nullptr) {
            if (!modules->is_integer() || **modules->as_integer() < 0)
                refuse(*modules, "\"modules\" is no count");
            population.modules = static_cast<std::size_t>(**modules->as_integer());
        }
        const toml::table* signals = document["signals"].as_table();
        if (signals == nullptr)
            refuse(document, "no [signals]");
        for (const auto& [key, node] : *signals) {
            const toml::array* values = node.as_array();
            Knowledge::Population::Signal signal { std::string(key.str()), {} };
            if (values == nullptr || values->size() != signal.values.size())
                refuse(node, "\"" + signal.name + "\" is not a list of 101 numbers");
            for (std::size_t i = 0; i < signal.values.size(); ++i)
                signal.values[i] = number((*values)[i]);
            if (!std::is_sorted(signal.values.begin(), signal.values.end()))
                refuse(node, "\"" + signal.name + "\" does not ascend");
            population.table.push_back(std::move(signal));
        }
        std::sort(population.table.begin(), population.table.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
        return population;
    });
}

Result<std::vector<ToolMapping>> readToolchain(std::string_view toml)
{
    return guarded<std::vector<ToolMapping>>("toolchain.toml", toml, [](const toml::table& document) {
        expectKeys(document, { "source", "tool" });
        std::vector<ToolMapping> tools;
        forEachTable(document, "tool", [&](const toml::table& table) {
            expectKeys(table, { "python", "rust", "task", "note", "distributions", "files", "sections" });
            tools.push_back({ text(table, "python"), text(table, "rust"), text(table, "task"), text(table, "note", ""),
                texts(table, "distributions"), texts(table, "files"), texts(table, "sections") });
        });
        return tools;
    });
}

} // namespace ferroscope::knowledge

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A validator for the part of JSON Schema that resources/schema uses: type, enum, required, properties,
// items, minimum, maximum and $ref into $defs. A keyword it does not know is a problem of the schema, so that
// nothing is silently unchecked.
#pragma once

#include <nlohmann/json.hpp>
#include <algorithm>
#include <string>
#include <vector>

namespace ferroscope::tests {

class SchemaValidator {
public:
    using Json = nlohmann::ordered_json;
    explicit SchemaValidator(Json schema)
        : m_schema(std::move(schema))
    {
    }

    // Problems as "place: what", at most 20.
    std::vector<std::string> problems(const Json& document)
    {
        m_problems.clear();
        check(m_schema, document, "$");
        return m_problems;
    }

private:
    void report(const std::string& place, const std::string& what)
    {
        if (m_problems.size() < 20)
            m_problems.push_back(place + ": " + what);
    }

    static bool hasType(const Json& value, const std::string& type)
    {
        if (type == "number")
            return value.is_number();
        if (type == "integer")
            return value.is_number_integer();
        if (type == "string")
            return value.is_string();
        if (type == "boolean")
            return value.is_boolean();
        if (type == "null")
            return value.is_null();
        return type == "object" ? value.is_object() : type == "array" && value.is_array();
    }

    void checkKeywords(const Json& schema, const std::string& place)
    {
        static const std::vector<std::string> known { "$schema", "$defs", "$ref", "$id", "title", "description", "type",
            "enum", "required", "properties", "items", "minimum", "maximum" };
        for (const auto& [keyword, unused] : schema.items()) {
            if (std::find(known.begin(), known.end(), keyword) == known.end())
                report(place, "the schema uses the unknown keyword " + keyword);
        }
    }

    void checkType(const Json& schema, const Json& value, const std::string& place)
    {
        if (!schema.contains("type"))
            return;
        const Json types = schema["type"].is_array() ? schema["type"] : Json::array({ schema["type"] });
        if (std::none_of(types.begin(), types.end(), [&](const Json& type) { return hasType(value, type.get<std::string>()); }))
            report(place, "is " + value.dump().substr(0, 60) + ", expected " + schema["type"].dump());
    }

    void checkObject(const Json& schema, const Json& value, const std::string& place)
    {
        const Json required = schema.value("required", Json::array()), parts = schema.value("properties", Json::object());
        for (const Json& name : required) {
            if (!value.contains(name.get<std::string>()))
                report(place, "lacks " + name.get<std::string>());
        }
        for (const auto& [name, part] : parts.items()) {
            if (value.contains(name))
                check(part, value[name], place + "." + name);
        }
    }

    void check(const Json& schema, const Json& value, const std::string& place)
    {
        checkKeywords(schema, place);
        if (schema.contains("$ref")) {
            const std::string name = schema["$ref"].get<std::string>();
            const std::string prefix = "#/$defs/";
            if (name.substr(0, prefix.size()) != prefix || !m_schema["$defs"].contains(name.substr(prefix.size()))) {
                report(place, "the schema refers to nothing: " + name);
                return;
            }
            check(m_schema["$defs"][name.substr(prefix.size())], value, place);
        }
        checkType(schema, value, place);
        if (schema.contains("enum") && std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
            report(place, "is " + value.dump() + ", none of " + schema["enum"].dump());
        if (value.is_number()) {
            if (schema.contains("minimum") && value.get<double>() < schema["minimum"].get<double>())
                report(place, value.dump() + " is below " + schema["minimum"].dump());
            if (schema.contains("maximum") && value.get<double>() > schema["maximum"].get<double>())
                report(place, value.dump() + " is above " + schema["maximum"].dump());
        }
        if (value.is_object())
            checkObject(schema, value, place);
        if (value.is_array() && schema.contains("items")) {
            for (std::size_t at = 0; at < value.size(); ++at)
                check(schema["items"], value[at], place + "[" + std::to_string(at) + "]");
        }
    }

    Json m_schema;
    std::vector<std::string> m_problems;
};

} // namespace ferroscope::tests

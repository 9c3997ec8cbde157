// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Lock files: poetry.lock, uv.lock and pdm.lock are tables [[package]] with name and version, pylock.toml
// (PEP 751) the same under [[packages]]; Pipfile.lock is JSON.
#include "core/manifests/readers.h"

#include "core/base/text.h"
#include "core/manifests/toml_file.h"
#include <nlohmann/json.hpp>

namespace ferroscope::manifests {

Manifest readTomlLock(std::string_view text, const std::string& path)
{
    Manifest manifest;
    manifest.path = path;
    withToml(text, manifest, [&](const toml::table& document) {
        manifest.requiresPython = textAt(document["requires-python"]); // uv, PEP 751
        if (manifest.requiresPython.empty())
            manifest.requiresPython = textAt(document["metadata"]["python-versions"]); // Poetry
        if (manifest.requiresPython.empty())
            manifest.requiresPython = textAt(document["metadata"]["requires_python"]); // PDM
        for (const char* key : { "package", "packages" }) {
            const toml::array* packages = document[key].as_array();
            if (!packages)
                continue;
            for (const toml::node& package : *packages) {
                std::string name = textAt(TomlNode(package)["name"]), version = textAt(TomlNode(package)["version"]);
                if (!name.empty() && !version.empty() && manifest.locked.size() < kMaxItems)
                    manifest.locked.push_back({ std::move(name), std::move(version), path });
            }
        }
    });
    return manifest;
}

namespace {

// { "_meta": { "requires": { "python_version": "3.11" } }, "default": { NAME: { "version": "==1.0" } }, ... }.
// SAX: depth costs no stack, and nothing but names and versions is kept.
class PipfileLockReader final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit PipfileLockReader(Manifest& manifest)
        : m_manifest(manifest)
    {
    }
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool string(string_t& value) override
    {
        if (m_depth == 3 && m_keys[0] != "_meta" && m_keys[2] == "version" && startsWith(value, "==")
            && m_manifest.locked.size() < kMaxItems)
            m_manifest.locked.push_back({ m_keys[1], value.substr(2), m_manifest.path });
        if (m_depth == 3 && m_keys[0] == "_meta" && m_keys[1] == "requires" && m_keys[2] == "python_version")
            m_manifest.requiresPython = "==" + value + ".*";
        return true;
    }
    bool start_object(std::size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override { return enter(); }
    bool end_array() override { return leave(); }
    bool key(string_t& name) override
    {
        if (m_depth >= 1 && m_depth <= 3)
            m_keys[m_depth - 1] = name;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override
    {
        m_manifest.problem = "not valid JSON at byte " + std::to_string(position);
        return false;
    }

private:
    bool enter()
    {
        ++m_depth;
        return true;
    }
    bool leave()
    {
        --m_depth;
        return true;
    }

    Manifest& m_manifest;
    std::size_t m_depth = 0;
    std::string m_keys[3];
};

} // namespace

Manifest readPipfileLock(std::string_view text, const std::string& path)
{
    Manifest manifest;
    manifest.path = path;
    PipfileLockReader reader(manifest);
    nlohmann::json::sax_parse(text, &reader);
    return manifest;
}

} // namespace ferroscope::manifests

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Cobertura XML: <sources><source>root</source></sources>, <class filename="a.py"> with <line number="3" hits="1"/>.
// The same file may appear in several classes: a line counts as run if any of them says so. Nothing but elements is
// used: a document that declares entities is refused, and expat never opens what a DOCTYPE names.
#include "core/base/text.h"
#include "core/evidence/coverage/coverage_formats.h"

#include <algorithm>
#include <charconv>
#include <expat.h>
#include <memory>
#include <optional>

namespace ferroscope::evidence {

namespace {

constexpr std::size_t kDeepestXml = 1000;
constexpr std::size_t kLongestName = 64 * 1024;

class Reader {
public:
    Result<LineCoverage> run(std::string_view bytes)
    {
        const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr), XML_ParserFree);
        if (!parser)
            return failure(ErrorCode::Internal, {}, "the XML parser could not be made");
        m_parser = parser.get();
        XML_SetUserData(m_parser, this);
        XML_SetElementHandler(m_parser, onStart, onEnd);
        XML_SetCharacterDataHandler(m_parser, onText);
        XML_SetEntityDeclHandler(m_parser, onEntity);
        while (m_problem.empty()) {
            const std::string_view part = bytes.substr(0, 1U << 20U);
            bytes.remove_prefix(part.size());
            const XML_Status status = XML_Parse(m_parser, part.data(), static_cast<int>(part.size()), bytes.empty() ? XML_TRUE : XML_FALSE);
            if (status == XML_STATUS_ERROR && m_problem.empty())
                m_problem = "it is no well-formed XML at line " + withThousands(static_cast<long long>(XML_GetCurrentLineNumber(m_parser)));
            if (bytes.empty())
                break;
        }
        if (m_problem.empty() && !m_isCobertura)
            m_problem = "it is XML, but no coverage report";
        if (!m_problem.empty())
            return failure(ErrorCode::BadInput, {}, m_problem);
        for (auto& [name, file] : m_made.files)
            settle(file);
        return std::move(m_made);
    }

private:
    static Reader& self(void* data) { return *static_cast<Reader*>(data); }
    static void onStart(void* data, const XML_Char* name, const XML_Char** attributes) { self(data).start(name, attributes); }
    static void onEnd(void* data, const XML_Char* name) { self(data).end(name); }
    static void onText(void* data, const XML_Char* text, int length)
    {
        Reader& reader = self(data);
        if (reader.m_inSource && reader.m_text.size() < kLongestName)
            reader.m_text.append(text, static_cast<std::size_t>(length));
    }
    static void onEntity(void* data, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*)
    {
        self(data).fail("it declares entities, which no coverage report needs");
    }

    void fail(const char* what)
    {
        if (m_problem.empty())
            m_problem = what;
        XML_StopParser(m_parser, XML_FALSE);
    }

    static std::string_view attribute(const XML_Char** attributes, std::string_view name)
    {
        for (; *attributes; attributes += 2) {
            if (name == attributes[0])
                return attributes[1];
        }
        return {};
    }

    static std::optional<std::uint64_t> number(std::string_view text)
    {
        std::uint64_t value = 0;
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
        return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
    }

    void start(std::string_view name, const XML_Char** attributes)
    {
        if (++m_depth > kDeepestXml)
            return fail("it is nested more than 1,000 deep");
        if (m_depth == 1)
            m_isCobertura = name == "coverage";
        if (name == "source") {
            m_inSource = true;
            m_text.clear();
        } else if (name == "class") {
            const std::string_view file = attribute(attributes, "filename");
            m_file = nullptr;
            if (file.empty() || file.size() > kLongestName)
                return;
            if (m_made.files.size() >= kMostCoverageFiles)
                return fail("it names more than a million files");
            m_file = &m_made.files[std::string(file)];
        } else if (name == "line" && m_file) {
            const auto line = number(attribute(attributes, "number"));
            const auto hits = number(attribute(attributes, "hits"));
            if (!line || *line == 0 || *line > 100'000'000 || !hits)
                return;
            if (++m_lines > kMostCoverageLines)
                return fail("it has more than 20 million lines");
            (*hits > 0 ? m_file->run : m_file->missed).push_back(static_cast<std::uint32_t>(*line));
        }
    }

    void end(std::string_view name)
    {
        --m_depth;
        if (name == "class")
            m_file = nullptr;
        if (name != "source")
            return;
        m_inSource = false;
        if (m_made.roots.size() < 1000 && !trimmed(m_text).empty())
            m_made.roots.emplace_back(trimmed(m_text));
    }

    static void settle(CoveredFile& file)
    {
        for (std::vector<std::uint32_t>* lines : { &file.run, &file.missed }) {
            std::sort(lines->begin(), lines->end());
            lines->erase(std::unique(lines->begin(), lines->end()), lines->end());
        }
        std::erase_if(file.missed, [&](std::uint32_t line) { return std::binary_search(file.run.begin(), file.run.end(), line); });
    }

    XML_Parser m_parser = nullptr;
    LineCoverage m_made;
    CoveredFile* m_file = nullptr;
    std::string m_text, m_problem;
    std::size_t m_depth = 0, m_lines = 0;
    bool m_inSource = false, m_isCobertura = false;
};

} // namespace

Result<LineCoverage> readCobertura(std::string_view bytes) { return Reader().run(bytes); }

} // namespace ferroscope::evidence

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/formats.h"

#include "core/base/text.h"
#include "core/report/json_writer.h"
#include "core/report/markdown.h"
#include <algorithm>
#include <array>

namespace ferroscope::cli {

namespace {

constexpr std::array<std::string_view, 4> kNotYet { "html", "csv", "sarif", "odt" };

std::optional<Format> formatNamed(std::string_view name)
{
    if (name == "json")
        return Format::Json;
    if (name == "md")
        return Format::Markdown;
    if (name == "pdf")
        return Format::Pdf;
    return std::nullopt;
}

std::string endingOf(const std::string& file)
{
    const std::size_t dot = file.rfind('.');
    const std::size_t slash = file.rfind('/');
    if (dot == std::string::npos || (slash != std::string::npos && slash > dot))
        return "";
    return lowerAscii(std::string_view(file).substr(dot + 1));
}

} // namespace

Result<Format> formatOf(const std::string& option, const std::string& target)
{
    const std::string name = option.empty() ? endingOf(target) : option;
    if (const auto format = formatNamed(name))
        return *format;
    if (std::find(kNotYet.begin(), kNotYet.end(), name) != kNotYet.end())
        return failure(ErrorCode::BadUsage, {}, "The format " + name + " is not part of this version yet; json, md and pdf are.");
    if (!option.empty())
        return failure(ErrorCode::BadUsage, {}, "There is no format " + option + "; json, md and pdf are the formats of this version.");
    return Format::Summary;
}

std::string nameInFolder(Format format)
{
    switch (format) {
    case Format::Json:
        return "assessment.json";
    case Format::Markdown:
        return "report.md";
    case Format::Pdf:
        return "report.pdf";
    case Format::Summary:
        break;
    }
    return "summary.txt";
}

Result<void> writeAs(Format format, const Assessment& assessment, const std::string& json, const Target& target)
{
    std::string pdf;
    if (format == Format::Pdf) {
        auto bytes = pdfBytes(assessment);
        if (!bytes)
            return tl::unexpected(bytes.error());
        pdf = std::move(*bytes);
    }
    return writeTo(target, [&](const Write& write) {
        switch (format) {
        case Format::Json:
            json.empty() ? report::writeJson(assessment, write) : write(json);
            break;
        case Format::Markdown:
            write(report::toMarkdown(assessment));
            break;
        case Format::Pdf:
            write(pdf);
            break;
        case Format::Summary:
            write(report::toSummary(assessment));
            break;
        }
    });
}

} // namespace ferroscope::cli

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/type_comments.h"
#include "core/base/text.h"

namespace ferroscope::facts {

namespace {

constexpr std::size_t kMostParameters = 255;

bool isAlphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

} // namespace

std::string_view typeComment(std::string_view comment)
{
    if (!startsWith(comment, "#"))
        return {};
    std::string_view said = trimmed(comment.substr(1));
    if (!startsWith(said, "type:"))
        return {};
    said = trimmed(said.substr(5));
    if (startsWith(said, "ignore") && (said.size() == 6 || !isAlphanumeric(said[6])))
        return {};
    return said;
}

SignatureComment signatureComment(std::string_view said)
{
    SignatureComment signature;
    if (!startsWith(said, "("))
        return signature;
    int depth = 0;
    char quote = 0;
    std::size_t begin = 1;
    const auto part = [&](std::size_t end) {
        std::string_view text = trimmed(said.substr(begin, end - begin));
        while (startsWith(text, "*"))
            text = text.substr(1);
        if (!text.empty() && signature.parameters.size() < kMostParameters)
            signature.parameters.push_back(text);
        begin = end + 1;
    };
    for (std::size_t at = 0; at < said.size(); ++at) {
        const char c = said[at];
        if (quote != 0) {
            quote = c == quote ? char { 0 } : quote;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(' || c == '[' || c == '{') {
            ++depth;
        } else if (c == ',' && depth == 1) {
            part(at);
        } else if ((c == ')' || c == ']' || c == '}') && --depth == 0) {
            part(at);
            signature.isGiven = true;
            const std::string_view after = trimmed(said.substr(at + 1));
            if (startsWith(after, "->"))
                signature.returns = trimmed(after.substr(2));
            return signature;
        }
    }
    return signature;
}

} // namespace ferroscope::facts

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// SharedText: a text that many places name and none changes, held once: every function has a name, and many calls.
// Copies share the text; free to read and copy from any thread.
#pragma once

#include <compare>
#include <memory>
#include <string>

namespace ferroscope {

class SharedText {
public:
    SharedText() = default;
    SharedText(std::string text) // not explicit: it is a text
        : m_text(std::make_shared<const std::string>(std::move(text)))
    {
    }
    SharedText(const char* text)
        : SharedText(std::string(text))
    {
    }
    const std::string& text() const
    {
        static const std::string none;
        return m_text ? *m_text : none;
    }
    operator const std::string&() const { return text(); }
    bool operator==(const SharedText& other) const { return m_text == other.m_text || text() == other.text(); }
    std::strong_ordering operator<=>(const SharedText& other) const
    {
        return text().compare(other.text()) <=> 0;
    }

private:
    std::shared_ptr<const std::string> m_text; // null: ""
};

} // namespace ferroscope

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of Python's marshal, as small as tests of its reader need them.
#pragma once

#include <QByteArray>
#include <cstring>
#include <string>

namespace ferroscope::tests::marshal {

template <class T> std::string raw(T value)
{
    std::string bytes(sizeof value, '\0');
    std::memcpy(bytes.data(), &value, sizeof value);
    return bytes;
}
inline std::string integer(std::int32_t value) { return "i" + raw(value); }
inline std::string real(double value) { return "g" + raw(value); }
inline std::string text(const std::string& value) { return "z" + std::string(1, static_cast<char>(value.size())) + value; }
template <class... Items> std::string tuple(const Items&... items) { return ")" + std::string(1, static_cast<char>(sizeof...(items))) + (std::string() + ... + items); }
inline std::string dict(const std::string& pairs) { return "{" + pairs + "0"; }
inline std::string key(const std::string& file, int line, const std::string& name) { return tuple(text(file), integer(line), text(name)); }
// One function as cProfile writes it.
inline std::string function(const std::string& file, int line, const std::string& name, int calls, double self, const std::string& callers = {})
{
    return key(file, line, name) + tuple(integer(calls), integer(calls), real(self), real(self), dict(callers));
}

} // namespace ferroscope::tests::marshal

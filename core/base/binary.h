// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Binary: plain structs (fields.h) of numbers, strings and containers <-> compact bytes, for caches. Every
// distinct string is stored once; integers take as many bytes as they need. What was read is checked against the
// bytes that are there: damaged or foreign bytes give nullopt, never a crash and never half a value.
// shapeOf<T>() tells two versions of a struct apart; bytes belong to the shape they were written with.
#pragma once

#include "core/base/fields.h"
#include "core/base/shared.h"
#include "core/base/shared_text.h"
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace ferroscope {

class BinaryWriter {
public:
    template <class T> void value(const T& item)
    {
        if constexpr (std::is_enum_v<T>)
            number(static_cast<std::uint64_t>(item));
        else if constexpr (std::is_integral_v<T>)
            number(static_cast<std::uint64_t>(item));
        else if constexpr (std::is_floating_point_v<T>)
            m_body.append(reinterpret_cast<const char*>(&item), sizeof item);
        else
            forEachField(item, [this](const auto& member) { value(member); });
    }
    void value(const std::string& text);
    template <class T> void value(const std::vector<T>& items)
    {
        number(items.size());
        for (const T& item : items)
            value(item);
    }
    template <class T, std::size_t N> void value(const std::array<T, N>& items)
    {
        for (const T& item : items)
            value(item);
    }
    template <class T> void value(const std::optional<T>& item)
    {
        number(item ? 1 : 0);
        if (item)
            value(*item);
    }
    template <class T> void value(const Shared<T>& items) { value(items.get()); }
    void value(const SharedText& text) { value(text.text()); }
    template <class A, class B> void value(const std::pair<A, B>& item) { value(item.first), value(item.second); }
    template <class A, class B> void value(const std::map<A, B>& items)
    {
        number(items.size());
        for (const auto& [key, item] : items)
            value(key), value(item);
    }
    std::string finish(); // the strings, then the rest

private:
    void number(std::uint64_t value) { append(m_body, value); }
    static void append(std::string& out, std::uint64_t value);
    std::string m_strings, m_body;
    std::unordered_map<std::string_view, std::uint32_t> m_known; // views into the values written: they must live
};

class BinaryReader {
public:
    explicit BinaryReader(std::string_view bytes);
    bool isDone() const { return m_ok && m_in.empty(); } // all read, nothing wrong
    template <class T> void value(T& item)
    {
        if constexpr (std::is_same_v<T, bool>)
            item = number() != 0;
        else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>)
            item = static_cast<T>(number());
        else if constexpr (std::is_floating_point_v<T>)
            raw(&item, sizeof item);
        else
            forEachField(item, [this](auto& member) { value(member); });
    }
    void value(std::string& text);
    void value(SharedText& text); // equal ones share theirs again
    template <class T> void value(std::vector<T>& items)
    {
        items.resize(count());
        for (T& item : items) {
            if (!m_ok)
                return;
            value(item);
        }
    }
    template <class T, std::size_t N> void value(std::array<T, N>& items)
    {
        for (T& item : items)
            value(item);
    }
    template <class T> void value(Shared<T>& items)
    {
        T read;
        value(read);
        items = std::move(read);
    }
    template <class T> void value(std::optional<T>& item)
    {
        item.reset();
        if (number() != 0)
            value(item.emplace());
    }
    template <class A, class B> void value(std::pair<A, B>& item) { value(item.first), value(item.second); }
    template <class A, class B> void value(std::map<A, B>& items)
    {
        items.clear();
        for (std::size_t left = count(); left > 0 && m_ok; --left) {
            A key {};
            value(key);
            value(items[std::move(key)]);
        }
    }

private:
    std::uint64_t number();
    std::size_t count(); // of things that take at least a byte each
    void raw(void* to, std::size_t size);
    std::string_view m_in;
    std::vector<std::string_view> m_strings;
    std::unordered_map<std::uint64_t, SharedText> m_shared; // by number of the string
    bool m_ok = true;
};

template <class T> std::string toBinary(const T& value)
{
    BinaryWriter writer;
    writer.value(value);
    return writer.finish();
}

template <class T> std::optional<T> fromBinary(std::string_view bytes)
{
    BinaryReader reader(bytes);
    T value {};
    reader.value(value);
    if (!reader.isDone())
        return std::nullopt;
    return value;
}

namespace detail {

template <class T> struct Shape {
    static void add(std::string& out)
    {
        if constexpr (std::is_enum_v<T> || std::is_arithmetic_v<T>) {
            out += (std::is_floating_point_v<T> ? 'f' : 'i') + std::to_string(sizeof(T));
        } else {
            out += '{';
            T value {};
            forEachField(value, [&out]<class M>(M&) { Shape<M>::add(out); });
            out += '}';
        }
    }
};
template <> struct Shape<std::string> {
    static void add(std::string& out) { out += 's'; }
};
template <> struct Shape<SharedText> {
    static void add(std::string& out) { out += 's'; }
};
template <class T> struct Shape<std::vector<T>> {
    static void add(std::string& out) { out += '['; Shape<T>::add(out); out += ']'; }
};
template <class T, std::size_t N> struct Shape<std::array<T, N>> {
    static void add(std::string& out) { out += std::to_string(N) + 'x'; Shape<T>::add(out); }
};
template <class T> struct Shape<Shared<T>> {
    static void add(std::string& out) { Shape<T>::add(out); }
};
template <class T> struct Shape<std::optional<T>> {
    static void add(std::string& out) { out += '?'; Shape<T>::add(out); }
};
template <class A, class B> struct Shape<std::pair<A, B>> {
    static void add(std::string& out) { out += '('; Shape<A>::add(out); Shape<B>::add(out); out += ')'; }
};
template <class A, class B> struct Shape<std::map<A, B>> {
    static void add(std::string& out) { out += '<'; Shape<A>::add(out); Shape<B>::add(out); out += '>'; }
};

} // namespace detail

template <class T> std::string shapeOf()
{
    std::string out;
    detail::Shape<T>::add(out);
    return out;
}

} // namespace ferroscope

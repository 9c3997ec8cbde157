// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Shared: a container held by a handle. Copying the handle counts a reference, whatever the container's size;
// reading is that of the const container; edit() gives one of its own, cloned first if others hold it too. For the
// heavy parts of a value that is copied and changed in its light parts.
//
// An empty container takes no memory. Threads: as for a container, any number may read one handle, and handles that
// share may be used and edited at the same time; edit() is no reading.
#pragma once

#include <atomic>
#include <initializer_list>
#include <memory>
#include <utility>

namespace ferroscope {

template <class T> class Shared {
public:
    using value_type = typename T::value_type;
    using size_type = typename T::size_type;
    using const_reference = typename T::const_reference;
    using const_iterator = typename T::const_iterator;
    using iterator = const_iterator;

    Shared() = default;
    Shared(T value) // NOLINT(google-explicit-constructor): it stands for the container
        : m_value(value.empty() ? nullptr : std::make_shared<T>(std::move(value)))
    {
    }
    Shared(std::initializer_list<value_type> items)
        : Shared(T(items))
    {
    }

    const T& get() const
    {
        static const T kEmpty {};
        return m_value ? *m_value : kEmpty;
    }
    operator const T&() const { return get(); } // NOLINT(google-explicit-constructor)

    const_iterator begin() const { return get().begin(); }
    const_iterator end() const { return get().end(); }
    size_type size() const { return m_value ? m_value->size() : 0; }
    bool empty() const { return !m_value || m_value->empty(); }
    const_reference operator[](size_type at) const { return (*m_value)[at]; }
    const_reference front() const { return m_value->front(); }
    const_reference back() const { return m_value->back(); }
    const_reference at(size_type at) const { return get().at(at); }

    // The container to change. The reference is good until this handle is copied, assigned to or gone.
    T& edit()
    {
        if (!m_value)
            m_value = std::make_shared<T>();
        else if (m_value.use_count() > 1)
            m_value = std::make_shared<T>(std::as_const(*m_value));
        else // what others read before they let go comes before what is written now
            std::atomic_thread_fence(std::memory_order_acquire);
        return *m_value;
    }

    bool isSharedWith(const Shared& other) const { return m_value == other.m_value; } // the same container, not an equal one
    friend bool operator==(const Shared& a, const Shared& b) { return a.m_value == b.m_value || a.get() == b.get(); }

private:
    std::shared_ptr<T> m_value;
};

} // namespace ferroscope

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Range: a figure that is not certain. low <= likely <= high; units are those of the field that holds it.
#pragma once

#include <algorithm>

namespace ferroscope {

struct Range {
    double low = 0;
    double likely = 0;
    double high = 0;

    static Range exactly(double value) { return { value, value, value }; }
    // Restores the order after arithmetic whose rounding may have broken it.
    Range ordered() const
    {
        return { std::min({ low, likely, high }), std::clamp(likely, std::min(low, high), std::max(low, high)),
            std::max({ low, likely, high }) };
    }
    friend bool operator==(const Range&, const Range&) = default;
};

inline Range operator+(const Range& a, const Range& b) { return { a.low + b.low, a.likely + b.likely, a.high + b.high }; }
inline Range operator*(const Range& a, double factor) { return { a.low * factor, a.likely * factor, a.high * factor }; }
inline Range& operator+=(Range& a, const Range& b) { return a = a + b; }

} // namespace ferroscope

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How sure a resolved call is, 0..1, by the weakest step that led to it. Assumptions, not measurements.
#pragma once

namespace ferroscope::graph::certainty {

inline constexpr float kDirect = 1.0F; // a name of the same module, or an imported one
inline constexpr float kSelf = 0.95F; // self.m(), cls.m(), super().m() through the class hierarchy
inline constexpr float kInferred = 0.9F; // the class of the receiver is known from what was assigned to it
inline constexpr float kAnnotated = 0.9F; // ... from an annotation
inline constexpr float kAlternative = 0.7F; // one of several things a name may be bound to
inline constexpr float kOverride = 0.6F; // a subclass overrides the method: divided by the number of overrides
inline constexpr float kUniqueName = 0.5F; // only one family of classes has the method: divided by its definitions
inline constexpr float kProtocol = 0.9F; // `for` and `with` call methods without a call being written
inline constexpr float kFlow = 0.8F; // values that were followed through variables, parameters and containers
inline constexpr float kFewTargets = 3; // of a call; beyond, kAlternative is shared among them
inline constexpr float kCallback = 0.7F; // native code calls what it is given: map(f, rows)
inline constexpr float kAsArgument = 0.5F; // not called here, but handed on by name

} // namespace ferroscope::graph::certainty

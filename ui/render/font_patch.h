// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A font file without glyph substitution, under a family name of its own.
//
// Why: Qt 6.4 cannot switch font features, and the PDF text layer knows only glyphs that the character map
// reaches. Without the GSUB table no ligature or contextual form can appear (so a search finds every word),
// kerning stays, and with `tabular` the character map itself leads to the figures of equal width ("tnum").
// The own name keeps our copy apart from an installed one of another version.
#pragma once

#include <QByteArray>
#include <QString>

namespace ferroscope::render {

// `font` is a TrueType or OpenType file; returned unchanged if it is not understood. Reads within bounds only.
QByteArray patchedFont(const QByteArray& font, const QString& family, const QString& style, bool tabular);

} // namespace ferroscope::render

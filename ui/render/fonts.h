// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The type families of window and report: Inter and JetBrains Mono, compiled in, under names of our own
// (an installed Inter of another version must not change a page). None of them has ligatures.
#pragma once

#include <QString>
#include <QStringList>

namespace ferroscope::render {

// Registers the fonts, once; later calls do nothing. Needs a QGuiApplication; GUI thread.
// False if a font could not be loaded (text then falls back to what the system has).
bool registerFonts();

QString sansFamily(); // Inter, figures of natural width: prose of the report
QString tabularFamily(); // Inter, figures of equal width: the window, every table and figure
QString monoFamily(); // JetBrains Mono
QStringList fallbackFamilies(); // tried, in this order, for characters the above do not have (CJK)

} // namespace ferroscope::render

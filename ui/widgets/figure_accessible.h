// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What assistive tools see of a painted figure: one child per mark, with name, place and state. Installed for every
// FigureView; a figure that has marks overrides FigureView::items().
#pragma once

namespace ferroscope::ui {

void installFigureAccessibility(); // cheap, any number of times

} // namespace ferroscope::ui

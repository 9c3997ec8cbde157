// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/resources.h"

#include <QDir>

// Q_INIT_RESOURCE must be expanded outside any namespace.
static void initRenderResources() { Q_INIT_RESOURCE(render); }

namespace ferroscope::render {
void initResources() { initRenderResources(); }
}

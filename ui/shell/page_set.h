// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the window in the order and groups of the navigation. Only pages that work are in it.
#pragma once

#include "ui/pages/page.h"
#include <vector>

namespace ferroscope::ui {

struct PageSet {
    struct Group {
        QString title;
        std::vector<Page*> pages;
    };
    std::vector<Group> groups;
    Page* module = nullptr; // reached from the others
};
PageSet makePageSet(const PageContext& context); // the caller owns the pages

} // namespace ferroscope::ui

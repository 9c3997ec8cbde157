// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_set.h"

#include "ui/pages/module_page.h"
#include "ui/pages/modules_page.h"
#include "ui/pages/overview_page.h"

#include <QCoreApplication>

namespace ferroscope::ui {

namespace {
struct Groups {
    Q_DECLARE_TR_FUNCTIONS(Groups)
};
} // namespace

PageSet makePageSet(const PageContext& context)
{
    return { {
                 { Groups::tr("Answer"), { new OverviewPage(context), new ModulesPage(context) } },
             },
        new ModulePage(context) };
}

} // namespace ferroscope::ui

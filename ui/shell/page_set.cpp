// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_set.h"

#include "ui/pages/boundary_page.h"
#include "ui/pages/contexts_page.h"
#include "ui/pages/heat_page.h"
#include "ui/pages/map_page.h"
#include "ui/pages/module_page.h"
#include "ui/pages/modules_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/packages_page.h"
#include "ui/pages/report_page.h"
#include "ui/pages/roadmap_page.h"

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
                 { Groups::tr("Answer"), { new OverviewPage(context), new MapPage(context), new ModulesPage(context) } },
                 { Groups::tr("Evidence"), { new HeatPage(context), new ContextsPage(context), new BoundaryPage(context), new PackagesPage(context) } },
                 { Groups::tr("Plan"), { new RoadmapPage(context) } },
                 { Groups::tr("Hand on"), { new ReportPage(context) } },
             },
        new ModulePage(context) };
}

} // namespace ferroscope::ui

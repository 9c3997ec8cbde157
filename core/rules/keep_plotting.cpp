// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::uint32_t kFewestCalls = 4;
constexpr double kCharacter = 0.5; // share of the module's statements in functions that draw

// Methods of figures and axes; they come in as parameters, so what they belong to is seldom known.
bool isDrawingMethod(std::string_view method)
{
    return isOneOf(method,
        { "set_xlabel", "set_ylabel", "set_title", "set_xlim", "set_ylim", "set_xticks", "set_yticks", "savefig",
            "imshow", "contourf", "axhline", "axvline", "fill_between", "add_subplot", "add_axes", "colorbar",
            "tight_layout", "add_trace", "update_layout", "add_patch", "add_collection", "pcolormesh" });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<bool> draws(facts.functions.size(), false);
    std::uint32_t calls = 0, firstLine = 0;
    std::string example;
    const auto take = [&](const facts::CallSite& site, std::string_view target) {
        draws[site.function] = true;
        ++calls;
        if (firstLine == 0 || site.line < firstLine) {
            firstLine = site.line;
            example = shown(target);
        }
    };
    forEachOutward(context, [&](const Outward& each) {
        const auto fact = context.knowledge.api(each.call.target);
        const std::string_view target = each.call.target;
        const bool helper = startsWith(target, "matplotlib.font_manager") || startsWith(target, "matplotlib.cbook")
            || startsWith(target, "matplotlib.get_backend") || startsWith(target, "matplotlib._api");
        if (fact && fact->trait == "plot" && !helper)
            take(each.site, each.call.target);
    });
    if (calls == 0)
        return; // names of methods alone say nothing
    for (const facts::CallSite& site : facts.calls) {
        if (!site.is(facts::kAsArgument) && site.receiver != facts::Receiver::None
            && isDrawingMethod(facts.text(site.method)))
            take(site, facts.text(site.method));
    }
    std::uint32_t all = 0, drawing = 0;
    for (std::size_t at = 1; at < facts.functions.size(); ++at) {
        all += facts.functions[at].logicalLines;
        drawing += draws[at] ? facts.functions[at].logicalLines : 0;
    }
    const std::uint32_t top = facts.functions.front().logicalLines;
    if (draws[0] && top > all) { // a script
        all += top;
        drawing += top;
    }
    if (calls < kFewestCalls || drawing < kCharacter * all)
        return;
    report(context, findings, keepPlotting, 0, firstLine,
        fmt::format("{} from {} on, and {} of {} statements stand in functions that draw",
            counted(calls, "plotting call"), example, drawing, all),
        1, facts.functions.front().endLine);
}

} // namespace

const Rule keepPlotting {
    {
        .id = "KEEP001",
        .family = "keep",
        .title = "Plotting code",
        .whatItSees = "A module most of whose statements stand in functions that call a plotting library.",
        .whyItMatters = "The drawing is done by the library, and its Python interface is what people know and change "
                        "by the day. Rust has nothing of the same reach, and nothing here would run faster.",
        .example = "def draw(ax, rows):\n    ax.plot(rows)\n    ax.set_title(\"Load\")\n    plt.savefig(\"load.png\")",
        .instead = "Keep it in Python. If the numbers behind the figure take long, move what computes them.",
        .reference = "guide text 000, \"Keeping Python's strengths\": data analysis and visualization",
        .sign = -1,
        .veto = Veto::KeepPython,
    },
    look,
};

} // namespace ferroscope::rules

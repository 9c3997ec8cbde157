// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Money: what the plan costs and saves; only where a person gave what a day or the machines cost.
#include "core/report/plan_words.h"
#include "ui/render/pdf/report.h"
#include "ui/render/pdf/table.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

// Two digits that count: more would be false precision in a headline.
QString about(double amount, const std::string& currency)
{
    const double unit = amount >= 1 ? std::pow(10.0, std::floor(std::log10(amount)) - 1) : 1;
    return u"About "_s + number(std::round(amount / unit) * unit) + u' ' + text(currency);
}

QString headline(const MoneyPlan& money)
{
    if (money.cost && money.paybackYears && money.paybackYears->likely > money.horizonYears)
        return about(money.cost->likely, money.currency) + u", not paid back by machines within "_s + shortNumber(money.horizonYears) + (money.horizonYears == 1 ? u" year"_s : u" years"_s);
    if (money.cost && money.paybackYears)
        return about(money.cost->likely, money.currency) + u", paid back in about "_s + number(money.paybackYears->likely, 1) + u" years if machines follow the load"_s;
    if (money.cost)
        return about(money.cost->likely, money.currency) + u"; what it saves is not known"_s;
    return about(money.savingPerYear.value_or(Range {}).likely, money.currency) + u" saved a year; what it costs is not known"_s;
}

} // namespace

void moneySection(Report& report)
{
    if (!report.a.money)
        return;
    Flow& flow = report.flow;
    const MoneyPlan& money = *report.a.money;
    report.section(u"Money"_s, headline(money), u"money"_s);
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"Cost, saving and payback."_s).add(u" Low–likely–high; what the inputs do not tell is not known."_s);
    table.columns = { { {}, 0 }, { u"Low–likely–high"_s, 84, true } };
    table.header = true;
    for (const auto& [name, value] : report::moneyRows(money)) {
        TableRow row;
        row.cells = { text(name), value == "not known" ? TableCell::notKnown(u"? not known"_s) : TableCell(text(value)) };
        table.rows.push_back(row);
    }
    placeTable(flow, table);
    Table assumed;
    assumed.header = false;
    assumed.columns = { { {}, 8 }, { {}, 0 } };
    for (const std::string& assumption : money.assumptions) {
        TableRow row;
        row.cells = { QString::number(assumed.rows.size() + 1), report.sentence(assumption) };
        assumed.rows.push_back(row);
    }
    flow.subhead(u"What it rests on"_s, leastHeight(flow, assumed));
    placeTable(flow, assumed);
    RichText limits;
    limits.bold(u"What this is not. "_s).add(u"No offer and no budget: effort is estimated from the code, and only processor time is turned into money. Fewer failures, faster answers "
                                             "and the price of keeping two languages are not in these figures."_s);
    flow.callout(limits, true);
}

} // namespace ferroscope::render

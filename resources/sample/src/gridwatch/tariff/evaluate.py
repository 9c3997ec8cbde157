# SPDX-License-Identifier: GPL-3.0-or-later
"""Prices readings with a tariff document.

A document is what the tariff editor stores:

    {"code": "NIGHT-2", "standing": 41.5, "vat": 0.05, "export": 8.0,
     "seasons": [{"months": [11, 12, 1, 2], "factor": 1.15}],
     "bands": [{"name": "night", "days": [0, 1, 2, 3, 4, 5, 6], "from": 0, "to": 14,
                "blocks": [[100, 12.0], [null, 15.5]]}]}

Prices are pence per kWh. A block is the width in kWh per billing period and its price; the last
one has no width. The first band that covers a half hour applies. Readings are (stamp, kWh) pairs.
"""

from datetime import datetime, timedelta

from gridwatch.units import *

DEFAULT_BAND = {"name": "standard", "blocks": [[None, 30.0]]}


def find_band(tariff, stamp):
    period = period_index(stamp)
    weekday = stamp.weekday()
    for band in tariff["bands"]:
        if "days" in band and weekday not in band["days"]:
            continue
        first, last = band.get("from", 0), band.get("to", PERIODS_PER_DAY)
        if first <= last:
            if first <= period < last:
                return band
        elif period >= first or period < last:
            return band
    return DEFAULT_BAND


def season_factor(tariff, stamp):
    for season in tariff.get("seasons", ()):
        if stamp.month in season["months"]:
            return season["factor"]
    return 1.0


def charge_blocks(blocks, used, kwh):
    """Price of `kwh` more, after `used` kWh in the same band."""
    pence = 0.0
    floor = 0.0
    for width, price in blocks:
        ceiling = None if width is None else floor + width
        if ceiling is None or used < ceiling:
            part = kwh if ceiling is None else min(kwh, ceiling - used)
            pence += part * price
            used += part
            kwh -= part
            if kwh <= 0:
                break
        floor = ceiling
    return pence


def evaluate(tariff, readings, *surcharges, **options):
    """Cost of the readings: a dict of totals.

    Every surcharge is a function of (stamp, kWh) that returns pence. Options: `vat=False` leaves
    the tax out, `detail=True` adds the cost per day.
    """
    used = {}
    costs = {}
    per_day = {}
    exported = 0.0
    for stamp, kwh in readings:
        day = stamp.date()
        if kwh < 0:
            exported -= kwh
            pence = kwh * tariff.get("export", 0.0)
            name = "export"
        else:
            band = find_band(tariff, stamp)
            name = band["name"]
            before = used.get(name, 0.0)
            pence = charge_blocks(band["blocks"], before, kwh) * season_factor(tariff, stamp)
            used[name] = before + kwh
        for surcharge in surcharges:
            pence += surcharge(stamp, kwh)
        costs[name] = costs.get(name, 0.0) + pence
        per_day[day] = per_day.get(day, 0.0) + pence

    standing = tariff.get("standing", 0.0) * len(per_day)
    net = sum(costs.values()) + standing
    tax = net * tariff.get("vat", 0.0) if options.get("vat", True) else 0.0
    result = {
        "code": tariff["code"],
        "energy": costs,
        "used": used,
        "exported": exported,
        "standing": standing,
        "tax": tax,
        "total": round_money(net + tax),
    }
    if options.get("detail"):
        result["days"] = per_day
    return result


def compare(tariffs, readings, *surcharges, **options):
    """Every tariff with its cost, cheapest first."""
    quotes = [evaluate(tariff, readings, *surcharges, **options) for tariff in tariffs]
    return sorted(quotes, key=lambda quote: (quote["total"], quote["code"]))


def best_shift(tariff, readings, movable=0.3, **options):
    """Which delay of a part of the load (heat pump, car) saves most?

    Tries every delay up to half a day; what passes midnight is taken early on the same day.
    Returns (periods, pence saved).
    """
    base = evaluate(tariff, readings, **options)["total"]
    best = (0, 0)
    for periods in range(1, options.pop("most", PERIODS_PER_DAY // 2) + 1):
        delay = timedelta(minutes=MINUTES_PER_PERIOD * periods)
        moved = {}
        for stamp, kwh in readings:
            part = kwh * movable if kwh > 0 else 0.0
            moved[stamp] = moved.get(stamp, 0.0) + kwh - part
            later = datetime.combine(stamp.date(), (stamp + delay).time())
            moved[later] = moved.get(later, 0.0) + part
        saved = base - evaluate(tariff, sorted(moved.items()), **options)["total"]
        if saved > best[1]:
            best = (periods, saved)
    return best

# SPDX-License-Identifier: GPL-3.0-or-later
from datetime import datetime, timedelta

import pytest

from gridwatch.tariff.evaluate import best_shift, charge_blocks, compare, evaluate

NIGHT = {
    "code": "NIGHT-2", "standing": 40.0, "vat": 0.05,
    "bands": [
        {"name": "night", "from": 46, "to": 14, "blocks": [[None, 10.0]]},
        {"name": "day", "blocks": [[5, 20.0], [None, 30.0]]},
    ],
}
FLAT = {"code": "FLAT", "bands": [{"name": "all", "blocks": [[None, 18.0]]}]}
DAY = [(datetime(2024, 3, 4) + timedelta(minutes=30 * n), 0.5) for n in range(48)]


def test_bands_cross_midnight_and_blocks_fill_up():
    result = evaluate(NIGHT, DAY, vat=False)
    assert result["used"] == {"night": 8.0, "day": 16.0}
    assert result["energy"] == {"night": 80.0, "day": 5 * 20.0 + 11 * 30.0}
    assert result["total"] == 80 + 430 + 40


def test_a_consumption_may_end_in_the_next_block():
    assert charge_blocks([[10, 1.0], [10, 2.0], [None, 3.0]], 8.0, 14.0) == 2 + 20 + 6


def test_surcharges_and_export():
    readings = [(DAY[0][0], -2.0), (DAY[1][0], 1.0)]
    result = evaluate({**FLAT, "export": 5.0}, readings, lambda stamp, kwh: 1.0)
    assert result["exported"] == 2.0 and result["total"] == -10 + 18 + 2


def test_cheapest_first():
    assert [quote["code"] for quote in compare([NIGHT, FLAT], DAY)] == ["FLAT", "NIGHT-2"]


def test_moving_load_into_the_night_pays():
    evening = [(stamp, 1.0 if 36 <= n < 46 else 0.0) for n, (stamp, _) in enumerate(DAY)]
    periods, saved = best_shift(NIGHT, evening, movable=1.0)
    assert periods == 10 and saved == pytest.approx((250 - 100) * 1.05, abs=1)

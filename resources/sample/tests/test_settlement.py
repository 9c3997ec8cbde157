# SPDX-License-Identifier: GPL-3.0-or-later
import pytest

from gridwatch.settlement.engine import (
    MISSING,
    DayInput,
    MeterPosition,
    correct_group,
    fill_gaps,
    imbalance_charge,
    settle_window,
)
from gridwatch.settlement.profiles import PERIODS, effective_temperature, robust_shape, smooth


def day(meters, take):
    return DayInput(
        ordinal=738_000, meters=meters, coefficients={1: [1 / 365 / PERIODS] * PERIODS},
        loss_factors=[[1.0] * PERIODS, [1.1] * PERIODS], group_take=[take] * PERIODS,
        contracts={7: [1.0] * PERIODS}, buy_price=[10.0] * PERIODS, sell_price=[4.0] * PERIODS,
    )


def test_short_gaps_are_interpolated_and_long_ones_estimated():
    filled, estimated = fill_gaps([1.0, MISSING, 3.0] + [MISSING] * 6, [9.0] * 9)
    assert filled == [1.0, 2.0, 3.0] + [9.0] * 6
    assert estimated == [False, True, False] + [True] * 6


def test_capped_meters_leave_their_share_to_the_others():
    volumes = [[1.0], [1.0], [1.0]]
    factors, rounds = correct_group(volumes, [[True], [True], [False]], [1.2, 9.0], [4.0])
    assert [row[0] for row in volumes] == pytest.approx([1.2, 1.8, 1.0])
    assert factors == pytest.approx([1.8]) and rounds == 3


def test_a_day_adds_up_to_the_group_take():
    metered = MeterPosition(1, 7, 1, 0, 3000.0, 5.0, [1.0] * PERIODS)
    unread = MeterPosition(2, 8, 1, 1, 365.0 * PERIODS, 5.0, [MISSING] * PERIODS)
    (run,) = settle_window([day([metered, unread], 2.5)])
    assert run.volumes[7] == [1.0] * PERIODS
    assert run.volumes[8] == pytest.approx([1.5] * PERIODS)
    assert run.charges[7] == 0.0 and run.charges[8] == pytest.approx(10.0 * 1.5 * PERIODS)
    assert run.estimated_share == 0.5


def test_imbalance_has_two_prices():
    assert imbalance_charge([2.0, 1.0], [1.0, 3.0], [10.0, 10.0], [4.0, 4.0]) == 10.0 - 8.0


def test_shapes_ignore_a_dead_logger():
    days = [[float(n)] * PERIODS for n in (10, 11, 9, 10, 12)] + [[0.0] * PERIODS]
    assert 9.5 < robust_shape(days)[0] < 11.0
    assert sum(smooth([0.0, 0.0, 8.0, 0.0], 1)) == pytest.approx(8.0)
    assert effective_temperature([10.0]) == pytest.approx(10.0)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Half-hourly settlement of one grid supply group.

For every meter and half hour the engine finds the energy taken (metered, interpolated, or from
the profile of its class), adds the line losses, scales what was estimated until the group adds up
to the energy that entered it, and charges every supplier for the difference to its contracts.
Nothing here knows of the database: one call settles a window of days.
"""

from dataclasses import dataclass, field

from .profiles import PERIODS, robust_shape

MISSING = -1.0
LONGEST_INTERPOLATION = 4
MOST_ROUNDS = 6
TOLERANCE_KWH = 0.001
LOWEST_CORRECTION = 0.5
HIGHEST_CORRECTION = 2.0


@dataclass(frozen=True, slots=True)
class MeterPosition:
    """One meter on one day: kWh per half hour, or `MISSING`; the capacity is per half hour too."""

    meter_id: int
    supplier: int
    profile_class: int
    loss_class: int
    annual_kwh: float
    capacity_kwh: float
    half_hours: list[float]


@dataclass(frozen=True, slots=True)
class DayInput:
    """All that one settlement day depends on."""

    ordinal: int
    meters: list[MeterPosition]
    coefficients: dict[int, list[float]]
    loss_factors: list[list[float]]
    group_take: list[float]
    contracts: dict[int, list[float]]
    buy_price: list[float]
    sell_price: list[float]


@dataclass(slots=True)
class SettlementRun:
    """Result of one day; volumes in kWh at the supply point, charges in pence."""

    ordinal: int
    volumes: dict[int, list[float]] = field(default_factory=dict)
    charges: dict[int, float] = field(default_factory=dict)
    corrections: list[float] = field(default_factory=list)
    estimated_share: float = 0.0
    rounds: int = 0


def profile_estimate(meter: MeterPosition, coefficients: list[float]) -> list[float]:
    """Energy by the profile, scaled to the half hours of the day that were metered."""
    metered = 0.0
    expected = 0.0
    estimate = [0.0] * PERIODS
    for period in range(PERIODS):
        value = meter.annual_kwh * coefficients[period]
        estimate[period] = value
        if meter.half_hours[period] != MISSING:
            metered += meter.half_hours[period]
            expected += value
    if expected > 0.0 and metered > 0.0:
        scale = metered / expected
        for period in range(PERIODS):
            estimate[period] *= scale
    return estimate


def fill_gaps(half_hours: list[float], estimate: list[float]) -> tuple[list[float], list[bool]]:
    """Replace missing half hours: short inner gaps by a line, others by the estimate."""
    count = len(half_hours)
    filled = list(half_hours)
    estimated = [False] * count
    period = 0
    while period < count:
        if half_hours[period] != MISSING:
            period += 1
            continue
        start = period
        while period < count and half_hours[period] == MISSING:
            period += 1
        length = period - start
        inner = start > 0 and period < count
        for index in range(start, period):
            if inner and length <= LONGEST_INTERPOLATION:
                before = half_hours[start - 1]
                step = (half_hours[period] - before) / (length + 1)
                filled[index] = before + step * (index - start + 1)
            else:
                filled[index] = estimate[index]
            estimated[index] = True
    return filled, estimated


def add_losses(volumes: list[float], factors: list[float]) -> None:
    """Scale metered energy to the supply point, in place."""
    for period in range(len(volumes)):
        volumes[period] *= factors[period]


def correct_group(
    volumes: list[list[float]],
    movable: list[list[bool]],
    ceilings: list[float],
    group_take: list[float],
) -> tuple[list[float], int]:
    """Scale the movable energy until each half hour adds up to the group take.

    A meter cannot take more than its fuse lets through, so what it is capped by has to be found
    at the others in the next round. The factor of a half hour is bounded as well: a day with too
    few estimates keeps a residue. Returns the factors and the rounds it took; changes `volumes`
    and `movable` in place.
    """
    periods = len(group_take)
    factors = [1.0] * periods
    rounds = 0
    while rounds < MOST_ROUNDS:
        rounds += 1
        fixed_sum = [0.0] * periods
        movable_sum = [0.0] * periods
        for row, flags in zip(volumes, movable):
            for period in range(periods):
                if flags[period]:
                    movable_sum[period] += row[period]
                else:
                    fixed_sum[period] += row[period]
        steps = [1.0] * periods
        largest = 0.0
        for period in range(periods):
            if movable_sum[period] <= 0.0:
                continue
            residue = group_take[period] - fixed_sum[period] - movable_sum[period]
            wanted = factors[period] * (1.0 + residue / movable_sum[period])
            bounded = min(max(wanted, LOWEST_CORRECTION), HIGHEST_CORRECTION)
            steps[period] = bounded / factors[period]
            factors[period] = bounded
            largest = max(largest, abs(movable_sum[period] * (steps[period] - 1.0)))
        for row, flags, ceiling in zip(volumes, movable, ceilings):
            for period in range(periods):
                if flags[period]:
                    scaled = row[period] * steps[period]
                    if scaled >= ceiling:
                        scaled = ceiling
                        flags[period] = False
                    row[period] = scaled
        if largest < TOLERANCE_KWH:
            break
    return factors, rounds


def imbalance_charge(
    volumes: list[float], contract: list[float], buy: list[float], sell: list[float]
) -> float:
    """What a supplier pays (negative: is paid) for taking more or less than contracted."""
    charge = 0.0
    for period in range(len(volumes)):
        difference = volumes[period] - contract[period]
        charge += difference * (buy[period] if difference > 0.0 else sell[period])
    return charge


def settle_day(day: DayInput, fallback: list[float]) -> SettlementRun:
    """Settle one day; `fallback` is the shape for classes without coefficients."""
    volumes: list[list[float]] = []
    estimated: list[list[bool]] = []
    estimates = 0
    for meter in day.meters:
        coefficients = day.coefficients.get(meter.profile_class, fallback)
        filled, flags = fill_gaps(meter.half_hours, profile_estimate(meter, coefficients))
        add_losses(filled, day.loss_factors[meter.loss_class])
        volumes.append(filled)
        estimated.append(flags)
        for flag in flags:
            if flag:
                estimates += 1

    run = SettlementRun(day.ordinal)
    ceilings = [meter.capacity_kwh for meter in day.meters]
    run.corrections, run.rounds = correct_group(volumes, estimated, ceilings, day.group_take)
    for meter, row in zip(day.meters, volumes):
        total = run.volumes.setdefault(meter.supplier, [0.0] * PERIODS)
        for period in range(PERIODS):
            total[period] += row[period]
    nothing = [0.0] * PERIODS
    for supplier, total in run.volumes.items():
        contract = day.contracts.get(supplier, nothing)
        run.charges[supplier] = imbalance_charge(total, contract, day.buy_price, day.sell_price)
    if day.meters:
        run.estimated_share = estimates / (len(day.meters) * PERIODS)
    return run


def settle_window(days: list[DayInput]) -> list[SettlementRun]:
    """Settle consecutive days of one group.

    The shape for unknown classes is the typical group take of the window, as a share of a year.
    """
    if not days:
        return []
    shape = robust_shape([day.group_take for day in days])
    total = sum(shape)
    fallback = [value / total / 365.0 if total else 0.0 for value in shape]
    return [settle_day(day, fallback) for day in days]

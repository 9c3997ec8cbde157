# SPDX-License-Identifier: GPL-3.0-or-later
"""Day shapes of meters that are not read every half hour.

A profile class is described by regression coefficients per half hour. Evaluated for the weather
of a day they give the average demand of the class; divided by its annual demand, the share of a
year's energy that falls into each half hour.
"""

from dataclasses import dataclass

PERIODS = 48
HOURS_PER_PERIOD = 0.5
TEMPERATURE_WEIGHTS = (0.57, 0.28, 0.15)


@dataclass(frozen=True, slots=True)
class DayConditions:
    """What the regression needs to know of a day."""

    noon_temperatures: list[float]
    sunset_minutes: float
    weekend: bool


@dataclass(frozen=True, slots=True)
class RegressionSet:
    """Coefficients of one profile class, each list one value per half hour (kW)."""

    constant: list[float]
    temperature: list[float]
    temperature_squared: list[float]
    sunset: list[float]
    sunset_squared: list[float]
    weekend: list[float]
    annual_kwh: float


def effective_temperature(noon_temperatures: list[float]) -> float:
    """Weighted mean of today's and the two previous noon temperatures (today first)."""
    total = 0.0
    weight_sum = 0.0
    for temperature, weight in zip(noon_temperatures, TEMPERATURE_WEIGHTS):
        total += weight * temperature
        weight_sum += weight
    if weight_sum == 0.0:
        raise ValueError("no noon temperature given")
    return total / weight_sum


def average_demand(regression: RegressionSet, conditions: DayConditions) -> list[float]:
    """Average demand of the class in each half hour, in kW, never negative."""
    temperature = effective_temperature(conditions.noon_temperatures)
    sunset = (conditions.sunset_minutes - 1080.0) / 60.0
    demand = [0.0] * PERIODS
    for period in range(PERIODS):
        value = (
            regression.constant[period]
            + regression.temperature[period] * temperature
            + regression.temperature_squared[period] * temperature * temperature
            + regression.sunset[period] * sunset
            + regression.sunset_squared[period] * sunset * sunset
        )
        if conditions.weekend:
            value += regression.weekend[period]
        demand[period] = value if value > 0.0 else 0.0
    return demand


def smooth(values: list[float], half_width: int) -> list[float]:
    """Circular smoothing with an Epanechnikov kernel; keeps the sum."""
    count = len(values)
    if half_width <= 0 or count == 0:
        return list(values)
    weights: list[float] = []
    for offset in range(-half_width, half_width + 1):
        distance = offset / (half_width + 1)
        weights.append(1.0 - distance * distance)
    total = sum(weights)
    smoothed = [0.0] * count
    for centre in range(count):
        accumulated = 0.0
        for index in range(len(weights)):
            accumulated += weights[index] * values[(centre + index - half_width) % count]
        smoothed[centre] = accumulated / total
    return smoothed


def day_coefficients(
    regression: RegressionSet, conditions: DayConditions, half_width: int = 1
) -> list[float]:
    """Share of the annual energy in each half hour of the day."""
    demand = smooth(average_demand(regression, conditions), half_width)
    return [value * HOURS_PER_PERIOD / regression.annual_kwh for value in demand]


def median(values: list[float]) -> float:
    """Median of a non-empty list."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2.0


def robust_shape(days: list[list[float]], rounds: int = 8, cutoff: float = 6.0) -> list[float]:
    """Typical day of a sample of days: a biweight mean per half hour.

    Feeder days contain switching operations and dead loggers; a plain mean follows them.
    """
    if not days:
        raise ValueError("no sample days")
    shape = [0.0] * PERIODS
    for period in range(PERIODS):
        column = [day[period] for day in days]
        centre = median(column)
        spread = median([abs(value - centre) for value in column])
        for _ in range(rounds):
            if spread == 0.0:
                break
            numerator = 0.0
            denominator = 0.0
            for value in column:
                distance = (value - centre) / (cutoff * spread)
                if -1.0 < distance < 1.0:
                    weight = (1.0 - distance * distance) ** 2
                    numerator += weight * value
                    denominator += weight
            moved = numerator / denominator if denominator else centre
            if abs(moved - centre) <= 1e-9 * spread:
                break
            centre = moved
        shape[period] = centre
    return shape

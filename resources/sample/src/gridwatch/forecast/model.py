# SPDX-License-Identifier: GPL-3.0-or-later
"""Demand model of a zone: Fourier terms, lags and temperature, fitted by ridge regression."""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Array = NDArray[np.float64]

PERIODS_PER_DAY = 48
LAGS = np.array([1, 2, 7]) * PERIODS_PER_DAY
HEATING_BASE = 15.5


@dataclass(frozen=True)
class DemandModel:
    """Fitted coefficients and what is needed to apply them."""

    coefficients: Array
    cycles: Array
    residual_quantiles: Array


def dominant_cycles(demand: Array, count: int) -> Array:
    """The strongest cycle lengths of a series, in half hours."""
    window = np.hanning(demand.size)
    spectrum = np.abs(np.fft.rfft((demand - demand.mean()) * window))
    frequencies = np.fft.rfftfreq(demand.size)
    peaks = np.flatnonzero((spectrum[1:-1] > spectrum[:-2]) & (spectrum[1:-1] > spectrum[2:])) + 1
    strongest = peaks[np.argsort(spectrum[peaks])[::-1][:count]]
    return 1.0 / frequencies[strongest]


def design_matrix(times: Array, temperature: Array, lagged: Array, cycles: Array) -> Array:
    """One row per half hour: constant, heating degrees, sine and cosine per cycle, the lags."""
    angles = 2.0 * np.pi * times[:, None] / cycles[None, :]
    heating = np.maximum(HEATING_BASE - temperature, 0.0)[:, None]
    constant = np.ones((times.size, 1))
    return np.hstack([constant, heating, heating**2, np.sin(angles), np.cos(angles), lagged])


def lag_columns(demand: Array, start: int, stop: int) -> Array:
    """Demand of the same half hour on earlier days, for the rows from `start` to `stop`."""
    return demand[np.arange(start, stop)[:, None] - LAGS[None, :]]


def despike(demand: Array, width: int = 9, limit: float = 5.0) -> Array:
    """Replace outliers by the running median."""
    padded = np.pad(demand, width // 2, mode="reflect")
    windows = sliding_window_view(padded, width)
    centre = np.median(windows, axis=1)
    spread = np.median(np.abs(windows - centre[:, None]), axis=1)
    return np.where(np.abs(demand - centre) > limit * np.maximum(spread, 1e-9), centre, demand)


def fit(demand: Array, temperature: Array, cycles: int = 6, ridge: float = 1.0) -> DemandModel:
    """Fit the model to a history of half hours; needs more than a week of it."""
    cleaned = despike(demand)
    start = int(LAGS.max())
    lengths = dominant_cycles(cleaned, cycles)
    times = np.arange(start, cleaned.size, dtype=np.float64)
    matrix = design_matrix(
        times, temperature[start:], lag_columns(cleaned, start, cleaned.size), lengths
    )
    target = cleaned[start:]
    normal = matrix.T @ matrix + ridge * np.eye(matrix.shape[1])
    coefficients = np.linalg.solve(normal, matrix.T @ target)
    quantiles = np.quantile(target - matrix @ coefficients, [0.1, 0.5, 0.9])
    return DemandModel(coefficients, lengths, quantiles)


def predict(model: DemandModel, demand: Array, temperature: Array) -> Array:
    """The day after `demand`: three columns, 10 %, 50 % and 90 % quantile."""
    start, stop = demand.size, demand.size + PERIODS_PER_DAY
    times = np.arange(start, stop, dtype=np.float64)
    matrix = design_matrix(times, temperature, lag_columns(demand, start, stop), model.cycles)
    return (matrix @ model.coefficients)[:, None] + model.residual_quantiles[None, :]


def mean_absolute_error(predicted: Array, actual: Array) -> float:
    """Share of the mean demand; for the weekly quality mail."""
    return float(np.mean(np.abs(predicted - actual)) / np.mean(actual))

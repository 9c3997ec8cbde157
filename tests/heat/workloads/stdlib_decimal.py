# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Decimals in pure Python, fractions, statistics."""
import _pydecimal as decimal
import fractions
import random
import statistics

ANALYZE = "stdlib"
PACKAGES = []


def work():
    context = decimal.getcontext()
    context.prec = 40
    values = [decimal.Decimal(i * i + 1) / decimal.Decimal(7) for i in range(1, 250)]
    for value in values:
        (value.sqrt(), value * value, value + 3, -value, value // 2, value % 2, abs(value), value ** 3)
        (str(value), format(value, ".3f"), format(value, ","), value.quantize(decimal.Decimal("0.01")), hash(value), int(value))
    for value in values[:15]:
        (value.ln(), value.exp(), value.log10())
    (sorted(values), max(values), sum(values))
    total = fractions.Fraction(0)
    for i in range(1, 250):
        total += fractions.Fraction(i, i + 1)
        (float(total), fractions.Fraction(i * 0.37).limit_denominator(1000), fractions.Fraction("3/%d" % i) < total)
    source = random.Random(4)
    data = [source.gauss(10, 3) for _ in range(1500)]
    (statistics.stdev(data), statistics.quantiles(data), statistics.median(data), statistics.mean(data))
    normal = statistics.NormalDist.from_samples(data)
    [(normal.cdf(x), normal.pdf(x), normal.inv_cdf((i + 1) / 201)) for i, x in enumerate(data[:200])]
    (statistics.linear_regression(data, data[::-1]), statistics.correlation(data, data[::-1]))

# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quantities parsed, converted and formatted."""
import pint

ANALYZE = "pint"
PACKAGES = ["python3-pint", "python3-packaging", "python3-pkg-resources"]


def work():
    registry = pint.UnitRegistry()
    distance = 24.0 * registry.meter
    for i in range(1, 120):
        time = i * registry.second
        speed = distance / time
        speed.to("kilometer/hour")
        speed.to_base_units()
        (str(speed), "{:~P}".format(speed), speed > 0.1 * registry.meter / registry.second)
        registry("%d km/h**2" % i).dimensionality
        registry.parse_units("newton * meter")
        (distance * 3 + 2 * registry.centimeter).to_compact()
        (distance ** 2).check("[length]**2")
        registry.Quantity(20 + i, "degC").to("kelvin")

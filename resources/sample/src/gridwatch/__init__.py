# SPDX-License-Identifier: GPL-3.0-or-later
"""Back end of the metering platform: readings in, settled and billed energy out."""

from gridwatch.config import Settings, settings
from gridwatch.units import MINUTES_PER_PERIOD, PERIODS_PER_DAY

__version__ = "4.7.2"

__all__ = ["MINUTES_PER_PERIOD", "PERIODS_PER_DAY", "Settings", "__version__", "settings"]

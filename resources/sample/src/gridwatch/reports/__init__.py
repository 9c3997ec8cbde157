# SPDX-License-Identifier: GPL-3.0-or-later
"""Files for the regulator and for the finance department."""

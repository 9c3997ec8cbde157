# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything between the meters and the readings table."""

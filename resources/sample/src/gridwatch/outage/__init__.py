# SPDX-License-Identifier: GPL-3.0-or-later
"""Outage events, their state and their grouping."""

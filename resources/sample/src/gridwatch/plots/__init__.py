# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures for the daily mail."""

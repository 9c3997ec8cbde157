# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of the control room staff."""

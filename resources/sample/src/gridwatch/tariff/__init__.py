# SPDX-License-Identifier: GPL-3.0-or-later
"""Tariff documents and their pricing."""

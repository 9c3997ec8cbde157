# SPDX-License-Identifier: GPL-3.0-or-later
"""Persistence: the mapped tables and the queries over them."""

# SPDX-License-Identifier: GPL-3.0-or-later
"""Command line tools for field engineers."""

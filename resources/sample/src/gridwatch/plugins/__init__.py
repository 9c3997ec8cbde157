# SPDX-License-Identifier: GPL-3.0-or-later
"""Data quality checks, extensible by other distributions through entry points."""

from gridwatch.plugins.registry import register, resolve

__all__ = ["register", "resolve"]

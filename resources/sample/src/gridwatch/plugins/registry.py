# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds quality checks by name: registered here, installed as entry point, or `module:function`."""

import importlib
from collections.abc import Callable
from importlib.metadata import entry_points
from typing import Any

GROUP = "gridwatch.quality"

_checks: dict[str, Callable[..., Any]] = {}


def register(name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Decorator that makes a check known under a name."""

    def remember(check: Callable[..., Any]) -> Callable[..., Any]:
        _checks[name] = check
        return check

    return remember


def resolve(name: str) -> Callable[..., Any]:
    """The check of that name; other distributions win over ours."""
    for entry in entry_points(group=GROUP, name=name):
        if not entry.value.startswith("gridwatch."):
            return entry.load()
    if name in _checks:
        return _checks[name]
    module_name, _, attribute = name.partition(":")
    return getattr(importlib.import_module(module_name), attribute)

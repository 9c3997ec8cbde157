# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A module checked by the whole linter."""
import io
import textwrap

from pylint.lint import Run
from pylint.reporters.text import TextReporter

ANALYZE = "pylint"
PACKAGES = ["pylint", "python3-astroid", "python3-lazy-object-proxy", "python3-wrapt", "python3-typing-extensions", "python3-dill",
            "python3-isort", "python3-toml", "python3-platformdirs", "python3-tomlkit"]


def work():
    Run([textwrap.__file__, "--enable=all", "--disable=import-error", "--persistent=n", "--rcfile="], reporter=TextReporter(io.StringIO()), exit=False)

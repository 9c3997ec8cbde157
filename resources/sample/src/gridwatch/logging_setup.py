# SPDX-License-Identifier: GPL-3.0-or-later
"""One log format for every process."""

import logging
import logging.config

from gridwatch.config import settings


def configure(process: str) -> None:
    """Install the handlers; called first thing by every entry point."""
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "line": {"format": f"%(asctime)s {process} %(levelname)s %(name)s: %(message)s"}
            },
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"level": settings().log_level, "handlers": ["stderr"]},
            "loggers": {"sqlalchemy.engine": {"level": "WARNING"}},
        }
    )

# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings, read once from the environment."""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    database_url: str
    async_database_url: str
    redis_url: str
    listen_port: int
    weather_url: str
    mail_host: str
    jwt_secret: str
    profile_file: Path
    quality_pipeline: str
    quality_checks: tuple[str, ...]
    log_level: str


def _env(name: str, default: str) -> str:
    return os.environ.get(f"GRIDWATCH_{name}", default)


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process."""
    return Settings(
        database_url=_env("DATABASE_URL", "postgresql+psycopg://localhost/gridwatch"),
        async_database_url=_env("ASYNC_DATABASE_URL", "postgresql+psycopg://localhost/gridwatch"),
        redis_url=_env("REDIS_URL", "redis://localhost:6379/0"),
        listen_port=int(_env("LISTEN_PORT", "7410")),
        weather_url=_env("WEATHER_URL", "https://weather.example/v2"),
        mail_host=_env("MAIL_HOST", "localhost"),
        jwt_secret=_env("JWT_SECRET", "development-only"),
        profile_file=Path(_env("PROFILE_FILE", "profiles.json")),
        quality_pipeline=_env("QUALITY_PIPELINE", "gridwatch.plugins.quality:assess"),
        quality_checks=tuple(_env("QUALITY_CHECKS", "stuck,hampel,drift").split(",")),
        log_level=_env("LOG_LEVEL", "INFO"),
    )

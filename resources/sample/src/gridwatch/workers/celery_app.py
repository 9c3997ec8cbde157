# SPDX-License-Identifier: GPL-3.0-or-later
"""The Celery application and its schedule."""

from celery import Celery
from celery.schedules import crontab
from celery.signals import setup_logging

from gridwatch.config import settings
from gridwatch.logging_setup import configure

app = Celery(
    "gridwatch",
    broker=settings().redis_url,
    backend=settings().redis_url,
    include=["gridwatch.workers.nightly", "gridwatch.workers.reconcile"],
)
app.conf.task_routes = {
    "reconcile.*": {"queue": "reconcile"},
    "nightly.*": {"queue": "nightly"},
}
app.conf.beat_schedule = {
    "settle": {"task": "nightly.settle", "schedule": crontab(hour=2, minute=15)},
    "reconcile": {"task": "nightly.request_reconciliation", "schedule": crontab(hour=3, minute=0)},
    "forecast": {"task": "nightly.forecast", "schedule": crontab(hour=4, minute=30)},
    "statements": {
        "task": "nightly.statements",
        "schedule": crontab(hour=5, minute=0, day_of_month="1"),
    },
}


@setup_logging.connect
def _logging(**_: object) -> None:
    configure("worker")

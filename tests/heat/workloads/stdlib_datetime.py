# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates in pure Python: arithmetic, formatting, parsing, calendars."""
import sys

sys.modules["_datetime"] = None
import calendar
import datetime
import email.utils
import time

ANALYZE = "stdlib"
PACKAGES = []


def work():
    start = datetime.datetime(2020, 1, 31, 12, 30, 15, tzinfo=datetime.timezone.utc)
    step = datetime.timedelta(days=1, hours=5, seconds=7)
    days = [start + step * i for i in range(800)]
    for day in days:
        text = day.isoformat()
        assert datetime.datetime.fromisoformat(text) == day
        day.strftime("%Y-%m-%d %H:%M")
        (day.date().isocalendar(), day.toordinal(), day.timetuple(), hash(day), repr(day), str(day - start))
        day.astimezone(datetime.timezone(datetime.timedelta(hours=5)))
        email.utils.format_datetime(day)
    sorted(days, reverse=True)
    for i in range(200):
        datetime.datetime.strptime("2021-03-%02d 10:11:12" % (i % 28 + 1), "%Y-%m-%d %H:%M:%S")
    for year in range(2000, 2006):
        calendar.TextCalendar().formatyear(year)
        calendar.HTMLCalendar().formatmonth(year, 5)
        list(calendar.Calendar().itermonthdates(year, 2))
    time.strftime("%Y")

# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates, numbers and messages in many languages."""
import datetime
import io

import babel
import babel.dates
import babel.lists
import babel.messages.catalog
import babel.messages.extract
import babel.messages.mofile
import babel.messages.pofile
import babel.numbers

ANALYZE = "babel"
PACKAGES = ["python3-babel", "python-babel-localedata", "python3-tz"]


def work():
    day = datetime.datetime(2021, 3, 4, 5, 6, 7)
    for name in ("en_US", "de_DE", "fr_FR", "ja_JP", "ar_EG"):
        locale = babel.Locale.parse(name)
        locale.get_display_name("en")
        for i in range(20):
            babel.dates.format_datetime(day, "full", locale=locale)
            babel.dates.format_date(day, "EEE, MMM d, yyyy", locale=locale)
            babel.dates.format_timedelta(datetime.timedelta(hours=i), locale=locale)
            babel.numbers.format_decimal(12345.678 * i, locale=locale)
            babel.numbers.format_currency(99.5 + i, "EUR", locale=locale)
            babel.numbers.format_percent(0.34, locale=locale)
            locale.plural_form(i)
        babel.numbers.parse_decimal("1", locale="en_US")
        babel.lists.format_list(["a", "b", "c"], locale=locale)
    catalog = babel.messages.catalog.Catalog(locale="de")
    for i in range(200):
        catalog.add("message %d %%s" % i, "Nachricht %d %%s" % i, locations=[("file.py", i)], flags=["python-format"])
        catalog.add(("one %d" % i, "many %d" % i), ("eins", "viele"))
    memory = io.BytesIO()
    babel.messages.pofile.write_po(memory, catalog)
    memory.seek(0)
    again = babel.messages.pofile.read_po(memory)
    babel.messages.mofile.write_mo(io.BytesIO(), again)
    again.update(catalog)
    list(again.check())
    source = b"from gettext import gettext as _\n" + b"x = _('text')\n# NOTE: c\ny = ngettext('a', 'b', 3)\n" * 100
    list(babel.messages.extract.extract("python", io.BytesIO(source), comment_tags=["NOTE:"]))

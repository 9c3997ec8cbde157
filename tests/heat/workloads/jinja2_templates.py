# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates compiled, inherited and rendered."""
import jinja2

ANALYZE = "jinja2"
PACKAGES = ["python3-jinja2", "python3-markupsafe"]

BASE = "<html><title>{% block title %}none{% endblock %}</title>{% block body %}{% endblock %}</html>"
PAGE = '''{% extends "base" %}{% from "macros" import field %}
{% block title %}{{ title|upper|escape }}{% endblock %}
{% block body %}{% for row in rows if row.ok %}
<tr class="{{ loop.cycle('odd', 'even') }}">{{ loop.index }}{{ field(row.name, size=3) }}{{ row.parts|join(", ")|truncate(20) }}
{% if row.total > 10 and not loop.last %}{{ "%.2f"|format(row.total) }}{% elif row.total is odd %}odd{% else %}-{% endif %}</tr>
{% else %}none{% endfor %}{% set total = rows|sum(attribute="total") %}{{ total }}{{ rows|map(attribute="name")|list|sort|first }}
{% endblock %}'''
MACROS = "{% macro field(name, size=2) %}<input name='{{ name }}' size={{ size }}>{% endmacro %}"


def work():
    rows = [{"name": "n%d" % i, "ok": i % 5, "total": i, "parts": [i, "<b>", None]} for i in range(200)]
    for i in range(12):
        env = jinja2.Environment(loader=jinja2.DictLoader({"base": BASE, "page": PAGE, "macros": MACROS}), autoescape=True)
        env.get_template("page").render(title="a & b %d" % i, rows=rows)
        env.from_string("{{ x|default('y') }} {# c #} {{ [1, 2][0] ~ 'z' }}").render()

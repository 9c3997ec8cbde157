# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mako templates compiled and rendered."""
import mako.lookup
import mako.template

ANALYZE = "mako"
PACKAGES = ["python3-mako", "python3-markupsafe"]

PAGE = '''<%inherit file="base.html"/><%namespace name="m" file="macros.html"/>
<%! def double(x): return x * 2 %>
<%def name="row(item)"><td>${item | h}</td></%def>
% for i, item in enumerate(items):
    % if i % 2:
        ${row(item)} ${double(i)} ${m.bold("x")}
    % else:
        ${capture(row, item) | trim,u}
    % endif
% endfor
<%block name="footer">footer ${len(items)}</%block>
## comment
<%text>raw ${text}</%text>
'''


def work():
    for n in range(25):
        lookup = mako.lookup.TemplateLookup()
        lookup.put_string("base.html", "<html>${next.body()}</html>")
        lookup.put_string("macros.html", "<%def name='bold(x)'><b>${x}</b></%def>")
        lookup.put_string("page.html", PAGE + "<!-- %d -->" % n)
        lookup.get_template("page.html").render(items=["<a>", "b", "c"] * 15)

# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Differences, wrapping, tables, configuration: the tools around plain text."""
import configparser
import csv
import difflib
import html.parser
import io
import random
import shlex
import string
import textwrap

ANALYZE = "stdlib"
PACKAGES = []


class Collect(html.parser.HTMLParser):
    def handle_data(self, data):
        pass


def work():
    source = random.Random(11)
    words = ["".join(source.choice(string.ascii_lowercase) for _ in range(source.randint(2, 9))) for _ in range(300)]
    first = [" ".join(source.choice(words) for _ in range(8)) + "\n" for _ in range(120)]
    second = [line if source.random() < 0.8 else line[::-1].strip() + "\n" for line in first]
    list(difflib.ndiff(first[:50], second[:50]))
    list(difflib.unified_diff(first, second))
    difflib.HtmlDiff().make_file(first[:30], second[:30])
    difflib.get_close_matches(words[0], words)
    text = "".join(first)
    for width in (20, 40, 70):
        textwrap.fill(text, width)
        textwrap.indent(textwrap.dedent(text), "  ")
    parser = configparser.ConfigParser()
    parser.read_string("\n".join("[section%d]\nname = %%(base)s/%d\nbase = /x\nflag = yes" % (i, i) for i in range(120)))
    [parser.get(section, "name") + str(parser.getboolean(section, "flag")) for section in parser.sections()]
    parser.write(io.StringIO())
    shlex.split("some 'quoted words' \"and more\" \\ escaped # no " * 60)
    out = io.StringIO()
    writer = csv.DictWriter(out, ["a", "b"])
    writer.writeheader()
    writer.writerows({"a": w, "b": len(w)} for w in words)
    csv.Sniffer().sniff(out.getvalue()[:600])
    list(csv.DictReader(io.StringIO(out.getvalue())))
    Collect().feed("<p class='x'>some &amp; text<br/><a href=y>link</a></p><!-- c -->\n" * 150)
    for word in words:
        string.Template("$word is ${word}").substitute(word=word)
        string.Formatter().format("{0!r:>10} {w:{n}}", word, w=word, n=12)

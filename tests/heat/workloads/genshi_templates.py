# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""XML templates parsed, filtered and rendered."""
from genshi.builder import tag
from genshi.filters import HTMLFormFiller, HTMLSanitizer
from genshi.input import HTML, XML
from genshi.template import MarkupTemplate, NewTextTemplate

ANALYZE = "genshi"
PACKAGES = ["python3-genshi", "python3-six"]

PAGE = '''<html xmlns:py="http://genshi.edgewall.org/">
<py:def function="cell(x)"><td class="c">${x}</td></py:def>
<body><?python total = 3 ?><table><tr py:for="i, row in enumerate(rows)" py:if="row" class="${i % 2 and 'a' or 'b'}">
<py:choose test="row.kind"><py:when test="'x'">${cell(row.name)}</py:when><py:otherwise>$row.name</py:otherwise></py:choose>
</tr></table><p py:match="i" py:attrs="{'t': 1}">${select('text()')}</p><i>italic</i><b py:content="total" py:strip="False"/></body></html>'''


def work():
    rows = [{"kind": "xy"[i % 2], "name": "<n%d>" % i} for i in range(60)]
    for i in range(4):
        template = MarkupTemplate(PAGE.replace("italic", "italic%d" % i))
        stream = template.generate(rows=rows)
        stream.render("html")
    XML("<a><b id='1'>x</b><c><b id='2'>y</b></c></a>").select("//b[@id='2']/text()").render()
    markup = HTML("<div><p onclick='x()'>text <b>bold</b></p><script>x</script><form><input name='a'/></form></div>" * 15)
    (markup | HTMLSanitizer()).render("xhtml")
    (markup | HTMLFormFiller(data={"a": "value"})).render("xml")
    NewTextTemplate("{% for x in xs %}${x} {% end %}{% choose %}{% when 1 %}y{% end %}{% end %}").generate(xs=range(200)).render()
    str(tag.div(tag.p("text", class_="a"), [tag.b(i) for i in range(50)]))

# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Soup made with the standard parser, searched and changed."""
import bs4

ANALYZE = "bs4"
PACKAGES = ["python3-bs4", "python3-soupsieve"]


def work():
    text = "<html><body>" + "".join(
        "<div class='row r%d'><p id=p%d>Some <b>bold</b> text &amp; <a href='/x/%d'>link</a></p><br></div>" % (i % 3, i, i)
        for i in range(200)) + "</body></html>"
    soup = bs4.BeautifulSoup(text, "html.parser")
    [link["href"] for link in soup.find_all("a")]
    soup.find_all("div", class_="r1", limit=30)
    soup.find("p", id="p150").find_next_siblings()
    soup.select("div.row > p b")
    soup.get_text(" ", strip=True)
    for bold in soup.find_all("b"):
        bold.name = "strong"
        bold.string = bold.string.upper()
        bold.insert_after(soup.new_tag("i", title="t"))
    for row in soup.find_all("div", "r2"):
        row.decompose()
    soup.prettify()
    str(soup)

# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Style sheets parsed, checked and written."""
import logging

import cssutils

ANALYZE = "cssutils"
PACKAGES = ["python3-cssutils"]


def work():
    cssutils.log.setLevel(logging.CRITICAL)
    text = "@import url(x.css) screen;\n@namespace p 'urn:p';\n" + "".join(
        "a.b%d > p:hover, #id%d { color: #ff%02d00; margin: 0 1px 2em auto !important; background: url(i.png) no-repeat; font: bold 12px/1.5 serif }\n"
        "@media print and (min-width: 3px) { h%d::before { content: \"x\\41\"; width: calc(3px + 2em) } }\n" % (i, i, i, i) for i in range(15))
    sheet = cssutils.parseString(text)
    for rule in sheet:
        if rule.type == rule.STYLE_RULE:
            rule.style["color"] = "red"
            rule.style.removeProperty("margin")
            [(s.specificity, s.selectorText) for s in rule.selectorList]
    cssutils.ser.prefs.useMinified()
    sheet.cssText

# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""HTML parsed by the rules of HTML5, walked and written."""
import html5lib

ANALYZE = "html5lib"
PACKAGES = ["python3-html5lib", "python3-six", "python3-webencodings"]

TEXT = ("<div class=a id='b'><p>One <b>two<i>three</b>four</i> &amp; &eacute; &#233;<br><img src=x alt=y>"
        "<table><tr><td>1<td>2<tr><th>3</table><ul><li>a<li>b</ul><select><option>1<option>2</select><!-- c -->"
        "<script>if (a < b) { x(); }</script><a href='/x?a=1&b=2'>link</a></p></div>\n")


def work():
    for builder in ("etree", "dom"):
        tree = html5lib.parse("<!DOCTYPE html><title>t</title>" + TEXT * 40, treebuilder=builder)
        html5lib.serialize(tree, tree=builder, quote_attr_values="always", sanitize=True)
    html5lib.parseFragment(TEXT * 10)

# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""CommonMark parsed and rendered."""
import markdown_it

ANALYZE = "markdown_it"
PACKAGES = ["python3-markdown-it", "python3-mdurl", "python3-typing-extensions"]

TEXT = '''# Title {0}

Some *text* with **bold _nested_** and `code`, [link](http://x.org "t"), ![image](a.png), <http://auto.org>, ~~gone~~.

* list
    * nested
1. numbered

> quoted text
> > deeper

| a | b |
|---|:-:|
| 1 | 2 |

```python
x = 1
```

<div>html</div>

[ref]: http://ref.org
See [ref] and &amp; entities \\* escaped.
'''


def work():
    text = "\n".join(TEXT.format(i) for i in range(25))
    markdown_it.MarkdownIt().render(text)
    parser = markdown_it.MarkdownIt("commonmark", {"typographer": True, "linkify": False}).enable(["table", "strikethrough", "replacements", "smartquotes"])
    tokens = parser.parse(text)
    from markdown_it.tree import SyntaxTreeNode
    SyntaxTreeNode(tokens).pretty()

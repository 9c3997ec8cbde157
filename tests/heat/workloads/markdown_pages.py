# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown with extensions turned into HTML."""
import markdown

ANALYZE = "markdown"
PACKAGES = ["python3-markdown"]

TEXT = '''# Title {0}

Some *text* with **bold** and `code`, [link](http://x.org "t") and ![image](a.png), a footnote[^{0}].

* list
    * nested
1. numbered

> quoted text

    code block

| a | b |
|---|---|
| 1 | 2 |

```python
x = 1
```

Term
: Definition

[^{0}]: The note.
'''


def work():
    text = "[TOC]\n\n" + "\n".join(TEXT.format(i) for i in range(40))
    markdown.markdown(text)
    markdown.markdown(text, extensions=["extra", "toc", "sane_lists", "smarty"])

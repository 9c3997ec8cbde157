# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several languages highlighted into several formats."""
import pygments
import pygments.formatters
import pygments.lexers
import textwrap

ANALYZE = "pygments"
PACKAGES = ["python3-pygments"]

C = "#include <stdio.h>\nint main(void) { /* c */ for (int i = 0; i < 10; i++) printf(\"%d\\n\", i * 0x1F); return 0; }\n"
HTML = "<html><!-- c --><script>var a = function(x) { return x + 'y'; };</script><p class='a'>text &amp;</p></html>\n"


def work():
    with open(textwrap.__file__) as file:
        python = file.read()
    for name, text in (("python", python), ("c", C * 60), ("html", HTML * 60), ("json", '{"a": [1, true, "x"]}\n' * 100)):
        lexer = pygments.lexers.get_lexer_by_name(name)
        for formatter in ("html", "latex", "terminal256"):
            made = pygments.formatters.get_formatter_by_name(formatter)
            pygments.highlight(text, lexer, made)
    pygments.lexers.guess_lexer(python[:500])

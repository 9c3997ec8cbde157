# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables, markup, syntax and progress rendered to text."""
import io

import rich.columns
import rich.console
import rich.markdown
import rich.panel
import rich.pretty
import rich.progress
import rich.syntax
import rich.table
import rich.text
import rich.tree

ANALYZE = "rich"
PACKAGES = ["python3-rich", "python3-pygments", "python3-markdown-it", "python3-mdurl", "python3-typing-extensions", "python3-commonmark"]


def work():
    console = rich.console.Console(file=io.StringIO(), width=100, force_terminal=True, color_system="truecolor")
    table = rich.table.Table(title="Title", show_lines=True)
    for name in "abcd":
        table.add_column(name, justify="right", style="bold red")
    for i in range(60):
        table.add_row(str(i), "text [green]%d[/green]" % i, "long text that wraps " * 4, "[link=http://x.org]x[/link]")
    console.print(table)
    console.print(rich.panel.Panel("Some [bold]markup[/] :smiley: " * 20))
    console.print(rich.syntax.Syntax("def f(x):\n    return x + 1\n" * 30, "python", line_numbers=True))
    console.print(rich.pretty.Pretty({"a": [list(range(30)), {"b": ("c", None)}] * 5}))
    tree = rich.tree.Tree("root")
    for i in range(20):
        tree.add("node %d" % i).add("leaf")
    console.print(tree)
    console.print(rich.columns.Columns(["item %d" % i for i in range(60)]))
    text = rich.text.Text("Highlighted words 123 'str' http://x.org " * 20)
    text.highlight_words(["words"], "bold")
    console.print(text, {"x": 1}, 3.5)
    console.rule("rule")

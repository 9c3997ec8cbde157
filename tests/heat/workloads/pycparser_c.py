# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""C parsed and written again."""
import pycparser
import pycparser.c_ast
import pycparser.c_generator

ANALYZE = "pycparser"
PACKAGES = ["python3-pycparser", "python3-ply"]

TEXT = '''
typedef struct node_{0} {{ int value; struct node_{0} *next; char name[10]; }} node_{0};
enum kind_{0} {{ A_{0} = 1, B_{0}, C_{0} = 0x10 }};
static int sum_{0}(const node_{0} *list, int (*f)(int, double)) {{
    int total = 0, i;
    for (i = 0; i < 10 && list; i++, list = list->next) {{
        if (list->value % 2 == 0) total += f(list->value, 1.5) << 2;
        else switch (list->value) {{ case 1: continue; default: total--; break; }}
    }}
    while (total > 100) {{ total /= 2; do {{ total--; }} while (0); }}
    return total ? total : -1;
}}
'''


class Names(pycparser.c_ast.NodeVisitor):
    def visit_FuncDef(self, node):
        self.generic_visit(node)


def work():
    tree = pycparser.CParser().parse("".join(TEXT.format(i) for i in range(20)), "x.c")
    Names().visit(tree)
    pycparser.c_generator.CGenerator().visit(tree)

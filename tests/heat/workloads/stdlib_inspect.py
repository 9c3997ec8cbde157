# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signatures and documentation of a large module."""
import argparse
import doctest
import inspect
import pydoc
import typing

ANALYZE = "stdlib"
PACKAGES = []


def work():
    for module in (argparse, doctest):
        for name, thing in inspect.getmembers(module):
            if inspect.isclass(thing):
                inspect.getmro(thing)
                for _, method in inspect.getmembers(thing, inspect.isfunction):
                    str(inspect.signature(method))
            elif inspect.isfunction(thing):
                inspect.signature(thing).bind_partial()
                inspect.getdoc(thing)
    pydoc.render_doc(argparse, renderer=pydoc.plaintext)
    pydoc.html.document(doctest)
    inspect.getsource(argparse.ArgumentParser.parse_known_args)
    finder = doctest.DocTestFinder()
    finder.find(doctest)
    for _ in range(50):
        typing.get_type_hints(typing.cast)
        typing.Union[int, typing.List[str], typing.Dict[str, typing.Optional[int]]]

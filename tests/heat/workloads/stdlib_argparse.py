# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parsers built, used and asked for help."""
import argparse

ANALYZE = "stdlib"
PACKAGES = []


def build():
    parser = argparse.ArgumentParser(prog="tool", description="Does many things. " * 10)
    parser.add_argument("--verbose", "-v", action="count", default=0, help="more words")
    parser.add_argument("--number", type=int, choices=range(10), default=3, help="a number (default %(default)s)")
    commands = parser.add_subparsers(dest="command")
    for name in ("add", "remove", "list"):
        command = commands.add_parser(name, help="to %s things" % name)
        group = command.add_mutually_exclusive_group()
        group.add_argument("--all", action="store_true")
        group.add_argument("--only", metavar="NAME", nargs="+")
        command.add_argument("items", nargs="*")
    return parser


def work():
    for i in range(60):
        parser = build()
        parser.parse_args(["-vv", "--number", "4", "add", "--only", "a", "b"])
        parser.parse_args(["list", "--all", "x", "y", "z"])
        parser.format_help()
        parser.format_usage()

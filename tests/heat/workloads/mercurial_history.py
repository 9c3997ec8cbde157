# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A repository made, changed, merged and asked for its history, in pure Python."""
import os

os.environ["HGMODULEPOLICY"] = "py"
os.environ["HGRCPATH"] = ""
from mercurial import commands, hg, mdiff, ui as uimod

ANALYZE = "mercurial"
PACKAGES = ["mercurial-common"]


def work():
    ui = uimod.ui.load()
    ui.setconfig(b"ui", b"username", b"a b")
    ui.pushbuffer()
    repo = hg.repository(ui, b"repo", create=True)
    for number in range(12):
        for i in range(8):
            with open("repo/file%d" % i, "wb") as file:
                file.write(b"".join(b"line %d\n" % (j * (number if j % 9 == i else 1)) for j in range(150)))
        commands.commit(ui, repo, addremove=True, message=b"commit %d" % number, date=b"%d 0" % number)
    commands.update(ui, repo, rev=b"5")
    with open("repo/other", "wb") as file:
        file.write(b"x\n")
    commands.commit(ui, repo, addremove=True, message=b"branch", date=b"100 0")
    commands.merge(ui, repo)
    commands.commit(ui, repo, message=b"merge", date=b"101 0")
    commands.log(ui, repo, template=b"{rev} {node|short} {desc|firstline} {date|isodate}\n", patch=True)
    commands.log(ui, repo, rev=[b"ancestors(5) and file('path:file1') - 2::4"])
    commands.status(ui, repo)
    commands.annotate(ui, repo, os.path.abspath(b"repo/file1"), number=True)
    commands.diff(ui, repo, rev=[b"0", b"tip"])
    commands.verify(ui, repo, full=False)
    commands.bundle(ui, repo, b"out.hg", all=True)
    mdiff.textdiff(b"a\nb\n" * 100, b"a\nc\n" * 100)
    ui.popbuffer()

# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects, trees, commits, diffs and packs in memory."""
import io

from dulwich import diff_tree, objects, pack, patch, walk
from dulwich.object_store import tree_lookup_path
from dulwich.repo import MemoryRepo

ANALYZE = "dulwich"
PACKAGES = ["python3-dulwich", "python3-urllib3", "python3-certifi", "python3-six"]


def work():
    repo = MemoryRepo()
    store = repo.object_store
    parents = []
    for number in range(30):
        top = objects.Tree()
        for folder in range(4):
            inner = objects.Tree()
            for i in range(8):
                blob = objects.Blob.from_string(b"line %d\n" % (i * (number + 1 if i == folder else 1)) * 40)
                store.add_object(blob)
                inner.add(b"file%d" % i, 0o100644, blob.id)
            store.add_object(inner)
            top.add(b"dir%d" % folder, 0o040000, inner.id)
        store.add_object(top)
        commit = objects.Commit()
        commit.tree, commit.parents = top.id, parents
        commit.author = commit.committer = b"A B <a@b.org>"
        commit.author_time = commit.commit_time = 1000 + number
        commit.author_timezone = commit.commit_timezone = 3600
        commit.message = b"commit %d" % number
        store.add_object(commit)
        parents = [commit.id]
    repo.refs[b"refs/heads/main"] = commit.id
    commits = [entry.commit for entry in walk.Walker(store, [commit.id])]
    for new, old in zip(commits, commits[1:]):
        list(diff_tree.tree_changes(store, old.tree, new.tree))
        diff_tree.RenameDetector(store).changes_with_renames(old.tree, new.tree)
        patch.write_tree_diff(io.BytesIO(), store, old.tree, new.tree)
    tree_lookup_path(store.__getitem__, commit.tree, b"dir1/file1")
    out = io.BytesIO()
    pack.write_pack_objects(out.write, [(store[name], None) for name in store])
    out.seek(0)
    data = pack.PackData("x.pack", file=out)
    list(data.iterentries())
    for _ in range(10):
        delta = b"".join(pack.create_delta(b"abc" * 200, b"abc" * 150 + b"xyz" * 50))
        pack.apply_delta(b"abc" * 200, delta)

# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Archives written and read in memory."""
import io
import tarfile
import zipfile

ANALYZE = "stdlib"
PACKAGES = []


def work():
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for i in range(400):
            archive.writestr("dir%d/file%d.txt" % (i % 7, i), b"line of text\n" * (i % 50))
    with zipfile.ZipFile(memory) as archive:
        for info in archive.infolist():
            with archive.open(info) as member:
                member.readlines()
        archive.testzip()
    for kind in (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT):
        memory = io.BytesIO()
        with tarfile.open(fileobj=memory, mode="w:gz", format=kind) as archive:
            for i in range(300):
                info = tarfile.TarInfo("folder/" * (i % 20) + "file%d" % i)
                info.size, info.mtime, info.uname = 100, 1000 + i, "someone"
                archive.addfile(info, io.BytesIO(b"x" * 100))
        memory.seek(0)
        with tarfile.open(fileobj=memory) as archive:
            for member in archive:
                archive.extractfile(member).read()

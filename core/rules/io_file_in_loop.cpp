// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

namespace ferroscope::rules {

namespace {

// Whole files opened, read or written; a stat() or an exists() costs too little to say anything.
bool isFileAccess(std::string_view target)
{
    return isOneOf(target,
               { "builtins.open", "io.open", "codecs.open", "gzip.open", "bz2.open", "lzma.open", "builtins.file",
                   "shutil.copy", "shutil.copy2", "shutil.copyfile", "shutil.copytree", "numpy.load", "numpy.save",
                   "numpy.loadtxt", "numpy.savetxt", "numpy.savez", "pandas.read_csv", "pandas.read_json",
                   "pandas.read_excel", "pandas.read_parquet", "PIL.Image.open", "cv2.imread", "cv2.imwrite" })
        || (startsWith(target, "pathlib.")
            && isOneOf(lastName(target), { "open", "read_text", "read_bytes", "write_text", "write_bytes" }));
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    // Open, read and write in one loop are one access.
    reportPerElement(context, findings, ioFileInLoop, isFileAccess, "opens a file");
}

} // namespace

const Rule ioFileInLoop {
    {
        .id = "IO003",
        .family = "io",
        .title = "One file per element",
        .whatItSees = "A file opened, read, written or copied in a loop over more than a handful of elements.",
        .whyItMatters = "System calls and the disk set the pace; Rust issues the same ones. Only what is done with the "
                        "contents could become faster.",
        .example = "for path in paths:\n    with open(path) as f:\n        texts.append(f.read())",
        .instead = "Split reading from computing, so that the computing alone can move and take bytes; read "
                   "concurrently where the disk allows.",
        .reference = "guide text 002: most performance problems are I/O problems, not Python problems",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules

# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes OUT: analysis::sourceId(), a hash over the files named one a line in LIST.
file(STRINGS ${LIST} files)
set(all "")
foreach(file ${files})
    file(SHA256 ${file} hash)
    string(APPEND all ${hash})
endforeach()
string(SHA256 id "${all}")
file(WRITE ${OUT} "#include \"core/analysis/source_id.h\"\nstd::string_view ferroscope::analysis::sourceId() { return \"${id}\"; }\n")

# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes OUT: a C++ file with the bytes of IN as one character array.
file(READ ${IN} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
file(WRITE ${OUT} "#include <string_view>\nnamespace ${NS} {\nstd::string_view ${ID}();\nstatic const char data[] = {${bytes}'\\0'};\nstd::string_view ${ID}() { return {data, sizeof data - 1}; }\n}\n")

// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Notebooks (.ipynb, nbformat 3 and 4) as one Python text: the code cells one after another, and a table that says
// which line begins which cell.
//
// Lines are kept one to one. What IPython understands and Python does not becomes something that Python does:
//   %magic  !command  ?help  help?    an empty line, or `pass` where the line is indented
//   x = %magic, x = !command          x = None
//   %time statement                   the statement
//   %%magic at the top of a cell      an empty line if the cell is still Python (time, timeit, capture, prun,
//                                     ...); else the whole cell is emptied
// A line inside brackets or a string is never one of these.
// Cells of other languages are emptied, a notebook of another language is no Python at all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::source {

struct CellStart {
    std::uint32_t firstLine = 1; // in Notebook::text
    std::uint32_t number = 1; // position among all cells of the notebook, text cells included, from 1
};

struct Notebook {
    std::string text; // UTF-8
    std::vector<CellStart> cells; // code cells that are not empty, by firstLine
    std::string problem; // "" or one sentence: why there is no text
};

// Bounded by the length of `json`; nesting costs no stack. Never fails: see `problem`.
Notebook readNotebook(std::string_view json);

} // namespace ferroscope::source

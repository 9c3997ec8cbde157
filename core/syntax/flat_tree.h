/* SPDX-FileCopyrightText: The Ferroscope developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 * FlatTree: the visible nodes of a syntax tree in document order, one record each, parents before children. Made
 * from tree-sitter's tree in one pass that knows its inside; afterwards every question about a node is an access
 * to an array, where tree-sitter's own functions search. Nodes, fields and positions are those that tree-sitter's
 * cursor reports (tests/core/syntax compares them).
 * C, because it is compiled into tree-sitter (tree_sitter.c). Private to core/syntax but for the layout.
 */
#ifndef FERROSCOPE_CORE_SYNTAX_FLAT_TREE_H
#define FERROSCOPE_CORE_SYNTAX_FLAT_TREE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { FLAT_NAMED = 1, FLAT_MISSING = 2, FLAT_ERROR = 4 };

typedef struct {
    uint32_t start_byte, end_byte;
    uint32_t start_row, end_row;
    uint32_t size; /* records of the node with everything below it: what follows is the next sibling */
    uint32_t child_count, named_child_count;
    uint8_t kind, field; /* as the tables say */
    uint8_t flags;
    uint8_t unused;
} FlatNode;

/* What symbols and fields of the grammar are called here. */
typedef struct {
    const uint8_t* kinds; /* by public symbol */
    const uint8_t* fields; /* by field id */
    uint32_t symbol_count;
    uint8_t error_kind;
} FlatTables;

typedef struct TSTree TSTree;
struct TreeArena;

/* The records of `tree`, the root first, in memory of the arena that is entered. Never NULL; iterative, so that
 * depth is no matter. */
const FlatNode* flat_tree(const TSTree* tree, const FlatTables* tables);

#ifdef __cplusplus
}
#endif

#endif

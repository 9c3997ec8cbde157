/* SPDX-FileCopyrightText: The Ferroscope developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 * TreeArena: the memory of one parser and its tree. While a thread has entered an arena, tree-sitter takes its
 * memory there; a freed block is kept for the next one of its size, and reset() takes back everything at once,
 * so a tree is dropped without visiting its nodes. Outside an arena tree-sitter uses malloc.
 * C, because it is compiled into tree-sitter itself (tree_sitter.c) to be inlined there. Private to core/syntax.
 * Threads: an arena may be entered by one thread at a time. Out of memory ends the program, as in tree-sitter.
 */
#ifndef FERROSCOPE_CORE_SYNTAX_ARENA_H
#define FERROSCOPE_CORE_SYNTAX_ARENA_H

#ifdef __cplusplus
extern "C" {
#endif

typedef struct TreeArena TreeArena;

TreeArena* tree_arena_new(void);
void tree_arena_delete(TreeArena* arena);
void tree_arena_reset(TreeArena* arena); /* nothing taken from it may be used any more */
void tree_arena_enter(TreeArena* arena); /* for this thread, until tree_arena_leave() */
void tree_arena_leave(void);

#ifdef __cplusplus
}
#endif

#endif

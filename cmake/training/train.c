/* SPDX-FileCopyrightText: The Ferroscope developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 * tree_sitter_trainer FILE...: parses the files and walks their trees, so that the instrumented tree-sitter it is
 * linked with writes down which paths the compiler should make fast. Every tenth text is also parsed with its
 * end cut off, because broken text takes other paths. One thread, given order: the same profile every time.
 */
#include "core/syntax/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <tree_sitter/api.h>

const TSLanguage* tree_sitter_python(void);

enum { kLargest = 200 * 1000 }; /* bytes; the largest files are tables and tell nothing */

static unsigned long g_seen; /* so that nothing is optimised away */

static void look(TSNode node)
{
    static const TSFieldId fields = 6;
    g_seen += ts_node_symbol(node) + ts_node_end_byte(node) + ts_node_end_point(node).row + ts_node_child_count(node);
    const unsigned named = ts_node_named_child_count(node);
    for (unsigned at = 0; at < named && at < 4; ++at)
        g_seen += ts_node_symbol(ts_node_named_child(node, at));
    if (named > 0) {
        for (TSFieldId field = 1; field <= fields; ++field)
            g_seen += ts_node_is_null(ts_node_child_by_field_id(node, (TSFieldId)(field * 4)));
    }
}

static void parse(TreeArena* arena, const char* text, unsigned size)
{
    tree_arena_reset(arena);
    tree_arena_enter(arena);
    TSParser* parser = ts_parser_new();
    ts_parser_set_language(parser, tree_sitter_python());
    const TSTree* tree = ts_parser_parse_string(parser, NULL, text, size);
    tree_arena_leave();
    TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
    for (int down = 1;;) {
        if (down) {
            look(ts_tree_cursor_current_node(&cursor));
            g_seen += ts_tree_cursor_current_field_id(&cursor);
        }
        if (down && ts_tree_cursor_goto_first_child(&cursor))
            continue;
        down = ts_tree_cursor_goto_next_sibling(&cursor);
        if (!down && !ts_tree_cursor_goto_parent(&cursor))
            break;
    }
    ts_tree_cursor_delete(&cursor);
}

int main(int argc, char** argv)
{
    TreeArena* arena = tree_arena_new();
    char* text = malloc(kLargest);
    for (int at = 1; at < argc; ++at) {
        FILE* file = fopen(argv[at], "rb");
        if (!file)
            continue;
        const unsigned size = (unsigned)fread(text, 1, kLargest, file);
        fclose(file);
        if (size == kLargest)
            continue;
        parse(arena, text, size);
        if (at % 10 == 0)
            parse(arena, text, size / 2);
    }
    free(text);
    tree_arena_delete(arena);
    fprintf(stderr, "Trained with %d files (%lu)\n", argc - 1, g_seen % 1000);
    return 0;
}

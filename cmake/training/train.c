/* SPDX-FileCopyrightText: The Ferroscope developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 * tree_sitter_trainer FILE...: parses the files and flattens their trees, so that the instrumented tree-sitter it is
 * linked with writes down which paths the compiler should make fast. Every tenth text is also parsed with its
 * end cut off, because broken text takes other paths. One thread, given order: the same profile every time.
 */
#include "core/syntax/arena.h"
#include "core/syntax/flat_tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <tree_sitter/api.h>

const TSLanguage* tree_sitter_python(void);

enum { kLargest = 200 * 1000 }; /* bytes; the largest files are tables and tell nothing */

static unsigned long g_seen; /* so that nothing is optimised away */
static uint8_t g_kinds[1024], g_fields[256]; /* what they say does not matter here */

typedef struct {
    const char* bytes;
    uint32_t size;
    unsigned steps;
} Text;

/* As core/syntax asks for it. */
static const char* read_at(void* payload, uint32_t byte, TSPoint point, uint32_t* length)
{
    const Text* text = payload;
    (void)point;
    *length = byte < text->size ? text->size - byte : 0;
    return byte < text->size ? text->bytes + byte : "";
}

static bool count_steps(TSParseState* state)
{
    ++((Text*)state->payload)->steps;
    return false;
}

static void parse(TreeArena* arena, const char* bytes, unsigned size)
{
    Text text = { bytes, size, 0 };
    tree_arena_reset(arena);
    tree_arena_enter(arena);
    TSParser* parser = ts_parser_new();
    ts_parser_set_language(parser, tree_sitter_python());
    const TSInput input = { &text, read_at, TSInputEncodingUTF8, NULL };
    const TSParseOptions options = { &text, count_steps };
    const TSTree* tree = ts_parser_parse_with_options(parser, NULL, input, options);
    const FlatTables tables = { g_kinds, g_fields, ts_language_symbol_count(tree_sitter_python()), 1 };
    g_seen += flat_tree(tree, &tables)->size;
    tree_arena_leave();
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
    fprintf(stderr, "Trained with %d files, %lu nodes\n", argc - 1, g_seen);
    return 0;
}

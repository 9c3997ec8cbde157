/* SPDX-FileCopyrightText: The Ferroscope developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Included by tree_sitter.c after the runtime: it reads subtrees, which are no public interface. */
#include "core/syntax/flat_tree.h"

/* A subtree whose children are being visited. */
typedef struct {
    const Subtree* child; /* the next one */
    const Subtree* end;
    const TSSymbol* aliases; /* of the production, by structural index; NULL: none */
    const TSFieldMapEntry* fields; /* of the production */
    const TSFieldMapEntry* fields_end;
    uint32_t structural; /* index of the next child without extras (comments) */
    uint32_t record; /* of the nearest visible ancestor or itself */
    uint8_t visible;
    uint8_t started;
    uint8_t field; /* of a hidden subtree in its parent: its children have it unless they have their own */
} OpenSubtree;

typedef struct {
    FlatNode* nodes;
    uint32_t size, capacity;
} FlatNodes;

typedef struct {
    OpenSubtree* items;
    uint32_t size, capacity;
} OpenSubtrees;

static FlatNode* add_record(FlatNodes* list)
{
    if (list->size == list->capacity) {
        list->capacity *= 2;
        list->nodes = arena_realloc(list->nodes, (size_t)list->capacity * sizeof(FlatNode));
    }
    return &list->nodes[list->size++];
}

static void open_subtree(OpenSubtrees* stack, const TSLanguage* language, Subtree tree, uint32_t record, int visible, uint8_t field)
{
    if (stack->size == stack->capacity) {
        stack->capacity *= 2;
        stack->items = arena_realloc(stack->items, (size_t)stack->capacity * sizeof(OpenSubtree));
    }
    OpenSubtree* open = &stack->items[stack->size++];
    const Subtree* children = ts_subtree_children(tree);
    open->child = children;
    open->end = children + tree.ptr->child_count;
    open->aliases = ts_language_alias_sequence(language, tree.ptr->production_id);
    ts_language_field_map(language, tree.ptr->production_id, &open->fields, &open->fields_end);
    open->structural = 0;
    open->record = record;
    open->visible = visible != 0;
    open->started = 0;
    open->field = field;
}

const FlatNode* flat_tree(const TSTree* tree, const FlatTables* tables)
{
    const TSLanguage* language = tree->language;
    const Subtree root = tree->root;
    FlatNodes list = { NULL, 0, 1024 };
    /* All visible nodes but the root. */
    const uint32_t expected = ts_subtree_visible_descendant_count(root) + 2;
    if (expected > list.capacity)
        list.capacity = expected;
    list.nodes = arena_malloc((size_t)list.capacity * sizeof(FlatNode));
    OpenSubtrees stack = { arena_malloc(64 * sizeof(OpenSubtree)), 0, 64 };

    const Length root_padding = ts_subtree_padding(root);
    uint32_t byte = root_padding.bytes; /* end of what was visited */
    uint32_t row = root_padding.extent.row;
    const Subtree* next = &root;
    TSSymbol alias = 0;
    uint8_t field = 0;
    uint32_t parent = UINT32_MAX;
    for (;;) {
        const Subtree subtree = *next;
        const Length size = ts_subtree_size(subtree);
        const int visible = alias || ts_subtree_visible(subtree) || parent == UINT32_MAX;
        uint32_t record = parent;
        if (visible) {
            record = list.size;
            FlatNode* node = add_record(&list);
            const TSSymbol symbol = ts_language_public_symbol(language, alias ? alias : ts_subtree_symbol(subtree));
            const int named = alias ? ts_language_symbol_metadata(language, alias).named : ts_subtree_named(subtree);
            node->start_byte = byte;
            node->end_byte = byte + size.bytes;
            node->start_row = row;
            node->end_row = row + size.extent.row;
            node->size = 1;
            node->child_count = node->named_child_count = 0;
            node->kind = symbol < tables->symbol_count ? tables->kinds[symbol] : tables->error_kind;
            node->field = field;
            node->flags = (uint8_t)((named ? FLAT_NAMED : 0) | (ts_subtree_missing(subtree) ? FLAT_MISSING : 0)
                | (ts_subtree_error_cost(subtree) > 0 ? FLAT_ERROR : 0));
            node->unused = 0;
            if (parent != UINT32_MAX) {
                list.nodes[parent].child_count++;
                list.nodes[parent].named_child_count += named ? 1 : 0;
            }
        }
        if (ts_subtree_child_count(subtree) > 0) {
            open_subtree(&stack, language, subtree, record, visible, field);
        } else {
            byte += size.bytes;
            row += size.extent.row;
        }
        OpenSubtree* open;
        for (;;) {
            if (stack.size == 0)
                return list.nodes;
            open = &stack.items[stack.size - 1];
            if (open->child < open->end)
                break;
            if (open->visible)
                list.nodes[open->record].size = list.size - open->record;
            --stack.size;
        }
        next = open->child;
        parent = open->record;
        alias = 0;
        field = 0;
        if (!ts_subtree_extra(*next)) {
            if (open->aliases)
                alias = open->aliases[open->structural];
            const TSFieldMapEntry* map = open->fields;
            while (map < open->fields_end && (map->inherited || map->child_index != open->structural))
                ++map;
            if (map < open->fields_end)
                field = tables->fields[map->field_id];
            else if (!open->visible)
                field = open->field;
            open->structural++;
        }
        if (open->started) { /* the white space before the first child is that before its parent */
            const Length padding = ts_subtree_padding(*next);
            byte += padding.bytes;
            row += padding.extent.row;
        }
        open->started = 1;
        ++open->child;
    }
}

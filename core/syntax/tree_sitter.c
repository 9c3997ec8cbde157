/* SPDX-FileCopyrightText: The Ferroscope developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The tree-sitter runtime and the Python grammar as one unit, so that the compiler sees all of it at once, with the
 * flat tree beside them and two things replaced: memory comes from an arena (arena.h), and reference counts are plain, because a tree
 * never has more than one thread (with the locked counts of the runtime a fifth of parsing is counting).
 * The sources are those of the npm packages; they are included, not changed.
 */
#include "core/syntax/arena.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    kChunk = 1 << 20, /* bytes; a larger block gets a chunk of its own */
    kKeptChunks = 16, /* after a reset: the next file is most likely a small one */
    kStep = 16,
    kSmall = 1024, /* blocks up to here have a list per size, larger ones per power of two */
    kSmallLists = kSmall / kStep + 1,
    kLists = kSmallLists + 64
};

/* Before every block, also before those of malloc, because a block may be freed when no arena is entered: the list
 * it goes into, or kFromMalloc + its size. */
typedef uint64_t BlockHeader;
#define kFromMalloc ((BlockHeader)1 << 63)

typedef struct Chunk {
    struct Chunk* next;
    size_t size; /* of what follows */
} Chunk;

struct TreeArena {
    char* at; /* free space of the current chunk */
    char* end;
    void* freed[kLists]; /* first bytes of a freed block: the next one */
    Chunk* used; /* the current one first */
    Chunk* spare;
};

static _Thread_local TreeArena* current __attribute__((tls_model("initial-exec")));

static void out_of_memory(void)
{
    fputs("tree-sitter: out of memory\n", stderr);
    abort();
}

static Chunk* new_chunk(size_t size)
{
    Chunk* chunk = malloc(sizeof(Chunk) + size);
    if (!chunk)
        out_of_memory();
    chunk->size = size;
    return chunk;
}

TreeArena* tree_arena_new(void)
{
    TreeArena* arena = calloc(1, sizeof *arena);
    if (!arena)
        out_of_memory();
    return arena;
}

static void free_chunks(Chunk* chunk)
{
    while (chunk) {
        Chunk* next = chunk->next;
        free(chunk);
        chunk = next;
    }
}

void tree_arena_delete(TreeArena* arena)
{
    free_chunks(arena->used);
    free_chunks(arena->spare);
    free(arena);
}

void tree_arena_reset(TreeArena* arena)
{
    size_t kept = 0;
    for (const Chunk* chunk = arena->spare; chunk; chunk = chunk->next)
        ++kept;
    while (arena->used) {
        Chunk* chunk = arena->used;
        arena->used = chunk->next;
#ifndef __SANITIZE_ADDRESS__ /* there, a use of an old tree shall be seen */
        if (chunk->size == kChunk && kept < kKeptChunks) {
            chunk->next = arena->spare;
            arena->spare = chunk;
            ++kept;
            continue;
        }
#endif
        free(chunk);
    }
    memset(arena->freed, 0, sizeof arena->freed);
    arena->at = arena->end = NULL;
}

void tree_arena_enter(TreeArena* arena) { current = arena; }
void tree_arena_leave(void) { current = NULL; }

static __attribute__((noinline)) void* take_chunk(TreeArena* arena, size_t bytes)
{
    Chunk* chunk = arena->spare;
    if (bytes <= kChunk && chunk) {
        arena->spare = chunk->next;
    } else {
        chunk = new_chunk(bytes <= kChunk ? kChunk : bytes);
    }
    if (bytes > kChunk && arena->used) { /* alone in its chunk: the current one goes on being used */
        chunk->next = arena->used->next;
        arena->used->next = chunk;
        return chunk + 1;
    }
    chunk->next = arena->used;
    arena->used = chunk;
    char* begin = (char*)(chunk + 1);
    arena->at = begin + bytes;
    arena->end = begin + chunk->size;
    return begin;
}

static __attribute__((noinline)) void* outside_allocate(size_t size)
{
    BlockHeader* header = malloc(sizeof(BlockHeader) + size);
    if (!header)
        out_of_memory();
    *header = kFromMalloc + size;
    return header + 1;
}

static inline void* arena_malloc(size_t size)
{
    TreeArena* arena = current;
    if (__builtin_expect(!arena, 0))
        return outside_allocate(size);
    size_t bytes; /* with the header */
    BlockHeader list;
    if (size <= kSmall - sizeof(BlockHeader)) {
        bytes = (size + sizeof(BlockHeader) + kStep - 1) & ~(size_t)(kStep - 1);
        list = bytes / kStep;
    } else {
        const int power = 64 - __builtin_clzll(size + sizeof(BlockHeader) - 1);
        bytes = (size_t)1 << power;
        list = kSmallLists + (BlockHeader)power;
    }
    void* block = arena->freed[list];
    if (block) {
        memcpy(&arena->freed[list], block, sizeof(void*));
        return block;
    }
    BlockHeader* header = NULL;
    if ((size_t)(arena->end - arena->at) >= bytes) {
        header = (BlockHeader*)arena->at;
        arena->at += bytes;
    } else {
        header = take_chunk(arena, bytes);
    }
    *header = list;
    return header + 1;
}

static inline void arena_free(void* block)
{
    if (!block)
        return;
    BlockHeader* header = (BlockHeader*)block - 1;
    if (__builtin_expect(*header >= kFromMalloc, 0)) {
        free(header);
        return;
    }
    TreeArena* arena = current;
    if (!arena)
        return; /* until the reset */
    memcpy(block, &arena->freed[*header], sizeof(void*));
    arena->freed[*header] = block;
}

static inline void* arena_calloc(size_t count, size_t size)
{
    size_t bytes = 0;
    if (__builtin_mul_overflow(count, size, &bytes))
        out_of_memory();
    return memset(arena_malloc(bytes), 0, bytes);
}

static inline size_t usable_size(BlockHeader header)
{
    if (header >= kFromMalloc)
        return (size_t)(header - kFromMalloc);
    const size_t bytes = header < kSmallLists ? (size_t)header * kStep : (size_t)1 << (header - kSmallLists);
    return bytes - sizeof(BlockHeader);
}

static inline void* arena_realloc(void* block, size_t size)
{
    if (!block)
        return arena_malloc(size);
    const size_t usable = usable_size(((BlockHeader*)block)[-1]);
    if (size <= usable)
        return block;
    void* grown = arena_malloc(size);
    memcpy(grown, block, usable);
    arena_free(block);
    return grown;
}

#define ts_malloc arena_malloc
#define ts_calloc arena_calloc
#define ts_realloc arena_realloc
#define ts_free arena_free

/* In place of the runtime's atomic.h. */
#define TREE_SITTER_ATOMIC_H_
static inline size_t atomic_load(const volatile size_t* p) { return *p; }
static inline uint32_t atomic_inc(volatile uint32_t* p) { return ++*(uint32_t*)p; }
static inline uint32_t atomic_dec(volatile uint32_t* p) { return --*(uint32_t*)p; }

#include "tree-sitter/vendor/tree-sitter/lib/src/lib.c"
#include "tree-sitter-python/src/parser.c"
#include "tree-sitter-python/src/scanner.c"

#include "core/syntax/flat_tree.c"

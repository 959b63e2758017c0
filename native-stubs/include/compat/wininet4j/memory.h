/*
 * Memory: heaps, which are all the same one, and the blocks of GlobalAlloc and LocalAlloc, which never move.
 */
#ifndef WININET4J_COMPAT_MEMORY_H
#define WININET4J_COMPAT_MEMORY_H

#include "base.h"

#ifdef __APPLE__
#include <malloc/malloc.h>
#define WININET4J_SIZE malloc_size
#else
#include <malloc.h>
#define WININET4J_SIZE malloc_usable_size
#endif

#define HEAP_NO_SERIALIZE     0x1
#define HEAP_GENERATE_EXCEPTIONS 0x4
#define HEAP_ZERO_MEMORY      0x8
#define GMEM_FIXED            0x0
#define GMEM_MOVEABLE         0x2
#define GMEM_ZEROINIT         0x40
#define GPTR                  (GMEM_FIXED | GMEM_ZEROINIT)
#define GHND                  (GMEM_MOVEABLE | GMEM_ZEROINIT)
#define LMEM_FIXED            0x0
#define LMEM_MOVEABLE         0x2
#define LMEM_ZEROINIT         0x40
#define LPTR                  (LMEM_FIXED | LMEM_ZEROINIT)
#define LHND                  (LMEM_MOVEABLE | LMEM_ZEROINIT)

/* A block that is new, or grows with before; what is new in it is zero if that is asked for. */
static inline LPVOID wininet4j_allocate(LPVOID before, SIZE_T size, BOOL is_zero) {
    SIZE_T kept = before == NULL ? 0 : WININET4J_SIZE(before);
    char *block = (char *)realloc(before, size == 0 ? 1 : size);
    if (block == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    }
    /* The compiler forgets how much was asked for: with _FORTIFY_SOURCE=3 it would refuse the rest of the block. */
    __asm__("" : "+r"(block));
    if (block != NULL && is_zero && WININET4J_SIZE(block) > kept) {
        memset(block + kept, 0, WININET4J_SIZE(block) - kept);
    }
    return block;
}

static inline HANDLE GetProcessHeap(VOID) { return (HANDLE)(LONG_PTR)-3; }

static inline HANDLE HeapCreate(DWORD options, SIZE_T first, SIZE_T most) {
    (void)options;
    (void)first;
    (void)most;
    return GetProcessHeap();
}

/* Frees nothing: blocks have to be given back one by one. */
static inline BOOL HeapDestroy(HANDLE heap) {
    (void)heap;
    return TRUE;
}

static inline LPVOID HeapAlloc(HANDLE heap, DWORD flags, SIZE_T size) {
    (void)heap;
    return wininet4j_allocate(NULL, size, (flags & HEAP_ZERO_MEMORY) != 0);
}

static inline LPVOID HeapReAlloc(HANDLE heap, DWORD flags, LPVOID block, SIZE_T size) {
    (void)heap;
    return wininet4j_allocate(block, size, (flags & HEAP_ZERO_MEMORY) != 0);
}

static inline BOOL HeapFree(HANDLE heap, DWORD flags, LPVOID block) {
    (void)heap;
    (void)flags;
    free(block);
    return TRUE;
}

/* May be more than was asked for. */
static inline SIZE_T HeapSize(HANDLE heap, DWORD flags, LPCVOID block) {
    (void)heap;
    (void)flags;
    return WININET4J_SIZE((void *)(UINT_PTR)block);
}

/* As functions: wininet4j_types.h has two of them as macros. */
#undef GlobalFree
#undef LocalFree

static inline HGLOBAL GlobalAlloc(UINT flags, SIZE_T size) {
    return wininet4j_allocate(NULL, size, (flags & GMEM_ZEROINIT) != 0);
}
static inline HGLOBAL GlobalReAlloc(HGLOBAL block, SIZE_T size, UINT flags) {
    return wininet4j_allocate(block, size, (flags & GMEM_ZEROINIT) != 0);
}
static inline HGLOBAL GlobalFree(HGLOBAL block) {
    free(block);
    return NULL;
}
static inline LPVOID GlobalLock(HGLOBAL block) { return block; }
static inline BOOL GlobalUnlock(HGLOBAL block) {
    (void)block;
    return TRUE;
}
static inline SIZE_T GlobalSize(HGLOBAL block) { return WININET4J_SIZE(block); }

static inline HLOCAL LocalAlloc(UINT flags, SIZE_T size) { return GlobalAlloc(flags, size); }
static inline HLOCAL LocalReAlloc(HLOCAL block, SIZE_T size, UINT flags) { return GlobalReAlloc(block, size, flags); }
static inline HLOCAL LocalFree(HLOCAL block) { return GlobalFree(block); }
static inline LPVOID LocalLock(HLOCAL block) { return block; }
static inline BOOL LocalUnlock(HLOCAL block) { return GlobalUnlock(block); }
static inline SIZE_T LocalSize(HLOCAL block) { return GlobalSize(block); }

#endif

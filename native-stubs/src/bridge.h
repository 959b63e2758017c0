/*
 * The boundary between the exported C functions and the engine in Java.
 */
#ifndef WININET4J_BRIDGE_H
#define WININET4J_BRIDGE_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define WININET4J_EXPORT __declspec(dllexport)
#else
#define WININET4J_EXPORT __attribute__((visibility("default")))
#endif

/*
 * One entry for all functions. function: index in the list of wininet4j_functions. arguments: each widened to 64 bits;
 * whole numbers of less than 64 bits are zero-extended whatever their sign (DWORD, BOOL, LONG, WORD, enumerations),
 * pointers and handles are a uintptr_t, a FILETIME by value is low | high << 32. Returns BOOL and DWORD zero-extended,
 * handles and pointers as uintptr_t. last_error: the calling thread's last error, which Java reads on entry and writes
 * before it returns.
 */
typedef uint64_t (*wininet4j_dispatch)(uint32_t function, uint64_t *arguments, uint32_t *last_error);

/* The version of this boundary: 1. */
WININET4J_EXPORT uint32_t wininet4j_version(void);

/* The names of all exported WinInet functions in the order of their indexes, separated by '\n'. */
WININET4J_EXPORT const char *wininet4j_functions(void);

/* Sets the entry, atomically; NULL takes it away. Calls that have begun still use the former one. */
WININET4J_EXPORT void wininet4j_install(wininet4j_dispatch dispatch);

/*
 * Copies memory that may not be there; returns how many bytes could be read, from the first on. size: at most 4096 and
 * within one page.
 */
WININET4J_EXPORT size_t wininet4j_copy(void *to, const void *from, size_t size);

#endif

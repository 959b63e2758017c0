/*
 * The boundary between the exported C functions and what answers them: the engine in Java.
 */
#ifndef WININET4J_BRIDGE_H
#define WININET4J_BRIDGE_H

#include <stdbool.h>
#include <stdint.h>

#if defined(_WIN32)
#define WININET4J_EXPORT __declspec(dllexport)
#else
#define WININET4J_EXPORT __attribute__((visibility("default")))
#endif

/* No function has more parameters. */
#define WININET4J_MOST_ARGUMENTS 9

/*
 * One entry for all functions. function: index in the list of wininet4j_functions. arguments: always
 * WININET4J_MOST_ARGUMENTS, each widened to 64 bits; whole numbers of less than 64 bits are zero-extended whatever
 * their sign (DWORD, BOOL, LONG, WORD, enumerations), pointers and handles are a uintptr_t, a FILETIME by value is
 * low | high << 32, what a function does not have is 0. last_error: the calling thread's last error, read on entry and
 * written before the return. result: BOOL and DWORD zero-extended, handles and pointers as uintptr_t. Returns false if
 * nothing could answer; the caller then returns its failure value.
 */
typedef bool (*wininet4j_dispatch)(
    uint32_t function, const uint64_t *arguments, uint32_t *last_error, uint64_t *result);

/* The version of this boundary: 3. */
WININET4J_EXPORT uint32_t wininet4j_version(void);

/* The names of all exported WinInet functions in the order of their indexes, separated by '\n'. */
WININET4J_EXPORT const char *wininet4j_functions(void);

/* Sets the entry, atomically; NULL takes it away. Calls that have begun still use the former one. */
WININET4J_EXPORT void wininet4j_install(wininet4j_dispatch dispatch);

/*
 * Sets an entry that calls Java. java: JNIEnv of the calling thread. entry: the jclass CLibrary or one with the same
 * static methods, of which the native ones are bound here. id: handed to its method "call" each time. Returns 1; 0 if
 * a method is missing, and then an exception is pending, or if another class has the library already.
 */
WININET4J_EXPORT int32_t wininet4j_install_java(void *java, void *entry, int32_t id);

#ifndef _WIN32
/* The calling thread's last error. */
WININET4J_EXPORT uint32_t *wininet4j_last_error(void);
#endif

#endif

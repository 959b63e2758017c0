/*
 * What the program inside Wine (host.c) offers to the library that Java loads (forward.c). Both are in one process; the
 * address of the table is in an environment variable.
 */
#ifndef WININET4J_RELAY_H
#define WININET4J_RELAY_H

#include <stdint.h>

#define RELAY_VARIABLE "WININET4J_WINE_RELAY"

/* No function of the table has more arguments, and each fits a register. */
#define RELAY_WORDS 10

struct relay {
    /* Finds an exported function of a Windows DLL; NULL if there is none. */
    void *(*find)(const char *dll, const char *name);

    /* Calls it on the Windows thread that belongs to this thread. The last error is that thread's before and after. */
    uint64_t (*call)(void *function, const uint64_t *words, uint32_t *last_error);

    /* The Windows function that stands for a status callback of this side, and the other way round. */
    void *(*to_windows)(void *callback);
    void *(*from_windows)(void *function);
};

#endif

/* What a test program in C states: a condition that does not hold is printed with its line, and counted. */
#ifndef WININET4J_CHECK_H
#define WININET4J_CHECK_H

#include <wininet.h>

#include <stdio.h>

static int failures;

#define CHECK(condition)                                                                                               \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            failures++;                                                                                                \
            printf("line %d: %s (last error %u)\n", __LINE__, #condition, (unsigned)GetLastError());                   \
        }                                                                                                              \
    } while (0)

#define FAILS(call, error) CHECK(!(call) && GetLastError() == (error))

#endif

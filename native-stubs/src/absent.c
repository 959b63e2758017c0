/*
 * The exported functions that answer nothing. Their parameters are not known: on the machines that are built for the
 * caller removes them, so that a body without parameters can be called with any.
 */
#define WININET4J_BUILD
#include "bridge.h"

#include <wininet.h>

#define ABSENT(result, value, name)                                                                                    \
    INTERNETAPI_(result) name(VOID);                                                                                   \
    INTERNETAPI_(result) name(VOID) {                                                                                  \
        WininetSetLastError(ERROR_CALL_NOT_IMPLEMENTED);                                                               \
        return value;                                                                                                  \
    }
#define ABSENT_PROCEDURE(name)                                                                                         \
    INTERNETAPI_(VOID) name(VOID);                                                                                     \
    INTERNETAPI_(VOID) name(VOID) { WininetSetLastError(ERROR_CALL_NOT_IMPLEMENTED); }
#include "wininet4j_absent.def"
#undef ABSENT
#undef ABSENT_PROCEDURE

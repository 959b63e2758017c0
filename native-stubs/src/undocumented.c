/*
 * The functions of which no source says what they do. They answer without the engine, so that a program that asks
 * whether one works does not start Java.
 */
#define WININET4J_BUILD
#include "bridge.h"

#include <wininet.h>

#define UNUSED(type, parameter) (void)parameter;

#define FUNCTION(result, failure, name, ...)                                                                           \
    INTERNETAPI_(result) name(WININET4J_PARAMETERS(__VA_ARGS__)) {                                                     \
        WININET4J_EACH(UNUSED, WININET4J_NOTHING, __VA_ARGS__)                                                         \
        WininetSetLastError(ERROR_CALL_NOT_IMPLEMENTED);                                                               \
        return (result)failure;                                                                                        \
    }
#define FUNCTION0(result, failure, name)                                                                               \
    INTERNETAPI_(result) name(VOID) {                                                                                  \
        WininetSetLastError(ERROR_CALL_NOT_IMPLEMENTED);                                                               \
        return (result)failure;                                                                                        \
    }
#define PROCEDURE(name, ...)                                                                                           \
    INTERNETAPI_(VOID) name(WININET4J_PARAMETERS(__VA_ARGS__)) {                                                       \
        WININET4J_EACH(UNUSED, WININET4J_NOTHING, __VA_ARGS__)                                                         \
        WininetSetLastError(ERROR_CALL_NOT_IMPLEMENTED);                                                               \
    }
#include "wininet4j_undocumented.def"

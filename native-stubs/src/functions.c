/*
 * The exported functions. Each row of wininet4j_functions.def becomes a body that widens its arguments and hands them to
 * the engine.
 */
#define WININET4J_BUILD
#include "bridge.h"
#include "engine.h"

#include <wininet.h>

_Static_assert(sizeof(void *) == 8 && sizeof(DWORD) == 4 && sizeof(WCHAR) == 2, "the ABI of 64-bit Windows");

/* The index of every function. */
enum {
#define FUNCTION(result, failure, name, ...) INDEX_##name,
#define FUNCTION0(result, failure, name) INDEX_##name,
#define PROCEDURE(name, ...) INDEX_##name,
#include "wininet4j_functions.def"
#undef FUNCTION
#undef FUNCTION0
#undef PROCEDURE
    FUNCTION_COUNT
};

/* The basic C types rather than their Windows names, of which several may mean the same type. */
static uint64_t from_short(unsigned short value) { return value; }
static uint64_t from_int(unsigned int value) { return value; }
static uint64_t from_long(unsigned long value) { return value; }
static uint64_t from_long_long(unsigned long long value) { return value; }
static uint64_t from_time(FILETIME value) { return value.dwLowDateTime | (uint64_t)value.dwHighDateTime << 32; }
static uint64_t from_pointer(const void *value) { return (uintptr_t)value; }
static uint64_t from_callback(INTERNET_STATUS_CALLBACK value) { return (uintptr_t)value; }
static uint64_t from_enumerator(GOPHER_ATTRIBUTE_ENUMERATOR value) { return (uintptr_t)value; }

#define WIDENED(type, parameter)                                                                                       \
    _Generic((parameter),                                                                                              \
        unsigned short: from_short,                                                                                    \
        int: from_int,                                                                                                 \
        unsigned int: from_int,                                                                                        \
        long: from_long,                                                                                               \
        unsigned long: from_long,                                                                                      \
        long long: from_long_long,                                                                                     \
        unsigned long long: from_long_long,                                                                            \
        FILETIME: from_time,                                                                                           \
        INTERNET_STATUS_CALLBACK: from_callback,                                                                       \
        GOPHER_ATTRIBUTE_ENUMERATOR: from_enumerator,                                                                  \
        default: from_pointer)(parameter)

/* The failure as the engine would return it: a DWORD zero-extended, a pointer or callback as it is. */
#define FAILURE(result, failure)                                                                                       \
    (sizeof(result) == sizeof(DWORD) ? (uint64_t)(DWORD)(uintptr_t)(result)failure                                     \
                                     : (uint64_t)(uintptr_t)(result)failure)

#define FUNCTION(result, failure, name, ...)                                                                           \
    INTERNETAPI_(result) name(WININET4J_PARAMETERS(__VA_ARGS__)) {                                                     \
        const uint64_t arguments[WININET4J_MOST_ARGUMENTS] = {WININET4J_EACH(WIDENED, WININET4J_COMMA, __VA_ARGS__)};  \
        return (result)(uintptr_t)wininet4j_call(INDEX_##name, arguments, FAILURE(result, failure));                   \
    }
#define FUNCTION0(result, failure, name)                                                                               \
    INTERNETAPI_(result) name(VOID) {                                                                                  \
        const uint64_t arguments[WININET4J_MOST_ARGUMENTS] = {0};                                                      \
        return (result)(uintptr_t)wininet4j_call(INDEX_##name, arguments, FAILURE(result, failure));                   \
    }
/* Without a result there is no failure: no call returns 1. */
#define PROCEDURE(name, ...)                                                                                           \
    INTERNETAPI_(VOID) name(WININET4J_PARAMETERS(__VA_ARGS__)) {                                                       \
        const uint64_t arguments[WININET4J_MOST_ARGUMENTS] = {WININET4J_EACH(WIDENED, WININET4J_COMMA, __VA_ARGS__)};  \
        (void)wininet4j_call(INDEX_##name, arguments, 1);                                                              \
    }
#include "wininet4j_functions.def"
#undef FUNCTION
#undef FUNCTION0
#undef PROCEDURE

static const char NAMES[] =
#define FUNCTION(result, failure, name, ...) "\n" #name
#define FUNCTION0(result, failure, name) "\n" #name
#define PROCEDURE(name, ...) "\n" #name
#include "wininet4j_functions.def"
    ;

uint32_t wininet4j_version(void) { return 3; }

const char *wininet4j_functions(void) { return NAMES + 1; }

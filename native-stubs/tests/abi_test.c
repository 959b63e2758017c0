/*
 * Installs an entry of its own and calls every function of the table: each argument must arrive widened and in its
 * place, and the result and the last error must come back. Needs no Java. Prints what differs; exit code 0 for nothing.
 */
#ifdef _WIN32
#include <windows.h>
#endif
#include <wininet.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "../src/bridge.h"

#define ERROR_BEFORE 0xE0000001u
#define ERROR_AFTER 0xE0000002u

/* What the entry saw and what it answers. */
static uint32_t seen_function;
static uint32_t seen_error;
static uint64_t answer;

static int functions;
static int failures;

/* Set before each call: how many arguments it has. */
static int seen_count;
static uint64_t seen_copy[WININET4J_MOST_ARGUMENTS];

static bool entry(uint32_t function, const uint64_t *arguments, uint32_t *last_error, uint64_t *result) {
    seen_function = function;
    memcpy(seen_copy, arguments, sizeof seen_copy);
    seen_error = *last_error;
    *last_error = ERROR_AFTER;
    *result = answer;
    return true;
}

/* Bytes that differ from argument to argument, all with their highest bit, so that a sign extension shows. */
static void fill(void *value, size_t size, int salt) {
    unsigned char *bytes = value;
    for (size_t i = 0; i < size; i++) {
        bytes[i] = (unsigned char)(0x80 | (salt * 8 + (int)i));
    }
}

/* What a value must look like for the engine: its bytes, then zeros. Both systems are little-endian. */
static uint64_t widened(const void *value, size_t size) {
    uint64_t wide = 0;
    memcpy(&wide, value, size);
    return wide;
}

static void expect(const char *name, const char *what, uint64_t actual, uint64_t expected) {
    if (actual != expected) {
        failures++;
        printf("%s: %s is %#llx instead of %#llx\n", name, what, (unsigned long long)actual,
            (unsigned long long)expected);
    }
}

static void begin(int arguments) {
    fill(&answer, sizeof answer, ++functions);
    seen_count = arguments;
    seen_function = UINT32_MAX;
    WininetSetLastError(ERROR_BEFORE);
}

static void end(const char *name, int index) {
    expect(name, "the index", seen_function, (uint64_t)index);
    expect(name, "the last error before", seen_error, ERROR_BEFORE);
    expect(name, "the last error after", WininetGetLastError(), ERROR_AFTER);
    expect(name, "GetLastError", GetLastError(), ERROR_AFTER);
    for (int i = seen_count; i < WININET4J_MOST_ARGUMENTS; i++) {
        expect(name, "an argument that it does not have", seen_copy[i], 0);
    }
}

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

#define MEMBER(type, parameter) type parameter;
#define COUNT(type, parameter) +1
#define FILL(type, parameter) fill(&given.parameter, sizeof given.parameter, ++salt);
#define PASS(type, parameter) given.parameter
#define COMPARE(type, parameter) \
    expect(called, #parameter, seen_copy[place++], widened(&given.parameter, sizeof given.parameter));

#define PREPARE(name, ...)                                                                                             \
    const char *called = #name;                                                                                        \
    int salt = 0;                                                                                                      \
    int place = 0;                                                                                                     \
    struct {                                                                                                           \
        WININET4J_EACH(MEMBER, WININET4J_NOTHING, __VA_ARGS__)                                                         \
    } given;                                                                                                           \
    WININET4J_EACH(FILL, WININET4J_NOTHING, __VA_ARGS__)                                                               \
    begin(0 WININET4J_EACH(COUNT, WININET4J_NOTHING, __VA_ARGS__));

#define VERIFY(name, ...)                                                                                              \
    end(called, INDEX_##name);                                                                                         \
    WININET4J_EACH(COMPARE, WININET4J_NOTHING, __VA_ARGS__)

#define FUNCTION(type, failure, name, ...)                                                                             \
    static void check_##name(void) {                                                                                   \
        PREPARE(name, __VA_ARGS__)                                                                                     \
        type returned = name(WININET4J_EACH(PASS, WININET4J_COMMA, __VA_ARGS__));                                      \
        VERIFY(name, __VA_ARGS__)                                                                                      \
        expect(called, "the result", widened(&returned, sizeof returned), widened(&answer, sizeof returned));          \
    }
#define FUNCTION0(type, failure, name)                                                                                 \
    static void check_##name(void) {                                                                                   \
        begin(0);                                                                                                      \
        type returned = name();                                                                                        \
        end(#name, INDEX_##name);                                                                                      \
        expect(#name, "the result", widened(&returned, sizeof returned), widened(&answer, sizeof returned));           \
    }
#define PROCEDURE(name, ...)                                                                                           \
    static void check_##name(void) {                                                                                   \
        PREPARE(name, __VA_ARGS__)                                                                                     \
        name(WININET4J_EACH(PASS, WININET4J_COMMA, __VA_ARGS__));                                                      \
        VERIFY(name, __VA_ARGS__)                                                                                      \
    }
#include "wininet4j_functions.def"
#undef FUNCTION
#undef FUNCTION0
#undef PROCEDURE

/* The name list is in the order of the indexes. */
static void check_names(void) {
    static const char *const expected[] = {
#define FUNCTION(result, failure, name, ...) #name,
#define FUNCTION0(result, failure, name) #name,
#define PROCEDURE(name, ...) #name,
#include "wininet4j_functions.def"
#undef FUNCTION
#undef FUNCTION0
#undef PROCEDURE
    };
    const char *next = wininet4j_functions();
    for (int i = 0; i < FUNCTION_COUNT; i++) {
        size_t length = strcspn(next, "\n");
        expect(expected[i], "the name in the list",
            length == strlen(expected[i]) && memcmp(next, expected[i], length) == 0, 1);
        next += length + (next[length] == '\n');
    }
    expect("wininet4j_functions", "what follows the last name", (unsigned char)*next, 0);
}

int main(void) {
    expect("wininet4j_version", "the version", wininet4j_version(), 3);
    check_names();
    wininet4j_install(entry);
#define FUNCTION(result, failure, name, ...) check_##name();
#define FUNCTION0(result, failure, name) check_##name();
#define PROCEDURE(name, ...) check_##name();
#include "wininet4j_functions.def"
    SetLastError(ERROR_AFTER);
    expect("SetLastError", "the shared variable", WininetGetLastError(), ERROR_AFTER);
    printf("%d functions, %d failures\n", functions, failures);
    return failures != 0;
}

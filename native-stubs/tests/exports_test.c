/*
 * Loads each name of a list from the library, which is given by its path, and calls those functions of which no source
 * says what they do: they need no Java, and fail with ERROR_CALL_NOT_IMPLEMENTED. exports_test LIBRARY LIST
 */
#define _POSIX_C_SOURCE 200809L
#include <dlfcn.h>
#include <string.h>

#include "check.h"

#define MEMBER(type, parameter) type parameter;
#define PASS(type, parameter) given.parameter

#define GIVE(...)                                                                                                      \
    struct {                                                                                                           \
        WININET4J_EACH(MEMBER, WININET4J_NOTHING, __VA_ARGS__)                                                         \
    } given;                                                                                                           \
    memset(&given, 0, sizeof given);

#define FUNCTION(result, failure, name, ...)                                                                           \
    static void call_##name(void)                                                                                      \
    {                                                                                                                  \
        GIVE(__VA_ARGS__)                                                                                              \
        SetLastError(1);                                                                                               \
        CHECK(name(WININET4J_EACH(PASS, WININET4J_COMMA, __VA_ARGS__)) == (result)failure);                            \
        CHECK(GetLastError() == ERROR_CALL_NOT_IMPLEMENTED);                                                           \
    }
#define FUNCTION0(result, failure, name)                                                                               \
    static void call_##name(void)                                                                                      \
    {                                                                                                                  \
        SetLastError(1);                                                                                               \
        CHECK(name() == (result)failure);                                                                              \
        CHECK(GetLastError() == ERROR_CALL_NOT_IMPLEMENTED);                                                           \
    }
#define PROCEDURE(name, ...)                                                                                           \
    static void call_##name(void)                                                                                      \
    {                                                                                                                  \
        GIVE(__VA_ARGS__)                                                                                              \
        SetLastError(1);                                                                                               \
        name(WININET4J_EACH(PASS, WININET4J_COMMA, __VA_ARGS__));                                                      \
        CHECK(GetLastError() == ERROR_CALL_NOT_IMPLEMENTED);                                                           \
    }
#include "wininet4j_undocumented.def"
#undef FUNCTION
#undef FUNCTION0
#undef PROCEDURE

static int call_all(void)
{
    int called = 0;
#define FUNCTION(result, failure, name, ...) call_##name(), called++;
#define FUNCTION0(result, failure, name) call_##name(), called++;
#define PROCEDURE(name, ...) call_##name(), called++;
#include "wininet4j_undocumented.def"
    return called;
}

static int load_all(const char *path, const char *list)
{
    char name[200];
    int loaded = 0;
    void *library = dlopen(path, RTLD_NOW);
    FILE *names = fopen(list, "r");

    CHECK(library != NULL && names != NULL);
    while (library != NULL && names != NULL && fscanf(names, "%199s", name) == 1) {
        if (dlsym(library, name) == NULL) {
            failures++;
            printf("%s is not exported\n", name);
        }
        loaded++;
    }
    if (names != NULL) {
        fclose(names);
    }
    return loaded;
}

int main(int argc, char **argv)
{
    int loaded = argc == 3 ? load_all(argv[1], argv[2]) : 0;
    printf("%d loaded, %d called, %d failures\n", loaded, call_all(), failures);
    return failures == 0 ? 0 : 1;
}

/* Loads the library at run time, closes it, and uses it again. unload_test LIBRARY */
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <wininet.h>

static int failures;

#define EXPECT(condition)                                                                                              \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            failures++;                                                                                                \
            printf("line %d: %s\n", __LINE__, #condition);                                                             \
        }                                                                                                              \
    } while (0)

typedef HINTERNET(WINAPI *open_function)(LPCSTR, DWORD, LPCSTR, LPCSTR, DWORD);
typedef BOOL(WINAPI *close_function)(HINTERNET);
typedef DWORD(WINAPI *error_function)(VOID);

static void *function(void *library, const char *name) {
    void *found = library == NULL ? NULL : dlsym(library, name);
    EXPECT(found != NULL);
    return found;
}

static int is_loaded(const char *path) {
    void *library = dlopen(path, RTLD_NOW | RTLD_NOLOAD);
    if (library != NULL) {
        dlclose(library);
    }
    return library != NULL;
}

static void use(void *library) {
    open_function open;
    close_function close;
    error_function error;
    *(void **)&open = function(library, "InternetOpenA");
    *(void **)&close = function(library, "InternetCloseHandle");
    *(void **)&error = function(library, "GetLastError");
    if (failures > 0) {
        return;
    }
    errno = 0;
    HINTERNET session = open("unload", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    /* A call that works leaves errno alone, one that fails puts the error there. */
    EXPECT(session != NULL && errno == 0);
    EXPECT(close(session) && errno == 0);
    EXPECT(!close(session) && errno == ERROR_INVALID_HANDLE && error() == ERROR_INVALID_HANDLE);
    session = open("unload", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    EXPECT(session != NULL && errno == (int)error());
    errno = 4711;
    EXPECT(close(session) && errno == 4711);
    EXPECT(!close(session) && errno == ERROR_INVALID_HANDLE);
}

int main(int argc, char **argv) {
    if (argc != 2) {
        return 2;
    }
    /* As long as nothing was called it can go. */
    void *library = dlopen(argv[1], RTLD_NOW);
    EXPECT(library != NULL && dlclose(library) == 0 && !is_loaded(argv[1]));
    for (int i = 0; i < 3; i++) {
        library = dlopen(argv[1], RTLD_NOW);
        use(library);
        EXPECT(dlclose(library) == 0 && is_loaded(argv[1]));
    }
    printf("%d failures\n", failures);
    return failures != 0;
}

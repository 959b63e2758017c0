/*
 * wininet.dll by its name: the library that serves it here. There are no others.
 */
#ifndef WININET4J_COMPAT_LIBRARY_H
#define WININET4J_COMPAT_LIBRARY_H

#include "text.h"

#include <dlfcn.h>

typedef INT_PTR(WINAPI *FARPROC)(void);
typedef FARPROC PROC;

#define LOAD_LIBRARY_AS_DATAFILE    0x2
#define LOAD_LIBRARY_SEARCH_SYSTEM32 0x800

#define MAKEINTRESOURCEA(number) ((LPSTR)(UINT_PTR)(WORD)(number))
#define MAKEINTRESOURCEW(number) ((LPWSTR)(UINT_PTR)(WORD)(number))

#ifdef __APPLE__
#define WININET4J_LIBRARY "libwininet.dylib"
#else
#define WININET4J_LIBRARY "libwininet.so"
#endif

static inline BOOL wininet4j_is_wininet(LPCSTR path) {
    for (LPCSTR c = path; *c != '\0'; c++) {
        if (*c == '/' || *c == '\\') {
            path = c + 1;
        }
    }
    return strcasecmp(path, "wininet") == 0 || strcasecmp(path, "wininet.dll") == 0;
}

static inline HMODULE wininet4j_module(LPCSTR name, int mode) {
    HMODULE module = name == NULL ? dlopen(NULL, RTLD_NOW) : NULL;
    if (name != NULL && wininet4j_is_wininet(name)) {
        module = dlopen(WININET4J_LIBRARY, mode);
        if (module == NULL && dlsym(RTLD_DEFAULT, "InternetOpenA") != NULL) {
            module = dlopen(NULL, RTLD_NOW);
        }
    }
    if (module == NULL) {
        SetLastError(ERROR_MOD_NOT_FOUND);
    }
    return module;
}

static inline HMODULE LoadLibraryA(LPCSTR name) {
    if (name == NULL) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return NULL;
    }
    return wininet4j_module(name, RTLD_NOW);
}

/* Counts the library once more, which FreeLibrary may undo or not. */
static inline HMODULE GetModuleHandleA(LPCSTR name) { return wininet4j_module(name, RTLD_NOW | RTLD_NOLOAD); }

static inline HMODULE LoadLibraryW(LPCWSTR name) {
    char *bytes = name == NULL ? NULL : wininet4j_utf8(name, wininet4j_wcslen(name));
    HMODULE module = LoadLibraryA(bytes);
    free(bytes);
    return module;
}

static inline HMODULE GetModuleHandleW(LPCWSTR name) {
    char *bytes = name == NULL ? NULL : wininet4j_utf8(name, wininet4j_wcslen(name));
    HMODULE module = GetModuleHandleA(bytes);
    free(bytes);
    return module;
}

static inline HMODULE LoadLibraryExA(LPCSTR name, HANDLE file, DWORD flags) {
    (void)file;
    (void)flags;
    return LoadLibraryA(name);
}
static inline HMODULE LoadLibraryExW(LPCWSTR name, HANDLE file, DWORD flags) {
    (void)file;
    (void)flags;
    return LoadLibraryW(name);
}

static inline FARPROC GetProcAddress(HMODULE module, LPCSTR name) {
    FARPROC function;
    /* Numbers in place of names say nothing here. */
    BOOL is_name = (UINT_PTR)name > 0xFFFF;
    *(void **)&function = module == NULL || !is_name ? NULL : dlsym(module, name);
    if (function == NULL) {
        SetLastError(module == NULL ? ERROR_INVALID_HANDLE : ERROR_PROC_NOT_FOUND);
    }
    return function;
}

static inline BOOL FreeLibrary(HMODULE module) {
    if (module == NULL || dlclose(module) != 0) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    return TRUE;
}

#endif

/*
 * Calls every function of the table with memory that ends where a page ends that must not be touched: texts whose NUL
 * is the last of the page, buffers of exactly the size that is stated, structures of the right size, and structures of
 * which there is no more than a wrong size. Needs the port of an HTTP server on 127.0.0.1. Exit code 0 if the process
 * lives and no buffer was written beyond its size.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* MAP_ANONYMOUS */
#endif
#include <wininet.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define SLOTS 32
#define PAGE 4096
#define SLOT_PAGES 3

static char *slots;
static int used;

/* The state of a round. */
static DWORD room;
static int wrong_size;
static HINTERNET handle;
static char url[64];

/* The function that is called; the process that waits for the calling one reads it too. */
static const char *volatile *shared_current;
#define current (*shared_current)

/* Memory of which the last byte is the last of its page; the next page is out of bounds. */
static void *place(size_t size) {
    if (used == SLOTS) {
        printf("no slot is left\n");
        exit(2);
    }
    char *end = slots + (size_t)used++ * (SLOT_PAGES + 1) * PAGE + (size_t)SLOT_PAGES * PAGE;
    memset(end - size, 0, size);
    return end - size;
}

static char *narrow(const char *text) { return memcpy(place(strlen(text) + 1), text, strlen(text) + 1); }

static WCHAR *wide(const char *text) {
    WCHAR *to = place((strlen(text) + 1) * sizeof *to);
    for (size_t i = 0; text[i] != '\0'; i++) {
        to[i] = (WCHAR)(unsigned char)text[i];
    }
    return to;
}

static int contains(const char *text, const char *const *words) {
    for (; *words != NULL; words++) {
        if (strstr(text, *words) != NULL) {
            return 1;
        }
    }
    return 0;
}

static int is_size(const char *name) {
    static const char *const words[] = {"Length", "Size", "Len", "Bytes", "cb", "dwHeader", "cch", "GroupInfo",
        "ListBoxEntry", "CurrentDirectory", NULL};
    return contains(name, words);
}

static int is_input(const char *name) {
    static const char *const words[] = {"lpszURL", "lpszConnectoid", "szUrlPrev", "szUrlNew", "pszChallengeInfo",
        "pwszRealm", "pwszTarget", "lpszMime", "lpszCmd", "lpszUrlHostName", "HeaderInfo", NULL};
    return contains(name, words);
}

static const char *text(const char *name) {
    static const char *const urls[] = {"Url", "URL", NULL};
    if (contains(name, urls)) {
        return url;
    }
    if (strcmp(name, "lpszHeaders") == 0 || strstr(name, "HeaderInfo") != NULL) {
        return "Name: value\r\n";
    }
    return strcmp(name, "lpszServerName") == 0 || strcmp(name, "lpszHost") == 0 ? "127.0.0.1" : "text";
}

/* What is stated for texts that go in is never more than there is. */
static DWORD stated(const char *name) {
    static const char *const inputs[] = {"dwHeader", "dwUrlLength", "dwUrlHostNameLength", "cchHost",
        NULL};
    return contains(name, inputs) && room > 4 ? 4 : room;
}

static void *structure(size_t size) {
    if (wrong_size) {
        DWORD *alone = place(sizeof *alone);
        *alone = 3;
        return alone;
    }
    DWORD *whole = place(size);
    *whole = (DWORD)size;
    return whole;
}

static void *pointer(const char *type, const char *name) {
    if (strcmp(type, "HINTERNET") == 0) {
        return handle;
    }
    if (strcmp(type, "HANDLE") == 0 || strcmp(type, "HWND") == 0 || strcmp(type, "HINSTANCE") == 0
        || strcmp(type, "INTERNET_COOKIE2 *") == 0) {
        return NULL;
    }
    if (strcmp(type, "LPCSTR") == 0 || strcmp(type, "PCSTR") == 0) {
        return narrow(text(name));
    }
    if (strcmp(type, "LPCWSTR") == 0 || strcmp(type, "PCWSTR") == 0) {
        return wide(text(name));
    }
    if (strcmp(type, "LPSTR") == 0 || strcmp(type, "LPBYTE") == 0 || strcmp(type, "PBYTE") == 0) {
        size_t size = strcmp(name, "lpszFileName") == 0 ? MAX_PATH : strcmp(name, "pbHexHash") == 0 ? 33 : room;
        return is_input(name) ? narrow(text(name)) : place(size);
    }
    if (strcmp(type, "LPWSTR") == 0 || strcmp(type, "PWSTR") == 0) {
        size_t size = strcmp(name, "lpszFileName") == 0 ? MAX_PATH : room;
        return is_input(name) ? (void *)wide(text(name)) : place(size * sizeof(WCHAR));
    }
    if (strcmp(type, "LPCSTR *") == 0 || strcmp(type, "LPCWSTR *") == 0) {
        void *first = strcmp(type, "LPCSTR *") == 0 ? (void *)narrow("*/*") : (void *)wide("*/*");
        void **array = place(2 * sizeof *array);
        array[0] = first;
        return array;
    }
    if (strstr(type, "URL_COMPONENTS") != NULL) {
        return structure(sizeof(URL_COMPONENTSW));
    }
    if (strstr(type, "INTERNET_BUFFERS") != NULL) {
        return structure(sizeof(INTERNET_BUFFERSW));
    }
    if (strstr(type, "CACHE_ENTRY_INFO") != NULL) {
        /* As large as its size says where there is one; a function that sets has all of it. */
        int filled = strcmp(name, "lpCacheEntryInfo") != 0 || strncmp(current, "Set", 3) != 0;
        return filled ? place(room) : structure(sizeof(INTERNET_CACHE_ENTRY_INFOW));
    }
    if (strstr(type, "CACHE_CONFIG_INFO") != NULL) {
        size_t size = strcmp(type, "LPINTERNET_CACHE_CONFIG_INFOA") == 0 ? sizeof(INTERNET_CACHE_CONFIG_INFOA)
                                                                        : sizeof(INTERNET_CACHE_CONFIG_INFOW);
        return structure(size);
    }
    if (strstr(type, "CACHE_GROUP_INFO") != NULL) {
        size_t size = strcmp(type, "LPINTERNET_CACHE_GROUP_INFOA") == 0 ? sizeof(INTERNET_CACHE_GROUP_INFOA)
                                                                       : sizeof(INTERNET_CACHE_GROUP_INFOW);
        return strncmp(current, "Get", 3) == 0 ? place(room) : structure(size);
    }
    if (strcmp(type, "LPWIN32_FIND_DATAA") == 0 || strcmp(current, "InternetFindNextFileA") == 0) {
        return strcmp(name, "hFind") == 0 ? handle : place(sizeof(WIN32_FIND_DATAA));
    }
    if (strcmp(type, "LPWIN32_FIND_DATAW") == 0 || strcmp(current, "InternetFindNextFileW") == 0) {
        return place(sizeof(WIN32_FIND_DATAW));
    }
    if (strstr(type, "GOPHER_FIND_DATAA") != NULL) {
        return place(sizeof(GOPHER_FIND_DATAA));
    }
    if (strstr(type, "GOPHER_FIND_DATAW") != NULL) {
        return place(sizeof(GOPHER_FIND_DATAW));
    }
    if (strstr(type, "SYSTEMTIME") != NULL) {
        SYSTEMTIME *time = place(sizeof *time);
        time->wYear = 2020;
        time->wMonth = time->wDay = 1;
        return time;
    }
    if (strcmp(type, "WININET_PROXY_INFO_LIST *") == 0) {
        return place(sizeof(WININET_PROXY_INFO_LIST));
    }
    if (strcmp(type, "const INTERNET_COOKIE2 *") == 0) {
        return place(sizeof(INTERNET_COOKIE2));
    }
    if (strcmp(type, "LPDWORD") == 0 || strcmp(type, "PDWORD") == 0 || strcmp(type, "DWORD *") == 0
        || strcmp(type, "ULONG *") == 0) {
        DWORD *variable = place(sizeof *variable);
        *variable = is_size(name) ? room : 0;
        return variable;
    }
    if (strcmp(type, "LPVOID") == 0 || strcmp(type, "LPCVOID") == 0 || strcmp(type, "PVOID") == 0) {
        static const char *const reserved[] = {"eserved", NULL};
        return contains(name, reserved) ? NULL : place(room);
    }
    /* Variables of 8 bytes. */
    return place(8);
}

static void make(void *value, size_t size, const char *type, const char *name) {
    static const char *const scalars[] = {"DWORD", "DWORD_PTR", "BOOL", "LONG", "ULONG", "int", "GROUPID",
        "INTERNET_PORT", "FILETIME", "INTERNET_SCHEME", "WPAD_CACHE_DELETE", "INTERNET_STATUS_CALLBACK",
        "GOPHER_ATTRIBUTE_ENUMERATOR", NULL};
    memset(value, 0, size);
    for (const char *const *scalar = scalars; *scalar != NULL; scalar++) {
        if (strcmp(type, *scalar) == 0) {
            if (strcmp(type, "DWORD") == 0 && is_size(name)) {
                DWORD length = stated(name);
                memcpy(value, &length, sizeof length);
            }
            return;
        }
    }
    void *address = pointer(type, name);
    memcpy(value, &address, size);
}

/* What a function has opened would keep a connection busy. */
#define finish_HINTERNET(call) (void)InternetCloseHandle(call)
#define finish_BOOL(call) (void)(call)
#define finish_DWORD(call) (void)(call)
#define finish_HANDLE(call) (void)(call)
#define finish_GROUPID(call) (void)(call)
#define finish_INTERNET_STATUS_CALLBACK(call) (void)(call)

#define MEMBER(type, parameter) type parameter;
#define MAKE(type, parameter) make(&given.parameter, sizeof given.parameter, #type, #parameter);
#define PASS(type, parameter) given.parameter

#define CALL(action, name, ...)                                                                                        \
    static void call_##name(void) {                                                                                    \
        struct {                                                                                                       \
            WININET4J_EACH(MEMBER, WININET4J_NOTHING, __VA_ARGS__)                                                     \
        } given;                                                                                                       \
        current = #name;                                                                                               \
        used = 0;                                                                                                      \
        WININET4J_EACH(MAKE, WININET4J_NOTHING, __VA_ARGS__)                                                           \
        action(name(WININET4J_EACH(PASS, WININET4J_COMMA, __VA_ARGS__)));                                           \
    }
#define FUNCTION(type, failure, name, ...) CALL(finish_##type, name, __VA_ARGS__)
#define FUNCTION0(type, failure, name)                                                                                 \
    static void call_##name(void) {                                                                                    \
        current = #name;                                                                                               \
        (void)name();                                                                                                  \
    }
#define PROCEDURE(name, ...) CALL((void), name, __VA_ARGS__)
#include "wininet4j_functions.def"
#undef FUNCTION
#undef FUNCTION0
#undef PROCEDURE

static void (*const all[])(void) = {
#define FUNCTION(type, failure, name, ...) call_##name,
#define FUNCTION0(type, failure, name) call_##name,
#define PROCEDURE(name, ...) call_##name,
#include "wininet4j_functions.def"
#undef FUNCTION
#undef FUNCTION0
#undef PROCEDURE
};

static HINTERNET session, connection, request;

static void open_handles(INTERNET_PORT port) {
    session = InternetOpenA("guard", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    connection = InternetConnectA(session, "127.0.0.1", port, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    request = HttpOpenRequestA(connection, NULL, "/file", NULL, NULL, NULL, 0, 0);
    if (request == NULL || !HttpSendRequestA(request, NULL, 0, NULL, 0)) {
        printf("no request: %u\n", (unsigned)GetLastError());
        exit(2);
    }
}

static void call_all(INTERNET_PORT port) {
    static const DWORD rooms[] = {0, 1, 2, 3, 4, 8, 16, 18, 30, 31, 40, 64, 104, 112, 280, 600, 4096};
    open_handles(port);
    for (size_t r = 0; r < sizeof rooms / sizeof *rooms; r++) {
        for (wrong_size = 0; wrong_size < 2; wrong_size++) {
            HINTERNET handles[] = {NULL, session, connection, request};
            for (size_t h = 0; h < 4; h++) {
                room = rooms[r];
                for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
                    handle = all[i] == call_InternetCloseHandle ? NULL : handles[h];
                    all[i]();
                }
            }
        }
    }
    current = "InternetCloseHandle";
    (void)InternetCloseHandle(session);
    printf("%d functions, alive\n", (int)(sizeof all / sizeof *all));
    fflush(stdout);
}

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 0;
    slots = mmap(NULL, (size_t)SLOTS * (SLOT_PAGES + 1) * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
        0);
    if (slots == MAP_FAILED) {
        return 2;
    }
    for (size_t i = 0; i < SLOTS; i++) {
        mprotect(slots + i * (SLOT_PAGES + 1) * PAGE + SLOT_PAGES * PAGE, PAGE, PROT_NONE);
    }
    snprintf(url, sizeof url, "http://127.0.0.1:%d/file", port);
    shared_current = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    current = "nothing";
    pid_t caller = fork();
    if (caller == 0) {
        call_all((INTERNET_PORT)port);
        return 0;
    }
    int status = -1;
    if (waitpid(caller, &status, 0) != caller || status != 0) {
        printf("the process ended in %s\n", current);
        return 1;
    }
    return 0;
}

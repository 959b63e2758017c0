/*
 * Asks for every option, and sets it, in both forms with every kind of length: no buffer, 0, 1, one less than needed,
 * what is needed, and more than there is. Prints "option form handle kind: result error length" for each query; the
 * buffer ends at a page that must not be touched.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* MAP_ANONYMOUS */
#endif
#include <wininet.h>

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#define PAGE 4096
#define HUGE_LENGTH 0x7FFFFFFFu
#define LAST_OPTION 200

static char *end;

static BOOL query(int is_wide, HINTERNET handle, DWORD option, void *buffer, DWORD *length) {
    SetLastError(0);
    return is_wide ? InternetQueryOptionW(handle, option, buffer, length)
                   : InternetQueryOptionA(handle, option, buffer, length);
}

static void ask(
    int is_wide, HINTERNET handle, DWORD option, const char *kind, DWORD room, DWORD length, int has_buffer) {
    memset(end - PAGE, 0, PAGE);
    BOOL result = query(is_wide, handle, option, has_buffer ? end - room : NULL, &length);
    printf("%u %c %c %s: %d %u %u\n", (unsigned)option, is_wide ? 'W' : 'A', handle == NULL ? 'n' : 's', kind, result,
        result ? 0 : (unsigned)GetLastError(), (unsigned)length);
}

static void ask_all(int is_wide, HINTERNET handle, DWORD option) {
    DWORD exact = 0;
    if (query(is_wide, handle, option, NULL, &exact) || exact == 0 || exact > PAGE) {
        exact = 4;
    }
    ask(is_wide, handle, option, "null", 0, 0, 0);
    ask(is_wide, handle, option, "0", 0, 0, 1);
    ask(is_wide, handle, option, "1", 1, 1, 1);
    ask(is_wide, handle, option, "less", exact - 1, exact - 1, 1);
    ask(is_wide, handle, option, "exact", exact, exact, 1);
    ask(is_wide, handle, option, "huge", PAGE, HUGE_LENGTH, 1);
    (void)query(is_wide, handle, option, end - exact, NULL);
}

/* What is set must not matter here; texts go to their NUL whatever length is stated. */
static void set_all(HINTERNET handle, DWORD option) {
    static const DWORD rooms[] = {0, 1, 3, 4, 5, 8, 16, 24, 32, 40, 64};
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
        DWORD room = rooms[i];
        memset(end - PAGE, 0, PAGE);
        char *buffer = room < 2 ? end - 2 : end - room;
        (void)InternetSetOptionA(handle, option, buffer, room);
        (void)InternetSetOptionW(handle, option, buffer, room);
        (void)InternetSetOptionExA(handle, option, buffer, room, 0);
        (void)InternetSetOptionExW(handle, option, buffer, room, 0);
        (void)InternetSetOptionA(handle, option, NULL, room);
        (void)InternetSetOptionW(handle, option, NULL, room);
    }
}

/* Impossible sizes of a URL's parts. */
static int crack(void) {
    static const DWORD sizes[] = {HUGE_LENGTH, 0x80000000u, 0xFFFFFFFFu};
    int failures = 0;
    for (size_t i = 0; i < 3; i++) {
        URL_COMPONENTSA narrow;
        URL_COMPONENTSW wide;
        char host[8];
        WCHAR wide_host[8];
        memset(&narrow, 0, sizeof narrow);
        narrow.dwStructSize = sizeof narrow;
        narrow.lpszHostName = host;
        narrow.dwHostNameLength = sizes[i];
        failures += !InternetCrackUrlA("http://host/path", 0, 0, &narrow) || strcmp(host, "host") != 0
            || narrow.dwHostNameLength != 4;
        memset(&wide, 0, sizeof wide);
        wide.dwStructSize = sizeof wide;
        wide.lpszHostName = wide_host;
        wide.dwHostNameLength = sizes[i];
        failures += !InternetCrackUrlW(u"http://host/path", 0, 0, &wide) || wide_host[4] != 0 || wide_host[3] != 't'
            || wide.dwHostNameLength != 4;
        narrow.nScheme = INTERNET_SCHEME_HTTP;
        narrow.dwHostNameLength = sizes[i];
        DWORD length = sizeof host;
        failures += InternetCreateUrlA(&narrow, 0, host, &length) || GetLastError() != ERROR_INVALID_PARAMETER;
        wide.nScheme = INTERNET_SCHEME_HTTP;
        wide.dwHostNameLength = sizes[i];
        failures += InternetCreateUrlW(&wide, 0, wide_host, &length) || GetLastError() != ERROR_INVALID_PARAMETER;
    }
    return failures;
}

int main(void) {
    char *pages = mmap(NULL, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED || mprotect(pages + 2 * PAGE, PAGE, PROT_NONE) != 0) {
        return 2;
    }
    end = pages + 2 * PAGE;
    HINTERNET session = InternetOpenA("agent", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    for (DWORD option = 0; option <= LAST_OPTION; option++) {
        for (int is_wide = 0; is_wide < 2; is_wide++) {
            ask_all(is_wide, NULL, option);
            ask_all(is_wide, session, option);
        }
    }
    for (DWORD option = 0; option <= LAST_OPTION; option++) {
        set_all(session, option);
    }
    int failures = crack();
    printf("%d failures, alive\n", failures);
    return failures != 0;
}

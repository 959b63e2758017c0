/*
 * Asks every option of every kind of handle, and sets it, in both forms with every kind of length: no buffer, no
 * length, 0, 1, one less than needed, what is needed, and far more than there is. Prints for each cell "query|set
 * option form handle kind: error length changed", where changed says whether the buffer was. A buffer ends at a page that
 * must not be touched, and has a page before it that must not be changed. option_sizes.h says how large each option is
 * whose size is fixed. Arguments: the ports of an HTTP, an FTP and a WebSocket server on 127.0.0.1.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* MAP_ANONYMOUS */
#endif
#include <wininet.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* OPTION(number, size, text): size 0 if it depends on the value; text 1 of a character's size, 2 of two bytes always. */
struct option {
    DWORD number;
    DWORD size;
    int text;
};

static const struct option options[] = {
#define OPTION(number, size, text) {number, size, text},
#include "option_sizes.h"
#undef OPTION
};

#define PAGE 4096
#define HUGE_LENGTH 0x7FFFFFFFu
#define CANARY 0x55

static char *end;

struct handle {
    const char *name;
    HINTERNET value;
};

#define HANDLES 9

static struct handle handles[HANDLES];

static BOOL query(int wide, HINTERNET handle, DWORD option, void *buffer, DWORD *length) {
    SetLastError(0);
    return wide ? InternetQueryOptionW(handle, option, buffer, length)
                : InternetQueryOptionA(handle, option, buffer, length);
}

static void report(const char *verb, DWORD option, int wide, const struct handle *handle, const char *kind, BOOL result,
    DWORD length, int changed) {
    printf("%s %u %c %s %s: %u %u %d\n", verb, (unsigned)option, wide ? 'W' : 'A', handle->name, kind,
        result ? 0 : (unsigned)GetLastError(), (unsigned)length, changed);
}

/* Whether any byte differs from what was there. */
static int is_changed(size_t room) {
    for (size_t i = 0; i < room; i++) {
        if (end[-1 - (long)i] != CANARY) {
            return 1;
        }
    }
    return 0;
}

static void check_page_before(size_t room) {
    for (char *at = end - PAGE; at < end - room; at++) {
        if (*at != CANARY) {
            printf("written before the buffer\n");
            return;
        }
    }
}

static void ask(int wide, const struct handle *handle, DWORD option, const char *kind, DWORD room, DWORD length,
    int has_buffer, int has_length) {
    memset(end - PAGE, CANARY, PAGE);
    BOOL result = query(wide, handle->value, option, has_buffer ? end - room : NULL, has_length ? &length : NULL);
    check_page_before(room);
    report("query", option, wide, handle, kind, result, length, is_changed(room));
}

/* The size of the value as the option itself tells it. */
static DWORD exact_size(int wide, const struct handle *handle, const struct option *option) {
    DWORD exact = 0;
    if (option->size != 0) {
        return option->size;
    }
    BOOL result = query(wide, handle->value, option->number, NULL, &exact);
    return !result && GetLastError() == ERROR_INSUFFICIENT_BUFFER && exact > 0 && exact < PAGE ? exact : 4;
}

static void ask_all(int wide, const struct handle *handle, const struct option *option) {
    DWORD exact = exact_size(wide, handle, option);
    ask(wide, handle, option->number, "null", 0, 0, 0, 1);
    ask(wide, handle, option->number, "no-length", exact, 0, 1, 0);
    ask(wide, handle, option->number, "0", 0, 0, 1, 1);
    ask(wide, handle, option->number, "1", 1, 1, 1, 1);
    ask(wide, handle, option->number, "less", exact - 1, exact - 1, 1, 1);
    ask(wide, handle, option->number, "exact", exact, exact, 1, 1);
    ask(wide, handle, option->number, "huge", exact, HUGE_LENGTH, 1, 1);
}

static char value[PAGE];

static void put(int wide, const struct handle *handle, const struct option *option, const char *kind, DWORD room,
    DWORD length, int has_buffer) {
    /* Text goes to its NUL whatever length is stated. */
    size_t there = option->text ? (wide ? 4 : 2) : room;
    memset(end - PAGE, CANARY, PAGE);
    memcpy(end - there, option->text ? (wide ? "a\0\0" : "a") : value, there);
    void *buffer = has_buffer ? end - there : NULL;
    SetLastError(0);
    BOOL result = wide ? InternetSetOptionW(handle->value, option->number, buffer, length)
                       : InternetSetOptionA(handle->value, option->number, buffer, length);
    report("set", option->number, wide, handle, kind, result, length, 0);
    SetLastError(0);
    result = wide ? InternetSetOptionExW(handle->value, option->number, buffer, length, 0)
                  : InternetSetOptionExA(handle->value, option->number, buffer, length, 0);
    report("set-ex", option->number, wide, handle, kind, result, length, 0);
}

/* What is set is what is there already; a value that cannot be asked for is 0. */
static void set_all(int wide, const struct handle *handle, const struct option *option) {
    DWORD exact = exact_size(wide, handle, option);
    DWORD length = exact;
    memset(value, 0, sizeof value);
    if (!query(wide, handle->value, option->number, value, &length)) {
        memset(value, 0, sizeof value);
    }
    put(wide, handle, option, "null", exact, exact, 0);
    put(wide, handle, option, "null-0", exact, 0, 0);
    put(wide, handle, option, "0", 0, 0, 1);
    if (exact > 1) {
        put(wide, handle, option, "1", 1, 1, 1);
    }
    if (exact > 2) {
        put(wide, handle, option, "less", exact - 1, exact - 1, 1);
    }
    put(wide, handle, option, "exact", exact, exact, 1);
    put(wide, handle, option, "huge", exact, HUGE_LENGTH, 1);
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

static HINTERNET sent(HINTERNET connection, const char *path, int upgrades) {
    HINTERNET request = HttpOpenRequestA(connection, NULL, path, NULL, NULL, NULL, 0, 0);
    if (upgrades) {
        (void)InternetSetOptionA(request, INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET, NULL, 0);
    }
    return HttpSendRequestA(request, NULL, 0, NULL, 0) ? request : NULL;
}

static int open_handles(char **ports) {
    HINTERNET session = InternetOpenA("agent", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET http = InternetConnectA(
        session, "127.0.0.1", (INTERNET_PORT)atoi(ports[0]), NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET ftp[2];
    for (int i = 0; i < 2; i++) {
        ftp[i] = InternetConnectA(session, "127.0.0.1", (INTERNET_PORT)atoi(ports[1]), NULL, NULL, INTERNET_SERVICE_FTP,
            INTERNET_FLAG_PASSIVE, 0);
    }
    HINTERNET upgrading = InternetConnectA(
        session, "127.0.0.1", (INTERNET_PORT)atoi(ports[2]), NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    const struct handle all[HANDLES] = {{"N", NULL}, {"S", session}, {"C", http},
        {"R", HttpOpenRequestA(http, NULL, "/file", NULL, NULL, NULL, 0, 0)}, {"sent", sent(http, "/file", 0)},
        {"F", ftp[0]}, {"find", FtpFindFirstFileA(ftp[0], NULL, NULL, 0, 0)},
        {"file", FtpOpenFileA(ftp[1], "file", GENERIC_READ, FTP_TRANSFER_TYPE_BINARY, 0)},
        {"web-socket", HttpWebSocketCompleteUpgrade(sent(upgrading, "/", 1), 0)}};
    memcpy(handles, all, sizeof all);
    for (int i = 1; i < HANDLES; i++) {
        if (handles[i].value == NULL) {
            printf("no handle %s: %u\n", handles[i].name, (unsigned)GetLastError());
            return 0;
        }
    }
    return 1;
}

int main(int argc, char **argv) {
    char *pages = mmap(NULL, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (argc < 4 || pages == MAP_FAILED || mprotect(pages + 2 * PAGE, PAGE, PROT_NONE) != 0 || !open_handles(argv + 1)) {
        return 2;
    }
    end = pages + 2 * PAGE;
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        for (int handle = 0; handle < HANDLES; handle++) {
            ask_all(0, &handles[handle], &options[i]);
            ask_all(1, &handles[handle], &options[i]);
        }
    }
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        for (int handle = 0; handle < HANDLES; handle++) {
            set_all(0, &handles[handle], &options[i]);
            set_all(1, &handles[handle], &options[i]);
        }
    }
    int failures = crack();
    printf("%d failures, alive\n", failures);
    return failures != 0;
}

/*
 * Sixteen threads share one session: each requests, queries, cracks and reads, with a status callback set.
 *
 *   engine_stress URL ROUNDS
 *
 * Prints how many calls were made and callbacks came. Every answer is compared; the first that is wrong ends the program.
 */
#include <wininet.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 16, QUERIES = 12, CRACKS = 24 };

static atomic_long calls;
static atomic_long callbacks;
static HINTERNET session;
static WCHAR url[256];
static WCHAR host[128];
static WCHAR path[128];
static INTERNET_PORT port;
static int rounds;

static void fail(const char *what) {
    fprintf(stderr, "%s: error %u\n", what, (unsigned)GetLastError());
    exit(1);
}

#define CALL(call) (atomic_fetch_add(&calls, 1), (call))
#define CHECK(call) \
    do { \
        if (!CALL(call)) { \
            fail(#call); \
        } \
    } while (0)

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID information, DWORD length) {
    (void)handle;
    (void)status;
    if (context == 0 || (length != 0 && information == NULL)) {
        fail("a callback with wrong arguments");
    }
    atomic_fetch_add(&callbacks, 1);
}

static void crack(void) {
    URL_COMPONENTSW parts;
    memset(&parts, 0, sizeof parts);
    parts.dwStructSize = sizeof parts;
    parts.dwHostNameLength = 1;
    parts.dwUrlPathLength = 1;
    CHECK(InternetCrackUrlW(url, 0, 0, &parts));
    if (parts.lpszHostName < url || parts.lpszHostName >= url + 256 || parts.nPort != port) {
        fail("a view outside of the URL");
    }
}

static void request(HINTERNET connection, DWORD_PTR context) {
    HINTERNET handle = CALL(HttpOpenRequestW(connection, NULL, path, NULL, NULL, NULL, INTERNET_FLAG_RELOAD, context));
    if (handle == NULL) {
        fail("HttpOpenRequest");
    }
    CHECK(HttpSendRequestW(handle, NULL, 0, NULL, 0));
    for (int i = 0; i < QUERIES; i++) {
        DWORD status = 0;
        DWORD size = sizeof status;
        CHECK(HttpQueryInfoW(handle, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &status, &size, NULL));
        DWORD_PTR value = 0;
        size = sizeof value;
        CHECK(InternetQueryOptionW(handle, INTERNET_OPTION_CONTEXT_VALUE, &value, &size));
        if (status != 200 || value != context) {
            fail("a wrong answer");
        }
    }
    for (int i = 0; i < CRACKS; i++) {
        crack();
    }
    char buffer[4096];
    DWORD read;
    do {
        read = 0;
        CHECK(InternetReadFile(handle, buffer, sizeof buffer, &read));
    } while (read != 0);
    CHECK(InternetCloseHandle(handle));
}

static void *run(void *number) {
    DWORD_PTR context = 1 + (DWORD_PTR)number;
    HINTERNET connection =
        CALL(InternetConnectW(session, host, port, NULL, NULL, INTERNET_SERVICE_HTTP, 0, context));
    if (connection == NULL) {
        fail("InternetConnect");
    }
    for (int i = 0; i < rounds; i++) {
        request(connection, context);
    }
    CHECK(InternetCloseHandle(connection));
    return NULL;
}

int main(int count, char **arguments) {
    if (count != 3) {
        fprintf(stderr, "usage: engine_stress URL ROUNDS\n");
        return 2;
    }
    for (size_t i = 0; arguments[1][i] != 0 && i < 255; i++) {
        url[i] = (WCHAR)arguments[1][i];
    }
    rounds = atoi(arguments[2]);
    session = CALL(InternetOpenW(NULL, INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0));
    if (session == NULL) {
        fail("InternetOpen");
    }
    DWORD connections = THREADS;
    CHECK(InternetSetOptionW(NULL, INTERNET_OPTION_MAX_CONNS_PER_SERVER, &connections, sizeof connections));
    if (CALL(InternetSetStatusCallbackW(session, on_status)) != NULL) {
        fail("InternetSetStatusCallback");
    }
    URL_COMPONENTSW parts;
    memset(&parts, 0, sizeof parts);
    parts.dwStructSize = sizeof parts;
    parts.lpszHostName = host;
    parts.dwHostNameLength = 128;
    parts.lpszUrlPath = path;
    parts.dwUrlPathLength = 128;
    CHECK(InternetCrackUrlW(url, 0, 0, &parts));
    port = parts.nPort;

    pthread_t threads[THREADS];
    for (size_t i = 0; i < THREADS; i++) {
        if (pthread_create(&threads[i], NULL, run, (void *)i) != 0) {
            fail("pthread_create");
        }
    }
    for (size_t i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
    }
    CHECK(InternetCloseHandle(session));
    printf("calls %ld callbacks %ld\n", (long)calls, (long)callbacks);
    return 0;
}

/*
 * A GET in an asynchronous session, with every step printed: open, callback, connect, request, send, wait, read, close.
 * The flow is that of Microsoft's sample AsyncHTTP (KB 275046).
 *
 *   asynchttp URL OUTPUT
 *
 * The same file compiles on Linux, macOS and Windows; only the event differs.
 */
#ifdef _WIN32
#include <windows.h>
#else
#include <pthread.h>
#endif
#include <wininet.h>

#include <stdio.h>
#include <string.h>

/* An event that resets itself after a successful wait. */

#ifdef _WIN32
typedef HANDLE event;
static void event_init(event *e) { *e = CreateEventA(NULL, FALSE, FALSE, NULL); }
static void event_set(event *e) { SetEvent(*e); }
static void event_wait(event *e) { WaitForSingleObject(*e, INFINITE); }
#else
typedef struct {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    int set;
} event;
static void event_init(event *e) {
    pthread_mutex_init(&e->mutex, NULL);
    pthread_cond_init(&e->changed, NULL);
    e->set = 0;
}
static void event_set(event *e) {
    pthread_mutex_lock(&e->mutex);
    e->set = 1;
    pthread_cond_signal(&e->changed);
    pthread_mutex_unlock(&e->mutex);
}
static void event_wait(event *e) {
    pthread_mutex_lock(&e->mutex);
    while (!e->set) {
        pthread_cond_wait(&e->changed, &e->mutex);
    }
    e->set = 0;
    pthread_mutex_unlock(&e->mutex);
}
#endif

/* What the callback passes to the main thread; its address is the context of the handles. */
typedef struct {
    event completed; /* an operation has ended */
    event closed;    /* the request handle is gone, no callback comes any more */
    DWORD error;     /* of the operation that has ended */
    HINTERNET request;
} transfer;

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID information, DWORD length) {
    transfer *t = (transfer *)context;
    (void)length;
    switch (status) {
    case INTERNET_STATUS_REQUEST_COMPLETE: {
        const INTERNET_ASYNC_RESULT *result = information;
        printf("status: request complete, error %u\n", (unsigned)result->dwError);
        t->error = result->dwError;
        event_set(&t->completed);
        break;
    }
    case INTERNET_STATUS_HANDLE_CLOSING:
        printf("status: handle closing\n");
        if (handle == t->request) {
            event_set(&t->closed);
        }
        break;
    default:
        printf("status: %u\n", (unsigned)status);
        break;
    }
}

static int failed(const char *function) {
    printf("%s failed: error %u\n", function, (unsigned)GetLastError());
    return 0;
}

/* Takes the result of a call that may still be under way; true if the operation has worked in the end. */
static int ended_well(transfer *t, const char *function, BOOL returned) {
    if (!returned) {
        if (GetLastError() != ERROR_IO_PENDING) {
            return failed(function);
        }
        printf("%s: pending\n", function);
        event_wait(&t->completed);
        if (t->error != ERROR_SUCCESS) {
            SetLastError(t->error);
            return failed(function);
        }
    }
    printf("%s: done\n", function);
    return 1;
}

static int read_all(transfer *t, FILE *output) {
    static char buffer[16384];
    unsigned long long total = 0;
    for (;;) {
        INTERNET_BUFFERSA part;
        memset(&part, 0, sizeof part);
        part.dwStructSize = sizeof part;
        part.lpvBuffer = buffer;
        part.dwBufferLength = sizeof buffer;
        if (!ended_well(
                t, "InternetReadFileEx", InternetReadFileExA(t->request, &part, IRF_ASYNC, (DWORD_PTR)t))) {
            return 0;
        }
        if (part.dwBufferLength == 0) {
            printf("body: %llu bytes\n", total);
            return 1;
        }
        if (fwrite(buffer, 1, part.dwBufferLength, output) != part.dwBufferLength) {
            printf("the output cannot be written\n");
            return 0;
        }
        total += part.dwBufferLength;
    }
}

static int fetch(transfer *t, FILE *output) {
    DWORD code = 0;
    DWORD size = sizeof code;
    if (!ended_well(t, "HttpSendRequest", HttpSendRequestA(t->request, NULL, 0, NULL, 0))) {
        return 0;
    }
    if (!HttpQueryInfoA(t->request, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &code, &size, NULL)) {
        return failed("HttpQueryInfo");
    }
    printf("HTTP status: %u\n", (unsigned)code);
    return code == HTTP_STATUS_OK && read_all(t, output);
}

static int run(transfer *t, const char *url, FILE *output) {
    char host[INTERNET_MAX_HOST_NAME_LENGTH];
    char path[INTERNET_MAX_PATH_LENGTH];
    URL_COMPONENTSA parts;
    memset(&parts, 0, sizeof parts);
    parts.dwStructSize = sizeof parts;
    parts.lpszHostName = host;
    parts.dwHostNameLength = sizeof host;
    parts.lpszUrlPath = path;
    parts.dwUrlPathLength = sizeof path;
    if (!InternetCrackUrlA(url, 0, 0, &parts)) {
        return failed("InternetCrackUrl");
    }

    HINTERNET session = InternetOpenA("asynchttp", INTERNET_OPEN_TYPE_PRECONFIG, NULL, NULL, INTERNET_FLAG_ASYNC);
    if (session == NULL) {
        return failed("InternetOpen");
    }
    printf("InternetOpen: done\n");

    int worked = 0;
    HINTERNET connection = NULL;
    if (InternetSetStatusCallbackA(session, on_status) == INTERNET_INVALID_STATUS_CALLBACK) {
        failed("InternetSetStatusCallback");
    } else if ((connection = InternetConnectA(session, host, parts.nPort, NULL, NULL, INTERNET_SERVICE_HTTP, 0,
                    (DWORD_PTR)t)) == NULL) {
        failed("InternetConnect");
    } else if ((t->request = HttpOpenRequestA(connection, "GET", path, NULL, NULL, NULL,
                    INTERNET_FLAG_RELOAD | INTERNET_FLAG_NO_CACHE_WRITE
                        | (parts.nScheme == INTERNET_SCHEME_HTTPS ? INTERNET_FLAG_SECURE : 0),
                    (DWORD_PTR)t)) == NULL) {
        failed("HttpOpenRequest");
    } else {
        printf("HttpOpenRequest: done\n");
        worked = fetch(t, output);
        InternetCloseHandle(t->request);
        /* The context must live until here. */
        event_wait(&t->closed);
    }
    if (connection != NULL) {
        InternetCloseHandle(connection);
    }
    InternetCloseHandle(session);
    return worked;
}

int main(int argc, char **argv) {
    static transfer t;
    if (argc != 3) {
        fprintf(stderr, "usage: asynchttp URL OUTPUT\n");
        return 2;
    }
    FILE *output = fopen(argv[2], "wb");
    if (output == NULL) {
        perror(argv[2]);
        return 1;
    }
    event_init(&t.completed);
    event_init(&t.closed);
    int worked = run(&t, argv[1], output);
    worked &= fclose(output) == 0;
    printf(worked ? "finished\n" : "given up\n");
    return worked ? 0 : 1;
}

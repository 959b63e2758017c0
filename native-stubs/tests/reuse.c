/*
 * A library in the place of wininet that does what Windows may do and libwininet does not: it uses the number of a closed
 * handle again at once, reports the end of a handle late, and reports statuses of a handle before its creation.
 */
#include <wininet.h>

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))
#define ROOM 64

struct handle {
    int open;
    DWORD_PTR context;
    INTERNET_STATUS_CALLBACK callback;
    HINTERNET parent;
    /* The former handle of this number, whose end has not been reported. */
    INTERNET_STATUS_CALLBACK closed_callback;
    DWORD_PTR closed_context;
};

struct read {
    HINTERNET handle;
    void *buffer;
    DWORD length;
    DWORD *count;
};

static struct handle handles[ROOM];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static HINTERNET number(size_t index) { return (HINTERNET)((index + 1) * 4); }

static struct handle *find(HINTERNET handle) {
    size_t index = (size_t)(uintptr_t)handle / 4 - 1;
    return index < ROOM && handles[index].open ? &handles[index] : NULL;
}

/* The lowest number that is free. */
static HINTERNET make(HINTERNET parent, DWORD_PTR context) {
    struct handle *from = find(parent);
    HINTERNET made = NULL;
    pthread_mutex_lock(&lock);
    for (size_t i = 0; i < ROOM && made == NULL; i++) {
        if (!handles[i].open) {
            handles[i].open = 1;
            handles[i].context = context;
            handles[i].parent = parent;
            handles[i].callback = from == NULL ? NULL : from->callback;
            made = number(i);
        }
    }
    pthread_mutex_unlock(&lock);
    return made;
}

static void complete(HINTERNET handle, DWORD_PTR result) {
    struct handle *of = find(handle);
    INTERNET_ASYNC_RESULT info = {result, 0};
    if (of != NULL && of->callback != NULL) {
        of->callback(handle, of->context, INTERNET_STATUS_REQUEST_COMPLETE, &info, sizeof info);
    }
}

static void tell_late_end(HINTERNET handle) {
    struct handle *of = find(handle);
    INTERNET_STATUS_CALLBACK callback = of == NULL ? NULL : of->closed_callback;
    if (callback != NULL) {
        of->closed_callback = NULL;
        callback(handle, of->closed_context, INTERNET_STATUS_HANDLE_CLOSING, &handle, sizeof handle);
    }
}

static void start(void *(*work)(void *), void *argument) {
    pthread_t thread;
    pthread_create(&thread, NULL, work, argument);
    pthread_detach(thread);
}

static void *open_url(void *argument) {
    HINTERNET handle = argument;
    struct handle *of = find(handle);
    INTERNET_STATUS_CALLBACK callback = of->callback;
    callback(handle, of->context, INTERNET_STATUS_RESOLVING_NAME, "early", sizeof "early");
    callback(of->parent, of->context, INTERNET_STATUS_HANDLE_CREATED, &handle, sizeof handle);
    complete(handle, (DWORD_PTR)handle);
    return NULL;
}

static void *read_file(void *argument) {
    struct read *read = argument;
    tell_late_end(read->handle);
    memset(read->buffer, 'x', read->length);
    *read->count = read->length;
    complete(read->handle, TRUE);
    free(read);
    return NULL;
}

EXPORT HINTERNET InternetOpenW(LPCWSTR agent, DWORD access, LPCWSTR proxy, LPCWSTR bypass, DWORD flags) {
    (void)agent, (void)access, (void)proxy, (void)bypass, (void)flags;
    return make(NULL, 0);
}

EXPORT HINTERNET InternetOpenUrlW(HINTERNET session, LPCWSTR url, LPCWSTR headers, DWORD length, DWORD flags,
    DWORD_PTR context) {
    (void)url, (void)headers, (void)length, (void)flags;
    start(open_url, make(session, context));
    errno = ERROR_IO_PENDING;
    return NULL;
}

EXPORT BOOL InternetReadFile(HINTERNET handle, LPVOID buffer, DWORD length, LPDWORD count) {
    struct read *read = malloc(sizeof *read);
    *read = (struct read){handle, buffer, length, count};
    *count = 0;
    start(read_file, read);
    errno = ERROR_IO_PENDING;
    return FALSE;
}

EXPORT INTERNET_STATUS_CALLBACK InternetSetStatusCallbackW(HINTERNET handle, INTERNET_STATUS_CALLBACK callback) {
    struct handle *of = find(handle);
    if (of == NULL) {
        errno = ERROR_INVALID_HANDLE;
        return INTERNET_INVALID_STATUS_CALLBACK;
    }
    INTERNET_STATUS_CALLBACK before = of->callback;
    of->callback = callback;
    errno = 0;
    return before;
}

EXPORT BOOL InternetQueryOptionW(HINTERNET handle, DWORD option, LPVOID buffer, LPDWORD length) {
    struct handle *of = find(handle);
    *length = sizeof(DWORD_PTR);
    if (of == NULL) {
        errno = ERROR_INVALID_HANDLE;
        return FALSE;
    }
    *(DWORD_PTR *)buffer = option == INTERNET_OPTION_CALLBACK ? (DWORD_PTR)of->callback : of->context;
    errno = 0;
    return TRUE;
}

/* The end is reported when the number is read from again. */
EXPORT BOOL InternetCloseHandle(HINTERNET handle) {
    struct handle *of = find(handle);
    if (of == NULL) {
        errno = ERROR_INVALID_HANDLE;
        return FALSE;
    }
    of->closed_callback = of->context == 0 ? NULL : of->callback;
    of->closed_context = of->context;
    pthread_mutex_lock(&lock);
    of->open = 0;
    pthread_mutex_unlock(&lock);
    errno = 0;
    return TRUE;
}

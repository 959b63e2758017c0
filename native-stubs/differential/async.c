/* Asynchronous sessions: what pends, what the callbacks report and in which order. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

typedef struct {
    HINTERNET session, connection, request;
} handles;

static handles opened(const char *verb, const char *path) {
    handles h;
    h.session = open_session(INTERNET_FLAG_ASYNC);
    h.connection = open_connection(h.session);
    h.request = open_request(h.connection, verb, path, PLAIN);
    return h;
}

static void closed(handles *h) {
    TRY(InternetCloseHandle(h->request));
    await_closings(1);
    TRY(InternetCloseHandle(h->connection));
    await_closings(2);
    TRY(InternetCloseHandle(h->session));
    say_callbacks();
}

/* Reads with InternetReadFileEx, in pieces, until there is no more. */
static void read_all_ex(HINTERNET request, DWORD flags) {
    static char buffer[64];
    INTERNET_BUFFERSA part;
    do {
        memset(&part, 0, sizeof part);
        part.dwStructSize = sizeof part;
        part.lpvBuffer = buffer;
        part.dwBufferLength = sizeof buffer;
        AWAIT(InternetReadFileExA(request, &part, flags, context(CALL)));
        say_text("part", buffer, part.dwBufferLength);
    } while (part.dwBufferLength != 0);
}

static void get_and_read(void) {
    static char buffer[64];
    static DWORD count;
    handles h = opened("GET", "/ok");
    AWAIT(HttpSendRequestA(h.request, NULL, 0, NULL, 0));
    say_status(h.request);
    count = 0;
    AWAIT(InternetReadFile(h.request, buffer, sizeof buffer, &count));
    say_text("read", buffer, count);
    count = 0;
    AWAIT(InternetReadFile(h.request, buffer, sizeof buffer, &count));
    say_text("read", buffer, count);
    closed(&h);
}

static void handles_never_pend(void) {
    HINTERNET session = OPEN(InternetOpenA("differential", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, INTERNET_FLAG_ASYNC));
    InternetSetStatusCallbackA(session, record);
    HINTERNET connection = OPEN(InternetConnectA(
        session, "127.0.0.1", server_port, NULL, NULL, INTERNET_SERVICE_HTTP, 0, context(CONNECTION)));
    HINTERNET request =
        OPEN(HttpOpenRequestA(connection, NULL, "/ok", NULL, NULL, NULL, PLAIN, context(REQUEST)));
    say_callbacks();
    TRY(InternetCloseHandle(request));
    TRY(InternetCloseHandle(connection));
    TRY(InternetCloseHandle(session));
    say_callbacks();
}

static void read_ex(void) {
    handles h = opened("GET", "/long");
    AWAIT(HttpSendRequestA(h.request, NULL, 0, NULL, 0));
    read_all_ex(h.request, 0);
    closed(&h);
}

static void read_ex_no_wait(void) {
    handles h = opened("GET", "/ok");
    AWAIT(HttpSendRequestA(h.request, NULL, 0, NULL, 0));
    read_all_ex(h.request, IRF_NO_WAIT);
    closed(&h);
}

/* The server stops after the first half of the body until the program lets it continue. */
static void read_pends(void) {
    static char buffer[64];
    static DWORD count;
    handles h = opened("GET", "/gated/read");
    AWAIT(HttpSendRequestA(h.request, NULL, 0, NULL, 0));
    count = 0;
    AWAIT(InternetReadFile(h.request, buffer, 5, &count));
    say_text("read", buffer, count);
    count = 0;
    memset(buffer, '#', sizeof buffer);
    BOOL worked = TRY(InternetReadFile(h.request, buffer, 5, &count));
    DWORD error = GetLastError();
    release("read");
    if (!worked && error == ERROR_IO_PENDING) {
        await_completions(2);
    }
    say_callbacks();
    say_text("read", buffer, count);
    closed(&h);
}

static void available_pends(void) {
    static char buffer[64];
    static DWORD count;
    handles h = opened("GET", "/gated/available");
    AWAIT(HttpSendRequestA(h.request, NULL, 0, NULL, 0));
    count = 0;
    AWAIT(InternetQueryDataAvailable(h.request, &count, 0, 0));
    say("available %u", (unsigned)count);
    AWAIT(InternetReadFile(h.request, buffer, 5, &count));
    count = 0;
    BOOL worked = TRY(InternetQueryDataAvailable(h.request, &count, 0, 0));
    DWORD error = GetLastError();
    release("available");
    if (!worked && error == ERROR_IO_PENDING) {
        await_completions(2);
    }
    say_callbacks();
    say("available %u", (unsigned)count);
    AWAIT(InternetReadFile(h.request, buffer, 5, &count));
    AWAIT(InternetQueryDataAvailable(h.request, &count, 0, 0));
    say("available %u", (unsigned)count);
    closed(&h);
}

/* The server sends nothing at all until the program lets it continue. */
static void close_while_sending(void) {
    handles h = opened("GET", "/silent/close");
    TRY(HttpSendRequestA(h.request, NULL, 0, NULL, 0));
    await_receiving(1);
    TRY(InternetCloseHandle(h.request));
    say_status(h.request);
    release("close");
    await_closings(1);
    say_callbacks();
    TRY(InternetCloseHandle(h.connection));
    await_closings(2);
    TRY(InternetCloseHandle(h.session));
    say_callbacks();
}

static void close_session_while_sending(void) {
    handles h = opened("GET", "/silent/session");
    TRY(HttpSendRequestA(h.request, NULL, 0, NULL, 0));
    await_receiving(1);
    TRY(InternetCloseHandle(h.session));
    release("session");
    await_closings(2);
    say_callbacks();
    TRY(InternetCloseHandle(h.request));
    TRY(InternetCloseHandle(h.connection));
}

static void open_url(void) {
    char url[100];
    server_url(url, "/ok");
    HINTERNET session = open_session(INTERNET_FLAG_ASYNC);
    AWAIT_HANDLE(InternetOpenUrlA(session, url, NULL, 0, PLAIN, context(REQUEST)));
    TRY(InternetCloseHandle(session));
    await_closings(1);
    say_callbacks();
}

static void open_url_refused(void) {
    HINTERNET session = open_session(INTERNET_FLAG_ASYNC);
    OPEN(InternetOpenUrlA(session, "http://127.0.0.1:1/", NULL, 0, PLAIN, context(REQUEST)));
    await_completions(1);
    TRY(InternetCloseHandle(session));
    await_closings(1);
    say_callbacks();
}

/* Whether this ever completes is not waited for. */
static void open_url_of_a_strange_scheme(void) {
    HINTERNET session = open_session(INTERNET_FLAG_ASYNC);
    OPEN(InternetOpenUrlA(session, "strange://127.0.0.1:1/", NULL, 0, PLAIN, context(REQUEST)));
    InternetCloseHandle(session);
}

static void refused(void) {
    HINTERNET session = open_session(INTERNET_FLAG_ASYNC);
    HINTERNET connection =
        InternetConnectA(session, "127.0.0.1", 1, NULL, NULL, INTERNET_SERVICE_HTTP, 0, context(CONNECTION));
    HINTERNET request = open_request(connection, NULL, "/", PLAIN);
    AWAIT(HttpSendRequestA(request, NULL, 0, NULL, 0));
    TRY(InternetCloseHandle(request));
    await_closings(1);
    TRY(InternetCloseHandle(connection));
    await_closings(2);
    TRY(InternetCloseHandle(session));
    say_callbacks();
}

static void dropped(void) {
    handles h = opened("GET", "/dropped");
    AWAIT(HttpSendRequestA(h.request, NULL, 0, NULL, 0));
    closed(&h);
}

static void redirected(void) {
    handles h = opened("GET", "/redirect/302");
    AWAIT(HttpSendRequestA(h.request, NULL, 0, NULL, 0));
    say_status(h.request);
    closed(&h);
}

static void sent_in_parts(void) {
    static DWORD written;
    INTERNET_BUFFERSA parts;
    handles h = opened("POST", "/ok");
    memset(&parts, 0, sizeof parts);
    parts.dwStructSize = sizeof parts;
    parts.dwBufferTotal = 3;
    AWAIT(HttpSendRequestExA(h.request, &parts, NULL, 0, context(CALL)));
    AWAIT(InternetWriteFile(h.request, "abc", 3, &written));
    say("written %u", (unsigned)written);
    AWAIT(HttpEndRequestA(h.request, NULL, 0, context(CALL)));
    say_status(h.request);
    closed(&h);
}

static void wrong_calls_do_not_pend(void) {
    static char buffer[64];
    static DWORD count;
    handles h = opened("GET", "/ok");
    AWAIT(HttpSendRequestA(h.connection, NULL, 0, NULL, 0));
    AWAIT(InternetReadFile(h.request, buffer, 5, &count));
    AWAIT(InternetQueryDataAvailable(h.request, &count, 0, 0));
    AWAIT(HttpEndRequestA(h.request, NULL, 0, 0));
    closed(&h);
}

static void close_session_unread(void) {
    handles h = opened("GET", "/ok");
    AWAIT(HttpSendRequestA(h.request, NULL, 0, NULL, 0));
    TRY(InternetCloseHandle(h.session));
    await_closings(2);
    say_callbacks();
}

const scenario async_scenarios[] = {{"async.get_and_read", get_and_read},
    {"async.handles_never_pend", handles_never_pend}, {"async.read_ex", read_ex},
    {"async.read_ex_no_wait", read_ex_no_wait}, {"async.read_pends", read_pends},
    {"async.available_pends", available_pends}, {"async.close_while_sending", close_while_sending},
    {"async.close_session_while_sending", close_session_while_sending}, {"async.open_url", open_url},
    {"async.open_url_refused", open_url_refused},
    {"async.open_url_of_a_strange_scheme", open_url_of_a_strange_scheme}, {"async.refused", refused}, {"async.dropped", dropped},
    {"async.redirected", redirected}, {"async.sent_in_parts", sent_in_parts},
    {"async.wrong_calls_do_not_pend", wrong_calls_do_not_pend},
    {"async.close_session_unread", close_session_unread}, {NULL, NULL}};

/* Headers that the program adds, and what goes out. */
#include "harness.h"

#include <string.h>

typedef struct {
    HINTERNET session, connection, request;
} handles;

static handles opened(void) {
    handles h;
    h.session = open_session(0);
    h.connection = open_connection(h.session);
    h.request = open_request(h.connection, "GET", "/echo", PLAIN);
    return h;
}

static void say_stored(HINTERNET request, const char *name) {
    char text[200];
    char label[100];
    DWORD index = 0;
    for (;;) {
        DWORD size = sizeof text;
        strcpy(text, name);
        SetLastError(UNTOUCHED);
        if (!HttpQueryInfoA(request, HTTP_QUERY_CUSTOM | HTTP_QUERY_FLAG_REQUEST_HEADERS, text, &size, &index)) {
            say("%s: no more, error %s, index %u", name, error_text(GetLastError()), (unsigned)index);
            return;
        }
        strcpy(label, name);
        say_text(label, text, size);
    }
}

#define ADD(text, flags) TRY(HttpAddRequestHeadersA(h.request, text, (DWORD)-1, flags))

static void sent(handles *h) {
    TRY(HttpSendRequestA(h->request, NULL, 0, NULL, 0));
    say_echo(h->request);
    InternetCloseHandle(h->session);
}

static void add(void) {
    handles h = opened();
    ADD("X-A: one", HTTP_ADDREQ_FLAG_ADD);
    ADD("X-A: two", HTTP_ADDREQ_FLAG_ADD);
    ADD("x-b:   three  \r\nX-C: four\r\n", HTTP_ADDREQ_FLAG_ADD);
    say_stored(h.request, "X-A");
    say_stored(h.request, "X-B");
    sent(&h);
}

static void add_if_new(void) {
    handles h = opened();
    ADD("X-A: one", HTTP_ADDREQ_FLAG_ADD_IF_NEW);
    ADD("X-A: two", HTTP_ADDREQ_FLAG_ADD_IF_NEW);
    ADD("X-B: one\r\nX-C: two\r\n", HTTP_ADDREQ_FLAG_ADD_IF_NEW);
    say_stored(h.request, "X-A");
    sent(&h);
}

static void replace(void) {
    handles h = opened();
    ADD("X-A: one", HTTP_ADDREQ_FLAG_REPLACE);
    ADD("X-A: one", HTTP_ADDREQ_FLAG_ADD | HTTP_ADDREQ_FLAG_REPLACE);
    ADD("X-A: two", HTTP_ADDREQ_FLAG_REPLACE);
    ADD("X-A: three", HTTP_ADDREQ_FLAG_ADD);
    ADD("X-A: four", HTTP_ADDREQ_FLAG_REPLACE);
    say_stored(h.request, "X-A");
    ADD("X-A:", HTTP_ADDREQ_FLAG_REPLACE);
    say_stored(h.request, "X-A");
    ADD("X-B: one\r\nX-C: two\r\n", HTTP_ADDREQ_FLAG_ADD | HTTP_ADDREQ_FLAG_REPLACE);
    sent(&h);
}

static void coalesce(void) {
    handles h = opened();
    ADD("X-A: one", HTTP_ADDREQ_FLAG_ADD | HTTP_ADDREQ_FLAG_COALESCE);
    ADD("X-A: two", HTTP_ADDREQ_FLAG_ADD | HTTP_ADDREQ_FLAG_COALESCE);
    ADD("X-A: three", HTTP_ADDREQ_FLAG_ADD | HTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON);
    ADD("X-A: four", HTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA);
    ADD("X-B: one", HTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA);
    say_stored(h.request, "X-A");
    say_stored(h.request, "X-B");
    sent(&h);
}

static void refused(void) {
    handles h = opened();
    ADD("X-A", HTTP_ADDREQ_FLAG_ADD);
    ADD(": x", HTTP_ADDREQ_FLAG_ADD);
    ADD("", HTTP_ADDREQ_FLAG_ADD);
    ADD("X-A:", HTTP_ADDREQ_FLAG_ADD);
    ADD("X-A: ", HTTP_ADDREQ_FLAG_ADD);
    ADD("\r\n", HTTP_ADDREQ_FLAG_ADD);
    ADD("X-B: c", 0);
    TRY(HttpAddRequestHeadersA(h.request, NULL, 0, HTTP_ADDREQ_FLAG_ADD));
    TRY(HttpAddRequestHeadersA(h.request, "X-C: defg", 6, HTTP_ADDREQ_FLAG_ADD));
    TRY(HttpAddRequestHeadersA(h.request, "X-D: e", 0, HTTP_ADDREQ_FLAG_ADD));
    TRY(HttpAddRequestHeadersW(h.request, W("X-E: f"), (DWORD)-1, HTTP_ADDREQ_FLAG_ADD));
    ADD("X-F: one\r\n\r\nX-G: two\n\nX-H: three\rX-I: four", HTTP_ADDREQ_FLAG_ADD);
    sent(&h);
}

static void own_standard_headers(void) {
    handles h = opened();
    ADD("Host: elsewhere", HTTP_ADDREQ_FLAG_ADD);
    ADD("User-Agent: mine", HTTP_ADDREQ_FLAG_ADD);
    ADD("Connection: close", HTTP_ADDREQ_FLAG_ADD);
    ADD("Cookie: a=b", HTTP_ADDREQ_FLAG_ADD);
    ADD("Accept: x/y", HTTP_ADDREQ_FLAG_ADD);
    sent(&h);
}

static void own_content_length(void) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, "POST", "/echo", PLAIN);
    TRY(HttpSendRequestA(request, "Content-Length: 4\r\nContent-Type: a/b", (DWORD)-1, (LPVOID) "abcd", 4));
    say_echo(request);
    InternetCloseHandle(session);
}

static void before_the_send(void) {
    handles h = opened();
    say_stored(h.request, "Host");
    say_stored(h.request, "User-Agent");
    say_stored(h.request, "Accept");
    TRY(HttpSendRequestA(h.request, NULL, 0, NULL, 0));
    say_stored(h.request, "Host");
    say_stored(h.request, "User-Agent");
    InternetCloseHandle(h.session);
}

static void with_the_send(void) {
    handles h = opened();
    ADD("X-A: one", HTTP_ADDREQ_FLAG_ADD);
    TRY(HttpSendRequestA(h.request, "X-A: two\r\nX-B: three\r\n", (DWORD)-1, NULL, 0));
    say_echo(h.request);
    TRY(HttpSendRequestA(h.request, "X-A: x", 0, NULL, 0));
    TRY(HttpSendRequestW(h.request, W("X-C: w"), 0, NULL, 0));
    say_echo(h.request);
    TRY(HttpSendRequestW(h.request, W("X-D: w"), (DWORD)-1, NULL, 0));
    say_echo(h.request);
    InternetCloseHandle(h.session);
}

static void accept_types(void) {
    static LPCSTR types[] = {"text/html", "image/*", NULL};
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request =
        HttpOpenRequestA(connection, "GET", "/echo", NULL, "http://referrer/", types, PLAIN, context(REQUEST));
    TRY(HttpSendRequestA(request, NULL, 0, NULL, 0));
    say_echo(request);
    InternetCloseHandle(session);
}

static void versions(void) {
    static const char *const texts[] = {"HTTP/1.0", "HTTP/1.1", "1.0", "HTTP/2.0", ""};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        HINTERNET session = open_session(0);
        HINTERNET connection = open_connection(session);
        HINTERNET request =
            HttpOpenRequestA(connection, "GET", "/echo", texts[i], NULL, NULL, PLAIN, context(REQUEST));
        say_text("version", texts[i], strlen(texts[i]));
        TRY(HttpSendRequestA(request, NULL, 0, NULL, 0));
        say_echo(request);
        InternetCloseHandle(session);
    }
}

static void paths(void) {
    static const char *const texts[] = {"/echo/a b", "/echo/../echo/x", "/echo/%41%20", "/echo?a b", "/echo#part",
        "/echo/\xe9", "/echo/a\\b", "/echo/<>\"{}|^`", "/echo?<>\"{}|^`"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        HINTERNET session = open_session(0);
        HINTERNET connection = open_connection(session);
        HINTERNET request = open_request(connection, "GET", texts[i], PLAIN);
        char line[300];
        DWORD size = sizeof line;
        say_text("path", texts[i], strlen(texts[i]));
        say_option_text("URL", request, INTERNET_OPTION_URL);
        TRY(HttpSendRequestA(request, NULL, 0, NULL, 0));
        if (TRY(HttpQueryInfoA(request, HTTP_QUERY_CUSTOM, strcpy(line, "X-Target"), &size,
                NULL))) {
            say_text("target", line, size);
        }
        InternetCloseHandle(session);
    }
}

const scenario header_scenarios[] = {{"headers.add", add}, {"headers.add_if_new", add_if_new},
    {"headers.replace", replace}, {"headers.coalesce", coalesce}, {"headers.refused", refused},
    {"headers.own_standard_headers", own_standard_headers}, {"headers.own_content_length", own_content_length},
    {"headers.before_the_send", before_the_send}, {"headers.with_the_send", with_the_send},
    {"headers.accept_types", accept_types}, {"headers.versions", versions}, {"headers.paths", paths}, {NULL, NULL}};

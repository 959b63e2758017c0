/* Synchronous exchanges: what the callbacks report, what is sent, how failures look. */
#include "harness.h"

#include <string.h>

static void ask(HINTERNET connection, const char *verb, const char *path, DWORD flags) {
    HINTERNET request = open_request(connection, verb, path, flags);
    TRY(HttpSendRequestA(request, NULL, 0, NULL, 0));
    say_status(request);
    say_body(request);
    InternetCloseHandle(request);
    say_callbacks();
}

static void with_callbacks(const char *verb, const char *path, DWORD flags) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    ask(connection, verb, path, flags);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
    say_callbacks();
}

static void get_sequence(void) { with_callbacks("GET", "/ok", PLAIN); }

static void kept_connection(void) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    ask(connection, "GET", "/kept", PLAIN | INTERNET_FLAG_KEEP_CONNECTION);
    ask(connection, "GET", "/kept/last", PLAIN | INTERNET_FLAG_KEEP_CONNECTION);
    InternetCloseHandle(session);
    say_callbacks();
}

static void statuses(void) {
    static const char *const paths[] = {"/status/204", "/status/304", "/status/404", "/status/500", "/status/299"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        exchange e = get(paths[i], PLAIN);
        say_status(e.request);
        say_body(e.request);
        close_all(&e);
    }
}

static void interim_response(void) { with_callbacks("GET", "/interim", PLAIN); }

static void refused(void) {
    HINTERNET session = open_session(0);
    HINTERNET connection =
        InternetConnectA(session, "127.0.0.1", 1, NULL, NULL, INTERNET_SERVICE_HTTP, 0, context(CONNECTION));
    HINTERNET request = open_request(connection, NULL, "/", PLAIN);
    TRY(HttpSendRequestA(request, NULL, 0, NULL, 0));
    say_status(request);
    InternetCloseHandle(request);
    say_callbacks();
    InternetCloseHandle(session);
}

static void dropped(void) { with_callbacks("GET", "/dropped", PLAIN); }

static void head_cut_short(void) { with_callbacks("GET", "/head-cut-short", PLAIN); }

static void no_status_line(void) {
    exchange e = get("/no-status-line", PLAIN);
    say_status(e.request);
    say_body(e.request);
    close_all(&e);
}

static void no_headers(void) {
    exchange e = get("/no-headers", PLAIN);
    say_status(e.request);
    say_option_number("request flags", e.request, INTERNET_OPTION_REQUEST_FLAGS);
    say_body(e.request);
    close_all(&e);
}

static void no_reason(void) {
    char text[100];
    DWORD size = sizeof text;
    exchange e = get("/no-reason", PLAIN);
    say_status(e.request);
    if (TRY(HttpQueryInfoA(e.request, HTTP_QUERY_STATUS_TEXT, text, &size, NULL))) {
        say_text("reason", text, size + 1);
    }
    close_all(&e);
}

static void transmit(const char *verb, DWORD flags, const char *headers, const char *body) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, verb, "/echo", flags);
    DWORD length = body == NULL ? 0 : (DWORD)strlen(body);
    say("%s with flags %08x", verb == NULL ? "NULL" : verb, (unsigned)flags);
    TRY(HttpSendRequestA(request, headers, headers == NULL ? 0 : (DWORD)-1, (LPVOID)body, length));
    say_echo(request);
    InternetCloseHandle(session);
}

static void get_on_the_wire(void) { transmit("GET", PLAIN, NULL, NULL); }

static void get_with_all_defaults(void) { transmit(NULL, INTERNET_FLAG_NO_COOKIES, NULL, NULL); }

static void get_with_flags(void) {
    transmit("GET", PLAIN | INTERNET_FLAG_KEEP_CONNECTION, NULL, NULL);
    transmit("GET", PLAIN | INTERNET_FLAG_PRAGMA_NOCACHE, NULL, NULL);
    transmit("GET", INTERNET_FLAG_RELOAD | INTERNET_FLAG_NO_COOKIES, NULL, NULL);
}

static void post(void) {
    transmit("POST", PLAIN, "Content-Type: text/plain", "a=1&b=2");
    say_callbacks();
}

static void post_without_body(void) { transmit("POST", PLAIN, NULL, NULL); }

static void other_verbs(void) {
    transmit("PUT", PLAIN, NULL, "put");
    transmit("DELETE", PLAIN, NULL, NULL);
    transmit("OPTIONS", PLAIN, NULL, NULL);
    transmit("Strange", PLAIN, NULL, "body");
    transmit("GET", PLAIN, NULL, "body");
}

static void head_verb(void) { with_callbacks("HEAD", "/ok", PLAIN); }

static void sent_in_parts(void) {
    DWORD written = 0;
    DWORD size = sizeof written;
    INTERNET_BUFFERSA parts;
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, "POST", "/echo", PLAIN);
    memset(&parts, 0, sizeof parts);
    parts.dwStructSize = sizeof parts;
    parts.lpcszHeader = "X-Part: yes";
    parts.dwHeadersLength = 11;
    parts.lpvBuffer = (LPVOID) "one";
    parts.dwBufferLength = 3;
    parts.dwBufferTotal = 11;
    TRY(HttpSendRequestExA(request, &parts, NULL, 0, 0));
    TRY(InternetWriteFile(request, "two", 3, &written));
    say("written %u", (unsigned)written);
    TRY(HttpQueryInfoA(request, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &written, &size, NULL));
    TRY(InternetWriteFile(request, "three", 5, &written));
    say("written %u", (unsigned)written);
    TRY(HttpEndRequestA(request, NULL, 0, 0));
    say_status(request);
    say_echo(request);
    say_callbacks();
    TRY(HttpEndRequestA(request, NULL, 0, 0));
    InternetCloseHandle(session);
}

static void sent_in_parts_arguments(void) {
    INTERNET_BUFFERSA parts;
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, "POST", "/echo", PLAIN);
    memset(&parts, 0, sizeof parts);
    TRY(HttpSendRequestExA(request, &parts, NULL, 0, 0));
    request = open_request(connection, "POST", "/echo", PLAIN);
    TRY(HttpSendRequestExA(request, NULL, NULL, 0, 0));
    parts.dwStructSize = sizeof parts;
    TRY(HttpEndRequestA(request, &parts, 0, 0));
    TRY(HttpEndRequestA(request, NULL, 0, 0));
    InternetCloseHandle(session);
}

static void sent_again(void) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, "GET", "/echo", PLAIN);
    TRY(HttpSendRequestA(request, "X-First: yes", 12, NULL, 0));
    say_echo(request);
    TRY(HttpSendRequestA(request, "X-Second: yes", 13, NULL, 0));
    say_echo(request);
    InternetCloseHandle(session);
}

static void open_url(void) {
    char url[100];
    HINTERNET session = open_session(0);
    server_url(url, "/echo?q=1#part");
    HINTERNET request = OPEN(InternetOpenUrlA(session, url, "X-A: b", (DWORD)-1, PLAIN, context(REQUEST)));
    say_status(request);
    say_option_text("URL", request, INTERNET_OPTION_URL);
    say_option_number("kind", request, INTERNET_OPTION_HANDLE_TYPE);
    say_echo(request);
    TRY(InternetCloseHandle(request));
    say_callbacks();
    InternetCloseHandle(session);
    say_callbacks();
}

static void open_url_arguments(void) {
    HINTERNET session = open_session(0);
    OPEN(InternetOpenUrlA(session, NULL, NULL, 0, 0, 0));
    OPEN(InternetOpenUrlA(session, "", NULL, 0, 0, 0));
    OPEN(InternetOpenUrlA(session, "strange://127.0.0.1/", NULL, 0, 0, 0));
    OPEN(InternetOpenUrlA(session, "127.0.0.1/", NULL, 0, 0, 0));
    OPEN(InternetOpenUrlA(session, "http://", NULL, 0, 0, 0));
    OPEN(InternetOpenUrlA(session, "gopher://127.0.0.1/", NULL, 0, 0, 0));
    InternetCloseHandle(session);
}

static void last_response_info(void) {
    char text[100] = "untouched";
    DWORD error = UNTOUCHED;
    DWORD size = sizeof text;
    if (TRY(InternetGetLastResponseInfoA(&error, text, &size))) {
        say("error %u, size %u", (unsigned)error, (unsigned)size);
        say_text("text", text, size + 1);
    }
    TRY(InternetGetLastResponseInfoA(&error, text, NULL));
    NUMBER(InternetAttemptConnect(0));
}

const scenario sync_scenarios[] = {{"sync.get_sequence", get_sequence}, {"sync.kept_connection", kept_connection},
    {"sync.statuses", statuses}, {"sync.interim_response", interim_response}, {"sync.refused", refused},
    {"sync.dropped", dropped}, {"sync.head_cut_short", head_cut_short}, {"sync.no_status_line", no_status_line},
    {"sync.no_headers", no_headers}, {"sync.no_reason", no_reason}, {"sync.get_on_the_wire", get_on_the_wire},
    {"sync.get_with_all_defaults", get_with_all_defaults}, {"sync.get_with_flags", get_with_flags},
    {"sync.post", post}, {"sync.post_without_body", post_without_body}, {"sync.other_verbs", other_verbs},
    {"sync.head_verb", head_verb}, {"sync.sent_in_parts", sent_in_parts},
    {"sync.sent_in_parts_arguments", sent_in_parts_arguments}, {"sync.sent_again", sent_again},
    {"sync.open_url", open_url}, {"sync.open_url_arguments", open_url_arguments},
    {"sync.last_response_info", last_response_info}, {NULL, NULL}};

/* Handles: their life, their kinds, and calls on wrong ones. */
#include "harness.h"

#include <string.h>

static void open_close(void) {
    HINTERNET session = OPEN(InternetOpenA("differential", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0));
    TRY(InternetCloseHandle(session));
    TRY(InternetCloseHandle(session));
}

static void open_arguments(void) {
    InternetCloseHandle(OPEN(InternetOpenA(NULL, INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0)));
    InternetCloseHandle(OPEN(InternetOpenA("", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0)));
    InternetCloseHandle(OPEN(InternetOpenA("x", INTERNET_OPEN_TYPE_PRECONFIG, NULL, NULL, 0)));
    InternetCloseHandle(OPEN(InternetOpenA("x", INTERNET_OPEN_TYPE_PROXY, NULL, NULL, 0)));
    InternetCloseHandle(OPEN(InternetOpenA("x", INTERNET_OPEN_TYPE_PROXY, "", NULL, 0)));
    InternetCloseHandle(OPEN(InternetOpenA("x", INTERNET_OPEN_TYPE_PROXY, "proxy:8080", "<local>", 0)));
    InternetCloseHandle(OPEN(InternetOpenA("x", INTERNET_OPEN_TYPE_DIRECT, "proxy:8080", NULL, 0)));
    InternetCloseHandle(OPEN(InternetOpenA("x", 77, NULL, NULL, 0)));
}

static void null_handles(void) {
    char buffer[16];
    DWORD number = 16;
    INTERNET_BUFFERSA part;
    memset(&part, 0, sizeof part);
    part.dwStructSize = sizeof part;
    part.lpvBuffer = buffer;
    part.dwBufferLength = sizeof buffer;
    TRY(InternetCloseHandle(NULL));
    OPEN(InternetConnectA(NULL, "127.0.0.1", 80, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0));
    OPEN(HttpOpenRequestA(NULL, NULL, "/", NULL, NULL, NULL, 0, 0));
    OPEN(InternetOpenUrlA(NULL, "http://127.0.0.1/", NULL, 0, 0, 0));
    TRY(HttpSendRequestA(NULL, NULL, 0, NULL, 0));
    TRY(HttpSendRequestExA(NULL, NULL, NULL, 0, 0));
    TRY(HttpEndRequestA(NULL, NULL, 0, 0));
    TRY(HttpAddRequestHeadersA(NULL, "A: b", 4, HTTP_ADDREQ_FLAG_ADD));
    TRY(HttpQueryInfoA(NULL, HTTP_QUERY_STATUS_CODE, buffer, &number, NULL));
    TRY(InternetReadFile(NULL, buffer, sizeof buffer, &number));
    TRY(InternetReadFileExA(NULL, &part, 0, 0));
    TRY(InternetWriteFile(NULL, buffer, 1, &number));
    TRY(InternetQueryDataAvailable(NULL, &number, 0, 0));
    NUMBER(InternetSetFilePointer(NULL, 0, NULL, FILE_BEGIN, 0));
    HANDLE lock = NULL;
    TRY(InternetLockRequestFile(NULL, &lock));
    WIN32_FIND_DATAA found;
    TRY(InternetFindNextFileA(NULL, &found));
    TRY(InternetSetStatusCallbackA(NULL, record) == INTERNET_INVALID_STATUS_CALLBACK);
}

static void wrong_kinds(void) {
    char buffer[16];
    DWORD number = 16;
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, NULL, "/ok", PLAIN);
    OPEN(InternetConnectA(connection, "127.0.0.1", 80, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0));
    OPEN(InternetConnectA(request, "127.0.0.1", 80, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0));
    OPEN(HttpOpenRequestA(session, NULL, "/", NULL, NULL, NULL, 0, 0));
    OPEN(HttpOpenRequestA(request, NULL, "/", NULL, NULL, NULL, 0, 0));
    OPEN(InternetOpenUrlA(connection, "http://127.0.0.1/", NULL, 0, 0, 0));
    TRY(HttpSendRequestA(session, NULL, 0, NULL, 0));
    TRY(HttpSendRequestA(connection, NULL, 0, NULL, 0));
    TRY(HttpSendRequestExA(connection, NULL, NULL, 0, 0));
    TRY(HttpEndRequestA(connection, NULL, 0, 0));
    TRY(HttpAddRequestHeadersA(session, "A: b", 4, HTTP_ADDREQ_FLAG_ADD));
    TRY(HttpAddRequestHeadersA(connection, "A: b", 4, HTTP_ADDREQ_FLAG_ADD));
    TRY(HttpQueryInfoA(session, HTTP_QUERY_STATUS_CODE, buffer, &number, NULL));
    TRY(HttpQueryInfoA(connection, HTTP_QUERY_STATUS_CODE, buffer, &number, NULL));
    TRY(InternetReadFile(session, buffer, sizeof buffer, &number));
    TRY(InternetReadFile(connection, buffer, sizeof buffer, &number));
    TRY(InternetQueryDataAvailable(connection, &number, 0, 0));
    TRY(InternetWriteFile(connection, buffer, 1, &number));
    WIN32_FIND_DATAA found;
    TRY(InternetFindNextFileA(request, &found));
    InternetCloseHandle(request);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
}

static void closed_handle(void) {
    char buffer[16];
    DWORD number = 16;
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, NULL, "/ok", PLAIN);
    TRY(InternetCloseHandle(request));
    TRY(HttpSendRequestA(request, NULL, 0, NULL, 0));
    TRY(HttpQueryInfoA(request, HTTP_QUERY_STATUS_CODE, buffer, &number, NULL));
    TRY(InternetReadFile(request, buffer, sizeof buffer, &number));
    say_option_number("handle type", request, INTERNET_OPTION_HANDLE_TYPE);
    TRY(InternetCloseHandle(request));
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
}

static void close_parent(void) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, NULL, "/ok", PLAIN);
    say_callbacks();
    TRY(InternetCloseHandle(session));
    say_callbacks();
    TRY(InternetCloseHandle(request));
    TRY(InternetCloseHandle(connection));
}

static void close_children_first(void) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, NULL, "/ok", PLAIN);
    TRY(InternetCloseHandle(request));
    TRY(InternetCloseHandle(connection));
    TRY(InternetCloseHandle(session));
    say_callbacks();
}

static void kinds(void) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, NULL, "/ok", PLAIN);
    say_option_number("session", session, INTERNET_OPTION_HANDLE_TYPE);
    say_option_number("connection", connection, INTERNET_OPTION_HANDLE_TYPE);
    say_option_number("request", request, INTERNET_OPTION_HANDLE_TYPE);
    say_option_number("none", NULL, INTERNET_OPTION_HANDLE_TYPE);
    InternetCloseHandle(session);
}

static void parents(void) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, NULL, "/ok", PLAIN);
    HINTERNET parent = NULL;
    DWORD size = sizeof parent;
    TRY(InternetQueryOptionA(request, INTERNET_OPTION_PARENT_HANDLE, &parent, &size));
    say("of the request: %s", parent == connection ? "connection" : "another");
    size = sizeof parent;
    TRY(InternetQueryOptionA(connection, INTERNET_OPTION_PARENT_HANDLE, &parent, &size));
    say("of the connection: %s", parent == session ? "session" : "another");
    size = sizeof parent;
    TRY(InternetQueryOptionA(session, INTERNET_OPTION_PARENT_HANDLE, &parent, &size));
    say("of the session: %s", parent == NULL ? "none" : "another");
    InternetCloseHandle(session);
}

static void connect_arguments(void) {
    HINTERNET session = open_session(0);
    OPEN(InternetConnectA(session, NULL, 80, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0));
    OPEN(InternetConnectA(session, "", 80, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0));
    OPEN(InternetConnectA(session, "127.0.0.1", 0, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0));
    OPEN(InternetConnectA(session, "127.0.0.1", 80, NULL, NULL, 0, 0, 0));
    OPEN(InternetConnectA(session, "127.0.0.1", 80, NULL, NULL, 9, 0, 0));
    OPEN(InternetConnectA(session, "127.0.0.1", 80, "user", NULL, INTERNET_SERVICE_HTTP, 0, 0));
    OPEN(InternetConnectW(session, W("127.0.0.1"), 80, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0));
    OPEN(InternetConnectW(session, W(""), 80, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0));
    InternetCloseHandle(session);
}

static void request_arguments(void) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = OPEN(HttpOpenRequestA(connection, NULL, NULL, NULL, NULL, NULL, 0, 0));
    say_option_text("URL", request, INTERNET_OPTION_URL);
    request = OPEN(HttpOpenRequestA(connection, "", "", "", "", NULL, 0, 0));
    say_option_text("URL", request, INTERNET_OPTION_URL);
    request = OPEN(HttpOpenRequestA(connection, "VERB", "no/slash", "HTTP/1.0", NULL, NULL, 0, 0));
    say_option_text("URL", request, INTERNET_OPTION_URL);
    request = OPEN(HttpOpenRequestA(connection, "GET", "/a b/../c?d e#f", NULL, NULL, NULL, 0, 0));
    say_option_text("URL", request, INTERNET_OPTION_URL);
    InternetCloseHandle(session);
}

static void callback_registration(void) {
    HINTERNET session = InternetOpenA("x", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    say("first: %s", InternetSetStatusCallbackA(session, record) == NULL ? "NULL" : "something");
    say("again: %s", InternetSetStatusCallbackA(session, record) == record ? "the first" : "another");
    HINTERNET connection = open_connection(session);
    say("inherited: %s", InternetSetStatusCallbackA(connection, NULL) == record ? "yes" : "no");
    say("removed: %s", InternetSetStatusCallbackA(connection, NULL) == NULL ? "yes" : "no");
    say("wide: %s", InternetSetStatusCallbackW(session, NULL) == record ? "the first" : "another");
    say_callbacks();
    InternetCloseHandle(session);
    say_callbacks();
    TRY(InternetSetStatusCallbackA(session, record) == INTERNET_INVALID_STATUS_CALLBACK);
}

static void before_the_send(void) {
    char buffer[16];
    DWORD number = 16;
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, NULL, "/ok", PLAIN);
    HANDLE lock = NULL;
    TRY(InternetReadFile(request, buffer, sizeof buffer, &number));
    say("read %u", (unsigned)number);
    TRY(InternetQueryDataAvailable(request, &number, 0, 0));
    TRY(HttpEndRequestA(request, NULL, 0, 0));
    TRY(InternetLockRequestFile(request, &lock));
    InternetCloseHandle(session);
}

static void write_before_the_send(void) {
    DWORD number = 0;
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, "POST", "/ok", PLAIN);
    TRY(InternetWriteFile(request, "x", 1, &number));
    InternetCloseHandle(session);
}

const scenario handle_scenarios[] = {{"handles.open_close", open_close}, {"handles.open_arguments", open_arguments},
    {"handles.null", null_handles}, {"handles.wrong_kinds", wrong_kinds}, {"handles.closed", closed_handle},
    {"handles.close_parent", close_parent}, {"handles.close_children_first", close_children_first},
    {"handles.kinds", kinds}, {"handles.parents", parents}, {"handles.connect_arguments", connect_arguments},
    {"handles.request_arguments", request_arguments}, {"handles.callback_registration", callback_registration},
    {"handles.before_the_send", before_the_send},
    {"handles.write_before_the_send", write_before_the_send}, {NULL, NULL}};

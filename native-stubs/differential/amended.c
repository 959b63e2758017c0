/* What programs of others found: garbage where nobody looks, ends that are known, and the rules that came of it. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#define NOWHERE ((void *)(DWORD_PTR)0xdeadbeefu)

static char buffer[200];

/* R-READEX-11 */
static void unused_members(void) {
    INTERNET_BUFFERSA part;
    exchange e = get("/ok", PLAIN);
    memset(&part, 0, sizeof part);
    part.dwStructSize = sizeof part;
    part.lpcszHeader = NOWHERE;
    part.dwHeadersLength = part.dwHeadersTotal = part.dwOffsetLow = part.dwOffsetHigh = 255;
    part.lpvBuffer = buffer;
    part.dwBufferLength = 4;
    TRY(InternetReadFileExA(e.request, &part, 0, 0));
    say_text("part", buffer, part.dwBufferLength);
    say("header left alone: %d, length %u", part.lpcszHeader == (LPCSTR)NOWHERE, (unsigned)part.dwHeadersLength);
    part.dwStructSize = 7;
    TRY(InternetReadFileExA(e.request, &part, 0, 0));
    close_all(&e);
}

/* R-READEX-11 */
static void structures_where_none_is_taken(void) {
    INTERNET_BUFFERSA part;
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, "POST", "/echo", PLAIN);
    memset(&part, 0, sizeof part);
    part.dwStructSize = sizeof part;
    TRY(HttpSendRequestExA(request, NULL, &part, 0, 0));
    TRY(HttpSendRequestExA(request, NULL, NULL, 0, 0));
    TRY(HttpEndRequestA(request, &part, 0, 0));
    TRY(HttpEndRequestA(request, NULL, 0, 0));
    InternetCloseHandle(request);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
}

/* R-SEND-25, R-SEND-5 */
static void headers_of_length_0(void) {
    INTERNET_BUFFERSA part;
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, "GET", "/ok", PLAIN);
    TRY(HttpSendRequestA(request, "", 0, NULL, 0));
    TRY(HttpSendRequestA(request, "A: b\r\n", 0, NULL, 0));
    TRY(HttpSendRequestW(request, W(""), 0, NULL, 0));
    TRY(HttpSendRequestW(request, W("A: b\r\n"), 0, NULL, 0));
    TRY(HttpAddRequestHeadersA(request, "", 0, HTTP_ADDREQ_FLAG_ADD));
    memset(&part, 0, sizeof part);
    part.dwStructSize = sizeof part;
    part.lpcszHeader = "";
    TRY(HttpSendRequestExA(request, &part, NULL, 0, 0));
    TRY(HttpEndRequestA(request, NULL, 0, 0));
    part.lpcszHeader = "A: b\r\n";
    TRY(HttpSendRequestExA(request, &part, NULL, 0, 0));
    InternetCloseHandle(request);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
}

/* R-REQ-19 */
static void bad_accept_types(void) {
    const char *types[] = {"text/html", "*/*", NULL};
    DWORD size = sizeof buffer;
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = HttpOpenRequestA(connection, NULL, "/ok", NULL, NULL, types, PLAIN, 0);
    TRY(HttpQueryInfoA(request, HTTP_QUERY_ACCEPT | HTTP_QUERY_FLAG_REQUEST_HEADERS, buffer, &size, NULL));
    InternetCloseHandle(request);
    types[1] = NOWHERE;
    request = OPEN(HttpOpenRequestA(connection, NULL, "/ok", NULL, NULL, types, PLAIN, 0));
    size = sizeof buffer;
    TRY(HttpQueryInfoA(request, HTTP_QUERY_ACCEPT | HTTP_QUERY_FLAG_REQUEST_HEADERS, buffer, &size, NULL));
    InternetCloseHandle(request);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
}

/* R-SEEK-14, R-SEEK-7, R-SEEK-8 */
static void seeks(void) {
    DWORD count = 0;
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, "GET", "/long", INTERNET_FLAG_RELOAD);
    TRY(HttpSendRequestA(request, NULL, 0, NULL, 0));
    say_callbacks();
    NUMBER(InternetSetFilePointer(request, -1, NULL, FILE_CURRENT, 0));
    NUMBER(InternetSetFilePointer(request, 6, NULL, FILE_BEGIN, 0));
    NUMBER(InternetSetFilePointer(request, -1, NULL, FILE_CURRENT, 0));
    NUMBER(InternetSetFilePointer(request, -1, NULL, FILE_END, 0));
    NUMBER(InternetSetFilePointer(request, 0, NULL, FILE_END, 0));
    NUMBER(InternetSetFilePointer(request, 96, NULL, FILE_BEGIN, 0));
    say_callbacks();
    TRY(InternetReadFile(request, buffer, 4, &count));
    say_text("read", buffer, count);
    NUMBER(InternetSetFilePointer(request, 4, NULL, FILE_BEGIN, 0));
    TRY(InternetReadFile(request, buffer, 5, &count));
    say_text("read", buffer, count);
    InternetCloseHandle(request);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
}

/* R-SEND-21, R-SEND-22 */
static void sent_again_unread(void) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, "GET", "/kept", PLAIN | INTERNET_FLAG_KEEP_CONNECTION);
    TRY(HttpSendRequestA(request, NULL, 0, NULL, 0));
    say_callbacks();
    TRY(HttpSendRequestA(request, NULL, 0, NULL, 0));
    say_callbacks();
    say_body(request);
    InternetCloseHandle(request);
    request = open_request(connection, "GET", "/kept/last", PLAIN);
    TRY(HttpSendRequestA(request, NULL, 0, NULL, 0));
    say_body(request);
    InternetCloseHandle(request);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
}

/* R-SEND-24 */
static void head_ended_by_the_close(void) {
    exchange e = get("/head-cut-short", PLAIN);
    say_status(e.request);
    say_body(e.request);
    close_all(&e);
    e = get("/head-of-one-line", PLAIN);
    say_status(e.request);
    say_body(e.request);
    close_all(&e);
}

/* R-READ-20, R-READ-21 */
static void broken_chunks(void) {
    static const char *const paths[] = {"/bad-chunk", "/no-chunks"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        DWORD count = 0;
        exchange e = get(paths[i], PLAIN);
        TRY(InternetReadFile(e.request, buffer, 4, &count));
        say_text("read", buffer, count);
        TRY(InternetReadFile(e.request, buffer, 4, &count));
        close_all(&e);
    }
}

static void CALLBACK add_late(HINTERNET handle, DWORD_PTR of, DWORD status, LPVOID information, DWORD length) {
    (void)information;
    (void)length;
    if (of == context(REQUEST) && status == INTERNET_STATUS_SENDING_REQUEST) {
        TRY(HttpAddRequestHeadersA(handle, "X-Late: yes", (DWORD)-1, HTTP_ADDREQ_FLAG_ADD | HTTP_ADDREQ_FLAG_REPLACE));
        say_option_text("URL", handle, INTERNET_OPTION_URL);
    }
}

/* R-HDR-26, R-REDIR-18 */
static void in_the_callback(void) {
    HINTERNET session = InternetOpenA("differential", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    InternetSetStatusCallbackA(session, add_late);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, "GET", "/redirect/302", PLAIN);
    TRY(HttpSendRequestA(request, NULL, 0, NULL, 0));
    say_echo(request);
    InternetCloseHandle(request);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
}

/* R-HDR-27 */
static void add_if_new_of_nothing(void) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, "GET", "/ok", PLAIN);
    TRY(HttpAddRequestHeadersA(request, "X-None:", (DWORD)-1, HTTP_ADDREQ_FLAG_ADD_IF_NEW));
    TRY(HttpAddRequestHeadersA(request, "X-None: \r\n", (DWORD)-1, HTTP_ADDREQ_FLAG_ADD_IF_NEW));
    InternetCloseHandle(request);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
}

/* R-REDIR-19 */
static void redirect_to_a_query(void) {
    exchange e = get("/redirect-to/query-alone", PLAIN);
    say_status(e.request);
    say_option_text("URL", e.request, INTERNET_OPTION_URL);
    close_all(&e);
}

/* R-CONN-14 */
static void agent_of_the_connection(void) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    TRY(InternetSetOptionA(session, INTERNET_OPTION_USER_AGENT, (void *)"later", 5));
    HINTERNET request = open_request(connection, "GET", "/echo", PLAIN);
    TRY(HttpSendRequestA(request, NULL, 0, NULL, 0));
    say_echo(request);
    InternetCloseHandle(request);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
}

static void say_parts(const char *url, DWORD flags) {
    URL_COMPONENTSA c;
    char path[60] = "";
    memset(&c, 0, sizeof c);
    c.dwStructSize = sizeof c;
    c.lpszUrlPath = path;
    c.dwUrlPathLength = sizeof path;
    say_text("URL", url, strlen(url));
    TRY(InternetCrackUrlA(url, 0, flags, &c));
    say("port %u", (unsigned)c.nPort);
    say_text("path", path, strlen(path));
}

/* R-CRACK-7, R-CRACK-21, R-CRACK-22 */
static void crack(void) {
    URL_COMPONENTSA c;
    say_parts("gopher://host/1", 0);
    say_parts("unheard://host/1", 0);
    say_parts("file:///C:/a/..", 0);
    say_parts("file:///C:/a/.", 0);
    memset(&c, 0, sizeof c);
    c.dwStructSize = sizeof c;
    c.lpszUrlPath = buffer;
    TRY(InternetCrackUrlA("http://host/a%20b", 0, ICU_DECODE, &c));
    c.lpszUrlPath = NULL;
    c.lpszExtraInfo = buffer;
    TRY(InternetCrackUrlA("http://host/a?b%20c", 0, ICU_DECODE, &c));
}

/* R-CREATE-13 */
static void create_with_lengths(void) {
    URL_COMPONENTSA c;
    char user[8] = "u";
    char url[100];
    DWORD size = sizeof url;
    memset(&c, 0, sizeof c);
    c.dwStructSize = sizeof c;
    c.nScheme = INTERNET_SCHEME_HTTP;
    c.lpszHostName = (char *)"host";
    c.lpszUserName = user;
    c.dwUserNameLength = 8;
    TRY(InternetCreateUrlA(&c, 0, url, &size));
    say_text("URL", url, size);
    user[0] = '\0';
    c.dwUserNameLength = 0;
    size = sizeof url;
    TRY(InternetCreateUrlA(&c, 0, url, &size));
    say_text("URL", url, size);
}

/* R-CANON-11 */
static void decode_alone(void) {
    DWORD size = sizeof buffer;
    TRY(InternetCanonicalizeUrlA("http://h/%27/ />", buffer, &size, ICU_DECODE));
    say_text("URL", buffer, strlen(buffer));
}

static void say_cookies(const char *url) {
    DWORD size = sizeof buffer;
    memset(buffer, 0, sizeof buffer);
    TRY(InternetGetCookieA(url, NULL, buffer, &size));
    say_text(url, buffer, strlen(buffer));
}

/* R-COOKIE-28, R-COOKIE-42 to R-COOKIE-45 */
static void cookies(void) {
    static const char url[] = "http://amended.test/dir/page";
    NUMBER(InternetSetCookieExA(url, "hidden", "1; httponly", 0, 0));
    NUMBER(InternetSetCookieExA(url, "hidden", "1; httponly", INTERNET_COOKIE_HTTPONLY, 0));
    NUMBER(InternetSetCookieExA(url, "hidden", "2", 0, 0));
    TRY(InternetSetCookieA("no scheme", "a", NULL));
    TRY(InternetSetCookieA("no scheme", "a", "b"));
    TRY(InternetSetCookieA(url, "server", "server"));
    TRY(InternetSetCookieA(url, NULL, "server"));
    say_cookies(url);
    TRY(InternetSetCookieA(url, "server", ""));
    say_cookies(url);
    TRY(InternetSetCookieA(url, "p", "1; path=/foo"));
    TRY(InternetSetCookieA(url, "q", "2; path=none"));
    say_cookies("http://amended.test/foo/x");
    say_cookies("http://amended.test/foobar");
    say_cookies("http://amended.test/dir/other");
}

/* R-OPT-20, R-OPT-21, R-DIAL-10 */
static void options(void) {
    INTERNET_PER_CONN_OPTIONA option;
    INTERNET_PER_CONN_OPTION_LISTA list;
    DWORD size = sizeof list;
    DWORD flags = 0;
    HINTERNET session = open_session(0);
    TRY(InternetSetOptionA(session, INTERNET_OPTION_END_BROWSER_SESSION, NULL, 0));
    TRY(InternetSetOptionA(NULL, INTERNET_OPTION_END_BROWSER_SESSION, NULL, 0));
    memset(&option, 0, sizeof option);
    memset(&list, 0, sizeof list);
    option.dwOption = INTERNET_PER_CONN_FLAGS;
    option.Value.dwValue = PROXY_TYPE_DIRECT | PROXY_TYPE_PROXY;
    list.dwSize = sizeof list;
    list.dwOptionCount = 1;
    list.pOptions = &option;
    TRY(InternetSetOptionA(session, INTERNET_OPTION_PER_CONNECTION_OPTION, &list, sizeof list));
    TRY(InternetQueryOptionA(session, INTERNET_OPTION_PER_CONNECTION_OPTION, &list, &size));
    say("flags %u", (unsigned)option.Value.dwValue);
    TRY(InternetGetConnectedState(&flags, 0));
    say("state %x", (unsigned)flags);
    list.dwSize = 3;
    list.pOptions = NOWHERE;
    list.pszConnection = NOWHERE;
    TRY(InternetQueryOptionA(session, INTERNET_OPTION_PER_CONNECTION_OPTION, &list, &size));
    InternetCloseHandle(session);
}

/* R-ASYNC-51, R-AVAIL-6, R-ASYNC-34 */
static void pending_variables(void) {
    static INTERNET_BUFFERSA part;
    static DWORD available;
    HINTERNET session = open_session(INTERNET_FLAG_ASYNC);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, "GET", "/gated/variables", PLAIN);
    AWAIT(HttpSendRequestA(request, NULL, 0, NULL, 0));
    memset(&part, 0, sizeof part);
    part.dwStructSize = sizeof part;
    part.lpvBuffer = buffer;
    part.dwBufferLength = 5;
    AWAIT(InternetReadFileExA(request, &part, 0, 0));
    say_text("part", buffer, part.dwBufferLength);
    available = 640;
    SetLastError(UNTOUCHED);
    BOOL done = InternetQueryDataAvailable(request, &available, 0, 0);
    say("query %d, error %s, %u meanwhile", done, error_text(GetLastError()), (unsigned)available);
    say_callbacks();
    release("variables");
    await_completions(done ? 1 : 2);
    say("%u in the end", (unsigned)available);
    InternetCloseHandle(request);
    await_closings(1);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
}

const scenario amended_scenarios[] = {{"amended.unused_members", unused_members},
    {"amended.structures_where_none_is_taken", structures_where_none_is_taken},
    {"amended.headers_of_length_0", headers_of_length_0}, {"amended.bad_accept_types", bad_accept_types},
    {"amended.seeks", seeks}, {"amended.sent_again_unread", sent_again_unread},
    {"amended.head_ended_by_the_close", head_ended_by_the_close}, {"amended.broken_chunks", broken_chunks},
    {"amended.in_the_callback", in_the_callback}, {"amended.add_if_new_of_nothing", add_if_new_of_nothing},
    {"amended.redirect_to_a_query", redirect_to_a_query}, {"amended.agent_of_the_connection", agent_of_the_connection},
    {"amended.crack", crack}, {"amended.create_with_lengths", create_with_lengths},
    {"amended.decode_alone", decode_alone}, {"amended.cookies", cookies}, {"amended.options", options},
    {"amended.pending_variables", pending_variables}, {NULL, NULL}};

/* HttpQueryInfo on what the server answered. */
#include "harness.h"

#include <string.h>

static void say_query(HINTERNET request, const char *label, DWORD level) {
    char text[600];
    DWORD size = sizeof text;
    memset(text, '#', sizeof text);
    SetLastError(UNTOUCHED);
    if (HttpQueryInfoA(request, level, text, &size, NULL)) {
        say("%s, size %u", label, (unsigned)size);
        say_text(" ", text, size < sizeof text ? size + 1 : size);
    } else {
        say("%s: FALSE, error %s, size %u", label, error_text(GetLastError()), (unsigned)size);
    }
}
#define QUERY(level) say_query(e.request, #level, level)

static void standard(void) {
    exchange e = get("/headers", PLAIN);
    QUERY(HTTP_QUERY_STATUS_CODE);
    QUERY(HTTP_QUERY_STATUS_TEXT);
    QUERY(HTTP_QUERY_VERSION);
    QUERY(HTTP_QUERY_CONTENT_TYPE);
    QUERY(HTTP_QUERY_CONTENT_LENGTH);
    QUERY(HTTP_QUERY_SERVER);
    QUERY(HTTP_QUERY_ETAG);
    QUERY(HTTP_QUERY_LOCATION);
    QUERY(HTTP_QUERY_REQUEST_METHOD);
    QUERY(HTTP_QUERY_REQUEST_METHOD | HTTP_QUERY_FLAG_REQUEST_HEADERS);
    QUERY(HTTP_QUERY_HOST | HTTP_QUERY_FLAG_REQUEST_HEADERS);
    QUERY(HTTP_QUERY_USER_AGENT | HTTP_QUERY_FLAG_REQUEST_HEADERS);
    QUERY(HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_REQUEST_HEADERS);
    QUERY(200);
    QUERY(0xFFFF);
    close_all(&e);
}

static void raw(void) {
    exchange e = get("/headers", PLAIN);
    QUERY(HTTP_QUERY_RAW_HEADERS);
    QUERY(HTTP_QUERY_RAW_HEADERS_CRLF);
    close_all(&e);
}

static void raw_before_the_send(void) {
    exchange e;
    e.session = open_session(0);
    e.connection = open_connection(e.session);
    e.request = open_request(e.connection, "GET", "/headers", PLAIN);
    QUERY(HTTP_QUERY_RAW_HEADERS);
    QUERY(HTTP_QUERY_RAW_HEADERS_CRLF);
    QUERY(HTTP_QUERY_RAW_HEADERS_CRLF | HTTP_QUERY_FLAG_REQUEST_HEADERS);
    QUERY(HTTP_QUERY_STATUS_CODE);
    QUERY(HTTP_QUERY_STATUS_TEXT);
    QUERY(HTTP_QUERY_VERSION);
    QUERY(HTTP_QUERY_CONTENT_LENGTH);
    QUERY(HTTP_QUERY_REQUEST_METHOD | HTTP_QUERY_FLAG_REQUEST_HEADERS);
    InternetCloseHandle(e.session);
}

static void repeated(void) {
    char text[100];
    DWORD index = 0;
    exchange e = get("/headers", PLAIN);
    for (int i = 0; i < 4; i++) {
        DWORD size = sizeof text;
        strcpy(text, "X-Twice");
        if (TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CUSTOM, text, &size, &index))) {
            say_text("value", text, size);
        }
        say("index %u", (unsigned)index);
    }
    DWORD size = sizeof text;
    index = 0;
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_STATUS_CODE, text, &size, &index));
    say("index %u", (unsigned)index);
    size = sizeof text;
    index = 1;
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_STATUS_CODE, text, &size, &index));
    say("index %u", (unsigned)index);
    size = sizeof text;
    strcpy(text, "X-Twice");
    if (TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CUSTOM | HTTP_QUERY_FLAG_COALESCE, text, &size, NULL))) {
        say_text("coalesced", text, size);
    }
    close_all(&e);
}

static void short_buffers(void) {
    char text[100];
    WCHAR wide[100];
    DWORD size = 3;
    exchange e = get("/headers", PLAIN);
    memset(text, '#', sizeof text);
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CONTENT_TYPE, text, &size, NULL));
    say("size %u, buffer %c", (unsigned)size, text[0]);
    size = 10;
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CONTENT_TYPE, text, &size, NULL));
    say("size %u", (unsigned)size);
    size = 11;
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CONTENT_TYPE, text, &size, NULL));
    say("size %u", (unsigned)size);
    size = 100;
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CONTENT_TYPE, NULL, &size, NULL));
    say("size %u", (unsigned)size);
    size = 4;
    TRY(HttpQueryInfoW(e.request, HTTP_QUERY_CONTENT_TYPE, wide, &size, NULL));
    say("size %u", (unsigned)size);
    size = sizeof wide;
    if (TRY(HttpQueryInfoW(e.request, HTTP_QUERY_CONTENT_TYPE, wide, &size, NULL))) {
        say("size %u", (unsigned)size);
        say_wide("value", wide, size / 2 + 1);
    }
    size = 2;
    strcpy(text, "X-Twice");
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CUSTOM, text, &size, NULL));
    say_text("name", text, strlen(text));
    close_all(&e);
}

static void numbers(void) {
    DWORD number[2] = {UNTOUCHED, UNTOUCHED};
    DWORD size = 4;
    exchange e = get("/headers", PLAIN);
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CONTENT_LENGTH | HTTP_QUERY_FLAG_NUMBER, number, &size, NULL));
    say("%u, size %u", (unsigned)number[0], (unsigned)size);
    size = 8;
    number[0] = UNTOUCHED;
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CONTENT_LENGTH | HTTP_QUERY_FLAG_NUMBER, number, &size, NULL));
    say("%x, size %u", (unsigned)number[0], (unsigned)size);
    size = 3;
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CONTENT_LENGTH | HTTP_QUERY_FLAG_NUMBER, number, &size, NULL));
    say("size %u", (unsigned)size);
    size = 4;
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CONTENT_TYPE | HTTP_QUERY_FLAG_NUMBER, number, &size, NULL));
    say("%x, size %u", (unsigned)number[0], (unsigned)size);
    size = 4;
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, number, &size, NULL));
    say("%u, size %u", (unsigned)number[0], (unsigned)size);
    size = 8;
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CONTENT_LENGTH | HTTP_QUERY_FLAG_NUMBER64, number, &size, NULL));
    say("%u %u, size %u", (unsigned)number[0], (unsigned)number[1], (unsigned)size);
    close_all(&e);
}

static void dates(void) {
    SYSTEMTIME time;
    DWORD size = sizeof time;
    exchange e = get("/headers", PLAIN);
    memset(&time, 0, sizeof time);
    if (TRY(HttpQueryInfoA(e.request, HTTP_QUERY_LAST_MODIFIED | HTTP_QUERY_FLAG_SYSTEMTIME, &time, &size, NULL))) {
        say("%u-%u-%u (%u) %u:%u:%u.%u, size %u", time.wYear, time.wMonth, time.wDay, time.wDayOfWeek, time.wHour,
            time.wMinute, time.wSecond, time.wMilliseconds, (unsigned)size);
    }
    close_all(&e);
}

static void short_date_buffer(void) {
    SYSTEMTIME time;
    DWORD size = 3;
    exchange e = get("/headers", PLAIN);
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_LAST_MODIFIED | HTTP_QUERY_FLAG_SYSTEMTIME, &time, &size, NULL));
    say("size %u", (unsigned)size);
    close_all(&e);
}

static void no_date(void) {
    SYSTEMTIME time;
    DWORD size = sizeof time;
    exchange e = get("/headers", PLAIN);
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CONTENT_TYPE | HTTP_QUERY_FLAG_SYSTEMTIME, &time, &size, NULL));
    close_all(&e);
}

static void large_length(void) {
    DWORD number[2] = {UNTOUCHED, UNTOUCHED};
    DWORD size = 4;
    exchange e = get("/large-length", PLAIN);
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CONTENT_LENGTH | HTTP_QUERY_FLAG_NUMBER, number, &size, NULL));
    say("%x, size %u", (unsigned)number[0], (unsigned)size);
    size = 8;
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CONTENT_LENGTH | HTTP_QUERY_FLAG_NUMBER64, number, &size, NULL));
    say("%u %u, size %u", (unsigned)number[0], (unsigned)number[1], (unsigned)size);
    QUERY(HTTP_QUERY_CONTENT_LENGTH);
    close_all(&e);
}

static void odd_headers(void) {
    exchange e = get("/odd-headers", PLAIN);
    QUERY(HTTP_QUERY_RAW_HEADERS_CRLF);
    say_body(e.request);
    close_all(&e);
}

static void request_lines(void) {
    exchange e = get("/echo", PLAIN);
    char text[600];
    DWORD size = sizeof text;
    /* The order of the headers is not guaranteed; the first line is. */
    if (TRY(HttpQueryInfoA(e.request, HTTP_QUERY_RAW_HEADERS_CRLF | HTTP_QUERY_FLAG_REQUEST_HEADERS, text, &size,
            NULL))) {
        say_text("first line", text, strcspn(text, "\n") + 1);
        say_text("end", text + (size < 4 ? 0 : size - 4), size < 4 ? size : 4);
    }
    close_all(&e);
}

const scenario query_scenarios[] = {{"query.standard", standard}, {"query.raw", raw},
    {"query.raw_before_the_send", raw_before_the_send}, {"query.repeated", repeated},
    {"query.short_buffers", short_buffers}, {"query.numbers", numbers}, {"query.dates", dates},
    {"query.short_date_buffer", short_date_buffer}, {"query.no_date", no_date},
    {"query.large_length", large_length}, {"query.odd_headers", odd_headers}, {"query.request_lines", request_lines},
    {NULL, NULL}};

/*
 * Hands over garbage in members that a function does not use, structures of a wrong size, structures where there must
 * be none, and bad pointers among accept types. Needs the port of an HTTP server on 127.0.0.1.
 */
#include <wininet.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

#define GARBAGE ((void *)(DWORD_PTR)0xdeadbeefu)

static HINTERNET connection;

static HINTERNET opened(void) { return HttpOpenRequestA(connection, NULL, "/file", NULL, NULL, NULL, 0, 0); }

/* R-READEX-11 */
static void read_with_garbage(void) {
    char data[64];
    HINTERNET request = opened();
    CHECK(HttpSendRequestA(request, NULL, 0, NULL, 0));
    for (int i = 0; i < 2; i++) {
        INTERNET_BUFFERSA narrow;
        INTERNET_BUFFERSW wide;
        memset(&narrow, 0, sizeof narrow);
        narrow.dwStructSize = sizeof narrow;
        narrow.Next = GARBAGE;
        narrow.lpcszHeader = GARBAGE;
        narrow.dwHeadersLength = narrow.dwHeadersTotal = 255;
        narrow.lpvBuffer = data;
        narrow.dwBufferLength = sizeof data;
        narrow.dwOffsetLow = narrow.dwOffsetHigh = 255;
        memcpy(&wide, &narrow, sizeof wide);
        CHECK(InternetReadFileExA(request, &narrow, 0, 0) && narrow.dwBufferLength == sizeof data);
        CHECK(InternetReadFileExW(request, &wide, 0, 0) && wide.dwBufferLength == sizeof data);
        CHECK(narrow.lpcszHeader == GARBAGE && narrow.dwHeadersLength == 255);
        narrow.dwStructSize = wide.dwStructSize = i == 0 ? 40 : 0xdeadbeefu;
        narrow.lpvBuffer = wide.lpvBuffer = GARBAGE;
        FAILS(InternetReadFileExA(request, &narrow, 0, 0), ERROR_INVALID_PARAMETER);
        FAILS(InternetReadFileExW(request, &wide, 0, 0), ERROR_INVALID_PARAMETER);
    }
    CHECK(InternetCloseHandle(request));
}

/* R-READEX-11 */
static void structures_where_none_is_taken(void) {
    HINTERNET request = opened();
    INTERNET_BUFFERSA narrow;
    INTERNET_BUFFERSW wide;
    FAILS(HttpSendRequestExA(request, NULL, GARBAGE, 0, 0), ERROR_INVALID_PARAMETER);
    FAILS(HttpSendRequestExW(request, NULL, GARBAGE, 0, 0), ERROR_INVALID_PARAMETER);
    memset(&narrow, 0xFF, sizeof narrow);
    memset(&wide, 0xFF, sizeof wide);
    FAILS(HttpSendRequestExA(request, &narrow, NULL, 0, 0), ERROR_INVALID_PARAMETER);
    FAILS(HttpSendRequestExW(request, &wide, NULL, 0, 0), ERROR_INVALID_PARAMETER);
    CHECK(HttpSendRequestExA(request, NULL, NULL, 0, 0));
    FAILS(HttpEndRequestA(request, GARBAGE, 0, 0), ERROR_INVALID_PARAMETER);
    FAILS(HttpEndRequestW(request, GARBAGE, 0, 0), ERROR_INVALID_PARAMETER);
    CHECK(HttpEndRequestA(request, NULL, 0, 0));
    CHECK(InternetCloseHandle(request));
}

static void other_structures(void) {
    URL_COMPONENTSA narrow;
    URL_COMPONENTSW wide;
    memset(&narrow, 0xFF, sizeof narrow);
    memset(&wide, 0xFF, sizeof wide);
    CHECK(!InternetCrackUrlA("http://host/", 0, 0, &narrow));
    CHECK(!InternetCrackUrlW(u"http://host/", 0, 0, &wide));
    DWORD size = 0;
    CHECK(!InternetCreateUrlA(&narrow, 0, NULL, &size));
    CHECK(!InternetCreateUrlW(&wide, 0, NULL, &size));
    INTERNET_PER_CONN_OPTION_LISTA list;
    memset(&list, 0xFF, sizeof list);
    size = sizeof list;
    FAILS(InternetQueryOptionA(NULL, INTERNET_OPTION_PER_CONNECTION_OPTION, &list, &size), ERROR_INVALID_PARAMETER);
    FAILS(InternetSetOptionA(NULL, INTERNET_OPTION_PER_CONNECTION_OPTION, &list, sizeof list),
        ERROR_INVALID_PARAMETER);
}

/* Returns whether a request with these types sends an Accept header. */
static int sends_accept(const void *types, int is_wide) {
    char value[100];
    DWORD size = sizeof value;
    HINTERNET request = is_wide ? HttpOpenRequestW(connection, NULL, u"/file", NULL, NULL, (LPCWSTR *)types, 0, 0)
                                : HttpOpenRequestA(connection, NULL, "/file", NULL, NULL, (LPCSTR *)types, 0, 0);
    CHECK(request != NULL && HttpSendRequestA(request, NULL, 0, NULL, 0));
    int sends = HttpQueryInfoA(request, HTTP_QUERY_ACCEPT | HTTP_QUERY_FLAG_REQUEST_HEADERS, value, &size, NULL);
    CHECK(InternetCloseHandle(request));
    return sends;
}

/* R-REQ-19 */
static void bad_pointers_among_accept_types(void) {
    const char *narrow[] = {"text/html", "*/*", NULL};
    const WCHAR *wide[] = {u"text/html", u"*/*", NULL};
    CHECK(sends_accept(narrow, 0) && sends_accept(wide, 1));
    CHECK(!sends_accept(GARBAGE, 0) && !sends_accept(GARBAGE, 1));
    narrow[1] = GARBAGE;
    wide[1] = GARBAGE;
    CHECK(!sends_accept(narrow, 0) && !sends_accept(wide, 1));
    narrow[1] = (const char *)(DWORD_PTR)0xFFFFFFFFFFFFFFFFu;
    CHECK(!sends_accept(narrow, 0));
}

/* R-SEND-25 */
static void empty_headers_of_length_0(void) {
    HINTERNET request = opened();
    INTERNET_BUFFERSA buffers;
    CHECK(HttpSendRequestA(request, "", 0, NULL, 0));
    FAILS(HttpSendRequestA(request, "A: b\r\n", 0, NULL, 0), ERROR_INVALID_PARAMETER);
    CHECK(HttpSendRequestW(request, u"A: b\r\n", 0, NULL, 0));
    FAILS(HttpAddRequestHeadersA(request, "A: b\r\n", 0, HTTP_ADDREQ_FLAG_ADD), ERROR_INVALID_PARAMETER);
    memset(&buffers, 0, sizeof buffers);
    buffers.dwStructSize = sizeof buffers;
    buffers.lpcszHeader = "";
    CHECK(HttpSendRequestExA(request, &buffers, NULL, 0, 0) && HttpEndRequestA(request, NULL, 0, 0));
    buffers.lpcszHeader = "A: b\r\n";
    FAILS(HttpSendRequestExA(request, &buffers, NULL, 0, 0), ERROR_INVALID_PARAMETER);
    CHECK(InternetCloseHandle(request));
}

int main(int argc, char **argv) {
    HINTERNET session = InternetOpenA("garbage", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    connection = InternetConnectA(session, "127.0.0.1", (INTERNET_PORT)(argc > 1 ? atoi(argv[1]) : 0), NULL, NULL,
        INTERNET_SERVICE_HTTP, 0, 0);
    read_with_garbage();
    structures_where_none_is_taken();
    other_structures();
    bad_pointers_among_accept_types();
    empty_headers_of_length_0();
    CHECK(InternetCloseHandle(session));
    printf("%d failures\n", failures);
    return failures != 0;
}

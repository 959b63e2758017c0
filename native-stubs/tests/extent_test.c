/*
 * Memory of which a function uses less than a caller states, or nothing: addresses that lead nowhere where it does not
 * look, texts that end at the end of their page, and buffers whose stated size is far beyond what there is. Needs the
 * port of an HTTP server on 127.0.0.1 and the length of its /file.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* MAP_ANONYMOUS */
#endif
#include <wininet.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "check.h"

#define PAGE 4096
#define PAGES 4
#define SLOTS 32
#define NOWHERE ((void *)(DWORD_PTR)0xdeadbeefu)

static char *slots;
static int used;
static INTERNET_PORT port;
static HINTERNET connection;

/* Memory that ends where a page ends that must not be touched; the oldest is given again in the end. */
static void *place(size_t size) {
    char *end = slots + ((size_t)(used++ % SLOTS) * (PAGES + 1) + PAGES) * PAGE;
    memset(end - size, 0x55, size);
    return end - size;
}

static WCHAR *wide(const char *text, WCHAR *to) {
    for (size_t i = 0; i <= strlen(text); i++) {
        to[i] = (WCHAR)(unsigned char)text[i];
    }
    return to;
}

static int is_wide(const WCHAR *text, const char *expected) {
    size_t i = 0;
    while (expected[i] != '\0' && text[i] == (WCHAR)(unsigned char)expected[i]) {
        i++;
    }
    return expected[i] == '\0' && text[i] == 0;
}

static HINTERNET opened(void) { return HttpOpenRequestA(connection, NULL, "/file", NULL, NULL, NULL, 0, 0); }

/* R-SEND-25: an A form looks at the first byte of headers with the length 0, and at nothing else. */
static void headers_of_length_0(void) {
    HINTERNET request = opened();
    INTERNET_BUFFERSA buffers;
    char *letter = place(1);
    char *nothing = place(1);
    *letter = 'A';
    *nothing = '\0';
    FAILS(HttpAddRequestHeadersA(request, letter, 0, HTTP_ADDREQ_FLAG_ADD), ERROR_INVALID_PARAMETER);
    FAILS(HttpAddRequestHeadersA(request, nothing, 0, HTTP_ADDREQ_FLAG_ADD), ERROR_INVALID_PARAMETER);
    FAILS(HttpSendRequestA(request, letter, 0, NULL, 0), ERROR_INVALID_PARAMETER);
    CHECK(HttpSendRequestA(request, nothing, 0, NOWHERE, 0));
    memset(&buffers, 0, sizeof buffers);
    buffers.dwStructSize = sizeof buffers;
    buffers.lpcszHeader = letter;
    FAILS(HttpSendRequestExA(request, &buffers, NULL, 0, 0), ERROR_INVALID_PARAMETER);
    buffers.lpcszHeader = nothing;
    buffers.Next = NOWHERE;
    buffers.lpvBuffer = NOWHERE;
    CHECK(HttpSendRequestExA(request, &buffers, NULL, 0, 0) && HttpEndRequestA(request, NULL, 0, 0));
    CHECK(InternetCloseHandle(request));
}

/* Headers without a NUL, of the length that is stated. */
static void headers_without_nul(void) {
    static const char line[] = {'X', ':', ' ', '1'};
    HINTERNET request = opened();
    char value[10];
    DWORD size = sizeof value;
    char *narrow = memcpy(place(sizeof line), line, sizeof line);
    WCHAR *broad = place(sizeof line * sizeof(WCHAR));
    for (size_t i = 0; i < sizeof line; i++) {
        broad[i] = (WCHAR)line[i];
    }
    CHECK(HttpAddRequestHeadersA(request, narrow, sizeof line, HTTP_ADDREQ_FLAG_ADD | HTTP_ADDREQ_FLAG_REPLACE));
    CHECK(HttpAddRequestHeadersW(request, broad, sizeof line, HTTP_ADDREQ_FLAG_ADD | HTTP_ADDREQ_FLAG_REPLACE));
    CHECK(HttpSendRequestA(request, narrow, sizeof line, NULL, 0));
    CHECK(HttpSendRequestW(request, broad, sizeof line, NULL, 0));
    memcpy(value, "X", 2);
    CHECK(HttpQueryInfoA(request, HTTP_QUERY_CUSTOM | HTTP_QUERY_FLAG_REQUEST_HEADERS, value, &size, NULL));
    CHECK(strcmp(value, "1") == 0);
    CHECK(InternetCloseHandle(request));
}

/* R-PROJ-C-4 */
static void addresses_that_no_one_looks_at(void) {
    static const FILETIME none = {0, 0};
    char *proxy;
    DWORD length = 0;
    DWORD count = 1;
    HINTERNET session = InternetOpenA("agent", INTERNET_OPEN_TYPE_DIRECT, NOWHERE, NOWHERE, 0);
    INTERNET_PROXY_INFO proxies;
    INTERNET_CACHE_ENTRY_INFOA entry;
    CHECK(session != NULL && InternetCloseHandle(session));
    session = InternetOpenW(NULL, INTERNET_OPEN_TYPE_PRECONFIG, NOWHERE, NOWHERE, 0);
    CHECK(session != NULL);
    FAILS(InternetOpenA("agent", 99, NOWHERE, NOWHERE, 0), ERROR_INVALID_PARAMETER);
    proxies.dwAccessType = INTERNET_OPEN_TYPE_DIRECT;
    proxies.lpszProxy = proxies.lpszProxyBypass = NOWHERE;
    CHECK(InternetSetOptionA(session, INTERNET_OPTION_PROXY, &proxies, sizeof proxies));
    CHECK(InternetSetOptionW(session, INTERNET_OPTION_PROXY, &proxies, sizeof proxies));
    CHECK(InternetSetOptionA(session, INTERNET_OPTION_REFRESH, NOWHERE, 0));
    CHECK(InternetCloseHandle(session));

    (void)IsHostInProxyBypassList(INTERNET_SCHEME_HTTP, NOWHERE, 0);
    (void)InternetGetProxyInfo(NOWHERE, 0, NOWHERE, 0, &proxy, &length);
    (void)CommitUrlCacheEntryA("http://host/", NULL, none, none, NORMAL_CACHE_ENTRY, NOWHERE, 0, NULL, NULL);
    memset(&entry, 0xFF, sizeof entry);
    entry.dwStructSize = sizeof entry;
    (void)SetUrlCacheEntryInfoA("http://host/", &entry, CACHE_ENTRY_HITRATE_FC);
    (void)SetUrlCacheEntryInfoW(u"http://host/", (void *)&entry, CACHE_ENTRY_HITRATE_FC);
    length = sizeof entry;
    (void)GetUrlCacheEntryInfoA("http://host/", &entry, &length);

    HINTERNET request = opened();
    CHECK(HttpSendRequestExA(request, NULL, NULL, 0, 0));
    CHECK(InternetWriteFile(request, NOWHERE, 0, &count) && count == 0);
    CHECK(HttpEndRequestA(request, NULL, 0, 0));
    CHECK(InternetReadFile(request, NOWHERE, 0, &count) && count == 0);
    CHECK(InternetCloseHandle(request));
}

static void crack(DWORD claimed) {
    URL_COMPONENTSA narrow;
    URL_COMPONENTSW broad;
    WCHAR url[40];
    memset(&narrow, 0, sizeof narrow);
    narrow.dwStructSize = sizeof narrow;
    narrow.lpszHostName = place(5);
    narrow.lpszUrlPath = place(3);
    narrow.lpszScheme = place(5);
    narrow.dwHostNameLength = narrow.dwUrlPathLength = narrow.dwSchemeLength = claimed;
    CHECK(InternetCrackUrlA("http://host/p", 0, 0, &narrow));
    CHECK(strcmp(narrow.lpszHostName, "host") == 0 && narrow.dwHostNameLength == 4);
    CHECK(strcmp(narrow.lpszUrlPath, "/p") == 0 && narrow.dwUrlPathLength == 2);
    CHECK(strcmp(narrow.lpszScheme, "http") == 0 && narrow.dwSchemeLength == 4);

    memset(&broad, 0, sizeof broad);
    broad.dwStructSize = sizeof broad;
    broad.lpszHostName = place(5 * sizeof(WCHAR));
    broad.lpszUrlPath = place(3 * sizeof(WCHAR));
    broad.dwHostNameLength = broad.dwUrlPathLength = claimed;
    CHECK(InternetCrackUrlW(wide("http://host/p", url), 0, 0, &broad));
    CHECK(is_wide(broad.lpszHostName, "host") && broad.dwHostNameLength == 4);
    CHECK(is_wide(broad.lpszUrlPath, "/p") && broad.dwUrlPathLength == 2);
}

static void rewrite(DWORD claimed) {
    static const char expected[] = "http://host/p";
    WCHAR base[40];
    WCHAR relative[4];
    DWORD length = claimed;
    char *narrow = place(sizeof expected);
    WCHAR *broad = place(sizeof expected * sizeof(WCHAR));
    URL_COMPONENTSA parts;
    CHECK(InternetCanonicalizeUrlA(expected, narrow, &length, 0));
    CHECK(strcmp(narrow, expected) == 0 && length == sizeof expected - 1);
    length = claimed;
    CHECK(InternetCanonicalizeUrlW(wide(expected, base), broad, &length, 0));
    CHECK(is_wide(broad, expected) && length == sizeof expected - 1);
    length = claimed;
    CHECK(InternetCombineUrlA("http://host/", "p", narrow, &length, 0) && length == sizeof expected - 1);
    length = claimed;
    CHECK(InternetCombineUrlW(base, wide("p", relative), broad, &length, 0) && is_wide(broad, expected));
    memset(&parts, 0, sizeof parts);
    parts.dwStructSize = sizeof parts;
    parts.nScheme = INTERNET_SCHEME_HTTP;
    parts.lpszHostName = (char *)"host";
    parts.lpszUrlPath = (char *)"/p";
    length = claimed;
    CHECK(InternetCreateUrlA(&parts, 0, narrow, &length) && strcmp(narrow, expected) == 0);
    /* What goes in is taken at its word, so nothing as long as that can be meant. */
    parts.dwHostNameLength = claimed;
    length = sizeof expected;
    FAILS(InternetCreateUrlA(&parts, 0, narrow, &length), ERROR_INVALID_PARAMETER);
}

static void read_back(DWORD claimed, DWORD body) {
    SYSTEMTIME time;
    DWORD error = 0;
    DWORD count = 0;
    DWORD length = claimed;
    WCHAR url[40];
    HINTERNET request = opened();
    char *text = place(4);
    CHECK(HttpSendRequestA(request, NULL, 0, NULL, 0));
    CHECK(HttpQueryInfoA(request, HTTP_QUERY_STATUS_CODE, text, &length, NULL) && strcmp(text, "200") == 0);
    length = claimed;
    WCHAR *broad = place(4 * sizeof(WCHAR));
    CHECK(HttpQueryInfoW(request, HTTP_QUERY_STATUS_CODE, broad, &length, NULL) && is_wide(broad, "200"));
    length = claimed;
    CHECK(InternetGetLastResponseInfoA(&error, place(1), &length) && length == 0);
    length = claimed;
    CHECK(InternetReadFile(request, place(body), claimed, &count) && count == body);
    CHECK(InternetCloseHandle(request));

    CHECK(InternetSetCookieA("http://claimed.test/", "a", "b"));
    length = claimed;
    text = place(4);
    CHECK(InternetGetCookieA("http://claimed.test/", NULL, text, &length) && strcmp(text, "a=b") == 0);
    length = claimed;
    broad = place(4 * sizeof(WCHAR));
    CHECK(InternetGetCookieW(wide("http://claimed.test/", url), NULL, broad, &length) && is_wide(broad, "a=b"));
    memset(&time, 0, sizeof time);
    time.wYear = 2024;
    time.wMonth = time.wDay = 1;
    CHECK(InternetTimeFromSystemTimeA(&time, INTERNET_RFC1123_FORMAT, place(30), claimed));
    CHECK(InternetTimeFromSystemTimeW(&time, INTERNET_RFC1123_FORMAT, place(60), claimed));
}

/* R-PROJ-C-3 */
static void buffers_that_are_smaller_than_stated(DWORD body) {
    static const DWORD sizes[] = {0x7FFFFFFF, 0x80000000, 0xFFFFFFFF};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        int before = failures;
        crack(sizes[i]);
        rewrite(sizes[i]);
        read_back(sizes[i], body);
        if (failures > before) {
            printf("with %x\n", (unsigned)sizes[i]);
        }
    }
}

int main(int argc, char **argv) {
    slots = mmap(NULL, (size_t)SLOTS * (PAGES + 1) * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (slots == MAP_FAILED || argc < 3) {
        return 2;
    }
    for (size_t i = 0; i < SLOTS; i++) {
        mprotect(slots + (i * (PAGES + 1) + PAGES) * PAGE, PAGE, PROT_NONE);
    }
    port = (INTERNET_PORT)atoi(argv[1]);
    HINTERNET session = InternetOpenA("extent", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    connection = InternetConnectA(session, "127.0.0.1", port, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    headers_of_length_0();
    headers_without_nul();
    addresses_that_no_one_looks_at();
    buffers_that_are_smaller_than_stated((DWORD)atoi(argv[2]));
    CHECK(InternetCloseHandle(session));
    printf("%d failures\n", failures);
    return failures != 0;
}

/* Reading bodies. */
#include "harness.h"

#include <string.h>

static char buffer[10000];

static void say_read(HINTERNET request, DWORD size) {
    DWORD count = UNTOUCHED;
    memset(buffer, '#', 100);
    SetLastError(UNTOUCHED);
    BOOL worked = InternetReadFile(request, buffer, size, &count);
    DWORD error = GetLastError();
    say("read %u: %s, count %u", (unsigned)size, worked ? "TRUE" : "FALSE", (unsigned)count);
    if (!worked) {
        say("  error %s", error_text(error));
    } else if (count < sizeof buffer) {
        say_text(" ", buffer, count);
    }
}

static void small_pieces(void) {
    exchange e = get("/ok", PLAIN);
    say_read(e.request, 0);
    say_read(e.request, 2);
    say_read(e.request, 3);
    say_read(e.request, 100);
    say_read(e.request, 100);
    close_all(&e);
}

static void arguments(void) {
    DWORD count = 5;
    exchange e = get("/ok", PLAIN);
    TRY(InternetReadFile(e.request, NULL, 0, &count));
    say("count %u", (unsigned)count);
    close_all(&e);
}

static void chunked(void) {
    exchange e = get("/chunked", PLAIN);
    say_read(e.request, 3);
    say_read(e.request, 100);
    say_read(e.request, 100);
    say_read(e.request, 100);
    close_all(&e);
}

static void chunked_trailer(void) {
    char text[100] = "X-Trailer";
    DWORD size = sizeof text;
    exchange e = get("/chunked-trailer", PLAIN);
    say_body(e.request);
    TRY(HttpQueryInfoA(e.request, HTTP_QUERY_CUSTOM, text, &size, NULL));
    close_all(&e);
}

static void bodies(void) {
    static const char *const paths[] = {"/empty", "/until-close", "/short", "/short-chunk", "/bad-chunk", "/long"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        exchange e = get(paths[i], PLAIN);
        say_body(e.request);
        close_all(&e);
    }
}

static void too_long(void) {
    exchange e = get("/too-long", PLAIN);
    say_body(e.request);
    close_all(&e);
}

static void available(void) {
    DWORD count = UNTOUCHED;
    exchange e = get("/ok", PLAIN);
    TRY(InternetQueryDataAvailable(e.request, &count, 0, 0));
    say("available %u", (unsigned)count);
    say_read(e.request, 3);
    TRY(InternetQueryDataAvailable(e.request, &count, 0, 0));
    say("available %u", (unsigned)count);
    say_read(e.request, 100);
    TRY(InternetQueryDataAvailable(e.request, &count, 0, 0));
    say("available %u", (unsigned)count);
    TRY(InternetQueryDataAvailable(e.request, &count, 1, 0));
    close_all(&e);
}

static void available_chunked(void) {
    DWORD count = UNTOUCHED;
    exchange e = get("/chunked", PLAIN);
    TRY(InternetQueryDataAvailable(e.request, &count, 0, 0));
    say("available at all: %s", count > 0 ? "yes" : "no");
    say_body(e.request);
    TRY(InternetQueryDataAvailable(e.request, &count, 0, 0));
    say("available %u", (unsigned)count);
    close_all(&e);
}

static void positions(void) {
    exchange e = get("/ok", PLAIN);
    NUMBER(InternetSetFilePointer(e.request, 0, NULL, FILE_CURRENT, 0));
    say_read(e.request, 3);
    NUMBER(InternetSetFilePointer(e.request, 0, NULL, FILE_CURRENT, 0));
    NUMBER(InternetSetFilePointer(e.request, 1, NULL, FILE_BEGIN, 0));
    NUMBER(InternetSetFilePointer(e.request, 0, NULL, FILE_END, 0));
    NUMBER(InternetSetFilePointer(e.request, 0, NULL, 7, 0));
    close_all(&e);
}

static void read_ex(void) {
    INTERNET_BUFFERSA part;
    exchange e = get("/ok", PLAIN);
    memset(&part, 0, sizeof part);
    part.lpvBuffer = buffer;
    part.dwBufferLength = 4;
    TRY(InternetReadFileExA(e.request, &part, 0, 0));
    part.dwStructSize = sizeof part;
    TRY(InternetReadFileExA(e.request, &part, 0, 0));
    say_text("part", buffer, part.dwBufferLength);
    part.dwBufferLength = 100;
    TRY(InternetReadFileExA(e.request, &part, IRF_SYNC, 0));
    say_text("part", buffer, part.dwBufferLength);
    part.dwBufferLength = 100;
    TRY(InternetReadFileExA(e.request, &part, 0, 0));
    say("length %u", (unsigned)part.dwBufferLength);
    part.dwBufferLength = 100;
    TRY(InternetReadFileExA(e.request, &part, 0x80, 0));
    close_all(&e);
}

static void compressed(const char *path, DWORD decoding) {
    char text[100];
    DWORD size;
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, "GET", path, PLAIN);
    BOOL on = TRUE;
    if (decoding) {
        TRY(InternetSetOptionA(request, INTERNET_OPTION_HTTP_DECODING, &on, sizeof on));
    }
    TRY(HttpSendRequestA(request, "Accept-Encoding: gzip, deflate", (DWORD)-1, NULL, 0));
    size = sizeof text;
    if (TRY(HttpQueryInfoA(request, HTTP_QUERY_CONTENT_ENCODING, text, &size, NULL))) {
        say_text("encoding", text, size);
    }
    size = sizeof text;
    if (TRY(HttpQueryInfoA(request, HTTP_QUERY_CONTENT_LENGTH, text, &size, NULL))) {
        say_text("length", text, size);
    }
    say_body(request);
    InternetCloseHandle(session);
}

static void gzip_raw(void) { compressed("/gzip", FALSE); }

static void gzip_decoded(void) { compressed("/gzip", TRUE); }

static void deflate_decoded(void) { compressed("/deflate", TRUE); }

static void gzip_broken(void) { compressed("/gzip-broken", TRUE); }

static void lock_request_file(void) {
    HANDLE lock = NULL;
    exchange e = get("/ok", PLAIN);
    if (TRY(InternetLockRequestFile(e.request, &lock))) {
        say("lock: %s", lock == NULL ? "NULL" : "handle");
        TRY(InternetUnlockRequestFile(lock));
    }
    char file[500];
    DWORD size = sizeof file;
    TRY(InternetQueryOptionA(e.request, INTERNET_OPTION_DATAFILE_NAME, file, &size));
    close_all(&e);
}

static void error_after_success(void) {
    DWORD count = 0;
    exchange e = get("/ok", PLAIN);
    SetLastError(UNTOUCHED);
    InternetQueryDataAvailable(e.request, &count, 0, 0);
    say("error after InternetQueryDataAvailable: %s", error_text(GetLastError()));
    INTERNET_BUFFERSA part;
    memset(&part, 0, sizeof part);
    part.dwStructSize = sizeof part;
    part.lpvBuffer = buffer;
    part.dwBufferLength = 4;
    SetLastError(UNTOUCHED);
    InternetReadFileExA(e.request, &part, 0, 0);
    say("error after InternetReadFileEx: %s", error_text(GetLastError()));
    close_all(&e);
}

const scenario read_scenarios[] = {{"reads.small_pieces", small_pieces}, {"reads.arguments", arguments},
    {"reads.chunked", chunked}, {"reads.chunked_trailer", chunked_trailer}, {"reads.bodies", bodies},
    {"reads.too_long", too_long}, {"reads.available", available}, {"reads.available_chunked", available_chunked},
    {"reads.positions", positions}, {"reads.read_ex", read_ex}, {"reads.gzip_raw", gzip_raw},
    {"reads.gzip_decoded", gzip_decoded}, {"reads.deflate_decoded", deflate_decoded},
    {"reads.gzip_broken", gzip_broken}, {"reads.lock_request_file", lock_request_file},
    {"reads.error_after_success", error_after_success}, {NULL, NULL}};

/* Exchanges with the server and what they bring. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

HINTERNET open_session(DWORD flags) {
    HINTERNET session = InternetOpenA("differential", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, flags);
    InternetSetStatusCallbackA(session, record);
    return session;
}

HINTERNET open_connection(HINTERNET session) {
    return InternetConnectA(
        session, "127.0.0.1", server_port, NULL, NULL, INTERNET_SERVICE_HTTP, 0, context(CONNECTION));
}

HINTERNET open_request(HINTERNET connection, const char *verb, const char *path, DWORD flags) {
    return HttpOpenRequestA(connection, verb, path, NULL, NULL, NULL, flags, context(REQUEST));
}

exchange get(const char *path, DWORD flags) {
    exchange e;
    e.session = InternetOpenA("differential", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    e.connection =
        InternetConnectA(e.session, "127.0.0.1", server_port, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    e.request = HttpOpenRequestA(e.connection, NULL, path, NULL, NULL, NULL, flags, 0);
    SetLastError(UNTOUCHED);
    BOOL sent = HttpSendRequestA(e.request, NULL, 0, NULL, 0);
    DWORD error = GetLastError();
    say(sent ? "GET %s = TRUE" : "GET %s = FALSE, error %s", path, error_text(error));
    return e;
}

void close_all(exchange *e) {
    InternetCloseHandle(e->request);
    InternetCloseHandle(e->connection);
    InternetCloseHandle(e->session);
}

void server_url(char *url, const char *path) { snprintf(url, 100, "http://127.0.0.1:%u%s", server_port, path); }

void release(const char *name) {
    char path[100];
    HINTERNET session = InternetOpenA("differential", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET connection =
        InternetConnectA(session, "127.0.0.1", server_port, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    snprintf(path, sizeof path, "/release/%s", name);
    HINTERNET request = HttpOpenRequestA(connection, NULL, path, NULL, NULL, NULL, PLAIN, 0);
    if (!HttpSendRequestA(request, NULL, 0, NULL, 0)) {
        say("%s failed, error %s", path, error_text(GetLastError()));
    }
    InternetCloseHandle(request);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
}

static char body[200000];

static size_t read_body(HINTERNET request) {
    size_t total = 0;
    for (;;) {
        DWORD read = 0;
        SetLastError(UNTOUCHED);
        BOOL worked = InternetReadFile(request, body + total, 4096, &read);
        DWORD error = GetLastError();
        if (!worked) {
            say("reading failed after %u bytes, error %s", (unsigned)total, error_text(error));
            return total;
        }
        if (read == 0) {
            return total;
        }
        total += read;
    }
}

void say_body(HINTERNET request) {
    char label[40];
    size_t length = read_body(request);
    snprintf(label, sizeof label, "body of %u bytes", (unsigned)length);
    say_text(label, body, length);
}

static int by_text(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

void say_echo(HINTERNET request) {
    char *lines[100];
    size_t count = 0;
    size_t length = read_body(request);
    body[length] = '\0';
    for (char *at = body; *at != '\0' && count < 100;) {
        lines[count++] = at;
        at += strcspn(at, "\n");
        if (*at == '\n') {
            *at++ = '\0';
        }
    }
    qsort(lines, count, sizeof *lines, by_text);
    for (size_t i = 0; i < count; i++) {
        say("  sent: %s", lines[i]);
    }
}

void say_status(HINTERNET request) {
    DWORD code = 0;
    DWORD size = sizeof code;
    if (TRY(HttpQueryInfoA(request, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &code, &size, NULL))) {
        say("status %u", (unsigned)code);
    }
}

void say_option_text(const char *label, HINTERNET handle, DWORD option) {
    char text[1000];
    DWORD size = sizeof text;
    memset(text, '#', sizeof text);
    SetLastError(UNTOUCHED);
    if (InternetQueryOptionA(handle, option, text, &size)) {
        char full[100];
        snprintf(full, sizeof full, "%s, size %u,", label, (unsigned)size);
        say_text(full, text, size < sizeof text ? size + 1 : size);
    } else {
        say("%s: FALSE, error %s, size %u", label, error_text(GetLastError()), (unsigned)size);
    }
}

void say_option_number(const char *label, HINTERNET handle, DWORD option) {
    DWORD value = UNTOUCHED;
    DWORD size = sizeof value;
    SetLastError(UNTOUCHED);
    if (InternetQueryOptionA(handle, option, &value, &size)) {
        say("%s: %u, size %u", label, (unsigned)value, (unsigned)size);
    } else {
        say("%s: FALSE, error %s, size %u", label, error_text(GetLastError()), (unsigned)size);
    }
}

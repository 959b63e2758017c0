#include "harness.h"
#include "platform.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

INTERNET_PORT server_port;

static char port_text[8];
static int current; /* number of the scenario */

static lock_type lock;
static condition_type changed;

/* Guarded by lock. */
enum { RECORDS = 400, RECORD_SIZE = 300 };
static char records[RECORDS][RECORD_SIZE];
static int record_count;
static int completions, completions_taken;
static int closings;
static int receiving;

void harness_init(int port) {
    server_port = (INTERNET_PORT)port;
    snprintf(port_text, sizeof port_text, "%d", port);
    lock_init(&lock, &changed);
}

void harness_begin(int number) {
    lock_enter(&lock);
    current = number;
    record_count = completions = completions_taken = closings = receiving = 0;
    lock_leave(&lock);
}

DWORD_PTR context(int kind) { return ((DWORD_PTR)current << 8) | (DWORD_PTR)kind; }

/* Prints with the port hidden. */
static void put(const char *text) {
    size_t digits = strlen(port_text);
    for (const char *at = text; *at != '\0';) {
        int inside = at > text && at[-1] >= '0' && at[-1] <= '9';
        if (!inside && strncmp(at, port_text, digits) == 0 && !(at[digits] >= '0' && at[digits] <= '9')) {
            fputs("PORT", stdout);
            at += digits;
        } else {
            fputc(*at++, stdout);
        }
    }
    fputc('\n', stdout);
    fflush(stdout);
}

void say(const char *format, ...) {
    char line[4096];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    put(line);
}

static size_t visible(char *to, size_t room, size_t at, unsigned c) {
    const char *name = c == '\r' ? "\\r" : c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == 0 ? "\\0" : NULL;
    if (name != NULL) {
        return at + (size_t)snprintf(to + at, room - at, "%s", name);
    }
    return at + (size_t)snprintf(to + at, room - at, c >= 32 && c < 127 ? "%c" : c < 256 ? "\\x%02x" : "\\u%04x", c);
}

enum { SHOWN = 600 };

void say_text(const char *label, const char *text, size_t length) {
    char line[4096] = "";
    size_t at = 0;
    for (size_t i = 0; i < length && i < SHOWN; i++) {
        at = visible(line, sizeof line, at, (unsigned char)text[i]);
    }
    say("%s \"%s\"%s", label, line, length > SHOWN ? "..." : "");
}

void say_wide(const char *label, const WCHAR *text, size_t length) {
    char line[4096] = "";
    size_t at = 0;
    for (size_t i = 0; i < length && i < SHOWN; i++) {
        at = visible(line, sizeof line, at, (unsigned)text[i] & 0xFFFF);
    }
    say("%s \"%s\"%s", label, line, length > SHOWN ? "..." : "");
}

const char *error_text(DWORD error) {
    static char text[16];
    if (error == UNTOUCHED) {
        return "untouched";
    }
    snprintf(text, sizeof text, "%u", (unsigned)error);
    return text;
}

BOOL said_bool(const char *call, BOOL result) {
    DWORD error = GetLastError();
    if (result == TRUE) {
        say("%s = TRUE", call);
    } else if (result == FALSE) {
        say("%s = FALSE, error %s", call, error_text(error));
    } else {
        say("%s = %d, error %s", call, (int)result, error_text(error));
    }
    SetLastError(error);
    return result;
}

HINTERNET said_handle(const char *call, HINTERNET result) {
    DWORD error = GetLastError();
    if (result != NULL) {
        say("%s = handle", call);
    } else {
        say("%s = NULL, error %s", call, error_text(error));
    }
    SetLastError(error);
    return result;
}

DWORD said_number(const char *call, DWORD result) {
    DWORD error = GetLastError();
    say("%s = %u, error %s", call, (unsigned)result, error_text(error));
    return result;
}

static void await(int *counter, int count) {
    lock_enter(&lock);
    while (*counter < count) {
        condition_wait(&changed, &lock, 1);
    }
    lock_leave(&lock);
}

void await_completions(int count) { await(&completions, count); }

void await_closings(int count) { await(&closings, count); }

void await_receiving(int count) { await(&receiving, count); }

static void completed(int pending) {
    if (pending) {
        await_completions(++completions_taken);
    }
    say_callbacks();
}

BOOL said_pending(const char *call, BOOL result) {
    DWORD error = GetLastError();
    said_bool(call, result);
    completed(!result && error == ERROR_IO_PENDING);
    return result;
}

HINTERNET said_pending_handle(const char *call, HINTERNET result) {
    DWORD error = GetLastError();
    said_handle(call, result);
    completed(result == NULL && error == ERROR_IO_PENDING);
    return result;
}

/* Statuses, and what comes with them: nothing, text, a number, a handle, a result. */
static const struct {
    DWORD status;
    const char *name;
    char payload;
} statuses[] = {{INTERNET_STATUS_RESOLVING_NAME, "RESOLVING_NAME", 't'},
    {INTERNET_STATUS_NAME_RESOLVED, "NAME_RESOLVED", 't'},
    {INTERNET_STATUS_CONNECTING_TO_SERVER, "CONNECTING_TO_SERVER", 't'},
    {INTERNET_STATUS_CONNECTED_TO_SERVER, "CONNECTED_TO_SERVER", 't'},
    {INTERNET_STATUS_SENDING_REQUEST, "SENDING_REQUEST", 'p'}, {INTERNET_STATUS_REQUEST_SENT, "REQUEST_SENT", 'n'},
    {INTERNET_STATUS_RECEIVING_RESPONSE, "RECEIVING_RESPONSE", 'p'},
    {INTERNET_STATUS_RESPONSE_RECEIVED, "RESPONSE_RECEIVED", 'n'},
    {INTERNET_STATUS_CLOSING_CONNECTION, "CLOSING_CONNECTION", 'p'},
    {INTERNET_STATUS_CONNECTION_CLOSED, "CONNECTION_CLOSED", 'p'},
    {INTERNET_STATUS_HANDLE_CREATED, "HANDLE_CREATED", 'h'}, {INTERNET_STATUS_HANDLE_CLOSING, "HANDLE_CLOSING", 'h'},
    {INTERNET_STATUS_REQUEST_COMPLETE, "REQUEST_COMPLETE", 'r'}, {INTERNET_STATUS_REDIRECT, "REDIRECT", 't'},
    {INTERNET_STATUS_INTERMEDIATE_RESPONSE, "INTERMEDIATE_RESPONSE", 'n'},
    {INTERNET_STATUS_STATE_CHANGE, "STATE_CHANGE", 'n'}, {INTERNET_STATUS_COOKIE_SENT, "COOKIE_SENT", 'p'},
    {INTERNET_STATUS_COOKIE_RECEIVED, "COOKIE_RECEIVED", 'p'},
    {INTERNET_STATUS_COOKIE_HISTORY, "COOKIE_HISTORY", 'p'}, {INTERNET_STATUS_DETECTING_PROXY, "DETECTING_PROXY", 'p'}};

static void describe(char *line, size_t room, char payload, const void *information, DWORD length) {
    if (information == NULL) {
        snprintf(line, room, " nothing, length %u", (unsigned)length);
    } else if (payload == 't') {
        snprintf(line, room, " \"%s\", length %u", (const char *)information, (unsigned)length);
    } else if (payload == 'n') {
        snprintf(line, room, " %u, length %u", (unsigned)*(const DWORD *)information, (unsigned)length);
    } else if (payload == 'h') {
        snprintf(line, room, " %s, length %u", *(const HINTERNET *)information != NULL ? "handle" : "NULL",
            (unsigned)length);
    } else if (payload == 'r') {
        const INTERNET_ASYNC_RESULT *result = information;
        snprintf(line, room, " result %s, error %u, length %u",
            result->dwResult == 0 ? "0" : result->dwResult == 1 ? "1" : "handle", (unsigned)result->dwError,
            (unsigned)length);
    } else {
        snprintf(line, room, " something, length %u", (unsigned)length);
    }
}

void CALLBACK record(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID information, DWORD length) {
    static const char *const kinds[] = {"?", "connection", "request", "second", "call"};
    (void)handle;
    lock_enter(&lock);
    if ((int)(context >> 8) == current) {
        if (record_count < RECORDS) {
            char *line = records[record_count++];
            const char *name = "status";
            char payload = 'p';
            for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
                if (statuses[i].status == status) {
                    name = statuses[i].name;
                    payload = statuses[i].payload;
                }
            }
            size_t kind = context & 0xFF;
            int at = snprintf(line, RECORD_SIZE, "  %s: %s", kinds[kind < 5 ? kind : 0], name);
            if (strcmp(name, "status") == 0) {
                at += snprintf(line + at, RECORD_SIZE - (size_t)at, " %u", (unsigned)status);
            }
            describe(line + at, RECORD_SIZE - (size_t)at, payload, information, length);
        }
        completions += status == INTERNET_STATUS_REQUEST_COMPLETE;
        receiving += status == INTERNET_STATUS_RECEIVING_RESPONSE;
        closings += status == INTERNET_STATUS_HANDLE_CLOSING;
        condition_signal(&changed);
    }
    lock_leave(&lock);
}

void say_callbacks(void) {
    lock_enter(&lock);
    for (int i = 0; i < record_count; i++) {
        put(records[i]);
    }
    record_count = 0;
    lock_leave(&lock);
}

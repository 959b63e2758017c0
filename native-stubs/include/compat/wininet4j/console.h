/*
 * The standard handles: what is written to them goes the way of printf, in its order. A mode, and so a console, is
 * there if the handle is that of a terminal; titles, colours and code pages mean nothing, text is UTF-8.
 */
#ifndef WININET4J_COMPAT_CONSOLE_H
#define WININET4J_COMPAT_CONSOLE_H

#include "text.h"

#include <unistd.h>

#define STD_INPUT_HANDLE                   ((DWORD)-10)
#define STD_OUTPUT_HANDLE                  ((DWORD)-11)
#define STD_ERROR_HANDLE                   ((DWORD)-12)
#define ENABLE_PROCESSED_INPUT             0x1
#define ENABLE_LINE_INPUT                  0x2
#define ENABLE_ECHO_INPUT                  0x4
#define ENABLE_PROCESSED_OUTPUT            0x1
#define ENABLE_WRAP_AT_EOL_OUTPUT          0x2
#define ENABLE_VIRTUAL_TERMINAL_PROCESSING 0x4
#define FOREGROUND_BLUE                    0x1
#define FOREGROUND_GREEN                   0x2
#define FOREGROUND_RED                     0x4
#define FOREGROUND_INTENSITY               0x8
#define BACKGROUND_BLUE                    0x10
#define BACKGROUND_GREEN                   0x20
#define BACKGROUND_RED                     0x40
#define BACKGROUND_INTENSITY               0x80

static inline HANDLE GetStdHandle(DWORD which) {
    if (which < STD_ERROR_HANDLE || which > STD_INPUT_HANDLE) {
        SetLastError(ERROR_INVALID_HANDLE);
        return INVALID_HANDLE_VALUE;
    }
    return (HANDLE)(LONG_PTR)(LONG)which;
}

/* NULL with the last error for any other handle. */
static inline FILE *wininet4j_standard_stream(HANDLE handle) {
    DWORD which = (DWORD)(UINT_PTR)handle;
    if (handle == (HANDLE)(LONG_PTR)(LONG)which && which >= STD_ERROR_HANDLE && which <= STD_INPUT_HANDLE) {
        return which == STD_INPUT_HANDLE ? stdin : which == STD_OUTPUT_HANDLE ? stdout : stderr;
    }
    SetLastError(ERROR_INVALID_HANDLE);
    return NULL;
}

/* The same if it is a terminal. */
static inline FILE *wininet4j_terminal(HANDLE console) {
    FILE *stream = wininet4j_standard_stream(console);
    if (stream != NULL && !isatty(fileno(stream))) {
        SetLastError(ERROR_INVALID_HANDLE);
        return NULL;
    }
    return stream;
}

/* There are no files: these are for the standard handles alone. */
static inline BOOL WriteFile(HANDLE file, LPCVOID from, DWORD size, LPDWORD written, LPVOID overlapped) {
    (void)overlapped;
    FILE *stream = wininet4j_standard_stream(file);
    size_t done = stream == NULL ? 0 : fwrite(from, 1, size, stream);
    BOOL is_done = stream != NULL && done == size && fflush(stream) == 0;
    if (stream != NULL && !is_done) {
        SetLastError(ERROR_WRITE_FAULT);
    }
    if (written != NULL) {
        *written = (DWORD)done;
    }
    return is_done;
}

/* At most a line; nothing at the end. */
static inline BOOL ReadFile(HANDLE file, LPVOID to, DWORD size, LPDWORD read, LPVOID overlapped) {
    (void)overlapped;
    FILE *stream = wininet4j_standard_stream(file);
    DWORD done = 0;
    for (int c = 0; stream != NULL && done < size && c != '\n' && (c = fgetc(stream)) != EOF;) {
        ((BYTE *)to)[done++] = (BYTE)c;
    }
    if (read != NULL) {
        *read = done;
    }
    return stream != NULL;
}

static inline BOOL WriteConsoleA(HANDLE console, LPCVOID text, DWORD count, LPDWORD written, LPVOID reserved) {
    return wininet4j_terminal(console) != NULL && WriteFile(console, text, count, written, reserved);
}

static inline BOOL WriteConsoleW(HANDLE console, LPCVOID text, DWORD count, LPDWORD written, LPVOID reserved) {
    (void)reserved;
    char *bytes = wininet4j_utf8((LPCWSTR)text, count);
    if (bytes == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return FALSE;
    }
    BOOL is_done = WriteConsoleA(console, bytes, (DWORD)strlen(bytes), NULL, NULL);
    free(bytes);
    if (written != NULL) {
        *written = is_done ? count : 0;
    }
    return is_done;
}

static inline BOOL GetConsoleMode(HANDLE console, LPDWORD mode) {
    FILE *stream = wininet4j_terminal(console);
    if (stream == NULL) {
        return FALSE;
    }
    *mode = stream == stdin ? ENABLE_PROCESSED_INPUT | ENABLE_LINE_INPUT | ENABLE_ECHO_INPUT
        : ENABLE_PROCESSED_OUTPUT | ENABLE_WRAP_AT_EOL_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING;
    return TRUE;
}
static inline BOOL SetConsoleMode(HANDLE console, DWORD mode) {
    (void)mode;
    return wininet4j_terminal(console) != NULL;
}
static inline BOOL SetConsoleTextAttribute(HANDLE console, WORD attributes) {
    return SetConsoleMode(console, attributes);
}
static inline BOOL SetConsoleTitleA(LPCSTR title) { return title != NULL; }
static inline BOOL SetConsoleTitleW(LPCWSTR title) { return title != NULL; }
static inline UINT GetConsoleCP(VOID) { return CP_UTF8; }
static inline UINT GetConsoleOutputCP(VOID) { return CP_UTF8; }
static inline BOOL SetConsoleCP(UINT page) { return page != 0; }
static inline BOOL SetConsoleOutputCP(UINT page) { return page != 0; }

#endif

/*
 * Texts of errors, and boxes, which are lines on standard error.
 */
#ifndef WININET4J_COMPAT_MESSAGE_H
#define WININET4J_COMPAT_MESSAGE_H

#include "format.h"
#include "memory.h"

#define FORMAT_MESSAGE_ALLOCATE_BUFFER 0x100
#define FORMAT_MESSAGE_IGNORE_INSERTS  0x200
#define FORMAT_MESSAGE_FROM_STRING     0x400
#define FORMAT_MESSAGE_FROM_HMODULE    0x800
#define FORMAT_MESSAGE_FROM_SYSTEM     0x1000
#define FORMAT_MESSAGE_ARGUMENT_ARRAY  0x2000
#define FORMAT_MESSAGE_MAX_WIDTH_MASK  0xFF
#define LANG_NEUTRAL                   0x0
#define LANG_ENGLISH                   0x9
#define SUBLANG_NEUTRAL                0x0
#define SUBLANG_DEFAULT                0x1
#define SUBLANG_ENGLISH_US             0x1
#define MAKELANGID(primary, sub)       ((WORD)((WORD)(sub) << 10 | (WORD)(primary)))
#define MB_OK                          0x0
#define MB_OKCANCEL                    0x1
#define MB_ICONERROR                   0x10
#define MB_ICONHAND                    0x10
#define MB_ICONSTOP                    0x10
#define MB_ICONEXCLAMATION             0x30
#define MB_ICONWARNING                 0x30
#define MB_ICONINFORMATION             0x40
#define IDOK                           1

/* The sentence of an error, or NULL. */
static inline const char *wininet4j_error_text(DWORD code) {
    switch (code) {
#define WININET4J_ERROR_TEXT(number, text)                                                                             \
    case number: return text;
#include "error_texts.h"
#undef WININET4J_ERROR_TEXT
    default: return NULL;
    }
}

/*
 * The message with its end of line, to be freed, or NULL with the last error. Numbers from 12000 on are in the table of
 * wininet.dll, the others in that of the system; the texts have no inserts.
 */
static inline char *wininet4j_message(DWORD flags, LPCVOID source, DWORD code) {
    DWORD from = flags & (FORMAT_MESSAGE_FROM_HMODULE | FORMAT_MESSAGE_FROM_SYSTEM);
    if (from == 0) {
        SetLastError(flags & FORMAT_MESSAGE_FROM_STRING ? ERROR_CALL_NOT_IMPLEMENTED : ERROR_INVALID_PARAMETER);
        return NULL;
    }
    if (from == FORMAT_MESSAGE_FROM_HMODULE && source == NULL) {
        SetLastError(ERROR_RESOURCE_TYPE_NOT_FOUND);
        return NULL;
    }
    BOOL is_there = code >= 12000 ? (from & FORMAT_MESSAGE_FROM_HMODULE) != 0 && source != NULL
                                  : (from & FORMAT_MESSAGE_FROM_SYSTEM) != 0;
    const char *text = is_there ? wininet4j_error_text(code) : NULL;
    if (text == NULL) {
        SetLastError(ERROR_MR_MID_NOT_FOUND);
        return NULL;
    }
    const char *end = (flags & FORMAT_MESSAGE_MAX_WIDTH_MASK) == FORMAT_MESSAGE_MAX_WIDTH_MASK ? " " : "\r\n";
    char *message = (char *)malloc(strlen(text) + 3);
    if (message == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    } else {
        strcpy(message, text);
        strcat(message, end);
    }
    return message;
}

/* Where the message goes: a new block of at least size characters, or the buffer of size. NULL with the last error. */
static inline void *wininet4j_message_place(DWORD flags, void *buffer, DWORD size, size_t length, size_t width) {
    if (flags & FORMAT_MESSAGE_ALLOCATE_BUFFER) {
        void *block = LocalAlloc(LMEM_ZEROINIT, (size > length ? size : length + 1) * width);
        *(void **)buffer = block;
        return block;
    }
    if (size <= length) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return NULL;
    }
    return buffer;
}

static inline DWORD FormatMessageA(
    DWORD flags, LPCVOID source, DWORD code, DWORD language, LPSTR buffer, DWORD size, va_list *arguments) {
    (void)language;
    (void)arguments;
    char *message = wininet4j_message(flags, source, code);
    size_t length = message == NULL ? 0 : strlen(message);
    void *place = message == NULL ? NULL : wininet4j_message_place(flags, buffer, size, length, 1);
    if (place != NULL) {
        memcpy(place, message, length + 1);
    }
    free(message);
    return place == NULL ? 0 : (DWORD)length;
}

static inline DWORD FormatMessageW(
    DWORD flags, LPCVOID source, DWORD code, DWORD language, LPWSTR buffer, DWORD size, va_list *arguments) {
    (void)language;
    (void)arguments;
    char *message = wininet4j_message(flags, source, code);
    size_t length = 0;
    WCHAR *units = message == NULL ? NULL : wininet4j_utf16(message, strlen(message), &length);
    void *place = units == NULL ? NULL : wininet4j_message_place(flags, buffer, size, length, sizeof(WCHAR));
    if (place != NULL) {
        memcpy(place, units, (length + 1) * sizeof(WCHAR));
    }
    free(units);
    free(message);
    return place == NULL ? 0 : (DWORD)length;
}

static inline int MessageBoxA(HWND window, LPCSTR text, LPCSTR caption, UINT type) {
    (void)window;
    (void)type;
    (void)wininet4j_fprintf(stderr, "%s: %s\n", caption == NULL ? "Error" : caption, text == NULL ? "" : text);
    return IDOK;
}

static inline int MessageBoxW(HWND window, LPCWSTR text, LPCWSTR caption, UINT type) {
    (void)window;
    (void)type;
    static const WCHAR error[] = {'E', 'r', 'r', 'o', 'r', 0};
    static const WCHAR nothing[] = {0};
    (void)wininet4j_fprintf(stderr, "%S: %S\n", caption == NULL ? error : caption, text == NULL ? nothing : text);
    return IDOK;
}

static inline VOID OutputDebugStringA(LPCSTR text) { (void)fputs(text, stderr); }
static inline VOID OutputDebugStringW(LPCWSTR text) { (void)wininet4j_fputws(text, stderr); }

#endif

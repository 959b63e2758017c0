/*
 * Text in UTF-16, UTF-8 and the ANSI code page, which is 1252 as it is for the A functions of WinInet.
 */
#ifndef WININET4J_COMPAT_TEXT_H
#define WININET4J_COMPAT_TEXT_H

#include "base.h"

#define CP_ACP               0
#define CP_THREAD_ACP        3
#define CP_UTF8              65001
#define MB_PRECOMPOSED       0x1
#define MB_ERR_INVALID_CHARS 0x8
#define WC_ERR_INVALID_CHARS 0x80

#define WININET4J_BAD_CHARACTER 0xFFFD

static inline BOOL wininet4j_is_ansi(UINT page) { return page == CP_ACP || page == CP_THREAD_ACP || page == 1252; }

/* What the bytes 0x80 to 0x9F are in code page 1252; what is not assigned stays as it is. */
static inline uint32_t wininet4j_ansi_character(unsigned char byte) {
    static const uint16_t upper[] = {0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160,
        0x2039, 0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122,
        0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};
    return byte < 0x80 || byte > 0x9F ? byte : upper[byte - 0x80];
}

/* One character of UTF-8; returns its bytes, 0 if they are none. */
static inline size_t wininet4j_utf8_character(const unsigned char *from, size_t count, uint32_t *character) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t size = from[0] < 0x80 ? 1
        : from[0] < 0xC2         ? 0
        : from[0] < 0xE0         ? 2
        : from[0] < 0xF0         ? 3
        : from[0] < 0xF5         ? 4
                                 : 0;
    if (size == 0 || size > count) {
        return 0;
    }
    uint32_t value = size == 1 ? from[0] : from[0] & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++) {
        if ((from[i] & 0xC0) != 0x80) {
            return 0;
        }
        value = value << 6 | (from[i] & 0x3F);
    }
    if (value < least[size] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
        return 0;
    }
    *character = value;
    return size;
}

/* One character of UTF-16; returns its units, 0 if it is half a character. */
static inline size_t wininet4j_utf16_character(const WCHAR *from, size_t count, uint32_t *character) {
    *character = from[0];
    if (from[0] < 0xD800 || from[0] > 0xDFFF) {
        return 1;
    }
    if (from[0] > 0xDBFF || count < 2 || from[1] < 0xDC00 || from[1] > 0xDFFF) {
        return 0;
    }
    *character = 0x10000 + ((uint32_t)(from[0] & 0x3FF) << 10) + (from[1] & 0x3FF);
    return 2;
}

static inline size_t wininet4j_put_utf16(WCHAR *to, uint32_t character) {
    if (character < 0x10000) {
        to[0] = (WCHAR)character;
        return 1;
    }
    to[0] = (WCHAR)(0xD800 + ((character - 0x10000) >> 10));
    to[1] = (WCHAR)(0xDC00 + (character & 0x3FF));
    return 2;
}

static inline size_t wininet4j_put_utf8(char *to, uint32_t character) {
    size_t size = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = size - 1; i > 0; i--) {
        to[i] = (char)(0x80 | (character & 0x3F));
        character >>= 6;
    }
    to[0] = (char)(first[size] | character);
    return size;
}

/* 1; 0 and a question mark if the code page lacks the character. */
static inline BOOL wininet4j_put_ansi(char *to, uint32_t character) {
    for (unsigned byte = 0; byte < 0x100; byte++) {
        if (wininet4j_ansi_character((unsigned char)byte) == character) {
            *to = (char)byte;
            return TRUE;
        }
    }
    *to = '?';
    return FALSE;
}

static inline int wininet4j_text_failure(DWORD error) {
    SetLastError(error);
    return 0;
}

static inline int lstrlenA(LPCSTR text) { return text == NULL ? 0 : (int)strlen(text); }

static inline int lstrlenW(LPCWSTR text) {
    int length = 0;
    while (text != NULL && text[length] != 0) {
        length++;
    }
    return length;
}

/* A count of -1 means up to the NUL and with it; without room it only counts. */
static inline int MultiByteToWideChar(
    UINT page, DWORD flags, LPCSTR from, int count, LPWSTR to, int room) {
    if (from == NULL || count == 0 || count < -1 || room < 0 || (room > 0 && to == NULL)
        || (page != CP_UTF8 && !wininet4j_is_ansi(page))) {
        return wininet4j_text_failure(ERROR_INVALID_PARAMETER);
    }
    size_t size = count < 0 ? strlen(from) + 1 : (size_t)count;
    int written = 0;
    for (size_t i = 0; i < size;) {
        const unsigned char *at = (const unsigned char *)from + i;
        uint32_t character = wininet4j_ansi_character(*at);
        size_t used = page == CP_UTF8 ? wininet4j_utf8_character(at, size - i, &character) : 1;
        if (used == 0) {
            if (flags & MB_ERR_INVALID_CHARS) {
                return wininet4j_text_failure(ERROR_NO_UNICODE_TRANSLATION);
            }
            character = WININET4J_BAD_CHARACTER;
            used = 1;
        }
        WCHAR units[2];
        int length = (int)wininet4j_put_utf16(units, character);
        if (room > 0) {
            if (length > room - written) {
                return wininet4j_text_failure(ERROR_INSUFFICIENT_BUFFER);
            }
            memcpy(to + written, units, (size_t)length * sizeof(WCHAR));
        }
        written += length;
        i += used;
    }
    return written;
}

/* lost: whether a character was replaced. The character for that is always a question mark. */
static inline int WideCharToMultiByte(UINT page, DWORD flags, LPCWSTR from, int count, LPSTR to, int room,
    LPCSTR replacement, LPBOOL lost) {
    if (from == NULL || count == 0 || count < -1 || room < 0 || (room > 0 && to == NULL)
        || (page != CP_UTF8 && !wininet4j_is_ansi(page))
        || (page == CP_UTF8 && (replacement != NULL || lost != NULL))) {
        return wininet4j_text_failure(ERROR_INVALID_PARAMETER);
    }
    size_t size = count < 0 ? (size_t)lstrlenW(from) + 1 : (size_t)count;
    int written = 0;
    BOOL is_lost = FALSE;
    for (size_t i = 0; i < size;) {
        uint32_t character;
        size_t used = wininet4j_utf16_character(from + i, size - i, &character);
        if (used == 0) {
            if (flags & WC_ERR_INVALID_CHARS) {
                return wininet4j_text_failure(ERROR_NO_UNICODE_TRANSLATION);
            }
            character = WININET4J_BAD_CHARACTER;
            used = 1;
        }
        char bytes[4];
        int length = 1;
        if (page == CP_UTF8) {
            length = (int)wininet4j_put_utf8(bytes, character);
        } else {
            is_lost |= !wininet4j_put_ansi(bytes, character);
        }
        if (room > 0) {
            if (length > room - written) {
                return wininet4j_text_failure(ERROR_INSUFFICIENT_BUFFER);
            }
            memcpy(to + written, bytes, (size_t)length);
        }
        written += length;
        i += used;
    }
    if (lost != NULL) {
        *lost = is_lost;
    }
    return written;
}

/* A copy in UTF-8, to be freed; NULL without memory. */
static inline char *wininet4j_utf8(LPCWSTR from, size_t count) {
    char *to = (char *)malloc(3 * count + 1);
    size_t length = 0;
    for (size_t i = 0; to != NULL && i < count;) {
        uint32_t character;
        size_t used = wininet4j_utf16_character(from + i, count - i, &character);
        length += wininet4j_put_utf8(to + length, used == 0 ? WININET4J_BAD_CHARACTER : character);
        i += used == 0 ? 1 : used;
    }
    if (to != NULL) {
        to[length] = '\0';
    }
    return to;
}

/* A copy in UTF-16, to be freed; a byte that is no UTF-8 is one of the ANSI code page. */
static inline WCHAR *wininet4j_utf16(const char *from, size_t count, size_t *length) {
    WCHAR *to = (WCHAR *)malloc((count + 1) * sizeof(WCHAR));
    *length = 0;
    for (size_t i = 0; to != NULL && i < count;) {
        uint32_t character;
        size_t used = wininet4j_utf8_character((const unsigned char *)from + i, count - i, &character);
        if (used == 0) {
            character = wininet4j_ansi_character((unsigned char)from[i]);
            used = 1;
        }
        *length += wininet4j_put_utf16(to + *length, character);
        i += used;
    }
    if (to != NULL) {
        to[*length] = 0;
    }
    return to;
}

/* Copies and comparisons. Case is that of ASCII. */

static inline WCHAR wininet4j_lower(WCHAR c) { return c >= 'A' && c <= 'Z' ? (WCHAR)(c + ('a' - 'A')) : c; }

static inline int wininet4j_compare(LPCWSTR a, LPCWSTR b, size_t count, BOOL ignore_case) {
    for (size_t i = 0; i < count; i++) {
        WCHAR x = ignore_case ? wininet4j_lower(a[i]) : a[i];
        WCHAR y = ignore_case ? wininet4j_lower(b[i]) : b[i];
        if (x != y) {
            return x < y ? -1 : 1;
        }
        if (x == 0) {
            break;
        }
    }
    return 0;
}

static inline LPSTR lstrcpyA(LPSTR to, LPCSTR from) { return strcpy(to, from); }
static inline LPSTR lstrcatA(LPSTR to, LPCSTR from) { return strcat(to, from); }
static inline int lstrcmpA(LPCSTR a, LPCSTR b) { return strcmp(a, b); }
static inline int lstrcmpiA(LPCSTR a, LPCSTR b) { return strcasecmp(a, b); }
static inline int lstrcmpW(LPCWSTR a, LPCWSTR b) { return wininet4j_compare(a, b, SIZE_MAX, FALSE); }
static inline int lstrcmpiW(LPCWSTR a, LPCWSTR b) { return wininet4j_compare(a, b, SIZE_MAX, TRUE); }

static inline LPWSTR lstrcpyW(LPWSTR to, LPCWSTR from) {
    return (LPWSTR)memmove(to, from, ((size_t)lstrlenW(from) + 1) * sizeof(WCHAR));
}

static inline LPWSTR lstrcatW(LPWSTR to, LPCWSTR from) {
    (void)lstrcpyW(to + lstrlenW(to), from);
    return to;
}

/* room: with the NUL, which is always written. */
static inline LPSTR lstrcpynA(LPSTR to, LPCSTR from, int room) {
    int i = 0;
    for (; i < room - 1 && from[i] != 0; i++) {
        to[i] = from[i];
    }
    if (room > 0) {
        to[i] = 0;
    }
    return to;
}

static inline LPWSTR lstrcpynW(LPWSTR to, LPCWSTR from, int room) {
    int i = 0;
    for (; i < room - 1 && from[i] != 0; i++) {
        to[i] = from[i];
    }
    if (room > 0) {
        to[i] = 0;
    }
    return to;
}

/* The wide functions of C under names of their own; names.h gives them the usual ones where L"text" is WCHAR text. */

static inline size_t wininet4j_wcslen(LPCWSTR text) { return (size_t)lstrlenW(text); }

static inline LPWSTR wininet4j_wcsncpy(LPWSTR to, LPCWSTR from, size_t count) {
    size_t i = 0;
    for (; i < count && from[i] != 0; i++) {
        to[i] = from[i];
    }
    for (; i < count; i++) {
        to[i] = 0;
    }
    return to;
}

static inline LPWSTR wininet4j_wcschr(LPCWSTR text, WCHAR c) {
    for (;; text++) {
        if (*text == c) {
            return (LPWSTR)text;
        }
        if (*text == 0) {
            return NULL;
        }
    }
}

static inline LPWSTR wininet4j_wcsrchr(LPCWSTR text, WCHAR c) {
    for (int i = lstrlenW(text); i >= 0; i--) {
        if (text[i] == c) {
            return (LPWSTR)text + i;
        }
    }
    return NULL;
}

static inline LPWSTR wininet4j_wcsstr(LPCWSTR text, LPCWSTR part) {
    size_t length = wininet4j_wcslen(part);
    for (;; text++) {
        if (wininet4j_compare(text, part, length, FALSE) == 0) {
            return (LPWSTR)text;
        }
        if (*text == 0) {
            return NULL;
        }
    }
}

static inline LPWSTR wininet4j_wcsdup(LPCWSTR text) {
    size_t size = (wininet4j_wcslen(text) + 1) * sizeof(WCHAR);
    LPWSTR copy = (LPWSTR)malloc(size);
    return copy == NULL ? NULL : (LPWSTR)memcpy(copy, text, size);
}

/* A number by the function of C: what precedes it and its digits are ASCII. */
static inline long long wininet4j_wcstoll(LPCWSTR text, LPWSTR *end, int base) {
    char digits[80];
    size_t i = 0;
    for (; i < sizeof digits - 1 && text[i] != 0 && text[i] < 0x80; i++) {
        digits[i] = (char)text[i];
    }
    digits[i] = '\0';
    char *last;
    long long value = strtoll(digits, &last, base);
    if (end != NULL) {
        *end = (LPWSTR)text + (last - digits);
    }
    return value;
}

static inline FILE *wininet4j_wfopen(LPCWSTR path, LPCWSTR mode) {
    char *name = wininet4j_utf8(path, wininet4j_wcslen(path));
    char *how = wininet4j_utf8(mode, wininet4j_wcslen(mode));
    FILE *file = name == NULL || how == NULL ? NULL : fopen(name, how);
    free(name);
    free(how);
    return file;
}

/* The ANSI code page has characters of one byte; in UTF-16 a step is one unit. */
static inline LPSTR CharNextA(LPCSTR at) { return (LPSTR)(UINT_PTR)(at + (*at != '\0')); }
static inline LPWSTR CharNextW(LPCWSTR at) { return (LPWSTR)(UINT_PTR)(at + (*at != 0)); }
static inline LPSTR CharPrevA(LPCSTR start, LPCSTR at) { return (LPSTR)(UINT_PTR)(at - (at > start)); }
static inline LPWSTR CharPrevW(LPCWSTR start, LPCWSTR at) { return (LPWSTR)(UINT_PTR)(at - (at > start)); }
#define AnsiNext CharNextA
#define AnsiPrev CharPrevA

#endif

/*
 * Names without suffix, and names of Windows's C library. In C printf and its kind have the formats of Windows, and the
 * wide functions of C are those for WCHAR where L"text" is one. In C++ std:: has names of its own: there use the
 * functions of tchar.h, or wsprintf.
 */
#ifndef WININET4J_COMPAT_NAMES_H
#define WININET4J_COMPAT_NAMES_H

#include "console.h"
#include "format.h"
#include "library.h"
#include "message.h"
#include "text.h"
#include "thread.h"

#ifdef UNICODE
#define WININET4J_NAME(name) name##W
#else
#define WININET4J_NAME(name) name##A
#endif
#define lstrlen            WININET4J_NAME(lstrlen)
#define lstrcpy            WININET4J_NAME(lstrcpy)
#define lstrcpyn           WININET4J_NAME(lstrcpyn)
#define lstrcat            WININET4J_NAME(lstrcat)
#define lstrcmp            WININET4J_NAME(lstrcmp)
#define lstrcmpi           WININET4J_NAME(lstrcmpi)
#define CharNext           WININET4J_NAME(CharNext)
#define CharPrev           WININET4J_NAME(CharPrev)
#define wsprintf           WININET4J_NAME(wsprintf)
#define wvsprintf          WININET4J_NAME(wvsprintf)
#define CreateEvent        WININET4J_NAME(CreateEvent)
#define CreateMutex        WININET4J_NAME(CreateMutex)
#define CreateSemaphore    WININET4J_NAME(CreateSemaphore)
#define FormatMessage      WININET4J_NAME(FormatMessage)
#define MessageBox         WININET4J_NAME(MessageBox)
#define OutputDebugString  WININET4J_NAME(OutputDebugString)
#define SetConsoleTitle    WININET4J_NAME(SetConsoleTitle)
#define WriteConsole       WININET4J_NAME(WriteConsole)
#define LoadLibrary        WININET4J_NAME(LoadLibrary)
#define LoadLibraryEx      WININET4J_NAME(LoadLibraryEx)
#define GetModuleHandle    WININET4J_NAME(GetModuleHandle)
#define MAKEINTRESOURCE    WININET4J_NAME(MAKEINTRESOURCE)

/* The C library of Windows */

#define _stricmp    strcasecmp
#define stricmp     strcasecmp
#define _strcmpi    strcasecmp
#define _strnicmp   strncasecmp
#define strnicmp    strncasecmp
#define _strdup     strdup
#define strtok_s    strtok_r
#define _snprintf   wininet4j_snprintf_cut
#define _vsnprintf  wininet4j_vsnprintf_cut
#define _snwprintf  wininet4j_swprintf
#define _vsnwprintf wininet4j_vswprintf
#define sprintf_s   wininet4j_sprintf_whole
#define vsprintf_s  wininet4j_vsprintf_whole
#define swprintf_s  wininet4j_swprintf_whole
#define vswprintf_s wininet4j_vswprintf_whole
#define _snprintf_s  wininet4j_snprintf_s
#define _snwprintf_s wininet4j_snwprintf_s
#define _vsnprintf_s(to, room, count, format, list) \
    wininet4j_vsnprintf_cut((to), wininet4j_counted_room((room), (count)), (format), (list))
#define printf_s    wininet4j_printf
#define fprintf_s   wininet4j_fprintf
#define wprintf_s   wininet4j_wprintf
#define fwprintf_s  wininet4j_fwprintf
#define _wfopen     wininet4j_wfopen
#define _putws      wininet4j_putws
#define _wcsicmp(a, b)         wininet4j_compare((a), (b), SIZE_MAX, TRUE)
#define _wcsnicmp(a, b, count) wininet4j_compare((a), (b), (count), TRUE)
#define _wcsdup                wininet4j_wcsdup
#define _wtoi(text)            ((int)wininet4j_wcstoll((text), NULL, 10))
#define _wtol(text)            ((LONG)wininet4j_wcstoll((text), NULL, 10))
#define _wtoi64(text)          wininet4j_wcstoll((text), NULL, 10)
#define _atoi64                atoll
#define _strtoi64              strtoll
#define _strtoui64             strtoull
#define _TRUNCATE              ((size_t)-1)
#define STRUNCATE              80

/* 0, or ERANGE and an empty text if it does not fit; with count _TRUNCATE it is cut, and STRUNCATE. */
static inline errno_t wininet4j_copy(LPSTR to, size_t room, LPCSTR from, size_t count) {
    if (to == NULL || room == 0) {
        return EINVAL;
    }
    if (from == NULL) {
        to[0] = '\0';
        return EINVAL;
    }
    size_t length = strnlen(from, count);
    BOOL fits = length < room;
    length = fits ? length : count == _TRUNCATE ? room - 1 : 0;
    memcpy(to, from, length);
    to[length] = '\0';
    return fits ? 0 : count == _TRUNCATE ? STRUNCATE : ERANGE;
}

static inline errno_t wininet4j_copy_wide(LPWSTR to, size_t room, LPCWSTR from, size_t count) {
    if (to == NULL || room == 0) {
        return EINVAL;
    }
    if (from == NULL) {
        to[0] = 0;
        return EINVAL;
    }
    size_t length = 0;
    while (length < count && from[length] != 0) {
        length++;
    }
    BOOL fits = length < room;
    length = fits ? length : count == _TRUNCATE ? room - 1 : 0;
    memcpy(to, from, length * sizeof(WCHAR));
    to[length] = 0;
    return fits ? 0 : count == _TRUNCATE ? STRUNCATE : ERANGE;
}

/* Where a text ends, for what is put behind it. */
static inline size_t wininet4j_end(LPCSTR text, size_t room) { return text == NULL ? 0 : strnlen(text, room); }
static inline size_t wininet4j_end_wide(LPCWSTR text, size_t room) {
    size_t length = 0;
    while (text != NULL && length < room && text[length] != 0) {
        length++;
    }
    return length;
}

static inline errno_t strcpy_s(LPSTR to, rsize_t room, LPCSTR from) {
    return wininet4j_copy(to, room, from, _TRUNCATE - 1);
}
static inline errno_t strncpy_s(LPSTR to, rsize_t room, LPCSTR from, rsize_t count) {
    return wininet4j_copy(to, room, from, count);
}
static inline errno_t strcat_s(LPSTR to, rsize_t room, LPCSTR from) {
    size_t end = wininet4j_end(to, room);
    return wininet4j_copy(to + end, room - end, from, _TRUNCATE - 1);
}
static inline errno_t wcscpy_s(LPWSTR to, rsize_t room, LPCWSTR from) {
    return wininet4j_copy_wide(to, room, from, _TRUNCATE - 1);
}
static inline errno_t wcsncpy_s(LPWSTR to, rsize_t room, LPCWSTR from, rsize_t count) {
    return wininet4j_copy_wide(to, room, from, count);
}
static inline errno_t wcscat_s(LPWSTR to, rsize_t room, LPCWSTR from) {
    size_t end = wininet4j_end_wide(to, room);
    return wininet4j_copy_wide(to + end, room - end, from, _TRUNCATE - 1);
}
static inline errno_t memcpy_s(void *to, rsize_t room, const void *from, rsize_t count) {
    if (count > room) {
        memset(to, 0, room);
        return ERANGE;
    }
    memcpy(to, from, count);
    return 0;
}
static inline errno_t fopen_s(FILE **file, LPCSTR path, LPCSTR mode) {
    *file = fopen(path, mode);
    return *file == NULL ? errno : 0;
}
static inline errno_t _wfopen_s(FILE **file, LPCWSTR path, LPCWSTR mode) {
    *file = wininet4j_wfopen(path, mode);
    return *file == NULL ? errno : 0;
}

static inline char *_strlwr(char *text) {
    for (char *c = text; *c != '\0'; c++) {
        *c = *c >= 'A' && *c <= 'Z' ? (char)(*c + ('a' - 'A')) : *c;
    }
    return text;
}
static inline char *_strupr(char *text) {
    for (char *c = text; *c != '\0'; c++) {
        *c = *c >= 'a' && *c <= 'z' ? (char)(*c - ('a' - 'A')) : *c;
    }
    return text;
}

/* to: of at least 33 characters */
static inline char *_itoa(int value, char *to, int base) {
    char digits[34];
    char *digit = digits + sizeof digits - 1;
    unsigned left = value < 0 && base == 10 ? 0u - (unsigned)value : (unsigned)value;
    *digit = '\0';
    do {
        *--digit = "0123456789abcdefghijklmnopqrstuvwxyz"[left % (unsigned)base];
        left /= (unsigned)base;
    } while (left != 0);
    if (value < 0 && base == 10) {
        *--digit = '-';
    }
    return strcpy(to, digit);
}
#define itoa _itoa
#define _ltoa _itoa

#ifndef __cplusplus
#define printf(...)    wininet4j_printf(__VA_ARGS__)
#define fprintf(...)   wininet4j_fprintf(__VA_ARGS__)
#define sprintf(...)   wininet4j_sprintf(__VA_ARGS__)
#define snprintf(...)  wininet4j_snprintf(__VA_ARGS__)
#define vprintf(...)   wininet4j_vfprintf(stdout, __VA_ARGS__)
#define vfprintf(...)  wininet4j_vfprintf(__VA_ARGS__)
#define vsnprintf(...) wininet4j_vsnprintf(__VA_ARGS__)
#define vsprintf(to, format, list) wininet4j_vsnprintf((to), (size_t)INT_MAX, (format), (list))
#endif

#ifdef WININET4J_SHORT_WCHAR
#define wcslen(text)            wininet4j_wcslen(text)
#define wcscpy(to, from)        lstrcpyW((to), (from))
#define wcsncpy(to, from, size) wininet4j_wcsncpy((to), (from), (size))
#define wcscat(to, from)        lstrcatW((to), (from))
#define wcscmp(a, b)            lstrcmpW((a), (b))
#define wcsncmp(a, b, count)    wininet4j_compare((a), (b), (count), FALSE)
#define wcschr(text, c)         wininet4j_wcschr((text), (c))
#define wcsrchr(text, c)        wininet4j_wcsrchr((text), (c))
#define wcsstr(text, part)      wininet4j_wcsstr((text), (part))
#define wcstol(text, end, base) ((LONG)wininet4j_wcstoll((text), (end), (base)))
#define wcstoul(text, end, base) ((ULONG)wininet4j_wcstoll((text), (end), (base)))
#define wprintf(...)            wininet4j_wprintf(__VA_ARGS__)
#define fwprintf(...)           wininet4j_fwprintf(__VA_ARGS__)
#define swprintf(...)           wininet4j_swprintf(__VA_ARGS__)
#define vwprintf(...)           wininet4j_vfwprintf(stdout, __VA_ARGS__)
#define vfwprintf(...)          wininet4j_vfwprintf(__VA_ARGS__)
#define vswprintf(...)          wininet4j_vswprintf(__VA_ARGS__)
#define fputws(text, file)      wininet4j_fputws((text), (file))
#endif

#endif

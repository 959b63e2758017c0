/*
 * Text with its room stated: counts of characters (Cch) and of bytes (Cb), both with the NUL.
 */
#ifndef WININET4J_COMPAT_STRSAFE_H
#define WININET4J_COMPAT_STRSAFE_H

#include "windows.h"

#define STRSAFE_MAX_CCH               2147483647
#define STRSAFE_E_INSUFFICIENT_BUFFER ((HRESULT)0x8007007A)
#define STRSAFE_E_INVALID_PARAMETER   ((HRESULT)0x80070057)

static inline HRESULT wininet4j_room(size_t room) {
    return room == 0 || room > STRSAFE_MAX_CCH ? STRSAFE_E_INVALID_PARAMETER : S_OK;
}

/* What does not fit is cut. */
static inline HRESULT StringCchCopyA(LPSTR to, size_t room, LPCSTR from) {
    BOOL fits = strlen(from) < room;
    (void)wininet4j_copy(to, room, from, _TRUNCATE);
    return FAILED(wininet4j_room(room)) ? wininet4j_room(room) : fits ? S_OK : STRSAFE_E_INSUFFICIENT_BUFFER;
}
static inline HRESULT StringCchCopyW(LPWSTR to, size_t room, LPCWSTR from) {
    BOOL fits = wininet4j_wcslen(from) < room;
    (void)wininet4j_copy_wide(to, room, from, _TRUNCATE);
    return FAILED(wininet4j_room(room)) ? wininet4j_room(room) : fits ? S_OK : STRSAFE_E_INSUFFICIENT_BUFFER;
}
static inline HRESULT StringCchCatA(LPSTR to, size_t room, LPCSTR from) {
    size_t end = wininet4j_end(to, room);
    return StringCchCopyA(to + end, room - end, from);
}
static inline HRESULT StringCchCatW(LPWSTR to, size_t room, LPCWSTR from) {
    size_t end = wininet4j_end_wide(to, room);
    return StringCchCopyW(to + end, room - end, from);
}
static inline HRESULT StringCchLengthA(LPCSTR text, size_t room, size_t *length) {
    size_t end = text == NULL ? room : wininet4j_end(text, room);
    if (length != NULL) {
        *length = end < room ? end : 0;
    }
    return end < room ? S_OK : STRSAFE_E_INVALID_PARAMETER;
}
static inline HRESULT StringCchLengthW(LPCWSTR text, size_t room, size_t *length) {
    size_t end = text == NULL ? room : wininet4j_end_wide(text, room);
    if (length != NULL) {
        *length = end < room ? end : 0;
    }
    return end < room ? S_OK : STRSAFE_E_INVALID_PARAMETER;
}
static inline HRESULT StringCchPrintfA(LPSTR to, size_t room, LPCSTR format, ...) {
    va_list list;
    va_start(list, format);
    int length = FAILED(wininet4j_room(room)) ? -1 : wininet4j_vsnprintf(to, room, format, list);
    va_end(list);
    return FAILED(wininet4j_room(room))              ? wininet4j_room(room)
        : length < 0 || (size_t)length >= room ? STRSAFE_E_INSUFFICIENT_BUFFER
                                               : S_OK;
}
static inline HRESULT StringCchPrintfW(LPWSTR to, size_t room, LPCWSTR format, ...) {
    va_list list;
    va_start(list, format);
    int length = FAILED(wininet4j_room(room)) ? -1 : wininet4j_vswprintf(to, room, format, list);
    va_end(list);
    return FAILED(wininet4j_room(room)) ? wininet4j_room(room) : length < 0 ? STRSAFE_E_INSUFFICIENT_BUFFER : S_OK;
}

#define StringCbCopyA(to, size, from) StringCchCopyA((to), (size), (from))
#define StringCbCopyW(to, size, from) StringCchCopyW((to), (size) / sizeof(WCHAR), (from))
#define StringCbCatA(to, size, from)  StringCchCatA((to), (size), (from))
#define StringCbCatW(to, size, from)  StringCchCatW((to), (size) / sizeof(WCHAR), (from))
#define StringCbPrintfA(to, size, ...) StringCchPrintfA((to), (size), __VA_ARGS__)
#define StringCbPrintfW(to, size, ...) StringCchPrintfW((to), (size) / sizeof(WCHAR), __VA_ARGS__)

#define StringCchCopy   WININET4J_NAME(StringCchCopy)
#define StringCchCat    WININET4J_NAME(StringCchCat)
#define StringCchLength WININET4J_NAME(StringCchLength)
#define StringCchPrintf WININET4J_NAME(StringCchPrintf)
#define StringCbCopy    WININET4J_NAME(StringCbCopy)
#define StringCbCat     WININET4J_NAME(StringCbCat)
#define StringCbPrintf  WININET4J_NAME(StringCbPrintf)

#endif

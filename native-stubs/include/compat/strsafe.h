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
static inline HRESULT StringCchCopyNA(LPSTR to, size_t room, LPCSTR from, size_t count) {
    if (FAILED(wininet4j_room(room)) || count > STRSAFE_MAX_CCH) {
        return STRSAFE_E_INVALID_PARAMETER;
    }
    size_t length = wininet4j_end(from, count);
    BOOL fits = length < room;
    memcpy(to, from, fits ? length : room - 1);
    to[fits ? length : room - 1] = '\0';
    return fits ? S_OK : STRSAFE_E_INSUFFICIENT_BUFFER;
}
static inline HRESULT StringCchCopyNW(LPWSTR to, size_t room, LPCWSTR from, size_t count) {
    if (FAILED(wininet4j_room(room)) || count > STRSAFE_MAX_CCH) {
        return STRSAFE_E_INVALID_PARAMETER;
    }
    size_t length = wininet4j_end_wide(from, count);
    BOOL fits = length < room;
    memcpy(to, from, (fits ? length : room - 1) * sizeof(WCHAR));
    to[fits ? length : room - 1] = 0;
    return fits ? S_OK : STRSAFE_E_INSUFFICIENT_BUFFER;
}
static inline HRESULT StringCchCopyA(LPSTR to, size_t room, LPCSTR from) {
    return StringCchCopyNA(to, room, from, STRSAFE_MAX_CCH);
}
static inline HRESULT StringCchCopyW(LPWSTR to, size_t room, LPCWSTR from) {
    return StringCchCopyNW(to, room, from, STRSAFE_MAX_CCH);
}
static inline HRESULT StringCchCatA(LPSTR to, size_t room, LPCSTR from) {
    size_t end = wininet4j_end(to, room);
    return StringCchCopyA(to + end, room - end, from);
}
static inline HRESULT StringCchCatW(LPWSTR to, size_t room, LPCWSTR from) {
    size_t end = wininet4j_end_wide(to, room);
    return StringCchCopyW(to + end, room - end, from);
}
static inline HRESULT StringCchCatNA(LPSTR to, size_t room, LPCSTR from, size_t count) {
    size_t end = wininet4j_end(to, room);
    return StringCchCopyNA(to + end, room - end, from, count);
}
static inline HRESULT StringCchCatNW(LPWSTR to, size_t room, LPCWSTR from, size_t count) {
    size_t end = wininet4j_end_wide(to, room);
    return StringCchCopyNW(to + end, room - end, from, count);
}
static inline HRESULT StringCchLengthA(LPCSTR text, size_t room, size_t *length) {
    size_t end = text == NULL ? room : wininet4j_end(text, room);
    if (length != NULL) {
        *length = end < room ? end : 0;
    }
    return end < room && room <= STRSAFE_MAX_CCH ? S_OK : STRSAFE_E_INVALID_PARAMETER;
}
static inline HRESULT StringCchLengthW(LPCWSTR text, size_t room, size_t *length) {
    size_t end = text == NULL ? room : wininet4j_end_wide(text, room);
    if (length != NULL) {
        *length = end < room ? end : 0;
    }
    return end < room && room <= STRSAFE_MAX_CCH ? S_OK : STRSAFE_E_INVALID_PARAMETER;
}
static inline HRESULT StringCchVPrintfA(LPSTR to, size_t room, LPCSTR format, va_list list) {
    if (FAILED(wininet4j_room(room))) {
        return STRSAFE_E_INVALID_PARAMETER;
    }
    return wininet4j_vsnprintf_cut(to, room, format, list) < 0 ? STRSAFE_E_INSUFFICIENT_BUFFER : S_OK;
}
static inline HRESULT StringCchVPrintfW(LPWSTR to, size_t room, LPCWSTR format, va_list list) {
    if (FAILED(wininet4j_room(room))) {
        return STRSAFE_E_INVALID_PARAMETER;
    }
    return wininet4j_vswprintf(to, room, format, list) < 0 ? STRSAFE_E_INSUFFICIENT_BUFFER : S_OK;
}
static inline HRESULT StringCchPrintfA(LPSTR to, size_t room, LPCSTR format, ...) {
    WININET4J_WITH_LIST(StringCchVPrintfA(to, room, format, list));
}
static inline HRESULT StringCchPrintfW(LPWSTR to, size_t room, LPCWSTR format, ...) {
    WININET4J_WITH_LIST(StringCchVPrintfW(to, room, format, list));
}

#define StringCbCopyA(to, size, from) StringCchCopyA((to), (size), (from))
#define StringCbCopyW(to, size, from) StringCchCopyW((to), (size) / sizeof(WCHAR), (from))
#define StringCbCatA(to, size, from)  StringCchCatA((to), (size), (from))
#define StringCbCatW(to, size, from)  StringCchCatW((to), (size) / sizeof(WCHAR), (from))
#define StringCbPrintfA(to, size, ...) StringCchPrintfA((to), (size), __VA_ARGS__)
#define StringCbPrintfW(to, size, ...) StringCchPrintfW((to), (size) / sizeof(WCHAR), __VA_ARGS__)

#define StringCchCopyN   WININET4J_NAME(StringCchCopyN)
#define StringCchCatN    WININET4J_NAME(StringCchCatN)
#define StringCchVPrintf WININET4J_NAME(StringCchVPrintf)
#define StringCchCopy   WININET4J_NAME(StringCchCopy)
#define StringCchCat    WININET4J_NAME(StringCchCat)
#define StringCchLength WININET4J_NAME(StringCchLength)
#define StringCchPrintf WININET4J_NAME(StringCchPrintf)
#define StringCbCopy    WININET4J_NAME(StringCbCopy)
#define StringCbCat     WININET4J_NAME(StringCbCat)
#define StringCbPrintf  WININET4J_NAME(StringCbPrintf)

#endif

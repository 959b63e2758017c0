/*
 * Between wide texts and those of the program, in UTF-8 as its arguments are; and what C has for wide texts beyond
 * that, which with -fshort-wchar would read and write characters of 32 bits: such a call is an error of the compiler.
 */
#ifndef WININET4J_COMPAT_MULTIBYTE_H
#define WININET4J_COMPAT_MULTIBYTE_H

#include "names.h"

/* At most count units, and the NUL if there is room; without a place the length. */
static inline size_t wininet4j_mbstowcs(LPWSTR to, LPCSTR from, size_t count) {
    size_t length = 0;
    WCHAR *units = wininet4j_utf16(from, strlen(from), &length);
    if (units == NULL) {
        return (size_t)-1;
    }
    size_t copied = to == NULL || length < count ? length : count;
    if (to != NULL) {
        memcpy(to, units, (copied + (copied < count)) * sizeof(WCHAR));
    }
    free(units);
    return copied;
}

/* At most count bytes, of whole characters, and the NUL if there is room; without a place the length. */
static inline size_t wininet4j_wcstombs(LPSTR to, LPCWSTR from, size_t count) {
    char *bytes = wininet4j_utf8(from, wininet4j_wcslen(from));
    if (bytes == NULL) {
        return (size_t)-1;
    }
    size_t length = strlen(bytes);
    size_t copied = to == NULL || length < count ? length : count;
    if (to != NULL) {
        while (copied < length && copied > 0 && (bytes[copied] & 0xC0) == 0x80) {
            copied--;
        }
        memcpy(to, bytes, copied + (copied < count && copied == length));
        if (copied < count) {
            to[copied] = '\0';
        }
    }
    free(bytes);
    return copied;
}

/* done: how many units with the NUL. */
static inline errno_t mbstowcs_s(size_t *done, LPWSTR to, size_t room, LPCSTR from, size_t count) {
    size_t length = 0;
    WCHAR *units = from == NULL ? NULL : wininet4j_utf16(from, strlen(from), &length);
    errno_t error = units == NULL ? EINVAL : 0;
    if (units != NULL && (to != NULL || room > 0)) {
        error = wininet4j_copy_wide(to, room, units, count);
        length = to == NULL ? 0 : wininet4j_end_wide(to, room);
    }
    if (done != NULL) {
        *done = units == NULL ? 0 : length + 1;
    }
    free(units);
    return error;
}

/* done: how many bytes with the NUL. */
static inline errno_t wcstombs_s(size_t *done, LPSTR to, size_t room, LPCWSTR from, size_t count) {
    char *bytes = from == NULL ? NULL : wininet4j_utf8(from, wininet4j_wcslen(from));
    size_t length = bytes == NULL ? 0 : strlen(bytes);
    errno_t error = bytes == NULL ? EINVAL : 0;
    if (bytes != NULL && (to != NULL || room > 0)) {
        error = wininet4j_copy(to, room, bytes, count);
        length = to == NULL ? 0 : wininet4j_end(to, room);
    }
    if (done != NULL) {
        *done = bytes == NULL ? 0 : length + 1;
    }
    free(bytes);
    return error;
}

#ifdef WININET4J_SHORT_WCHAR
#define mbstowcs(to, from, count) wininet4j_mbstowcs((to), (from), (count))
#define wcstombs(to, from, count) wininet4j_wcstombs((to), (from), (count))

#define WININET4J_NOT_SHORT(name) \
    extern __typeof__(name) name __attribute__((error(#name " of this C library has characters of 32 bits")))
WININET4J_NOT_SHORT(fgetws);
WININET4J_NOT_SHORT(swscanf);
WININET4J_NOT_SHORT(wcscoll);
WININET4J_NOT_SHORT(wcscspn);
WININET4J_NOT_SHORT(wcsncat);
WININET4J_NOT_SHORT(wcspbrk);
WININET4J_NOT_SHORT(wcsspn);
WININET4J_NOT_SHORT(wcstod);
WININET4J_NOT_SHORT(wcstok);
WININET4J_NOT_SHORT(wcsxfrm);
WININET4J_NOT_SHORT(wmemchr);
WININET4J_NOT_SHORT(wmemcmp);
WININET4J_NOT_SHORT(wmemcpy);
WININET4J_NOT_SHORT(wmemmove);
WININET4J_NOT_SHORT(wmemset);
#undef WININET4J_NOT_SHORT
#endif

#endif

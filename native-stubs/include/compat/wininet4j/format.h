/*
 * The formats of Windows: l is 32 bits wide, I64 and I there are, %S is text of the other kind, and in a wide format
 * %s is wide. A format of either kind is worked on as bytes, a wide one as UTF-8; a width counts the characters that a
 * text has in its own kind.
 */
#ifndef WININET4J_COMPAT_FORMAT_H
#define WININET4J_COMPAT_FORMAT_H

#include "text.h"

/* Text that grows. Without memory it stays what it is, and is_lost. */
typedef struct {
    char *bytes;
    size_t length;
    size_t room;
    BOOL is_lost;
} wininet4j_output;

typedef struct {
    va_list list;
} wininet4j_values;

/* What stands between the percent sign and the letter. */
typedef struct {
    char flags[8]; /* with the percent sign */
    int width;
    int precision; /* -1: none */
    int size;      /* in bytes, of a whole number */
    BOOL is_narrow;
    BOOL is_wide;
    BOOL is_long_double;
} wininet4j_directive;

static inline void wininet4j_put(wininet4j_output *output, const char *bytes, size_t count) {
    if (output->length + count >= output->room) {
        size_t room = 2 * (output->length + count) + 64;
        char *more = (char *)realloc(output->bytes, room);
        if (more == NULL) {
            output->is_lost = TRUE;
            return;
        }
        output->bytes = more;
        output->room = room;
    }
    memcpy(output->bytes + output->length, bytes, count);
    output->length += count;
    output->bytes[output->length] = '\0';
}

/* Text of so many characters with its width; flags decides where the blanks are. */
static inline void wininet4j_put_padded(wininet4j_output *output, const wininet4j_directive *directive,
    const char *bytes, size_t count, size_t characters) {
    size_t width = directive->width > 0 ? (size_t)directive->width : 0;
    size_t blanks = width > characters ? width - characters : 0;
    BOOL is_left = strchr(directive->flags, '-') != NULL;
    for (size_t i = is_left ? blanks : 0; i < blanks; i++) {
        wininet4j_put(output, " ", 1);
    }
    wininet4j_put(output, bytes, count);
    for (size_t i = is_left ? 0 : blanks; i < blanks; i++) {
        wininet4j_put(output, " ", 1);
    }
}

static inline void wininet4j_put_text(
    wininet4j_output *output, const wininet4j_directive *directive, const void *text, BOOL is_wide) {
    if (text == NULL) {
        text = "(null)";
        is_wide = FALSE;
    }
    size_t most = directive->precision < 0 ? SIZE_MAX : (size_t)directive->precision;
    size_t count = 0;
    if (!is_wide) {
        const char *bytes = (const char *)text;
        while (count < most && bytes[count] != 0) {
            count++;
        }
        wininet4j_put_padded(output, directive, bytes, count, count);
        return;
    }
    LPCWSTR units = (LPCWSTR)text;
    while (count < most && units[count] != 0) {
        count++;
    }
    char *bytes = wininet4j_utf8(units, count);
    if (bytes == NULL) {
        output->is_lost = TRUE;
        return;
    }
    wininet4j_put_padded(output, directive, bytes, strlen(bytes), count);
    free(bytes);
}

/* A number by the format of C for it; end: what comes after width and precision. */
#define WININET4J_PUT_NUMBER(output, directive, end, value)                                                            \
    do {                                                                                                               \
        char wininet4j_format[24];                                                                                     \
        BOOL is_precise = (directive)->precision >= 0;                                                                 \
        snprintf(wininet4j_format, sizeof wininet4j_format, "%s*%s%s", (directive)->flags, is_precise ? ".*" : "",     \
            end);                                                                                                      \
        /* The longest number has fewer digits than these, without what the format adds. */                            \
        size_t wininet4j_room = 5500 + (size_t)(directive)->width                                                      \
            + (is_precise ? (size_t)(directive)->precision : 0);                                                       \
        char *wininet4j_number = (char *)malloc(wininet4j_room);                                                       \
        int wininet4j_length = wininet4j_number == NULL ? -1                                                           \
            : is_precise ? snprintf(wininet4j_number, wininet4j_room, wininet4j_format, (directive)->width,            \
                               (directive)->precision, value)                                                          \
                         : snprintf(wininet4j_number, wininet4j_room, wininet4j_format, (directive)->width, value);    \
        if (wininet4j_length >= 0 && (size_t)wininet4j_length < wininet4j_room) {                                      \
            wininet4j_put(output, wininet4j_number, (size_t)wininet4j_length);                                         \
        } else {                                                                                                       \
            (output)->is_lost = TRUE;                                                                                  \
        }                                                                                                              \
        free(wininet4j_number);                                                                                        \
    } while (0)

static inline void wininet4j_put_whole(
    wininet4j_output *output, const wininet4j_directive *directive, char letter, wininet4j_values *values) {
    BOOL is_signed = letter == 'd' || letter == 'i';
    long long value;
    if (directive->size == 8) {
        value = va_arg(values->list, long long);
    } else {
        int given = va_arg(values->list, int);
        switch (directive->size) {
        case 1: value = is_signed ? (long long)(signed char)given : (long long)(unsigned char)given; break;
        case 2: value = is_signed ? (long long)(short)given : (long long)(unsigned short)given; break;
        default: value = is_signed ? (long long)given : (long long)(unsigned)given; break;
        }
    }
    char end[4] = {'l', 'l', letter, '\0'};
    WININET4J_PUT_NUMBER(output, directive, end, value);
}

static inline void wininet4j_put_fraction(
    wininet4j_output *output, const wininet4j_directive *directive, char letter, wininet4j_values *values) {
    if (directive->is_long_double) {
        char end[3] = {'L', letter, '\0'};
        long double value = va_arg(values->list, long double);
        WININET4J_PUT_NUMBER(output, directive, end, value);
    } else {
        char end[2] = {letter, '\0'};
        double value = va_arg(values->list, double);
        WININET4J_PUT_NUMBER(output, directive, end, value);
    }
}

static inline int wininet4j_count(const char **at, wininet4j_values *values) {
    if (**at == '*') {
        (*at)++;
        return va_arg(values->list, int);
    }
    int count = 0;
    while (**at >= '0' && **at <= '9' && count < 10000) {
        count = 10 * count + (*(*at)++ - '0');
    }
    return count;
}

static inline void wininet4j_read_size(const char **at, wininet4j_directive *directive) {
    directive->size = 4;
    for (;; (*at)++) {
        switch (**at) {
        case 'h':
            directive->is_narrow = TRUE;
            directive->size = directive->size == 2 ? 1 : 2;
            break;
        case 'l':
            directive->size = directive->is_wide ? 8 : 4;
            directive->is_wide = TRUE;
            break;
        case 'w': directive->is_wide = TRUE; break;
        case 'L': directive->is_long_double = TRUE; break;
        case 'z':
        case 't':
        case 'j': directive->size = 8; break;
        case 'I':
            directive->size = strncmp(*at, "I32", 3) == 0 ? 4 : 8;
            *at += strncmp(*at, "I32", 3) == 0 || strncmp(*at, "I64", 3) == 0 ? 2 : 0;
            break;
        default: return;
        }
    }
}

static inline void wininet4j_read_directive(
    const char **at, wininet4j_directive *directive, wininet4j_values *values) {
    memset(directive, 0, sizeof *directive);
    size_t flags = 0;
    directive->flags[flags++] = '%';
    while (**at != '\0' && strchr("-+ #0", **at) != NULL) {
        if (flags < sizeof directive->flags - 2) {
            directive->flags[flags++] = **at;
        }
        (*at)++;
    }
    directive->width = wininet4j_count(at, values);
    if (directive->width < 0) {
        directive->flags[flags] = '-';
        directive->width = -directive->width;
    }
    directive->precision = -1;
    if (**at == '.') {
        (*at)++;
        directive->precision = wininet4j_count(at, values);
    }
    wininet4j_read_size(at, directive);
}

/* What a directive of one letter gives; is_wide: of the format. */
static inline void wininet4j_put_directive(wininet4j_output *output, wininet4j_directive *directive, char letter,
    wininet4j_values *values, BOOL is_wide) {
    BOOL is_other = letter == 'S' || letter == 'C';
    BOOL has_wide = !directive->is_narrow && (directive->is_wide || is_wide != is_other);
    switch (letter) {
    case 's':
    case 'S': wininet4j_put_text(output, directive, va_arg(values->list, const void *), has_wide); break;
    case 'c':
    case 'C': {
        int given = va_arg(values->list, int);
        WCHAR unit[2] = {(WCHAR)given, 0};
        char byte[2] = {(char)given, '\0'};
        wininet4j_put_text(output, directive, has_wide ? (const void *)unit : (const void *)byte, has_wide);
        break;
    }
    case 'd':
    case 'i':
    case 'o':
    case 'u':
    case 'x':
    case 'X': wininet4j_put_whole(output, directive, letter, values); break;
    case 'p':
        directive->size = 8;
        directive->precision = 16;
        wininet4j_put_whole(output, directive, 'X', values);
        break;
    case 'a':
    case 'A':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': wininet4j_put_fraction(output, directive, letter, values); break;
    case 'n': (void)va_arg(values->list, void *); break;
    default: wininet4j_put(output, &letter, 1); break;
    }
}

/* The bytes of the output, to be freed; NULL without memory. */
static inline char *wininet4j_format(const char *format, BOOL is_wide, va_list list, size_t *length) {
    wininet4j_output output = {NULL, 0, 0, FALSE};
    wininet4j_values values;
    va_copy(values.list, list);
    wininet4j_put(&output, "", 0);
    while (*format != '\0') {
        size_t plain = strcspn(format, "%");
        wininet4j_put(&output, format, plain);
        format += plain;
        if (*format == '%' && *++format != '\0') {
            wininet4j_directive directive;
            wininet4j_read_directive(&format, &directive, &values);
            if (*format != '\0') {
                wininet4j_put_directive(&output, &directive, *format++, &values, is_wide);
            }
        }
    }
    va_end(values.list);
    if (output.is_lost) {
        free(output.bytes);
        return NULL;
    }
    *length = output.length;
    return output.bytes;
}

/* The units of the output of a wide format, to be freed; NULL without memory. */
static inline WCHAR *wininet4j_format_wide(LPCWSTR format, va_list list, size_t *length) {
    char *bytes = wininet4j_utf8(format, wininet4j_wcslen(format));
    char *output = bytes == NULL ? NULL : wininet4j_format(bytes, TRUE, list, length);
    WCHAR *units = output == NULL ? NULL : wininet4j_utf16(output, *length, length);
    free(bytes);
    free(output);
    return units;
}

/* The functions of C, by these formats. A result that does not fit is cut; a wide one is -1 then. */

static inline int wininet4j_vfprintf(FILE *file, const char *format, va_list list) {
    size_t length = 0;
    char *output = wininet4j_format(format, FALSE, list, &length);
    int result = output != NULL && fwrite(output, 1, length, file) == length ? (int)length : -1;
    free(output);
    return result;
}

static inline int wininet4j_vsnprintf(char *to, size_t room, const char *format, va_list list) {
    size_t length = 0;
    char *output = wininet4j_format(format, FALSE, list, &length);
    if (output == NULL) {
        return -1;
    }
    if (room > 0) {
        size_t copied = length < room ? length : room - 1;
        memcpy(to, output, copied);
        to[copied] = '\0';
    }
    free(output);
    return (int)length;
}

/* _vsnprintf: what does not fit is cut, with a NUL in any case, and -1. */
static inline int wininet4j_vsnprintf_cut(char *to, size_t room, const char *format, va_list list) {
    int length = wininet4j_vsnprintf(to, room, format, list);
    return length >= 0 && (size_t)length < room ? length : -1;
}

/* vsprintf_s: what does not fit leaves an empty text, and -1. */
static inline int wininet4j_vsprintf_whole(char *to, size_t room, const char *format, va_list list) {
    int length = wininet4j_vsnprintf_cut(to, room, format, list);
    if (length < 0 && room > 0) {
        to[0] = '\0';
    }
    return length;
}

static inline int wininet4j_vfwprintf(FILE *file, LPCWSTR format, va_list list) {
    size_t length = 0;
    WCHAR *output = wininet4j_format_wide(format, list, &length);
    char *bytes = output == NULL ? NULL : wininet4j_utf8(output, length);
    int result = bytes != NULL && fputs(bytes, file) >= 0 ? (int)length : -1;
    free(bytes);
    free(output);
    return result;
}

static inline int wininet4j_vswprintf(LPWSTR to, size_t room, LPCWSTR format, va_list list) {
    size_t length = 0;
    WCHAR *output = wininet4j_format_wide(format, list, &length);
    if (output == NULL) {
        return -1;
    }
    size_t copied = length < room ? length : room - 1;
    if (room > 0) {
        memcpy(to, output, copied * sizeof(WCHAR));
        to[copied] = 0;
    }
    free(output);
    return room > 0 && copied == length ? (int)length : -1;
}

static inline int wininet4j_vswprintf_whole(LPWSTR to, size_t room, LPCWSTR format, va_list list) {
    int length = wininet4j_vswprintf(to, room, format, list);
    if (length < 0 && room > 0) {
        to[0] = 0;
    }
    return length;
}

/* The room where at most count characters are written, and the NUL: _TRUNCATE as well as a count that fits. */
static inline size_t wininet4j_counted_room(size_t room, size_t count) { return count < room ? count + 1 : room; }

/* A function with the arguments in its list, by the one that takes a list. */
#define WININET4J_WITH_LIST(call)                                                                                      \
    va_list list;                                                                                                      \
    va_start(list, format);                                                                                            \
    int result = (call);                                                                                               \
    va_end(list);                                                                                                      \
    return result

static inline int wininet4j_printf(const char *format, ...) {
    WININET4J_WITH_LIST(wininet4j_vfprintf(stdout, format, list));
}
static inline int wininet4j_fprintf(FILE *file, const char *format, ...) {
    WININET4J_WITH_LIST(wininet4j_vfprintf(file, format, list));
}
static inline int wininet4j_sprintf(char *to, const char *format, ...) {
    WININET4J_WITH_LIST(wininet4j_vsnprintf(to, (size_t)INT_MAX, format, list));
}
static inline int wininet4j_snprintf(char *to, size_t room, const char *format, ...) {
    WININET4J_WITH_LIST(wininet4j_vsnprintf(to, room, format, list));
}
static inline int wininet4j_snprintf_cut(char *to, size_t room, const char *format, ...) {
    WININET4J_WITH_LIST(wininet4j_vsnprintf_cut(to, room, format, list));
}
static inline int wininet4j_sprintf_whole(char *to, size_t room, const char *format, ...) {
    WININET4J_WITH_LIST(wininet4j_vsprintf_whole(to, room, format, list));
}
static inline int wininet4j_snprintf_s(char *to, size_t room, size_t count, const char *format, ...) {
    WININET4J_WITH_LIST(wininet4j_vsnprintf_cut(to, wininet4j_counted_room(room, count), format, list));
}
static inline int wininet4j_swprintf_whole(LPWSTR to, size_t room, LPCWSTR format, ...) {
    WININET4J_WITH_LIST(wininet4j_vswprintf_whole(to, room, format, list));
}
static inline int wininet4j_snwprintf_s(LPWSTR to, size_t room, size_t count, LPCWSTR format, ...) {
    WININET4J_WITH_LIST(wininet4j_vswprintf(to, wininet4j_counted_room(room, count), format, list));
}
/* Without a stated room, as sprintf is. */
static inline int wininet4j_swprintf_any(LPWSTR to, LPCWSTR format, ...) {
    WININET4J_WITH_LIST(wininet4j_vswprintf(to, (size_t)INT_MAX, format, list));
}
static inline int wininet4j_wprintf(LPCWSTR format, ...) {
    WININET4J_WITH_LIST(wininet4j_vfwprintf(stdout, format, list));
}
static inline int wininet4j_fwprintf(FILE *file, LPCWSTR format, ...) {
    WININET4J_WITH_LIST(wininet4j_vfwprintf(file, format, list));
}
static inline int wininet4j_swprintf(LPWSTR to, size_t room, LPCWSTR format, ...) {
    WININET4J_WITH_LIST(wininet4j_vswprintf(to, room, format, list));
}

static inline int wininet4j_fputws(LPCWSTR text, FILE *file) {
    char *bytes = wininet4j_utf8(text, wininet4j_wcslen(text));
    int result = bytes == NULL ? EOF : fputs(bytes, file);
    free(bytes);
    return result;
}

static inline int wininet4j_putws(LPCWSTR text) {
    return wininet4j_fputws(text, stdout) < 0 || putchar('\n') < 0 ? EOF : 0;
}

/* The buffer of wsprintf has 1024 bytes or characters. */
#define WININET4J_WSPRINTF_ROOM 1024

static inline int wvsprintfA(LPSTR to, LPCSTR format, va_list list) {
    int length = wininet4j_vsnprintf(to, WININET4J_WSPRINTF_ROOM, format, list);
    return length < WININET4J_WSPRINTF_ROOM ? length : WININET4J_WSPRINTF_ROOM - 1;
}
static inline int wvsprintfW(LPWSTR to, LPCWSTR format, va_list list) {
    int length = wininet4j_vswprintf(to, WININET4J_WSPRINTF_ROOM, format, list);
    return length < 0 ? WININET4J_WSPRINTF_ROOM - 1 : length;
}
static inline int wsprintfA(LPSTR to, LPCSTR format, ...) { WININET4J_WITH_LIST(wvsprintfA(to, format, list)); }
static inline int wsprintfW(LPWSTR to, LPCWSTR format, ...) { WININET4J_WITH_LIST(wvsprintfW(to, format, list)); }

#endif

#ifndef TEST_WIDE_H
#define TEST_WIDE_H

#include <wininet.h>

/* Text of ASCII as UTF-16, in one of a few buffers in turn. */
static const WCHAR *wide(const char *text)
{
    static WCHAR buffers[4][MAX_GOPHER_LOCATOR_LENGTH + 1];
    static int next;
    WCHAR *buffer = buffers[next++ & 3];
    size_t i = 0;

    for (; text[i] != 0; i++) {
        buffer[i] = (WCHAR) (unsigned char) text[i];
    }
    buffer[i] = 0;
    return buffer;
}

#endif

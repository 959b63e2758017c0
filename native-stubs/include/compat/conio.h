/* A key: here a line's first character, or the end of the input. */
#ifndef WININET4J_COMPAT_CONIO_H
#define WININET4J_COMPAT_CONIO_H

#include <poll.h>
#include <stdio.h>

#define _getch getchar
#define getch  getchar
#define kbhit  _kbhit

static inline int _kbhit(void) {
    struct pollfd input = {0, POLLIN, 0};
    return poll(&input, 1, 0) > 0;
}

#endif

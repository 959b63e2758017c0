/* A key: here a line's first character, or the end of the input. */
#ifndef WININET4J_COMPAT_CONIO_H
#define WININET4J_COMPAT_CONIO_H

#include <stdio.h>

#define _getch getchar
#define getch  getchar

#endif

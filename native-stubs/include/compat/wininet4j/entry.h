/*
 * main for a program whose main function is another. The words before that are those of its declaration, so it has to
 * return int.
 */
#ifndef WININET4J_COMPAT_ENTRY_H
#define WININET4J_COMPAT_ENTRY_H

#include "library.h"
#include "text.h"

#define SW_SHOWDEFAULT 10

static inline int wininet4j_run_main(int (*program)(int, LPWSTR *), int count, char **arguments) {
    LPWSTR *wide = (LPWSTR *)calloc((size_t)count + 1, sizeof(LPWSTR));
    for (int i = 0; wide != NULL && i < count; i++) {
        size_t length;
        wide[i] = wininet4j_utf16(arguments[i], strlen(arguments[i]), &length);
    }
    return wide == NULL ? EXIT_FAILURE : program(count, wide);
}

/* An argument behind a line, with quotation marks if it needs them; returns the end of the line. */
static inline char *wininet4j_put_argument(char *end, const char *argument) {
    BOOL is_quoted = argument[0] == '\0' || strpbrk(argument, " \t\"") != NULL;
    size_t backslashes = 0;
    if (is_quoted) {
        *end++ = '"';
    }
    for (const char *c = argument;; c++) {
        if (*c == '"' || (*c == '\0' && is_quoted)) {
            /* Before a quotation mark a backslash is two. */
            memset(end, '\\', backslashes + (*c == '"'));
            end += backslashes + (*c == '"');
        }
        if (*c == '\0') {
            break;
        }
        backslashes = *c == '\\' ? backslashes + 1 : 0;
        *end++ = *c;
    }
    if (is_quoted) {
        *end++ = '"';
    }
    return end;
}

/* The arguments as a program without a console has them: one line, without the name of the program. NULL: no memory. */
static inline char *wininet4j_command_line(int count, char **arguments) {
    size_t room = 1;
    for (int i = 1; i < count; i++) {
        room += 2 * strlen(arguments[i]) + 3;
    }
    char *line = (char *)malloc(room);
    char *end = line;
    for (int i = 1; line != NULL && i < count; i++) {
        if (i > 1) {
            *end++ = ' ';
        }
        end = wininet4j_put_argument(end, arguments[i]);
    }
    if (line != NULL) {
        *end = '\0';
    }
    return line;
}

static inline int wininet4j_run_win_main(
    int (*program)(HINSTANCE, HINSTANCE, LPSTR, int), int count, char **arguments) {
    char *line = wininet4j_command_line(count, arguments);
    int code = line == NULL ? EXIT_FAILURE : program((HINSTANCE)GetModuleHandleA(NULL), NULL, line, SW_SHOWDEFAULT);
    free(line);
    return code;
}

static inline int wininet4j_run_win_main_wide(
    int (*program)(HINSTANCE, HINSTANCE, LPWSTR, int), int count, char **arguments) {
    char *line = wininet4j_command_line(count, arguments);
    size_t length = 0;
    LPWSTR wide = line == NULL ? NULL : wininet4j_utf16(line, strlen(line), &length);
    int code = wide == NULL ? EXIT_FAILURE : program((HINSTANCE)GetModuleHandleA(NULL), NULL, wide, SW_SHOWDEFAULT);
    free(wide);
    free(line);
    return code;
}

#ifdef __cplusplus
#define WININET4J_MAIN(entry) reinterpret_cast<int (*)(int, LPWSTR *)>(entry)
#else
#define WININET4J_MAIN(entry) ((int (*)(int, LPWSTR *))(void (*)(void))(entry))
#endif
#define wmain(...)                                                                                                     \
    wininet4j_main(__VA_ARGS__);                                                                                       \
    int main(int argc, char **argv) { return wininet4j_run_main(WININET4J_MAIN(wininet4j_main), argc, argv); }         \
    int wininet4j_main(__VA_ARGS__)
#define WinMain(...)                                                                                                   \
    wininet4j_win_main(__VA_ARGS__);                                                                                   \
    int main(int argc, char **argv) { return wininet4j_run_win_main(wininet4j_win_main, argc, argv); }                 \
    int wininet4j_win_main(__VA_ARGS__)
#define wWinMain(...)                                                                                                  \
    wininet4j_win_main(__VA_ARGS__);                                                                                   \
    int main(int argc, char **argv) { return wininet4j_run_win_main_wide(wininet4j_win_main, argc, argv); }            \
    int wininet4j_win_main(__VA_ARGS__)

#endif

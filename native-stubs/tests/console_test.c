/* The standard handles and the ways into a program of include/compat. No engine is needed. */
#include <SDKDDKVer.h>
#include <windows.h>

#include "check.h"

#include <fcntl.h>

/* What is at a descriptor while a test runs. */
static int replaced(int descriptor, int by) {
    fflush(NULL);
    int kept = dup(descriptor);
    dup2(by, descriptor);
    return kept;
}

static void restore(int descriptor, int kept) {
    fflush(NULL);
    dup2(kept, descriptor);
    close(kept);
}

static void standard_handles(void) {
    HANDLE out = GetStdHandle(STD_OUTPUT_HANDLE);
    HANDLE in = GetStdHandle(STD_INPUT_HANDLE);
    char text[20] = "";
    DWORD count = 77;
    DWORD mode = 0;
    int ends[2];

    CHECK(out != in && out != GetStdHandle(STD_ERROR_HANDLE) && out != INVALID_HANDLE_VALUE && out != NULL);
    CHECK(GetStdHandle(0) == INVALID_HANDLE_VALUE && GetLastError() == ERROR_INVALID_HANDLE);
    FAILS(WriteFile(NULL, "x", 1, &count, NULL), ERROR_INVALID_HANDLE);
    CHECK(count == 0);
    FAILS(ReadFile((HANDLE)(UINT_PTR)STD_INPUT_HANDLE, text, 1, &count, NULL), ERROR_INVALID_HANDLE);

    CHECK(pipe(ends) == 0);
    int kept = replaced(1, ends[1]);
    BOOL is_written = printf("one ") == 4 && WriteFile(out, "two\n", 4, &count, NULL);
    BOOL is_console = WriteConsoleA(out, "no", 2, NULL, NULL);
    DWORD error = GetLastError();
    restore(1, kept);
    close(ends[1]);
    CHECK(is_written && count == 4 && read(ends[0], text, sizeof text) == 8 && memcmp(text, "one two\n", 8) == 0);
    CHECK(!is_console && error == ERROR_INVALID_HANDLE);
    close(ends[0]);

    CHECK(pipe(ends) == 0 && write(ends[1], "first\nlast", 10) == 10);
    close(ends[1]);
    kept = replaced(0, ends[0]);
    CHECK(ReadFile(in, text, 4, &count, NULL) && count == 4 && ReadFile(in, text, 20, &count, NULL) && count == 2);
    CHECK(text[1] == '\n' && ReadFile(in, text, 20, &count, NULL) && count == 4 && memcmp(text, "last", 4) == 0);
    CHECK(ReadFile(in, text, 20, &count, NULL) && count == 0);
    FAILS(GetConsoleMode(in, &mode), ERROR_INVALID_HANDLE);
    FAILS(SetConsoleMode(in, mode), ERROR_INVALID_HANDLE);
    restore(0, kept);
    close(ends[0]);
}

static void console(void) {
    static const WCHAR euro[] = {0x20AC, '\n'};
    HANDLE out = GetStdHandle(STD_OUTPUT_HANDLE);
    char text[20] = "";
    DWORD count = 0;
    DWORD mode = 0;
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    CHECK(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
    int slave = open(ptsname(terminal), O_RDWR | O_NOCTTY);
    CHECK(slave >= 0);

    int kept = replaced(1, slave);
    BOOL is_written = WriteConsoleW(out, euro, 2, &count, NULL);
    BOOL has_mode = GetConsoleMode(out, &mode) && SetConsoleMode(out, mode) && SetConsoleTextAttribute(out, 7);
    restore(1, kept);
    CHECK(is_written && count == 2 && has_mode && (mode & ENABLE_PROCESSED_OUTPUT));
    CHECK(read(terminal, text, sizeof text) > 3 && memcmp(text, "\xE2\x82\xAC", 3) == 0);
    close(slave);
    close(terminal);
    CHECK(SetConsoleTitle(TEXT("title")) && SetConsoleOutputCP(CP_UTF8) && GetConsoleOutputCP() == CP_UTF8);
    CHECK(SetConsoleCP(CP_UTF8) && GetConsoleCP() == CP_UTF8 && _getpid() == (int)GetCurrentProcessId());
}

static int is_line(const char *expected, int count, const char *first, const char *second) {
    char name[] = "program";
    char *arguments[] = {name, (char *)(UINT_PTR)first, (char *)(UINT_PTR)second, NULL};
    char *line = wininet4j_command_line(count, arguments);
    int is_same = strcmp(line, expected) == 0;
    free(line);
    return is_same;
}

static void lines(void) {
    CHECK(is_line("", 1, NULL, NULL) && is_line("a b", 3, "a", "b") && is_line("\"a b\" \"\"", 3, "a b", ""));
    CHECK(is_line("a\\b \"c d\\\\\"", 3, "a\\b", "c d\\"));
    CHECK(is_line("\"say \\\"x\\\"\" \"\\\\\\\"\"", 3, "say \"x\"", "\\\""));
}

/* Words of annotation, old and new, leave a declaration as it is. */
static DWORD annotated(__in_bcount(size) LPCVOID from, _In_ DWORD size, __deref_out LPCVOID *to,
    __out_ecount_part_opt(size, *length) LPSTR text, _Out_writes_to_opt_(size, *length) LPSTR other,
    __reserved DWORD no) {
    (void)text;
    (void)other;
    (void)no;
    *to = from;
    return size;
}

static void words(void) {
    byte one = 0xFF;
    LPCVOID to = NULL;
    CHECK(annotated(&one, sizeof one, &to, NULL, NULL, 0) == 1 && to == &one && one + 1 == 256);
}

int main(void) {
    standard_handles();
    console();
    lines();
    words();
    printf("%d failures\n", failures);
    return failures != 0;
}

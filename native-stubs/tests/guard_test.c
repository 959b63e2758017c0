/*
 * Calls every function of the table with memory that ends where a page ends that must not be touched: texts whose NUL
 * is the last of the page or that end without one where their length says so, buffers of exactly the size that is
 * stated, structures of the right size, and structures of which there is no more than a wrong size. What goes in cannot
 * be written, what comes out is full of garbage before, and reserved pointers lead nowhere. guarded.h says what each
 * parameter is; a test makes it of what the functions are declared as. Arguments: the ports of an HTTP, an FTP and a
 * WebSocket server on 127.0.0.1, a folder to work in, and 1 for all sizes, 3 for each third of them. Exit code 0 if the
 * process lives and nothing was written beside its memory.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* MAP_ANONYMOUS */
#endif
#include <wininet.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a parameter is, by the names of the facade. */
enum kind {
    KIND_NUMBER, KIND_TRUTH, KIND_POINTER_SIZED, KIND_GROUP_ID, KIND_WORD, KIND_HANDLE, KIND_TEXT, KIND_TEXTS,
    KIND_TEXT_BUFFER, KIND_ALLOCATED_TEXT, KIND_BYTES, KIND_SIZE, KIND_SIZE_VARIABLE, KIND_DWORD_VARIABLE,
    KIND_WORD_VARIABLE, KIND_LONG_VARIABLE, KIND_HANDLE_VARIABLE, KIND_LOCK_VARIABLE, KIND_STRUCTURE,
    KIND_STRUCTURE_BY_VALUE, KIND_BUFFERS, KIND_URL_PARTS, KIND_COOKIES, KIND_PROXY_LIST, KIND_FREED,
    KIND_CERTIFICATE_CHAIN, KIND_OPTION_DATA, KIND_HEADER_DATA, KIND_DIALOG_DATA, KIND_MEMORY, KIND_RESERVED, KIND_CALLBACK,
    KIND_ENUMERATOR
};
enum direction { GOES_IN, GOES_OUT, GOES_IN_OUT };
enum unit { BYTES_UNIT, CHARACTERS_UNIT, ELEMENTS_UNIT };
enum text_size { UP_TO_NUL_IF_ZERO, NONE_IF_ZERO, EMPTY_IF_ZERO_IN_ANSI, IGNORED_IN_WIDE };

struct guarded {
    enum kind kind;
    enum direction direction;
    int character; /* bytes of one */
    int size; /* the parameter that says how large the memory is, or -1 */
    enum unit unit;
    enum text_size text;
    int related; /* of a size: what it measures; of an option's or a header's value: its number */
    DWORD capacity;
    int condition; /* the parameter that decides whether this one is looked at, or -1 */
    DWORD value;
    size_t memory;
    int own_size;
};

#include "guarded.h"

#define MOST_PARAMETERS 9
#define SLOTS 40
#define PAGE 4096
#define SLOT_PAGES 3
#define CANARY 0x5C
#define GARBAGE 0xA5
#define NOWHERE ((void *)(DWORD_PTR)0xdeadbeefu)
#define CUSTOM_HEADER 65535

static char *slots;
static int used;
static struct {
    char *start;
    size_t size;
} taken[SLOTS];

/* The state of a round. */
static DWORD room;
static DWORD number;
static const char *content;
static int wrong_size;
static int missing; /* the parameter that is NULL, or -1 */
static HINTERNET handle;
static INTERNET_PORT port;
static int overwritten;

/* The function that is called; the process that waits for the calling one reads it too. */
static const char *volatile *shared_current;
#define current (*shared_current)

/* Memory of which the last byte is the last of its page; the next page is out of bounds. */
static char *place(size_t size) {
    if (used == SLOTS || size > SLOT_PAGES * PAGE) {
        printf("no slot is left\n");
        exit(2);
    }
    char *start = slots + (size_t)used * (SLOT_PAGES + 1) * PAGE;
    taken[used].start = start + SLOT_PAGES * PAGE - size;
    taken[used].size = size;
    memset(start, CANARY, SLOT_PAGES * PAGE - size);
    memset(taken[used].start, GARBAGE, size);
    return taken[used++].start;
}

/* From now on that memory is read only. */
static void *seal(void *memory) {
    size_t slot = (size_t)((char *)memory - slots) / ((SLOT_PAGES + 1) * PAGE);
    if ((char *)memory == slots + (slot * (SLOT_PAGES + 1) + SLOT_PAGES) * PAGE) {
        return memory; /* nothing of it is there */
    }
    mprotect(slots + slot * (SLOT_PAGES + 1) * PAGE, SLOT_PAGES * PAGE, PROT_READ);
    return memory;
}

/* Whether what lies before the memory of the last call is as it was. */
static void check_canaries(void) {
    for (int i = 0; i < used; i++) {
        char *start = slots + (size_t)i * (SLOT_PAGES + 1) * PAGE;
        for (char *at = start; at < taken[i].start; at++) {
            if (*at != CANARY) {
                printf("%s wrote before its memory\n", current);
                overwritten++;
                break;
            }
        }
        mprotect(start, SLOT_PAGES * PAGE, PROT_READ | PROT_WRITE);
    }
    used = 0;
}

/* The content so many times as needed: of that length, with NUL or without. */
static void *characters(size_t length, int character, int with_nul) {
    size_t size = (length + (with_nul ? 1 : 0)) * (size_t)character;
    char *memory = place(size);
    memset(memory, 0, size);
    for (size_t i = 0; i < length; i++) {
        memory[i * (size_t)character] = content[i % strlen(content)];
    }
    return memory;
}

static void *whole_text(int character) { return characters(strlen(content), character, 1); }

/* What is stated for a text that goes in is never more than there is. */
static DWORD stated(const struct guarded *of) {
    if (of->kind == KIND_FREED) {
        return 0;
    }
    return of->kind == KIND_TEXT && room > strlen(content) ? (DWORD)strlen(content) : room;
}

static void *sized_text(const struct guarded *it) {
    DWORD length = stated(it);
    if (it->size < 0 || (it->text == IGNORED_IN_WIDE && it->character > 1)) {
        return whole_text(it->character);
    }
    if (length > 0) {
        return characters(length, it->character, 0);
    }
    if (it->text == UP_TO_NUL_IF_ZERO || (it->text == EMPTY_IF_ZERO_IN_ANSI && it->character > 1)) {
        return whole_text(it->character);
    }
    return it->text == EMPTY_IF_ZERO_IN_ANSI ? characters(1, 1, 0) : place(0);
}

static void *texts(int character) {
    void *first = seal(whole_text(character));
    void **array = (void **)place(2 * sizeof *array);
    array[0] = first;
    array[1] = NULL;
    return array;
}

/* A structure that states its size: no more than the size if that is wrong. */
static char *own_sized(size_t size) {
    DWORD said = wrong_size ? 3 : (DWORD)size;
    char *memory = place(wrong_size ? sizeof said : size);
    memcpy(memory, &said, sizeof said);
    return memory;
}

static void *structure(const struct guarded *it) {
    if (it->size >= 0) {
        return place(room);
    }
    char *memory = it->own_size ? own_sized(it->memory) : place(it->memory);
    if (it->direction == GOES_IN && !(it->own_size && wrong_size)) {
        memset(memory + (it->own_size ? sizeof(DWORD) : 0), 0, it->memory - (it->own_size ? sizeof(DWORD) : 0));
        if (it->memory == sizeof(SYSTEMTIME)) {
            SYSTEMTIME time = {2020, 1, 3, 1, 0, 0, 0, 0};
            memcpy(memory, &time, sizeof time);
        }
    }
    return memory;
}

static void *buffers(const struct guarded *it) {
    char *memory = own_sized(it->memory);
    if (!wrong_size) {
        INTERNET_BUFFERSW value;
        memset(&value, 0, sizeof value);
        value.dwStructSize = sizeof value;
        value.Next = NOWHERE;
        value.lpvBuffer = it->direction == GOES_IN ? seal(place(room)) : place(room);
        value.dwBufferLength = value.dwBufferTotal = room;
        value.lpcszHeader = NOWHERE;
        if (it->direction == GOES_IN) {
            struct guarded header = {KIND_TEXT, GOES_IN, it->character, 0, CHARACTERS_UNIT, EMPTY_IF_ZERO_IN_ANSI, -1, 0, -1,
                0, 0, 0};
            value.lpcszHeader = seal(sized_text(&header));
            value.dwHeadersLength = stated(&header);
        }
        memcpy(memory, &value, sizeof value);
    }
    return memory;
}

static void part(const struct guarded *it, LPWSTR *text, DWORD *length) {
    *length = room < 300 ? room : 300;
    char *memory = it->direction == GOES_IN ? characters(*length, it->character, *length == 0)
                                            : place(*length * (size_t)it->character);
    *text = (LPWSTR)(void *)memory;
}

static void *url_parts(const struct guarded *it) {
    char *memory = own_sized(it->memory);
    if (!wrong_size) {
        URL_COMPONENTSW value;
        memset(&value, 0, sizeof value);
        value.dwStructSize = sizeof value;
        value.nScheme = INTERNET_SCHEME_HTTP;
        part(it, &value.lpszScheme, &value.dwSchemeLength);
        part(it, &value.lpszHostName, &value.dwHostNameLength);
        part(it, &value.lpszUserName, &value.dwUserNameLength);
        part(it, &value.lpszPassword, &value.dwPasswordLength);
        part(it, &value.lpszUrlPath, &value.dwUrlPathLength);
        part(it, &value.lpszExtraInfo, &value.dwExtraInfoLength);
        memcpy(memory, &value, sizeof value);
    }
    return memory;
}

/* The value of an option or a header: empty text ends where it ends, whatever size is stated. */
static void *value_with_text(size_t size, size_t character) {
    size = size < character ? character : size;
    return memset(place(size), 0, size);
}

static void *pointer(const struct guarded *it) {
    switch (it->kind) {
        case KIND_TEXT:
            return sized_text(it);
        case KIND_TEXTS:
            return texts(it->character);
        case KIND_TEXT_BUFFER:
            return place(it->size < 0 ? it->capacity * (size_t)it->character
                    : it->unit == BYTES_UNIT ? room : room * (size_t)it->character);
        case KIND_BYTES:
            return place(it->size < 0 ? it->capacity : room);
        case KIND_SIZE_VARIABLE:
            return memcpy(place(sizeof room), &room, sizeof room);
        case KIND_STRUCTURE:
            return structure(it);
        case KIND_BUFFERS:
            return buffers(it);
        case KIND_URL_PARTS:
            return url_parts(it);
        case KIND_OPTION_DATA:
            return it->direction == GOES_IN ? value_with_text(room, (size_t)it->character) : place(room);
        case KIND_HEADER_DATA:
            return number == CUSTOM_HEADER ? value_with_text(room, (size_t)it->character) : place(room);
        case KIND_DIALOG_DATA:
        case KIND_MEMORY:
            return memset(place(it->memory), 0, it->memory);
        case KIND_RESERVED:
            return room % 2 == 0 ? NULL : NOWHERE;
        case KIND_FREED:
            /* Nothing, or a structure in which there is nothing to be freed. */
            return it->memory == 0 ? NULL : memset(place(it->memory), 0, it->memory);
        case KIND_CALLBACK:
        case KIND_ENUMERATOR:
            return NULL;
        default:
            return place(it->memory);
    }
}

static void make(void *value, size_t size, const struct guarded *all, int index) {
    const struct guarded *it = &all[index];
    uint64_t plain = 0;
    switch (it->kind) {
        case KIND_NUMBER:
            plain = number;
            break;
        case KIND_TRUTH:
            plain = number & 1;
            break;
        case KIND_POINTER_SIZED:
        case KIND_GROUP_ID:
        case KIND_STRUCTURE_BY_VALUE:
            break;
        case KIND_WORD:
            plain = port;
            break;
        case KIND_HANDLE:
            plain = (uint64_t)(uintptr_t)handle;
            break;
        case KIND_SIZE:
            plain = stated(&all[it->related]);
            break;
        default: {
            void *memory = index == missing ? NULL : pointer(it);
            if (it->condition >= 0 && number != it->value && memory != NULL) {
                memory = NOWHERE;
            } else if (memory != NULL && memory != NOWHERE && it->direction == GOES_IN && it->kind != KIND_FREED) {
                memory = seal(memory);
            }
            plain = (uint64_t)(uintptr_t)memory;
        }
    }
    memcpy(value, &plain, size);
}

/* What a function has opened would keep a connection busy. */
#define finish_HINTERNET(call) (void)InternetCloseHandle(call)
#define finish_BOOL(call) (void)(call)
#define finish_DWORD(call) (void)(call)
#define finish_HANDLE(call) (void)(call)
#define finish_GROUPID(call) (void)(call)
#define finish_INTERNET_STATUS_CALLBACK(call) (void)(call)

#define MEMBER(type, parameter) type parameter;
#define MAKE(type, parameter) make(&given.parameter, sizeof given.parameter, rows, index++);
#define PASS(type, parameter) given.parameter

#define CALL(action, name, ...)                                                                                        \
    static void call_##name(void) {                                                                                    \
        const struct guarded *rows = guarded_##name;                                                                   \
        int index = 0;                                                                                                 \
        struct {                                                                                                       \
            WININET4J_EACH(MEMBER, WININET4J_NOTHING, __VA_ARGS__)                                                     \
        } given;                                                                                                       \
        current = #name;                                                                                               \
        WININET4J_EACH(MAKE, WININET4J_NOTHING, __VA_ARGS__)                                                           \
        action(name(WININET4J_EACH(PASS, WININET4J_COMMA, __VA_ARGS__)));                                              \
        check_canaries();                                                                                              \
    }
#define FUNCTION(type, failure, name, ...) CALL(finish_##type, name, __VA_ARGS__)
#define FUNCTION0(type, failure, name)                                                                                 \
    static void call_##name(void) {                                                                                    \
        current = #name;                                                                                               \
        (void)name();                                                                                                  \
    }
#define PROCEDURE(name, ...) CALL((void), name, __VA_ARGS__)
#include "wininet4j_functions.def"
#undef FUNCTION
#undef FUNCTION0
#undef PROCEDURE

#define COUNT(name) (int)(sizeof guarded_##name / sizeof *guarded_##name)

static const struct {
    void (*call)(void);
    const struct guarded *rows;
    int parameters;
} all[] = {
#define FUNCTION(type, failure, name, ...) {call_##name, guarded_##name, COUNT(name)},
#define FUNCTION0(type, failure, name) {call_##name, NULL, 0},
#define PROCEDURE(name, ...) {call_##name, guarded_##name, COUNT(name)},
#include "wininet4j_functions.def"
#undef FUNCTION
#undef FUNCTION0
#undef PROCEDURE
};

#define FUNCTIONS (sizeof all / sizeof *all)

enum { NOTHING, SESSION, CONNECTION, REQUEST, FTP_CONNECTION, FTP_FIND, FTP_FILE, WEB_SOCKET, HANDLES };

static HINTERNET handles[HANDLES];

/* The handles of a round: what one call has done to them does not matter to the next round. */
static void open_handles(INTERNET_PORT ftp, INTERNET_PORT web_socket) {
    HINTERNET session = InternetOpenA("guard", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    handles[SESSION] = session;
    handles[CONNECTION] = InternetConnectA(session, "127.0.0.1", port, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    handles[REQUEST] = HttpOpenRequestA(handles[CONNECTION], NULL, "/file", NULL, NULL, NULL, 0, 0);
    if (handles[REQUEST] == NULL || !HttpSendRequestA(handles[REQUEST], NULL, 0, NULL, 0)) {
        printf("no request: %u\n", (unsigned)GetLastError());
        exit(2);
    }
    handles[FTP_CONNECTION] =
        InternetConnectA(session, "127.0.0.1", ftp, NULL, NULL, INTERNET_SERVICE_FTP, INTERNET_FLAG_PASSIVE, 0);
    handles[FTP_FIND] = FtpFindFirstFileA(handles[FTP_CONNECTION], NULL, NULL, 0, 0);
    HINTERNET other =
        InternetConnectA(session, "127.0.0.1", ftp, NULL, NULL, INTERNET_SERVICE_FTP, INTERNET_FLAG_PASSIVE, 0);
    handles[FTP_FILE] = FtpOpenFileA(other, "file", GENERIC_READ, FTP_TRANSFER_TYPE_BINARY, 0);
    if (handles[FTP_FIND] == NULL || handles[FTP_FILE] == NULL) {
        printf("no FTP: %u\n", (unsigned)GetLastError());
        exit(2);
    }
    HINTERNET server = InternetConnectA(session, "127.0.0.1", web_socket, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET upgrade = HttpOpenRequestA(server, NULL, "/", NULL, NULL, NULL, 0, 0);
    if (!InternetSetOptionA(upgrade, INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET, NULL, 0)
        || !HttpSendRequestA(upgrade, NULL, 0, NULL, 0)
        || (handles[WEB_SOCKET] = HttpWebSocketCompleteUpgrade(upgrade, 0)) == NULL) {
        printf("no WebSocket: %u\n", (unsigned)GetLastError());
        exit(2);
    }
}

/* Closing is for the end, and detection asks the names of the network, whose answers may take their time. */
static void call(size_t function) {
    DWORD before = number;
    if (all[function].call == call_DetectAutoProxyUrl) {
        number = 0;
    }
    if (all[function].call != call_InternetCloseHandle || handle == NULL) {
        all[function].call();
    }
    number = before;
}

static int calls;

static int has_structure(size_t function) {
    for (int i = 0; i < all[function].parameters; i++) {
        if (all[function].rows[i].own_size) {
            return 1;
        }
    }
    return 0;
}

/* Everything there, then one parameter less at a time, then structures of a wrong size. */
static void call_in_all_ways(size_t function) {
    missing = -1;
    wrong_size = 0;
    call(function);
    calls++;
    if (room != 64) {
        return;
    }
    for (missing = 0; missing < all[function].parameters; missing++) {
        call(function);
        calls++;
    }
    missing = -1;
    if (has_structure(function)) {
        wrong_size = 1;
        call(function);
        calls++;
    }
}

static void call_all(INTERNET_PORT ftp, INTERNET_PORT web_socket, size_t step) {
    static const DWORD rooms[] = {0, 1, 3, 64, 8, 18, 105, 281, 4096};
    static const DWORD numbers[] = {0, 3, CUSTOM_HEADER};
    static char url[64];
    const char *contents[] = {url, "127.0.0.1", "127.0.0.1: value\r\n"};
    snprintf(url, sizeof url, "http://127.0.0.1:%d/file", port);
    for (size_t r = 0; r < sizeof rooms / sizeof *rooms; r += step) {
        open_handles(ftp, web_socket);
        for (size_t h = 0; h < HANDLES; h++) {
            room = rooms[r];
            number = numbers[(r + h) % 3];
            content = contents[(r + h / 2) % 3];
            for (size_t i = 0; i < FUNCTIONS; i++) {
                handle = handles[h];
                call_in_all_ways(i);
            }
        }
        current = "InternetCloseHandle";
        (void)InternetCloseHandle(handles[SESSION]);
    }
    printf("%d functions, %d calls, alive\n", (int)FUNCTIONS, calls);
    fflush(stdout);
}

int main(int argc, char **argv) {
    if (argc < 5 || chdir(argv[4]) != 0) {
        return 2;
    }
    port = (INTERNET_PORT)atoi(argv[1]);
    slots = mmap(NULL, (size_t)SLOTS * (SLOT_PAGES + 1) * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
        0);
    if (slots == MAP_FAILED) {
        return 2;
    }
    for (size_t i = 0; i < SLOTS; i++) {
        mprotect(slots + i * (SLOT_PAGES + 1) * PAGE + SLOT_PAGES * PAGE, PAGE, PROT_NONE);
    }
    shared_current = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    current = "nothing";
    pid_t caller = fork();
    if (caller == 0) {
        call_all((INTERNET_PORT)atoi(argv[2]), (INTERNET_PORT)atoi(argv[3]), argc > 5 ? (size_t)atoi(argv[5]) : 1);
        return overwritten != 0;
    }
    int status = -1;
    if (waitpid(caller, &status, 0) != caller || status != 0) {
        printf("the process ended in %s\n", current);
        return 1;
    }
    return 0;
}

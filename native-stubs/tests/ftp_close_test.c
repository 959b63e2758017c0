/*
 * Eight threads move files by FTP while another closes their handles at any moment: the file, the connection or the
 * session. ftp_close_test PORT ROUNDS
 *
 * Each call either works or fails with an error that says why; each handle that was made says that it is closing.
 */
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <wininet.h>

#include "check.h"

enum { THREADS = 8, PIECE = 4096 };

static INTERNET_PORT port;
static int rounds;
static atomic_long created;
static atomic_long closed;
static atomic_long cut;
static atomic_int wrong;

/* What one thread has open, and the other closes. */
struct room {
    _Atomic(HINTERNET) handles[3]; /* session, connection, file */
    atomic_int moves;
    unsigned seed;
    int number;
};

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID information, DWORD length)
{
    (void) handle;
    (void) context;
    if (length != 0 && information == NULL) {
        atomic_fetch_add(&wrong, 1);
    }
    if (status == INTERNET_STATUS_HANDLE_CREATED) {
        atomic_fetch_add(&created, 1);
    } else if (status == INTERNET_STATUS_HANDLE_CLOSING) {
        atomic_fetch_add(&closed, 1);
    }
}

/* Whether a call failed because its handle was closed, before it or while it ran. */
static int gone(const char *what)
{
    DWORD error = GetLastError();

    switch (error) {
    case ERROR_INVALID_HANDLE:
    case ERROR_INTERNET_OPERATION_CANCELLED:
    case ERROR_INTERNET_CONNECTION_ABORTED:
    case ERROR_INTERNET_CONNECTION_RESET:
    case ERROR_INTERNET_INCORRECT_HANDLE_STATE:
    case ERROR_FTP_DROPPED:
        atomic_fetch_add(&cut, 1);
        return 1;
    default:
        printf("%s: error %u\n", what, (unsigned) error);
        atomic_fetch_add(&wrong, 1);
        return 0;
    }
}

static void move(struct room *room, HINTERNET file, int writes)
{
    char piece[PIECE];
    DWORD count = 0;
    int i;

    memset(piece, 'x', sizeof piece);
    for (i = 0; i < 1000; i++) {
        BOOL done = writes ? InternetWriteFile(file, piece, sizeof piece, &count)
                           : InternetReadFile(file, piece, sizeof piece, &count);

        if (!done) {
            gone(writes ? "InternetWriteFile" : "InternetReadFile");
            return;
        }
        if (count > sizeof piece) {
            atomic_fetch_add(&wrong, 1);
        }
        if (count == 0) {
            return;
        }
        atomic_store(&room->moves, i + 1);
    }
}

static void *closer(void *argument)
{
    struct room *room = argument;
    unsigned chance = room->seed * 2654435761u;
    int after = (int) (chance >> 16) % 20;
    int which = (int) (chance >> 24) % 3;

    /* Until so much was moved, or there is nothing to wait for any more. */
    while (atomic_load(&room->moves) < after && atomic_load(&room->moves) >= 0) {
        sched_yield();
    }
    for (; which >= 0; which--) {
        HINTERNET handle = atomic_exchange(&room->handles[which], NULL);

        if (handle != NULL) {
            InternetCloseHandle(handle);
            break;
        }
    }
    return NULL;
}

static void one_round(struct room *room)
{
    char name[20];
    int writes = room->seed & 1;
    pthread_t other;
    HINTERNET session = InternetOpenA("c", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET connect;
    HINTERNET file = NULL;
    int i;

    InternetSetStatusCallbackA(session, on_status);
    atomic_store(&room->moves, 0);
    atomic_store(&room->handles[0], session);
    snprintf(name, sizeof name, "up%d", room->number);
    if (pthread_create(&other, NULL, closer, room) != 0) {
        atomic_fetch_add(&wrong, 1);
        return;
    }
    connect = InternetConnectA(session, "127.0.0.1", port, "me", "secret", INTERNET_SERVICE_FTP,
        INTERNET_FLAG_PASSIVE, 1);
    if (connect == NULL) {
        gone("InternetConnect");
    } else {
        atomic_store(&room->handles[1], connect);
        file = FtpOpenFileA(connect, writes ? name : "down", writes ? GENERIC_WRITE : GENERIC_READ,
            FTP_TRANSFER_TYPE_BINARY, 1);
    }
    if (file != NULL) {
        atomic_store(&room->handles[2], file);
        move(room, file, writes);
    } else if (connect != NULL) {
        gone("FtpOpenFile");
    }
    atomic_store(&room->moves, -1);
    pthread_join(other, NULL);
    for (i = 2; i >= 0; i--) {
        HINTERNET handle = atomic_exchange(&room->handles[i], NULL);

        if (handle != NULL && !InternetCloseHandle(handle)) {
            gone("InternetCloseHandle");
        }
    }
}

static void *run(void *argument)
{
    struct room *room = argument;
    int i;

    for (i = 0; i < rounds; i++) {
        room->seed = (unsigned) (room->number * 1000 + i);
        one_round(room);
    }
    return NULL;
}

int main(int argc, char **argv)
{
    static struct room rooms[THREADS];
    pthread_t threads[THREADS];
    int i;

    if (argc != 3) {
        return 2;
    }
    port = (INTERNET_PORT) atoi(argv[1]);
    rounds = atoi(argv[2]);
    for (i = 0; i < THREADS; i++) {
        rooms[i].number = i;
        CHECK(pthread_create(&threads[i], NULL, run, &rooms[i]) == 0);
    }
    for (i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
    }
    CHECK(atomic_load(&wrong) == 0);
    CHECK(atomic_load(&cut) > 0);
    CHECK(atomic_load(&created) > 0);
    printf("%d failures\n", failures);
    return failures != 0;
}

/*
 * The entry into the engine and the last error of each thread.
 */
#define WININET4J_BUILD
#include "bridge.h"
#include "engine.h"
#include "platform.h"

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <wininet.h>

static _Atomic(wininet4j_dispatch) entry;

/* Guarded by platform_lock. */
static bool start_tried;

/* Set in the child of a fork: the threads of the engine are not there. */
static atomic_bool is_orphan;

static void lose_engine(void) {
    atomic_store(&is_orphan, true);
    atomic_store(&entry, NULL);
}

void wininet4j_set_entry(wininet4j_dispatch dispatch) {
    /* From now on threads of the Java machine may be inside this library. */
    platform_pin();
    atomic_store_explicit(&entry, dispatch, memory_order_release);
}

void wininet4j_install(wininet4j_dispatch dispatch) { wininet4j_set_entry(dispatch); }

static wininet4j_dispatch current_entry(void) { return atomic_load_explicit(&entry, memory_order_acquire); }

static wininet4j_dispatch entry_of_started_engine(void) {
    wininet4j_dispatch dispatch = current_entry();
    if (dispatch == NULL && !atomic_load(&is_orphan)) {
        /* Other threads wait here for the one start. The engine installs itself without taking the lock. */
        platform_lock();
        if (current_entry() == NULL && !start_tried) {
            start_tried = true;
            platform_in_children(lose_engine);
            wininet4j_start_engine();
        }
        dispatch = current_entry();
        platform_unlock();
    }
    return dispatch;
}

/*
 * Java needs this much of a thread's stack for its guard pages and for itself; with less, a call would end the process
 * or do half of what it should.
 */
#define STACK_NEEDED ((size_t)240 << 10)

/* The entry, or NULL and the error that says why there is none for this thread. */
static wininet4j_dispatch entry_of_thread(uint32_t *error) {
    if (platform_stack_left() < STACK_NEEDED) {
        *error = ERROR_NOT_ENOUGH_MEMORY;
        return NULL;
    }
    wininet4j_dispatch dispatch = entry_of_started_engine();
    if (dispatch == NULL) {
        *error = ERROR_INTERNET_INTERNAL_ERROR;
    }
    return dispatch;
}

#ifdef _WIN32

/* kernel32 has the variable. The Java machine calls Windows itself, so it works on a copy. */
uint64_t wininet4j_call(uint32_t function, const uint64_t *arguments, uint64_t failure) {
    uint64_t result = failure;
    uint32_t last_error = GetLastError();
    wininet4j_dispatch dispatch = entry_of_thread(&last_error);
    bool answered = dispatch != NULL && dispatch(function, arguments, &last_error, &result);
    SetLastError(last_error);
    return answered ? result : failure;
}

DWORD WINAPI WininetGetLastError(VOID) { return GetLastError(); }

VOID WINAPI WininetSetLastError(DWORD dwErrCode) { SetLastError(dwErrCode); }

#else

static _Thread_local uint32_t last_error;

/*
 * Callers that reach C by a foreign function interface look for the error in errno. It is the last error after a call
 * that has failed or set one; a call that worked leaves both as they were.
 */
uint64_t wininet4j_call(uint32_t function, const uint64_t *arguments, uint64_t failure) {
    uint64_t result = failure;
    uint32_t before = last_error;
    int errno_before = errno;
    wininet4j_dispatch dispatch = entry_of_thread(&last_error);
    bool answered = dispatch != NULL && dispatch(function, arguments, &last_error, &result);
    bool has_failed = !answered || result == failure;
    errno = has_failed || last_error != before ? (int)last_error : errno_before;
    return answered ? result : failure;
}

static void set_last_error(uint32_t code) {
    last_error = code;
    errno = (int)code;
}

uint32_t *wininet4j_last_error(void) { return &last_error; }

WININET4J_EXPORT DWORD GetLastError(VOID) { return last_error; }

WININET4J_EXPORT VOID SetLastError(DWORD dwErrCode) { set_last_error(dwErrCode); }

WININET4J_EXPORT DWORD WininetGetLastError(VOID) { return last_error; }

WININET4J_EXPORT VOID WininetSetLastError(DWORD dwErrCode) { set_last_error(dwErrCode); }

#endif

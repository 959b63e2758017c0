/*
 * Threads.
 */
#ifndef WININET4J_COMPAT_THREAD_H
#define WININET4J_COMPAT_THREAD_H

#include "sync.h"

#include <sched.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

#define CREATE_SUSPENDED      0x4
#define STILL_ACTIVE          259
#define WT_EXECUTEDEFAULT     0x0
#define WT_EXECUTEINIOTHREAD  0x1
#define WT_EXECUTELONGFUNCTION 0x10

/* What Windows gives a thread at the least. */
#define WININET4J_LEAST_STACK ((SIZE_T)1 << 20)

typedef DWORD(WINAPI *LPTHREAD_START_ROUTINE)(LPVOID parameter);
typedef LPTHREAD_START_ROUTINE PTHREAD_START_ROUTINE;

#ifdef __cplusplus
extern "C" {
#endif
/* The object of the thread, if it was made here. */
__attribute__((weak)) __thread wininet4j_object *wininet4j_this_thread;
#ifdef __cplusplus
}
#endif

static inline DWORD GetCurrentProcessId(VOID) { return (DWORD)getpid(); }
#define _getpid getpid

static inline DWORD GetCurrentThreadId(VOID) {
#ifdef __linux__
    return (DWORD)syscall(SYS_gettid);
#else
    uint64_t id = 0;
    pthread_threadid_np(NULL, &id);
    return (DWORD)id;
#endif
}

static inline HANDLE GetCurrentProcess(VOID) { return (HANDLE)(LONG_PTR)-1; }
static inline HANDLE GetCurrentThread(VOID) { return (HANDLE)(LONG_PTR)-2; }

/* With the lock. Who waits for a mutex of this thread gets it, and is told. */
static inline void wininet4j_abandon_mutexes(void) {
    for (size_t i = 0; i < wininet4j_objects_room; i++) {
        wininet4j_object *object = wininet4j_objects[i];
        if (object != NULL && object->kind == WININET4J_MUTEX && object->count > 0
            && pthread_equal(object->owner, pthread_self())) {
            object->count = 0;
            object->is_set = TRUE;
        }
    }
}

static inline void wininet4j_end_thread(DWORD code) {
    wininet4j_object *thread = wininet4j_this_thread;
    if (thread != NULL) {
        wininet4j_this_thread = NULL;
        wininet4j_lock_objects();
        wininet4j_abandon_mutexes();
        thread->code = code;
        thread->is_set = TRUE;
        pthread_cond_broadcast(&wininet4j_objects_changed);
        wininet4j_release_object(thread);
        wininet4j_unlock_objects();
    }
}

typedef struct {
    wininet4j_object *thread;
    LPTHREAD_START_ROUTINE start;
    LPVOID parameter;
} wininet4j_run;

static inline void *wininet4j_run_thread(void *given) {
    wininet4j_run run = *(wininet4j_run *)given;
    free(given);
    wininet4j_this_thread = run.thread;
    wininet4j_lock_objects();
    run.thread->id = GetCurrentThreadId();
    pthread_cond_broadcast(&wininet4j_objects_changed);
    while (run.thread->suspended > 0) {
        wininet4j_await_change(NULL);
    }
    wininet4j_unlock_objects();
    wininet4j_end_thread(run.start(run.parameter));
    return NULL;
}

static inline BOOL wininet4j_start_thread(wininet4j_object *thread, SIZE_T stack, wininet4j_run *run) {
    pthread_attr_t attributes;
    pthread_t started;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    if (stack > 0) {
        SIZE_T size = stack < WININET4J_LEAST_STACK ? WININET4J_LEAST_STACK : stack;
        pthread_attr_setstacksize(&attributes, (size + 0xFFFF) & ~(SIZE_T)0xFFFF);
    }
    wininet4j_lock_objects();
    BOOL is_started = pthread_create(&started, &attributes, wininet4j_run_thread, run) == 0;
    while (is_started && thread->id == 0) {
        wininet4j_await_change(NULL);
    }
    wininet4j_unlock_objects();
    pthread_attr_destroy(&attributes);
    return is_started;
}

static inline HANDLE CreateThread(LPSECURITY_ATTRIBUTES security, SIZE_T stack, LPTHREAD_START_ROUTINE start,
    LPVOID parameter, DWORD flags, LPDWORD id) {
    (void)security;
    wininet4j_run *run = (wininet4j_run *)malloc(sizeof *run);
    wininet4j_object *thread = run == NULL ? NULL : wininet4j_new_object(WININET4J_THREAD);
    if (thread != NULL) {
        HANDLE handle = thread->handle;
        thread->references = 2;
        thread->code = STILL_ACTIVE;
        thread->suspended = (flags & CREATE_SUSPENDED) != 0;
        run->thread = thread;
        run->start = start;
        run->parameter = parameter;
        /* The handle is not closed while this function works. */
        if (wininet4j_start_thread(thread, stack, run)) {
            if (id != NULL) {
                *id = thread->id;
            }
            return handle;
        }
        thread->references = 1;
        (void)CloseHandle(handle);
    }
    free(run);
    SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    return NULL;
}

__attribute__((noreturn)) static inline VOID ExitThread(DWORD code) {
    wininet4j_end_thread(code);
    pthread_exit(NULL);
}

static inline DWORD ResumeThread(HANDLE handle) {
    wininet4j_object *thread = wininet4j_lock_object(handle, WININET4J_THREAD, WININET4J_THREAD);
    if (thread == NULL) {
        return MAXDWORD;
    }
    DWORD before = thread->suspended;
    thread->suspended -= before > 0;
    pthread_cond_broadcast(&wininet4j_objects_changed);
    wininet4j_unlock_objects();
    return before;
}

static inline BOOL GetExitCodeThread(HANDLE handle, LPDWORD code) {
    wininet4j_object *thread = wininet4j_lock_object(handle, WININET4J_THREAD, WININET4J_THREAD);
    if (thread == NULL) {
        return FALSE;
    }
    *code = thread->code;
    wininet4j_unlock_objects();
    return TRUE;
}

static inline DWORD GetThreadId(HANDLE handle) {
    wininet4j_object *thread = wininet4j_lock_object(handle, WININET4J_THREAD, WININET4J_THREAD);
    if (thread == NULL) {
        return 0;
    }
    DWORD id = thread->id;
    wininet4j_unlock_objects();
    return id;
}

static inline BOOL SwitchToThread(VOID) { return sched_yield() == 0; }

/* A thread of its own for each item. */
static inline BOOL QueueUserWorkItem(LPTHREAD_START_ROUTINE start, PVOID context, ULONG flags) {
    (void)flags;
    HANDLE thread = CreateThread(NULL, 0, start, context, 0, NULL);
    return thread != NULL && CloseHandle(thread);
}

/* The threads of the C library of Windows */

typedef struct {
    void (*start)(void *);
    void *parameter;
} wininet4j_plain_run;

static inline DWORD wininet4j_run_plain(LPVOID given) {
    wininet4j_plain_run run = *(wininet4j_plain_run *)given;
    free(given);
    run.start(run.parameter);
    return 0;
}

static inline uintptr_t _beginthreadex(
    void *security, unsigned stack, unsigned (*start)(void *), void *parameter, unsigned flags, unsigned *id) {
    return (uintptr_t)CreateThread(security, stack, start, parameter, flags, id);
}

__attribute__((noreturn)) static inline VOID _endthreadex(unsigned code) { ExitThread(code); }

/* Nobody may close or wait for what this returns: it is gone when the thread ends. */
static inline uintptr_t _beginthread(void (*start)(void *), unsigned stack, void *parameter) {
    wininet4j_plain_run *run = (wininet4j_plain_run *)malloc(sizeof *run);
    if (run == NULL) {
        return (uintptr_t)-1;
    }
    run->start = start;
    run->parameter = parameter;
    HANDLE thread = CreateThread(NULL, stack, wininet4j_run_plain, run, 0, NULL);
    if (thread == NULL) {
        free(run);
        return (uintptr_t)-1;
    }
    (void)CloseHandle(thread);
    return (uintptr_t)thread;
}

__attribute__((noreturn)) static inline VOID _endthread(void) { ExitThread(0); }

__attribute__((noreturn)) static inline VOID ExitProcess(UINT code) { exit((int)code); }

#endif

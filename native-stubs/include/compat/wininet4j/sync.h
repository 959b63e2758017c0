/*
 * Events, semaphores, mutexes, waits, critical sections and interlocked numbers.
 *
 * All objects of a program share one lock and one condition, so that one wait can watch any of them.
 */
#ifndef WININET4J_COMPAT_SYNC_H
#define WININET4J_COMPAT_SYNC_H

#include "text.h"
#include "times.h"

#include <pthread.h>

#define WAIT_OBJECT_0        0
#define WAIT_ABANDONED_0     0x80
#define WAIT_ABANDONED       0x80
#define WAIT_TIMEOUT         258
#define WAIT_FAILED          0xFFFFFFFF
#define MAXIMUM_WAIT_OBJECTS 64
#define EVENT_ALL_ACCESS     0x1F0003
#define SYNCHRONIZE          0x100000

typedef enum { WININET4J_EVENT, WININET4J_SEMAPHORE, WININET4J_MUTEX, WININET4J_THREAD } wininet4j_kind;

/* What a HANDLE of these stands for. Guarded by the lock. */
typedef struct {
    wininet4j_kind kind;
    HANDLE handle;
    int references; /* the handle, a thread that runs, each wait */
    BOOL is_set;    /* event; thread: it has ended; mutex: its owner has ended without giving it back */
    BOOL is_manual; /* event */
    LONG count;     /* semaphore; mutex: how often its owner has it */
    LONG most;      /* semaphore */
    pthread_t owner;
    DWORD code;      /* thread: exit code */
    DWORD id;        /* thread: 0 until it runs */
    DWORD suspended; /* thread: so often, before it begins */
} wininet4j_object;

#ifdef __cplusplus
extern "C" {
#endif
/* One of each in a program, whichever files include this. */
__attribute__((weak)) pthread_mutex_t wininet4j_objects_lock = PTHREAD_MUTEX_INITIALIZER;
__attribute__((weak)) pthread_once_t wininet4j_objects_once = PTHREAD_ONCE_INIT;
__attribute__((weak)) pthread_cond_t wininet4j_objects_changed;
/* Handles are places in this table and no addresses: one that is closed, or of another kind, is told by it. */
__attribute__((weak)) wininet4j_object **wininet4j_objects;
__attribute__((weak)) size_t wininet4j_objects_room;
#ifdef __cplusplus
}
#endif

static inline void wininet4j_make_condition(void) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
#ifndef __APPLE__
    /* A clock that is set does not change how long a wait is. */
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
#endif
    pthread_cond_init(&wininet4j_objects_changed, &attributes);
    pthread_condattr_destroy(&attributes);
}

static inline void wininet4j_lock_objects(void) {
    pthread_once(&wininet4j_objects_once, wininet4j_make_condition);
    pthread_mutex_lock(&wininet4j_objects_lock);
}

static inline void wininet4j_unlock_objects(void) { pthread_mutex_unlock(&wininet4j_objects_lock); }

static inline struct timespec wininet4j_end_of_wait(DWORD milliseconds) {
    struct timespec end;
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_sec += milliseconds / 1000;
    end.tv_nsec += (long)(milliseconds % 1000) * 1000000;
    end.tv_sec += end.tv_nsec / WININET4J_NANOS;
    end.tv_nsec %= WININET4J_NANOS;
    return end;
}

/* false: the time is over. */
static inline BOOL wininet4j_await_change(const struct timespec *end) {
    if (end == NULL) {
        return pthread_cond_wait(&wininet4j_objects_changed, &wininet4j_objects_lock) == 0;
    }
#ifdef __APPLE__
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    LONGLONG left = (LONGLONG)(end->tv_sec - now.tv_sec) * WININET4J_NANOS + end->tv_nsec - now.tv_nsec;
    struct timespec wait = {(time_t)(left / WININET4J_NANOS), (long)(left % WININET4J_NANOS)};
    return left > 0
        && pthread_cond_timedwait_relative_np(&wininet4j_objects_changed, &wininet4j_objects_lock, &wait) == 0;
#else
    return pthread_cond_timedwait(&wininet4j_objects_changed, &wininet4j_objects_lock, end) == 0;
#endif
}

static inline BOOL wininet4j_failure(DWORD error) {
    SetLastError(error);
    return FALSE;
}

#define WININET4J_HANDLE_STEP 4

/* With the lock. A place that is free; FALSE without memory. */
static inline BOOL wininet4j_place_object(wininet4j_object *object) {
    size_t place = 0;
    while (place < wininet4j_objects_room && wininet4j_objects[place] != NULL) {
        place++;
    }
    if (place == wininet4j_objects_room) {
        size_t room = 2 * place + 16;
        wininet4j_object **more = (wininet4j_object **)realloc(wininet4j_objects, room * sizeof *more);
        if (more == NULL) {
            return FALSE;
        }
        memset(more + place, 0, (room - place) * sizeof *more);
        wininet4j_objects = more;
        wininet4j_objects_room = room;
    }
    wininet4j_objects[place] = object;
    object->handle = (HANDLE)((place + 1) * WININET4J_HANDLE_STEP);
    return TRUE;
}

static inline wininet4j_object *wininet4j_new_object(wininet4j_kind kind) {
    wininet4j_object *object = (wininet4j_object *)calloc(1, sizeof(wininet4j_object));
    BOOL is_placed = FALSE;
    if (object != NULL) {
        object->kind = kind;
        object->references = 1;
        wininet4j_lock_objects();
        is_placed = wininet4j_place_object(object);
        wininet4j_unlock_objects();
    }
    if (!is_placed) {
        free(object);
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    return object;
}

static inline HANDLE wininet4j_handle_of(const wininet4j_object *object) {
    return object == NULL ? NULL : object->handle;
}

/* With the lock. The object of a handle, or NULL with the error. */
static inline wininet4j_object *wininet4j_object_of(HANDLE handle, wininet4j_kind first, wininet4j_kind last) {
    size_t place = (size_t)(UINT_PTR)handle / WININET4J_HANDLE_STEP - 1;
    wininet4j_object *object = place < wininet4j_objects_room ? wininet4j_objects[place] : NULL;
    if (object == NULL || object->handle != handle || object->kind < first || object->kind > last) {
        SetLastError(ERROR_INVALID_HANDLE);
        return NULL;
    }
    return object;
}

/* The same, and takes the lock, unless it is NULL. */
static inline wininet4j_object *wininet4j_lock_object(HANDLE handle, wininet4j_kind first, wininet4j_kind last) {
    wininet4j_lock_objects();
    wininet4j_object *object = wininet4j_object_of(handle, first, last);
    if (object == NULL) {
        wininet4j_unlock_objects();
    }
    return object;
}

/* With the lock. */
static inline void wininet4j_release_object(wininet4j_object *object) {
    if (--object->references == 0) {
        free(object);
    }
}

static inline BOOL CloseHandle(HANDLE handle) {
    wininet4j_object *object = wininet4j_lock_object(handle, WININET4J_EVENT, WININET4J_THREAD);
    if (object == NULL) {
        return FALSE;
    }
    wininet4j_objects[(size_t)(UINT_PTR)handle / WININET4J_HANDLE_STEP - 1] = NULL;
    wininet4j_release_object(object);
    wininet4j_unlock_objects();
    return TRUE;
}

/* Names of objects mean nothing: they are the program's own. */

static inline HANDLE CreateEventA(LPSECURITY_ATTRIBUTES security, BOOL is_manual, BOOL is_set, LPCSTR name) {
    (void)security;
    (void)name;
    wininet4j_object *object = wininet4j_new_object(WININET4J_EVENT);
    if (object != NULL) {
        object->is_manual = is_manual;
        object->is_set = is_set;
    }
    return wininet4j_handle_of(object);
}
static inline HANDLE CreateEventW(LPSECURITY_ATTRIBUTES security, BOOL is_manual, BOOL is_set, LPCWSTR name) {
    (void)name;
    return CreateEventA(security, is_manual, is_set, NULL);
}

static inline BOOL wininet4j_set_event(HANDLE event, BOOL is_set) {
    wininet4j_object *object = wininet4j_lock_object(event, WININET4J_EVENT, WININET4J_EVENT);
    if (object == NULL) {
        return FALSE;
    }
    object->is_set = is_set;
    pthread_cond_broadcast(&wininet4j_objects_changed);
    wininet4j_unlock_objects();
    return TRUE;
}
static inline BOOL SetEvent(HANDLE event) { return wininet4j_set_event(event, TRUE); }
static inline BOOL ResetEvent(HANDLE event) { return wininet4j_set_event(event, FALSE); }

static inline HANDLE CreateSemaphoreA(LPSECURITY_ATTRIBUTES security, LONG count, LONG most, LPCSTR name) {
    (void)security;
    (void)name;
    if (count < 0 || most < 1 || count > most) {
        (void)wininet4j_failure(ERROR_INVALID_PARAMETER);
        return NULL;
    }
    wininet4j_object *object = wininet4j_new_object(WININET4J_SEMAPHORE);
    if (object != NULL) {
        object->count = count;
        object->most = most;
    }
    return wininet4j_handle_of(object);
}
static inline HANDLE CreateSemaphoreW(LPSECURITY_ATTRIBUTES security, LONG count, LONG most, LPCWSTR name) {
    (void)name;
    return CreateSemaphoreA(security, count, most, NULL);
}

static inline BOOL ReleaseSemaphore(HANDLE semaphore, LONG added, LONG *before) {
    wininet4j_object *object = wininet4j_lock_object(semaphore, WININET4J_SEMAPHORE, WININET4J_SEMAPHORE);
    if (object == NULL) {
        return FALSE;
    }
    BOOL fits = added > 0 && added <= object->most - object->count;
    if (fits) {
        if (before != NULL) {
            *before = object->count;
        }
        object->count += added;
        pthread_cond_broadcast(&wininet4j_objects_changed);
    }
    wininet4j_unlock_objects();
    return fits || wininet4j_failure(added > 0 ? ERROR_TOO_MANY_POSTS : ERROR_INVALID_PARAMETER);
}

static inline HANDLE CreateMutexA(LPSECURITY_ATTRIBUTES security, BOOL is_owned, LPCSTR name) {
    (void)security;
    (void)name;
    wininet4j_object *object = wininet4j_new_object(WININET4J_MUTEX);
    if (object != NULL && is_owned) {
        object->count = 1;
        object->owner = pthread_self();
    }
    return wininet4j_handle_of(object);
}
static inline HANDLE CreateMutexW(LPSECURITY_ATTRIBUTES security, BOOL is_owned, LPCWSTR name) {
    (void)name;
    return CreateMutexA(security, is_owned, NULL);
}

static inline BOOL ReleaseMutex(HANDLE mutex) {
    wininet4j_object *object = wininet4j_lock_object(mutex, WININET4J_MUTEX, WININET4J_MUTEX);
    if (object == NULL) {
        return FALSE;
    }
    BOOL is_owner = object->count > 0 && pthread_equal(object->owner, pthread_self());
    if (is_owner && --object->count == 0) {
        pthread_cond_broadcast(&wininet4j_objects_changed);
    }
    wininet4j_unlock_objects();
    return is_owner || wininet4j_failure(ERROR_NOT_OWNER);
}

/* With the lock. */
static inline BOOL wininet4j_is_free(const wininet4j_object *object) {
    switch (object->kind) {
    case WININET4J_SEMAPHORE: return object->count > 0;
    case WININET4J_MUTEX: return object->count == 0 || pthread_equal(object->owner, pthread_self());
    default: return object->is_set;
    }
}

/* Whether its owner left it behind. */
static inline BOOL wininet4j_take(wininet4j_object *object) {
    BOOL is_abandoned = FALSE;
    switch (object->kind) {
    case WININET4J_SEMAPHORE: object->count--; break;
    case WININET4J_MUTEX:
        is_abandoned = object->is_set;
        object->is_set = FALSE;
        object->count++;
        object->owner = pthread_self();
        break;
    case WININET4J_EVENT: object->is_set = object->is_manual; break;
    default: break;
    }
    return is_abandoned;
}

/* With the lock. The result of the wait by what was taken, the first of them with all; WAIT_TIMEOUT: nothing. */
static inline DWORD wininet4j_try(DWORD count, wininet4j_object *const *objects, BOOL all) {
    DWORD free_ones = 0;
    for (DWORD i = 0; i < count; i++) {
        if (wininet4j_is_free(objects[i])) {
            if (!all) {
                return (wininet4j_take(objects[i]) ? WAIT_ABANDONED_0 : WAIT_OBJECT_0) + i;
            }
            free_ones++;
        }
    }
    if (!all || free_ones < count) {
        return WAIT_TIMEOUT;
    }
    BOOL is_abandoned = FALSE;
    for (DWORD i = 0; i < count; i++) {
        is_abandoned |= wininet4j_take(objects[i]);
    }
    return is_abandoned ? WAIT_ABANDONED_0 : WAIT_OBJECT_0;
}

/* With the lock. The objects of the handles, kept until they are released; FALSE with the error, and none of them. */
static inline BOOL wininet4j_keep_objects(DWORD count, const HANDLE *handles, wininet4j_object **objects) {
    for (DWORD i = 0; i < count; i++) {
        objects[i] = wininet4j_object_of(handles[i], WININET4J_EVENT, WININET4J_THREAD);
        if (objects[i] == NULL) {
            return FALSE;
        }
    }
    for (DWORD i = 0; i < count; i++) {
        objects[i]->references++;
    }
    return TRUE;
}

static inline DWORD WaitForMultipleObjects(DWORD count, const HANDLE *handles, BOOL all, DWORD milliseconds) {
    wininet4j_object *objects[MAXIMUM_WAIT_OBJECTS];
    if (count == 0 || count > MAXIMUM_WAIT_OBJECTS) {
        (void)wininet4j_failure(ERROR_INVALID_PARAMETER);
        return WAIT_FAILED;
    }
    struct timespec end = wininet4j_end_of_wait(milliseconds);
    wininet4j_lock_objects();
    if (!wininet4j_keep_objects(count, handles, objects)) {
        wininet4j_unlock_objects();
        return WAIT_FAILED;
    }
    DWORD result = wininet4j_try(count, objects, all);
    BOOL is_over = milliseconds == 0;
    while (result == WAIT_TIMEOUT && !is_over) {
        is_over = !wininet4j_await_change(milliseconds == INFINITE ? NULL : &end);
        result = wininet4j_try(count, objects, all);
    }
    for (DWORD i = 0; i < count; i++) {
        wininet4j_release_object(objects[i]);
    }
    wininet4j_unlock_objects();
    return result;
}

static inline DWORD WaitForSingleObject(HANDLE handle, DWORD milliseconds) {
    return WaitForMultipleObjects(1, &handle, FALSE, milliseconds);
}
static inline DWORD WaitForMultipleObjectsEx(
    DWORD count, const HANDLE *handles, BOOL all, DWORD milliseconds, BOOL alertable) {
    (void)alertable;
    return WaitForMultipleObjects(count, handles, all, milliseconds);
}
static inline DWORD WaitForSingleObjectEx(HANDLE handle, DWORD milliseconds, BOOL alertable) {
    (void)alertable;
    return WaitForSingleObject(handle, milliseconds);
}

/* Critical sections */

typedef struct {
    pthread_mutex_t mutex;
} CRITICAL_SECTION, *PCRITICAL_SECTION, *LPCRITICAL_SECTION;

static inline VOID InitializeCriticalSection(LPCRITICAL_SECTION section) {
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(&section->mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
}
static inline BOOL InitializeCriticalSectionAndSpinCount(LPCRITICAL_SECTION section, DWORD spins) {
    (void)spins;
    InitializeCriticalSection(section);
    return TRUE;
}
static inline VOID EnterCriticalSection(LPCRITICAL_SECTION section) { pthread_mutex_lock(&section->mutex); }
static inline BOOL TryEnterCriticalSection(LPCRITICAL_SECTION section) {
    return pthread_mutex_trylock(&section->mutex) == 0;
}
static inline VOID LeaveCriticalSection(LPCRITICAL_SECTION section) { pthread_mutex_unlock(&section->mutex); }
static inline VOID DeleteCriticalSection(LPCRITICAL_SECTION section) { pthread_mutex_destroy(&section->mutex); }

/* Interlocked numbers, of any size: by macros, as the type is that of the variable. */
#define InterlockedIncrement(at)               __atomic_add_fetch((at), 1, __ATOMIC_SEQ_CST)
#define InterlockedDecrement(at)               __atomic_sub_fetch((at), 1, __ATOMIC_SEQ_CST)
#define InterlockedExchangeAdd(at, value)      __atomic_fetch_add((at), (value), __ATOMIC_SEQ_CST)
#define InterlockedOr(at, value)               __atomic_fetch_or((at), (value), __ATOMIC_SEQ_CST)
#define InterlockedAnd(at, value)              __atomic_fetch_and((at), (value), __ATOMIC_SEQ_CST)
#define InterlockedXor(at, value)              __atomic_fetch_xor((at), (value), __ATOMIC_SEQ_CST)
#define InterlockedAdd(at, value)              __atomic_add_fetch((at), (value), __ATOMIC_SEQ_CST)
#ifdef __cplusplus
/* Words that :: may precede. */
#define WININET4J_IGNORABLE(call) call
#else
/* In braces, else it is a warning that nobody looks at the result. */
#define WININET4J_IGNORABLE(call) __extension__({ call; })
#endif
#define InterlockedExchange(at, value) WININET4J_IGNORABLE(__atomic_exchange_n((at), (value), __ATOMIC_SEQ_CST))
#define InterlockedCompareExchange(at, value, expected)                                                                \
    WININET4J_IGNORABLE(__sync_val_compare_and_swap((at), (expected), (value)))
#define InterlockedIncrement64                 InterlockedIncrement
#define InterlockedDecrement64                 InterlockedDecrement
#define InterlockedExchangeAdd64               InterlockedExchangeAdd
#define InterlockedExchange64                  InterlockedExchange
#define InterlockedCompareExchange64           InterlockedCompareExchange
#define InterlockedAdd64                       InterlockedAdd
#define InterlockedOr64                        InterlockedOr
#define InterlockedAnd64                       InterlockedAnd
#define InterlockedXor64                       InterlockedXor
#define InterlockedExchangePointer             InterlockedExchange
#define InterlockedCompareExchangePointer      InterlockedCompareExchange
#define MemoryBarrier()                        __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define YieldProcessor()                       ((void)0)

#endif

/*
 * Slim locks and condition variables. What is all zero is free and has no sleepers; nothing has to be given back.
 */
#ifndef WININET4J_COMPAT_LOCK_H
#define WININET4J_COMPAT_LOCK_H

#include "sync.h"

/* One word: whoever gets the lock may free its memory, so a release looks at it once. */
typedef struct {
    ULONGLONG state;
} SRWLOCK, *PSRWLOCK;

#define RTL_SRWLOCK_INIT {0}
#define SRWLOCK_INIT     RTL_SRWLOCK_INIT

/* The parts of the word; each waiting one is counted under the lock of the objects. */
#define WININET4J_SHARED            1ULL
#define WININET4J_EXCLUSIVE         (1ULL << 31)
#define WININET4J_HELD              ((1ULL << 32) - 1)
#define WININET4J_AWAITED_SHARED    (1ULL << 32)
#define WININET4J_AWAITED_EXCLUSIVE (1ULL << 48)

static inline VOID InitializeSRWLock(PSRWLOCK lock) { lock->state = 0; }

/* Takes a part if no obstacle is there, and is counted as waiting no more. */
static inline BOOL wininet4j_try_lock(PSRWLOCK lock, ULONGLONG part, ULONGLONG awaited, ULONGLONG obstacles) {
    ULONGLONG before = __atomic_load_n(&lock->state, __ATOMIC_SEQ_CST);
    while ((before & obstacles) == 0) {
        if (__atomic_compare_exchange_n(
                &lock->state, &before, before + part - awaited, FALSE, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
            return TRUE;
        }
    }
    return FALSE;
}

static inline void wininet4j_wait_lock(PSRWLOCK lock, ULONGLONG part, ULONGLONG awaited, ULONGLONG obstacles) {
    wininet4j_lock_objects();
    __atomic_add_fetch(&lock->state, awaited, __ATOMIC_SEQ_CST);
    while (!wininet4j_try_lock(lock, part, awaited, obstacles)) {
        wininet4j_await_change(NULL);
    }
    wininet4j_unlock_objects();
}

static inline void wininet4j_release_lock(PSRWLOCK lock, ULONGLONG part) {
    ULONGLONG after = __atomic_sub_fetch(&lock->state, part, __ATOMIC_SEQ_CST);
    if ((after & WININET4J_HELD) == 0 && after != 0) {
        wininet4j_lock_objects();
        pthread_cond_broadcast(&wininet4j_objects_changed);
        wininet4j_unlock_objects();
    }
}

/* Those who share it let one go first who waits to have it alone; else he might wait for ever. */
#define WININET4J_BARS_SHARED (WININET4J_EXCLUSIVE | ~(WININET4J_AWAITED_EXCLUSIVE - 1))

static inline BOOLEAN TryAcquireSRWLockExclusive(PSRWLOCK lock) {
    return (BOOLEAN)wininet4j_try_lock(lock, WININET4J_EXCLUSIVE, 0, WININET4J_HELD);
}
static inline BOOLEAN TryAcquireSRWLockShared(PSRWLOCK lock) {
    return (BOOLEAN)wininet4j_try_lock(lock, WININET4J_SHARED, 0, WININET4J_BARS_SHARED);
}

static inline VOID AcquireSRWLockExclusive(PSRWLOCK lock) {
    if (!TryAcquireSRWLockExclusive(lock)) {
        wininet4j_wait_lock(lock, WININET4J_EXCLUSIVE, WININET4J_AWAITED_EXCLUSIVE, WININET4J_HELD);
    }
}
static inline VOID AcquireSRWLockShared(PSRWLOCK lock) {
    if (!TryAcquireSRWLockShared(lock)) {
        wininet4j_wait_lock(lock, WININET4J_SHARED, WININET4J_AWAITED_SHARED, WININET4J_BARS_SHARED);
    }
}

static inline VOID ReleaseSRWLockExclusive(PSRWLOCK lock) { wininet4j_release_lock(lock, WININET4J_EXCLUSIVE); }
static inline VOID ReleaseSRWLockShared(PSRWLOCK lock) { wininet4j_release_lock(lock, WININET4J_SHARED); }

/* Condition variables. Guarded by the lock of the objects. */

typedef struct wininet4j_sleeper {
    struct wininet4j_sleeper *next;
    BOOL is_awake;
} wininet4j_sleeper;

/* The sleepers in the order in which they came, each on the stack of its thread. */
typedef struct {
    wininet4j_sleeper *first;
} CONDITION_VARIABLE, *PCONDITION_VARIABLE;

#define RTL_CONDITION_VARIABLE_INIT {0}
#define CONDITION_VARIABLE_INIT     RTL_CONDITION_VARIABLE_INIT

#define RTL_CONDITION_VARIABLE_LOCKMODE_SHARED 0x1
#define CONDITION_VARIABLE_LOCKMODE_SHARED     RTL_CONDITION_VARIABLE_LOCKMODE_SHARED

static inline VOID InitializeConditionVariable(PCONDITION_VARIABLE variable) { variable->first = NULL; }

static inline void wininet4j_wake(PCONDITION_VARIABLE variable, BOOL all) {
    wininet4j_lock_objects();
    while (variable->first != NULL) {
        wininet4j_sleeper *sleeper = variable->first;
        variable->first = sleeper->next;
        sleeper->is_awake = TRUE;
        pthread_cond_broadcast(&wininet4j_objects_changed);
        if (!all) {
            break;
        }
    }
    wininet4j_unlock_objects();
}
static inline VOID WakeConditionVariable(PCONDITION_VARIABLE variable) { wininet4j_wake(variable, FALSE); }
static inline VOID WakeAllConditionVariable(PCONDITION_VARIABLE variable) { wininet4j_wake(variable, TRUE); }

/* Before the program's lock is given back: who wakes from then on shall find it. */
static inline void wininet4j_begin_sleep(PCONDITION_VARIABLE variable, wininet4j_sleeper *sleeper) {
    wininet4j_lock_objects();
    wininet4j_sleeper **last = &variable->first;
    while (*last != NULL) {
        last = &(*last)->next;
    }
    *last = sleeper;
    wininet4j_unlock_objects();
}

static inline void wininet4j_end_sleep(PCONDITION_VARIABLE variable, wininet4j_sleeper *sleeper, DWORD milliseconds) {
    struct timespec end = wininet4j_end_of_wait(milliseconds);
    BOOL is_over = milliseconds == 0;
    wininet4j_lock_objects();
    while (!sleeper->is_awake && !is_over) {
        is_over = !wininet4j_await_change(milliseconds == INFINITE ? NULL : &end);
    }
    if (!sleeper->is_awake) {
        wininet4j_sleeper **place = &variable->first;
        while (*place != sleeper) {
            place = &(*place)->next;
        }
        *place = sleeper->next;
    }
    wininet4j_unlock_objects();
}

static inline BOOL SleepConditionVariableCS(
    PCONDITION_VARIABLE variable, PCRITICAL_SECTION section, DWORD milliseconds) {
    wininet4j_sleeper sleeper = {NULL, FALSE};
    wininet4j_begin_sleep(variable, &sleeper);
    LeaveCriticalSection(section);
    wininet4j_end_sleep(variable, &sleeper, milliseconds);
    EnterCriticalSection(section);
    return sleeper.is_awake || wininet4j_failure(ERROR_TIMEOUT);
}

static inline BOOL SleepConditionVariableSRW(
    PCONDITION_VARIABLE variable, PSRWLOCK lock, DWORD milliseconds, ULONG flags) {
    wininet4j_sleeper sleeper = {NULL, FALSE};
    wininet4j_begin_sleep(variable, &sleeper);
    if ((flags & CONDITION_VARIABLE_LOCKMODE_SHARED) != 0) {
        ReleaseSRWLockShared(lock);
        wininet4j_end_sleep(variable, &sleeper, milliseconds);
        AcquireSRWLockShared(lock);
    } else {
        ReleaseSRWLockExclusive(lock);
        wininet4j_end_sleep(variable, &sleeper, milliseconds);
        AcquireSRWLockExclusive(lock);
    }
    return sleeper.is_awake || wininet4j_failure(ERROR_TIMEOUT);
}

#endif

/* Slim locks, condition variables and values of threads of include/compat. No engine is needed. */
#include <windows.h>

#include "check.h"

#define THREADS 6
#define TIMES   500

static SRWLOCK lock = SRWLOCK_INIT;
static LONG one, other, unequal;

static DWORD WINAPI read_and_write(LPVOID unused) {
    UNREFERENCED_PARAMETER(unused);
    for (int i = 0; i < TIMES; i++) {
        AcquireSRWLockExclusive(&lock);
        one++;
        SwitchToThread();
        other++;
        ReleaseSRWLockExclusive(&lock);
        AcquireSRWLockShared(&lock);
        if (one != other) {
            InterlockedIncrement(&unequal);
        }
        ReleaseSRWLockShared(&lock);
    }
    return 0;
}

static void run(LPTHREAD_START_ROUTINE start, LPVOID parameter, HANDLE *all) {
    for (int i = 0; i < THREADS; i++) {
        all[i] = CreateThread(NULL, 0, start, parameter, 0, NULL);
    }
}

static void join(const HANDLE *all) {
    CHECK(WaitForMultipleObjects(THREADS, all, TRUE, INFINITE) == WAIT_OBJECT_0);
    for (int i = 0; i < THREADS; i++) {
        CHECK(CloseHandle(all[i]));
    }
}

static void slim_locks(void) {
    HANDLE all[THREADS];
    SRWLOCK own;
    memset(&own, 0x55, sizeof own);
    InitializeSRWLock(&own);
    CHECK(TryAcquireSRWLockShared(&own) && TryAcquireSRWLockShared(&own) && !TryAcquireSRWLockExclusive(&own));
    ReleaseSRWLockShared(&own);
    CHECK(!TryAcquireSRWLockExclusive(&own));
    ReleaseSRWLockShared(&own);
    CHECK(TryAcquireSRWLockExclusive(&own) && !TryAcquireSRWLockExclusive(&own) && !TryAcquireSRWLockShared(&own));
    ReleaseSRWLockExclusive(&own);
    AcquireSRWLockShared(&own);
    ReleaseSRWLockShared(&own);
    run(read_and_write, NULL, all);
    join(all);
    CHECK(one == THREADS * TIMES && other == THREADS * TIMES && unequal == 0);
}

static CRITICAL_SECTION section;
static CONDITION_VARIABLE filled = CONDITION_VARIABLE_INIT, emptied;
static LONG stored, taken;

/* One at a time goes through a place that holds one. */
static DWORD WINAPI take_with_section(LPVOID unused) {
    UNREFERENCED_PARAMETER(unused);
    for (int i = 0; i < TIMES; i++) {
        EnterCriticalSection(&section);
        while (stored == 0) {
            CHECK(SleepConditionVariableCS(&filled, &section, INFINITE));
        }
        stored--;
        taken++;
        LeaveCriticalSection(&section);
        WakeConditionVariable(&emptied);
    }
    return 0;
}

static void conditions_of_sections(void) {
    HANDLE all[THREADS];
    InitializeCriticalSection(&section);
    InitializeConditionVariable(&emptied);
    run(take_with_section, NULL, all);
    for (int i = 0; i < THREADS * TIMES; i++) {
        EnterCriticalSection(&section);
        while (stored == 1) {
            CHECK(SleepConditionVariableCS(&emptied, &section, 60000));
        }
        stored++;
        LeaveCriticalSection(&section);
        WakeConditionVariable(&filled);
    }
    join(all);
    CHECK(stored == 0 && taken == THREADS * TIMES);
    EnterCriticalSection(&section);
    FAILS(SleepConditionVariableCS(&filled, &section, 1), ERROR_TIMEOUT);
    FAILS(SleepConditionVariableCS(&filled, &section, 0), ERROR_TIMEOUT);
    LeaveCriticalSection(&section);
    /* Nobody sleeps: nothing is kept for who comes later. */
    WakeConditionVariable(&filled);
    WakeAllConditionVariable(&filled);
    EnterCriticalSection(&section);
    FAILS(SleepConditionVariableCS(&filled, &section, 1), ERROR_TIMEOUT);
    LeaveCriticalSection(&section);
    DeleteCriticalSection(&section);
}

static CONDITION_VARIABLE rung, arrived;
static LONG asleep, awake;

static DWORD WINAPI sleep_once(LPVOID flags) {
    ULONG shared = *(ULONG *)flags;
    AcquireSRWLockExclusive(&lock);
    asleep++;
    WakeConditionVariable(&arrived);
    if (shared) {
        ReleaseSRWLockExclusive(&lock);
        AcquireSRWLockShared(&lock);
    }
    CHECK(SleepConditionVariableSRW(&rung, &lock, INFINITE, shared));
    InterlockedIncrement(&awake);
    if (shared) {
        ReleaseSRWLockShared(&lock);
    } else {
        ReleaseSRWLockExclusive(&lock);
    }
    WakeConditionVariable(&arrived);
    return 0;
}

/* With the lock. */
static void await(LONG *number, LONG value) {
    while (*number < value) {
        CHECK(SleepConditionVariableSRW(&arrived, &lock, INFINITE, 0));
    }
}

static void conditions_of_locks(void) {
    HANDLE all[THREADS];
    ULONG exclusive = 0;
    AcquireSRWLockExclusive(&lock);
    run(sleep_once, &exclusive, all);
    await(&asleep, THREADS);
    CHECK(awake == 0);
    for (LONG i = 1; i <= 2; i++) {
        WakeConditionVariable(&rung);
        await(&awake, i);
        CHECK(awake == i);
    }
    WakeAllConditionVariable(&rung);
    ReleaseSRWLockExclusive(&lock);
    join(all);
    CHECK(awake == THREADS);

    AcquireSRWLockShared(&lock);
    FAILS(SleepConditionVariableSRW(&rung, &lock, 1, CONDITION_VARIABLE_LOCKMODE_SHARED), ERROR_TIMEOUT);
    CHECK(TryAcquireSRWLockShared(&lock) && !TryAcquireSRWLockExclusive(&lock));
    ReleaseSRWLockShared(&lock);
    ReleaseSRWLockShared(&lock);
    CHECK(TryAcquireSRWLockExclusive(&lock));
    ReleaseSRWLockExclusive(&lock);
}

static void conditions_of_shared_locks(void) {
    HANDLE all[THREADS];
    ULONG shared = CONDITION_VARIABLE_LOCKMODE_SHARED;
    asleep = awake = 0;
    run(sleep_once, &shared, all);
    AcquireSRWLockExclusive(&lock);
    await(&asleep, THREADS);
    /* One may still be between its locks: then nobody has been woken for it. */
    while (awake < THREADS) {
        WakeAllConditionVariable(&rung);
        (void)SleepConditionVariableSRW(&arrived, &lock, 1, 0);
    }
    ReleaseSRWLockExclusive(&lock);
    join(all);
}

static DWORD index_of_thread;

static DWORD WINAPI use_value(LPVOID value) {
    SetLastError(ERROR_ACCESS_DENIED);
    BOOL is_new = TlsGetValue(index_of_thread) == NULL && GetLastError() == ERROR_SUCCESS;
    return is_new && TlsSetValue(index_of_thread, value) && TlsGetValue(index_of_thread) == value;
}

static void values_of_threads(void) {
    DWORD many[TLS_MINIMUM_AVAILABLE], result = 0;
    int here = 1, there = 2;
    index_of_thread = TlsAlloc();
    CHECK(index_of_thread != TLS_OUT_OF_INDEXES && TlsGetValue(index_of_thread) == NULL);
    CHECK(TlsSetValue(index_of_thread, &here));
    HANDLE thread = CreateThread(NULL, 0, use_value, &there, 0, NULL);
    CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0 && GetExitCodeThread(thread, &result) && result);
    CHECK(CloseHandle(thread) && TlsGetValue(index_of_thread) == &here);
    CHECK(TlsFree(index_of_thread));
    FAILS(TlsFree(index_of_thread), ERROR_INVALID_PARAMETER);
    FAILS(TlsFree(TLS_OUT_OF_INDEXES), ERROR_INVALID_PARAMETER);
    FAILS(TlsSetValue(TLS_OUT_OF_INDEXES, &here), ERROR_INVALID_PARAMETER);
    FAILS(TlsGetValue(TLS_OUT_OF_INDEXES), ERROR_INVALID_PARAMETER);
    for (int i = 0; i < TLS_MINIMUM_AVAILABLE; i++) {
        many[i] = TlsAlloc();
        CHECK(many[i] != TLS_OUT_OF_INDEXES && TlsGetValue(many[i]) == NULL && TlsSetValue(many[i], &many[i]));
    }
    for (int i = 0; i < TLS_MINIMUM_AVAILABLE; i++) {
        CHECK(TlsGetValue(many[i]) == &many[i] && TlsFree(many[i]));
    }
}

int main(void) {
    slim_locks();
    conditions_of_sections();
    conditions_of_locks();
    conditions_of_shared_locks();
    values_of_threads();
    printf("%d failures\n", failures);
    return failures != 0;
}

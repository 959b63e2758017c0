/* A lock and a condition, and a thread that watches over the time: the only parts that differ between systems. */
#ifndef WININET4J_PLATFORM_H
#define WININET4J_PLATFORM_H

#ifdef _WIN32
#include <windows.h>
typedef CRITICAL_SECTION lock_type;
typedef CONDITION_VARIABLE condition_type;
static inline void lock_init(lock_type *l, condition_type *c) {
    InitializeCriticalSection(l);
    InitializeConditionVariable(c);
}
static inline void lock_enter(lock_type *l) { EnterCriticalSection(l); }
static inline void lock_leave(lock_type *l) { LeaveCriticalSection(l); }
static inline void condition_signal(condition_type *c) { WakeAllConditionVariable(c); }
/* FALSE if so many seconds have passed. */
static inline int condition_wait(condition_type *c, lock_type *l, int seconds) {
    return SleepConditionVariableCS(c, l, (DWORD)seconds * 1000);
}
static DWORD WINAPI thread_entry(LPVOID work) {
    ((void (*)(void))work)();
    return 0;
}
static inline void thread_start(void (*work)(void)) { CloseHandle(CreateThread(NULL, 0, thread_entry, work, 0, NULL)); }
#else
#include <errno.h>
#include <pthread.h>
#include <time.h>
typedef pthread_mutex_t lock_type;
typedef pthread_cond_t condition_type;
static inline void lock_init(lock_type *l, condition_type *c) {
    pthread_mutex_init(l, NULL);
    pthread_cond_init(c, NULL);
}
static inline void lock_enter(lock_type *l) { pthread_mutex_lock(l); }
static inline void lock_leave(lock_type *l) { pthread_mutex_unlock(l); }
static inline void condition_signal(condition_type *c) { pthread_cond_broadcast(c); }
static inline int condition_wait(condition_type *c, lock_type *l, int seconds) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += seconds;
    return pthread_cond_timedwait(c, l, &until) != ETIMEDOUT;
}
static void *thread_entry(void *work) {
    ((void (*)(void))work)();
    return NULL;
}
static inline void thread_start(void (*work)(void)) {
    pthread_t thread;
    pthread_create(&thread, NULL, thread_entry, (void *)work);
    pthread_detach(thread);
}
#endif

#endif

/*
 * Values of which each thread has its own, by an index.
 */
#ifndef WININET4J_COMPAT_TLS_H
#define WININET4J_COMPAT_TLS_H

#include "sync.h"

#define TLS_OUT_OF_INDEXES    0xFFFFFFFF
#define TLS_MINIMUM_AVAILABLE 64

/* As many as Windows has. */
#define WININET4J_TLS_ROOM 1088

#ifdef __cplusplus
extern "C" {
#endif
/* Indexes are places in these and no keys of the system, so that one that is not the program's is told by it. */
__attribute__((weak)) pthread_key_t wininet4j_tls_keys[WININET4J_TLS_ROOM];
__attribute__((weak)) BYTE wininet4j_tls_taken[WININET4J_TLS_ROOM];
#ifdef __cplusplus
}
#endif

static inline BOOL wininet4j_is_tls(DWORD index) {
    return (index < WININET4J_TLS_ROOM && __atomic_load_n(&wininet4j_tls_taken[index], __ATOMIC_ACQUIRE))
        || wininet4j_failure(ERROR_INVALID_PARAMETER);
}

/* NULL in every thread. */
static inline DWORD TlsAlloc(VOID) {
    DWORD index = 0;
    wininet4j_lock_objects();
    while (index < WININET4J_TLS_ROOM && wininet4j_tls_taken[index]) {
        index++;
    }
    BOOL is_made = index < WININET4J_TLS_ROOM && pthread_key_create(&wininet4j_tls_keys[index], NULL) == 0;
    if (is_made) {
        __atomic_store_n(&wininet4j_tls_taken[index], 1, __ATOMIC_RELEASE);
    }
    wininet4j_unlock_objects();
    if (!is_made) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return TLS_OUT_OF_INDEXES;
    }
    return index;
}

/* NULL may be a value: then the last error is none. */
static inline LPVOID TlsGetValue(DWORD index) {
    if (!wininet4j_is_tls(index)) {
        return NULL;
    }
    SetLastError(ERROR_SUCCESS);
    return pthread_getspecific(wininet4j_tls_keys[index]);
}

static inline BOOL TlsSetValue(DWORD index, LPVOID value) {
    return wininet4j_is_tls(index)
        && (pthread_setspecific(wininet4j_tls_keys[index], value) == 0 || wininet4j_failure(ERROR_NOT_ENOUGH_MEMORY));
}

static inline BOOL TlsFree(DWORD index) {
    wininet4j_lock_objects();
    BOOL is_taken = wininet4j_is_tls(index);
    if (is_taken) {
        __atomic_store_n(&wininet4j_tls_taken[index], 0, __ATOMIC_RELEASE);
        pthread_key_delete(wininet4j_tls_keys[index]);
    }
    wininet4j_unlock_objects();
    return is_taken;
}

#endif

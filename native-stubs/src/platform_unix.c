/*
 * Linux and macOS.
 */
#if !defined(_WIN32)

#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* dladdr, RTLD_NODELETE */
#endif
#include "platform.h"

#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#ifdef __APPLE__
#define JVM_NAME "libjvm.dylib"
#else
#define JVM_NAME "libjvm.so"
#endif
const char platform_jvm[] = "lib/server/" JVM_NAME;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void platform_lock(void) { pthread_mutex_lock(&lock); }

void platform_unlock(void) { pthread_mutex_unlock(&lock); }

void platform_pin(void) {
    char path[PLATFORM_PATH];
    if (platform_own_path(path, sizeof path)) {
        /* The handle is never given back. */
        (void)dlopen(path, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE);
    }
}

/* realpath with room that is checked. */
static bool resolve(const char *path, char *resolved, size_t size) {
    char *real = realpath(path, NULL);
    bool fits = real != NULL && strlen(real) < size;
    if (fits) {
        memcpy(resolved, real, strlen(real) + 1);
    }
    free(real);
    return fits;
}

bool platform_own_path(char *path, size_t size) {
    Dl_info info;
    return dladdr(&lock, &info) != 0 && info.dli_fname != NULL && resolve(info.dli_fname, path, size);
}

bool platform_is_file(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

bool platform_parent(char *path) {
    char *last = strrchr(path, '/');
    if (last == NULL || last == path) {
        return false;
    }
    *last = '\0';
    return true;
}

bool platform_java_home_of_path(char *home, size_t size) {
    const char *folders = getenv("PATH");
    while (folders != NULL && *folders != '\0') {
        size_t length = strcspn(folders, ":");
        char java[PLATFORM_PATH];
        int written = snprintf(java, sizeof java, "%.*s/java", (int)length, folders);
        if (length > 0 && written > 0 && (size_t)written < sizeof java && platform_is_file(java)
            && access(java, X_OK) == 0) {
            /* .../bin/java */
            return resolve(java, home, size) && platform_parent(home) && platform_parent(home);
        }
        folders += length + (folders[length] == ':');
    }
    return false;
}

void *platform_loaded_jvm(void) { return dlopen(JVM_NAME, RTLD_NOW | RTLD_NOLOAD); }

void *platform_load(const char *path, char *reason, size_t size) {
    void *library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
    if (library == NULL) {
        snprintf(reason, size, "%s", dlerror());
    }
    return library;
}

void *platform_symbol(void *library, const char *name) { return dlsym(library, name); }

/* The system reads the memory, and says so where a read here would be a signal. */
static size_t copy_through_pipe(void *to, const void *from, size_t size) {
    int ends[2];
    if (pipe(ends) != 0) {
        return 0;
    }
    ssize_t count = write(ends[1], from, size);
    if (count > 0) {
        count = read(ends[0], to, (size_t)count);
    }
    (void)close(ends[0]);
    (void)close(ends[1]);
    return count > 0 ? (size_t)count : 0;
}

size_t platform_copy(void *to, const void *from, size_t size) {
#ifdef __linux__
    struct iovec here = {to, size};
    struct iovec there = {(void *)(uintptr_t)from, size};
    ssize_t count = process_vm_readv(getpid(), &here, 1, &there, 1, 0);
    if (count >= 0 || errno == EFAULT) {
        return count > 0 ? (size_t)count : 0;
    }
    /* Not allowed in some containers. */
#endif
    return copy_through_pipe(to, from, size);
}

static pthread_once_t end_once = PTHREAD_ONCE_INIT;
static pthread_key_t end_key;
static bool has_end_key;
static void (*end_action)(void *);

static void end_thread(void *argument) { end_action(argument); }

static void make_end_key(void) { has_end_key = pthread_key_create(&end_key, end_thread) == 0; }

bool platform_at_thread_end(void (*action)(void *), void *argument) {
    end_action = action;
    return pthread_once(&end_once, make_end_key) == 0 && has_end_key && pthread_setspecific(end_key, argument) == 0;
}

static struct sigaction of_child;
static bool is_child_saved;

void platform_save_signals(void) { is_child_saved = sigaction(SIGCHLD, NULL, &of_child) == 0; }

void platform_restore_signals(void) {
    if (is_child_saved) {
        (void)sigaction(SIGCHLD, &of_child, NULL);
    }
}

void platform_in_children(void (*action)(void)) { (void)pthread_atfork(NULL, NULL, action); }

bool platform_can_reserve(size_t size) {
    void *place = mmap(NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0);
    return place != MAP_FAILED && munmap(place, size) == 0;
}

static pthread_mutex_t run_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t run_ended = PTHREAD_COND_INITIALIZER;
static void (*run_what)(void);
static bool is_run_over;

static void end_run(void) {
    pthread_mutex_lock(&run_lock);
    is_run_over = true;
    pthread_cond_signal(&run_ended);
    pthread_mutex_unlock(&run_lock);
}

static void *run_task(void *unused) {
    (void)unused;
    run_what();
    end_run();
    return NULL;
}

bool platform_run(void (*task)(void)) {
    pthread_attr_t attributes;
    pthread_t thread;
    run_what = task;
    if (pthread_attr_init(&attributes) != 0) {
        return false;
    }
    /* Whatever the default of this program is. */
    (void)pthread_attr_setstacksize(&attributes, (size_t)1 << 20);
    (void)pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    bool is_started = pthread_create(&thread, &attributes, run_task, NULL) == 0;
    (void)pthread_attr_destroy(&attributes);
    pthread_mutex_lock(&run_lock);
    while (is_started && !is_run_over) {
        pthread_cond_wait(&run_ended, &run_lock);
    }
    pthread_mutex_unlock(&run_lock);
    return is_started;
}

_Noreturn void platform_give_up(void) {
    end_run();
    for (;;) {
        pause();
    }
}

/* The lowest and the highest address of a thread's stack; both 0 until asked for, both 1 if they cannot be told. */
static _Thread_local uintptr_t stack_low;
static _Thread_local uintptr_t stack_high;

static void find_stack(void) {
    stack_low = stack_high = 1;
#ifdef __APPLE__
    stack_high = (uintptr_t)pthread_get_stackaddr_np(pthread_self());
    stack_low = stack_high - pthread_get_stacksize_np(pthread_self());
#else
    pthread_attr_t attributes;
    void *low = NULL;
    size_t size = 0;
    if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
        if (pthread_attr_getstack(&attributes, &low, &size) == 0 && low != NULL) {
            stack_low = (uintptr_t)low;
            stack_high = stack_low + size;
        }
        (void)pthread_attr_destroy(&attributes);
    }
#endif
}

size_t platform_stack_left(void) {
    if (stack_low == 0) {
        find_stack();
    }
    /* Not a variable: a sanitizer may put those elsewhere. */
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    return here < stack_low || here > stack_high ? SIZE_MAX : here - stack_low;
}

#endif

/*
 * Linux and macOS.
 */
#if !defined(_WIN32)

#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* dladdr, RTLD_NODELETE */
#endif
#include "platform.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

static void *run_task(void *task) {
    (*(void (**)(void))task)();
    return NULL;
}

bool platform_run(void (*task)(void)) {
    pthread_t thread;
    return pthread_create(&thread, NULL, run_task, &task) == 0 && pthread_join(thread, NULL) == 0;
}

#endif

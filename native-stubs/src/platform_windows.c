/*
 * Windows.
 */
#if defined(_WIN32)

/* GetCurrentThreadStackLimits */
#undef _WIN32_WINNT
#define _WIN32_WINNT 0x0602

#include "platform.h"

#include <windows.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

const char platform_jvm[] = "bin\\server\\jvm.dll";

static SRWLOCK lock = SRWLOCK_INIT;

void platform_lock(void) { AcquireSRWLockExclusive(&lock); }

void platform_unlock(void) { ReleaseSRWLockExclusive(&lock); }

void platform_pin(void) {
    HMODULE self;
    (void)GetModuleHandleExA(
        GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN, (LPCSTR)&lock, &self);
}

bool platform_own_path(char *path, size_t size) {
    HMODULE self;
    DWORD length = 0;
    if (GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
            (LPCSTR)&lock, &self)) {
        length = GetModuleFileNameA(self, path, (DWORD)size);
    }
    return length > 0 && length < size;
}

bool platform_is_file(const char *path) {
    DWORD attributes = GetFileAttributesA(path);
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) == 0;
}

bool platform_parent(char *path) {
    char *last = strrchr(path, '\\');
    char *slash = strrchr(path, '/');
    last = slash > last ? slash : last;
    if (last == NULL || last == path) {
        return false;
    }
    *last = '\0';
    return true;
}

bool platform_java_home_of_path(char *home, size_t size) {
    DWORD length = SearchPathA(NULL, "java.exe", NULL, (DWORD)size, home, NULL);
    return length > 0 && length < size && platform_parent(home) && platform_parent(home);
}

void *platform_loaded_jvm(void) { return (void *)GetModuleHandleA("jvm.dll"); }

void *platform_load(const char *path, char *reason, size_t size) {
    HMODULE library = LoadLibraryExA(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (library == NULL) {
        snprintf(reason, size, "%s: error %lu", path, GetLastError());
    }
    return (void *)library;
}

void *platform_symbol(void *library, const char *name) {
    FARPROC address = GetProcAddress((HMODULE)library, name);
    void *symbol;
    memcpy(&symbol, &address, sizeof symbol);
    return symbol;
}

size_t platform_copy(void *to, const void *from, size_t size) {
    SIZE_T count = 0;
    return ReadProcessMemory(GetCurrentProcess(), from, to, size, &count) ? count : 0;
}

static INIT_ONCE end_once = INIT_ONCE_STATIC_INIT;
static DWORD end_slot = FLS_OUT_OF_INDEXES;
static void (*end_action)(void *);

static VOID WINAPI end_thread(PVOID argument) { end_action(argument); }

static BOOL CALLBACK make_end_slot(PINIT_ONCE once, PVOID parameter, PVOID *context) {
    (void)once;
    (void)parameter;
    (void)context;
    end_slot = FlsAlloc(end_thread);
    return TRUE;
}

bool platform_at_thread_end(void (*action)(void *), void *argument) {
    end_action = action;
    (void)InitOnceExecuteOnce(&end_once, make_end_slot, NULL, NULL);
    return end_slot != FLS_OUT_OF_INDEXES && FlsSetValue(end_slot, argument);
}

static HANDLE run_ended;
static void (*run_what)(void);

static DWORD WINAPI run_task(LPVOID unused) {
    (void)unused;
    run_what();
    (void)SetEvent(run_ended);
    return 0;
}

void platform_save_signals(void) {}

void platform_restore_signals(void) {}

/* There is no fork. */
void platform_in_children(void (*action)(void)) { (void)action; }

bool platform_can_reserve(size_t size) {
    void *place = VirtualAlloc(NULL, size, MEM_RESERVE, PAGE_NOACCESS);
    return place != NULL && VirtualFree(place, 0, MEM_RELEASE);
}

bool platform_run(void (*task)(void)) {
    run_what = task;
    run_ended = CreateEventA(NULL, TRUE, FALSE, NULL);
    HANDLE thread = run_ended == NULL ? NULL : CreateThread(NULL, 0, run_task, NULL, 0, NULL);
    if (thread == NULL) {
        return false;
    }
    (void)WaitForSingleObject(run_ended, INFINITE);
    (void)CloseHandle(thread);
    return true;
}

_Noreturn void platform_give_up(void) {
    (void)SetEvent(run_ended);
    for (;;) {
        Sleep(INFINITE);
    }
}

size_t platform_stack_left(void) {
    ULONG_PTR low;
    ULONG_PTR high;
    ULONG_PTR here = (ULONG_PTR)__builtin_frame_address(0);
    GetCurrentThreadStackLimits(&low, &high);
    return here < low || here > high ? SIZE_MAX : here - low;
}

#endif

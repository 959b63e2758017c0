/*
 * What differs between Unix and Windows.
 */
#ifndef WININET4J_PLATFORM_H
#define WININET4J_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>

/* Room for a path, with its NUL. */
#define PLATFORM_PATH 4096

/* The lock around the start of the engine. */
void platform_lock(void);
void platform_unlock(void);

/* Keeps this library in the process for good. */
void platform_pin(void);

/* The absolute path of this very library; false if it cannot be told. */
bool platform_own_path(char *path, size_t size);

bool platform_is_file(const char *path);

/* Cuts a path before its last separator; false if there is none. */
bool platform_parent(char *path);

/* Name of the library of the Java machine, below the Java home. */
extern const char platform_jvm[];

/* The Java home of the first java on PATH, links resolved; false if there is none. */
bool platform_java_home_of_path(char *home, size_t size);

/* The library of a Java machine that is in the process already, or NULL. */
void *platform_loaded_jvm(void);

/* Loads a library for good; on failure NULL and the reason. */
void *platform_load(const char *path, char *reason, size_t size);

/* The address of an exported function, or NULL. */
void *platform_symbol(void *library, const char *name);

/*
 * Copies memory that may not be there; returns how many bytes could be read, from the first on. size: within one page.
 */
size_t platform_copy(void *to, const void *from, size_t size);

/* Whether so much address space could be had in one piece. */
bool platform_can_reserve(size_t size);

/* Runs something on a thread of its own and waits for its end; false if there can be no thread. At most once. */
bool platform_run(void (*task)(void));

/* Ends the wait of platform_run and stops the calling thread for good, which may hold anything. */
_Noreturn void platform_give_up(void);

/* Runs something on the calling thread when that ends; false if that cannot be. One action for all threads. */
bool platform_at_thread_end(void (*action)(void *), void *argument);

/* Runs something in every child that a fork of this process makes from now on. */
void platform_in_children(void (*action)(void));

/* Remembers what the program does at the signal of an ended child, and sees that it is so again. Not at once. */
void platform_save_signals(void);
void platform_restore_signals(void);

/* Bytes that are left on the stack of the calling thread, as far as that can be told; else SIZE_MAX. */
size_t platform_stack_left(void);

#endif

/*
 * differential PORT            all scenarios against the server on 127.0.0.1
 * differential PORT -after X   those that follow X
 * differential PORT NAME...    these
 *
 * Each begins with a line "=== name". One that takes too long ends the program with exit code 3; its transcript then
 * ends with "timed out". "=== end" is the last line of a program that came through.
 */
#include "harness.h"
#include "platform.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void harness_init(int port);
void harness_begin(int number);

/* Reached by a scenario that hangs, not by one on a busy machine. */
enum { SECONDS = 300 };

static lock_type watch_lock;
static condition_type watch_changed;
static int watched; /* number of the scenario that runs, guarded by watch_lock */

static void watch(void) {
    int seen = -1;
    lock_enter(&watch_lock);
    for (;;) {
        /* Waking up for no reason only gives the scenario more time. */
        if (!condition_wait(&watch_changed, &watch_lock, SECONDS) && watched == seen) {
            printf("timed out\n");
            fflush(stdout);
            _Exit(3);
        }
        seen = watched;
    }
}

static void run(const scenario *s, int number) {
    lock_enter(&watch_lock);
    watched = number;
    condition_signal(&watch_changed);
    lock_leave(&watch_lock);
    printf("=== %s\n", s->name);
    fflush(stdout);
    harness_begin(number);
    s->run();
    fflush(stdout);
}

static int wanted(const char *name, int count, char **names, int *passed) {
    if (count == 2 && strcmp(names[0], "-after") == 0) {
        int take = *passed;
        *passed |= strcmp(names[1], name) == 0;
        return take;
    }
    for (int i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return 1;
        }
    }
    return count == 0;
}

int main(int argc, char **argv) {
    const scenario *const all[] = {handle_scenarios, sync_scenarios, async_scenarios, header_scenarios, query_scenarios,
        redirect_scenarios, read_scenarios, option_scenarios, url_scenarios, time_scenarios, cookie_scenarios,
        amended_scenarios};
    int number = 0;
    int passed = 0;
    if (argc < 2) {
        fprintf(stderr, "usage: differential PORT [-after NAME | NAME...]\n");
        return 2;
    }
    harness_init(atoi(argv[1]));
    lock_init(&watch_lock, &watch_changed);
    thread_start(watch);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        for (const scenario *s = all[i]; s->name != NULL; s++) {
            number++;
            if (wanted(s->name, argc - 2, argv + 2, &passed)) {
                run(s, number);
            }
        }
    }
    printf("=== end\n");
    fflush(stdout);
    _Exit(0);
}

/* What a program may do around its calls: fork, have signal handlers, end threads. host_test MODE URL */
#include <dirent.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

static const char *url;

static DWORD fetched(void) {
    char buffer[1000];
    DWORD count;
    DWORD all = 0;
    HINTERNET session = InternetOpenA("host", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET page = InternetOpenUrlA(session, url, NULL, 0, INTERNET_FLAG_RELOAD, 0);

    CHECK(page != NULL);
    while (page != NULL && InternetReadFile(page, buffer, sizeof buffer, &count) && count > 0) {
        all += count;
    }
    CHECK(InternetCloseHandle(page) && InternetCloseHandle(session));
    return all;
}

static int ended(pid_t child) {
    int status = -1;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void forks(void) {
    /* Before the first call the child has an engine of its own. */
    pid_t early = fork();
    if (early == 0) {
        _exit(fetched() > 0 && failures == 0 ? 11 : 1);
    }
    CHECK(ended(early) == 11);
    CHECK(fetched() > 0);
    pid_t late = fork();
    if (late == 0) {
        SetLastError(0);
        HINTERNET none = InternetOpenA("child", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
        _exit(none == NULL && GetLastError() == ERROR_INTERNET_INTERNAL_ERROR ? 12 : 1);
    }
    CHECK(ended(late) == 12);
    pid_t other = fork();
    if (other == 0) {
        execl("/bin/sh", "sh", "-c", "exit 13", (char *)NULL);
        _exit(1);
    }
    CHECK(ended(other) == 13);
    CHECK(fetched() > 0);
}

static volatile sig_atomic_t seen[65];

static void on_signal(int number) { seen[number]++; }

/* more: with the one that Java takes unless it is told not to. */
static void signals(int more) {
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGALRM, SIGCHLD, SIGUSR2};
    size_t count = sizeof numbers / sizeof numbers[0] - (more ? 0 : 1);
    struct sigaction action;
    struct itimerval often = {{0, 1000}, {0, 1000}};
    struct itimerval never = {{0, 0}, {0, 0}};

    sigset_t all;

    /* Who started this program may have blocked some. */
    sigfillset(&all);
    CHECK(sigprocmask(SIG_UNBLOCK, &all, NULL) == 0);
    memset(&action, 0, sizeof action);
    action.sa_handler = on_signal;
    for (size_t i = 0; i < count; i++) {
        CHECK(sigaction(numbers[i], &action, NULL) == 0);
    }
    /* Calls go on through signals. */
    CHECK(setitimer(ITIMER_REAL, &often, NULL) == 0);
    for (int i = 0; i < 20 || seen[SIGALRM] == 0; i++) {
        CHECK(fetched() > 0);
    }
    CHECK(setitimer(ITIMER_REAL, &never, NULL) == 0);
    for (size_t i = 0; i < count; i++) {
        struct sigaction found;
        CHECK(sigaction(numbers[i], NULL, &found) == 0 && found.sa_handler == on_signal);
        seen[numbers[i]] = 0;
        CHECK(raise(numbers[i]) == 0 && seen[numbers[i]] >= 1);
    }
    CHECK(fetched() > 0);
}

static int thread_count(void) {
    int count = 0;
    DIR *tasks = opendir("/proc/self/task");
    while (tasks != NULL && readdir(tasks) != NULL) {
        count++;
    }
    if (tasks != NULL) {
        closedir(tasks);
    }
    return count;
}

static void *use(void *how) {
    HINTERNET session = InternetOpenA("thread", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    CHECK(session != NULL && InternetCloseHandle(session));
    FAILS(InternetCloseHandle(session), ERROR_INVALID_HANDLE);
    if (how != NULL) {
        pthread_exit(NULL);
    }
    return NULL;
}

static void threads(void) {
    pthread_t thread;
    CHECK(fetched() > 0);
    for (int i = 0; i < 20; i++) {
        CHECK(pthread_create(&thread, NULL, use, i % 2 == 0 ? NULL : &thread) == 0 && pthread_join(thread, NULL) == 0);
    }
    int before = thread_count();
    for (int i = 0; i < 300; i++) {
        CHECK(pthread_create(&thread, NULL, use, i % 2 == 0 ? NULL : &thread) == 0 && pthread_join(thread, NULL) == 0);
    }
    /* Java's own threads come and go. */
    CHECK(thread_count() < before + 100);
    CHECK(fetched() > 0);
}

int main(int argc, char **argv) {
    if (argc != 3) {
        return 2;
    }
    url = argv[2];
    if (strcmp(argv[1], "fork") == 0) {
        forks();
    } else if (strcmp(argv[1], "signals") == 0 || strcmp(argv[1], "all signals") == 0) {
        signals(argv[1][0] == 'a');
    } else {
        threads();
    }
    printf("%d failures\n", failures);
    return failures != 0;
}

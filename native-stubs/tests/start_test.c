/*
 * Calls into the library as a plain C program does and prints the results.
 *
 *   start_test           two calls in turn
 *   start_test threads   as many threads as there is room for below, at a time
 *   start_test signal    one call, then SIGTERM, which must end the program as it does by default
 */
#include <wininet.h>

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#define THREADS 16

static void *call(void *result) {
    SetLastError(0);
    *(BOOL *)result = InternetCloseHandle((HINTERNET)(DWORD_PTR)7) && GetLastError() == 1234;
    return NULL;
}

static int threads(void) {
    pthread_t ids[THREADS];
    BOOL results[THREADS] = {FALSE};
    int good = 0;
    for (int i = 0; i < THREADS; i++) {
        if (pthread_create(&ids[i], NULL, call, &results[i]) != 0) {
            return 1;
        }
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(ids[i], NULL);
        good += results[i];
    }
    printf("%d of %d threads\n", good, THREADS);
    return 0;
}

int main(int argc, char **argv) {
    if (argc > 1 && strcmp(argv[1], "threads") == 0) {
        return threads();
    }
    for (int i = 0; i < 2; i++) {
        SetLastError(0);
        BOOL closed = InternetCloseHandle((HINTERNET)(DWORD_PTR)7);
        printf("BOOL %d error %u\n", closed, (unsigned)GetLastError());
        fflush(stdout);
        if (argc > 1) {
            raise(SIGTERM);
        }
    }
    printf("position %u\n", (unsigned)InternetSetFilePointer(NULL, 0, NULL, FILE_BEGIN, 0));
    return 0;
}

/*
 * Makes the same request on threads with stacks of many sizes. Each either gets all of the body or fails with
 * ERROR_NOT_ENOUGH_MEMORY. Arguments: a URL, the size of its body. Prints "KiB: bytes error" for each size.
 */
#include <wininet.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct result {
    const char *url;
    unsigned long bytes;
    DWORD error;
};

/* Not on the stack, which is what is short. */
static char buffer[4096];

static void *request(void *argument) {
    struct result *result = argument;
    HINTERNET session = InternetOpenA("stack", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET file = session == NULL ? NULL : InternetOpenUrlA(session, result->url, NULL, 0, 0, 0);
    DWORD count = 0;
    result->error = file == NULL ? GetLastError() : 0;
    while (file != NULL && InternetReadFile(file, buffer, sizeof buffer, &count) && count > 0) {
        result->bytes += count;
    }
    if (session != NULL) {
        (void)InternetCloseHandle(session);
    }
    return NULL;
}

int main(int argc, char **argv) {
    static const size_t sizes[] = {64, 96, 128, 160, 192, 208, 224, 256, 320, 384, 512, 1024, 64};
    unsigned long expected = argc > 2 ? strtoul(argv[2], NULL, 10) : 0;
    int failures = 0;
    for (size_t i = 0; argc > 2 && i < sizeof sizes / sizeof *sizes; i++) {
        struct result result = {argv[1], 0, 0};
        pthread_attr_t attributes;
        pthread_t thread;
        pthread_attr_init(&attributes);
        pthread_attr_setstacksize(&attributes, sizes[i] << 10);
        if (pthread_create(&thread, &attributes, request, &result) != 0 || pthread_join(thread, NULL) != 0) {
            return 2;
        }
        pthread_attr_destroy(&attributes);
        printf("%u: %lu %u\n", (unsigned)sizes[i], result.bytes, (unsigned)result.error);
        failures += result.error == 0 ? result.bytes != expected : result.error != ERROR_NOT_ENOUGH_MEMORY;
    }
    printf("%d failures\n", failures);
    return failures != 0;
}

/*
 * A C program on WinInet, the same calls as the Java facade: on wininet.dll or on the project's own library. Speaks the
 * protocol of io.github.wininet4j.bench.work.Worker.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef _WIN32
#include <windows.h>
#include <wininet.h>
#include <psapi.h>
#else
#include <sys/resource.h>
#include <time.h>
#include <wininet.h>
#endif

static volatile LONG statuses;

static void CALLBACK status(HINTERNET handle, DWORD_PTR context, DWORD code, LPVOID info, DWORD length) {
    statuses++;
}

#ifdef _WIN32

static long long nanos(void) {
    LARGE_INTEGER now, per;
    QueryPerformanceCounter(&now);
    QueryPerformanceFrequency(&per);
    return (long long)((double)now.QuadPart * 1e9 / per.QuadPart);
}

static long long cpu(void) {
    ULARGE_INTEGER k, u;
    FILETIME a, b, kernel, user;
    GetProcessTimes(GetCurrentProcess(), &a, &b, &kernel, &user);
    k.LowPart = kernel.dwLowDateTime;
    k.HighPart = kernel.dwHighDateTime;
    u.LowPart = user.dwLowDateTime;
    u.HighPart = user.dwHighDateTime;
    return (k.QuadPart + u.QuadPart) * 100;
}

static long long peak(void) {
    PROCESS_MEMORY_COUNTERS memory = {sizeof memory};
    GetProcessMemoryInfo(GetCurrentProcess(), &memory, sizeof memory);
    return (long long)(memory.PeakWorkingSetSize / 1024);
}

#else

static long long nanos(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static long long cpu(void) {
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return (u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1000000000LL + (u.ru_utime.tv_usec + u.ru_stime.tv_usec) * 1000LL;
}

static long long peak(void) {
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return u.ru_maxrss;
}

#endif

static void check(const char *what, BOOL ok) {
    if (!ok) {
        fprintf(stderr, "%s failed: %lu\n", what, (unsigned long)GetLastError());
        exit(1);
    }
}

int main(int argc, char **argv) { /* kind scheme host port path readSize size pem */
    if (argc < 9) {
        return 0;
    }
    char line[64];
    DWORD part = atoi(argv[6]), count, conns = 2;
    long long size = atoll(argv[7]);
    int upload = !strcmp(argv[1], "UPLOAD");
    char *buffer = calloc(1, part);
    HINTERNET session = InternetOpenA("bench", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    InternetSetStatusCallback(session, status);
    InternetSetOptionW(NULL, INTERNET_OPTION_MAX_CONNS_PER_SERVER, &conns, sizeof conns);
    HINTERNET connection =
        InternetConnectA(session, argv[3], (INTERNET_PORT)atoi(argv[4]), NULL, NULL, INTERNET_SERVICE_HTTP, 0, 1);
    check("InternetConnect", connection != NULL);
    printf("READY\n");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin) && !strncmp(line, "RUN ", 4)) {
        long long start = nanos(), c = cpu(), end = start + atoll(line + 4) * 1000000, done = 0;
        do {
            long long sum = 0;
            HINTERNET request = HttpOpenRequestA(connection, upload ? "PUT" : NULL, argv[5], NULL, NULL, NULL,
                INTERNET_FLAG_KEEP_CONNECTION | INTERNET_FLAG_NO_CACHE_WRITE, 1);
            check("HttpOpenRequest", request != NULL);
            if (upload) {
                INTERNET_BUFFERSA head = {sizeof head};
                head.dwBufferTotal = (DWORD)size;
                check("HttpSendRequestEx", HttpSendRequestExA(request, &head, NULL, 0, 0));
                for (long long left = size; left > 0; left -= count) {
                    check("InternetWriteFile",
                        InternetWriteFile(request, buffer, left < part ? (DWORD)left : part, &count));
                }
                check("HttpEndRequest", HttpEndRequestA(request, NULL, 0, 0));
            } else {
                check("HttpSendRequest", HttpSendRequestA(request, NULL, 0, NULL, 0));
            }
            do {
                check("InternetReadFile", InternetReadFile(request, buffer, part, &count));
                sum += count;
            } while (count > 0);
            InternetCloseHandle(request);
            if (!upload && sum != size) {
                fprintf(stderr, "%lld bytes\n", sum);
                return 1;
            }
            done++;
        } while (nanos() < end);
        printf("DONE %lld %lld %lld -1\n", done, nanos() - start, cpu() - c);
        fflush(stdout);
    }
    printf("BYE %lld -1\n", peak());
    fflush(stdout);
    return 0;
}

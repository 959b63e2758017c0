/* The wininet.dll contestant, the same calls as the Java facade. Speaks the protocol of io.github.wininet4j.bench.work.Worker. */
#include <windows.h>
#include <wininet.h>
#include <psapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static volatile LONG statuses;

static void CALLBACK status(HINTERNET handle, DWORD_PTR context, DWORD code, LPVOID info, DWORD length) {
    statuses++;
}

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

static void check(const char *what, BOOL ok) {
    if (!ok) {
        fprintf(stderr, "%s failed: %lu\n", what, GetLastError());
        exit(1);
    }
}

int main(int argc, char **argv) { /* kind scheme host port path readSize size pem */
    if (argc < 9) {
        return 0;
    }
    char line[64];
    DWORD part = atoi(argv[6]), count, conns = 2;
    long long size = _atoi64(argv[7]);
    int upload = !strcmp(argv[1], "UPLOAD");
    char *buffer = calloc(1, part);
    HINTERNET session = InternetOpenW(L"bench", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    InternetSetStatusCallback(session, status);
    InternetSetOptionW(NULL, INTERNET_OPTION_MAX_CONNS_PER_SERVER, &conns, sizeof conns);
    HINTERNET connection =
        InternetConnectA(session, argv[3], (INTERNET_PORT)atoi(argv[4]), NULL, NULL, INTERNET_SERVICE_HTTP, 0, 1);
    check("InternetConnect", connection != NULL);
    printf("READY\n");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin) && !strncmp(line, "RUN ", 4)) {
        long long start = nanos(), c = cpu(), end = start + _atoi64(line + 4) * 1000000, done = 0;
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
    PROCESS_MEMORY_COUNTERS memory = {sizeof memory};
    GetProcessMemoryInfo(GetCurrentProcess(), &memory, sizeof memory);
    printf("BYE %lld -1\n", (long long)(memory.PeakWorkingSetSize / 1024));
    fflush(stdout);
    return 0;
}

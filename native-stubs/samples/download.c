/*
 * Downloads a URL into a file and shows how far it is.
 *
 *   download URL OUTPUT
 */
#ifdef _WIN32
#include <windows.h>
#endif
#include <wininet.h>

#include <stdio.h>

static int failed(const char *function) {
    fprintf(stderr, "%s failed: error %u\n", function, (unsigned)GetLastError());
    return 0;
}

static void show(unsigned long long done, unsigned long long all) {
    if (all > 0) {
        fprintf(stderr, "\r%llu of %llu bytes (%u%%)", done, all, (unsigned)(done * 100 / all));
    } else {
        fprintf(stderr, "\r%llu bytes", done);
    }
}

static int copy(HINTERNET file, FILE *output) {
    static char buffer[65536];
    /* Not told for every answer: one in chunks has no length, FTP has no headers. */
    DWORD all = 0;
    DWORD size = sizeof all;
    if (!HttpQueryInfoA(file, HTTP_QUERY_CONTENT_LENGTH | HTTP_QUERY_FLAG_NUMBER, &all, &size, NULL)) {
        all = 0;
    }
    unsigned long long done = 0;
    for (;;) {
        DWORD count = 0;
        if (!InternetReadFile(file, buffer, sizeof buffer, &count)) {
            return failed("InternetReadFile");
        }
        if (count == 0) {
            fprintf(stderr, "\n");
            return 1;
        }
        if (fwrite(buffer, 1, count, output) != count) {
            perror("\nfwrite");
            return 0;
        }
        done += count;
        show(done, all);
    }
}

static int download(HINTERNET session, const char *url, FILE *output) {
    HINTERNET file = InternetOpenUrlA(session, url, NULL, 0, INTERNET_FLAG_RELOAD | INTERNET_FLAG_NO_CACHE_WRITE, 0);
    if (file == NULL) {
        return failed("InternetOpenUrl");
    }
    DWORD code = HTTP_STATUS_OK;
    DWORD size = sizeof code;
    int worked = 0;
    if (HttpQueryInfoA(file, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &code, &size, NULL)
        && code != HTTP_STATUS_OK) {
        fprintf(stderr, "HTTP status %u\n", (unsigned)code);
    } else {
        worked = copy(file, output);
    }
    InternetCloseHandle(file);
    return worked;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: download URL OUTPUT\n");
        return 2;
    }
    FILE *output = fopen(argv[2], "wb");
    if (output == NULL) {
        perror(argv[2]);
        return 1;
    }
    int worked = 0;
    HINTERNET session = InternetOpenA("download", INTERNET_OPEN_TYPE_PRECONFIG, NULL, NULL, 0);
    if (session == NULL) {
        failed("InternetOpen");
    } else {
        worked = download(session, argv[1], output);
        InternetCloseHandle(session);
    }
    worked &= fclose(output) == 0;
    return worked ? 0 : 1;
}

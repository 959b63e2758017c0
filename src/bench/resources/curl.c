/* The libcurl contestant: one easy handle, used again and again. Speaks the protocol of io.github.wininet4j.bench.work.Worker. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static long long received, left;

static size_t take(char *data, size_t size, size_t count, void *user) {
    received += size * count;
    return size * count;
}

static size_t give(char *data, size_t size, size_t count, void *user) {
    size_t part = size * count;
    if ((long long)part > left) {
        part = left;
    }
    memset(data, 0, part);
    left -= part;
    return part;
}

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

static int compare(const void *a, const void *b) {
    long long x = *(const long long *)a, y = *(const long long *)b;
    return (x > y) - (x < y);
}

/* Waits until a time and returns when it woke, or the time itself if it has passed; as PacedWork does. */
static long long wake(long long due) {
    long long now = nanos();
    if (now >= due) {
        return due;
    }
    while (now < due) {
        struct timespec rest = {(due - now) / 1000000000, (due - now) % 1000000000};
        nanosleep(&rest, NULL);
        now = nanos();
    }
    return now;
}

int main(int argc, char **argv) { /* kind scheme host port path readSize size pem proxy coding user */
    char url[256], line[64];
    struct rusage u;
    long long size = atoll(argv[7]);
    int upload = !strcmp(argv[1], "UPLOAD"), paced = !strcmp(argv[1], "PACED");
    CURL *curl;
    curl_global_init(CURL_GLOBAL_ALL);
    curl = curl_easy_init();
    snprintf(url, sizeof url, "%s://%s:%s%s", argv[2], argv[3], argv[4], argv[5]);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_CAINFO, argv[8]);
    curl_easy_setopt(curl, CURLOPT_BUFFERSIZE, atol(argv[6]));
    if (*argv[9]) {
        curl_easy_setopt(curl, CURLOPT_PROXY, argv[9]);
    }
    if (strcmp(argv[10], "identity")) {
        curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, argv[10]);
    }
    if (*argv[11]) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_NTLM);
        curl_easy_setopt(curl, CURLOPT_USERPWD, argv[11]);
    }
    if (upload) {
        curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(curl, CURLOPT_UPLOAD_BUFFERSIZE, atol(argv[6]));
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
        curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)size);
    }
    printf("READY\n");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin) && !strncmp(line, "RUN ", 4)) {
        long long millis = atoll(line + 4), *times = paced ? malloc((millis + 1) * sizeof *times) : NULL;
        long long start = nanos(), c = cpu(), end = start + millis * 1000000, count = 0;
        do {
            long long begin = paced ? wake(start + count * 1000000) : 0;
            received = 0;
            left = size;
            CURLcode code = curl_easy_perform(curl);
            if (code || (!upload && received != size)) {
                fprintf(stderr, "curl: %d, %lld bytes\n", code, received);
                return 1;
            }
            if (paced) {
                times[count] = nanos() - begin;
            }
            count++;
        } while (paced ? count < millis : nanos() < end);
        printf("DONE %lld %lld %lld -1", count, nanos() - start, cpu() - c);
        if (paced) {
            qsort(times, count, sizeof *times, compare);
            printf(" %lld %lld", times[(count * 50 + 99) / 100 - 1], times[(count * 99 + 99) / 100 - 1]);
            free(times);
        }
        printf("\n");
        fflush(stdout);
    }
    getrusage(RUSAGE_SELF, &u);
    printf("BYE %ld 1\n", u.ru_maxrss);
    return 0;
}

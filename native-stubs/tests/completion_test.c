/*
 * Says whether an asynchronous InternetOpenUrl finished at once or went on, which WININET4J_COMPLETION decides.
 */
#include <wininet.h>

#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static bool completed;

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID information, DWORD length) {
    (void)handle;
    (void)context;
    (void)information;
    (void)length;
    if (status == INTERNET_STATUS_REQUEST_COMPLETE) {
        pthread_mutex_lock(&lock);
        completed = true;
        pthread_cond_signal(&changed);
        pthread_mutex_unlock(&lock);
    }
}

int main(int count, char **arguments) {
    HINTERNET session = InternetOpenA("completion", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, INTERNET_FLAG_ASYNC);
    InternetSetStatusCallbackA(session, on_status);
    HINTERNET page = InternetOpenUrlA(session, arguments[count - 1], NULL, 0, 0, 1);
    DWORD error = page == NULL ? GetLastError() : ERROR_SUCCESS;
    if (error == ERROR_IO_PENDING) {
        pthread_mutex_lock(&lock);
        while (!completed) {
            pthread_cond_wait(&changed, &lock);
        }
        pthread_mutex_unlock(&lock);
        puts("pending");
    } else {
        printf(page != NULL ? "at once\n" : "error %u\n", (unsigned)error);
    }
    return !InternetCloseHandle(session);
}

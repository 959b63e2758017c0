/* Talks to a WebSocket server that sends everything back: at first synchronously, then behind a callback. */
#include <wininet.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static HTTP_WEB_SOCKET_ASYNC_RESULT results[HTTP_WEB_SOCKET_SHUTDOWN_OPERATION + 1];
static int completed[HTTP_WEB_SOCKET_SHUTDOWN_OPERATION + 1];
static int completions;

static VOID CALLBACK status(HINTERNET handle, DWORD_PTR context, DWORD code, LPVOID information, DWORD length) {
    (void)handle;
    (void)context;
    pthread_mutex_lock(&lock);
    if (code == INTERNET_STATUS_REQUEST_COMPLETE) {
        completions++;
        if (length == sizeof results[0]) {
            HTTP_WEB_SOCKET_ASYNC_RESULT *result = information;
            results[result->Operation] = *result;
            completed[result->Operation]++;
        }
    }
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}

static void fail(const char *what) {
    printf("%s failed: %lu\n", what, (unsigned long)GetLastError());
    exit(1);
}

static HINTERNET request(HINTERNET session, INTERNET_PORT port) {
    HINTERNET connect = InternetConnectA(session, "127.0.0.1", port, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 1);
    HINTERNET made = HttpOpenRequestA(connect, "GET", "/", NULL, NULL, NULL, 0, 2);
    if (made == NULL || !InternetSetOptionA(made, INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET, NULL, 0)) {
        fail("HttpOpenRequest");
    }
    return made;
}

static void wait_for(int *counter, int least) {
    pthread_mutex_lock(&lock);
    while (*counter < least) {
        pthread_cond_wait(&changed, &lock);
    }
    pthread_mutex_unlock(&lock);
}

static void pending(BOOL result, const char *what) {
    if (result || GetLastError() != ERROR_IO_PENDING) {
        fail(what);
    }
}

static void outcome(const char *what, int operation) {
    wait_for(&completed[operation], 1);
    printf("%s: result %lu, error %lu\n", what, (unsigned long)results[operation].AsyncResult.dwResult,
        (unsigned long)results[operation].AsyncResult.dwError);
}

static void synchronous(INTERNET_PORT port) {
    HINTERNET session = InternetOpenA("c", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET sent = request(session, port);
    char data[32];
    char reason[HTTP_WEB_SOCKET_MAX_CLOSE_REASON_LENGTH];
    DWORD count = 0;
    HTTP_WEB_SOCKET_BUFFER_TYPE type = HTTP_WEB_SOCKET_PING_TYPE;
    USHORT code = 0;
    if (!HttpSendRequestA(sent, NULL, 0, NULL, 0)) {
        fail("HttpSendRequest");
    }
    HINTERNET socket = HttpWebSocketCompleteUpgrade(sent, 3);
    if (socket == NULL || !HttpWebSocketSend(socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, "hello", 5)) {
        fail("HttpWebSocketSend");
    }
    if (!HttpWebSocketReceive(socket, data, sizeof data, &count, &type)) {
        fail("HttpWebSocketReceive");
    }
    printf("type %d: %.*s\n", (int)type, (int)count, data);
    if (HttpWebSocketQueryCloseStatus(socket, &code, reason, sizeof reason, &count)) {
        printf("closed too early\n");
    }
    printf("error %lu\n", (unsigned long)GetLastError());
    if (!HttpWebSocketShutdown(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, "bye", 3)) {
        fail("HttpWebSocketShutdown");
    }
    if (HttpWebSocketSend(socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, "late", 4)) {
        printf("sent too late\n");
    }
    printf("shut down, then error %lu\n", (unsigned long)GetLastError());
    if (!HttpWebSocketClose(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, NULL, 0) ||
        !HttpWebSocketQueryCloseStatus(socket, &code, reason, sizeof reason, &count)) {
        fail("HttpWebSocketClose");
    }
    printf("closed with %u\n", (unsigned)code);
    InternetCloseHandle(session);
}

static void asynchronous(INTERNET_PORT port) {
    HINTERNET session = InternetOpenA("c", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, INTERNET_FLAG_ASYNC);
    InternetSetStatusCallback(session, status);
    HINTERNET sent = request(session, port);
    int before = completions;
    if (!HttpSendRequestA(sent, NULL, 0, NULL, 0)) {
        if (GetLastError() != ERROR_IO_PENDING) {
            fail("HttpSendRequest");
        }
        wait_for(&completions, before + 1);
    }
    HINTERNET socket = HttpWebSocketCompleteUpgrade(sent, 3);
    if (socket == NULL) {
        fail("HttpWebSocketCompleteUpgrade");
    }
    char data[32] = "";
    DWORD count = 0;
    HTTP_WEB_SOCKET_BUFFER_TYPE type = HTTP_WEB_SOCKET_PING_TYPE;
    pending(HttpWebSocketReceive(socket, data, sizeof data, &count, &type), "HttpWebSocketReceive");
    pending(HttpWebSocketSend(socket, HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, "again", 5), "HttpWebSocketSend");
    wait_for(&completed[HTTP_WEB_SOCKET_RECEIVE_OPERATION], 1);
    HTTP_WEB_SOCKET_ASYNC_RESULT *received = &results[HTTP_WEB_SOCKET_RECEIVE_OPERATION];
    printf("receive of type %d, %lu bytes: %.*s\n", (int)received->BufferType,
        (unsigned long)received->dwBytesTransferred, (int)count, data);
    wait_for(&completed[HTTP_WEB_SOCKET_SEND_OPERATION], 1);
    pending(HttpWebSocketShutdown(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, "bye", 3), "HttpWebSocketShutdown");
    outcome("shutdown", HTTP_WEB_SOCKET_SHUTDOWN_OPERATION);
    pending(HttpWebSocketClose(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, NULL, 0), "HttpWebSocketClose");
    outcome("close", HTTP_WEB_SOCKET_CLOSE_OPERATION);
    InternetCloseHandle(session);
}

int main(int argc, char **argv) {
    INTERNET_PORT port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");
    synchronous(port);
    asynchronous(port);
    return 0;
}

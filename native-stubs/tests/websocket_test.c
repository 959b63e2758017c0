/* Talks to a WebSocket server that sends everything back: at first synchronously, then behind a callback. */
#include <wininet.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static HTTP_WEB_SOCKET_ASYNC_RESULT received;
static int completions;
static int receives;

static VOID CALLBACK status(HINTERNET handle, DWORD_PTR context, DWORD code, LPVOID information, DWORD length) {
    (void)handle;
    (void)context;
    pthread_mutex_lock(&lock);
    if (code == INTERNET_STATUS_REQUEST_COMPLETE) {
        completions++;
        if (length == sizeof received) {
            HTTP_WEB_SOCKET_ASYNC_RESULT *result = information;
            if (result->Operation == HTTP_WEB_SOCKET_RECEIVE_OPERATION) {
                received = *result;
                receives++;
            }
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
    if (!HttpWebSocketClose(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, "bye", 3) ||
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
    BOOL done = HttpWebSocketReceive(socket, data, sizeof data, &count, &type);
    if (done || GetLastError() != ERROR_IO_PENDING) {
        fail("HttpWebSocketReceive");
    }
    if (!HttpWebSocketSend(socket, HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, "again", 5) &&
        GetLastError() != ERROR_IO_PENDING) {
        fail("HttpWebSocketSend");
    }
    wait_for(&receives, 1);
    printf("receive of type %d, %lu bytes: %.*s\n", (int)received.BufferType,
        (unsigned long)received.dwBytesTransferred, (int)count, data);
    InternetCloseHandle(session);
}

int main(int argc, char **argv) {
    INTERNET_PORT port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");
    synchronous(port);
    asynchronous(port);
    return 0;
}

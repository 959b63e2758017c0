/* upload HOST PORT PATH COUNT: sends COUNT blocks, part by part. */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>
#include <stdlib.h>

#define CHUNK 1000

int main(int argc, char *argv[])
{
    HINTERNET hSession, hConnect, hRequest;
    INTERNET_BUFFERS BufferIn;
    DWORD dwWritten, dwSum = 0, dwStatus = 0, dwSize = sizeof(dwStatus);
    char chunk[CHUNK];
    int i, n;

    if (argc != 5)
        return 2;
    n = atoi(argv[4]);
    memset(chunk, 'x', sizeof(chunk));
    hSession = InternetOpen("upload", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    hConnect = InternetConnect(hSession, argv[1], (INTERNET_PORT)atoi(argv[2]), NULL, NULL, INTERNET_SERVICE_HTTP,
        0, 0);
    hRequest = HttpOpenRequest(hConnect, "PUT", argv[3], NULL, NULL, NULL, INTERNET_FLAG_NO_CACHE_WRITE, 0);
    if (!hRequest)
        return 1;
    BufferIn.dwStructSize = sizeof(INTERNET_BUFFERS);
    BufferIn.Next = NULL;
    BufferIn.lpcszHeader = "X-Upload: yes\r\n";
    BufferIn.dwHeadersLength = (DWORD)-1;
    BufferIn.dwHeadersTotal = 0;
    BufferIn.lpvBuffer = NULL;
    BufferIn.dwBufferLength = 0;
    BufferIn.dwBufferTotal = n * CHUNK;
    BufferIn.dwOffsetLow = 0;
    BufferIn.dwOffsetHigh = 0;
    if (!HttpSendRequestEx(hRequest, &BufferIn, NULL, 0, 0)) {
        printf("HttpSendRequestEx: %lu\n", GetLastError());
        return 1;
    }
    for (i = 0; i < n; i++) {
        if (!InternetWriteFile(hRequest, chunk, sizeof(chunk), &dwWritten)) {
            printf("InternetWriteFile: %lu\n", GetLastError());
            return 1;
        }
        dwSum += dwWritten;
    }
    if (!HttpEndRequest(hRequest, NULL, 0, 0)) {
        printf("HttpEndRequest: %lu\n", GetLastError());
        return 1;
    }
    HttpQueryInfo(hRequest, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &dwStatus, &dwSize, NULL);
    printf("%lu bytes sent, status %lu\n", dwSum, dwStatus);
    InternetCloseHandle(hRequest);
    InternetCloseHandle(hConnect);
    InternetCloseHandle(hSession);
    return 0;
}

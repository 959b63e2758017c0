/* readex URL: a download by InternetReadFileEx, after InternetQueryDataAvailable. */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>

int main(int argc, char *argv[])
{
    HINTERNET hSession, hUrl;
    INTERNET_BUFFERS ib;
    LARGE_INTEGER liFrequency, liStart, liEnd;
    DWORD cbAvailable = 0, cbSum = 0, cReads = 0, dwByteSum = 0, i;
    LPBYTE pb;

    if (argc != 2)
        return 2;
    QueryPerformanceFrequency(&liFrequency);
    QueryPerformanceCounter(&liStart);
    hSession = InternetOpen("readex", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    hUrl = InternetOpenUrl(hSession, argv[1], NULL, 0, INTERNET_FLAG_RELOAD, 0);
    if (!hUrl) {
        printf("InternetOpenUrl: %lu\n", GetLastError());
        return 1;
    }
    while (InternetQueryDataAvailable(hUrl, &cbAvailable, 0, 0) && cbAvailable > 0) {
        pb = (LPBYTE)HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, cbAvailable);
        if (!pb)
            break;
        FillMemory(&ib, sizeof(ib), 0);
        ib.dwStructSize = sizeof(ib);
        ib.lpvBuffer = pb;
        ib.dwBufferLength = cbAvailable;
        if (!InternetReadFileEx(hUrl, &ib, IRF_SYNC, 0)) {
            printf("InternetReadFileEx: %lu\n", GetLastError());
            return 1;
        }
        for (i = 0; i < ib.dwBufferLength; i++)
            dwByteSum += pb[i];
        cbSum += ib.dwBufferLength;
        cReads++;
        HeapFree(GetProcessHeap(), 0, pb);
    }
    QueryPerformanceCounter(&liEnd);
    printf("%lu bytes, sum %08X, %s, %s\n", cbSum, dwByteSum, cReads > 0 ? "in parts" : "nothing",
        (liEnd.QuadPart - liStart.QuadPart) / liFrequency.QuadPart < 600 ? "fast" : "slow");
    InternetCloseHandle(hUrl);
    InternetCloseHandle(hSession);
    return 0;
}

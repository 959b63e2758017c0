/* geturl URL: writes a page to standard output. */
#include <windows.h>
#include <WinInet.h>
#include <stdio.h>

#pragma comment(lib, "wininet.lib")

int main(int argc, char *argv[])
{
    HINTERNET hSession, hUrl;
    BYTE buffer[4096];
    DWORD dwRead = 0, dwTotal = 0;

    if (argc != 2) {
        printf("usage: %s URL\n", argv[0]);
        return 2;
    }
    hSession = InternetOpen("geturl/1.0", INTERNET_OPEN_TYPE_PRECONFIG, NULL, NULL, 0);
    if (hSession == NULL) {
        printf("InternetOpen failed, error %lu (0x%lx)\n", GetLastError(), GetLastError());
        return 1;
    }
    hUrl = InternetOpenUrl(hSession, argv[1], NULL, 0, INTERNET_FLAG_RELOAD | INTERNET_FLAG_PRAGMA_NOCACHE, 0);
    if (hUrl == NULL) {
        printf("InternetOpenUrl failed, error %lu\n", GetLastError());
        InternetCloseHandle(hSession);
        return 1;
    }
    while (InternetReadFile(hUrl, buffer, sizeof(buffer), &dwRead) && dwRead != 0) {
        fwrite(buffer, 1, dwRead, stdout);
        dwTotal += dwRead;
    }
    printf("\n%lu bytes\n", dwTotal);
    InternetCloseHandle(hUrl);
    InternetCloseHandle(hSession);
    return 0;
}

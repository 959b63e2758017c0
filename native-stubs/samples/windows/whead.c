/* whead URL: the headers of an answer, by the W functions. */
#include <windows.h>
#include <WinInet.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

static LPWSTR QueryHeaders(HINTERNET hRequest, DWORD dwLevel)
{
    LPWSTR lpBuffer = NULL;
    DWORD dwSize = 0;

    while (!HttpQueryInfoW(hRequest, dwLevel, lpBuffer, &dwSize, NULL)) {
        if (GetLastError() != ERROR_INSUFFICIENT_BUFFER) {
            free(lpBuffer);
            return NULL;
        }
        lpBuffer = (LPWSTR)realloc(lpBuffer, dwSize);
    }
    return lpBuffer;
}

int wmain(int argc, wchar_t *argv[])
{
    URL_COMPONENTSW uc;
    wchar_t szHost[INTERNET_MAX_HOST_NAME_LENGTH], szPath[1024];
    HINTERNET hSession, hConnect, hRequest;
    LPWSTR lpHeaders;
    wchar_t *lpLine, *lpEnd;

    if (argc != 2)
        return 2;
    ZeroMemory(&uc, sizeof(uc));
    uc.dwStructSize = sizeof(uc);
    uc.lpszHostName = szHost;
    uc.dwHostNameLength = _countof(szHost);
    uc.lpszUrlPath = szPath;
    uc.dwUrlPathLength = _countof(szPath);
    if (!InternetCrackUrlW(argv[1], (DWORD)wcslen(argv[1]), 0, &uc)) {
        fwprintf(stderr, L"%ls is no URL: %d\n", argv[1], GetLastError());
        return 1;
    }
    wprintf(L"host %s, path %ls, %hs\n", szHost, szPath, uc.nScheme == INTERNET_SCHEME_HTTP ? "plain" : "other");
    hSession = InternetOpenW(L"whead", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    hConnect = InternetConnectW(hSession, szHost, uc.nPort, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    hRequest = HttpOpenRequestW(hConnect, L"HEAD", szPath, L"HTTP/1.1", NULL, NULL, INTERNET_FLAG_RELOAD, 0);
    if (!HttpSendRequestW(hRequest, NULL, 0, NULL, 0)) {
        fwprintf(stderr, L"HttpSendRequest: %lu\n", GetLastError());
        return 1;
    }
    lpHeaders = QueryHeaders(hRequest, HTTP_QUERY_RAW_HEADERS_CRLF);
    for (lpLine = lpHeaders; lpLine != NULL && (lpEnd = wcsstr(lpLine, L"\r\n")) != NULL; lpLine = lpEnd + 2) {
        *lpEnd = L'\0';
        if (wcslen(lpLine) > 0)
            wprintf(L"[%s]\n", lpLine);
    }
    free(lpHeaders);
    InternetCloseHandle(hRequest);
    InternetCloseHandle(hConnect);
    InternetCloseHandle(hSession);
    return 0;
}

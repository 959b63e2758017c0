/* postform HOST PORT PATH NAME=VALUE...: posts a form and shows the answer. */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tchar.h>

static const TCHAR szHeaders[] = TEXT("Content-Type: application/x-www-form-urlencoded\r\n");

static BOOL Fail(LPCSTR lpszFunction)
{
    fprintf(stderr, "%s: error %d\n", lpszFunction, GetLastError());
    return FALSE;
}

static BOOL PostForm(HINTERNET hConnect, LPCSTR lpszPath, LPSTR lpszForm)
{
    LPCTSTR rgszAccept[] = { TEXT("text/*"), NULL };
    char szAnswer[512];
    DWORD dwStatus = 0, dwSize = sizeof(dwStatus), dwRead;
    BOOL fResult = FALSE;
    HINTERNET hRequest = HttpOpenRequest(hConnect, _T("POST"), lpszPath, NULL, NULL, rgszAccept,
        INTERNET_FLAG_NO_CACHE_WRITE | INTERNET_FLAG_KEEP_CONNECTION, 0);

    if (!hRequest)
        return Fail("HttpOpenRequest");
    if (!HttpSendRequest(hRequest, szHeaders, (DWORD)-1, lpszForm, (DWORD)strlen(lpszForm)))
        Fail("HttpSendRequest");
    else if (!HttpQueryInfo(hRequest, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &dwStatus, &dwSize, NULL))
        Fail("HttpQueryInfo");
    else {
        printf("status %u\n", dwStatus);
        ZeroMemory(szAnswer, sizeof(szAnswer));
        while (InternetReadFile(hRequest, szAnswer, ARRAYSIZE(szAnswer) - 1, &dwRead) && dwRead > 0) {
            szAnswer[dwRead] = '\0';
            printf("%s", szAnswer);
        }
        fResult = TRUE;
    }
    InternetCloseHandle(hRequest);
    return fResult;
}

int __cdecl main(int argc, char **argv)
{
    char szForm[1024] = "";
    HINTERNET hInternet, hConnect;
    BOOL fResult = FALSE;
    int i;

    if (argc < 5)
        return 2;
    for (i = 4; i < argc; i++) {
        if (i > 4)
            lstrcat(szForm, "&");
        lstrcat(szForm, argv[i]);
    }
    hInternet = InternetOpen(TEXT("postform"), INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    if (!hInternet)
        return !Fail("InternetOpen");
    hConnect = InternetConnect(hInternet, argv[1], (INTERNET_PORT)atoi(argv[2]), NULL, NULL, INTERNET_SERVICE_HTTP,
        0, 0);
    if (!hConnect)
        Fail("InternetConnect");
    else {
        fResult = PostForm(hConnect, argv[3], szForm);
        InternetCloseHandle(hConnect);
    }
    InternetCloseHandle(hInternet);
    return fResult ? EXIT_SUCCESS : EXIT_FAILURE;
}

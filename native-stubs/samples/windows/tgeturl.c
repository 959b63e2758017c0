/* tgeturl URL FILE: a program of TCHARs, built for UNICODE, that saves a page. */
#define UNICODE
#define _UNICODE
#include <windows.h>
#include <wininet.h>
#include <tchar.h>
#include <stdio.h>
#include <strsafe.h>

int _tmain(int argc, _TCHAR *argv[])
{
    TCHAR szTitle[64];
    HINTERNET hSession = NULL, hUrl = NULL;
    FILE *pFile = NULL;
    BYTE buffer[256];
    DWORD dwRead;
    int nResult = 1;

    if (argc != 3) {
        _tprintf(_T("usage: %s URL FILE\n"), argv[0]);
        return 2;
    }
    if (FAILED(StringCchPrintf(szTitle, ARRAYSIZE(szTitle), _T("%s/%d.%d"), _T("tgeturl"), 1, 0)))
        return 2;
    _tprintf(TEXT("%s reads %d characters of URL\n"), szTitle, (int)_tcslen(argv[1]));
    hSession = InternetOpen(szTitle, INTERNET_OPEN_TYPE_PRECONFIG, NULL, NULL, 0);
    if (hSession == NULL)
        goto cleanup;
    hUrl = InternetOpenUrl(hSession, argv[1], L"X-Name: value\r\n", (DWORD)-1, INTERNET_FLAG_RELOAD, 0);
    if (hUrl == NULL)
        goto cleanup;
    if (_tfopen_s(&pFile, argv[2], _T("wb")) != 0)
        goto cleanup;
    while (InternetReadFile(hUrl, buffer, sizeof(buffer), &dwRead) && dwRead > 0)
        fwrite(buffer, 1, dwRead, pFile);
    nResult = 0;

cleanup:
    if (nResult != 0)
        _ftprintf(stderr, _T("failed with %u\n"), GetLastError());
    if (pFile != NULL)
        fclose(pFile);
    if (hUrl != NULL)
        InternetCloseHandle(hUrl);
    if (hSession != NULL)
        InternetCloseHandle(hSession);
    return nResult;
}

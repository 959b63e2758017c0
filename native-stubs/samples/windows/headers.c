/* headers URL: one header after the other, numbers and times. */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>

static void ShowNumber(HINTERNET hUrl, const char *pszName, DWORD dwLevel)
{
    DWORD dwValue, dwSize = sizeof(dwValue), dwIndex = 0;

    if (HttpQueryInfo(hUrl, dwLevel | HTTP_QUERY_FLAG_NUMBER, &dwValue, &dwSize, &dwIndex))
        printf("%-10s %ld\n", pszName, dwValue);
    else
        printf("%-10s error %ld\n", pszName, GetLastError());
}

static void ShowTime(HINTERNET hUrl)
{
    SYSTEMTIME st;
    FILETIME ft;
    DWORD dwSize = sizeof(st);
    char szTime[INTERNET_RFC1123_BUFSIZE];

    if (!HttpQueryInfo(hUrl, HTTP_QUERY_LAST_MODIFIED | HTTP_QUERY_FLAG_SYSTEMTIME, &st, &dwSize, NULL))
        return;
    if (!SystemTimeToFileTime(&st, &ft) || !FileTimeToSystemTime(&ft, &st))
        return;
    InternetTimeFromSystemTime(&st, INTERNET_RFC1123_FORMAT, szTime, sizeof(szTime));
    printf("modified   %s (%08lx%08lx)\n", szTime, ft.dwHighDateTime, ft.dwLowDateTime);
}

int main(int argc, char *argv[])
{
    HINTERNET hSession, hUrl;
    DWORD dwIndex = 0, dwSize;
    char szValue[256];

    if (argc != 2)
        return 2;
    hSession = InternetOpenA("headers", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    hUrl = InternetOpenUrlA(hSession, argv[1], NULL, 0, INTERNET_FLAG_RELOAD | INTERNET_FLAG_NO_COOKIES, 0);
    if (!hUrl) {
        printf("error %lu\n", GetLastError());
        return 1;
    }
    ShowNumber(hUrl, "status", HTTP_QUERY_STATUS_CODE);
    ShowNumber(hUrl, "length", HTTP_QUERY_CONTENT_LENGTH);
    ShowNumber(hUrl, "age", HTTP_QUERY_AGE);
    ShowTime(hUrl);
    for (;;) {
        dwSize = sizeof(szValue);
        lstrcpyn(szValue, "X-Part", sizeof(szValue));
        if (!HttpQueryInfoA(hUrl, HTTP_QUERY_CUSTOM, szValue, &dwSize, &dwIndex))
            break;
        printf("X-Part     %s, next is %u\n", szValue, dwIndex);
    }
    printf("end        %s\n", GetLastError() == ERROR_HTTP_HEADER_NOT_FOUND ? "not found" : "other error");
    InternetCloseHandle(hUrl);
    InternetCloseHandle(hSession);
    return 0;
}

/* cookies URL: sets cookies, asks for them, and lets a request send them. */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>

static void ShowCookies(LPCTSTR lpszUrl)
{
    LPTSTR lpszData = NULL;
    DWORD dwSize = 0;

    /* The first call tells the size. */
    if (!InternetGetCookie(lpszUrl, NULL, NULL, &dwSize)) {
        printf("InternetGetCookie: %lu\n", GetLastError());
        return;
    }
    lpszData = (LPTSTR)LocalAlloc(LPTR, dwSize + 1);
    if (lpszData != NULL && InternetGetCookie(lpszUrl, NULL, lpszData, &dwSize))
        printf("cookies: %s\n", lpszData);
    LocalFree(lpszData);
}

int main(int argc, char *argv[])
{
    HINTERNET hSession, hUrl;
    char szBody[100];
    DWORD dwRead = 0;

    if (argc != 2)
        return 2;
    hSession = InternetOpen("cookies", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    ShowCookies(argv[1]);
    if (!InternetSetCookie(argv[1], "flavour", "ginger") || !InternetSetCookie(argv[1], NULL, "size=large; path=/"))
        printf("InternetSetCookie: %lu\n", GetLastError());
    ShowCookies(argv[1]);
    hUrl = InternetOpenUrl(hSession, argv[1], NULL, 0, INTERNET_FLAG_RELOAD, 0);
    if (hUrl != NULL && InternetReadFile(hUrl, szBody, sizeof(szBody) - 1, &dwRead)) {
        szBody[dwRead] = 0;
        printf("server: %s\n", szBody);
    }
    InternetCloseHandle(hUrl);
    ShowCookies(argv[1]);
    InternetCloseHandle(hSession);
    return 0;
}

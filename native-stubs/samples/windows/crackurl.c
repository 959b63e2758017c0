/* crackurl URL: takes a URL apart and puts it together. */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>
#include <string.h>

static void Part(LPCSTR pszName, LPCSTR pch, DWORD cch)
{
    char sz[64];

    wsprintf(sz, "%-8s", pszName);
    printf("%s |%.*s|\n", sz, (int)cch, pch ? pch : "");
}

int main(int argc, char *argv[])
{
    URL_COMPONENTS uc = { 0 };
    char szUrl[INTERNET_MAX_URL_LENGTH];
    DWORD cch = sizeof szUrl;

    if (argc != 2)
        return 2;
    uc.dwStructSize = sizeof uc;
    uc.dwSchemeLength = uc.dwHostNameLength = uc.dwUserNameLength = uc.dwPasswordLength = (DWORD)-1;
    uc.dwUrlPathLength = uc.dwExtraInfoLength = (DWORD)-1;
    if (!InternetCrackUrl(argv[1], lstrlen(argv[1]), 0, &uc)) {
        printf("InternetCrackUrl: %lu\n", GetLastError());
        return 1;
    }
    Part("scheme", uc.lpszScheme, uc.dwSchemeLength);
    Part("host", uc.lpszHostName, uc.dwHostNameLength);
    printf("%-8s  %hu (%hs)\n", "port", uc.nPort, uc.nPort == INTERNET_DEFAULT_HTTPS_PORT ? "default" : "own");
    Part("user", uc.lpszUserName, uc.dwUserNameLength);
    Part("path", uc.lpszUrlPath, uc.dwUrlPathLength);
    Part("extra", uc.lpszExtraInfo, uc.dwExtraInfoLength);
    if (InternetCanonicalizeUrl(argv[1], szUrl, &cch, ICU_BROWSER_MODE))
        printf("canonical %s\n", szUrl);
    cch = sizeof szUrl;
    if (InternetCombineUrl(argv[1], "../other", szUrl, &cch, 0))
        printf("combined  %s (%lu, %#x, %I64d)\n", szUrl, cch, 255u, (__int64)-5000000000);
    cch = 4;
    if (!InternetCombineUrl(argv[1], "../other", szUrl, &cch, 0) && GetLastError() == ERROR_INSUFFICIENT_BUFFER)
        printf("too small: %s\n", cch > 4 ? "needs more" : "?");
    return 0;
}

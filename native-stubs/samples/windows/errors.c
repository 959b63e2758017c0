/* errors URL: the texts of errors. */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>
#include <string.h>

static void ErrorExit(LPCSTR lpszFunction)
{
    LPVOID lpMsgBuf = NULL;
    char szDisplay[512];
    DWORD dw = GetLastError();

    if (FormatMessage(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_HMODULE | FORMAT_MESSAGE_FROM_SYSTEM
                | FORMAT_MESSAGE_IGNORE_INSERTS,
            GetModuleHandle("wininet.dll"), dw, MAKELANGID(LANG_NEUTRAL, SUBLANG_DEFAULT), (LPTSTR)&lpMsgBuf, 0,
            NULL) == 0) {
        printf("no text for %lu: %lu\n", dw, GetLastError());
        return;
    }
    sprintf_s(szDisplay, sizeof(szDisplay), "%s failed with error %lu: %s", lpszFunction, dw, (LPSTR)lpMsgBuf);
    szDisplay[strcspn(szDisplay, "\r\n")] = '\0';
    puts(szDisplay);
    LocalFree(lpMsgBuf);
}

int main(int argc, char *argv[])
{
    HINTERNET hSession;
    char szSmall[8];
    WCHAR wszText[200];

    if (argc != 2)
        return 2;
    hSession = InternetOpen("errors", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    if (!InternetOpenUrl(hSession, argv[1], NULL, 0, INTERNET_FLAG_RELOAD, 0))
        ErrorExit("InternetOpenUrl");
    if (!InternetOpenUrl(hSession, "nonsense", NULL, 0, 0, 0))
        ErrorExit("InternetOpenUrl");
    if (!InternetCloseHandle((HINTERNET)12345))
        ErrorExit("InternetCloseHandle");
    SetLastError(12999);
    ErrorExit("Nothing");
    if (!FormatMessage(FORMAT_MESSAGE_FROM_SYSTEM, NULL, ERROR_INTERNET_TIMEOUT, 0, szSmall, sizeof(szSmall), NULL))
        printf("the system does not have it: %lu\n", GetLastError());
    if (!FormatMessage(FORMAT_MESSAGE_FROM_HMODULE, GetModuleHandle("wininet"), ERROR_INTERNET_TIMEOUT, 0, szSmall,
            sizeof(szSmall), NULL))
        printf("too small: %lu\n", GetLastError());
    if (FormatMessageW(FORMAT_MESSAGE_FROM_HMODULE | FORMAT_MESSAGE_MAX_WIDTH_MASK, GetModuleHandleW(L"wininet"),
            ERROR_INTERNET_TIMEOUT, 0, wszText, 200, NULL))
        wprintf(L"wide: %s|\n", wszText);
    MessageBox(NULL, "over", "errors", MB_OK | MB_ICONINFORMATION);
    InternetCloseHandle(hSession);
    return 0;
}

/* dynload URL: finds the functions at run time. */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>

typedef HINTERNET (WINAPI *PFN_INTERNETOPEN)(LPCSTR, DWORD, LPCSTR, LPCSTR, DWORD);
typedef HINTERNET (WINAPI *PFN_INTERNETOPENURL)(HINTERNET, LPCSTR, LPCSTR, DWORD, DWORD, DWORD_PTR);
typedef BOOL (WINAPI *PFN_INTERNETREADFILE)(HINTERNET, LPVOID, DWORD, LPDWORD);
typedef BOOL (WINAPI *PFN_INTERNETCLOSEHANDLE)(HINTERNET);

int main(int argc, char **argv)
{
    HMODULE hWinInet = LoadLibrary("WININET.DLL");
    PFN_INTERNETOPEN pfnOpen;
    PFN_INTERNETOPENURL pfnOpenUrl;
    PFN_INTERNETREADFILE pfnRead;
    PFN_INTERNETCLOSEHANDLE pfnClose;
    HINTERNET hSession, hUrl;
    char buffer[128];
    DWORD dwRead;

    if (argc != 2)
        return 2;
    if (hWinInet == NULL) {
        printf("no wininet: %lu\n", GetLastError());
        return 1;
    }
    pfnOpen = (PFN_INTERNETOPEN)GetProcAddress(hWinInet, "InternetOpenA");
    pfnOpenUrl = (PFN_INTERNETOPENURL)GetProcAddress(hWinInet, "InternetOpenUrlA");
    pfnRead = (PFN_INTERNETREADFILE)GetProcAddress(hWinInet, "InternetReadFile");
    pfnClose = (PFN_INTERNETCLOSEHANDLE)GetProcAddress(hWinInet, "InternetCloseHandle");
    if (!pfnOpen || !pfnOpenUrl || !pfnRead || !pfnClose)
        return 1;
    if (GetProcAddress(hWinInet, "InternetOpenQ") == NULL)
        printf("InternetOpenQ: %lu\n", GetLastError());
    if (LoadLibrary("nosuch.dll") == NULL)
        printf("nosuch.dll: %lu\n", GetLastError());
    hSession = pfnOpen("dynload", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    hUrl = pfnOpenUrl(hSession, argv[1], NULL, 0, INTERNET_FLAG_RELOAD, 0);
    while (hUrl && pfnRead(hUrl, buffer, sizeof(buffer), &dwRead) && dwRead)
        fwrite(buffer, 1, dwRead, stdout);
    putchar('\n');
    pfnClose(hUrl);
    pfnClose(hSession);
    FreeLibrary(hWinInet);
    return 0;
}

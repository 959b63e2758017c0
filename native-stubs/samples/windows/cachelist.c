/* cachelist URL: puts a page into the cache and lists what the cache has of its kind. */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>
#include <string.h>

static void Fetch(LPCSTR lpszUrl)
{
    HINTERNET hSession = InternetOpen("cachelist", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET hUrl = InternetOpenUrl(hSession, lpszUrl, NULL, 0, 0, 0);
    char buffer[512];
    DWORD dwRead;

    while (hUrl && InternetReadFile(hUrl, buffer, sizeof(buffer), &dwRead) && dwRead)
        ;
    InternetCloseHandle(hUrl);
    InternetCloseHandle(hSession);
}

int main(int argc, char *argv[])
{
    LPINTERNET_CACHE_ENTRY_INFO lpInfo;
    DWORD cbInfo = 16, cbRoom = 16, cEntries = 0;
    HANDLE hFind;
    SYSTEMTIME st;
    FILETIME ftNow;

    if (argc != 2)
        return 2;
    Fetch(argv[1]);
    lpInfo = (LPINTERNET_CACHE_ENTRY_INFO)HeapAlloc(GetProcessHeap(), 0, cbRoom);
    while ((hFind = FindFirstUrlCacheEntry("visited:", lpInfo, &cbInfo)) == NULL
        && GetLastError() == ERROR_INSUFFICIENT_BUFFER) {
        cbRoom = cbInfo;
        lpInfo = (LPINTERNET_CACHE_ENTRY_INFO)HeapReAlloc(GetProcessHeap(), 0, lpInfo, cbRoom);
    }
    printf("visited: %s\n", hFind == NULL && GetLastError() == ERROR_NO_MORE_ITEMS ? "none" : "some");
    cbInfo = cbRoom;
    while ((hFind = FindFirstUrlCacheEntry(NULL, lpInfo, &cbInfo)) == NULL
        && GetLastError() == ERROR_INSUFFICIENT_BUFFER) {
        cbRoom = cbInfo;
        lpInfo = (LPINTERNET_CACHE_ENTRY_INFO)HeapReAlloc(GetProcessHeap(), 0, lpInfo, cbRoom);
    }
    if (hFind == NULL) {
        printf("FindFirstUrlCacheEntry: %lu\n", GetLastError());
        return 1;
    }
    GetSystemTimeAsFileTime(&ftNow);
    for (;;) {
        FileTimeToSystemTime(&lpInfo->LastModifiedTime, &st);
        printf("%s: %lu bytes of %04u-%02u-%02u%s\n", strrchr(lpInfo->lpszSourceUrlName, '/'), lpInfo->dwSizeLow,
            st.wYear, st.wMonth, st.wDay, CompareFileTime(&lpInfo->LastModifiedTime, &ftNow) < 0 ? ", past" : "");
        cEntries++;
        cbInfo = cbRoom;
        while (!FindNextUrlCacheEntry(hFind, lpInfo, &cbInfo)) {
            if (GetLastError() != ERROR_INSUFFICIENT_BUFFER)
                goto done;
            cbRoom = cbInfo;
            lpInfo = (LPINTERNET_CACHE_ENTRY_INFO)HeapReAlloc(GetProcessHeap(), 0, lpInfo, cbRoom);
        }
    }
done:
    printf("%lu entries, %s\n", cEntries, GetLastError() == ERROR_NO_MORE_ITEMS ? "the end" : "an error");
    FindCloseUrlCache(hFind);
    HeapFree(GetProcessHeap(), 0, lpInfo);
    return 0;
}

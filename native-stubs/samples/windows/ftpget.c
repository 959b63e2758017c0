/* ftpget HOST PORT REMOTE LOCAL: lists a folder of an FTP server and fetches a file. */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>
#include <stdlib.h>

static void List(HINTERNET hFtp)
{
    WIN32_FIND_DATA fd;
    SYSTEMTIME st;
    HINTERNET hFind = FtpFindFirstFile(hFtp, NULL, &fd, INTERNET_FLAG_RELOAD, 0);

    if (hFind == NULL) {
        printf("FtpFindFirstFile: %lu\n", GetLastError());
        return;
    }
    do {
        FileTimeToSystemTime(&fd.ftLastWriteTime, &st);
        printf("%04d-%02d-%02d %10lu %c %s\n", st.wYear, st.wMonth, st.wDay, fd.nFileSizeLow,
            (fd.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) ? 'd' : '-', fd.cFileName);
    } while (InternetFindNextFile(hFind, &fd));
    if (GetLastError() != ERROR_NO_MORE_FILES)
        printf("InternetFindNextFile: %lu\n", GetLastError());
    InternetCloseHandle(hFind);
}

int main(int argc, char *argv[])
{
    char szFolder[MAX_PATH];
    DWORD cchFolder = MAX_PATH;
    HINTERNET hInternet, hFtp;
    int nResult = 1;

    if (argc != 5)
        return 2;
    hInternet = InternetOpen("ftpget", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    hFtp = InternetConnect(hInternet, argv[1], (INTERNET_PORT)atoi(argv[2]), "anonymous", "guest@",
        INTERNET_SERVICE_FTP, INTERNET_FLAG_PASSIVE, 0);
    if (hFtp == NULL) {
        DWORD dwError = GetLastError(), dwServer = 0, cch = 0;
        LPSTR pszText;
        printf("InternetConnect: %lu\n", dwError);
        InternetGetLastResponseInfo(&dwServer, NULL, &cch);
        pszText = (LPSTR)GlobalAlloc(GPTR, cch + 1);
        if (pszText != NULL && InternetGetLastResponseInfo(&dwServer, pszText, &cch))
            printf("%s", pszText);
        GlobalFree(pszText);
    } else {
        if (FtpGetCurrentDirectory(hFtp, szFolder, &cchFolder))
            printf("folder %s\n", szFolder);
        List(hFtp);
        if (FtpGetFile(hFtp, argv[3], argv[4], FALSE, FILE_ATTRIBUTE_NORMAL, FTP_TRANSFER_TYPE_BINARY, 0)) {
            printf("fetched %s\n", argv[3]);
            nResult = 0;
        } else {
            printf("FtpGetFile: %lu\n", GetLastError());
        }
        InternetCloseHandle(hFtp);
    }
    InternetCloseHandle(hInternet);
    return nResult;
}

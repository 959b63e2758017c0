/* standard URL: writes what the URL has to the standard output, by its handle, and a line to the standard error. */
#include <SDKDDKVer.h>

#include <process.h>
#include <tchar.h>
#include <windows.h>
#include <wininet.h>

#pragma comment(lib, "wininet.lib")

static BOOL write_all(__in HANDLE to, __in_bcount(size) const void *from, __in DWORD size) {
    DWORD written;
    return WriteFile(to, from, size, &written, NULL) && written == size;
}

static DWORD copy(__in HINTERNET from, __in HANDLE to, __out DWORD *total) {
    byte buffer[512];
    DWORD read;
    *total = 0;
    do {
        if (!InternetReadFile(from, buffer, sizeof buffer, &read) || !write_all(to, buffer, read)) {
            return GetLastError();
        }
        *total += read;
    } while (read > 0);
    return ERROR_SUCCESS;
}

int _tmain(__in int argc, __in_ecount(argc) TCHAR **argv) {
    HANDLE out = GetStdHandle(STD_OUTPUT_HANDLE);
    HANDLE err = GetStdHandle(STD_ERROR_HANDLE);
    char line[100];
    DWORD mode;
    DWORD total = 0;
    DWORD error = ERROR_INVALID_PARAMETER;
    HINTERNET session = InternetOpen(_T("standard/1.0"), INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET page = argc < 2 ? NULL : InternetOpenUrl(session, argv[1], NULL, 0, INTERNET_FLAG_RELOAD, 0);
    if (page != NULL) {
        error = copy(page, out, &total);
        InternetCloseHandle(page);
    } else if (argc > 1) {
        error = GetLastError();
    }
    InternetCloseHandle(session);
    wsprintfA(line, "%lu bytes, error %lu, %s, process %s\n", total, error,
        GetConsoleMode(out, &mode) ? "terminal" : "no terminal", _getpid() > 0 ? "known" : "unknown");
    write_all(err, line, (DWORD)strlen(line));
    return error != ERROR_SUCCESS;
}

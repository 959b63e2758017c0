/* Every FTP function in both forms, on the server whose port is given, below a folder of this machine. ftp_test PORT DIR */
#include <stdlib.h>
#include <string.h>
#include <wininet.h>

#include "check.h"
#include "wide.h"

static char folder[400];

static const char *local(const char *name)
{
    static char path[500];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void write_local(const char *name, const char *content)
{
    FILE *file = fopen(local(name), "wb");

    CHECK(file != NULL);
    if (file != NULL) {
        CHECK(fwrite(content, 1, strlen(content), file) == strlen(content));
        fclose(file);
    }
}

static void check_local(const char *name, const char *expected)
{
    char content[100] = "";
    FILE *file = fopen(local(name), "rb");

    CHECK(file != NULL);
    if (file != NULL) {
        content[fread(content, 1, sizeof content - 1, file)] = 0;
        fclose(file);
    }
    CHECK(strcmp(content, expected) == 0);
}

static void check_read(HINTERNET file, const char *expected)
{
    char content[100] = "";
    DWORD count = 0;
    DWORD high = 7;

    CHECK(file != NULL);
    CHECK(FtpGetFileSize(file, &high) == strlen(expected) && high == 0);
    CHECK(InternetReadFile(file, content, sizeof content - 1, &count) && count == strlen(expected));
    CHECK(strcmp(content, expected) == 0);
    FAILS(InternetSetFilePointer(file, 0, NULL, 0, 0) != INVALID_SET_FILE_POINTER, ERROR_INTERNET_INVALID_OPERATION);
    CHECK(InternetCloseHandle(file));
}

static void files(HINTERNET ftp)
{
    DWORD count = 0;
    HINTERNET file;

    write_local("a", "from a");
    CHECK(FtpPutFileA(ftp, local("a"), "a", FTP_TRANSFER_TYPE_BINARY, 0));
    write_local("w", "from w");
    CHECK(FtpPutFileW(ftp, wide(local("w")), wide("w"), FTP_TRANSFER_TYPE_BINARY, 0));
    write_local("x", "from x");
    CHECK(FtpPutFileEx(ftp, wide(local("x")), "x", FTP_TRANSFER_TYPE_BINARY, 0));
    FAILS(FtpPutFileA(ftp, local("none"), "n", FTP_TRANSFER_TYPE_BINARY, 0), ERROR_FILE_NOT_FOUND);

    check_read(FtpOpenFileA(ftp, "w", GENERIC_READ, FTP_TRANSFER_TYPE_BINARY, 0), "from w");
    check_read(FtpOpenFileW(ftp, wide("a"), GENERIC_READ, FTP_TRANSFER_TYPE_BINARY, 0), "from a");
    FAILS(FtpOpenFileA(ftp, "w", GENERIC_READ | GENERIC_WRITE, 0, 0), ERROR_INVALID_PARAMETER);
    FAILS(FtpOpenFileA(ftp, "none", GENERIC_READ, 0, 0), ERROR_INTERNET_EXTENDED_ERROR);

    file = FtpOpenFileA(ftp, "o", GENERIC_WRITE, FTP_TRANSFER_TYPE_BINARY, 0);
    CHECK(file != NULL && InternetWriteFile(file, "written", 7, &count) && count == 7);
    FAILS(FtpDeleteFileA(ftp, "a"), ERROR_FTP_TRANSFER_IN_PROGRESS);
    CHECK(InternetCloseHandle(file));
    CHECK(FtpGetFileA(ftp, "o", local("o"), TRUE, 0, FTP_TRANSFER_TYPE_BINARY, 0));
    check_local("o", "written");
    FAILS(FtpGetFileA(ftp, "o", local("o"), TRUE, 0, FTP_TRANSFER_TYPE_BINARY, 0), ERROR_FILE_EXISTS);
    CHECK(FtpGetFileW(ftp, wide("x"), wide(local("o")), FALSE, 0, FTP_TRANSFER_TYPE_BINARY, 0));
    check_local("o", "from x");
    CHECK(FtpGetFileEx(ftp, "a", wide(local("o")), FALSE, 0, FTP_TRANSFER_TYPE_BINARY, 0));
    check_local("o", "from a");
}

static void names(HINTERNET ftp)
{
    CHECK(FtpRenameFileA(ftp, "a", "a2"));
    CHECK(FtpRenameFileW(ftp, wide("w"), wide("w2")));
    FAILS(FtpRenameFileA(ftp, "none", "n"), ERROR_INTERNET_EXTENDED_ERROR);
    CHECK(FtpDeleteFileA(ftp, "a2"));
    CHECK(FtpDeleteFileW(ftp, wide("w2")));
    FAILS(FtpDeleteFileW(ftp, wide("w2")), ERROR_INTERNET_EXTENDED_ERROR);
    FAILS(FtpDeleteFileA(ftp, NULL), ERROR_INVALID_PARAMETER);
}

static void folders(HINTERNET ftp)
{
    char path[MAX_PATH] = "";
    WCHAR wide_path[MAX_PATH] = {0};
    DWORD size = sizeof path;
    DWORD small = 1;

    CHECK(FtpCreateDirectoryA(ftp, "da"));
    CHECK(FtpCreateDirectoryW(ftp, wide("dw")));
    CHECK(FtpSetCurrentDirectoryA(ftp, "da"));
    CHECK(FtpGetCurrentDirectoryA(ftp, path, &size) && size == strlen(path) && path[0] == '/');
    CHECK(FtpSetCurrentDirectoryW(ftp, wide("\\")));
    size = MAX_PATH;
    CHECK(FtpGetCurrentDirectoryW(ftp, wide_path, &size) && wide_path[0] == '/' && wide_path[size] == 0);
    FAILS(FtpGetCurrentDirectoryA(ftp, path, &small), ERROR_INSUFFICIENT_BUFFER);
    CHECK(small == 2);
    CHECK(FtpRemoveDirectoryA(ftp, "da"));
    CHECK(FtpRemoveDirectoryW(ftp, wide("dw")));
}

static void listings(HINTERNET ftp)
{
    WIN32_FIND_DATAA a;
    WIN32_FIND_DATAW w;
    HINTERNET find = FtpFindFirstFileA(ftp, "*.txt", &a, INTERNET_FLAG_RELOAD, 0);

    CHECK(find != NULL && strcmp(a.cFileName, "one.txt") == 0 && a.nFileSizeLow == 5);
    CHECK(InternetFindNextFileA(find, &a) && strcmp(a.cFileName, "two.txt") == 0);
    FAILS(InternetFindNextFileA(find, &a), ERROR_NO_MORE_FILES);
    CHECK(InternetCloseHandle(find));
    find = FtpFindFirstFileW(ftp, NULL, &w, INTERNET_FLAG_RELOAD, 0);
    CHECK(find != NULL && w.cFileName[0] == 'f' && (w.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0);
    CHECK(InternetFindNextFileW(find, &w) && w.cFileName[0] == 'o' && w.cFileName[6] == 't' && w.cFileName[7] == 0);
    CHECK(InternetCloseHandle(find));
    FAILS(FtpFindFirstFileA(ftp, "*.none", &a, INTERNET_FLAG_RELOAD, 0), ERROR_NO_MORE_FILES);
}

static void commands(HINTERNET ftp)
{
    char text[200] = "";
    DWORD size = sizeof text;
    DWORD error = 7;
    HINTERNET data = NULL;
    DWORD count = 0;

    CHECK(FtpCommandA(ftp, FALSE, FTP_TRANSFER_TYPE_ASCII, "NOOP", 0, NULL));
    CHECK(InternetGetLastResponseInfoA(&error, text, &size) && error == 0 && strncmp(text, "200", 3) == 0);
    CHECK(FtpCommandW(ftp, FALSE, FTP_TRANSFER_TYPE_ASCII, wide("NOOP"), 0, NULL));
    CHECK(FtpCommandA(ftp, TRUE, FTP_TRANSFER_TYPE_ASCII, "RETR x", 0, &data) && data != NULL);
    CHECK(InternetReadFile(data, text, sizeof text, &count) && count == 6 && memcmp(text, "from x", 6) == 0);
    CHECK(InternetCloseHandle(data));
    FAILS(FtpCommandA(ftp, FALSE, FTP_TRANSFER_TYPE_ASCII, "", 0, NULL), ERROR_INVALID_PARAMETER);
}

int main(int argc, char **argv)
{
    HINTERNET session = InternetOpenA("c", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET ftp;

    if (argc != 3) {
        return 2;
    }
    snprintf(folder, sizeof folder, "%s", argv[2]);
    ftp = InternetConnectA(session, "127.0.0.1", (INTERNET_PORT) atoi(argv[1]), "me", "secret", INTERNET_SERVICE_FTP,
        INTERNET_FLAG_PASSIVE, 0);
    CHECK(ftp != NULL);
    files(ftp);
    names(ftp);
    folders(ftp);
    listings(ftp);
    commands(ftp);
    CHECK(InternetCloseHandle(session));
    FAILS(FtpDeleteFileA(ftp, "x"), ERROR_INVALID_HANDLE);
    printf("%d failures\n", failures);
    return failures == 0 ? 0 : 1;
}

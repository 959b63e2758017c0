// title URL: the title of a page, in C++ and UTF-16.
#define UNICODE
#define _UNICODE
#include <windows.h>
#include <wininet.h>
#include <tchar.h>
#include <string>

int _tmain(int argc, TCHAR *argv[])
{
    if (argc != 2)
        return 2;
    HINTERNET session = InternetOpen(TEXT("title"), INTERNET_OPEN_TYPE_DIRECT, nullptr, nullptr, 0);
    HINTERNET page = InternetOpenUrl(session, argv[1], _T("Accept: text/html\r\n"), -1L, INTERNET_FLAG_RELOAD, 0);
    if (!page) {
        _tprintf(_T("error %lu\n"), GetLastError());
        return 1;
    }
    std::string text;
    char part[100];
    DWORD read = 0;
    while (InternetReadFile(page, part, sizeof part, &read) && read > 0)
        text.append(part, read);
    std::basic_string<TCHAR> wide(text.size(), TEXT('\0'));
    wide.resize(MultiByteToWideChar(CP_UTF8, 0, text.c_str(), (int)text.size(), &wide[0], (int)wide.size()));
    auto begin = wide.find(TEXT("<title>")), end = wide.find(TEXT("</title>"));
    if (begin != wide.npos && end != wide.npos)
        _tprintf(TEXT("%s: %u characters\n"), wide.substr(begin + 7, end - begin - 7).c_str(), (UINT)(end - begin - 7));
    InternetCloseHandle(page);
    InternetCloseHandle(session);
    return 0;
}

// InternetOpenUrlA is named in a comment only.
#include <windows.h>
#include <wininet.h>
/* HttpOpenRequestW
   InternetCrackUrl */
static const char *text = "InternetGetCookieA(";
static const wchar_t *raw = LR"x(FtpPutFileW(" )" )x";
HINTERNET WINAPI InternetConnectA(HINTERNET, LPCSTR, INTERNET_PORT, LPCSTR, LPCSTR, DWORD, DWORD, DWORD_PTR);
typedef BOOL (WINAPI *ReadFunction)(HINTERNET, LPVOID, DWORD, LPDWORD);

int fetch(Api *api, HMODULE library)
{
    HINTERNET session = InternetOpen(_T("fetch"), INTERNET_OPEN_TYPE_PRECONFIG, 0, 0, INTERNET_FLAG_ASYNC);
    int million = 1'000'000; char quote = '"'; HINTERNET url = ::InternetOpenUrlW(session, L"http://h.test/", 0, 0, 0, 1);
    ReadFunction read = (ReadFunction)GetProcAddress(library, "Internet" "ReadFile");
    FARPROC other = GetProcAddress(GetModuleHandle(TEXT("wininet.dll")), "NoSuchFunction");
    DWORD timeout = 1000;
    InternetSetOptionA(session, INTERNET_OPTION_CONNECT_TIMEOUT, &timeout, sizeof timeout);
    InternetSetOptionA(session, 0x1F, &timeout, sizeof timeout);
    InternetSetOptionA(session, INTERNET_OPTION_OF_TOMORROW, 0, 0); \
    // this comment goes on \
    FtpGetFileA(0);
    api->InternetCloseHandle(session);
    if (GetLastError() == ERROR_INTERNET_TIMEOUT) return GopherOpenFileA(session, 0, 0, 0, 0) == NULL;
    return AppCacheGetIEGroupList(0);
}

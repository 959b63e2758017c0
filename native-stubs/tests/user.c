/* Compiled as C11 and C++17, with and without UNICODE: a program that uses the names without suffix. */
#include <wininet.h>

static VOID CALLBACK on_status(HINTERNET hInternet, DWORD_PTR dwContext, DWORD dwInternetStatus,
    LPVOID lpvStatusInformation, DWORD dwStatusInformationLength) {
    (void)hInternet;
    (void)dwContext;
    (void)dwInternetStatus;
    (void)lpvStatusInformation;
    (void)dwStatusInformationLength;
}

int main(void) {
    HINTERNET session = InternetOpen(TEXT("agent"), INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, INTERNET_FLAG_ASYNC);
    if (session == NULL || InternetSetStatusCallback(session, on_status) == INTERNET_INVALID_STATUS_CALLBACK) {
        return (int)GetLastError();
    }
    INTERNET_BUFFERS buffers;
    URL_COMPONENTS parts;
    buffers.dwStructSize = sizeof buffers;
    parts.dwStructSize = sizeof parts;
    parts.nScheme = INTERNET_SCHEME_HTTP;
    (void)InternetCrackUrl(TEXT("http://example.com/"), 0, ICU_DECODE, &parts);
    return InternetReadFileEx(session, &buffers, IRF_ASYNC, 1) && InternetCloseHandle(session) ? 0 : 1;
}

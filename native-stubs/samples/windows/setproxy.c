/* setproxy PROXY [BYPASS]: a program of Windows's other kind of main. Gives a session its proxy, and asks for it. */
#include <stdio.h>
#include <windows.h>
#include <wininet.h>

#pragma comment(lib, "wininet.lib")

int WINAPI WinMain(HINSTANCE instance, HINSTANCE previous, LPSTR line, int show) {
    INTERNET_PER_CONN_OPTION_LISTA list;
    INTERNET_PER_CONN_OPTIONA options[3];
    DWORD size = sizeof list;
    char *bypass = strchr(line, ' ');
    HINTERNET session = InternetOpenA("setproxy/1.0", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);

    printf("[%s] %s, %s, show %d\n", line, instance == GetModuleHandle(NULL) ? "this one" : "another",
        previous == NULL ? "alone" : "not alone", show);
    if (bypass != NULL) {
        *bypass++ = '\0';
    }
    options[0].dwOption = INTERNET_PER_CONN_FLAGS;
    options[0].Value.dwValue = PROXY_TYPE_DIRECT | PROXY_TYPE_PROXY;
    options[1].dwOption = INTERNET_PER_CONN_PROXY_SERVER;
    options[1].Value.pszValue = line;
    options[2].dwOption = INTERNET_PER_CONN_PROXY_BYPASS;
    options[2].Value.pszValue = bypass;
    list.dwSize = sizeof list;
    list.pszConnection = NULL;
    list.dwOptionCount = 3;
    list.dwOptionError = 0;
    list.pOptions = options;
    if (!InternetSetOptionA(session, INTERNET_OPTION_PER_CONNECTION_OPTION, &list, size)
        || !InternetQueryOptionA(session, INTERNET_OPTION_PER_CONNECTION_OPTION, &list, &size)) {
        printf("error %lu\n", GetLastError());
        return 1;
    }
    printf("flags %lu, proxy %s, not for %s\n", options[0].Value.dwValue, options[1].Value.pszValue,
        options[2].Value.pszValue == NULL ? "none" : options[2].Value.pszValue);
    GlobalFree(options[1].Value.pszValue);
    if (options[2].Value.pszValue != NULL) {
        GlobalFree(options[2].Value.pszValue);
    }
    InternetCloseHandle(session);
    return 0;
}

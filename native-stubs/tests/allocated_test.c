/* Texts that the library allocates for its caller are freed by GlobalFree; prints what option 75 answers. */
#include <wininet.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    INTERNET_PER_CONN_OPTIONA options[2];
    INTERNET_PER_CONN_OPTION_LISTA list;
    DWORD size = sizeof list;
    memset(options, 0, sizeof options);
    memset(&list, 0, sizeof list);
    list.dwSize = sizeof list;
    list.dwOptionCount = 2;
    list.pOptions = options;
    options[0].dwOption = INTERNET_PER_CONN_FLAGS;
    options[0].Value.dwValue = PROXY_TYPE_DIRECT | PROXY_TYPE_PROXY;
    options[1].dwOption = INTERNET_PER_CONN_PROXY_SERVER;
    options[1].Value.pszValue = (LPSTR)"proxy:8080";
    if (!InternetSetOptionA(NULL, INTERNET_OPTION_PER_CONNECTION_OPTION, &list, sizeof list)) {
        printf("set: %u\n", (unsigned)GetLastError());
        return 1;
    }
    options[0].Value.dwValue = 0;
    options[1].Value.pszValue = NULL;
    if (!InternetQueryOptionA(NULL, INTERNET_OPTION_PER_CONNECTION_OPTION, &list, &size)) {
        printf("query: %u\n", (unsigned)GetLastError());
        return 1;
    }
    printf("%u %s\n", (unsigned)options[0].Value.dwValue, options[1].Value.pszValue);
    GlobalFree(options[1].Value.pszValue);
    return 0;
}

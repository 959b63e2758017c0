/*
 * Memory that the library allocates for its caller: texts are freed by GlobalFree, cookies by InternetFreeCookies,
 * proxies by InternetFreeProxyInfoList. Prints what option 75 answers, how many cookies there are, which proxies, and
 * whether the sanitizer finds them freed.
 */
#include <wininet.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#else
#define __asan_address_is_poisoned(address) ((void)(address), 1)
#endif

static int print_cookies(void) {
    static const WCHAR url[] = u"http://cookies.test/";
    INTERNET_COOKIE2 *cookies = NULL;
    DWORD count = 0;
    if (!InternetSetCookieW(url, u"a", u"1") || !InternetSetCookieW(url, u"b", u"2")) {
        printf("set cookie: %u\n", (unsigned)GetLastError());
        return 1;
    }
    DWORD error = InternetGetCookieEx2(url, NULL, 0, &cookies, &count);
    if (error != ERROR_SUCCESS) {
        printf("get cookies: %u\n", (unsigned)error);
        return 1;
    }
    int before = __asan_address_is_poisoned(cookies);
    InternetFreeCookies(cookies, count);
    InternetFreeCookies(NULL, 0);
    printf("%u cookies, %s, %s\n", (unsigned)count, before ? "bad" : "good",
        __asan_address_is_poisoned(cookies) ? "freed" : "not freed");
    return 0;
}

static int print_proxies(void) {
    WININET_PROXY_INFO_LIST list = {7, NULL};
    HINTERNET session = InternetOpenW(NULL, INTERNET_OPEN_TYPE_PROXY, u"near:1 far:2", NULL, 0);
    DWORD error = InternetGetProxyForUrl(session, u"http://server.test/", &list);
    if (error != ERROR_SUCCESS) {
        printf("get proxies: %u\n", (unsigned)error);
        return 1;
    }
    for (DWORD i = 0; i < list.dwProxyInfoCount; i++) {
        const WININET_PROXY_INFO *way = &list.pProxyInfo[i];
        printf("%d %c%c %u ", way->fProxy, (char)way->pwszProxy[0], (char)way->pwszProxy[1], (unsigned)way->ProxyPort);
    }
    const void *freed = list.pProxyInfo;
    InternetFreeProxyInfoList(&list);
    printf("%s %u\n", __asan_address_is_poisoned(freed) ? "freed" : "not freed", (unsigned)list.dwProxyInfoCount);
    InternetFreeProxyInfoList(&list);
    InternetFreeProxyInfoList(NULL);
    error = InternetGetProxyForUrl(NULL, u"http://server.test/", &list);
    BOOL strict = TRUE;
    DWORD asked = HttpIsHostHstsEnabled(u"http://server.test/", &strict);
    printf("%u %u %d %u\n", (unsigned)error, (unsigned)asked, strict, (unsigned)HttpIsHostHstsEnabled(NULL, NULL));
    return InternetCloseHandle(session) ? 0 : 1;
}

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
    return print_cookies() || print_proxies();
}

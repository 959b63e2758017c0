/*
 * A library in the place of wininet that answers with success and pointers to nothing, or fails and leaves such pointers
 * behind. Option 9999 chooses the pointer.
 */
#define _GNU_SOURCE
#include <wininet.h>

#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#define EXPORT __attribute__((visibility("default")))
#define PAGE 4096

enum { CHOICE = 9999, FAILING = 10 };

static char *pages;
static char *bad;
static BOOL result = TRUE;
static INTERNET_STATUS_CALLBACK callback;

/* Two pages: the second cannot be read. */
static void choose(DWORD kind) {
    if (!pages) {
        pages = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        memset(pages, 'x', PAGE);
        mprotect(pages + PAGE, PAGE, PROT_NONE);
    }
    char *kinds[] = {(char *)16, pages + PAGE, pages + PAGE - 6, (char *)0x7f0000000000, (char *)0xdead000000000000};
    bad = kinds[kind % (sizeof kinds / sizeof *kinds)];
    result = kind < FAILING;
}

static BOOL answer(void) {
    errno = result ? 0 : ERROR_INTERNET_INTERNAL_ERROR;
    return result;
}

static void spoil(void *memory, size_t size) {
    for (size_t i = 0; i + sizeof bad <= size; i += sizeof bad) {
        memcpy((char *)memory + i, &bad, sizeof bad);
    }
}

EXPORT HINTERNET InternetOpenW(LPCWSTR agent, DWORD type, LPCWSTR proxy, LPCWSTR bypass, DWORD flags) {
    (void)agent, (void)type, (void)proxy, (void)bypass, (void)flags;
    return (HINTERNET)4;
}

EXPORT BOOL InternetCloseHandle(HINTERNET handle) {
    (void)handle;
    return TRUE;
}

EXPORT INTERNET_STATUS_CALLBACK InternetSetStatusCallbackW(HINTERNET handle, INTERNET_STATUS_CALLBACK chosen) {
    (void)handle;
    callback = chosen;
    return (INTERNET_STATUS_CALLBACK)(uintptr_t)bad;
}

EXPORT BOOL InternetSetOptionW(HINTERNET handle, DWORD option, LPVOID buffer, DWORD length) {
    (void)handle, (void)length;
    if (option == CHOICE) {
        choose(*(DWORD *)buffer);
        return TRUE;
    }
    return answer();
}

EXPORT BOOL InternetQueryOptionW(HINTERNET handle, DWORD option, LPVOID buffer, LPDWORD length) {
    (void)handle;
    if (option == INTERNET_OPTION_PER_CONNECTION_OPTION) {
        LPINTERNET_PER_CONN_OPTION_LISTW list = buffer;
        for (DWORD i = 0; i < list->dwOptionCount; i++) {
            spoil(&list->pOptions[i].Value, sizeof list->pOptions[i].Value);
        }
        return answer();
    }
    if (buffer) {
        spoil(buffer, *length);
    }
    return answer();
}

EXPORT BOOL InternetCrackUrlW(LPCWSTR url, DWORD length, DWORD flags, LPURL_COMPONENTSW parts) {
    (void)url, (void)length, (void)flags;
    parts->lpszScheme = parts->lpszHostName = parts->lpszUrlPath = (LPWSTR)(void *)bad;
    parts->dwSchemeLength = parts->dwHostNameLength = parts->dwUrlPathLength = 0x7fffffff;
    return answer();
}

EXPORT DWORD InternetGetCookieEx2(LPCWSTR url, LPCWSTR name, DWORD flags, INTERNET_COOKIE2 **cookies, PDWORD count) {
    (void)url, (void)name, (void)flags;
    *cookies = (INTERNET_COOKIE2 *)(void *)bad;
    *count = 0x7fffffff;
    return result ? 0 : ERROR_INTERNET_INTERNAL_ERROR;
}

EXPORT DWORD InternetGetProxyForUrl(HINTERNET session, LPCWSTR url, WININET_PROXY_INFO_LIST *list) {
    (void)session, (void)url;
    list->pProxyInfo = (WININET_PROXY_INFO *)(void *)bad;
    list->dwProxyInfoCount = 0x7fffffff;
    return result ? 0 : ERROR_INTERNET_INTERNAL_ERROR;
}

EXPORT BOOL GetUrlCacheEntryInfoW(LPCWSTR url, LPINTERNET_CACHE_ENTRY_INFOW entry, LPDWORD length) {
    (void)url;
    spoil(entry, *length);
    return answer();
}

EXPORT BOOL InternetGetSecurityInfoByURLW(LPCWSTR url, PCCERT_CHAIN_CONTEXT *chain, DWORD *flags) {
    (void)url, (void)flags;
    *chain = (PCCERT_CHAIN_CONTEXT)(void *)bad;
    return answer();
}

/* Reports every status, each with the pointer. */
EXPORT BOOL HttpSendRequestW(HINTERNET request, LPCWSTR headers, DWORD length, LPVOID data, DWORD size) {
    (void)headers, (void)length, (void)data, (void)size;
    for (DWORD status = 1; status < 400; status++) {
        callback(request, 7, status, bad, status % 3 ? 0x7fffffff : 8);
    }
    return answer();
}

/* URL functions: no server is asked. */
#include "harness.h"

#include <string.h>

static void say_part(const char *label, const char *text, DWORD length) {
    if (text == NULL) {
        say("  %s NULL, length %u", label, (unsigned)length);
    } else {
        say_text(label, text, length);
    }
}

static void crack_in_place(const char *url, DWORD flags) {
    URL_COMPONENTSA parts;
    memset(&parts, 0, sizeof parts);
    parts.dwStructSize = sizeof parts;
    parts.dwSchemeLength = parts.dwHostNameLength = parts.dwUserNameLength = parts.dwPasswordLength = 1;
    parts.dwUrlPathLength = parts.dwExtraInfoLength = 1;
    say_text("URL", url, strlen(url));
    if (TRY(InternetCrackUrlA(url, 0, flags, &parts))) {
        say("  scheme %d, port %u", (int)parts.nScheme, parts.nPort);
        say_part("  scheme", parts.lpszScheme, parts.dwSchemeLength);
        say_part("  host", parts.lpszHostName, parts.dwHostNameLength);
        say_part("  user", parts.lpszUserName, parts.dwUserNameLength);
        say_part("  password", parts.lpszPassword, parts.dwPasswordLength);
        say_part("  path", parts.lpszUrlPath, parts.dwUrlPathLength);
        say_part("  extra", parts.lpszExtraInfo, parts.dwExtraInfoLength);
    }
}

static void crack(void) {
    static const char *const urls[] = {"http://host/path?query#part", "https://user:pass@host:8080/a/b;c?d",
        "HTTP://Host", "http://host:80?x", "ftp://user@host/dir/;type=a", "file:///C:/dir/file", "mailto:a@b",
        "http://[::1]:81/x", "http://host:0/", "http://:x@host/"};
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        crack_in_place(urls[i], 0);
    }
}

static void crack_refused(void) {
    static const char *const urls[] = {"", "host/path", "http:", "http:host", "://host", "strange://host/x",
        "http://host:99999/", "http://host:abc/", "http:///path", "1http://host/"};
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        crack_in_place(urls[i], 0);
    }
    TRY(InternetCrackUrlA(NULL, 0, 0, NULL));
    TRY(InternetCrackUrlA("http://host/", 0, 0, NULL));
    URL_COMPONENTSA parts;
    memset(&parts, 0, sizeof parts);
    TRY(InternetCrackUrlA("http://host/", 0, 0, &parts));
}

static void crack_copying(DWORD host_size, DWORD path_size, DWORD flags) {
    char host[50], path[50];
    URL_COMPONENTSA parts;
    memset(&parts, 0, sizeof parts);
    memset(host, '#', sizeof host);
    memset(path, '#', sizeof path);
    parts.dwStructSize = sizeof parts;
    parts.lpszHostName = host;
    parts.dwHostNameLength = host_size;
    parts.lpszUrlPath = path;
    parts.dwUrlPathLength = path_size;
    say("room for %u and %u", (unsigned)host_size, (unsigned)path_size);
    TRY(InternetCrackUrlA("http://example/a%20b/c%2fd", 0, flags, &parts));
    say("  lengths %u and %u", (unsigned)parts.dwHostNameLength, (unsigned)parts.dwUrlPathLength);
    say_text("  host", host, 10);
    say_text("  path", path, 16);
}

static void crack_buffers(void) {
    crack_copying(50, 50, 0);
    crack_copying(8, 16, 0);
    crack_copying(7, 50, 0);
    crack_copying(50, 5, 0);
    crack_copying(0, 50, 0);
    crack_copying(50, 50, ICU_DECODE);
    crack_copying(50, 50, ICU_ESCAPE);
}

static void crack_wide(void) {
    WCHAR host[50];
    URL_COMPONENTSW parts;
    memset(&parts, 0, sizeof parts);
    parts.dwStructSize = sizeof parts;
    parts.lpszHostName = host;
    parts.dwHostNameLength = 50;
    parts.dwUrlPathLength = 1;
    TRY(InternetCrackUrlW(W("http://h\u00e9te/p\u00e4th"), 0, 0, &parts));
    say_wide("host", host, parts.dwHostNameLength + 1);
    say_wide("path", parts.lpszUrlPath, parts.dwUrlPathLength);
    parts.lpszUrlPath = NULL; /* else it would be where to copy the path to */
    parts.dwHostNameLength = 2;
    TRY(InternetCrackUrlW(W("http://host/"), 0, 0, &parts));
    say("length %u", (unsigned)parts.dwHostNameLength);
    parts.dwHostNameLength = 50;
    TRY(InternetCrackUrlW(W("http://host/path"), 11, 0, &parts));
    say_wide("host", host, parts.dwHostNameLength);
}

static void say_created(URL_COMPONENTSA *parts, DWORD flags, DWORD size) {
    char url[200];
    memset(url, '#', sizeof url);
    if (TRY(InternetCreateUrlA(parts, flags, url, &size))) {
        say_text("  url", url, size + 1);
    }
    say("  size %u", (unsigned)size);
}

static void create(void) {
    URL_COMPONENTSA parts;
    memset(&parts, 0, sizeof parts);
    say_created(&parts, 0, 200);
    parts.dwStructSize = sizeof parts;
    say_created(&parts, 0, 200);
    parts.lpszScheme = (LPSTR) "http";
    parts.lpszHostName = (LPSTR) "host";
    parts.lpszUrlPath = (LPSTR) "/path";
    say_created(&parts, 0, 200);
    parts.nPort = 8080;
    parts.lpszUserName = (LPSTR) "user";
    parts.lpszPassword = (LPSTR) "pass";
    parts.lpszExtraInfo = (LPSTR) "?q=1#x";
    say_created(&parts, 0, 200);
    say_created(&parts, 0, 10);
    parts.nPort = 80;
    parts.lpszUrlPath = (LPSTR) "no slash<>";
    say_created(&parts, 0, 200);
    say_created(&parts, ICU_ESCAPE, 200);
    parts.lpszScheme = NULL;
    parts.nScheme = INTERNET_SCHEME_HTTPS;
    say_created(&parts, 0, 200);
    parts.lpszUserName = NULL;
    say_created(&parts, 0, 200);
    TRY(InternetCreateUrlA(NULL, 0, NULL, NULL));
}

static void say_canonical(const char *url, DWORD flags) {
    char to[300];
    DWORD size = sizeof to;
    say_text("URL", url, strlen(url));
    if (TRY(InternetCanonicalizeUrlA(url, to, &size, flags))) {
        say_text("  url", to, size);
    }
}

static void canonicalize(void) {
    static const char *const urls[] = {"http://host/a b", "http://host/a/./b/../c", "http://host", "HTTP://HOST/Path",
        "http://host/%41%20%2f", "http://host/a?b c#d e", "http://host/<>\"{}|\\^`", "http://host:80/",
        "  http://host/  ", "file:///C:/a b", "C:\\dir\\file", "host/path", "http://host/\t\na"};
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        say_canonical(urls[i], 0);
    }
}

static void canonicalize_flags(void) {
    const char *url = "http://host/a b/./%41?c d";
    say_canonical(url, ICU_BROWSER_MODE);
    say_canonical(url, ICU_DECODE);
    say_canonical(url, ICU_DECODE | ICU_NO_ENCODE);
    say_canonical(url, ICU_NO_ENCODE);
    say_canonical(url, ICU_NO_META);
    say_canonical(url, ICU_ENCODE_SPACES_ONLY);
    say_canonical(url, ICU_ENCODE_PERCENT);
}

static void canonicalize_buffers(void) {
    char to[50] = "########";
    WCHAR wide[50];
    DWORD size = 5;
    TRY(InternetCanonicalizeUrlA("http://host/", to, &size, 0));
    say("size %u, %c", (unsigned)size, to[0]);
    size = 12;
    TRY(InternetCanonicalizeUrlA("http://host/", to, &size, 0));
    say("size %u", (unsigned)size);
    size = 13;
    TRY(InternetCanonicalizeUrlA("http://host/", to, &size, 0));
    say("size %u", (unsigned)size);
    size = 0;
    TRY(InternetCanonicalizeUrlA("http://host/", NULL, &size, 0));
    say("size %u", (unsigned)size);
    size = 5;
    TRY(InternetCanonicalizeUrlW(W("http://host/"), wide, &size, 0));
    say("size %u", (unsigned)size);
    TRY(InternetCanonicalizeUrlA("http://host/", to, NULL, 0));
}

static void combine(void) {
    static const char *const others[] = {"c", "/c", "../c", "?q", "#f", "//other/x", "https://other/", "", ".", "a b"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char to[100];
        DWORD size = sizeof to;
        say_text("relative", others[i], strlen(others[i]));
        if (TRY(InternetCombineUrlA("http://host/a/b?x#y", others[i], to, &size, 0))) {
            say_text("  url", to, size);
        }
    }
    char to[100];
    DWORD size = 5;
    TRY(InternetCombineUrlA("http://host/a", "b", to, &size, 0));
    say("size %u", (unsigned)size);
    size = sizeof to;
    TRY(InternetCombineUrlA(NULL, "b", to, &size, 0));
    TRY(InternetCombineUrlA("http://host/a", NULL, to, &size, 0));
}

const scenario url_scenarios[] = {{"urls.crack", crack}, {"urls.crack_refused", crack_refused},
    {"urls.crack_buffers", crack_buffers}, {"urls.crack_wide", crack_wide}, {"urls.create", create},
    {"urls.canonicalize", canonicalize}, {"urls.canonicalize_flags", canonicalize_flags},
    {"urls.canonicalize_buffers", canonicalize_buffers}, {"urls.combine", combine}, {NULL, NULL}};

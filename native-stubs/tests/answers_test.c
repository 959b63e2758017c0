/* What URL, cookie, option and connectivity functions answer to a C program, in both forms. */
#include <string.h>
#include <wininet.h>

#include "check.h"

static void copy_wide(WCHAR *to, const char *from)
{
    while ((*to++ = (WCHAR) (unsigned char) *from++) != 0) {
    }
}

static int is_wide(const WCHAR *text, const char *expected)
{
    while (*text == (WCHAR) (unsigned char) *expected && *expected != 0) {
        text++;
        expected++;
    }
    return *text == (WCHAR) (unsigned char) *expected;
}

/* R-CRACK-7, R-CRACK-21, R-CRACK-22 */
static void crack(void)
{
    URL_COMPONENTSA c;
    URL_COMPONENTSW w;
    char path[100];
    WCHAR wide_path[100];
    WCHAR url[100];

    memset(&c, 0, sizeof c);
    c.dwStructSize = sizeof c;
    CHECK(InternetCrackUrlA("gopher://host/1", 0, 0, &c) && c.nScheme == INTERNET_SCHEME_GOPHER && c.nPort == 0);
    CHECK(InternetCrackUrlA("ftp://host/1", 0, 0, &c) && c.nPort == 21);

    memset(&w, 0, sizeof w);
    w.dwStructSize = sizeof w;
    w.lpszUrlPath = wide_path;
    w.dwUrlPathLength = 100;
    copy_wide(url, "file:///C:/a/..");
    CHECK(InternetCrackUrlW(url, 0, 0, &w) && is_wide(wide_path, "C:\\a\\..\\") && w.dwUrlPathLength == 8);

    memset(&c, 0, sizeof c);
    c.dwStructSize = sizeof c;
    c.lpszUrlPath = path;
    c.dwUrlPathLength = 100;
    CHECK(InternetCrackUrlA("file:///C:/a/.", 0, 0, &c) && strcmp(path, "C:\\a\\.\\") == 0);
    c.dwUrlPathLength = 0;
    FAILS(InternetCrackUrlA("http://h/a%20b", 0, ICU_DECODE, &c), ERROR_INSUFFICIENT_BUFFER);
    w.dwUrlPathLength = 0;
    copy_wide(url, "http://h/a%20b");
    FAILS(InternetCrackUrlW(url, 0, ICU_DECODE, &w), ERROR_INSUFFICIENT_BUFFER);
}

/* R-CREATE-13, R-CANON-11 */
static void create(void)
{
    static const char expected[] = "http://u\0\0\0\0\0\0\0:\0\0\0\0\0\0\0\0@host";
    URL_COMPONENTSA c;
    URL_COMPONENTSW w;
    char user[8] = "u", password[8] = "", url[100];
    WCHAR wide_user[8] = {'u'}, wide_password[8] = {0}, wide_host[] = {'h', 'o', 's', 't', 0}, wide_url[100];
    WCHAR name[100];
    DWORD length = sizeof url;
    DWORD i;

    memset(&c, 0, sizeof c);
    c.dwStructSize = sizeof c;
    c.nScheme = INTERNET_SCHEME_HTTP;
    c.lpszHostName = (char *) "host";
    c.lpszUserName = user;
    c.dwUserNameLength = 8;
    c.lpszPassword = password;
    c.dwPasswordLength = 8;
    CHECK(InternetCreateUrlA(&c, 0, url, &length));
    CHECK(length == sizeof expected - 1 && memcmp(url, expected, sizeof expected) == 0);

    memset(&w, 0, sizeof w);
    w.dwStructSize = sizeof w;
    w.nScheme = INTERNET_SCHEME_HTTP;
    w.lpszHostName = wide_host;
    w.lpszUserName = wide_user;
    w.dwUserNameLength = 8;
    w.lpszPassword = wide_password;
    w.dwPasswordLength = 8;
    length = 100;
    CHECK(InternetCreateUrlW(&w, 0, wide_url, &length) && length == sizeof expected - 1);
    for (i = 0; i < sizeof expected; i++) {
        CHECK(wide_url[i] == (WCHAR) expected[i]);
    }

    length = sizeof url;
    CHECK(InternetCanonicalizeUrlA("http://h/%27/ />", url, &length, ICU_DECODE));
    CHECK(strcmp(url, "http://h/'/%20/%3E") == 0);
    length = 100;
    copy_wide(name, "http://h/%27/ />");
    CHECK(InternetCanonicalizeUrlW(name, wide_url, &length, ICU_DECODE) && is_wide(wide_url, "http://h/'/%20/%3E"));
}

/* R-COOKIE-28, R-COOKIE-42 to R-COOKIE-45, R-PROJ-COOKIE-1, R-PROJ-COOKIE-2 */
static void cookies(void)
{
    static const char url[] = "http://www.example.org/dir/page";
    char data[200];
    DWORD size = sizeof data;

    CHECK(InternetSetCookieExA(url, "hidden", "1; httponly", 0, 0) == COOKIE_STATE_REJECT);
    CHECK(GetLastError() == ERROR_INVALID_OPERATION);
    CHECK(InternetSetCookieExA(url, "hidden", "1; httponly", INTERNET_COOKIE_HTTPONLY, 0) == COOKIE_STATE_ACCEPT);
    CHECK(InternetSetCookieExA(url, "hidden", "2", 0, 0) == COOKIE_STATE_REJECT);
    CHECK(GetLastError() == ERROR_INVALID_OPERATION);
    FAILS(InternetSetCookieA("no scheme", "a", NULL), ERROR_INVALID_PARAMETER);
    FAILS(InternetSetCookieA("no scheme", "a", "b"), ERROR_INTERNET_UNRECOGNIZED_SCHEME);
    FAILS(InternetSetCookieA(url, "a;b", "c"), ERROR_INVALID_PARAMETER);

    CHECK(InternetSetCookieA(url, "server", "server") && InternetSetCookieA(url, NULL, "server"));
    CHECK(InternetGetCookieA(url, NULL, data, &size) && strcmp(data, "server") == 0);
    CHECK(InternetSetCookieA(url, "server", "; max-age=0"));
    CHECK(InternetSetCookieA(url, "p", "1; path=/foo") && InternetSetCookieA(url, "q", "2; path=none"));
    size = sizeof data;
    CHECK(InternetGetCookieA("http://www.example.org/dir/other", NULL, data, &size) && strcmp(data, "q=2") == 0);
    size = sizeof data;
    CHECK(InternetGetCookieA("http://www.example.org/foo/x", NULL, data, &size) && strcmp(data, "p=1") == 0);
    size = sizeof data;
    FAILS(InternetGetCookieA("http://www.example.org/foobar", NULL, data, &size), ERROR_NO_MORE_ITEMS);
}

/* R-OPT-20, R-OPT-21, R-DIAL-10, R-PROJ-URL-1 */
static void options(void)
{
    INTERNET_PER_CONN_OPTIONA option;
    INTERNET_PER_CONN_OPTION_LISTA list;
    DWORD size = sizeof list;
    DWORD flags = 0;
    HINTERNET session = InternetOpenA("agent", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);

    CHECK(session != NULL);
    CHECK(InternetSetOptionA(session, INTERNET_OPTION_END_BROWSER_SESSION, NULL, 0));
    CHECK(InternetSetOptionA(NULL, INTERNET_OPTION_END_BROWSER_SESSION, NULL, 0));

    memset(&option, 0, sizeof option);
    memset(&list, 0, sizeof list);
    option.dwOption = INTERNET_PER_CONN_FLAGS;
    option.Value.dwValue = PROXY_TYPE_DIRECT | PROXY_TYPE_PROXY;
    list.dwSize = sizeof list;
    list.dwOptionCount = 1;
    list.pOptions = &option;
    CHECK(InternetSetOptionA(session, INTERNET_OPTION_PER_CONNECTION_OPTION, &list, sizeof list));
    CHECK(InternetQueryOptionA(session, INTERNET_OPTION_PER_CONNECTION_OPTION, &list, &size));
    CHECK(option.Value.dwValue == PROXY_TYPE_DIRECT);

    /* Offline on a machine without a network. */
    CHECK(InternetGetConnectedState(&flags, 0) == ((flags & INTERNET_CONNECTION_OFFLINE) == 0));
    CHECK((flags & ~INTERNET_CONNECTION_OFFLINE) == (INTERNET_CONNECTION_LAN | INTERNET_RAS_INSTALLED));
    FAILS(InternetOpenUrlA(session, "gopher://server.test/", NULL, 0, 0, 0), ERROR_INTERNET_PROTOCOL_NOT_FOUND);
    CHECK(InternetCloseHandle(session));
}

int main(void)
{
    crack();
    create();
    cookies();
    options();
    printf("%d failures\n", failures);
    return failures != 0;
}

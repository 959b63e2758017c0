/* Cookies: by function and by server. Paths below /cookies/ keep them away from the other scenarios. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

static void say_cookie(const char *url) {
    char text[300];
    DWORD size = sizeof text;
    memset(text, '#', sizeof text);
    say("cookies of %s", url);
    if (TRY(InternetGetCookieA(url, NULL, text, &size))) {
        say_text("  cookies", text, strlen(text));
        say("  size %u", (unsigned)size);
    }
}

static void set_and_get(void) {
    TRY(InternetSetCookieA("http://cookies.test/a/b", "one", "1"));
    TRY(InternetSetCookieA("http://cookies.test/a/b", "two", "2; path=/"));
    TRY(InternetSetCookieA("http://cookies.test/a/b", NULL, "three=3; path=/other"));
    say_cookie("http://cookies.test/a/b");
    say_cookie("http://cookies.test/a/");
    say_cookie("http://cookies.test/");
    say_cookie("http://cookies.test/other/x");
    say_cookie("http://www.cookies.test/");
}

static void get_none(void) {
    say_cookie("http://no-cookies.test/");
    say_cookie("");
    say_cookie("junk");
}

static void sizes(void) {
    char text[100];
    DWORD size = 0;
    TRY(InternetSetCookieA("http://sizes.test/", "name", "value"));
    TRY(InternetGetCookieA("http://sizes.test/", NULL, NULL, &size));
    say("size %u", (unsigned)size);
    size = 5;
    TRY(InternetGetCookieA("http://sizes.test/", NULL, text, &size));
    say("size %u", (unsigned)size);
    size = 11;
    TRY(InternetGetCookieA("http://sizes.test/", NULL, text, &size));
    say("size %u", (unsigned)size);
    size = 0;
    TRY(InternetGetCookieW(W("http://sizes.test/"), NULL, NULL, &size));
    say("size %u", (unsigned)size);
}

static void replaced_and_expired(void) {
    TRY(InternetSetCookieA("http://replaced.test/", "name", "one"));
    TRY(InternetSetCookieA("http://replaced.test/", "name", "two"));
    say_cookie("http://replaced.test/");
    TRY(InternetSetCookieA("http://replaced.test/", "name", "x; expires=Thu, 01 Jan 1970 00:00:00 GMT"));
    say_cookie("http://replaced.test/");
}

static void domains(void) {
    TRY(InternetSetCookieA("http://www.domains.test/", "a", "1; domain=domains.test"));
    TRY(InternetSetCookieA("http://www.domains.test/", "b", "2; domain=.domains.test"));
    TRY(InternetSetCookieA("http://www.domains.test/", "c", "3; domain=elsewhere.test"));
    TRY(InternetSetCookieA("http://www.domains.test/", "d", "4; domain=test"));
    say_cookie("http://www.domains.test/");
    say_cookie("http://other.domains.test/");
    say_cookie("http://domains.test/");
}

static void flags(void) {
    char text[100];
    DWORD size = sizeof text;
    NUMBER(InternetSetCookieExA("http://flags.test/", "seen", "1", 0, 0));
    NUMBER(InternetSetCookieExA("http://flags.test/", "hidden", "2; httponly", 0, 0));
    NUMBER(InternetSetCookieExA("http://flags.test/", "hidden", "2; httponly", INTERNET_COOKIE_HTTPONLY, 0));
    say_cookie("http://flags.test/");
    if (TRY(InternetGetCookieExA("http://flags.test/", NULL, text, &size, INTERNET_COOKIE_HTTPONLY, NULL))) {
        say_text("all", text, strlen(text));
    }
    size = sizeof text;
    if (TRY(InternetGetCookieExA("http://flags.test/", "seen", text, &size, 0, NULL))) {
        say_text("named", text, strlen(text));
    }
    NUMBER(InternetSetCookieExA("http://flags.test/", "secure", "3; secure", 0, 0));
    say_cookie("http://flags.test/");
    say_cookie("https://flags.test/");
}

static void refused(void) {
    TRY(InternetSetCookieA(NULL, "a", "b"));
    TRY(InternetSetCookieA("http://refused.test/", "a", NULL));
    TRY(InternetSetCookieA("junk", "a", "b"));
    TRY(InternetSetCookieA("http://refused.test/", NULL, "junk"));
    say_cookie("http://refused.test/");
}

static void visit(const char *path, DWORD flags) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(
        connection, "GET", path, INTERNET_FLAG_RELOAD | INTERNET_FLAG_NO_CACHE_WRITE | flags);
    TRY(HttpSendRequestA(request, NULL, 0, NULL, 0));
    say_echo(request);
    InternetCloseHandle(session);
}

static void by_server(void) {
    char url[100];
    visit("/cookies/server/set", 0);
    server_url(url, "/cookies/server/x");
    say_cookie(url);
    visit("/cookies/server/show", 0);
    visit("/cookies/server/show", INTERNET_FLAG_NO_COOKIES);
}

static void by_function_to_server(void) {
    char url[100];
    server_url(url, "/cookies/function/x");
    TRY(InternetSetCookieA(url, "mine", "yes"));
    visit("/cookies/function/show", 0);
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(
        connection, "GET", "/cookies/function/show", INTERNET_FLAG_RELOAD | INTERNET_FLAG_NO_CACHE_WRITE);
    TRY(HttpSendRequestA(request, "Cookie: own=1", (DWORD)-1, NULL, 0));
    say_echo(request);
    InternetCloseHandle(session);
}

const scenario cookie_scenarios[] = {{"cookies.set_and_get", set_and_get}, {"cookies.get_none", get_none},
    {"cookies.sizes", sizes}, {"cookies.replaced_and_expired", replaced_and_expired}, {"cookies.domains", domains},
    {"cookies.flags", flags}, {"cookies.refused", refused}, {"cookies.by_server", by_server},
    {"cookies.by_function_to_server", by_function_to_server}, {NULL, NULL}};

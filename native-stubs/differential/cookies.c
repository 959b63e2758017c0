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

static void order_of_replaced(void) {
    TRY(InternetSetCookieA("http://order.test/", "a", "1"));
    TRY(InternetSetCookieA("http://order.test/", "b", "2"));
    TRY(InternetSetCookieA("http://order.test/", "a", "3"));
    say_cookie("http://order.test/");
}

static void odd_data(void) {
    TRY(InternetSetCookieA("http://odd.test/", "empty", ""));
    TRY(InternetSetCookieA("http://odd.test/", NULL, "alone"));
    TRY(InternetSetCookieA("http://odd.test/", NULL, "no-value="));
    TRY(InternetSetCookieA("http://odd.test/", NULL, "  spaced  =  x y  ; other=z"));
    TRY(InternetSetCookieA("http://odd.test/", "aged", "1; max-age=0"));
    TRY(InternetSetCookieA("http://odd.test/", "dated", "1; expires=some day"));
    TRY(InternetSetCookieA("http://odd.test/", "equals", "a=b=c"));
    say_cookie("http://odd.test/");
}

static void paths(void) {
    TRY(InternetSetCookieA("http://paths.test/", "a", "1; path=/example"));
    TRY(InternetSetCookieA("http://paths.test/x/y", "b", "2; path=relative"));
    TRY(InternetSetCookieA("http://paths.test/x/y", "c", "3; path="));
    TRY(InternetSetCookieA("http://paths.test", "d", "4"));
    say_cookie("http://paths.test/example");
    say_cookie("http://paths.test/example/code.htm");
    say_cookie("http://paths.test/examplecode");
    say_cookie("http://paths.test/x/y");
    say_cookie("http://paths.test/x");
    say_cookie("http://paths.test");
}

static void domains_of_others(void) {
    TRY(InternetSetCookieA("http://www.shop.com.pl/", "a", "1; domain=shop.com.pl"));
    TRY(InternetSetCookieA("http://www.shop.com.pl/", "b", "2; domain=com.pl"));
    TRY(InternetSetCookieA("http://www.shop.com.pl/", "c", "3; domain=deep.www.shop.com.pl"));
    TRY(InternetSetCookieA("http://WWW.Shop.com.pl/", "d", "4; domain=.WWW.SHOP.com.pl"));
    say_cookie("http://www.shop.com.pl/");
    TRY(InternetSetCookieA("http://127.0.0.1/domain/", "e", "5; domain=0.0.1"));
    TRY(InternetSetCookieA("http://127.0.0.1/domain/", "f", "6; domain=127.0.0.1"));
    TRY(InternetSetCookieA("http://localhost/domain/", "g", "7; domain=localhost"));
    say_cookie("http://127.0.0.1/domain/");
    say_cookie("http://localhost/domain/");
}

static void only_for_http(void) {
    char text[100];
    DWORD size = sizeof text;
    NUMBER(InternetSetCookieExA("http://only.test/", "hidden", "1; httponly", INTERNET_COOKIE_HTTPONLY, 0));
    TRY(InternetSetCookieA("http://only.test/", "hidden", "2"));
    NUMBER(InternetSetCookieExA("http://only.test/", "hidden", "3", 0, 0));
    TRY(InternetSetCookieA("http://only.test/", "hidden", "4; expires=Thu, 01 Jan 1970 00:00:00 GMT"));
    TRY(InternetSetCookieA("http://only.test/", "mine", "5; httponly"));
    say_cookie("http://only.test/");
    if (TRY(InternetGetCookieExA("http://only.test/", NULL, text, &size, INTERNET_COOKIE_HTTPONLY, NULL))) {
        say_text("all", text, strlen(text));
    }
}

static void names(void) {
    char text[100];
    DWORD size = sizeof text;
    TRY(InternetSetCookieA("http://names.test/", "name", "1"));
    TRY(InternetSetCookieA("http://names.test/", "NAME", "2"));
    say_cookie("http://names.test/");
    if (TRY(InternetGetCookieExA("http://names.test/", "name", text, &size, 0, NULL))) {
        say_text("named", text, strlen(text));
    }
    size = sizeof text;
    TRY(InternetGetCookieExA("http://names.test/", "other", text, &size, 0, NULL));
    say("size %u", (unsigned)size);
    size = sizeof text;
    if (TRY(InternetGetCookieA("http://names.test/", "other", text, &size))) {
        say_text("any", text, strlen(text));
    }
}

static void urls_without_host(void) {
    TRY(InternetSetCookieA("about:blank", "a", "b"));
    TRY(InternetSetCookieA("www.nowhere.test", "a", "b"));
    TRY(InternetSetCookieA("", "a", "b"));
    say_cookie("about:blank");
}

static void end_of_session(void) {
    TRY(InternetSetCookieA("http://ended.test/", "session", "1"));
    TRY(InternetSetOptionA(NULL, INTERNET_OPTION_END_BROWSER_SESSION, NULL, 0));
    say_cookie("http://ended.test/");
}

static void decisions(void) {
    ULONG decision = 77;
    TRY(InternetSetPerSiteCookieDecisionA("www.decided.test", COOKIE_STATE_REJECT));
    TRY(InternetGetPerSiteCookieDecisionA("decided.test", &decision));
    say("decision %u", (unsigned)decision);
    NUMBER(InternetSetCookieExA("http://decided.test/", "a", "1", 0, 0));
    TRY(InternetSetCookieA("http://decided.test/", "b", "2"));
    say_cookie("http://decided.test/");
    TRY(InternetClearAllPerSiteCookieDecisions());
    TRY(InternetGetPerSiteCookieDecisionA("decided.test", &decision));
}

static void send_and_echo(const char *path, DWORD flags, const char *headers) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(
        connection, "GET", path, INTERNET_FLAG_RELOAD | INTERNET_FLAG_NO_CACHE_WRITE | flags);
    char text[200];
    DWORD size = sizeof text;
    DWORD index = 0;
    say("GET %s", path);
    TRY(HttpSendRequestA(request, headers, (DWORD)-1, NULL, 0));
    say_echo(request);
    if (TRY(HttpQueryInfoA(request, HTTP_QUERY_COOKIE | HTTP_QUERY_FLAG_REQUEST_HEADERS, text, &size, &index))) {
        say_text("  cookies sent", text, size);
    }
    InternetCloseHandle(session);
}

static void odd_cookies_of_server(void) {
    char url[100], text[300];
    DWORD size = sizeof text;
    send_and_echo("/cookies/odd/odd", 0, NULL);
    server_url(url, "/cookies/odd/x");
    say_cookie(url);
    if (TRY(InternetGetCookieExA(url, NULL, text, &size, INTERNET_COOKIE_HTTPONLY, NULL))) {
        say_text("all", text, strlen(text));
    }
    send_and_echo("/cookies/odd/show", 0, NULL);
    send_and_echo("/cookies/odd/clear", 0, NULL);
    say_cookie(url);
}

static void not_stored(void) {
    char url[100];
    send_and_echo("/cookies/none/set", INTERNET_FLAG_NO_COOKIES, NULL);
    server_url(url, "/cookies/none/x");
    say_cookie(url);
}

static void by_redirect(void) {
    char url[100];
    server_url(url, "/cookies/start/x");
    TRY(InternetSetCookieA(url, "start", "1"));
    server_url(url, "/cookies/end/x");
    TRY(InternetSetCookieA(url, "end", "2"));
    send_and_echo("/cookies/start/redirect", 0, NULL);
    send_and_echo("/cookies/start/redirect", INTERNET_FLAG_NO_COOKIES, NULL);
}

static void own_header(void) {
    char url[100];
    send_and_echo("/cookies/own/show", 0, "Cookie: own=1");
    send_and_echo("/cookies/own/show", INTERNET_FLAG_NO_COOKIES, "Cookie: own=1\r\nCookie: too=2");
    server_url(url, "/cookies/own/x");
    TRY(InternetSetCookieA(url, "jar", "3"));
    send_and_echo("/cookies/own/show", 0, "Cookie: own=1\r\nCookie: too=2");
    send_and_echo("/cookies/own/show", INTERNET_FLAG_NO_COOKIES, "Cookie: own=1");
    send_and_echo("/redirect/302", 0, "Cookie: own=1");
    send_and_echo("/redirect-to/localhost", 0, "Cookie: own=1");
}

const scenario cookie_scenarios[] = {{"cookies.set_and_get", set_and_get}, {"cookies.get_none", get_none},
    {"cookies.sizes", sizes}, {"cookies.replaced_and_expired", replaced_and_expired}, {"cookies.domains", domains},
    {"cookies.flags", flags}, {"cookies.refused", refused}, {"cookies.by_server", by_server},
    {"cookies.by_function_to_server", by_function_to_server}, {"cookies.order_of_replaced", order_of_replaced},
    {"cookies.odd_data", odd_data}, {"cookies.paths", paths}, {"cookies.domains_of_others", domains_of_others},
    {"cookies.only_for_http", only_for_http}, {"cookies.names", names},
    {"cookies.urls_without_host", urls_without_host}, {"cookies.end_of_session", end_of_session},
    {"cookies.decisions", decisions}, {"cookies.odd_cookies_of_server", odd_cookies_of_server},
    {"cookies.not_stored", not_stored}, {"cookies.by_redirect", by_redirect}, {"cookies.own_header", own_header},
    {NULL, NULL}};

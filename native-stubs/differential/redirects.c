/* Redirects: which are followed, with which verb, and which statuses are reported. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

static void follow(const char *verb, const char *path, const char *body, DWORD flags) {
    HINTERNET session = open_session(0);
    HINTERNET connection = open_connection(session);
    HINTERNET request = open_request(connection, verb, path, PLAIN | flags);
    say("%s %s", verb, path);
    TRY(HttpSendRequestA(request, "X-Own: kept", (DWORD)-1, (LPVOID)body, body == NULL ? 0 : (DWORD)strlen(body)));
    say_status(request);
    say_option_text("URL", request, INTERNET_OPTION_URL);
    say_echo(request);
    InternetCloseHandle(request);
    say_callbacks();
    InternetCloseHandle(session);
}

static void found(void) { follow("GET", "/redirect/302", NULL, 0); }

static void posts(void) {
    follow("POST", "/redirect/301", "body", 0);
    follow("POST", "/redirect/302", "body", 0);
    follow("POST", "/redirect/303", "body", 0);
}

static void post_kept(void) { follow("POST", "/redirect/307", "body", 0); }

static void post_308(void) { follow("POST", "/redirect/308", "body", 0); }

static void other_verbs(void) {
    follow("HEAD", "/redirect/302", NULL, 0);
    follow("PUT", "/redirect/302", "body", 0);
    follow("GET", "/redirect/300", NULL, 0);
}

static void not_followed(void) { follow("GET", "/redirect/302", NULL, INTERNET_FLAG_NO_AUTO_REDIRECT); }

static void without_location(void) { follow("GET", "/status/302", NULL, 0); }

static void relative(void) {
    follow("GET", "/redirect-to/relative/x", NULL, 0);
    follow("GET", "/redirect-to/query", NULL, 0);
}

static void with_fragment(void) { follow("GET", "/redirect-to/fragment", NULL, 0); }

static void to_another_name(void) { follow("GET", "/redirect-to/localhost", NULL, 0); }

static void to_a_strange_scheme(void) { follow("GET", "/redirect-to/strange", NULL, 0); }

static void to_a_refused_port(void) { follow("GET", "/redirect-to/refused", NULL, 0); }

static void a_long_way(void) {
    static const int steps[] = {5, 9, 10, 11, 12};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        char path[40];
        sprintf(path, "/redirect-steps/%d", steps[i]);
        exchange e = get(path, PLAIN);
        say_status(e.request);
        close_all(&e);
    }
}

const scenario redirect_scenarios[] = {{"redirects.found", found}, {"redirects.posts", posts},
    {"redirects.post_kept", post_kept}, {"redirects.post_308", post_308}, {"redirects.other_verbs", other_verbs},
    {"redirects.not_followed", not_followed}, {"redirects.without_location", without_location},
    {"redirects.relative", relative}, {"redirects.with_fragment", with_fragment},
    {"redirects.to_another_name", to_another_name}, {"redirects.to_a_strange_scheme", to_a_strange_scheme},
    {"redirects.to_a_refused_port", to_a_refused_port}, {"redirects.a_long_way", a_long_way}, {NULL, NULL}};

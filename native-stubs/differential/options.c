/* Options of handles: values, sizes, errors. */
#include "harness.h"

#include <string.h>

typedef struct {
    HINTERNET session, connection, request;
} handles;

static handles opened(void) {
    handles h;
    h.session = open_session(0);
    h.connection = open_connection(h.session);
    h.request = open_request(h.connection, "GET", "/ok", PLAIN);
    return h;
}

static BOOL set_number(HINTERNET handle, DWORD option, DWORD value) {
    return InternetSetOptionA(handle, option, &value, sizeof value);
}

static void defaults(void) {
    handles h = opened();
    say_option_number("CONNECT_TIMEOUT", h.session, INTERNET_OPTION_CONNECT_TIMEOUT);
    say_option_number("CONNECT_RETRIES", h.session, INTERNET_OPTION_CONNECT_RETRIES);
    say_option_number("SEND_TIMEOUT", h.session, INTERNET_OPTION_SEND_TIMEOUT);
    say_option_number("RECEIVE_TIMEOUT", h.session, INTERNET_OPTION_RECEIVE_TIMEOUT);
    say_option_number("request CONNECT_TIMEOUT", h.request, INTERNET_OPTION_CONNECT_TIMEOUT);
    say_option_number("request SEND_TIMEOUT", h.request, INTERNET_OPTION_SEND_TIMEOUT);
    say_option_number("request RECEIVE_TIMEOUT", h.request, INTERNET_OPTION_RECEIVE_TIMEOUT);
    say_option_number("READ_BUFFER_SIZE", h.request, INTERNET_OPTION_READ_BUFFER_SIZE);
    say_option_number("WRITE_BUFFER_SIZE", h.request, INTERNET_OPTION_WRITE_BUFFER_SIZE);
    say_option_number("ERROR_MASK", h.session, INTERNET_OPTION_ERROR_MASK);
    say_option_number("CODEPAGE", h.session, INTERNET_OPTION_CODEPAGE);
    InternetCloseHandle(h.session);
}

static void inheritance(void) {
    handles h = opened();
    TRY(set_number(h.session, INTERNET_OPTION_RECEIVE_TIMEOUT, 1111));
    say_option_number("existing request", h.request, INTERNET_OPTION_RECEIVE_TIMEOUT);
    HINTERNET connection = open_connection(h.session);
    say_option_number("new connection", connection, INTERNET_OPTION_RECEIVE_TIMEOUT);
    TRY(set_number(connection, INTERNET_OPTION_RECEIVE_TIMEOUT, 2222));
    HINTERNET request = open_request(connection, "GET", "/ok", PLAIN);
    say_option_number("new request", request, INTERNET_OPTION_RECEIVE_TIMEOUT);
    TRY(set_number(request, INTERNET_OPTION_RECEIVE_TIMEOUT, 3333));
    say_option_number("set request", request, INTERNET_OPTION_RECEIVE_TIMEOUT);
    say_option_number("connection", connection, INTERNET_OPTION_RECEIVE_TIMEOUT);
    InternetCloseHandle(h.session);
}

static void sizes(void) {
    handles h = opened();
    DWORD value = 5;
    DWORD size = 4;
    TRY(InternetSetOptionA(h.request, INTERNET_OPTION_RECEIVE_TIMEOUT, &value, 2));
    TRY(InternetSetOptionA(h.request, INTERNET_OPTION_RECEIVE_TIMEOUT, &value, 8));
    TRY(InternetSetOptionA(h.request, INTERNET_OPTION_RECEIVE_TIMEOUT, NULL, 4));
    size = 2;
    TRY(InternetQueryOptionA(h.request, INTERNET_OPTION_RECEIVE_TIMEOUT, &value, &size));
    say("size %u", (unsigned)size);
    size = 100;
    TRY(InternetQueryOptionA(h.request, INTERNET_OPTION_HANDLE_TYPE, &value, &size));
    say("size %u", (unsigned)size);
    size = 0;
    TRY(InternetQueryOptionA(h.request, INTERNET_OPTION_HANDLE_TYPE, NULL, &size));
    say("size %u", (unsigned)size);
    InternetCloseHandle(h.session);
}

static void texts(void) {
    handles h = opened();
    char text[100];
    WCHAR wide[100];
    DWORD size = 5;
    TRY(InternetQueryOptionA(h.session, INTERNET_OPTION_USER_AGENT, text, &size));
    say("size %u", (unsigned)size);
    size = 5;
    TRY(InternetQueryOptionW(h.session, INTERNET_OPTION_USER_AGENT, wide, &size));
    say("size %u", (unsigned)size);
    size = sizeof wide;
    if (TRY(InternetQueryOptionW(h.session, INTERNET_OPTION_USER_AGENT, wide, &size))) {
        say("size %u", (unsigned)size);
        say_wide("agent", wide, 13);
    }
    say_option_text("agent", h.session, INTERNET_OPTION_USER_AGENT);
    say_option_text("agent of connection", h.connection, INTERNET_OPTION_USER_AGENT);
    say_option_text("agent of request", h.request, INTERNET_OPTION_USER_AGENT);
    TRY(InternetSetOptionA(h.session, INTERNET_OPTION_USER_AGENT, "new agent", 9));
    say_option_text("agent", h.session, INTERNET_OPTION_USER_AGENT);
    say_option_text("URL", h.request, INTERNET_OPTION_URL);
    say_option_text("URL of connection", h.connection, INTERNET_OPTION_URL);
    InternetCloseHandle(h.session);
}

static void users(void) {
    handles h = opened();
    say_option_text("USERNAME", h.request, INTERNET_OPTION_USERNAME);
    TRY(InternetSetOptionA(h.request, INTERNET_OPTION_USERNAME, "user", 4));
    say_option_text("USERNAME", h.request, INTERNET_OPTION_USERNAME);
    TRY(InternetSetOptionA(h.request, INTERNET_OPTION_PASSWORD, "pass", 4));
    say_option_text("PASSWORD", h.request, INTERNET_OPTION_PASSWORD);
    say_option_text("USERNAME of connection", h.connection, INTERNET_OPTION_USERNAME);
    say_option_text("USERNAME of session", h.session, INTERNET_OPTION_USERNAME);
    InternetCloseHandle(h.session);
}

static void request_state(void) {
    handles h = opened();
    say_option_number("REQUEST_FLAGS", h.request, INTERNET_OPTION_REQUEST_FLAGS);
    say_option_number("SECURITY_FLAGS", h.request, INTERNET_OPTION_SECURITY_FLAGS);
    TRY(HttpSendRequestA(h.request, NULL, 0, NULL, 0));
    say_option_number("REQUEST_FLAGS", h.request, INTERNET_OPTION_REQUEST_FLAGS);
    say_option_number("SECURITY_FLAGS", h.request, INTERNET_OPTION_SECURITY_FLAGS);
    say_option_number("SECURITY_KEY_BITNESS", h.request, INTERNET_OPTION_SECURITY_KEY_BITNESS);
    say_option_number("EXTENDED_ERROR", h.request, INTERNET_OPTION_EXTENDED_ERROR);
    say_option_text("DATAFILE_NAME", h.request, INTERNET_OPTION_DATAFILE_NAME);
    InternetCloseHandle(h.session);
}

static void context_value(void) {
    handles h = opened();
    DWORD_PTR value = 0;
    DWORD size = sizeof value;
    TRY(InternetQueryOptionA(h.request, INTERNET_OPTION_CONTEXT_VALUE, &value, &size));
    say("context of the request: %s, size %u", value == context(REQUEST) ? "yes" : "no", (unsigned)size);
    value = context(SECOND);
    TRY(InternetSetOptionA(h.request, INTERNET_OPTION_CONTEXT_VALUE, &value, sizeof value));
    TRY(HttpSendRequestA(h.request, NULL, 0, NULL, 0));
    say_callbacks();
    TRY(InternetSetOptionA(h.request, INTERNET_OPTION_CONTEXT_VALUE, &value, 2));
    InternetCloseHandle(h.session);
}

static void read_only(void) {
    handles h = opened();
    DWORD value = 0;
    TRY(set_number(h.request, INTERNET_OPTION_HANDLE_TYPE, 1));
    TRY(set_number(h.request, INTERNET_OPTION_REQUEST_FLAGS, 1));
    TRY(InternetSetOptionA(h.request, INTERNET_OPTION_URL, "http://x/", 9));
    TRY(InternetSetOptionA(h.request, INTERNET_OPTION_PARENT_HANDLE, &value, sizeof value));
    TRY(set_number(h.request, INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT, 1));
    InternetCloseHandle(h.session);
}

static void unknown(void) {
    handles h = opened();
    say_option_number("0", h.request, 0);
    say_option_number("3000", h.request, 3000);
    say_option_number("0xFFFFFFFF", h.session, 0xFFFFFFFF);
    TRY(set_number(h.request, 0, 1));
    TRY(set_number(h.request, 3000, 1));
    TRY(set_number(NULL, 3000, 1));
    InternetCloseHandle(h.session);
}

static void wrong_handles(void) {
    handles h = opened();
    say_option_text("URL of session", h.session, INTERNET_OPTION_URL);
    say_option_number("REQUEST_FLAGS of session", h.session, INTERNET_OPTION_REQUEST_FLAGS);
    say_option_number("SECURITY_FLAGS of connection", h.connection, INTERNET_OPTION_SECURITY_FLAGS);
    say_option_number("REQUEST_FLAGS of none", NULL, INTERNET_OPTION_REQUEST_FLAGS);
    say_option_text("URL of none", NULL, INTERNET_OPTION_URL);
    say_option_text("USER_AGENT of none", NULL, INTERNET_OPTION_USER_AGENT);
    say_option_number("MAX_CONNS_PER_SERVER of request", h.request, INTERNET_OPTION_MAX_CONNS_PER_SERVER);
    BOOL on = TRUE;
    TRY(InternetSetOptionA(h.connection, INTERNET_OPTION_HTTP_DECODING, &on, sizeof on));
    TRY(InternetSetOptionA(NULL, INTERNET_OPTION_HTTP_DECODING, &on, sizeof on));
    TRY(InternetSetOptionA(h.session, INTERNET_OPTION_SECURITY_FLAGS, &on, sizeof on));
    InternetCloseHandle(h.session);
}

static void process_wide(void) {
    INTERNET_VERSION_INFO version;
    DWORD size = sizeof version;
    memset(&version, 0, sizeof version);
    if (TRY(InternetQueryOptionA(NULL, INTERNET_OPTION_VERSION, &version, &size))) {
        say("version %u.%u, size %u", (unsigned)version.dwMajorVersion, (unsigned)version.dwMinorVersion,
            (unsigned)size);
    }
    say_option_number("MAX_CONNS_PER_SERVER", NULL, INTERNET_OPTION_MAX_CONNS_PER_SERVER);
    say_option_number("MAX_CONNS_PER_1_0_SERVER", NULL, INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER);
    TRY(set_number(NULL, INTERNET_OPTION_MAX_CONNS_PER_SERVER, 5));
    say_option_number("MAX_CONNS_PER_SERVER", NULL, INTERNET_OPTION_MAX_CONNS_PER_SERVER);
    say_option_number("CONNECTED_STATE", NULL, INTERNET_OPTION_CONNECTED_STATE);
    TRY(InternetSetOptionA(NULL, INTERNET_OPTION_SETTINGS_CHANGED, NULL, 0));
    TRY(InternetSetOptionA(NULL, INTERNET_OPTION_REFRESH, NULL, 0));
    TRY(InternetSetOptionA(NULL, INTERNET_OPTION_END_BROWSER_SESSION, NULL, 0));
}

static void set_option_ex(void) {
    handles h = opened();
    DWORD value = 4444;
    TRY(InternetSetOptionExA(h.request, INTERNET_OPTION_RECEIVE_TIMEOUT, &value, sizeof value, 0));
    say_option_number("RECEIVE_TIMEOUT", h.request, INTERNET_OPTION_RECEIVE_TIMEOUT);
    TRY(InternetSetOptionExA(h.request, INTERNET_OPTION_RECEIVE_TIMEOUT, &value, sizeof value, 0x8000));
    InternetCloseHandle(h.session);
}

const scenario option_scenarios[] = {{"options.defaults", defaults}, {"options.inheritance", inheritance},
    {"options.sizes", sizes}, {"options.texts", texts}, {"options.users", users},
    {"options.request_state", request_state}, {"options.context_value", context_value},
    {"options.read_only", read_only}, {"options.unknown", unknown}, {"options.wrong_handles", wrong_handles},
    {"options.process_wide", process_wide}, {"options.set_option_ex", set_option_ex}, {NULL, NULL}};

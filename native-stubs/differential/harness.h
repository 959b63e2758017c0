/*
 * What scenarios are made of. A scenario is a function that calls WinInet and prints a transcript: the call, what it
 * returned, its error, what it wrote, and the callbacks. The transcript is the same in every run against the same
 * library: no addresses, threads or times are in it, and the server's port reads PORT.
 */
#ifndef WININET4J_HARNESS_H
#define WININET4J_HARNESS_H

#ifdef _WIN32
#include <windows.h>
#define W(text) L##text
#else
#define W(text) u##text
#endif
#include <wininet.h>

typedef struct {
    const char *name;
    void (*run)(void);
} scenario;

/* The scenarios of each file; the last one has no name. */
extern const scenario handle_scenarios[];
extern const scenario sync_scenarios[];
extern const scenario async_scenarios[];
extern const scenario header_scenarios[];
extern const scenario query_scenarios[];
extern const scenario redirect_scenarios[];
extern const scenario read_scenarios[];
extern const scenario option_scenarios[];
extern const scenario url_scenarios[];
extern const scenario time_scenarios[];
extern const scenario cookie_scenarios[];
extern const scenario amended_scenarios[];

/* What functions leave alone keeps this; an error that reads "untouched" was not set. */
#define UNTOUCHED 0xAAAAAAAA

/* Contexts: callbacks with others, or of an earlier scenario, are not recorded. */
enum { CONNECTION = 1, REQUEST = 2, SECOND = 3, CALL = 4 };
DWORD_PTR context(int kind);

extern INTERNET_PORT server_port;

/* Printing: text with format, and text with all characters visible. */
void say(const char *format, ...)
#ifdef __GNUC__
#ifdef _WIN32
    __attribute__((format(gnu_printf, 1, 2)))
#else
    __attribute__((format(printf, 1, 2)))
#endif
#endif
    ;
void say_text(const char *label, const char *text, size_t length);
void say_wide(const char *label, const WCHAR *text, size_t length);

/* A call with its own text, its result and, if it failed, its error. */
BOOL said_bool(const char *call, BOOL result);
HINTERNET said_handle(const char *call, HINTERNET result);
DWORD said_number(const char *call, DWORD result);
BOOL said_pending(const char *call, BOOL result);
HINTERNET said_pending_handle(const char *call, HINTERNET result);
#define TRY(call) (SetLastError(UNTOUCHED), said_bool(#call, (call)))
#define OPEN(call) (SetLastError(UNTOUCHED), said_handle(#call, (call)))
#define NUMBER(call) (SetLastError(UNTOUCHED), said_number(#call, (call)))
/* In an asynchronous session: if the call is pending, waits for its completion; then says the callbacks. */
#define AWAIT(call) (SetLastError(UNTOUCHED), said_pending(#call, (call)))
#define AWAIT_HANDLE(call) (SetLastError(UNTOUCHED), said_pending_handle(#call, (call)))

/* The error as text: a number or "untouched". */
const char *error_text(DWORD error);

/* Callbacks: recorded as they come, said by say_callbacks, which forgets them. */
void CALLBACK record(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID information, DWORD length);
void say_callbacks(void);
/* Waits until so many completions or closings have been recorded since the scenario began. */
void await_completions(int count);
void await_closings(int count);
/* Waits until an operation says so many times that it is about to receive. */
void await_receiving(int count);

/* A session with the callback, a connection to the server with CONNECTION, a request with REQUEST; none says anything. */
HINTERNET open_session(DWORD flags);
HINTERNET open_connection(HINTERNET session);
HINTERNET open_request(HINTERNET connection, const char *verb, const char *path, DWORD flags);
#define PLAIN (INTERNET_FLAG_RELOAD | INTERNET_FLAG_NO_CACHE_WRITE | INTERNET_FLAG_NO_COOKIES)

/* A synchronous GET up to the response, without callbacks; close_all closes its three handles. */
typedef struct {
    HINTERNET session, connection, request;
} exchange;
exchange get(const char *path, DWORD flags);
void close_all(exchange *e);

/* The URL of a path of the server; room for 100 characters. */
void server_url(char *url, const char *path);

/* Tells the server to go on where a path below /gated/ has stopped. */
void release(const char *name);

/* Reads to the end and says how much came, what, and how it ended. */
void say_body(HINTERNET request);
/* The same, line by line in order of the alphabet: what /echo saw. */
void say_echo(HINTERNET request);
/* The status code as a number. */
void say_status(HINTERNET request);
/* A text option. */
void say_option_text(const char *label, HINTERNET handle, DWORD option);
void say_option_number(const char *label, HINTERNET handle, DWORD option);

#endif

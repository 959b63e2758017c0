/*
 * Compiled, not run, against the wininet.h of mingw: every row of our table is declared once more, which the compiler
 * takes only if it is compatible with what the real header says.
 */
#include <windows.h>
#include <wincrypt.h>
#include <wininet.h>
#define SECURITY_WIN32 /* what winineti.h includes wants a choice */
#include <winineti.h>

#include "../include/wininet4j_parameters.h"

/* Newer than the header. */
typedef enum { WPAD_CACHE_DELETE_CURRENT = 0, WPAD_CACHE_DELETE_ALL = 1 } WPAD_CACHE_DELETE;
typedef struct _WININET_PROXY_INFO_LIST WININET_PROXY_INFO_LIST;
typedef enum { HTTP_WEB_SOCKET_FIRST_TYPE = 0 } HTTP_WEB_SOCKET_BUFFER_TYPE;
typedef struct _INTERNET_CACHE_CONTAINER_INFOA *LPINTERNET_CACHE_CONTAINER_INFOA;
typedef struct _INTERNET_CACHE_CONTAINER_INFOW *LPINTERNET_CACHE_CONTAINER_INFOW;

/* Exported without suffix too; the header makes them macros. */
#undef DeleteUrlCacheEntry
#undef InternetConfirmZoneCrossing
#undef InternetDial
#undef InternetGetConnectedStateEx
#undef InternetGetSecurityInfoByURL
#undef InternetGoOnline
#undef InternetSetDialState
#undef InternetSetStatusCallback
#undef InternetTimeFromSystemTime
#undef InternetTimeToSystemTime
#undef SetUrlCacheEntryGroup
#undef UnlockUrlCacheEntryFile

#define FUNCTION(result, failure, name, ...) \
    extern DECLSPEC_IMPORT result WINAPI name(WININET4J_PARAMETERS(__VA_ARGS__));
#define FUNCTION0(result, failure, name) extern DECLSPEC_IMPORT result WINAPI name(VOID);
#define PROCEDURE(name, ...) extern DECLSPEC_IMPORT VOID WINAPI name(WININET4J_PARAMETERS(__VA_ARGS__));
#include "../include/wininet4j_functions.def"
#include "../include/wininet4j_undocumented.def"

/*
 * The structures, enumerations and callback types of WinInet. Sizes and offsets are checked against the tables of the
 * tests (src/test/resources/abi).
 */
#ifndef WININET4J_STRUCTURES_H
#define WININET4J_STRUCTURES_H

#include "wininet4j_types.h"

#include "wininet4j_constants.h"

/* A structure without name inside a union is C11, but an extension in C++. */
#if defined(__GNUC__)
#define WININET4J_NAMELESS __extension__
#else
#define WININET4J_NAMELESS
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Sessions */

typedef LPVOID HINTERNET, *LPHINTERNET;
typedef WORD INTERNET_PORT, *LPINTERNET_PORT;

typedef VOID(CALLBACK *INTERNET_STATUS_CALLBACK)(HINTERNET hInternet, DWORD_PTR dwContext, DWORD dwInternetStatus,
    LPVOID lpvStatusInformation, DWORD dwStatusInformationLength);
typedef INTERNET_STATUS_CALLBACK *LPINTERNET_STATUS_CALLBACK;

/* What InternetSetStatusCallback returns when it fails. */
#define INTERNET_INVALID_STATUS_CALLBACK ((INTERNET_STATUS_CALLBACK)(INT_PTR)-1)

typedef struct {
    DWORD_PTR dwResult;
    DWORD dwError;
} INTERNET_ASYNC_RESULT, *LPINTERNET_ASYNC_RESULT;

/* WebSocket */

typedef enum {
    HTTP_WEB_SOCKET_SEND_OPERATION = 0,
    HTTP_WEB_SOCKET_RECEIVE_OPERATION = 1,
    HTTP_WEB_SOCKET_CLOSE_OPERATION = 2,
    HTTP_WEB_SOCKET_SHUTDOWN_OPERATION = 3
} HTTP_WEB_SOCKET_OPERATION;

typedef enum {
    HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE = 0,
    HTTP_WEB_SOCKET_BINARY_FRAGMENT_TYPE = 1,
    HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE = 2,
    HTTP_WEB_SOCKET_UTF8_FRAGMENT_TYPE = 3,
    HTTP_WEB_SOCKET_CLOSE_TYPE = 4,
    HTTP_WEB_SOCKET_PING_TYPE = 5
} HTTP_WEB_SOCKET_BUFFER_TYPE;

typedef enum {
    HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS = 1000,
    HTTP_WEB_SOCKET_ENDPOINT_TERMINATED_CLOSE_STATUS = 1001,
    HTTP_WEB_SOCKET_PROTOCOL_ERROR_CLOSE_STATUS = 1002,
    HTTP_WEB_SOCKET_INVALID_DATA_TYPE_CLOSE_STATUS = 1003,
    HTTP_WEB_SOCKET_EMPTY_CLOSE_STATUS = 1005,
    HTTP_WEB_SOCKET_ABORTED_CLOSE_STATUS = 1006,
    HTTP_WEB_SOCKET_INVALID_PAYLOAD_CLOSE_STATUS = 1007,
    HTTP_WEB_SOCKET_POLICY_VIOLATION_CLOSE_STATUS = 1008,
    HTTP_WEB_SOCKET_MESSAGE_TOO_BIG_CLOSE_STATUS = 1009,
    HTTP_WEB_SOCKET_UNSUPPORTED_EXTENSIONS_CLOSE_STATUS = 1010,
    HTTP_WEB_SOCKET_SERVER_ERROR_CLOSE_STATUS = 1011,
    HTTP_WEB_SOCKET_SECURE_HANDSHAKE_ERROR_CLOSE_STATUS = 1015
} HTTP_WEB_SOCKET_CLOSE_STATUS;

#define HTTP_WEB_SOCKET_MAX_CLOSE_REASON_LENGTH 123
#define HTTP_WEB_SOCKET_MIN_KEEPALIVE_VALUE 10000

/* What a completion on the handle of a WebSocket carries. */
typedef struct {
    INTERNET_ASYNC_RESULT AsyncResult;
    HTTP_WEB_SOCKET_OPERATION Operation;
    HTTP_WEB_SOCKET_BUFFER_TYPE BufferType;
    DWORD dwBytesTransferred;
} HTTP_WEB_SOCKET_ASYNC_RESULT;

/* Sockets, versions, states */

typedef struct {
    DWORD_PTR Socket;
    DWORD SourcePort;
    DWORD DestPort;
    DWORD Flags; /* IDSI_FLAG_... */
} INTERNET_DIAGNOSTIC_SOCKET_INFO, *LPINTERNET_DIAGNOSTIC_SOCKET_INFO;

typedef struct {
    DWORD dwMajorVersion;
    DWORD dwMinorVersion;
} INTERNET_VERSION_INFO, *LPINTERNET_VERSION_INFO;

typedef struct {
    DWORD dwMajorVersion;
    DWORD dwMinorVersion;
} HTTP_VERSION_INFO, *LPHTTP_VERSION_INFO;

typedef struct {
    DWORD dwConnectedState; /* INTERNET_STATE_... */
    DWORD dwFlags;          /* ISO_FORCE_DISCONNECTED */
} INTERNET_CONNECTED_INFO, *LPINTERNET_CONNECTED_INFO;

/* Transfer */

typedef struct _INTERNET_BUFFERSA {
    DWORD dwStructSize;
    struct _INTERNET_BUFFERSA *Next;
    LPCSTR lpcszHeader;
    DWORD dwHeadersLength;
    DWORD dwHeadersTotal;
    LPVOID lpvBuffer;
    DWORD dwBufferLength;
    DWORD dwBufferTotal;
    DWORD dwOffsetLow;
    DWORD dwOffsetHigh;
} INTERNET_BUFFERSA, *LPINTERNET_BUFFERSA;

typedef struct _INTERNET_BUFFERSW {
    DWORD dwStructSize;
    struct _INTERNET_BUFFERSW *Next;
    LPCWSTR lpcszHeader;
    DWORD dwHeadersLength;
    DWORD dwHeadersTotal;
    LPVOID lpvBuffer;
    DWORD dwBufferLength;
    DWORD dwBufferTotal;
    DWORD dwOffsetLow;
    DWORD dwOffsetHigh;
} INTERNET_BUFFERSW, *LPINTERNET_BUFFERSW;

/* URLs */

typedef enum {
    INTERNET_SCHEME_PARTIAL = -2,
    INTERNET_SCHEME_UNKNOWN = -1,
    INTERNET_SCHEME_DEFAULT = 0,
    INTERNET_SCHEME_FTP,
    INTERNET_SCHEME_GOPHER,
    INTERNET_SCHEME_HTTP,
    INTERNET_SCHEME_HTTPS,
    INTERNET_SCHEME_FILE,
    INTERNET_SCHEME_NEWS,
    INTERNET_SCHEME_MAILTO,
    INTERNET_SCHEME_SOCKS,
    INTERNET_SCHEME_JAVASCRIPT,
    INTERNET_SCHEME_VBSCRIPT,
    INTERNET_SCHEME_RES,
    INTERNET_SCHEME_FIRST = INTERNET_SCHEME_FTP,
    INTERNET_SCHEME_LAST = INTERNET_SCHEME_RES
} INTERNET_SCHEME, *LPINTERNET_SCHEME;

typedef struct {
    DWORD dwStructSize;
    LPSTR lpszScheme;
    DWORD dwSchemeLength;
    INTERNET_SCHEME nScheme;
    LPSTR lpszHostName;
    DWORD dwHostNameLength;
    INTERNET_PORT nPort;
    LPSTR lpszUserName;
    DWORD dwUserNameLength;
    LPSTR lpszPassword;
    DWORD dwPasswordLength;
    LPSTR lpszUrlPath;
    DWORD dwUrlPathLength;
    LPSTR lpszExtraInfo;
    DWORD dwExtraInfoLength;
} URL_COMPONENTSA, *LPURL_COMPONENTSA;

typedef struct {
    DWORD dwStructSize;
    LPWSTR lpszScheme;
    DWORD dwSchemeLength;
    INTERNET_SCHEME nScheme;
    LPWSTR lpszHostName;
    DWORD dwHostNameLength;
    INTERNET_PORT nPort;
    LPWSTR lpszUserName;
    DWORD dwUserNameLength;
    LPWSTR lpszPassword;
    DWORD dwPasswordLength;
    LPWSTR lpszUrlPath;
    DWORD dwUrlPathLength;
    LPWSTR lpszExtraInfo;
    DWORD dwExtraInfoLength;
} URL_COMPONENTSW, *LPURL_COMPONENTSW;

/* Proxies and connections */

typedef struct {
    DWORD dwAccessType; /* INTERNET_OPEN_TYPE_... */
    LPCTSTR lpszProxy;
    LPCTSTR lpszProxyBypass;
} INTERNET_PROXY_INFO, *LPINTERNET_PROXY_INFO;

typedef struct {
    DWORD dwOption; /* INTERNET_PER_CONN_... */
    union {
        DWORD dwValue;
        LPSTR pszValue;
        FILETIME ftValue;
    } Value;
} INTERNET_PER_CONN_OPTIONA, *LPINTERNET_PER_CONN_OPTIONA;

typedef struct {
    DWORD dwOption;
    union {
        DWORD dwValue;
        LPWSTR pszValue;
        FILETIME ftValue;
    } Value;
} INTERNET_PER_CONN_OPTIONW, *LPINTERNET_PER_CONN_OPTIONW;

typedef struct {
    DWORD dwSize;
    LPSTR pszConnection; /* NULL: the local network */
    DWORD dwOptionCount;
    DWORD dwOptionError;
    LPINTERNET_PER_CONN_OPTIONA pOptions;
} INTERNET_PER_CONN_OPTION_LISTA, *LPINTERNET_PER_CONN_OPTION_LISTA;

typedef struct {
    DWORD dwSize;
    LPWSTR pszConnection;
    DWORD dwOptionCount;
    DWORD dwOptionError;
    LPINTERNET_PER_CONN_OPTIONW pOptions;
} INTERNET_PER_CONN_OPTION_LISTW, *LPINTERNET_PER_CONN_OPTION_LISTW;

typedef enum { WPAD_CACHE_DELETE_CURRENT = 0, WPAD_CACHE_DELETE_ALL = 1 } WPAD_CACHE_DELETE;

typedef struct AutoProxyHelperVtbl {
    BOOL(WINAPI *IsResolvable)(LPSTR lpszHost);
    DWORD(WINAPI *GetIPAddress)(LPSTR lpszIPAddress, LPDWORD lpdwIPAddressSize);
    DWORD(WINAPI *ResolveHostName)(LPSTR lpszHostName, LPSTR lpszIPAddress, LPDWORD lpdwIPAddressSize);
    BOOL(WINAPI *IsInNet)(LPSTR lpszIPAddress, LPSTR lpszDest, LPSTR lpszMask);
} AutoProxyHelperVtbl;

typedef struct AutoProxyHelperFunctions {
    const struct AutoProxyHelperVtbl *lpVtbl;
} AutoProxyHelperFunctions;

typedef struct {
    DWORD dwStructSize;
    LPSTR lpszScriptBuffer;
    DWORD dwScriptBufferSize;
} AUTO_PROXY_SCRIPT_BUFFER, *LPAUTO_PROXY_SCRIPT_BUFFER;

typedef DWORD(CALLBACK *PFN_DIAL_HANDLER)(HWND, LPCSTR, DWORD, LPDWORD);

/* Security and authentication */

typedef struct {
    FILETIME ftExpiry;
    FILETIME ftStart;
    LPTSTR lpszSubjectInfo;
    LPTSTR lpszIssuerInfo;
    LPTSTR lpszProtocolName;
    LPTSTR lpszSignatureAlgName;
    LPTSTR lpszEncryptionAlgName;
    DWORD dwKeySize;
} INTERNET_CERTIFICATE_INFO, *LPINTERNET_CERTIFICATE_INFO;

typedef DWORD(CALLBACK *PFN_AUTH_NOTIFY)(DWORD_PTR, DWORD, LPVOID);

typedef struct {
    DWORD cbStruct;
    DWORD dwOptions;
    PFN_AUTH_NOTIFY pfnNotify;
    DWORD_PTR dwContext;
} INTERNET_AUTH_NOTIFY_DATA;

/* Cookies and privacy */

typedef enum {
    COOKIE_STATE_UNKNOWN = 0,
    COOKIE_STATE_ACCEPT,
    COOKIE_STATE_PROMPT,
    COOKIE_STATE_LEASH,
    COOKIE_STATE_DOWNGRADE,
    COOKIE_STATE_REJECT,
    COOKIE_STATE_MAX = COOKIE_STATE_REJECT
} InternetCookieState;

typedef enum {
    HTTP_COOKIES_SAME_SITE_LEVEL_UNKNOWN = 0,
    HTTP_COOKIES_SAME_SITE_LEVEL_SAME_SITE,
    HTTP_COOKIES_SAME_SITE_LEVEL_CROSS_SITE_LAX,
    HTTP_COOKIES_SAME_SITE_LEVEL_CROSS_SITE,
    HTTP_COOKIES_SAME_SITE_LEVEL_MAX = HTTP_COOKIES_SAME_SITE_LEVEL_CROSS_SITE
} HTTP_COOKIES_SAME_SITE_LEVEL_TYPE;

typedef struct {
    int cSession;
    int cPersistent;
    int cAccepted;
    int cLeashed;
    int cDowngraded;
    int cBlocked;
    const char *pszLocation;
} IncomingCookieState;

typedef struct {
    int cSent;
    int cSuppressed;
    const char *pszLocation;
} OutgoingCookieState;

typedef struct {
    BOOL fAccepted;
    BOOL fLeashed;
    BOOL fDowngraded;
    BOOL fRejected;
} InternetCookieHistory;

typedef struct {
    DWORD dwCookieState; /* COOKIE_STATE_... */
    BOOL fAllowSession;
} CookieDecision;

typedef struct {
    PWSTR pwszName;
    PWSTR pwszValue;
    PWSTR pwszDomain;
    PWSTR pwszPath;
    DWORD dwFlags; /* INTERNET_COOKIE_... */
    FILETIME ftExpires;
    BOOL fExpiresSet;
} INTERNET_COOKIE2;

/* Proxies */

typedef struct _WININET_PROXY_INFO {
    BOOL fProxy;
    BOOL fBypass;
    INTERNET_SCHEME ProxyScheme;
    PWSTR pwszProxy;
    INTERNET_PORT ProxyPort;
} WININET_PROXY_INFO;

typedef struct _WININET_PROXY_INFO_LIST {
    DWORD dwProxyInfoCount;
    WININET_PROXY_INFO *pProxyInfo; /* freed by InternetFreeProxyInfoList */
} WININET_PROXY_INFO_LIST;

/* URL cache */

typedef LONGLONG GROUPID;

typedef struct _INTERNET_CACHE_ENTRY_INFOA {
    DWORD dwStructSize;
    LPSTR lpszSourceUrlName;
    LPSTR lpszLocalFileName;
    DWORD CacheEntryType;
    DWORD dwUseCount;
    DWORD dwHitRate;
    DWORD dwSizeLow;
    DWORD dwSizeHigh;
    FILETIME LastModifiedTime;
    FILETIME ExpireTime;
    FILETIME LastAccessTime;
    FILETIME LastSyncTime;
    LPSTR lpHeaderInfo;
    DWORD dwHeaderInfoSize;
    LPSTR lpszFileExtension;
    union {
        DWORD dwReserved;
        DWORD dwExemptDelta;
    };
} INTERNET_CACHE_ENTRY_INFOA, *LPINTERNET_CACHE_ENTRY_INFOA;

typedef struct _INTERNET_CACHE_ENTRY_INFOW {
    DWORD dwStructSize;
    LPWSTR lpszSourceUrlName;
    LPWSTR lpszLocalFileName;
    DWORD CacheEntryType;
    DWORD dwUseCount;
    DWORD dwHitRate;
    DWORD dwSizeLow;
    DWORD dwSizeHigh;
    FILETIME LastModifiedTime;
    FILETIME ExpireTime;
    FILETIME LastAccessTime;
    FILETIME LastSyncTime;
    LPWSTR lpHeaderInfo;
    DWORD dwHeaderInfoSize;
    LPWSTR lpszFileExtension;
    union {
        DWORD dwReserved;
        DWORD dwExemptDelta;
    };
} INTERNET_CACHE_ENTRY_INFOW, *LPINTERNET_CACHE_ENTRY_INFOW;

typedef struct {
    FILETIME ftExpires;
    FILETIME ftLastModified;
} INTERNET_CACHE_TIMESTAMPS, *LPINTERNET_CACHE_TIMESTAMPS;

typedef struct _INTERNET_CACHE_GROUP_INFOA {
    DWORD dwGroupSize;
    DWORD dwGroupFlags;
    DWORD dwGroupType;
    DWORD dwDiskUsage; /* in KB */
    DWORD dwDiskQuota; /* in KB */
    DWORD dwOwnerStorage[GROUP_OWNER_STORAGE_SIZE];
    CHAR szGroupName[GROUPNAME_MAX_LENGTH];
} INTERNET_CACHE_GROUP_INFOA, *LPINTERNET_CACHE_GROUP_INFOA;

typedef struct _INTERNET_CACHE_GROUP_INFOW {
    DWORD dwGroupSize;
    DWORD dwGroupFlags;
    DWORD dwGroupType;
    DWORD dwDiskUsage;
    DWORD dwDiskQuota;
    DWORD dwOwnerStorage[GROUP_OWNER_STORAGE_SIZE];
    WCHAR szGroupName[GROUPNAME_MAX_LENGTH];
} INTERNET_CACHE_GROUP_INFOW, *LPINTERNET_CACHE_GROUP_INFOW;

typedef struct _INTERNET_CACHE_CONTAINER_INFOA {
    DWORD dwCacheVersion;
    LPSTR lpszName;
    LPSTR lpszCachePrefix;
    LPSTR lpszVolumeLabel;
    LPSTR lpszVolumeTitle;
} INTERNET_CACHE_CONTAINER_INFOA, *LPINTERNET_CACHE_CONTAINER_INFOA;

typedef struct _INTERNET_CACHE_CONTAINER_INFOW {
    DWORD dwCacheVersion;
    LPWSTR lpszName;
    LPWSTR lpszCachePrefix;
    LPWSTR lpszVolumeLabel;
    LPWSTR lpszVolumeTitle;
} INTERNET_CACHE_CONTAINER_INFOW, *LPINTERNET_CACHE_CONTAINER_INFOW;

typedef enum {
    WININET_SYNC_MODE_NEVER = 0,
    WININET_SYNC_MODE_ON_EXPIRY,
    WININET_SYNC_MODE_ONCE_PER_SESSION,
    WININET_SYNC_MODE_ALWAYS,
    WININET_SYNC_MODE_AUTOMATIC,
    WININET_SYNC_MODE_DEFAULT = WININET_SYNC_MODE_AUTOMATIC
} WININET_SYNC_MODE;

typedef struct _INTERNET_CACHE_CONFIG_PATH_ENTRYA {
    CHAR CachePath[MAX_PATH];
    DWORD dwCacheSize; /* in KB */
} INTERNET_CACHE_CONFIG_PATH_ENTRYA, *LPINTERNET_CACHE_CONFIG_PATH_ENTRYA;

typedef struct _INTERNET_CACHE_CONFIG_PATH_ENTRYW {
    WCHAR CachePath[MAX_PATH];
    DWORD dwCacheSize;
} INTERNET_CACHE_CONFIG_PATH_ENTRYW, *LPINTERNET_CACHE_CONFIG_PATH_ENTRYW;

typedef struct _INTERNET_CACHE_CONFIG_INFOA {
    DWORD dwStructSize;
    DWORD dwContainer;
    DWORD dwQuota;
    DWORD dwReserved4;
    BOOL fPerUser;
    DWORD dwSyncMode; /* WININET_SYNC_MODE_... */
    DWORD dwNumCachePaths;
    union {
        WININET4J_NAMELESS struct {
            CHAR CachePath[MAX_PATH];
            DWORD dwCacheSize;
        };
        INTERNET_CACHE_CONFIG_PATH_ENTRYA CachePaths[ANYSIZE_ARRAY];
    };
    DWORD dwNormalUsage;
    DWORD dwExemptUsage;
} INTERNET_CACHE_CONFIG_INFOA, *LPINTERNET_CACHE_CONFIG_INFOA;

typedef struct _INTERNET_CACHE_CONFIG_INFOW {
    DWORD dwStructSize;
    DWORD dwContainer;
    DWORD dwQuota;
    DWORD dwReserved4;
    BOOL fPerUser;
    DWORD dwSyncMode;
    DWORD dwNumCachePaths;
    union {
        WININET4J_NAMELESS struct {
            WCHAR CachePath[MAX_PATH];
            DWORD dwCacheSize;
        };
        INTERNET_CACHE_CONFIG_PATH_ENTRYW CachePaths[ANYSIZE_ARRAY];
    };
    DWORD dwNormalUsage;
    DWORD dwExemptUsage;
} INTERNET_CACHE_CONFIG_INFOW, *LPINTERNET_CACHE_CONFIG_INFOW;

/* Gopher */

typedef struct {
    CHAR DisplayString[MAX_GOPHER_DISPLAY_TEXT + 1];
    DWORD GopherType; /* GOPHER_TYPE_... */
    DWORD SizeLow;
    DWORD SizeHigh;
    FILETIME LastModificationTime;
    CHAR Locator[MAX_GOPHER_LOCATOR_LENGTH + 1];
} GOPHER_FIND_DATAA, *LPGOPHER_FIND_DATAA;

typedef struct {
    WCHAR DisplayString[MAX_GOPHER_DISPLAY_TEXT + 1];
    DWORD GopherType;
    DWORD SizeLow;
    DWORD SizeHigh;
    FILETIME LastModificationTime;
    WCHAR Locator[MAX_GOPHER_LOCATOR_LENGTH + 1];
} GOPHER_FIND_DATAW, *LPGOPHER_FIND_DATAW;

typedef struct {
    LPCTSTR Comment;
    LPCTSTR EmailAddress;
} GOPHER_ADMIN_ATTRIBUTE_TYPE, *LPGOPHER_ADMIN_ATTRIBUTE_TYPE;

typedef struct {
    FILETIME DateAndTime;
} GOPHER_MOD_DATE_ATTRIBUTE_TYPE, *LPGOPHER_MOD_DATE_ATTRIBUTE_TYPE;

typedef struct {
    DWORD Ttl;
} GOPHER_TTL_ATTRIBUTE_TYPE, *LPGOPHER_TTL_ATTRIBUTE_TYPE;

typedef struct {
    INT Score;
} GOPHER_SCORE_ATTRIBUTE_TYPE, *LPGOPHER_SCORE_ATTRIBUTE_TYPE;

typedef struct {
    INT LowerBound;
    INT UpperBound;
} GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE, *LPGOPHER_SCORE_RANGE_ATTRIBUTE_TYPE;

typedef struct {
    LPCTSTR Site;
} GOPHER_SITE_ATTRIBUTE_TYPE, *LPGOPHER_SITE_ATTRIBUTE_TYPE;

typedef struct {
    LPCTSTR Organization;
} GOPHER_ORGANIZATION_ATTRIBUTE_TYPE, *LPGOPHER_ORGANIZATION_ATTRIBUTE_TYPE;

typedef struct {
    LPCTSTR Location;
} GOPHER_LOCATION_ATTRIBUTE_TYPE, *LPGOPHER_LOCATION_ATTRIBUTE_TYPE;

typedef struct {
    INT DegreesNorth;
    INT MinutesNorth;
    INT SecondsNorth;
    INT DegreesEast;
    INT MinutesEast;
    INT SecondsEast;
} GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE, *LPGOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE;

typedef struct {
    INT Zone;
} GOPHER_TIMEZONE_ATTRIBUTE_TYPE, *LPGOPHER_TIMEZONE_ATTRIBUTE_TYPE;

typedef struct {
    LPCTSTR Provider;
} GOPHER_PROVIDER_ATTRIBUTE_TYPE, *LPGOPHER_PROVIDER_ATTRIBUTE_TYPE;

typedef struct {
    LPCTSTR Version;
} GOPHER_VERSION_ATTRIBUTE_TYPE, *LPGOPHER_VERSION_ATTRIBUTE_TYPE;

typedef struct {
    LPCTSTR ShortAbstract;
    LPCTSTR AbstractFile;
} GOPHER_ABSTRACT_ATTRIBUTE_TYPE, *LPGOPHER_ABSTRACT_ATTRIBUTE_TYPE;

typedef struct {
    LPCTSTR ContentType;
    LPCTSTR Language;
    DWORD Size;
} GOPHER_VIEW_ATTRIBUTE_TYPE, *LPGOPHER_VIEW_ATTRIBUTE_TYPE;

typedef struct {
    BOOL TreeWalk;
} GOPHER_VERONICA_ATTRIBUTE_TYPE, *LPGOPHER_VERONICA_ATTRIBUTE_TYPE;

typedef struct {
    LPCTSTR QuestionType;
    LPCTSTR QuestionText;
} GOPHER_ASK_ATTRIBUTE_TYPE, *LPGOPHER_ASK_ATTRIBUTE_TYPE;

typedef struct {
    LPCTSTR Text;
} GOPHER_UNKNOWN_ATTRIBUTE_TYPE, *LPGOPHER_UNKNOWN_ATTRIBUTE_TYPE;

typedef struct {
    DWORD CategoryId;  /* GOPHER_CATEGORY_ID_... */
    DWORD AttributeId; /* GOPHER_ATTRIBUTE_ID_...; tells which member of the union counts */
    union {
        GOPHER_ADMIN_ATTRIBUTE_TYPE Admin;
        GOPHER_MOD_DATE_ATTRIBUTE_TYPE ModDate;
        GOPHER_TTL_ATTRIBUTE_TYPE Ttl;
        GOPHER_SCORE_ATTRIBUTE_TYPE Score;
        GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE ScoreRange;
        GOPHER_SITE_ATTRIBUTE_TYPE Site;
        GOPHER_ORGANIZATION_ATTRIBUTE_TYPE Organization;
        GOPHER_LOCATION_ATTRIBUTE_TYPE Location;
        GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE GeographicalLocation;
        GOPHER_TIMEZONE_ATTRIBUTE_TYPE TimeZone;
        GOPHER_PROVIDER_ATTRIBUTE_TYPE Provider;
        GOPHER_VERSION_ATTRIBUTE_TYPE Version;
        GOPHER_ABSTRACT_ATTRIBUTE_TYPE Abstract;
        GOPHER_VIEW_ATTRIBUTE_TYPE View;
        GOPHER_VERONICA_ATTRIBUTE_TYPE Veronica;
        GOPHER_ASK_ATTRIBUTE_TYPE Ask;
        GOPHER_UNKNOWN_ATTRIBUTE_TYPE Unknown;
    } AttributeType;
} GOPHER_ATTRIBUTE_TYPE, *LPGOPHER_ATTRIBUTE_TYPE;

typedef BOOL(CALLBACK *GOPHER_ATTRIBUTE_ENUMERATOR)(LPGOPHER_ATTRIBUTE_TYPE lpAttributeInfo, DWORD dwError);

/* The names without suffix */

#ifdef UNICODE
#define WININET4J_AW(name) typedef name##W name
#else
#define WININET4J_AW(name) typedef name##A name
#endif
WININET4J_AW(INTERNET_BUFFERS);
WININET4J_AW(LPINTERNET_BUFFERS);
WININET4J_AW(URL_COMPONENTS);
WININET4J_AW(LPURL_COMPONENTS);
WININET4J_AW(INTERNET_PER_CONN_OPTION);
WININET4J_AW(LPINTERNET_PER_CONN_OPTION);
WININET4J_AW(INTERNET_PER_CONN_OPTION_LIST);
WININET4J_AW(LPINTERNET_PER_CONN_OPTION_LIST);
WININET4J_AW(INTERNET_CACHE_ENTRY_INFO);
WININET4J_AW(LPINTERNET_CACHE_ENTRY_INFO);
WININET4J_AW(INTERNET_CACHE_GROUP_INFO);
WININET4J_AW(LPINTERNET_CACHE_GROUP_INFO);
WININET4J_AW(INTERNET_CACHE_CONTAINER_INFO);
WININET4J_AW(LPINTERNET_CACHE_CONTAINER_INFO);
WININET4J_AW(INTERNET_CACHE_CONFIG_INFO);
WININET4J_AW(LPINTERNET_CACHE_CONFIG_INFO);
WININET4J_AW(INTERNET_CACHE_CONFIG_PATH_ENTRY);
WININET4J_AW(LPINTERNET_CACHE_CONFIG_PATH_ENTRY);
WININET4J_AW(GOPHER_FIND_DATA);
WININET4J_AW(LPGOPHER_FIND_DATA);
#undef WININET4J_AW

#ifdef __cplusplus
}
#endif

#endif

/*
 * The Windows types, structures and codes that wininet.h needs: from windows.h on Windows, from here elsewhere.
 *
 * The sizes are those of 64-bit Windows wherever the program runs: DWORD, LONG and BOOL have 32 bits although the C
 * type long has 64 on Linux and macOS; WCHAR has 16 bits although wchar_t has 32. u"text" is a WCHAR literal.
 */
#ifndef WININET4J_TYPES_H
#define WININET4J_TYPES_H

#ifdef _WIN32
#include <windows.h>
#include <wincrypt.h>
#else

#include <stddef.h>
#include <stdint.h>

/* Calling conventions: there is but one outside 32-bit Windows. */
#define WINAPI
#define CALLBACK
#define APIENTRY WINAPI

#ifndef FALSE
#define FALSE 0
#endif
#ifndef TRUE
#define TRUE 1
#endif
#define VOID void
#define CONST const

/* Numbers */
typedef int BOOL;
typedef BOOL WINBOOL;
typedef uint8_t BYTE;
typedef uint16_t WORD;
typedef uint16_t USHORT;
typedef uint32_t DWORD;
typedef int INT;
typedef unsigned int UINT;
typedef int32_t LONG;
typedef uint32_t ULONG;
typedef int64_t LONGLONG;
typedef uint64_t ULONGLONG;
typedef uint64_t DWORDLONG;
typedef intptr_t INT_PTR;
typedef intptr_t LONG_PTR;
typedef uintptr_t UINT_PTR;
typedef uintptr_t ULONG_PTR;
typedef uintptr_t DWORD_PTR;

/* Characters: UTF-16 and the ANSI code page */
typedef char CHAR;
#ifdef __cplusplus
typedef char16_t WCHAR;
#else
typedef uint16_t WCHAR;
#endif
#ifdef UNICODE
typedef WCHAR TCHAR;
#define TEXT(literal) u##literal
#else
typedef char TCHAR;
#define TEXT(literal) literal
#endif

/* Pointers */
typedef void *PVOID, *LPVOID;
typedef const void *LPCVOID;
typedef BOOL *PBOOL, *LPBOOL;
typedef BYTE *PBYTE, *LPBYTE;
typedef USHORT *PUSHORT;
typedef WORD *PWORD, *LPWORD;
typedef DWORD *PDWORD, *LPDWORD;
typedef DWORDLONG *PDWORDLONG;
typedef LONG *PLONG, *LPLONG;
typedef ULONG *PULONG;
typedef DWORD_PTR *PDWORD_PTR;
typedef CHAR *PSTR, *LPSTR;
typedef const CHAR *PCSTR, *LPCSTR;
typedef WCHAR *PWSTR, *LPWSTR;
typedef const WCHAR *PCWSTR, *LPCWSTR;
typedef TCHAR *PTSTR, *LPTSTR;
typedef const TCHAR *PCTSTR, *LPCTSTR;

/* Handles */
typedef void *HANDLE;
typedef HANDLE *PHANDLE, *LPHANDLE;
typedef HANDLE HGLOBAL, HLOCAL;
typedef HANDLE HWND;
typedef HANDLE HINSTANCE;
#define INVALID_HANDLE_VALUE ((HANDLE)(LONG_PTR)-1)

/* A certificate chain, which only its owner looks into. */
typedef struct _CERT_CHAIN_CONTEXT CERT_CHAIN_CONTEXT, *PCERT_CHAIN_CONTEXT;
typedef const CERT_CHAIN_CONTEXT *PCCERT_CHAIN_CONTEXT;

/* 100-nanosecond steps since 1601-01-01 UTC */
typedef struct _FILETIME {
    DWORD dwLowDateTime;
    DWORD dwHighDateTime;
} FILETIME, *PFILETIME, *LPFILETIME;

typedef struct _SYSTEMTIME {
    WORD wYear;
    WORD wMonth;     /* 1 to 12 */
    WORD wDayOfWeek; /* 0 is Sunday */
    WORD wDay;
    WORD wHour;
    WORD wMinute;
    WORD wSecond;
    WORD wMilliseconds;
} SYSTEMTIME, *PSYSTEMTIME, *LPSYSTEMTIME;

#define MAX_PATH 260
#define ANYSIZE_ARRAY 1

typedef struct _WIN32_FIND_DATAA {
    DWORD dwFileAttributes;
    FILETIME ftCreationTime;
    FILETIME ftLastAccessTime;
    FILETIME ftLastWriteTime;
    DWORD nFileSizeHigh;
    DWORD nFileSizeLow;
    DWORD dwReserved0;
    DWORD dwReserved1;
    CHAR cFileName[MAX_PATH];
    CHAR cAlternateFileName[14];
} WIN32_FIND_DATAA, *PWIN32_FIND_DATAA, *LPWIN32_FIND_DATAA;

typedef struct _WIN32_FIND_DATAW {
    DWORD dwFileAttributes;
    FILETIME ftCreationTime;
    FILETIME ftLastAccessTime;
    FILETIME ftLastWriteTime;
    DWORD nFileSizeHigh;
    DWORD nFileSizeLow;
    DWORD dwReserved0;
    DWORD dwReserved1;
    WCHAR cFileName[MAX_PATH];
    WCHAR cAlternateFileName[14];
} WIN32_FIND_DATAW, *PWIN32_FIND_DATAW, *LPWIN32_FIND_DATAW;

#ifdef UNICODE
typedef WIN32_FIND_DATAW WIN32_FIND_DATA, *LPWIN32_FIND_DATA;
#else
typedef WIN32_FIND_DATAA WIN32_FIND_DATA, *LPWIN32_FIND_DATA;
#endif

/* Codes of GetLastError */
#define ERROR_SUCCESS              0
#define ERROR_FILE_NOT_FOUND       2
#define ERROR_PATH_NOT_FOUND       3
#define ERROR_ACCESS_DENIED        5
#define ERROR_INVALID_HANDLE       6
#define ERROR_NOT_ENOUGH_MEMORY    8
#define ERROR_INVALID_DATA         13
#define ERROR_NO_MORE_FILES        18
#define ERROR_WRITE_FAULT          29
#define ERROR_READ_FAULT           30
#define ERROR_GEN_FAILURE          31
#define ERROR_SHARING_VIOLATION    32
#define ERROR_HANDLE_EOF           38
#define ERROR_NOT_SUPPORTED        50
#define ERROR_FILE_EXISTS          80
#define ERROR_INVALID_PARAMETER    87
#define ERROR_DISK_FULL            112
#define ERROR_CALL_NOT_IMPLEMENTED 120
#define ERROR_INSUFFICIENT_BUFFER  122
#define ERROR_INVALID_NAME         123
#define ERROR_NEGATIVE_SEEK        131
#define ERROR_BAD_ARGUMENTS        160
#define ERROR_BAD_PATHNAME         161
#define ERROR_ALREADY_EXISTS       183
#define ERROR_FILENAME_EXCED_RANGE 206
#define ERROR_MORE_DATA            234
#define ERROR_NO_MORE_ITEMS        259
#define ERROR_USER_DISCONNECTION   631
#define ERROR_NO_CONNECTION        668
#define ERROR_IO_PENDING           997
#define ERROR_INVALID_FLAGS        1004
#define ERROR_NOT_FOUND            1168
#define ERROR_CANCELLED            1223
#define ERROR_TIMEOUT              1460
#define ERROR_NOT_CONNECTED        2250
#define ERROR_INVALID_OPERATION    4317

/* Files */
#define GENERIC_READ             0x80000000
#define GENERIC_WRITE            0x40000000
#define FILE_ATTRIBUTE_READONLY  0x00000001
#define FILE_ATTRIBUTE_HIDDEN    0x00000002
#define FILE_ATTRIBUTE_SYSTEM    0x00000004
#define FILE_ATTRIBUTE_DIRECTORY 0x00000010
#define FILE_ATTRIBUTE_ARCHIVE   0x00000020
#define FILE_ATTRIBUTE_NORMAL    0x00000080
#define FILE_ATTRIBUTE_TEMPORARY 0x00000100

/* Positions in files */
#define FILE_BEGIN               0
#define FILE_CURRENT             1
#define FILE_END                 2
#define INVALID_SET_FILE_POINTER 0xFFFFFFFF
#define INVALID_FILE_SIZE        0xFFFFFFFF

/*
 * Free text that a function has allocated for its caller (option 75 and InternetGetProxyInfo; the texts of
 * INTERNET_CERTIFICATE_INFO). They need <stdlib.h>.
 */
#define GlobalFree(hMem) (free(hMem), wininet4j_freed())
#define LocalFree(hMem)  (free(hMem), wininet4j_freed())
static inline HANDLE wininet4j_freed(void) { return NULL; }

#ifdef __cplusplus
extern "C" {
#endif

/* The calling thread's last error, as kernel32 keeps it. Exported by libwininet. */
DWORD WINAPI GetLastError(VOID);
VOID WINAPI SetLastError(DWORD dwErrCode);

#ifdef __cplusplus
}
#endif

#endif
#endif

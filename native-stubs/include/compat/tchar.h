/*
 * Text that is wide in a program with UNICODE or _UNICODE, and narrow in others. Define both or none of them, before
 * the first header.
 */
#ifndef WININET4J_COMPAT_TCHAR_H
#define WININET4J_COMPAT_TCHAR_H

#if defined(_UNICODE) && !defined(UNICODE)
#define UNICODE
#endif

#include "windows.h"

typedef TCHAR _TCHAR;
#define __T(literal)   TEXT(literal)
#define _T(literal)    TEXT(literal)
#define _TEXT(literal) TEXT(literal)

#ifdef UNICODE
#define _tmain           wmain
#define _tWinMain        wWinMain
#define _tprintf         wininet4j_wprintf
#define _ftprintf        wininet4j_fwprintf
#define _tprintf_s       wininet4j_wprintf
#define _stprintf        wininet4j_swprintf_any
#define _sntprintf       wininet4j_swprintf
#define _sntprintf_s     wininet4j_snwprintf_s
#define _stprintf_s      wininet4j_swprintf_whole
#define _vftprintf       wininet4j_vfwprintf
#define _vsntprintf      wininet4j_vswprintf
#define _vstprintf_s     wininet4j_vswprintf_whole
#define _fputts          wininet4j_fputws
#define _putts           wininet4j_putws
#define _tfopen          wininet4j_wfopen
#define _tfopen_s        _wfopen_s
#define _tcslen          wininet4j_wcslen
#define _tcscpy          lstrcpyW
#define _tcscpy_s        wcscpy_s
#define _tcsncpy         wininet4j_wcsncpy
#define _tcsncpy_s       wcsncpy_s
#define _tcscat          lstrcatW
#define _tcscat_s        wcscat_s
#define _tcscmp          lstrcmpW
#define _tcsncmp(a, b, count) wininet4j_compare((a), (b), (count), FALSE)
#define _tcsicmp         _wcsicmp
#define _tcsnicmp        _wcsnicmp
#define _tcschr          wininet4j_wcschr
#define _tcsrchr         wininet4j_wcsrchr
#define _tcsstr          wininet4j_wcsstr
#define _tcsdup          wininet4j_wcsdup
#define _tcstol(text, end, base)  ((LONG)wininet4j_wcstoll((text), (end), (base)))
#define _tcstoul(text, end, base) ((ULONG)wininet4j_wcstoll((text), (end), (base)))
#define _ttoi            _wtoi
#define _ttol            _wtol
#define _tstoi           _wtoi
#define _ttoi64          _wtoi64
#else
#define _tmain           main
#define _tWinMain        WinMain
#define _tprintf         wininet4j_printf
#define _ftprintf        wininet4j_fprintf
#define _stprintf        wininet4j_sprintf
#define _tprintf_s       wininet4j_printf
#define _sntprintf       wininet4j_snprintf_cut
#define _sntprintf_s     wininet4j_snprintf_s
#define _stprintf_s      wininet4j_sprintf_whole
#define _vftprintf       wininet4j_vfprintf
#define _vsntprintf      wininet4j_vsnprintf_cut
#define _vstprintf_s     wininet4j_vsprintf_whole
#define _fputts          fputs
#define _putts           puts
#define _tfopen          fopen
#define _tfopen_s        fopen_s
#define _tcslen          strlen
#define _tcscpy          strcpy
#define _tcscpy_s        strcpy_s
#define _tcsncpy         strncpy
#define _tcsncpy_s       strncpy_s
#define _tcscat          strcat
#define _tcscat_s        strcat_s
#define _tcscmp          strcmp
#define _tcsncmp         strncmp
#define _tcsicmp         strcasecmp
#define _tcsnicmp        strncasecmp
#define _tcschr          strchr
#define _tcsrchr         strrchr
#define _tcsstr          strstr
#define _tcsdup          strdup
#define _tcstol          strtol
#define _tcstoul         strtoul
#define _ttoi            atoi
#define _ttol            atol
#define _tstoi           atoi
#define _ttoi64          atoll
#endif

#endif

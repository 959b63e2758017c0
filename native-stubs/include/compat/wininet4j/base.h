/*
 * Types, macros and words of windows.h that wininet.h does without.
 */
#ifndef WININET4J_COMPAT_BASE_H
#define WININET4J_COMPAT_BASE_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "../../wininet4j_types.h"
#include "words.h"

#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>
#include <wctype.h>

/* Whether L"text" is a WCHAR text. */
#if !defined(__cplusplus) && __SIZEOF_WCHAR_T__ == 2
#define WININET4J_SHORT_WCHAR
#endif

/* TEXT may have a macro inside, and stands beside L"text". */
#undef TEXT
#ifndef UNICODE
#define __TEXT(literal) literal
#elif defined(WININET4J_SHORT_WCHAR)
#define __TEXT(literal) L##literal
#else
#define __TEXT(literal) u##literal
#endif
#define TEXT(literal) __TEXT(literal)

/* Calling conventions and other words that say nothing here */
#define __cdecl
#define _cdecl
#define __stdcall
#define _stdcall
#define __fastcall
#define WINAPIV
#define WINBASEAPI
#define PASCAL
#define FAR
#define NEAR
#define __forceinline    inline __attribute__((always_inline))

/* Of the words of __declspec those count that change what a program does. */
#define __declspec(what)               WININET4J_DECLSPEC_##what
#define WININET4J_DECLSPEC_thread      __thread
#define WININET4J_DECLSPEC_align(size) __attribute__((aligned(size)))
#define WININET4J_DECLSPEC_noreturn    __attribute__((noreturn))
#define WININET4J_DECLSPEC_noinline    __attribute__((noinline))
#define WININET4J_DECLSPEC_selectany   __attribute__((weak))
#define WININET4J_DECLSPEC_dllexport
#define WININET4J_DECLSPEC_dllimport
#define WININET4J_DECLSPEC_nothrow
#define WININET4J_DECLSPEC_novtable
#define WININET4J_DECLSPEC_restrict
#define WININET4J_DECLSPEC_deprecated
#define __int8           char
#define __int16          short
#define __int32          int
#define __int64          long long

/* Numbers */
typedef char *PCHAR;
typedef unsigned char UCHAR, *PUCHAR;
typedef int16_t SHORT, *PSHORT;
typedef int8_t INT8;
typedef int16_t INT16;
typedef int32_t INT32;
typedef int64_t INT64;
typedef uint8_t UINT8;
typedef uint16_t UINT16;
typedef uint32_t UINT32;
typedef uint64_t UINT64;
typedef uint32_t DWORD32;
typedef uint64_t DWORD64, QWORD;
typedef int32_t LONG32;
typedef int64_t LONG64;
typedef int *PINT, *LPINT;
typedef unsigned int *PUINT;
typedef float FLOAT;
typedef double DOUBLE;
typedef BYTE BOOLEAN;
#ifndef WIN32_LEAN_AND_MEAN
/* Of rpc.h, which windows.h has unless it is kept lean. */
typedef unsigned char byte;
#endif
typedef uintptr_t SIZE_T, *PSIZE_T;
typedef intptr_t SSIZE_T;
typedef int32_t HRESULT;
typedef UINT_PTR WPARAM;
typedef LONG_PTR LPARAM, LRESULT;
typedef WORD ATOM;
typedef int errno_t;
typedef size_t rsize_t;
typedef HANDLE HMODULE;
typedef HANDLE HKEY;
typedef VOID *LPSECURITY_ATTRIBUTES, *PSECURITY_ATTRIBUTES;

typedef union _LARGE_INTEGER {
    __extension__ struct {
        DWORD LowPart;
        LONG HighPart;
    };
    struct {
        DWORD LowPart;
        LONG HighPart;
    } u;
    LONGLONG QuadPart;
} LARGE_INTEGER, *PLARGE_INTEGER;

typedef union _ULARGE_INTEGER {
    __extension__ struct {
        DWORD LowPart;
        DWORD HighPart;
    };
    struct {
        DWORD LowPart;
        DWORD HighPart;
    } u;
    ULONGLONG QuadPart;
} ULARGE_INTEGER, *PULARGE_INTEGER;

/* Parts of numbers */
#define LOBYTE(w)      ((BYTE)((DWORD_PTR)(w) & 0xFF))
#define HIBYTE(w)      ((BYTE)((DWORD_PTR)(w) >> 8 & 0xFF))
#define LOWORD(l)      ((WORD)((DWORD_PTR)(l) & 0xFFFF))
#define HIWORD(l)      ((WORD)((DWORD_PTR)(l) >> 16 & 0xFFFF))
#define MAKEWORD(a, b) ((WORD)(LOBYTE(a) | (WORD)LOBYTE(b) << 8))
#define MAKELONG(a, b) ((LONG)(LOWORD(a) | (DWORD)LOWORD(b) << 16))
#define ARRAYSIZE(a)   (sizeof(a) / sizeof((a)[0]))
#define _countof       ARRAYSIZE
#ifndef __cplusplus
#ifndef min
#define min(a, b) ((a) < (b) ? (a) : (b))
#endif
#ifndef max
#define max(a, b) ((a) > (b) ? (a) : (b))
#endif
#endif
#define UNREFERENCED_PARAMETER(p) ((void)(p))
#define MAXDWORD                  0xFFFFFFFF

/* Results */
#define S_OK                   ((HRESULT)0)
#define S_FALSE                ((HRESULT)1)
#define E_FAIL                 ((HRESULT)0x80004005)
#define E_OUTOFMEMORY          ((HRESULT)0x8007000E)
#define E_INVALIDARG           ((HRESULT)0x80070057)
#define SUCCEEDED(result)      ((HRESULT)(result) >= 0)
#define FAILED(result)         ((HRESULT)(result) < 0)
#define HRESULT_FROM_WIN32(e)  ((HRESULT)(e) <= 0 ? (HRESULT)(e) : (HRESULT)(((e) & 0xFFFF) | 0x80070000))
#define NO_ERROR               0
#define ERROR_OUTOFMEMORY      14
#define ERROR_MOD_NOT_FOUND    126
#define ERROR_PROC_NOT_FOUND   127
#define ERROR_NOT_OWNER        288
#define ERROR_TOO_MANY_POSTS   298
#define ERROR_MR_MID_NOT_FOUND 317
#define ERROR_OPERATION_ABORTED 995
#define ERROR_NO_UNICODE_TRANSLATION    1113
#define ERROR_RESOURCE_TYPE_NOT_FOUND   1813

/* Memory */
#define RtlZeroMemory(to, size)       memset((to), 0, (size))
#define RtlFillMemory(to, size, byte) memset((to), (byte), (size))
#define RtlCopyMemory(to, from, size) memcpy((to), (from), (size))
#define RtlMoveMemory(to, from, size) memmove((to), (from), (size))
#define ZeroMemory                    RtlZeroMemory
#define FillMemory                    RtlFillMemory
#define CopyMemory                    RtlCopyMemory
#define MoveMemory                    RtlMoveMemory

static inline PVOID SecureZeroMemory(PVOID to, SIZE_T size) {
    /* The compiler sees no reason to leave it out. */
    __asm__ volatile("" : : "r"(memset(to, 0, size)) : "memory");
    return to;
}

#endif

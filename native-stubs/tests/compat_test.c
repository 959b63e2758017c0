/* The functions of include/compat, each with what Windows's documentation says of it. No engine is needed. */
#include <windows.h>
#include <WinInet.h>
#include <strsafe.h>
#include <tchar.h>

#include "check.h"

static int same_wide(LPCWSTR text, const char *ascii) {
    char narrow[200];
    CHECK(WideCharToMultiByte(CP_ACP, 0, text, -1, narrow, sizeof narrow, NULL, NULL) > 0);
    return strcmp(narrow, ascii) == 0;
}

static void parts_of_numbers(void) {
    CHECK(LOWORD(0x12345678) == 0x5678 && HIWORD(0x12345678) == 0x1234);
    CHECK(LOBYTE(0x1234) == 0x34 && HIBYTE(0x1234) == 0x12);
    CHECK(MAKEWORD(0x34, 0x12) == 0x1234 && MAKELONG(0x5678, 0x9234) == (LONG)0x92345678);
    CHECK(FAILED(E_FAIL) && SUCCEEDED(S_OK) && SUCCEEDED(S_FALSE));
    CHECK(HRESULT_FROM_WIN32(ERROR_INTERNET_TIMEOUT) == (HRESULT)0x80072EE2 && HRESULT_FROM_WIN32(0) == S_OK);
    CHECK(sizeof(DWORD) == 4 && sizeof(LARGE_INTEGER) == 8 && sizeof(TCHAR) == sizeof TEXT("x")[0]);
    LARGE_INTEGER large;
    ULARGE_INTEGER positive;
    large.QuadPart = -2;
    positive.LowPart = 3;
    positive.HighPart = 1;
    CHECK(large.LowPart == 0xFFFFFFFE && large.u.HighPart == -1 && positive.QuadPart == 0x100000003);
    int numbers[7];
    CHECK(ARRAYSIZE(numbers) == 7 && _countof(numbers) == 7);
    FillMemory(numbers, sizeof numbers, 0xFF);
    SecureZeroMemory(numbers, sizeof(int));
    CHECK(numbers[0] == 0 && numbers[1] == -1);
}

static void conversions(void) {
    static const char utf8[] = "a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80";
    static const WCHAR utf16[] = {'a', 0xE4, 0x20AC, 0xD83D, 0xDE00, 0};
    WCHAR wide[10];
    char bytes[20];
    BOOL lost = FALSE;

    CHECK(MultiByteToWideChar(CP_UTF8, 0, utf8, -1, NULL, 0) == 6);
    CHECK(MultiByteToWideChar(CP_UTF8, 0, utf8, -1, wide, 6) == 6 && memcmp(wide, utf16, sizeof utf16) == 0);
    FAILS(MultiByteToWideChar(CP_UTF8, 0, utf8, -1, wide, 5), ERROR_INSUFFICIENT_BUFFER);
    CHECK(MultiByteToWideChar(CP_UTF8, 0, utf8, 3, wide, 10) == 2);
    CHECK(WideCharToMultiByte(CP_UTF8, 0, utf16, -1, NULL, 0, NULL, NULL) == sizeof utf8);
    CHECK(WideCharToMultiByte(CP_UTF8, 0, utf16, -1, bytes, sizeof bytes, NULL, NULL) == sizeof utf8);
    CHECK(strcmp(bytes, utf8) == 0);
    CHECK(WideCharToMultiByte(CP_ACP, 0, utf16, -1, bytes, sizeof bytes, NULL, &lost) == 5 && lost);
    CHECK(strcmp(bytes, "a\xE4\x80?") == 0);
    CHECK(MultiByteToWideChar(CP_ACP, 0, "\x80\x9F", -1, wide, 10) == 3 && wide[0] == 0x20AC && wide[1] == 0x178);
    /* What is no UTF-8: too long, half a pair, cut off. */
    CHECK(MultiByteToWideChar(CP_UTF8, 0, "\xC0\x80", 2, wide, 10) == 2 && wide[0] == 0xFFFD);
    FAILS(MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, "\xED\xA0\x80", 3, wide, 10),
        ERROR_NO_UNICODE_TRANSLATION);
    FAILS(MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, "\xE2\x82", 2, wide, 10), ERROR_NO_UNICODE_TRANSLATION);
    CHECK(WideCharToMultiByte(CP_UTF8, 0, utf16 + 4, -1, bytes, sizeof bytes, NULL, NULL) == 4);
    FAILS(WideCharToMultiByte(CP_UTF8, 0, utf16, 0, bytes, sizeof bytes, NULL, NULL), ERROR_INVALID_PARAMETER);
    FAILS(MultiByteToWideChar(4711, 0, "a", 1, wide, 10), ERROR_INVALID_PARAMETER);
}

static void multibyte(void) {
    static const char utf8[] = "a\xC3\xA4\xE2\x82\xAC";
    WCHAR wide[8];
    char bytes[8];
    size_t done = 0;

    CHECK(wininet4j_mbstowcs(NULL, utf8, 0) == 3 && wininet4j_mbstowcs(wide, utf8, 8) == 3 && wide[2] == 0x20AC);
    CHECK(wide[3] == 0 && (wide[2] = 7) == 7 && wininet4j_mbstowcs(wide, utf8, 2) == 2 && wide[2] == 7);
    CHECK(mbstowcs_s(&done, wide, 8, utf8, _TRUNCATE) == 0 && done == 4 && wide[3] == 0);
    CHECK(wininet4j_wcstombs(NULL, wide, 0) == 6 && wininet4j_wcstombs(bytes, wide, 8) == 6);
    CHECK(strcmp(bytes, utf8) == 0 && wininet4j_wcstombs(bytes, wide, 5) == 3 && strcmp(bytes, "a\xC3\xA4") == 0);
    CHECK(wcstombs_s(&done, bytes, 8, wide, 7) == 0 && done == 7 && strcmp(bytes, utf8) == 0);
    CHECK(mbstowcs_s(&done, NULL, 0, utf8, 0) == 0 && done == 4);
    CHECK(mbstowcs_s(&done, wide, 3, utf8, _TRUNCATE) == STRUNCATE && done == 3 && wide[2] == 0);
    CHECK(mbstowcs_s(&done, wide, 3, utf8, 3) == ERANGE && wide[0] == 0);
#ifdef WININET4J_SHORT_WCHAR
    CHECK(mbstowcs(wide, utf8, 8) == 3 && wcstombs(bytes, L"x", 8) == 1 && towlower(L'A') == L'a');
#endif
}

static void texts(void) {
    char narrow[8];
    WCHAR wide[20];

    CHECK(lstrcmpA(lstrcpynA(narrow, "too long for it", 8), "too lon") == 0 && lstrlenA(NULL) == 0);
    CHECK(lstrcmpiA("ABC", "abc") == 0 && lstrcmpA("a", "b") < 0 && _stricmp("X", "x") == 0);
    CHECK(MultiByteToWideChar(CP_ACP, 0, "http://Host/", -1, wide, 20) == 13);
    CHECK(lstrlenW(wide) == 12 && same_wide(wide, "http://Host/"));
    CHECK(lstrlen(TEXT("abc")) == 3 && _tcslen(_T("abcd")) == 4 && _tcscmp(_T("b"), _T("a")) > 0);
    CHECK(_tcschr(TEXT("abc"), TEXT('c')) != NULL && _tcsstr(TEXT("abc"), TEXT("bd")) == NULL);
    CHECK(_ttoi(TEXT("-17x")) == -17 && _tcsicmp(TEXT("aB"), TEXT("Ab")) == 0);
    CHECK(strcpy_s(narrow, 8, "12345678") == ERANGE && narrow[0] == 0);
    CHECK(strcpy_s(narrow, 8, "1234") == 0 && strcat_s(narrow, 8, "567") == 0 && strcmp(narrow, "1234567") == 0);
    CHECK(strncpy_s(narrow, 4, "12345678", _TRUNCATE) == STRUNCATE && strcmp(narrow, "123") == 0);
    CHECK(strncpy_s(narrow, 4, "12345678", 3) == 0 && strcpy_s(narrow, 4, NULL) == EINVAL && narrow[0] == 0);
    CHECK(strcpy_s(NULL, 4, "1") == EINVAL && strcat_s(NULL, 4, "1") == EINVAL);
    CHECK(StringCchCopyA(narrow, 4, "12345") == STRSAFE_E_INSUFFICIENT_BUFFER && strcmp(narrow, "123") == 0);
    CHECK(StringCchCatA(narrow, 8, "4567") == S_OK && strcmp(narrow, "1234567") == 0);
    CHECK(StringCchPrintfA(narrow, 4, "%d", 12345) == STRSAFE_E_INSUFFICIENT_BUFFER && strcmp(narrow, "123") == 0);
    CHECK(StringCchPrintfA(narrow, 0, "%d", 1) == STRSAFE_E_INVALID_PARAMETER);
    CHECK(StringCchCopyA(narrow, (size_t)STRSAFE_MAX_CCH + 1, "x") == STRSAFE_E_INVALID_PARAMETER && narrow[0] != 'x');
    CHECK(StringCchCopyNA(narrow, 8, "abcdef", 3) == S_OK && StringCchCatNA(narrow, 5, "xyz", 2) != S_OK);
    CHECK(strcmp(narrow, "abcx") == 0 && wcsncpy_s(wide, 4, u"12345", _TRUNCATE) == STRUNCATE && wide[3] == 0);
    strcpy(narrow, "aB;c");
    char *rest = NULL;
    CHECK(strcmp(strtok_s(_strupr(narrow), ";", &rest), "AB") == 0 && strcmp(_strlwr(rest), "c") == 0);
    lstrcpy((LPTSTR)(void *)wide, TEXT("ab"));
    CHECK(*CharNext((LPCTSTR)(void *)wide) == 'b' && *AnsiNext("x") == 0 && *AnsiNext("") == 0);
    CHECK(CharPrev((LPCTSTR)(void *)wide, (LPCTSTR)(void *)wide) == (LPCTSTR)(void *)wide);
    CHECK(strcmp(_itoa(-255, narrow, 10), "-255") == 0 && strcmp(_itoa(255, narrow, 16), "ff") == 0);
}

#define FORMATTED(expected, ...) CHECK((wsprintfA(text, __VA_ARGS__), strcmp(text, expected)) == 0)

static void formats(void) {
    static const WCHAR wide_a[] = {0xC4, 'b', 0};
    static const WCHAR wide_format[] = {'%', 's', '|', '%', 'S', '|', '%', '0', '4', 'l', 'X', '|', '%', 'h', 's', 0};
    char text[1100];
    WCHAR wide[1100];
    DWORD error = 0xFFFFFFFF;

    FORMATTED("4294967295 -1 ffffffff", "%lu %ld %lx", error, error, error);
    FORMATTED("-5000000000 5000000000 12", "%I64d %llu %I32u", -5000000000LL, 5000000000ULL, 12u);
    FORMATTED("   -7|-7   |0007|+7|0x1f|7", "%5d|%-5d|%04d|%+d|%#x|%hu", -7, -7, 7, 7, 31, 0x10007);
    FORMATTED("abc  |  abc|ab|%|c", "%-5s|%5s|%.2s|%%|%c", "abc", "abc", "abc", 'c');
    FORMATTED("\xC3\x84" "b|(null)|00000000000000FF", "%S|%s|%p", wide_a, (char *)NULL, (void *)0xFF);
    FORMATTED("  42|042|3.50|1e+06", "%*d|%.*d|%.2f|%g", 4, 42, 3, 42, 3.5, 1e6);
    FORMATTED("\xC3\x84" "b|12", "%ls|%Iu", wide_a, (SIZE_T)12);
    CHECK(wsprintfW(wide, wide_format, wide_a, "n", 0x1Fu, "h") == 11 && wide[0] == 0xC4 && wide[1] == 'b');
    CHECK(same_wide(wide + 2, "|n|001F|h"));
    CHECK(wsprintfW(wide, u"%4s|%-4s|%3c|", wide_a, wide_a, 0xC4) == 14 && wide[2] == 0xC4 && wide[4] == '|');
    CHECK(wide[5] == 0xC4 && wide[8] == ' ' && wide[12] == 0xC4 && wide[13] == '|');
    CHECK(wsprintfA(text, "%2000s", "x") == 1023 && strlen(text) == 1023);
    CHECK(_snprintf(text, 4, "%s", "abcdef") == -1 && strcmp(text, "abc") == 0);
    CHECK(_snprintf(text, 7, "%s", "abcdef") == 6 && wininet4j_snprintf(NULL, 0, "%s", "abcdef") == 6);
    CHECK(sprintf_s(text, 4, "%d", 12345) == -1 && text[0] == 0 && sprintf_s(text, 4, "%d", 123) == 3);
    CHECK(_snprintf_s(text, 4, _TRUNCATE, "%d", 12345) == -1 && strcmp(text, "123") == 0);
    CHECK(_snprintf_s(text, 9, 2, "%d", 123) == -1 && _snprintf_s(text, 9, 3, "%d", 123) == 3);
    CHECK(wininet4j_sprintf(text, "%0700d", 1) == 700 && text[699] == '1');
    CHECK(_stprintf((TCHAR *)wide, TEXT("%1050d"), 1) == 1050);
    CHECK(_stprintf_s((TCHAR *)wide, 100, TEXT("%s"), TEXT("t")) == 1);
}

static void blocks(void) {
    BYTE *block = (BYTE *)LocalAlloc(LPTR, 100);
    CHECK(block != NULL && block[99] == 0 && LocalSize(block) >= 100);
    memset(block, 1, 100);
    block = (BYTE *)LocalReAlloc(block, 100000, LMEM_ZEROINIT | LMEM_MOVEABLE);
    CHECK(block[99] == 1 && block[99999] == 0 && LocalFree(block) == NULL);
    block = (BYTE *)HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, 10);
    CHECK(block[9] == 0 && HeapSize(GetProcessHeap(), 0, block) >= 10 && HeapFree(GetProcessHeap(), 0, block));
    HGLOBAL moveable = GlobalAlloc(GHND, 5);
    CHECK(GlobalLock(moveable) != NULL && GlobalUnlock(moveable) && GlobalFree(moveable) == NULL);
    FAILS(HeapAlloc(GetProcessHeap(), 0, SIZE_MAX / 2), ERROR_NOT_ENOUGH_MEMORY);
}

static void objects(void) {
    HANDLE both[2];
    LONG before = 0;
    HANDLE automatic = both[0] = CreateEvent(NULL, FALSE, TRUE, NULL);
    HANDLE manual = both[1] = CreateEventW(NULL, TRUE, FALSE, NULL);
    HANDLE semaphore = CreateSemaphore(NULL, 1, 2, NULL);
    HANDLE mutex = CreateMutex(NULL, TRUE, NULL);

    CHECK(WaitForSingleObject(automatic, 0) == WAIT_OBJECT_0 && WaitForSingleObject(automatic, 0) == WAIT_TIMEOUT);
    CHECK(SetEvent(manual) && WaitForSingleObject(manual, 0) == WAIT_OBJECT_0);
    CHECK(WaitForMultipleObjects(2, both, FALSE, INFINITE) == WAIT_OBJECT_0 + 1);
    CHECK(WaitForMultipleObjects(2, both, TRUE, 1) == WAIT_TIMEOUT);
    CHECK(SetEvent(automatic) && WaitForMultipleObjects(2, both, TRUE, INFINITE) == WAIT_OBJECT_0);
    CHECK(WaitForSingleObject(automatic, 0) == WAIT_TIMEOUT && ResetEvent(manual));
    CHECK(WaitForSingleObject(manual, 0) == WAIT_TIMEOUT);
    CHECK(ReleaseSemaphore(semaphore, 1, &before) && before == 1);
    FAILS(ReleaseSemaphore(semaphore, 1, NULL), ERROR_TOO_MANY_POSTS);
    CHECK(WaitForSingleObject(semaphore, 0) == 0 && WaitForSingleObject(semaphore, 0) == 0);
    CHECK(WaitForSingleObject(semaphore, 0) == WAIT_TIMEOUT);
    CHECK(WaitForSingleObject(mutex, 0) == WAIT_OBJECT_0 && ReleaseMutex(mutex) && ReleaseMutex(mutex));
    FAILS(ReleaseMutex(mutex), ERROR_NOT_OWNER);
    CHECK(WaitForSingleObject(NULL, 0) == WAIT_FAILED && GetLastError() == ERROR_INVALID_HANDLE);
    CHECK(WaitForMultipleObjects(0, both, FALSE, 0) == WAIT_FAILED && GetLastError() == ERROR_INVALID_PARAMETER);
    FAILS(SetEvent(semaphore), ERROR_INVALID_HANDLE);
    FAILS(CloseHandle(INVALID_HANDLE_VALUE), ERROR_INVALID_HANDLE);
    /* One of WinInet, an address, one that is closed. */
    FAILS(CloseHandle((HANDLE)(UINT_PTR)0xCC0004), ERROR_INVALID_HANDLE);
    FAILS(SetEvent(&before), ERROR_INVALID_HANDLE);
    HANDLE closed = CreateEvent(NULL, FALSE, FALSE, NULL);
    CHECK(CloseHandle(closed));
    FAILS(CloseHandle(closed), ERROR_INVALID_HANDLE);
    CHECK(WaitForSingleObject(closed, 0) == WAIT_FAILED && GetLastError() == ERROR_INVALID_HANDLE);
    CHECK(CloseHandle(automatic) && CloseHandle(manual) && CloseHandle(semaphore) && CloseHandle(mutex));
}

static CRITICAL_SECTION section;
static LONG locked_count;
static LONG atomic_count;
static HANDLE begin;

static DWORD WINAPI count(LPVOID times) {
    WaitForSingleObject(begin, INFINITE);
    for (LONG i = 0; i < *(LONG *)times; i++) {
        EnterCriticalSection(&section);
        EnterCriticalSection(&section);
        locked_count++;
        LeaveCriticalSection(&section);
        LeaveCriticalSection(&section);
        InterlockedIncrement(&atomic_count);
    }
    return GetCurrentThreadId();
}

static unsigned __stdcall end_early(void *code) {
    _endthreadex(*(unsigned *)code);
    return 0;
}

static DWORD WINAPI leave_owned(LPVOID mutex) { return WaitForSingleObject((HANDLE)mutex, INFINITE); }

static DWORD WINAPI wait_for(LPVOID event) { return WaitForSingleObject((HANDLE)event, 10000); }

static void ends_of_threads(void) {
    HANDLE mutex = CreateMutex(NULL, FALSE, NULL);
    HANDLE event = CreateEvent(NULL, FALSE, FALSE, NULL);
    HANDLE both[2] = {event, mutex};
    HANDLE thread = CreateThread(NULL, 0, leave_owned, mutex, 0, NULL);
    CHECK(GetThreadId(thread) != 0 && WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0 && CloseHandle(thread));
    CHECK(WaitForMultipleObjects(2, both, FALSE, INFINITE) == WAIT_ABANDONED_0 + 1 && ReleaseMutex(mutex));
    CHECK(WaitForSingleObject(mutex, 0) == WAIT_OBJECT_0 && ReleaseMutex(mutex) && CloseHandle(mutex));
    /* A wait keeps what it waits for. */
    DWORD result = 1;
    thread = CreateThread(NULL, 0, wait_for, event, 0, NULL);
    CHECK(SetEvent(event) && CloseHandle(event) && WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0);
    CHECK(GetExitCodeThread(thread, &result) && (result == WAIT_OBJECT_0 || result == WAIT_FAILED));
    CHECK(CloseHandle(thread));
}

static __declspec(thread) int of_each_thread;

static __forceinline int next_of_thread(void) { return ++of_each_thread; }

static DWORD WINAPI first_of_thread(LPVOID unused) {
    UNREFERENCED_PARAMETER(unused);
    return (DWORD)next_of_thread();
}

static void words_of_the_compiler(void) {
    __declspec(align(64)) BYTE block[64];
    DWORD first = 0;
    CHECK(((UINT_PTR)block & 63) == 0 && next_of_thread() == 1 && next_of_thread() == 2);
    HANDLE thread = CreateThread(NULL, 0, first_of_thread, NULL, 0, NULL);
    CHECK(WaitForSingleObject(thread, INFINITE) == 0 && GetExitCodeThread(thread, &first) && first == 1);
    CHECK(CloseHandle(thread) && lstrcmp(HTTP_VERSION, TEXT("HTTP/1.0")) == 0);
}

static void threads(void) {
    HANDLE all[8];
    DWORD ids[8];
    LONG times = 1000;
    unsigned code = 77;
    DWORD result = 0;

    InitializeCriticalSection(&section);
    begin = CreateEvent(NULL, TRUE, FALSE, NULL);
    for (int i = 0; i < 8; i++) {
        all[i] = CreateThread(NULL, 0, count, &times, i == 7 ? CREATE_SUSPENDED : 0, &ids[i]);
    }
    CHECK(GetExitCodeThread(all[0], &result) && result == STILL_ACTIVE);
    CHECK(WaitForSingleObject(all[0], 0) == WAIT_TIMEOUT && SetEvent(begin));
    CHECK(WaitForMultipleObjects(7, all, TRUE, INFINITE) == WAIT_OBJECT_0);
    CHECK(WaitForSingleObject(all[7], 0) == WAIT_TIMEOUT && ResumeThread(all[7]) == 1);
    CHECK(WaitForSingleObject(all[7], INFINITE) == WAIT_OBJECT_0);
    for (int i = 0; i < 8; i++) {
        CHECK(GetExitCodeThread(all[i], &result) && result == ids[i] && CloseHandle(all[i]));
    }
    CHECK(locked_count == 8 * times && atomic_count == 8 * times);
    HANDLE thread = (HANDLE)_beginthreadex(NULL, 4096, end_early, &code, 0, NULL);
    CHECK(WaitForSingleObject(thread, INFINITE) == 0 && GetExitCodeThread(thread, &result) && result == 77);
    CHECK(CloseHandle(thread) && CloseHandle(begin));
    DeleteCriticalSection(&section);
    CHECK(InterlockedExchangeAdd(&atomic_count, 5) == 8 * times);
    CHECK(InterlockedDecrement(&atomic_count) == 8 * times + 4);
    CHECK(InterlockedCompareExchange(&atomic_count, 1, 0) == 8 * times + 4);
    CHECK(InterlockedExchange(&atomic_count, 0) == 8 * times + 4);
    InterlockedCompareExchange(&atomic_count, 6, 0);
    CHECK(atomic_count == 6);
}

static void times(void) {
    SYSTEMTIME day;
    FILETIME time = {0xD53E8000, 0x019DB1DE}; /* 1970-01-01 */
    FILETIME earlier = {0, 0};
    ULONGLONG start = GetTickCount64();

    CHECK(FileTimeToSystemTime(&time, &day) && day.wYear == 1970 && day.wMonth == 1 && day.wDay == 1);
    CHECK(day.wDayOfWeek == 4 && day.wHour == 0 && day.wMilliseconds == 0);
    CHECK(FileTimeToSystemTime(&earlier, &day) && day.wYear == 1601 && day.wMonth == 1 && day.wDay == 1);
    CHECK(CompareFileTime(&earlier, &time) == -1 && CompareFileTime(&time, &time) == 0);
    day.wYear = 2024, day.wMonth = 2, day.wDay = 29, day.wHour = 23, day.wMinute = 59, day.wSecond = 59;
    day.wMilliseconds = 999;
    CHECK(SystemTimeToFileTime(&day, &time) && FileTimeToSystemTime(&time, &day));
    CHECK(day.wDay == 29 && day.wSecond == 59 && day.wMilliseconds == 999 && day.wDayOfWeek == 4);
    day.wYear = 2023;
    FAILS(SystemTimeToFileTime(&day, &time), ERROR_INVALID_PARAMETER);
    time.dwHighDateTime = 0x80000000;
    FAILS(FileTimeToSystemTime(&time, &day), ERROR_INVALID_PARAMETER);
    Sleep(2);
    CHECK(GetTickCount64() >= start + 2);
    GetSystemTime(&day);
    CHECK(day.wYear > 2020);
}

static void messages(void) {
    HMODULE wininet = GetModuleHandleA("wininet.dll");
    DWORD both = FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_FROM_HMODULE;
    LPSTR text = NULL;
    char room[200];

    CHECK(wininet != NULL && GetModuleHandle(NULL) != NULL);
    DWORD length = FormatMessageA(
        both | FORMAT_MESSAGE_ALLOCATE_BUFFER, wininet, ERROR_INTERNET_TIMEOUT, 0, (LPSTR)&text, 0, NULL);
    CHECK(length > 0 && strlen(text) == length && strcmp(text + length - 2, "\r\n") == 0 && LocalFree(text) == NULL);
    CHECK(FormatMessageA(both, NULL, ERROR_ACCESS_DENIED, 0, room, sizeof room, NULL) > 0);
    CHECK(strcmp(room, "Access is denied.\r\n") == 0);
    FAILS(FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, ERROR_INTERNET_TIMEOUT, 0, room, 200, NULL),
        ERROR_MR_MID_NOT_FOUND);
    FAILS(FormatMessageA(FORMAT_MESSAGE_FROM_HMODULE, NULL, ERROR_INTERNET_TIMEOUT, 0, room, 200, NULL),
        ERROR_RESOURCE_TYPE_NOT_FOUND);
    FAILS(FormatMessageA(both, wininet, ERROR_ACCESS_DENIED, 0, room, 5, NULL), ERROR_INSUFFICIENT_BUFFER);
    FAILS(FormatMessageA(0, NULL, 5, 0, room, 200, NULL), ERROR_INVALID_PARAMETER);
    CHECK(GetProcAddress(wininet, "InternetOpenA") != NULL && GetProcAddress(wininet, "GetLastError") != NULL);
    FAILS(GetProcAddress(wininet, "InternetOpenZ"), ERROR_PROC_NOT_FOUND);
    FAILS(GetProcAddress(wininet, MAKEINTRESOURCEA(101)), ERROR_PROC_NOT_FOUND);
    FAILS(LoadLibraryA("kernel99.dll"), ERROR_MOD_NOT_FOUND);
    HMODULE loaded = LoadLibraryA("C:\\Windows\\System32\\WinINet.dll");
    CHECK(loaded != NULL && FreeLibrary(loaded));
}

int main(void) {
    parts_of_numbers();
    conversions();
    multibyte();
    texts();
    formats();
    blocks();
    objects();
    threads();
    ends_of_threads();
    words_of_the_compiler();
    times();
    messages();
    printf("%d failures\n", failures);
    return failures != 0;
}

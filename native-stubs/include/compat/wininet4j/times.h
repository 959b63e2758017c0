/*
 * Times and waits.
 */
#ifndef WININET4J_COMPAT_TIMES_H
#define WININET4J_COMPAT_TIMES_H

#include "base.h"

#include <time.h>

#define INFINITE 0xFFFFFFFF

#define WININET4J_NANOS 1000000000LL

/* 100-nanosecond steps from 1601 to 1970 */
#define WININET4J_EPOCH 116444736000000000LL

static inline ULONGLONG GetTickCount64(VOID) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (ULONGLONG)now.tv_sec * 1000 + (ULONGLONG)now.tv_nsec / 1000000;
}

static inline DWORD GetTickCount(VOID) { return (DWORD)GetTickCount64(); }

static inline BOOL QueryPerformanceFrequency(LARGE_INTEGER *frequency) {
    frequency->QuadPart = WININET4J_NANOS;
    return TRUE;
}

static inline BOOL QueryPerformanceCounter(LARGE_INTEGER *count) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    count->QuadPart = (LONGLONG)now.tv_sec * WININET4J_NANOS + now.tv_nsec;
    return TRUE;
}

static inline VOID Sleep(DWORD milliseconds) {
    struct timespec left = {(time_t)(milliseconds / 1000), (long)(milliseconds % 1000) * 1000000};
    do {
        while (nanosleep(&left, &left) != 0 && errno == EINTR) {
        }
    } while (milliseconds == INFINITE);
}

/* Nothing is queued for a thread that could wake it. */
static inline DWORD SleepEx(DWORD milliseconds, BOOL alertable) {
    (void)alertable;
    Sleep(milliseconds);
    return 0;
}

static inline FILETIME wininet4j_file_time(LONGLONG steps) {
    FILETIME time;
    time.dwLowDateTime = (DWORD)steps;
    time.dwHighDateTime = (DWORD)(steps >> 32);
    return time;
}

static inline LONGLONG wininet4j_steps(const FILETIME *time) {
    return (LONGLONG)((ULONGLONG)time->dwHighDateTime << 32 | time->dwLowDateTime);
}

static inline VOID GetSystemTimeAsFileTime(LPFILETIME time) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    *time = wininet4j_file_time(WININET4J_EPOCH + (LONGLONG)now.tv_sec * 10000000 + now.tv_nsec / 100);
}

static inline VOID wininet4j_system_time(const struct tm *from, int milliseconds, LPSYSTEMTIME to) {
    to->wYear = (WORD)(from->tm_year + 1900);
    to->wMonth = (WORD)(from->tm_mon + 1);
    to->wDayOfWeek = (WORD)from->tm_wday;
    to->wDay = (WORD)from->tm_mday;
    to->wHour = (WORD)from->tm_hour;
    to->wMinute = (WORD)from->tm_min;
    to->wSecond = (WORD)from->tm_sec;
    to->wMilliseconds = (WORD)milliseconds;
}

static inline BOOL FileTimeToSystemTime(const FILETIME *from, LPSYSTEMTIME to) {
    LONGLONG steps = wininet4j_steps(from);
    if (steps < 0) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    /* Days of before 1970 are counted down from it. */
    LONGLONG since = steps - WININET4J_EPOCH;
    LONGLONG rest = (since % 10000000 + 10000000) % 10000000;
    time_t seconds = (time_t)((since - rest) / 10000000);
    struct tm parts;
    gmtime_r(&seconds, &parts);
    wininet4j_system_time(&parts, (int)(rest / 10000), to);
    return TRUE;
}

static inline BOOL SystemTimeToFileTime(const SYSTEMTIME *from, LPFILETIME to) {
    struct tm parts;
    memset(&parts, 0, sizeof parts);
    parts.tm_year = from->wYear - 1900;
    parts.tm_mon = from->wMonth - 1;
    parts.tm_mday = from->wDay;
    parts.tm_hour = from->wHour;
    parts.tm_min = from->wMinute;
    parts.tm_sec = from->wSecond;
    struct tm normal = parts;
    time_t seconds = timegm(&normal);
    if (from->wYear < 1601 || normal.tm_mon != parts.tm_mon || normal.tm_mday != parts.tm_mday
        || normal.tm_hour != parts.tm_hour || normal.tm_min != parts.tm_min || normal.tm_sec != parts.tm_sec
        || from->wMilliseconds > 999) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    *to = wininet4j_file_time(
        WININET4J_EPOCH + (LONGLONG)seconds * 10000000 + (LONGLONG)from->wMilliseconds * 10000);
    return TRUE;
}

static inline VOID GetSystemTime(LPSYSTEMTIME time) {
    FILETIME now;
    GetSystemTimeAsFileTime(&now);
    (void)FileTimeToSystemTime(&now, time);
}

static inline VOID GetLocalTime(LPSYSTEMTIME time) {
    struct timespec now;
    struct tm parts;
    clock_gettime(CLOCK_REALTIME, &now);
    localtime_r(&now.tv_sec, &parts);
    wininet4j_system_time(&parts, (int)(now.tv_nsec / 1000000), time);
}

/* By the offset of now, as Windows does. */
static inline BOOL FileTimeToLocalFileTime(const FILETIME *from, LPFILETIME to) {
    time_t now = time(NULL);
    struct tm parts;
    localtime_r(&now, &parts);
    *to = wininet4j_file_time(wininet4j_steps(from) + (LONGLONG)parts.tm_gmtoff * 10000000);
    return TRUE;
}

static inline LONG CompareFileTime(const FILETIME *a, const FILETIME *b) {
    LONGLONG x = wininet4j_steps(a);
    LONGLONG y = wininet4j_steps(b);
    return x < y ? -1 : x > y;
}

#endif

/* Times as text and back. */
#include "harness.h"

#include <string.h>

static void to_text(void) {
    SYSTEMTIME time = {2024, 2, 4, 29, 13, 4, 5, 678};
    char text[INTERNET_RFC1123_BUFSIZE + 20];
    WCHAR wide[INTERNET_RFC1123_BUFSIZE + 20];
    memset(text, '#', sizeof text);
    if (TRY(InternetTimeFromSystemTimeA(&time, INTERNET_RFC1123_FORMAT, text, sizeof text))) {
        say_text("text", text, INTERNET_RFC1123_BUFSIZE);
    }
    if (TRY(InternetTimeFromSystemTimeW(&time, INTERNET_RFC1123_FORMAT, wide, sizeof wide))) {
        say_wide("text", wide, INTERNET_RFC1123_BUFSIZE);
    }
    TRY(InternetTimeFromSystemTimeA(&time, INTERNET_RFC1123_FORMAT, text, INTERNET_RFC1123_BUFSIZE));
    TRY(InternetTimeFromSystemTimeA(&time, INTERNET_RFC1123_FORMAT, text, INTERNET_RFC1123_BUFSIZE - 1));
    TRY(InternetTimeFromSystemTimeA(&time, INTERNET_RFC1123_FORMAT, text, 0));
    TRY(InternetTimeFromSystemTimeW(&time, INTERNET_RFC1123_FORMAT, wide, INTERNET_RFC1123_BUFSIZE));
    TRY(InternetTimeFromSystemTimeA(&time, 5, text, sizeof text));
    TRY(InternetTimeFromSystemTimeA(NULL, INTERNET_RFC1123_FORMAT, text, sizeof text));
    TRY(InternetTimeFromSystemTimeA(&time, INTERNET_RFC1123_FORMAT, NULL, sizeof text));
}

static void to_text_of_wrong_times(void) {
    static const SYSTEMTIME times[] = {{2024, 13, 0, 1, 0, 0, 0, 0}, {2023, 2, 0, 30, 0, 0, 0, 0},
        {2024, 2, 0, 29, 0, 0, 0, 0}, {2024, 1, 6, 1, 24, 0, 0, 0}, {1600, 1, 0, 1, 0, 0, 0, 0}};
    char text[INTERNET_RFC1123_BUFSIZE];
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        memset(text, '#', sizeof text);
        if (TRY(InternetTimeFromSystemTimeA(&times[i], INTERNET_RFC1123_FORMAT, text, sizeof text))) {
            say_text("text", text, sizeof text);
        }
    }
}

static void from_text(void) {
    static const char *const texts[] = {"Thu, 29 Feb 2024 13:04:05 GMT", "Thu, 29 Feb 2024 13:04:05",
        "thu, 29 feb 2024 13:04:05 gmt", "Mon, 29 Feb 2024 13:04:05 GMT", "Thu 29 Feb 2024 13 4 5",
        "Thursday, 29-Feb-24 13:04:05 GMT", "Thu Feb 29 13:04:05 2024", "Thu, 99 Feb 2024 13:04:05 GMT",
        "Thu, 29 Feb 24 13:04:05 GMT"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        SYSTEMTIME time;
        memset(&time, 0, sizeof time);
        say_text("text", texts[i], strlen(texts[i]));
        if (TRY(InternetTimeToSystemTimeA(texts[i], &time, 0))) {
            say("  %u-%u-%u (%u) %u:%u:%u.%u", time.wYear, time.wMonth, time.wDay, time.wDayOfWeek, time.wHour,
                time.wMinute, time.wSecond, time.wMilliseconds);
        }
    }
    SYSTEMTIME time;
    TRY(InternetTimeToSystemTimeA(NULL, &time, 0));
    TRY(InternetTimeToSystemTimeA("Thu, 29 Feb 2024 13:04:05 GMT", NULL, 0));
    TRY(InternetTimeToSystemTimeA("Thu, 29 Feb 2024 13:04:05 GMT", &time, 1));
    TRY(InternetTimeToSystemTimeW(W("Thu, 29 Feb 2024 13:04:05 GMT"), &time, 0));
}

/* These are filled up from the clock, so the times themselves are no matter of a transcript. */
static void from_incomplete_text(void) {
    static const char *const texts[] = {"29 Feb 2024", "Thu, 29 Feb", "Thu", "Fri,", "", "junk",
        "Thu, 29 Xyz 2024 13:04:05 GMT"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        SYSTEMTIME time;
        say_text("text", texts[i], strlen(texts[i]));
        TRY(InternetTimeToSystemTimeA(texts[i], &time, 0));
    }
}

const scenario time_scenarios[] = {{"times.to_text", to_text}, {"times.to_text_of_wrong_times", to_text_of_wrong_times},
    {"times.from_text", from_text}, {"times.from_incomplete_text", from_incomplete_text}, {NULL, NULL}};

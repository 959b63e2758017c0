/* Every function of the URL cache as a C program calls it, in both forms. */
#include <stdlib.h>
#include <string.h>
#include <wininet.h>

#include "check.h"

#define URL "http://c.example/page.txt"
#define HEAD "HTTP/1.1 200 OK\r\n\r\n"

static void widen(WCHAR *to, const char *from) {
    do {
        *to++ = (WCHAR)(unsigned char)*from;
    } while (*from++ != 0);
}

static void narrow(char *to, const WCHAR *from) {
    do {
        *to++ = (char)*from;
    } while (*from++ != 0);
}

static void fill(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    CHECK(file != NULL);
    if (file != NULL) {
        CHECK(fwrite(text, 1, strlen(text), file) == strlen(text));
        fclose(file);
    }
}

static int within(const void *pointer, const void *block, size_t size) {
    return (const char *)pointer >= (const char *)block && (const char *)pointer < (const char *)block + size;
}

/* R-CENT-3, R-CENT-5, R-CENT-14, R-CENT-16 */
static void store_narrow(void) {
    char path[MAX_PATH];
    FILETIME never = {0, 0};
    union {
        INTERNET_CACHE_ENTRY_INFOA info;
        char bytes[2048];
    } room;
    DWORD size = 0;

    CHECK(CreateUrlCacheEntryA(URL, 0, "txt", path, 0));
    fill(path, "content");
    CHECK(CommitUrlCacheEntryA(
        URL, path, never, never, NORMAL_CACHE_ENTRY, (LPBYTE)HEAD, sizeof HEAD - 1, NULL, NULL));
    FAILS(GetUrlCacheEntryInfoA(URL, NULL, &size), ERROR_INSUFFICIENT_BUFFER);
    CHECK(size > sizeof room.info && size <= sizeof room);
    memset(&room, 0xEE, sizeof room);
    room.info.dwStructSize = sizeof room.info;
    CHECK(GetUrlCacheEntryInfoA(URL, &room.info, &size));
    CHECK(strcmp(room.info.lpszSourceUrlName, URL) == 0 && strcmp(room.info.lpszLocalFileName, path) == 0);
    CHECK(within(room.info.lpszSourceUrlName, &room, size) && within(room.info.lpHeaderInfo, &room, size));
    CHECK(strcmp(room.info.lpHeaderInfo, HEAD) == 0 && room.info.dwSizeLow == 7);
    CHECK((unsigned char)room.bytes[size] == 0xEE);
    CHECK(GetUrlCacheEntryInfoExA(URL, &room.info, &size, NULL, NULL, NULL, 0));
    room.info.dwHitRate = 9;
    CHECK(SetUrlCacheEntryInfoA(URL, &room.info, CACHE_ENTRY_HITRATE_FC));
    CHECK(!IsUrlCacheEntryExpiredA(URL, 0, &never));
}

/* The same entry, in the wide form */
static void look_wide(void) {
    WCHAR url[100];
    WCHAR path[MAX_PATH];
    char text[1000];
    FILETIME never = {0, 0};
    union {
        INTERNET_CACHE_ENTRY_INFOW info;
        char bytes[4096];
    } room;
    DWORD size = sizeof room;

    widen(url, URL);
    room.info.dwStructSize = sizeof room.info;
    CHECK(GetUrlCacheEntryInfoW(url, &room.info, &size) && room.info.dwHitRate == 9);
    narrow(text, room.info.lpszSourceUrlName);
    CHECK(strcmp(text, URL) == 0 && within(room.info.lpszSourceUrlName, &room, size));
    size = sizeof room;
    CHECK(GetUrlCacheEntryInfoExW(url, &room.info, &size, NULL, NULL, NULL, 0));
    room.info.dwHitRate = 3;
    CHECK(SetUrlCacheEntryInfoW(url, &room.info, CACHE_ENTRY_HITRATE_FC));
    CHECK(!IsUrlCacheEntryExpiredW(url, 0, &never));
    widen(url, "http://c.example/wide");
    CHECK(CreateUrlCacheEntryW(url, 0, NULL, path, 0));
    narrow(text, path);
    fill(text, "wide");
    CHECK(CommitUrlCacheEntryW(url, path, never, never, NORMAL_CACHE_ENTRY, NULL, 0, NULL, NULL));
    CHECK(DeleteUrlCacheEntryW(url));
    FAILS(DeleteUrlCacheEntryW(url), ERROR_FILE_NOT_FOUND);
}

/* R-CENT-25, R-CENT-27, R-CENT-29 */
static void locks_and_streams(void) {
    WCHAR url[100];
    union {
        INTERNET_CACHE_ENTRY_INFOA narrow;
        INTERNET_CACHE_ENTRY_INFOW wide;
        char bytes[4096];
    } room;
    DWORD size = sizeof room;
    char data[10];
    DWORD count = sizeof data;
    HANDLE stream;

    widen(url, URL);
    CHECK(RetrieveUrlCacheEntryFileA(URL, &room.narrow, &size, 0));
    size = sizeof room;
    CHECK(RetrieveUrlCacheEntryFileW(url, &room.wide, &size, 0));
    CHECK(UnlockUrlCacheEntryFileA(URL, 0));
    CHECK(UnlockUrlCacheEntryFileW(url, 0));
#undef UnlockUrlCacheEntryFile
    FAILS(UnlockUrlCacheEntryFile(URL, 0), ERROR_FILE_NOT_FOUND);
    size = sizeof room;
    stream = RetrieveUrlCacheEntryStreamA(URL, &room.narrow, &size, TRUE, 0);
    CHECK(ReadUrlCacheEntryStream(stream, 3, data, &count, 0) && count == 4 && memcmp(data, "tent", 4) == 0);
    FAILS(DeleteUrlCacheEntryA("http://c.example/none"), ERROR_FILE_NOT_FOUND);
    FAILS(FindCloseUrlCache(stream), ERROR_INVALID_HANDLE);
    CHECK(UnlockUrlCacheEntryStream(stream, 0));
    size = sizeof room;
    stream = RetrieveUrlCacheEntryStreamW(url, &room.wide, &size, FALSE, 0);
    CHECK(UnlockUrlCacheEntryStream(stream, 0));
    FAILS(UnlockUrlCacheEntryStream(stream, 0), ERROR_INVALID_HANDLE);
}

/* R-CENT-20 to R-CENT-24 */
static void lists(void) {
    union {
        INTERNET_CACHE_ENTRY_INFOA narrow;
        INTERNET_CACHE_ENTRY_INFOW wide;
        char bytes[4096];
    } room;
    DWORD size = sizeof room;
    HANDLE list = FindFirstUrlCacheEntryA(NULL, &room.narrow, &size);

    CHECK(list != NULL && strcmp(room.narrow.lpszSourceUrlName, URL) == 0);
    FAILS(FindNextUrlCacheEntryA(list, &room.narrow, &size), ERROR_NO_MORE_ITEMS);
    CHECK(FindCloseUrlCache(list));
    size = sizeof room;
    list = FindFirstUrlCacheEntryW(NULL, &room.wide, &size);
    FAILS(FindNextUrlCacheEntryW(list, &room.wide, &size), ERROR_NO_MORE_ITEMS);
    CHECK(FindCloseUrlCache(list));
    size = sizeof room;
    list = FindFirstUrlCacheEntryExA(NULL, 0, 0, 0, &room.narrow, &size, NULL, NULL, NULL);
    FAILS(FindNextUrlCacheEntryExA(list, &room.narrow, &size, NULL, NULL, NULL), ERROR_NO_MORE_FILES);
    CHECK(FindCloseUrlCache(list));
    size = sizeof room;
    list = FindFirstUrlCacheEntryExW(NULL, 0, 0, 0, &room.wide, &size, NULL, NULL, NULL);
    FAILS(FindNextUrlCacheEntryExW(list, &room.wide, &size, NULL, NULL, NULL), ERROR_NO_MORE_FILES);
    CHECK(FindCloseUrlCache(list));
    FAILS(FindCloseUrlCache(list), ERROR_INVALID_HANDLE);
}

/* R-CGRP-1 to R-CGRP-5 */
static void groups(void) {
    WCHAR url[100];
    GROUPID group = CreateUrlCacheGroup(0, NULL);
    GROUPID found = 0;
    INTERNET_CACHE_GROUP_INFOA narrow_info;
    INTERNET_CACHE_GROUP_INFOW wide_info;
    DWORD size = sizeof narrow_info;
    HANDLE list;

    widen(url, URL);
    CHECK(group != 0);
    CHECK(SetUrlCacheEntryGroupA(URL, INTERNET_CACHE_GROUP_ADD, group, NULL, 0, NULL));
    CHECK(SetUrlCacheEntryGroupW(url, INTERNET_CACHE_GROUP_REMOVE, group, NULL, 0, NULL));
#undef SetUrlCacheEntryGroup
    CHECK(SetUrlCacheEntryGroup(URL, INTERNET_CACHE_GROUP_ADD, group, NULL, 0, NULL));
    memset(&narrow_info, 0, sizeof narrow_info);
    narrow_info.dwGroupSize = sizeof narrow_info;
    strcpy(narrow_info.szGroupName, "name");
    CHECK(SetUrlCacheGroupAttributeA(group, 0, CACHEGROUP_ATTRIBUTE_GROUPNAME, &narrow_info, NULL));
    narrow_info.szGroupName[0] = 0;
    CHECK(GetUrlCacheGroupAttributeA(group, 0, CACHEGROUP_ATTRIBUTE_GET_ALL, &narrow_info, &size, NULL));
    CHECK(strcmp(narrow_info.szGroupName, "name") == 0);
    size = sizeof wide_info;
    memset(&wide_info, 0, sizeof wide_info);
    wide_info.dwGroupSize = sizeof wide_info;
    CHECK(GetUrlCacheGroupAttributeW(group, 0, CACHEGROUP_ATTRIBUTE_GET_ALL, &wide_info, &size, NULL));
    CHECK(wide_info.szGroupName[0] == 'n' && wide_info.szGroupName[4] == 0);
    CHECK(SetUrlCacheGroupAttributeW(group, 0, CACHEGROUP_ATTRIBUTE_GROUPNAME, &wide_info, NULL));
    list = FindFirstUrlCacheGroup(0, CACHEGROUP_SEARCH_ALL, NULL, 0, &found, NULL);
    CHECK(list != NULL && found == group);
    FAILS(FindNextUrlCacheGroup(list, &found, NULL), ERROR_FILE_NOT_FOUND);
    CHECK(FindCloseUrlCache(list));
    CHECK(DeleteUrlCacheGroup(group, 0, NULL));
    FAILS(DeleteUrlCacheGroup(group, 0, NULL), ERROR_FILE_NOT_FOUND);
}

/* R-CENT-34, R-PROJ-CACHE-9 */
static void containers(void) {
    WCHAR name[20];
    WCHAR prefix[20];
    union {
        INTERNET_CACHE_CONTAINER_INFOA narrow;
        INTERNET_CACHE_CONTAINER_INFOW wide;
        char bytes[1024];
    } room;
    DWORD size = 0;
    DWORD changes = 0;
    HANDLE list;

    widen(name, "wide");
    widen(prefix, "Wide:");
    CHECK(CreateUrlCacheContainerA("narrow", "Narrow:", NULL, 0, 0, 0, NULL, NULL));
    CHECK(CreateUrlCacheContainerW(name, prefix, NULL, 0, 0, 0, NULL, NULL));
    FAILS(CreateUrlCacheContainerA("narrow", "N:", NULL, 0, 0, 0, NULL, NULL), ERROR_ALREADY_EXISTS);
    FAILS(FindFirstUrlCacheContainerA(&changes, NULL, &size, 0) != NULL, ERROR_INSUFFICIENT_BUFFER);
    CHECK(size == sizeof room.narrow + sizeof "narrow" + sizeof "Narrow:");
    memset(&room, 0xEE, sizeof room);
    list = FindFirstUrlCacheContainerA(&changes, &room.narrow, &size, 0);
    CHECK(list != NULL && strcmp(room.narrow.lpszName, "narrow") == 0 && changes == 2);
    CHECK(within(room.narrow.lpszCachePrefix, &room, size) && (unsigned char)room.bytes[size] == 0xEE);
    CHECK(room.narrow.lpszVolumeLabel == NULL);
    size = sizeof room;
    CHECK(FindNextUrlCacheContainerA(list, &room.narrow, &size) && strcmp(room.narrow.lpszName, "wide") == 0);
    FAILS(FindNextUrlCacheContainerA(list, &room.narrow, &size), ERROR_NO_MORE_ITEMS);
    CHECK(FindCloseUrlCache(list));
    FAILS(FindFirstUrlCacheContainerA(&changes, &room.narrow, &size, CACHE_FIND_CONTAINER_RETURN_NOCHANGE) != NULL,
        ERROR_INTERNET_NO_NEW_CONTAINERS);
    size = sizeof room;
    list = FindFirstUrlCacheContainerW(&changes, &room.wide, &size, 0);
    size = sizeof room;
    CHECK(FindNextUrlCacheContainerW(list, &room.wide, &size) && room.wide.lpszName[0] == 'w');
    CHECK(FindCloseUrlCache(list));
    CHECK(DeleteUrlCacheContainerA("narrow", 0));
    CHECK(DeleteUrlCacheContainerW(name, 0));
    FAILS(DeleteUrlCacheContainerW(name, 0), ERROR_FILE_NOT_FOUND);
}

/* R-CENT-35, R-CENT-36 */
static void settings(void) {
    INTERNET_CACHE_CONFIG_INFOA narrow_info;
    INTERNET_CACHE_CONFIG_INFOW wide_info;
    WCHAR path[MAX_PATH];
    DWORD value = 0;
    DWORD cluster = 0;
    DWORDLONG free_bytes = 0;
    DWORDLONG total = 0;

    memset(&narrow_info, 0, sizeof narrow_info);
    narrow_info.dwStructSize = sizeof narrow_info;
    CHECK(GetUrlCacheConfigInfoA(&narrow_info, NULL, CACHE_CONFIG_QUOTA_FC | CACHE_CONFIG_CONTENT_PATHS_FC));
    CHECK(narrow_info.dwQuota >= 8 * 1024 && narrow_info.CachePath[0] != 0);
    CHECK(SetUrlCacheConfigInfoA(&narrow_info, CACHE_CONFIG_QUOTA_FC));
    memset(&wide_info, 0, sizeof wide_info);
    wide_info.dwStructSize = sizeof wide_info;
    CHECK(GetUrlCacheConfigInfoW(&wide_info, NULL, CACHE_CONFIG_QUOTA_FC) &&
        wide_info.dwQuota == narrow_info.dwQuota);
    CHECK(SetUrlCacheConfigInfoW(&wide_info, CACHE_CONFIG_QUOTA_FC));
    CHECK(FreeUrlCacheSpaceA(narrow_info.CachePath, 10, 0));
    widen(path, narrow_info.CachePath);
    CHECK(FreeUrlCacheSpaceW(path, 10, 0));
    FAILS(FreeUrlCacheSpaceW(NULL, 0, 0), ERROR_INVALID_PARAMETER);
    CHECK(SetUrlCacheHeaderData(9, 41));
    CHECK(IncrementUrlCacheHeaderData(9, &value) && value == 42);
    value = 0;
    CHECK(GetUrlCacheHeaderData(9, &value) && value == 42);
    CHECK(GetDiskInfoA(narrow_info.CachePath, &cluster, &free_bytes, &total) && total >= free_bytes);
    CHECK(DeleteIE3Cache(NULL, NULL, NULL, 0) == 0);
}

int main(void) {
    store_narrow();
    look_wide();
    locks_and_streams();
    lists();
    groups();
    containers();
    settings();
#undef DeleteUrlCacheEntry
    CHECK(DeleteUrlCacheEntry(URL));
    FAILS(DeleteUrlCacheEntryA(URL), ERROR_FILE_NOT_FOUND);
    printf("%d failures\n", failures);
    return 0;
}

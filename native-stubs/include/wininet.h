/*
 * WinInet for C11 and C++17 programs that link libwininet of wininet4j.
 *
 * Names, values, layouts and prototypes are those of the SDK's header of this name. On Windows a program uses that one,
 * and this one serves to build wininet.dll. Text: the A forms take the ANSI code page, the W forms UTF-16 (u"text");
 * names without suffix mean the W forms if UNICODE is defined before this file is included.
 */
#ifndef WININET4J_WININET_H
#define WININET4J_WININET_H

#include "wininet4j_types.h"

#include "wininet4j_constants.h"
#include "wininet4j_parameters.h"
#include "wininet4j_structures.h"

#ifdef WININET4J_BUILD
#define WININET4J_API WININET4J_EXPORT
#elif defined(_WIN32)
#define WININET4J_API __declspec(dllimport)
#else
#define WININET4J_API
#endif
#define INTERNETAPI_(type) WININET4J_API type WINAPI
#define BOOLAPI INTERNETAPI_(BOOL)

#ifdef __cplusplus
extern "C" {
#endif

#define FUNCTION(result, failure, name, ...) INTERNETAPI_(result) name(WININET4J_PARAMETERS(__VA_ARGS__));
#define FUNCTION0(result, failure, name) INTERNETAPI_(result) name(VOID);
#define PROCEDURE(name, ...) INTERNETAPI_(VOID) name(WININET4J_PARAMETERS(__VA_ARGS__));
#include "wininet4j_functions.def"
#include "wininet4j_undocumented.def"
#undef FUNCTION
#undef FUNCTION0
#undef PROCEDURE

/*
 * GetLastError and SetLastError under names of their own, for hosts in which something else owns those two; they share
 * one variable. (On Windows: kernel32's.)
 */
INTERNETAPI_(DWORD) WininetGetLastError(VOID);
INTERNETAPI_(VOID) WininetSetLastError(DWORD dwErrCode);

#ifdef __cplusplus
}
#endif

#define HTTP_VERSIONA "HTTP/1.0"
#define HTTP_VERSIONW u"HTTP/1.0"
#ifdef UNICODE
#define HTTP_VERSION HTTP_VERSIONW
#else
#define HTTP_VERSION HTTP_VERSIONA
#endif

/* The names without suffix: the W form under UNICODE, else the A form or the plain function. */
#ifdef UNICODE
#define InternetOpen InternetOpenW
#define InternetConnect InternetConnectW
#define InternetOpenUrl InternetOpenUrlW
#define InternetSetStatusCallback InternetSetStatusCallbackW
#define InternetGetLastResponseInfo InternetGetLastResponseInfoW
#define InternetReadFileEx InternetReadFileExW
#define InternetWriteFileEx InternetWriteFileExW
#define InternetFindNextFile InternetFindNextFileW
#define HttpOpenRequest HttpOpenRequestW
#define HttpAddRequestHeaders HttpAddRequestHeadersW
#define HttpSendRequest HttpSendRequestW
#define HttpSendRequestEx HttpSendRequestExW
#define HttpEndRequest HttpEndRequestW
#define HttpQueryInfo HttpQueryInfoW
#define FtpFindFirstFile FtpFindFirstFileW
#define FtpGetFile FtpGetFileW
#define FtpPutFile FtpPutFileW
#define FtpDeleteFile FtpDeleteFileW
#define FtpRenameFile FtpRenameFileW
#define FtpOpenFile FtpOpenFileW
#define FtpCreateDirectory FtpCreateDirectoryW
#define FtpRemoveDirectory FtpRemoveDirectoryW
#define FtpSetCurrentDirectory FtpSetCurrentDirectoryW
#define FtpGetCurrentDirectory FtpGetCurrentDirectoryW
#define FtpCommand FtpCommandW
#define GopherCreateLocator GopherCreateLocatorW
#define GopherGetLocatorType GopherGetLocatorTypeW
#define GopherFindFirstFile GopherFindFirstFileW
#define GopherOpenFile GopherOpenFileW
#define GopherGetAttribute GopherGetAttributeW
#define InternetQueryOption InternetQueryOptionW
#define InternetSetOption InternetSetOptionW
#define InternetSetOptionEx InternetSetOptionExW
#define InternetCrackUrl InternetCrackUrlW
#define InternetCreateUrl InternetCreateUrlW
#define InternetCanonicalizeUrl InternetCanonicalizeUrlW
#define InternetCombineUrl InternetCombineUrlW
#define InternetTimeFromSystemTime InternetTimeFromSystemTimeW
#define InternetTimeToSystemTime InternetTimeToSystemTimeW
#define InternetSetCookie InternetSetCookieW
#define InternetGetCookie InternetGetCookieW
#define InternetSetCookieEx InternetSetCookieExW
#define InternetGetCookieEx InternetGetCookieExW
#define ImportCookieFile ImportCookieFileW
#define ExportCookieFile ExportCookieFileW
#define IsDomainLegalCookieDomain IsDomainLegalCookieDomainW
#define InternetSetPerSiteCookieDecision InternetSetPerSiteCookieDecisionW
#define InternetGetPerSiteCookieDecision InternetGetPerSiteCookieDecisionW
#define InternetEnumPerSiteCookieDecision InternetEnumPerSiteCookieDecisionW
#define CreateUrlCacheEntry CreateUrlCacheEntryW
#define CommitUrlCacheEntry CommitUrlCacheEntryW
#define RetrieveUrlCacheEntryFile RetrieveUrlCacheEntryFileW
#define UnlockUrlCacheEntryFile UnlockUrlCacheEntryFileW
#define RetrieveUrlCacheEntryStream RetrieveUrlCacheEntryStreamW
#define GetUrlCacheEntryInfo GetUrlCacheEntryInfoW
#define GetUrlCacheEntryInfoEx GetUrlCacheEntryInfoExW
#define SetUrlCacheEntryInfo SetUrlCacheEntryInfoW
#define DeleteUrlCacheEntry DeleteUrlCacheEntryW
#define FindFirstUrlCacheEntry FindFirstUrlCacheEntryW
#define FindNextUrlCacheEntry FindNextUrlCacheEntryW
#define FindFirstUrlCacheEntryEx FindFirstUrlCacheEntryExW
#define FindNextUrlCacheEntryEx FindNextUrlCacheEntryExW
#define IsUrlCacheEntryExpired IsUrlCacheEntryExpiredW
#define GetUrlCacheConfigInfo GetUrlCacheConfigInfoW
#define SetUrlCacheConfigInfo SetUrlCacheConfigInfoW
#define GetUrlCacheGroupAttribute GetUrlCacheGroupAttributeW
#define SetUrlCacheGroupAttribute SetUrlCacheGroupAttributeW
#define CreateUrlCacheContainer CreateUrlCacheContainerW
#define DeleteUrlCacheContainer DeleteUrlCacheContainerW
#define FindFirstUrlCacheContainer FindFirstUrlCacheContainerW
#define FindNextUrlCacheContainer FindNextUrlCacheContainerW
#define FreeUrlCacheSpace FreeUrlCacheSpaceW
#define SetUrlCacheEntryGroup SetUrlCacheEntryGroupW
#define InternetCheckConnection InternetCheckConnectionW
#define InternetGetConnectedStateEx InternetGetConnectedStateExW
#define InternetDial InternetDialW
#define InternetGoOnline InternetGoOnlineW
#define InternetSetDialState InternetSetDialStateW
#define InternetConfirmZoneCrossing InternetConfirmZoneCrossingW
#define InternetGetSecurityInfoByURL InternetGetSecurityInfoByURLW
#define HttpCheckDavCompliance HttpCheckDavComplianceW
#define InternetAlgIdToString InternetAlgIdToStringW
#define InternetSecurityProtocolToString InternetSecurityProtocolToStringW
#define InternetShowSecurityInfoByURL InternetShowSecurityInfoByURLW
#else
#define InternetOpen InternetOpenA
#define InternetConnect InternetConnectA
#define InternetOpenUrl InternetOpenUrlA
#define InternetGetLastResponseInfo InternetGetLastResponseInfoA
#define InternetReadFileEx InternetReadFileExA
#define InternetWriteFileEx InternetWriteFileExA
#define InternetFindNextFile InternetFindNextFileA
#define HttpOpenRequest HttpOpenRequestA
#define HttpAddRequestHeaders HttpAddRequestHeadersA
#define HttpSendRequest HttpSendRequestA
#define HttpSendRequestEx HttpSendRequestExA
#define HttpEndRequest HttpEndRequestA
#define HttpQueryInfo HttpQueryInfoA
#define FtpFindFirstFile FtpFindFirstFileA
#define FtpGetFile FtpGetFileA
#define FtpPutFile FtpPutFileA
#define FtpDeleteFile FtpDeleteFileA
#define FtpRenameFile FtpRenameFileA
#define FtpOpenFile FtpOpenFileA
#define FtpCreateDirectory FtpCreateDirectoryA
#define FtpRemoveDirectory FtpRemoveDirectoryA
#define FtpSetCurrentDirectory FtpSetCurrentDirectoryA
#define FtpGetCurrentDirectory FtpGetCurrentDirectoryA
#define FtpCommand FtpCommandA
#define GopherCreateLocator GopherCreateLocatorA
#define GopherGetLocatorType GopherGetLocatorTypeA
#define GopherFindFirstFile GopherFindFirstFileA
#define GopherOpenFile GopherOpenFileA
#define GopherGetAttribute GopherGetAttributeA
#define InternetQueryOption InternetQueryOptionA
#define InternetSetOption InternetSetOptionA
#define InternetSetOptionEx InternetSetOptionExA
#define InternetCrackUrl InternetCrackUrlA
#define InternetCreateUrl InternetCreateUrlA
#define InternetCanonicalizeUrl InternetCanonicalizeUrlA
#define InternetCombineUrl InternetCombineUrlA
#define InternetSetCookie InternetSetCookieA
#define InternetGetCookie InternetGetCookieA
#define InternetSetCookieEx InternetSetCookieExA
#define InternetGetCookieEx InternetGetCookieExA
#define ImportCookieFile ImportCookieFileA
#define ExportCookieFile ExportCookieFileA
#define IsDomainLegalCookieDomain IsDomainLegalCookieDomainA
#define InternetSetPerSiteCookieDecision InternetSetPerSiteCookieDecisionA
#define InternetGetPerSiteCookieDecision InternetGetPerSiteCookieDecisionA
#define InternetEnumPerSiteCookieDecision InternetEnumPerSiteCookieDecisionA
#define CreateUrlCacheEntry CreateUrlCacheEntryA
#define CommitUrlCacheEntry CommitUrlCacheEntryA
#define RetrieveUrlCacheEntryFile RetrieveUrlCacheEntryFileA
#define RetrieveUrlCacheEntryStream RetrieveUrlCacheEntryStreamA
#define GetUrlCacheEntryInfo GetUrlCacheEntryInfoA
#define GetUrlCacheEntryInfoEx GetUrlCacheEntryInfoExA
#define SetUrlCacheEntryInfo SetUrlCacheEntryInfoA
#define FindFirstUrlCacheEntry FindFirstUrlCacheEntryA
#define FindNextUrlCacheEntry FindNextUrlCacheEntryA
#define FindFirstUrlCacheEntryEx FindFirstUrlCacheEntryExA
#define FindNextUrlCacheEntryEx FindNextUrlCacheEntryExA
#define IsUrlCacheEntryExpired IsUrlCacheEntryExpiredA
#define GetUrlCacheConfigInfo GetUrlCacheConfigInfoA
#define SetUrlCacheConfigInfo SetUrlCacheConfigInfoA
#define GetUrlCacheGroupAttribute GetUrlCacheGroupAttributeA
#define SetUrlCacheGroupAttribute SetUrlCacheGroupAttributeA
#define CreateUrlCacheContainer CreateUrlCacheContainerA
#define DeleteUrlCacheContainer DeleteUrlCacheContainerA
#define FindFirstUrlCacheContainer FindFirstUrlCacheContainerA
#define FindNextUrlCacheContainer FindNextUrlCacheContainerA
#define FreeUrlCacheSpace FreeUrlCacheSpaceA
#define InternetCheckConnection InternetCheckConnectionA
#define HttpCheckDavCompliance HttpCheckDavComplianceA
#define InternetAlgIdToString InternetAlgIdToStringA
#define InternetSecurityProtocolToString InternetSecurityProtocolToStringA
#endif

#endif

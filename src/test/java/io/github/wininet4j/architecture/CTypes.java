package io.github.wininet4j.architecture;

import java.util.List;
import java.util.Map;

/**
 * Which facade types may stand for a C type. Where there are two, C does not tell input from output or bytes from a
 * value.
 */
final class CTypes {

    private static final Map<String, List<String>> PASSED = Map.ofEntries(
            Map.entry("DWORD", List.of("int")),
            Map.entry("LONG", List.of("int")),
            Map.entry("int", List.of("int")),
            Map.entry("unsigned __LONG32", List.of("int")),
            Map.entry("INTERNET_PORT", List.of("int")),
            Map.entry("INTERNET_SCHEME", List.of("int")),
            Map.entry("WPAD_CACHE_DELETE", List.of("int")),
            Map.entry("USHORT", List.of("int")),
            Map.entry("PUSHORT", List.of("WordRef")),
            Map.entry("HTTP_WEB_SOCKET_BUFFER_TYPE", List.of("int")),
            Map.entry("HTTP_WEB_SOCKET_BUFFER_TYPE *", List.of("DwordRef")),
            Map.entry("WINBOOL", List.of("boolean")),
            Map.entry("DWORD_PTR", List.of("long")),
            Map.entry("GROUPID", List.of("long")),
            Map.entry("HWND", List.of("long")),
            Map.entry("HINSTANCE", List.of("long")),
            Map.entry("HINTERNET", List.of("HINTERNET")),
            Map.entry("HANDLE", List.of("HANDLE")),
            Map.entry("HINTERNET *", List.of("HandleRef")),
            Map.entry("HANDLE *", List.of("LockRef")),
            Map.entry("LPDWORD", List.of("DwordRef")),
            Map.entry("PDWORD", List.of("DwordRef")),
            Map.entry("DWORD*", List.of("DwordRef")),
            Map.entry("unsigned __LONG32 *", List.of("DwordRef")),
            Map.entry("PVOID", List.of("DwordRef", "ByteBuffer")),
            Map.entry("DWORD_PTR *", List.of("LongRef")),
            Map.entry("GROUPID *", List.of("LongRef")),
            Map.entry("PDWORDLONG", List.of("LongRef")),
            Map.entry("LPCSTR", List.of("String")),
            Map.entry("PCSTR", List.of("String")),
            Map.entry("LPCWSTR", List.of("String")),
            Map.entry("LPSTR", List.of("String", "TextBuffer")),
            Map.entry("PWSTR", List.of("String", "TextBuffer")),
            Map.entry("LPWSTR", List.of("String", "TextBuffer")),
            Map.entry("LPSTR *", List.of("TextBuffer")),
            Map.entry("LPCWSTR *", List.of("String[]")),
            Map.entry("LPVOID", List.of("LPVOID", "ByteBuffer")),
            Map.entry("LPCVOID", List.of("ByteBuffer")),
            Map.entry("LPBYTE", List.of("ByteBuffer")),
            Map.entry("PBYTE", List.of("ByteBuffer")),
            Map.entry("LPVOID *", List.of("LPVOID")),
            Map.entry("FILETIME", List.of("FILETIME")),
            Map.entry("FILETIME*", List.of("FILETIME")),
            Map.entry("CONST SYSTEMTIME *", List.of("SYSTEMTIME")),
            Map.entry("SYSTEMTIME *", List.of("SYSTEMTIME")),
            Map.entry("PCCERT_CHAIN_CONTEXT*", List.of("CERT_CHAIN_CONTEXT")),
            Map.entry("INTERNET_STATUS_CALLBACK", List.of("StatusCallback")),
            Map.entry("GOPHER_ATTRIBUTE_ENUMERATOR", List.of("GopherAttributeEnumerator")),
            Map.entry("LPINTERNET_BUFFERSW", List.of("INTERNET_BUFFERS")),
            Map.entry("LPURL_COMPONENTSW", List.of("URL_COMPONENTS")),
            Map.entry("LPWIN32_FIND_DATAW", List.of("WIN32_FIND_DATA")),
            Map.entry("LPGOPHER_FIND_DATAW", List.of("GOPHER_FIND_DATA")),
            Map.entry("LPINTERNET_CACHE_ENTRY_INFOW", List.of("INTERNET_CACHE_ENTRY_INFO")),
            Map.entry("LPINTERNET_CACHE_GROUP_INFOW", List.of("INTERNET_CACHE_GROUP_INFO")),
            Map.entry("LPINTERNET_CACHE_CONTAINER_INFOW", List.of("INTERNET_CACHE_CONTAINER_INFO")),
            Map.entry("LPINTERNET_CACHE_CONFIG_INFOW", List.of("INTERNET_CACHE_CONFIG_INFO")));

    private static final Map<String, List<String>> RETURNED = Map.of(
            "BOOL", List.of("boolean"),
            "DWORD", List.of("int"),
            "GROUPID", List.of("long"),
            "HINTERNET", List.of("HINTERNET"),
            "HANDLE", List.of("HANDLE"),
            "INTERNET_STATUS_CALLBACK", List.of("StatusCallback"));

    private CTypes() {}

    static List<String> passed(String cType) {
        return PASSED.getOrDefault(cType, List.of("no facade type for " + cType));
    }

    static List<String> returned(String cType) {
        return RETURNED.getOrDefault(cType, List.of("no facade type for " + cType));
    }
}

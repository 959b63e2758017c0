package io.github.wininet4j.constant;

/**
 * What {@code HttpQueryInfo} is asked for: an attribute and modifiers (R-QUERY, R-HQ).
 */
public final class HttpQuery {
    private HttpQuery() {}

    // Modifiers
    /** Bits that are modifiers. */
    public static final int HTTP_QUERY_MODIFIER_FLAGS_MASK = 0xFC000000;
    /** Looks in the request instead of the answer. */
    public static final int HTTP_QUERY_FLAG_REQUEST_HEADERS = 0x80000000;
    /** Gives a date as {@code SYSTEMTIME}. */
    public static final int HTTP_QUERY_FLAG_SYSTEMTIME = 0x40000000;
    /** Gives a 32-bit number. */
    public static final int HTTP_QUERY_FLAG_NUMBER = 0x20000000;
    /** Joins the values of all headers of that name. */
    public static final int HTTP_QUERY_FLAG_COALESCE = 0x10000000;
    /** Gives a 64-bit number. */
    public static final int HTTP_QUERY_FLAG_NUMBER64 = 0x08000000;
    /** Joins the values with commas. */
    public static final int HTTP_QUERY_FLAG_COALESCE_WITH_COMMA = 0x04000000;
    /** Bits that number the attribute. */
    public static final int HTTP_QUERY_HEADER_MASK = 0x03FFFFFF;

    // Attributes
    /** {@code MIME-Version} of the answer (R-HQ-0). */
    public static final int HTTP_QUERY_MIME_VERSION = 0;
    /** {@code Content-Type} (R-HQ-1). */
    public static final int HTTP_QUERY_CONTENT_TYPE = 1;
    /** {@code Content-Transfer-Encoding} (R-HQ-2). */
    public static final int HTTP_QUERY_CONTENT_TRANSFER_ENCODING = 2;
    /** {@code Content-ID} (R-HQ-3). */
    public static final int HTTP_QUERY_CONTENT_ID = 3;
    /** {@code Content-Description} (R-HQ-4). */
    public static final int HTTP_QUERY_CONTENT_DESCRIPTION = 4;
    /** {@code Content-Length} (R-HQ-5). */
    public static final int HTTP_QUERY_CONTENT_LENGTH = 5;
    /** {@code Content-Language} (R-HQ-6). */
    public static final int HTTP_QUERY_CONTENT_LANGUAGE = 6;
    /** {@code Allow} of the answer (R-HQ-7). */
    public static final int HTTP_QUERY_ALLOW = 7;
    /** {@code Public} of the answer (R-HQ-8). */
    public static final int HTTP_QUERY_PUBLIC = 8;
    /** {@code Date} (R-HQ-9). */
    public static final int HTTP_QUERY_DATE = 9;
    /** {@code Expires} of the answer (R-HQ-10). */
    public static final int HTTP_QUERY_EXPIRES = 10;
    /** {@code Last-Modified} of the answer (R-HQ-11). */
    public static final int HTTP_QUERY_LAST_MODIFIED = 11;
    /** {@code Message-ID}, no longer supported (R-HQ-12). */
    public static final int HTTP_QUERY_MESSAGE_ID = 12;
    /** {@code URI} of the answer (R-HQ-13). */
    public static final int HTTP_QUERY_URI = 13;
    /** {@code Derived-From}, no longer supported (R-HQ-14). */
    public static final int HTTP_QUERY_DERIVED_FROM = 14;
    /** {@code Cost}, no longer supported (R-HQ-15). */
    public static final int HTTP_QUERY_COST = 15;
    /** {@code Link} of the answer (R-HQ-16). */
    public static final int HTTP_QUERY_LINK = 16;
    /** {@code Pragma} (R-HQ-17). */
    public static final int HTTP_QUERY_PRAGMA = 17;
    /** HTTP version of the status line, such as {@code HTTP/1.1} (R-HQ-18). */
    public static final int HTTP_QUERY_VERSION = 18;
    /** Status code; 0 before the request is sent (R-HQ-19). */
    public static final int HTTP_QUERY_STATUS_CODE = 19;
    /** Text of the status line; may be empty (R-HQ-20). */
    public static final int HTTP_QUERY_STATUS_TEXT = 20;
    /** All headers, each ended by a NUL (R-HQ-21). */
    public static final int HTTP_QUERY_RAW_HEADERS = 21;
    /** All headers, each ended by CR LF (R-HQ-22). */
    public static final int HTTP_QUERY_RAW_HEADERS_CRLF = 22;
    /** {@code Connection} (R-HQ-23). */
    public static final int HTTP_QUERY_CONNECTION = 23;
    /** {@code Accept} of the request (R-HQ-24). */
    public static final int HTTP_QUERY_ACCEPT = 24;
    /** {@code Accept-Charset} of the request (R-HQ-25). */
    public static final int HTTP_QUERY_ACCEPT_CHARSET = 25;
    /** {@code Accept-Encoding} of the request (R-HQ-26). */
    public static final int HTTP_QUERY_ACCEPT_ENCODING = 26;
    /** {@code Accept-Language} of the request (R-HQ-27). */
    public static final int HTTP_QUERY_ACCEPT_LANGUAGE = 27;
    /** {@code Authorization} of the request (R-HQ-28). */
    public static final int HTTP_QUERY_AUTHORIZATION = 28;
    /** {@code Content-Encoding} (R-HQ-29). */
    public static final int HTTP_QUERY_CONTENT_ENCODING = 29;
    /** {@code Forwarded}, obsolete (R-HQ-30). */
    public static final int HTTP_QUERY_FORWARDED = 30;
    /** {@code From} of the request (R-HQ-31). */
    public static final int HTTP_QUERY_FROM = 31;
    /** {@code If-Modified-Since} of the request (R-HQ-32). */
    public static final int HTTP_QUERY_IF_MODIFIED_SINCE = 32;
    /** {@code Location} of the answer (R-HQ-33). */
    public static final int HTTP_QUERY_LOCATION = 33;
    /** {@code Orig-URI}, obsolete (R-HQ-34). */
    public static final int HTTP_QUERY_ORIG_URI = 34;
    /** {@code Referer} of the request (R-HQ-35). */
    public static final int HTTP_QUERY_REFERER = 35;
    /** {@code Retry-After} of the answer (R-HQ-36). */
    public static final int HTTP_QUERY_RETRY_AFTER = 36;
    /** {@code Server} of the answer (R-HQ-37). */
    public static final int HTTP_QUERY_SERVER = 37;
    /** {@code Title}, obsolete (R-HQ-38). */
    public static final int HTTP_QUERY_TITLE = 38;
    /** {@code User-Agent} of the request (R-HQ-39). */
    public static final int HTTP_QUERY_USER_AGENT = 39;
    /** {@code WWW-Authenticate} of the answer (R-HQ-40). */
    public static final int HTTP_QUERY_WWW_AUTHENTICATE = 40;
    /** {@code Proxy-Authenticate} of the answer (R-HQ-41). */
    public static final int HTTP_QUERY_PROXY_AUTHENTICATE = 41;
    /** {@code Accept-Ranges} of the answer (R-HQ-42). */
    public static final int HTTP_QUERY_ACCEPT_RANGES = 42;
    /** {@code Set-Cookie} of the answer (R-HQ-43). */
    public static final int HTTP_QUERY_SET_COOKIE = 43;
    /** {@code Cookie} of the request (R-HQ-44). */
    public static final int HTTP_QUERY_COOKIE = 44;
    /** The verb of the request (R-HQ-45). */
    public static final int HTTP_QUERY_REQUEST_METHOD = 45;
    /** {@code Refresh} of the answer (R-HQ-46). */
    public static final int HTTP_QUERY_REFRESH = 46;
    /** {@code Content-Disposition} of the answer (R-HQ-47). */
    public static final int HTTP_QUERY_CONTENT_DISPOSITION = 47;
    /** {@code Age} of the answer (R-HQ-48). */
    public static final int HTTP_QUERY_AGE = 48;
    /** {@code Cache-Control} (R-HQ-49). */
    public static final int HTTP_QUERY_CACHE_CONTROL = 49;
    /** {@code Content-Base} of the answer (R-HQ-50). */
    public static final int HTTP_QUERY_CONTENT_BASE = 50;
    /** {@code Content-Location} of the answer (R-HQ-51). */
    public static final int HTTP_QUERY_CONTENT_LOCATION = 51;
    /** {@code Content-MD5} of the answer (R-HQ-52). */
    public static final int HTTP_QUERY_CONTENT_MD5 = 52;
    /** {@code Content-Range} of the answer (R-HQ-53). */
    public static final int HTTP_QUERY_CONTENT_RANGE = 53;
    /** {@code ETag} of the answer (R-HQ-54). */
    public static final int HTTP_QUERY_ETAG = 54;
    /** {@code Host} of the request (R-HQ-55). */
    public static final int HTTP_QUERY_HOST = 55;
    /** {@code If-Match} of the request (R-HQ-56). */
    public static final int HTTP_QUERY_IF_MATCH = 56;
    /** {@code If-None-Match} of the request (R-HQ-57). */
    public static final int HTTP_QUERY_IF_NONE_MATCH = 57;
    /** {@code If-Range} of the request (R-HQ-58). */
    public static final int HTTP_QUERY_IF_RANGE = 58;
    /** {@code If-Unmodified-Since} of the request (R-HQ-59). */
    public static final int HTTP_QUERY_IF_UNMODIFIED_SINCE = 59;
    /** {@code Max-Forwards} of the request (R-HQ-60). */
    public static final int HTTP_QUERY_MAX_FORWARDS = 60;
    /** {@code Proxy-Authorization} of the request (R-HQ-61). */
    public static final int HTTP_QUERY_PROXY_AUTHORIZATION = 61;
    /** {@code Range} of the request (R-HQ-62). */
    public static final int HTTP_QUERY_RANGE = 62;
    /** {@code Transfer-Encoding} (R-HQ-63). */
    public static final int HTTP_QUERY_TRANSFER_ENCODING = 63;
    /** {@code Upgrade} (R-HQ-64). */
    public static final int HTTP_QUERY_UPGRADE = 64;
    /** {@code Vary} of the answer (R-HQ-65). */
    public static final int HTTP_QUERY_VARY = 65;
    /** {@code Via} (R-HQ-66). */
    public static final int HTTP_QUERY_VIA = 66;
    /** {@code Warning} of the answer (R-HQ-67). */
    public static final int HTTP_QUERY_WARNING = 67;
    /** {@code Expect} of the request (R-HQ-68). */
    public static final int HTTP_QUERY_EXPECT = 68;
    /** {@code Proxy-Connection} (R-HQ-69). */
    public static final int HTTP_QUERY_PROXY_CONNECTION = 69;
    /** {@code Unless-Modified-Since} of the request (R-HQ-70). */
    public static final int HTTP_QUERY_UNLESS_MODIFIED_SINCE = 70;
    /** Not implemented (R-HQ-71). */
    public static final int HTTP_QUERY_ECHO_REQUEST = 71;
    /** Not implemented (R-HQ-72). */
    public static final int HTTP_QUERY_ECHO_REPLY = 72;
    /** Not implemented (R-HQ-73). */
    public static final int HTTP_QUERY_ECHO_HEADERS = 73;
    /** Not implemented (R-HQ-74). */
    public static final int HTTP_QUERY_ECHO_HEADERS_CRLF = 74;
    /** {@code Proxy-Support} of the answer (R-HQ-75). */
    public static final int HTTP_QUERY_PROXY_SUPPORT = 75;
    /** {@code Authentication-Info} of the answer (R-HQ-76). */
    public static final int HTTP_QUERY_AUTHENTICATION_INFO = 76;
    /** {@code PassportURLs} of the answer (R-HQ-77). */
    public static final int HTTP_QUERY_PASSPORT_URLS = 77;
    /** Declared bound; wrong, larger attributes exist. */
    public static final int HTTP_QUERY_MAX = 78;
    /** {@code PassportConfig} of the answer (R-HQ-78). */
    public static final int HTTP_QUERY_PASSPORT_CONFIG = 78;
    /** {@code X-Content-Type-Options} of the answer (R-HQ-79). */
    public static final int HTTP_QUERY_X_CONTENT_TYPE_OPTIONS = 79;
    /** {@code P3P} of the answer (R-HQ-80). */
    public static final int HTTP_QUERY_P3P = 80;
    /** {@code X-P2P-PeerDist} (R-HQ-81). */
    public static final int HTTP_QUERY_X_P2P_PEERDIST = 81;
    /** {@code Translate} of the request (R-HQ-82). */
    public static final int HTTP_QUERY_TRANSLATE = 82;
    /** {@code X-UA-Compatible} of the answer (R-HQ-83). */
    public static final int HTTP_QUERY_X_UA_COMPATIBLE = 83;
    /** {@code Default-Style} of the answer (R-HQ-84). */
    public static final int HTTP_QUERY_DEFAULT_STYLE = 84;
    /** {@code X-Frame-Options} of the answer (R-HQ-85). */
    public static final int HTTP_QUERY_X_FRAME_OPTIONS = 85;
    /** {@code X-XSS-Protection} of the answer (R-HQ-86). */
    public static final int HTTP_QUERY_X_XSS_PROTECTION = 86;
    /** {@code Set-Cookie2} of the answer (R-HQ-87). */
    public static final int HTTP_QUERY_SET_COOKIE2 = 87;
    /** {@code DNT} of the request (R-HQ-88). */
    public static final int HTTP_QUERY_DO_NOT_TRACK = 88;
    /** {@code Keep-Alive} (R-HQ-89). */
    public static final int HTTP_QUERY_KEEP_ALIVE = 89;
    /** {@code HTTP2-Settings} of the request (R-HQ-90). */
    public static final int HTTP_QUERY_HTTP2_SETTINGS = 90;
    /** {@code Strict-Transport-Security} of the answer (R-HQ-91). */
    public static final int HTTP_QUERY_STRICT_TRANSPORT_SECURITY = 91;
    /** {@code Sec-Token-Binding} of the request (R-HQ-92). */
    public static final int HTTP_QUERY_TOKEN_BINDING = 92;
    /** Another name of {@link #HTTP_QUERY_INCLUDE_REFERRED_TOKEN_BINDING_ID}. */
    public static final int HTTP_QUERY_INCLUDE_REFERER_TOKEN_BINDING_ID = 93;
    /** {@code Include-Referred-Token-Binding-ID} of the answer (R-HQ-93). */
    public static final int HTTP_QUERY_INCLUDE_REFERRED_TOKEN_BINDING_ID = 93;
    /** {@code Public-Key-Pins} of the answer (R-HQ-94). */
    public static final int HTTP_QUERY_PUBLIC_KEY_PINS = 94;
    /** {@code Public-Key-Pins-Report-Only} of the answer (R-HQ-95). */
    public static final int HTTP_QUERY_PUBLIC_KEY_PINS_REPORT_ONLY = 95;
    /** The header that the buffer names (R-HQ-65535). */
    public static final int HTTP_QUERY_CUSTOM = 65535;
}

package io.github.wininet4j.constant;

/**
 * Values that single options take or give.
 */
public final class OptionValue {
    private OptionValue() {}

    // INTERNET_OPTION_REQUEST_FLAGS
    /** The answer came from the cache. */
    public static final int INTERNET_REQFLAG_FROM_CACHE = 0x00000001;
    /** Not implemented. */
    public static final int INTERNET_REQFLAG_ASYNC = 0x00000002;
    /** The request went through a proxy. */
    public static final int INTERNET_REQFLAG_VIA_PROXY = 0x00000004;
    /** No answer headers are there yet, or none came. */
    public static final int INTERNET_REQFLAG_NO_HEADERS = 0x00000008;
    /** Not implemented. */
    public static final int INTERNET_REQFLAG_PASSIVE = 0x00000010;
    /** The answer cannot be cached. */
    public static final int INTERNET_REQFLAG_CACHE_WRITE_DISABLED = 0x00000040;
    /** The cached copy was taken because the network was slow. */
    public static final int INTERNET_REQFLAG_NET_TIMEOUT = 0x00000080;
    /** The answer came from the application cache (R-CBX-11). */
    public static final int INTERNET_REQFLAG_FROM_APP_CACHE = 0x00000100;

    // INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, member Flags
    /** The connection was used before. */
    public static final int IDSI_FLAG_KEEP_ALIVE = 0x00000001;
    /** The connection uses TLS. */
    public static final int IDSI_FLAG_SECURE = 0x00000002;
    /** The connection leads to a proxy. */
    public static final int IDSI_FLAG_PROXY = 0x00000004;
    /** The connection is a tunnel through a proxy. */
    public static final int IDSI_FLAG_TUNNEL = 0x00000008;

    // INTERNET_OPTION_ERROR_MASK
    /** Knows 12053. */
    public static final int INTERNET_ERROR_MASK_INSERT_CDROM = 0x00000001;
    /** Knows 12055, which then stands for all certificate errors (R-TLS-10). */
    public static final int INTERNET_ERROR_MASK_COMBINED_SEC_CERT = 0x00000002;
    /** Not implemented. */
    public static final int INTERNET_ERROR_MASK_NEED_MSN_SSPI_PKG = 0x00000004;
    /** Knows 12174. */
    public static final int INTERNET_ERROR_MASK_LOGIN_FAILURE_DISPLAY_ENTITY_BODY = 0x00000008;

    // INTERNET_OPTION_CONNECTED_STATE, member dwFlags
    /** Cuts off operations in progress when going offline (R-OPTN-50). */
    public static final int ISO_FORCE_DISCONNECTED = 0x00000001;

    // InternetSetOptionEx
    /** Changes the setting for all programs (R-OPT). */
    public static final int ISO_GLOBAL = 0x00000001;
    /** Writes the setting to the registry as well. */
    public static final int ISO_REGISTRY = 0x00000002;
    /** All flags of {@code InternetSetOptionEx}. */
    public static final int ISO_VALID_FLAGS = 0x00000003;

    // INTERNET_OPTION_ENABLE_HTTP_PROTOCOL and INTERNET_OPTION_HTTP_PROTOCOL_USED
    /** HTTP/2. */
    public static final int HTTP_PROTOCOL_FLAG_HTTP2 = 0x00000002;
    /** All known protocol flags. */
    public static final int HTTP_PROTOCOL_MASK = 0x00000002;

    // HTTP version of requests
    /** Major part of the header's HTTP version. */
    public static final int HTTP_MAJOR_VERSION = 1;
    /** Minor part of the header's HTTP version; requests use 1.1 anyway. */
    public static final int HTTP_MINOR_VERSION = 0;

    // INTERNET_OPTION_COOKIES_SAME_SITE_LEVEL
    /** Unknown. */
    public static final int HTTP_COOKIES_SAME_SITE_LEVEL_UNKNOWN = 0;
    /** The request comes from the same site. */
    public static final int HTTP_COOKIES_SAME_SITE_LEVEL_SAME_SITE = 1;
    /** A top-level navigation from another site. */
    public static final int HTTP_COOKIES_SAME_SITE_LEVEL_CROSS_SITE_LAX = 2;
    /** A request from another site. */
    public static final int HTTP_COOKIES_SAME_SITE_LEVEL_CROSS_SITE = 3;
    /** Largest level. */
    public static final int HTTP_COOKIES_SAME_SITE_LEVEL_MAX = 3;

    // INTERNET_OPTION_SUPPRESS_BEHAVIOR
    /** Takes back all. */
    public static final int INTERNET_SUPPRESS_RESET_ALL = 0;
    /** Ignores the cookie policy. */
    public static final int INTERNET_SUPPRESS_COOKIE_POLICY = 1;
    /** Heeds the cookie policy again. */
    public static final int INTERNET_SUPPRESS_COOKIE_POLICY_RESET = 2;
    /** Keeps cookies in memory only (R-CBX-10). */
    public static final int INTERNET_SUPPRESS_COOKIE_PERSIST = 3;
    /** Stores cookies again (R-CBX-10). */
    public static final int INTERNET_SUPPRESS_COOKIE_PERSIST_RESET = 4;

    // INTERNET_OPTION_AUTH_FLAGS
    /** Does not use Negotiate. */
    public static final int AUTH_FLAG_DISABLE_NEGOTIATE = 0x00000001;
    /** Uses Negotiate. */
    public static final int AUTH_FLAG_ENABLE_NEGOTIATE = 0x00000002;
    /** Does not use Basic without TLS. */
    public static final int AUTH_FLAG_DISABLE_BASIC_CLEARCHANNEL = 0x00000004;
    /** Does not answer servers, only proxies. */
    public static final int AUTH_FLAG_DISABLE_SERVER_AUTH = 0x00000008;

    // INTERNET_OPTION_AUTODIAL_MODE
    /** Never dials. */
    public static final int AUTODIAL_MODE_NEVER = 1;
    /** Always dials. */
    public static final int AUTODIAL_MODE_ALWAYS = 2;
    /** Dials if there is no network. */
    public static final int AUTODIAL_MODE_NO_NETWORK_PRESENT = 4;

    // INTERNET_OPTION_KEEP_CONNECTION
    /** Not known. */
    public static final int INTERNET_KEEP_ALIVE_UNKNOWN = -1;
    /** Off. */
    public static final int INTERNET_KEEP_ALIVE_DISABLED = 0;
    /** On. */
    public static final int INTERNET_KEEP_ALIVE_ENABLED = 1;

    // INTERNET_OPTION_REQUEST_PRIORITY
    /** Priority of what the user waits for. */
    public static final int INTERNET_PRIORITY_FOREGROUND = 1000;

    // INTERNET_OPTION_ALTER_IDENTITY
    /** The identity has a cache of its own. */
    public static final int INTERNET_IDENTITY_FLAG_PRIVATE_CACHE = 0x00000001;
    /** The identity shares the cache. */
    public static final int INTERNET_IDENTITY_FLAG_SHARED_CACHE = 0x00000002;
    /** Clears data of the identity. */
    public static final int INTERNET_IDENTITY_FLAG_CLEAR_DATA = 0x00000004;
    /** Clears its cookies. */
    public static final int INTERNET_IDENTITY_FLAG_CLEAR_COOKIES = 0x00000008;
    /** Clears its history. */
    public static final int INTERNET_IDENTITY_FLAG_CLEAR_HISTORY = 0x00000010;
    /** Clears its cached content. */
    public static final int INTERNET_IDENTITY_FLAG_CLEAR_CONTENT = 0x00000020;

    // INTERNET_OPTION_SERVER_AUTH_SCHEME and its kin (R-CBX-7)
    /** Basic. */
    public static final int INTERNET_AUTH_SCHEME_BASIC = 0;
    /** Digest. */
    public static final int INTERNET_AUTH_SCHEME_DIGEST = 1;
    /** NTLM. */
    public static final int INTERNET_AUTH_SCHEME_NTLM = 2;
    /** Kerberos. */
    public static final int INTERNET_AUTH_SCHEME_KERBEROS = 3;
    /** Negotiate. */
    public static final int INTERNET_AUTH_SCHEME_NEGOTIATE = 4;
    /** Passport. */
    public static final int INTERNET_AUTH_SCHEME_PASSPORT = 5;
    /** Another scheme. */
    public static final int INTERNET_AUTH_SCHEME_UNKNOWN = 6;
}

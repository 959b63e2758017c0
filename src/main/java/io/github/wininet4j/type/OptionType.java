package io.github.wininet4j.type;

import static io.github.wininet4j.constant.InternetOption.*;
import static io.github.wininet4j.constant.UndocumentedOption.INTERNET_OPTION_DISALLOW_PREMATURE_EOF;
import static io.github.wininet4j.constant.UndocumentedOption.INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET;
import static io.github.wininet4j.constant.UndocumentedOption.INTERNET_OPTION_WEB_SOCKET_CLOSE_TIMEOUT;
import static io.github.wininet4j.constant.UndocumentedOption.INTERNET_OPTION_WEB_SOCKET_KEEPALIVE_INTERVAL;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The C type of each option's value (R-OPTN). */
public enum OptionType {
    /** No value; the buffer is not looked at. */
    NONE(
            "none",
            INTERNET_OPTION_REFRESH,
            INTERNET_OPTION_SETTINGS_CHANGED,
            INTERNET_OPTION_END_BROWSER_SESSION,
            INTERNET_OPTION_RESET_URLCACHE_SESSION,
            INTERNET_OPTION_DIGEST_AUTH_UNLOAD,
            INTERNET_OPTION_IGNORE_OFFLINE,
            INTERNET_OPTION_PROXY_SETTINGS_CHANGED,
            INTERNET_OPTION_SUPPRESS_SERVER_AUTH,
            INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET),

    /** A number of 32 bits. */
    DWORD(
            "DWORD",
            INTERNET_OPTION_CONNECT_TIMEOUT,
            INTERNET_OPTION_CONNECT_RETRIES,
            INTERNET_OPTION_CONNECT_BACKOFF,
            INTERNET_OPTION_WEB_SOCKET_KEEPALIVE_INTERVAL,
            INTERNET_OPTION_WEB_SOCKET_CLOSE_TIMEOUT,
            INTERNET_OPTION_SEND_TIMEOUT,
            INTERNET_OPTION_RECEIVE_TIMEOUT,
            INTERNET_OPTION_DATA_SEND_TIMEOUT,
            INTERNET_OPTION_DATA_RECEIVE_TIMEOUT,
            INTERNET_OPTION_HANDLE_TYPE,
            INTERNET_OPTION_LISTEN_TIMEOUT,
            INTERNET_OPTION_READ_BUFFER_SIZE,
            INTERNET_OPTION_WRITE_BUFFER_SIZE,
            INTERNET_OPTION_KEEP_CONNECTION,
            INTERNET_OPTION_REQUEST_FLAGS,
            INTERNET_OPTION_EXTENDED_ERROR,
            INTERNET_OPTION_SECURITY_FLAGS,
            INTERNET_OPTION_SECURITY_KEY_BITNESS,
            INTERNET_OPTION_REQUEST_PRIORITY,
            INTERNET_OPTION_ERROR_MASK,
            INTERNET_OPTION_FROM_CACHE_TIMEOUT,
            INTERNET_OPTION_CODEPAGE,
            INTERNET_OPTION_MAX_CONNS_PER_SERVER,
            INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER,
            INTERNET_OPTION_SUPPRESS_BEHAVIOR,
            INTERNET_OPTION_AUTODIAL_MODE,
            INTERNET_OPTION_AUTH_FLAGS,
            INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH,
            INTERNET_OPTION_CERT_ERROR_FLAGS,
            INTERNET_OPTION_IGNORE_CERT_ERROR_FLAGS,
            INTERNET_OPTION_CODEPAGE_PATH,
            INTERNET_OPTION_CODEPAGE_EXTRA,
            INTERNET_OPTION_IDN,
            INTERNET_OPTION_MAX_CONNS_PER_PROXY,
            INTERNET_OPTION_ENABLE_HTTP_PROTOCOL,
            INTERNET_OPTION_HTTP_PROTOCOL_USED,
            INTERNET_OPTION_COOKIES_SAME_SITE_LEVEL),

    /** A truth value of 32 bits. */
    BOOL(
            "BOOL",
            INTERNET_OPTION_BYPASS_EDITED_ENTRY,
            INTERNET_OPTION_HTTP_DECODING,
            INTERNET_OPTION_COOKIES_3RD_PARTY,
            INTERNET_OPTION_DISABLE_PASSPORT_AUTH,
            INTERNET_OPTION_SEND_UTF8_SERVERNAME_TO_PROXY,
            INTERNET_OPTION_EXEMPT_CONNECTION_LIMIT,
            INTERNET_OPTION_ENABLE_PASSPORT_AUTH,
            INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ,
            INTERNET_OPTION_ENCODE_EXTRA,
            INTERNET_OPTION_HSTS,
            INTERNET_OPTION_DISALLOW_PREMATURE_EOF,
            INTERNET_OPTION_OPT_IN_WEAK_SIGNATURE),

    /** A number of 64 bits. */
    ULONGLONG("ULONGLONG", INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH),

    /** A number of pointer size. */
    DWORD_PTR("DWORD_PTR", INTERNET_OPTION_CONTEXT_VALUE),

    /** A number of pointer size that is set by the buffer's address itself. */
    ADDRESS("pointer", INTERNET_OPTION_CONTEXT_VALUE_OLD),

    /** A handle. */
    HANDLE("HINTERNET", INTERNET_OPTION_PARENT_HANDLE),

    /** The address of a status callback. */
    CALLBACK("callback", INTERNET_OPTION_CALLBACK),

    /** Text: wide, or in the code page of an A function. */
    TEXT(
            "text",
            INTERNET_OPTION_USERNAME,
            INTERNET_OPTION_PASSWORD,
            INTERNET_OPTION_DATAFILE_NAME,
            INTERNET_OPTION_PROXY_USERNAME,
            INTERNET_OPTION_PROXY_PASSWORD,
            INTERNET_OPTION_SECONDARY_CACHE_KEY,
            INTERNET_OPTION_AUTODIAL_CONNECTION,
            INTERNET_OPTION_DATAFILE_EXT,
            INTERNET_OPTION_ENTERPRISE_CONTEXT),

    /** Text of a header: wide, or ISO-8859-1 in an A function whatever the code page is (R-GEN-14). */
    HEADER_TEXT("text", INTERNET_OPTION_USER_AGENT),

    /** A URL: wide, or the bytes of an A function. */
    URL_TEXT("text", INTERNET_OPTION_URL),

    /** Text of bytes in both forms (R-OPTN-35). */
    ANSI_TEXT("ANSI text", INTERNET_OPTION_SECURITY_CERTIFICATE),

    /** {@link INTERNET_PROXY_INFO}, set and queried. */
    PROXY_INFO(INTERNET_PROXY_INFO.class, true, INTERNET_OPTION_PROXY),

    /** {@link INTERNET_PER_CONN_OPTION_LIST}, set and queried. */
    CONNECTION_OPTIONS(INTERNET_PER_CONN_OPTION_LIST.class, true, INTERNET_OPTION_PER_CONNECTION_OPTION),

    /** {@link CERT_CONTEXT}, set only. */
    CERTIFICATE(CERT_CONTEXT.class, true, INTERNET_OPTION_CLIENT_CERT_CONTEXT),

    /** The address of a {@link CERT_CHAIN_CONTEXT}, queried only. */
    CERTIFICATE_CHAIN(CERT_CHAIN_CONTEXT.class, false, INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT),

    /** {@link INTERNET_CERTIFICATE_INFO}, queried only. */
    CERTIFICATE_INFO(INTERNET_CERTIFICATE_INFO.class, false, INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT),

    /** {@link INTERNET_DIAGNOSTIC_SOCKET_INFO}, queried only. */
    SOCKET_INFO(INTERNET_DIAGNOSTIC_SOCKET_INFO.class, false, INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO),

    /** {@link INTERNET_CACHE_TIMESTAMPS}. */
    CACHE_TIMESTAMPS(INTERNET_CACHE_TIMESTAMPS.class, false, INTERNET_OPTION_CACHE_TIMESTAMPS),

    /** {@link INTERNET_VERSION_INFO}. */
    VERSION_INFO(INTERNET_VERSION_INFO.class, false, INTERNET_OPTION_VERSION),

    /** {@link HTTP_VERSION_INFO}. */
    HTTP_VERSION(HTTP_VERSION_INFO.class, false, INTERNET_OPTION_HTTP_VERSION),

    /** A {@code DWORD}, or {@link INTERNET_CONNECTED_INFO}, which is the form to set it in (R-OPTN-50). */
    CONNECTED_STATE(INTERNET_CONNECTED_INFO.class, false, INTERNET_OPTION_CONNECTED_STATE),

    /** Not known: bytes, the same in both forms. */
    UNKNOWN("unknown");

    private static final Map<Integer, OptionType> BY_OPTION = byOption();

    private final String cName;
    private final @Nullable Class<? extends Structure> structure;
    private final boolean isFollowed;

    @SuppressWarnings("ImmutableEnumChecker") // never written after the constructor, never handed out
    private final int[] options;

    OptionType(String cName, int... options) {
        this.cName = cName;
        this.structure = null;
        this.isFollowed = false;
        this.options = options;
    }

    OptionType(Class<? extends Structure> structure, boolean isFollowed, int... options) {
        this.cName = structure.getSimpleName();
        this.structure = structure;
        this.isFollowed = isFollowed;
        this.options = options;
    }

    private static Map<Integer, OptionType> byOption() {
        Map<Integer, OptionType> found = new HashMap<>();
        for (OptionType type : values()) {
            for (int option : type.options) {
                if (found.put(option, type) != null) {
                    throw new IllegalStateException("two types for option " + option);
                }
            }
        }
        return Map.copyOf(found);
    }

    /**
     * Returns the type of an option.
     *
     * @param option its number
     * @return the type, {@link #UNKNOWN} for an option without a documented one
     */
    public static OptionType of(int option) {
        return BY_OPTION.getOrDefault(option, UNKNOWN);
    }

    /** {@return the name of the type in C, or what the type is in a word} */
    public String cName() {
        return cName;
    }

    /** {@return whether the value is text of which A and W have different forms} */
    public boolean isText() {
        return this == TEXT || this == HEADER_TEXT || this == URL_TEXT;
    }

    /** {@return the class of the structure, or null if it is none} */
    public @Nullable Class<? extends Structure> structure() {
        return structure;
    }

    /**
     * {@return whether the functions follow pointers in the caller's memory, which therefore has to be of this type}
     */
    public boolean isFollowed() {
        return isFollowed;
    }
}

package io.github.wininet4j.engine.option;

import io.github.wininet4j.type.CodePage;

/**
 * Numeric and boolean options that a handle inherits from its parent when it is created, and that nothing has to be
 * done for when they change (R-HANDLE-24, R-HANDLE-25). Defaults that Microsoft does not state are marked R-OPEN-Q-1.
 */
public enum DwordSetting {
    /**
     * Milliseconds for all connection attempts of a request together; 0xFFFFFFFF for no limit (R-OPTN-2; default
     * R-TIMEOUT-10).
     */
    CONNECT_TIMEOUT(60_000),
    /** Connection attempts, at most one per address (R-OPTN-3). */
    CONNECT_RETRIES(5),
    /** Milliseconds that sending may stall (R-OPTN-5; default R-OPEN-Q-1). */
    SEND_TIMEOUT(30_000),
    /** Milliseconds that receiving may stall (R-OPTN-6; default R-TIMEOUT-4, R-CONTRA-21). */
    RECEIVE_TIMEOUT(30_000),
    /** FTP data channel, milliseconds (R-OPTN-7; default R-OPEN-Q-1). */
    DATA_SEND_TIMEOUT(30_000),
    /** FTP data channel, milliseconds (R-OPTN-8; default R-OPEN-Q-1). */
    DATA_RECEIVE_TIMEOUT(30_000),
    /** FTP read buffer, bytes (R-OPTN-12). */
    READ_BUFFER_SIZE(4096),
    /** FTP write buffer, bytes (R-OPTN-13). */
    WRITE_BUFFER_SIZE(4096),
    /** SECURITY_FLAG_* bits that the program set (R-OPTN-31, R-TLS-7). */
    SECURITY_FLAGS(0),
    /** Priority in the queue for a connection (R-OPTN-58). */
    REQUEST_PRIORITY(0),
    /** INTERNET_ERROR_MASK_* bits (R-OPTN-62). */
    ERROR_MASK(0),
    /** Milliseconds after which the cached copy is preferred (R-OPTN-63). */
    FROM_CACHE_TIMEOUT(0),
    /** Whether gzip and deflate are undone (R-OPTN-65). */
    HTTP_DECODING(0),
    /** Code page of the host part, used only while IDN is off (R-OPTN-68). */
    CODEPAGE(CodePage.CP_ACP),
    /** Code page of the path (R-OPTN-100). */
    CODEPAGE_PATH(CodePage.CP_UTF8),
    /** Code page of the query (R-OPTN-101). */
    CODEPAGE_EXTRA(CodePage.CP_ACP),
    /** INTERNET_FLAG_IDN_* bits (R-OPTN-102). */
    IDN(3),
    /** Whether the request is sent although the engine is offline (R-OPTN-77). */
    IGNORE_OFFLINE(0),
    /** Whether cached redirects may be read (R-OPTN-122). */
    ENABLE_REDIRECT_CACHE_READ(0),
    /** HTTP_PROTOCOL_FLAG_* bits; HTTP/1.1 cannot be switched off (R-OPTN-148). */
    ENABLE_HTTP_PROTOCOL(0),
    /** Whether non-ASCII characters of the query are percent-encoded (R-OPTN-155). */
    ENCODE_EXTRA(0),
    /** Whether HSTS is followed (R-OPTN-157). */
    HSTS(0),
    /** Whether the request belongs to a third party (R-OPTN-86). */
    COOKIES_3RD_PARTY(0),
    /** HTTP_COOKIES_SAME_SITE_LEVEL_* value: whose request this is, for cookies with SameSite (R-OPTN-187). */
    COOKIES_SAME_SITE_LEVEL(0),
    /** Whether credentials are kept from servers, but not from proxies (R-OPTN-104). */
    SUPPRESS_SERVER_AUTH(0),
    /** Whether a body that ends before its Content-Length is an error (R-OPTX-137). */
    DISALLOW_PREMATURE_EOF(0),
    /** Whether the request asks for an upgrade to WebSocket (R-OPTX-126). */
    UPGRADE_TO_WEB_SOCKET(0),
    /** Milliseconds after which a WebSocket that receives sends a sign of life (R-OPTX-127, R-PROJ-WS-3). */
    WEB_SOCKET_KEEPALIVE_INTERVAL(30_000),
    /** Milliseconds that HttpWebSocketClose waits for the server (R-OPTX-134, R-PROJ-WS-5). */
    WEB_SOCKET_CLOSE_TIMEOUT(10_000);

    private final int defaultValue;

    DwordSetting(int defaultValue) {
        this.defaultValue = defaultValue;
    }

    int defaultValue() {
        return defaultValue;
    }
}

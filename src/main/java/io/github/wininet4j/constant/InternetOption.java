package io.github.wininet4j.constant;

import java.util.Map;

/**
 * Options of {@code InternetQueryOption} and {@code InternetSetOption} that a reference page or the header names
 * (R-OPTN). Numbers known from newer SDKs alone are in {@link UndocumentedOption}.
 */
public final class InternetOption {
    private InternetOption() {}

    // Callback, time-outs and retries (times in milliseconds)
    /** The callback of a handle, to be read only (R-CB-9). */
    public static final int INTERNET_OPTION_CALLBACK = 1;
    /** Time for connecting, over all addresses of the host together (R-OPTN-2). */
    public static final int INTERNET_OPTION_CONNECT_TIMEOUT = 2;
    /** How many addresses of a host are tried; first value 5 (R-OPTN-3). */
    public static final int INTERNET_OPTION_CONNECT_RETRIES = 3;
    /** Not implemented. */
    public static final int INTERNET_OPTION_CONNECT_BACKOFF = 4;
    /** Time for sending; the control channel on FTP (R-OPTN-5). */
    public static final int INTERNET_OPTION_SEND_TIMEOUT = 5;
    /** Another name of {@link #INTERNET_OPTION_SEND_TIMEOUT}. */
    public static final int INTERNET_OPTION_CONTROL_SEND_TIMEOUT = 5;
    /** Time for receiving; the control channel on FTP (R-OPTN-6). */
    public static final int INTERNET_OPTION_RECEIVE_TIMEOUT = 6;
    /** Another name of {@link #INTERNET_OPTION_RECEIVE_TIMEOUT}. */
    public static final int INTERNET_OPTION_CONTROL_RECEIVE_TIMEOUT = 6;
    /** Time for sending on an FTP data connection (R-OPTN-7). */
    public static final int INTERNET_OPTION_DATA_SEND_TIMEOUT = 7;
    /** Time for receiving on an FTP data connection (R-OPTN-8). */
    public static final int INTERNET_OPTION_DATA_RECEIVE_TIMEOUT = 8;
    /** Not implemented. */
    public static final int INTERNET_OPTION_LISTEN_TIMEOUT = 11;
    /** After this time of waiting for the network the cached copy is taken (R-OPTN-63). */
    public static final int INTERNET_OPTION_FROM_CACHE_TIMEOUT = 63;
    /** Not implemented. */
    public static final int INTERNET_OPTION_DISCONNECTED_TIMEOUT = 49;

    // Handles and contexts
    /** A {@link HandleType} value, read-only (R-OPTN-9). */
    public static final int INTERNET_OPTION_HANDLE_TYPE = 9;
    /** Stores the address of the buffer as the context, a relic (R-CTX-4). */
    public static final int INTERNET_OPTION_CONTEXT_VALUE_OLD = 10;
    /** The context of a handle, pointer-sized (R-CTX-4, R-CTX-5). */
    public static final int INTERNET_OPTION_CONTEXT_VALUE = 45;
    /** The handle that this one was made from (R-OPTN-21). */
    public static final int INTERNET_OPTION_PARENT_HANDLE = 21;
    /** Not implemented (R-ASYNC-49). */
    public static final int INTERNET_OPTION_ASYNC = 30;
    /** Not implemented (R-ASYNC-49). */
    public static final int INTERNET_OPTION_ASYNC_ID = 15;
    /** Not implemented (R-ASYNC-49). */
    public static final int INTERNET_OPTION_ASYNC_PRIORITY = 16;
    /** Not implemented. */
    public static final int INTERNET_OPTION_CALLBACK_FILTER = 54;

    // Buffers and files
    /** FTP read buffer in bytes (R-OPTN-12). */
    public static final int INTERNET_OPTION_READ_BUFFER_SIZE = 12;
    /** FTP write buffer in bytes (R-OPTN-13). */
    public static final int INTERNET_OPTION_WRITE_BUFFER_SIZE = 13;
    /** Path of the file that backs the answer (R-OPTN-33). */
    public static final int INTERNET_OPTION_DATAFILE_NAME = 33;
    /** Extension of the file in the cache, set before the request is opened (R-OPTN-96). */
    public static final int INTERNET_OPTION_DATAFILE_EXT = 96;
    /** No longer supported. */
    public static final int INTERNET_OPTION_CACHE_STREAM_HANDLE = 27;
    /** Known by name only. */
    public static final int INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH = 94;

    // The request and its answer
    /** {@code INTERNET_REQFLAG_*} bits about the answer (R-OPTN-23). */
    public static final int INTERNET_OPTION_REQUEST_FLAGS = 23;
    /** The Winsock code behind the thread's last WinInet error (R-OPTN-24). */
    public static final int INTERNET_OPTION_EXTENDED_ERROR = 24;
    /** The URL after redirects, without fragment (R-OPTN-34). */
    public static final int INTERNET_OPTION_URL = 34;
    /** The User-Agent text of a session (R-OPTN-41). */
    public static final int INTERNET_OPTION_USER_AGENT = 41;
    /** {@code INTERNET_VERSION_INFO}; reports 1.2 (R-OPTN-40). */
    public static final int INTERNET_OPTION_VERSION = 40;
    /** {@code HTTP_VERSION_INFO}; global only (R-OPTN-59). */
    public static final int INTERNET_OPTION_HTTP_VERSION = 59;
    /** Place of the request in the queue for a connection (R-OPTN-58). */
    public static final int INTERNET_OPTION_REQUEST_PRIORITY = 58;
    /** Decodes gzip and deflate bodies while they are read (R-OPTN-65). */
    public static final int INTERNET_OPTION_HTTP_DECODING = 65;
    /** Content-Length before decoding, 64 bits (R-OPTN-147). */
    public static final int INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH = 147;
    /** Protocol versions to allow, {@code HTTP_PROTOCOL_FLAG_*} (R-OPTN-148). */
    public static final int INTERNET_OPTION_ENABLE_HTTP_PROTOCOL = 148;
    /** Protocol version in use; 0 is HTTP/1.1 or older (R-OPTN-149). */
    public static final int INTERNET_OPTION_HTTP_PROTOCOL_USED = 149;
    /** {@code INTERNET_DIAGNOSTIC_SOCKET_INFO} of the connection in use (R-OPTN-67). */
    public static final int INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO = 67;
    /** {@code INTERNET_ERROR_MASK_*}: which errors the caller knows how to treat (R-OPTN-62). */
    public static final int INTERNET_OPTION_ERROR_MASK = 62;
    /** Not implemented. */
    public static final int INTERNET_OPTION_KEEP_CONNECTION = 22;
    /** An enterprise identifier (R-OPTN-159). */
    public static final int INTERNET_OPTION_ENTERPRISE_CONTEXT = 159;

    // Credentials
    /** User name for the server (R-OPTN-28). */
    public static final int INTERNET_OPTION_USERNAME = 28;
    /** Password for the server (R-OPTN-29). */
    public static final int INTERNET_OPTION_PASSWORD = 29;
    /** User name for the proxy (R-OPTN-43). */
    public static final int INTERNET_OPTION_PROXY_USERNAME = 43;
    /** Password for the proxy (R-OPTN-44). */
    public static final int INTERNET_OPTION_PROXY_PASSWORD = 44;
    /** Forgets Digest credentials of the process (R-OPTN-76). */
    public static final int INTERNET_OPTION_DIGEST_AUTH_UNLOAD = 76;
    /** {@code AUTH_FLAG_*} bits; global. */
    public static final int INTERNET_OPTION_AUTH_FLAGS = 85;
    /** Known by name only. */
    public static final int INTERNET_OPTION_DISABLE_PASSPORT_AUTH = 87;
    /** Known by name only. */
    public static final int INTERNET_OPTION_ENABLE_PASSPORT_AUTH = 90;
    /** Sends no credentials to servers, still to proxies (R-OPTN-104). */
    public static final int INTERNET_OPTION_SUPPRESS_SERVER_AUTH = 104;

    // Security
    /** {@link SecurityFlag} bits; setting adds bits (R-OPTN-31). */
    public static final int INTERNET_OPTION_SECURITY_FLAGS = 31;
    /** {@code INTERNET_CERTIFICATE_INFO} of the server (R-OPTN-32). */
    public static final int INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT = 32;
    /** The server's certificate as text (R-OPTN-35). */
    public static final int INTERNET_OPTION_SECURITY_CERTIFICATE = 35;
    /** Bits of the encryption key (R-OPTN-36). */
    public static final int INTERNET_OPTION_SECURITY_KEY_BITNESS = 36;
    /** Known by name only. */
    public static final int INTERNET_OPTION_SECURITY_SELECT_CLIENT_CERT = 47;
    /** {@code CERT_CONTEXT} to answer 12044 with (R-OPTN-84). */
    public static final int INTERNET_OPTION_CLIENT_CERT_CONTEXT = 84;
    /** {@code CERT_CHAIN_CONTEXT} of the server (R-OPTN-105). */
    public static final int INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT = 105;
    /** Security flags and certificate errors of a request, undocumented (R-OPTN-98). */
    public static final int INTERNET_OPTION_CERT_ERROR_FLAGS = 98;
    /** Sets security flags, undocumented (R-OPTN-99). */
    public static final int INTERNET_OPTION_IGNORE_CERT_ERROR_FLAGS = 99;
    /** Follows Strict-Transport-Security; off at first (R-OPTN-157). */
    public static final int INTERNET_OPTION_HSTS = 157;
    /** Treats weak signatures as errors (R-OPTN-176). */
    public static final int INTERNET_OPTION_OPT_IN_WEAK_SIGNATURE = 176;
    /** Known by name only. */
    public static final int INTERNET_OPTION_TOKEN_BINDING_PUBLIC_KEY = 181;
    /** Known by name only. */
    public static final int INTERNET_OPTION_REFERER_TOKEN_BINDING_HOSTNAME = 163;

    // Proxy
    /** {@code INTERNET_PROXY_INFO}: static proxies (R-OPTN-38). */
    public static final int INTERNET_OPTION_PROXY = 38;
    /** {@code INTERNET_PER_CONN_OPTION_LIST}: all proxy settings (R-OPTN-75). */
    public static final int INTERNET_OPTION_PER_CONNECTION_OPTION = 75;
    /** Reads the proxy settings again (R-OPTN-37). */
    public static final int INTERNET_OPTION_REFRESH = 37;
    /** Settings changed; they are read at the next connect (R-OPTN-39). */
    public static final int INTERNET_OPTION_SETTINGS_CHANGED = 39;
    /** Proxy settings changed (R-OPTN-95). */
    public static final int INTERNET_OPTION_PROXY_SETTINGS_CHANGED = 95;
    /** Known by name only. */
    public static final int INTERNET_OPTION_SEND_UTF8_SERVERNAME_TO_PROXY = 88;

    // Connection limits
    /** Known by name only. */
    public static final int INTERNET_OPTION_CONNECT_LIMIT = 46;
    /** Connections per HTTP/1.1 server; global (R-OPTN-73). */
    public static final int INTERNET_OPTION_MAX_CONNS_PER_SERVER = 73;
    /** Connections per HTTP/1.0 server; global (R-OPTN-74). */
    public static final int INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER = 74;
    /** Connections per proxy, 2 to 128; global (R-OPTN-103). */
    public static final int INTERNET_OPTION_MAX_CONNS_PER_PROXY = 103;
    /** Known by name only. */
    public static final int INTERNET_OPTION_EXEMPT_CONNECTION_LIMIT = 89;
    /** Known by name only. */
    public static final int INTERNET_OPTION_CONNECTION_FILTER = 162;

    // Cookies
    /** {@code INTERNET_SUPPRESS_*}: cookie policy and persistence (R-OPTN-81). */
    public static final int INTERNET_OPTION_SUPPRESS_BEHAVIOR = 81;
    /** The request belongs to a third party. */
    public static final int INTERNET_OPTION_COOKIES_3RD_PARTY = 86;
    /** {@code HTTP_COOKIES_SAME_SITE_LEVEL_*} of the request. */
    public static final int INTERNET_OPTION_COOKIES_SAME_SITE_LEVEL = 187;
    /** Drops session cookies and cached credentials (R-OPTN-42). */
    public static final int INTERNET_OPTION_END_BROWSER_SESSION = 42;

    // Cache
    /** Internal (R-OPTN-53). */
    public static final int INTERNET_OPTION_SECONDARY_CACHE_KEY = 53;
    /** Starts a new cache session (R-OPTN-60). */
    public static final int INTERNET_OPTION_RESET_URLCACHE_SESSION = 60;
    /** Checks edited entries against the network (R-OPTN-64). */
    public static final int INTERNET_OPTION_BYPASS_EDITED_ENTRY = 64;
    /** {@code INTERNET_CACHE_TIMESTAMPS} of the entry (R-OPTN-69). */
    public static final int INTERNET_OPTION_CACHE_TIMESTAMPS = 69;
    /** Lets cached redirects be used (R-OPTN-122). */
    public static final int INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ = 122;

    // Connectivity
    /** Not implemented. */
    public static final int INTERNET_OPTION_OFFLINE_MODE = 26;
    /** Not implemented. */
    public static final int INTERNET_OPTION_OFFLINE_SEMANTICS = 52;
    /** {@link InternetState} bits; set with {@code INTERNET_CONNECTED_INFO} (R-OPTN-50). */
    public static final int INTERNET_OPTION_CONNECTED_STATE = 50;
    /** Not implemented. */
    public static final int INTERNET_OPTION_IDLE_STATE = 51;
    /** Sends this request although the process is offline (R-OPTN-77). */
    public static final int INTERNET_OPTION_IGNORE_OFFLINE = 77;
    /** Not implemented. */
    public static final int INTERNET_OPTION_DISABLE_AUTODIAL = 70;
    /** {@code AUTODIAL_MODE_*} (R-OPTN-82). */
    public static final int INTERNET_OPTION_AUTODIAL_MODE = 82;
    /** Name of the entry to dial (R-OPTN-83). */
    public static final int INTERNET_OPTION_AUTODIAL_CONNECTION = 83;

    // Code pages
    /** Code page of the host name when IDN is off (R-OPTN-68). */
    public static final int INTERNET_OPTION_CODEPAGE = 68;
    /** Code page of the path; first value UTF-8 (R-OPTN-100). */
    public static final int INTERNET_OPTION_CODEPAGE_PATH = 100;
    /** Code page of the query; first value CP_ACP (R-OPTN-101). */
    public static final int INTERNET_OPTION_CODEPAGE_EXTRA = 101;
    /** Where international host names are used (R-OPTN-102). */
    public static final int INTERNET_OPTION_IDN = 102;
    /** Percent-encodes non-ASCII characters of the query (R-OPTN-155). */
    public static final int INTERNET_OPTION_ENCODE_EXTRA = 155;

    // Identities, policy and worker threads
    /** Not implemented. */
    public static final int INTERNET_OPTION_POLICY = 48;
    /** Not implemented. */
    public static final int INTERNET_OPTION_IDENTITY = 78;
    /** Not implemented. */
    public static final int INTERNET_OPTION_REMOVE_IDENTITY = 79;
    /** Not implemented. */
    public static final int INTERNET_OPTION_ALTER_IDENTITY = 80;
    /** Known by name only. */
    public static final int INTERNET_OPTION_HIBERNATE_INACTIVE_WORKER_THREADS = 91;
    /** Known by name only. */
    public static final int INTERNET_OPTION_ACTIVATE_WORKER_THREADS = 92;
    /** Known by name only. */
    public static final int INTERNET_OPTION_RESTORE_WORKER_THREAD_DEFAULTS = 93;

    // Throughput, all not implemented
    /** Not implemented (R-OPTN-55). */
    public static final int INTERNET_OPTION_CONNECT_TIME = 55;
    /** Not implemented (R-OPTN-56). */
    public static final int INTERNET_OPTION_SEND_THROUGHPUT = 56;
    /** Not implemented (R-OPTN-57). */
    public static final int INTERNET_OPTION_RECEIVE_THROUGHPUT = 57;

    // Bounds
    /** Smallest option number. */
    public static final int INTERNET_FIRST_OPTION = 1;
    /** What the header calls the largest number; larger ones exist, so it is no bound. */
    public static final int INTERNET_LAST_OPTION = 96;

    // Second names in newer SDKs (R-SDK-3)
    /** Another name of {@link #INTERNET_OPTION_DISCONNECTED_TIMEOUT}. */
    public static final int INTERNET_OPTION_OFFLINE_TIMEOUT = 49;
    /** Another name of {@link #INTERNET_OPTION_CONNECTED_STATE}. */
    public static final int INTERNET_OPTION_LINE_STATE = 50;
    /** Another name of {@link #INTERNET_OPTION_ENABLE_HTTP_PROTOCOL}. */
    public static final int INTERNET_OPTION_ENABLE_DUO = 148;
    /** Another name of {@link #INTERNET_OPTION_HTTP_PROTOCOL_USED}. */
    public static final int INTERNET_OPTION_DUO_USED = 149;

    private static final Map<Integer, String> NAMES =
            ConstantNames.of("INTERNET_OPTION_", InternetOption.class, UndocumentedOption.class);

    /**
     * Names an option, for logs.
     *
     * @param option its number
     * @return the symbolic name, or the number as text if there is none
     */
    public static String name(int option) {
        return NAMES.getOrDefault(option, Integer.toString(option));
    }
}

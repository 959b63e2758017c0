package io.github.wininet4j.constant;

/**
 * Option numbers that current SDKs declare and no page describes (R-OPTX); what is said about one is drawn from
 * its name or from a structure declared beside it. They fail with {@code ERROR_INTERNET_INVALID_OPTION} (R-SDK-5);
 * the names serve logs.
 */
public final class UndocumentedOption {
    private UndocumentedOption() {}

    // Options
    /** Speed of the network, by its name. */
    public static final int INTERNET_OPTION_NET_SPEED = 61;
    /** Structure with the TLS data of the connection. */
    public static final int INTERNET_OPTION_SECURITY_CONNECTION_INFO = 66;

    /** Known by name and number alone (R-OPTX-71). */
    public static final int INTERNET_OPTION_DETECT_POST_SEND = 71;
    /** No NTLM before a challenge, by its name. */
    public static final int INTERNET_OPTION_DISABLE_NTLM_PREAUTH = 72;

    /** Known by name and number alone (R-OPTX-97). */
    public static final int INTERNET_OPTION_ORIGINAL_CONNECT_FLAGS = 97;
    /** Known by name and number alone (R-OPTX-106). */
    public static final int INTERNET_OPTION_SESSION_START_TIME = 106;
    /** Structure with credentials, used with status 400. */
    public static final int INTERNET_OPTION_PROXY_CREDENTIALS = 107;
    /** By its name perhaps what turns statuses 400 and above on. */
    public static final int INTERNET_OPTION_EXTENDED_CALLBACKS = 108;

    /** Known by name and number alone (R-OPTX-109). */
    public static final int INTERNET_OPTION_PROXY_FROM_REQUEST = 109;
    /** Delivers the body of a failed CONNECT, by its name. */
    public static final int INTERNET_OPTION_ALLOW_FAILED_CONNECT_CONTENT = 110;

    /** Known by name and number alone (R-OPTX-111). */
    public static final int INTERNET_OPTION_CACHE_PARTITION = 111;
    /** Known by name and number alone (R-OPTX-112). */
    public static final int INTERNET_OPTION_AUTODIAL_HWND = 112;
    /** Structure with credentials, used with status 401. */
    public static final int INTERNET_OPTION_SERVER_CREDENTIALS = 113;

    /** Known by name and number alone (R-OPTX-114). */
    public static final int INTERNET_OPTION_WPAD_SLEEP = 114;
    /** Known by name and number alone (R-OPTX-115). */
    public static final int INTERNET_OPTION_FAIL_ON_CACHE_WRITE_ERROR = 115;
    /** Known by name and number alone (R-OPTX-116). */
    public static final int INTERNET_OPTION_DOWNLOAD_MODE = 116;
    /** Known by name and number alone (R-OPTX-117). */
    public static final int INTERNET_OPTION_RESPONSE_RESUMABLE = 117;
    /** Known by name and number alone (R-OPTX-118). */
    public static final int INTERNET_OPTION_CM_HANDLE_COPY_REF = 118;
    /** Known by name and number alone (R-OPTX-120). */
    public static final int INTERNET_OPTION_CONNECTION_INFO = 120;
    /** Known by name and number alone (R-OPTX-121). */
    public static final int INTERNET_OPTION_BACKGROUND_CONNECTIONS = 121;
    /** Known by name and number alone (R-OPTX-123). */
    public static final int INTERNET_OPTION_DO_NOT_TRACK = 123;
    /** Known by name and number alone (R-OPTX-124). */
    public static final int INTERNET_OPTION_USE_MODIFIED_HEADER_FILTER = 124;
    /** Known by name and number alone (R-OPTX-125). */
    public static final int INTERNET_OPTION_WWA_MODE = 125;
    /** Has to be set before the upgrade to WebSocket. */
    public static final int INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET = 126;
    /** Milliseconds; the header gives 10000 as the least. */
    public static final int INTERNET_OPTION_WEB_SOCKET_KEEPALIVE_INTERVAL = 127;

    /** Known by name and number alone (R-OPTX-128). */
    public static final int INTERNET_OPTION_UNLOAD_NOTIFY_EVENT = 128;
    /** TCP_NODELAY, by its name. */
    public static final int INTERNET_OPTION_SOCKET_NODELAY = 129;

    /** Known by name and number alone (R-OPTX-130). */
    public static final int INTERNET_OPTION_APP_CACHE = 130;
    /** Known by name and number alone (R-OPTX-131). */
    public static final int INTERNET_OPTION_DEPENDENCY_HANDLE = 131;
    /** Known by name and number alone (R-OPTX-132). */
    public static final int INTERNET_OPTION_USE_FIRST_AVAILABLE_CONNECTION = 132;
    /** Known by name and number alone (R-OPTX-133). */
    public static final int INTERNET_OPTION_TIMED_CONNECTION_LIMIT_BYPASS = 133;
    /** Milliseconds that HttpWebSocketClose waits for the server (R-OPTX-134). */
    public static final int INTERNET_OPTION_WEB_SOCKET_CLOSE_TIMEOUT = 134;
    /** Known by name and number alone (R-OPTX-135). */
    public static final int INTERNET_OPTION_FLUSH_STATE = 135;
    /** Makes a body that ends early an error, by its name. */
    public static final int INTERNET_OPTION_DISALLOW_PREMATURE_EOF = 137;

    /** Known by name and number alone (R-OPTX-138). */
    public static final int INTERNET_OPTION_SOCKET_NOTIFICATION_IOCTL = 138;
    /** Known by name and number alone (R-OPTX-139). */
    public static final int INTERNET_OPTION_CACHE_ENTRY_EXTRA_DATA = 139;
    /** Known by name and number alone (R-OPTX-140). */
    public static final int INTERNET_OPTION_MAX_QUERY_BUFFER_SIZE = 140;
    /** Known by name and number alone (R-OPTX-141). */
    public static final int INTERNET_OPTION_FALSE_START = 141;
    /** Known by name and number alone (R-OPTX-142). */
    public static final int INTERNET_OPTION_USER_PASS_SERVER_ONLY = 142;
    /** An {@code INTERNET_AUTH_SCHEME_*} value. */
    public static final int INTERNET_OPTION_SERVER_AUTH_SCHEME = 143;
    /** An {@code INTERNET_AUTH_SCHEME_*} value. */
    public static final int INTERNET_OPTION_PROXY_AUTH_SCHEME = 144;

    /** Known by name and number alone (R-OPTX-145). */
    public static final int INTERNET_OPTION_TUNNEL_ONLY = 145;
    /** Known by name and number alone (R-OPTX-146). */
    public static final int INTERNET_OPTION_SOURCE_PORT = 146;
    /** Sends the body in chunks, by its name. */
    public static final int INTERNET_OPTION_CHUNK_ENCODE_REQUEST = 150;

    /** Known by name and number alone (R-OPTX-151). */
    public static final int INTERNET_OPTION_SECURE_FAILURE = 151;
    /** Known by name and number alone (R-OPTX-152). */
    public static final int INTERNET_OPTION_NOTIFY_SENDING_COOKIE = 152;
    /** Issuers that the server accepts, by its name. */
    public static final int INTERNET_OPTION_CLIENT_CERT_ISSUER_LIST = 153;

    /** Known by name and number alone (R-OPTX-154). */
    public static final int INTERNET_OPTION_RESET = 154;
    /** Known by name and number alone (R-OPTX-156). */
    public static final int INTERNET_OPTION_SERVER_ADDRESS_INFO = 156;
    /** Known by name and number alone (R-OPTX-158). */
    public static final int INTERNET_OPTION_ENABLE_WBOEXT = 158;
    /** Known by name and number alone (R-OPTX-160). */
    public static final int INTERNET_OPTION_DISABLE_INSECURE_FALLBACK = 160;
    /** Known by name and number alone (R-OPTX-161). */
    public static final int INTERNET_OPTION_ALLOW_INSECURE_FALLBACK = 161;
    /** Known by name and number alone (R-OPTX-164). */
    public static final int INTERNET_OPTION_SET_IN_PRIVATE = 164;
    /** Structure with a file name and a handle. */
    public static final int INTERNET_OPTION_DOWNLOAD_MODE_HANDLE = 165;

    /** Known by name and number alone (R-OPTX-166). */
    public static final int INTERNET_OPTION_EDGE_COOKIES = 166;
    /** Known by name and number alone (R-OPTX-167). */
    public static final int INTERNET_OPTION_NO_HTTP_SERVER_AUTH = 167;
    /** By its name what statuses 329 and 330 need. */
    public static final int INTERNET_OPTION_ENABLE_HEADER_CALLBACKS = 168;
    /** Keeps credentials on redirects, by its name. */
    public static final int INTERNET_OPTION_PRESERVE_REQUEST_SERVER_CREDENTIALS_ON_REDIRECT = 169;
    /** Keeps Referer when a redirect leaves https, by its name. */
    public static final int INTERNET_OPTION_PRESERVE_REFERER_ON_HTTPS_TO_HTTP_REDIRECT = 170;

    /** Known by name and number alone (R-OPTX-171). */
    public static final int INTERNET_OPTION_TCP_FAST_OPEN = 171;
    /** Known by name and number alone (R-OPTX-172). */
    public static final int INTERNET_OPTION_SYNC_MODE_AUTOMATIC_SESSION_DISABLED = 172;
    /** Accepts deflate in the zlib container, by its name. */
    public static final int INTERNET_OPTION_ENABLE_ZLIB_DEFLATE = 173;

    /** Known by name and number alone (R-OPTX-174). */
    public static final int INTERNET_OPTION_ENCODE_FALLBACK_FOR_REDIRECT_URI = 174;
    /** Known by name and number alone (R-OPTX-175). */
    public static final int INTERNET_OPTION_EDGE_COOKIES_TEMP = 175;
    /** Known by name and number alone (R-OPTX-177). */
    public static final int INTERNET_OPTION_PARSE_LINE_FOLDING = 177;
    /** Known by name and number alone (R-OPTX-178). */
    public static final int INTERNET_OPTION_FORCE_DECODE = 178;
    /** Known by name and number alone (R-OPTX-179). */
    public static final int INTERNET_OPTION_COOKIES_APPLY_HOST_ONLY = 179;
    /** Known by name and number alone (R-OPTX-180). */
    public static final int INTERNET_OPTION_EDGE_MODE = 180;
    /** Known by name and number alone (R-OPTX-182). */
    public static final int INTERNET_OPTION_CANCEL_CACHE_WRITE = 182;
    /** An {@code INTERNET_AUTH_SCHEME_*} value. */
    public static final int INTERNET_OPTION_AUTH_SCHEME_SELECTED = 183;

    /** Known by name and number alone (R-OPTX-184). */
    public static final int INTERNET_OPTION_NOCACHE_WRITE_IN_PRIVATE = 184;
    /** Known by name and number alone (R-OPTX-185). */
    public static final int INTERNET_OPTION_ACTIVITY_ID = 185;
    /** Structure with the times of name look-up, connect and TLS. */
    public static final int INTERNET_OPTION_REQUEST_TIMES = 186;
    /** Value 1 is about sending headers. */
    public static final int INTERNET_OPTION_GLOBAL_CALLBACK = 188;

    /** Known by name and number alone (R-OPTX-189). */
    public static final int INTERNET_OPTION_ENABLE_TEST_SIGNING = 189;
    /** Known by name and number alone (R-OPTX-190). */
    public static final int INTERNET_OPTION_DISABLE_PROXY_LINK_LOCAL_NAME_RESOLUTION = 190;
    /** HTTP/0.9 answers, by its name. */
    public static final int INTERNET_OPTION_HTTP_09 = 191;
}

package io.github.wininet4j.constant;

/**
 * The {@code INTERNET_FLAG_*} bits that functions opening sessions, connections and requests take (R-FLAG), and
 * the access types of sessions.
 */
public final class InternetFlag {
    private InternetFlag() {}

    // Where the data comes from
    /** Asks the origin server although a cached copy exists; the answer is cached (R-FLAG-1). */
    public static final int INTERNET_FLAG_RELOAD = 0x80000000;
    /** {@code InternetOpenUrl} on a directory gives find-data structures instead of an HTML page (R-FLAG-2). */
    public static final int INTERNET_FLAG_RAW_DATA = 0x40000000;
    /** Takes a connection of the session that has the same properties, if there is one (R-FLAG-3). */
    public static final int INTERNET_FLAG_EXISTING_CONNECT = 0x20000000;

    // Session and connection
    /** Makes the session asynchronous; only {@code InternetOpen} reads it (R-FLAG-4). */
    public static final int INTERNET_FLAG_ASYNC = 0x10000000;
    /** Passive FTP: the client opens the data connections (R-FLAG-5). */
    public static final int INTERNET_FLAG_PASSIVE = 0x08000000;

    // Cache, cookies and automatic behaviour
    /** Does not store the answer (R-FLAG-6). */
    public static final int INTERNET_FLAG_NO_CACHE_WRITE = 0x04000000;
    /** Another name of {@link #INTERNET_FLAG_NO_CACHE_WRITE}. */
    public static final int INTERNET_FLAG_DONT_CACHE = 0x04000000;
    /** Has no effect any more (R-FLAG-7). */
    public static final int INTERNET_FLAG_MAKE_PERSISTENT = 0x02000000;
    /** Uses the cache only; what is not there fails with {@code ERROR_FILE_NOT_FOUND} (R-FLAG-8). */
    public static final int INTERNET_FLAG_FROM_CACHE = 0x01000000;
    /** Another name of {@link #INTERNET_FLAG_FROM_CACHE}. */
    public static final int INTERNET_FLAG_OFFLINE = 0x01000000;
    /** Uses TLS; does not change the port by itself (R-FLAG-9). */
    public static final int INTERNET_FLAG_SECURE = 0x00800000;
    /** Asks for a persistent connection, which NTLM needs (R-FLAG-10). */
    public static final int INTERNET_FLAG_KEEP_CONNECTION = 0x00400000;
    /** Delivers 3xx answers instead of following them (R-FLAG-11). */
    public static final int INTERNET_FLAG_NO_AUTO_REDIRECT = 0x00200000;
    /** Has no effect (R-FLAG-12). */
    public static final int INTERNET_FLAG_READ_PREFETCH = 0x00100000;
    /** Neither sends nor stores cookies automatically (R-FLAG-13). */
    public static final int INTERNET_FLAG_NO_COOKIES = 0x00080000;
    /** Delivers 401 instead of answering it with known credentials (R-FLAG-14). */
    public static final int INTERNET_FLAG_NO_AUTH = 0x00040000;
    /** Says that a cookie belongs to an untrusted site (R-FLAG-15). */
    public static final int INTERNET_FLAG_RESTRICTED_ZONE = 0x00020000;
    /** Falls back to the cache when the server cannot be reached (R-FLAG-16). */
    public static final int INTERNET_FLAG_CACHE_IF_NET_FAIL = 0x00010000;

    // Leniency in security questions
    /** Lets a redirect leave https (R-FLAG-17). */
    public static final int INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP = 0x00008000;
    /** Lets a redirect enter https (R-FLAG-18). */
    public static final int INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS = 0x00004000;
    /** Accepts a server certificate outside its time of validity (R-FLAG-19). */
    public static final int INTERNET_FLAG_IGNORE_CERT_DATE_INVALID = 0x00002000;
    /** Accepts a server certificate for another host name (R-FLAG-20). */
    public static final int INTERNET_FLAG_IGNORE_CERT_CN_INVALID = 0x00001000;

    // More about cache and user interface
    /** Asks the server whether the cached copy is still good (R-FLAG-21). */
    public static final int INTERNET_FLAG_RESYNCHRONIZE = 0x00000800;
    /** Reloads items that were received without Expires and Last-Modified (R-FLAG-22). */
    public static final int INTERNET_FLAG_HYPERLINK = 0x00000400;
    /** Shows no cookie dialog (R-FLAG-23). */
    public static final int INTERNET_FLAG_NO_UI = 0x00000200;
    /** Tells proxies to ask the origin server (R-FLAG-24). */
    public static final int INTERNET_FLAG_PRAGMA_NOCACHE = 0x00000100;
    /** Lets the cache write later; sources disagree on its effect (R-FLAG-25). */
    public static final int INTERNET_FLAG_CACHE_ASYNC = 0x00000080;
    /** Marks the submission of a form (R-FLAG-26). */
    public static final int INTERNET_FLAG_FORMS_SUBMIT = 0x00000040;
    /** Takes the cached copy without a check, as the back button does (R-FLAG-27). */
    public static final int INTERNET_FLAG_FWD_BACK = 0x00000020;
    /** Keeps the answer in a file even if it cannot be cached (R-FLAG-28). */
    public static final int INTERNET_FLAG_NEED_FILE = 0x00000010;
    /** Another name of {@link #INTERNET_FLAG_NEED_FILE}. */
    public static final int INTERNET_FLAG_MUST_CACHE_REQUEST = 0x00000010;

    // FTP transfer types as flags; the IDN values belong to INTERNET_OPTION_IDN
    /** FTP type A: line ends are converted (R-FLAG-29). */
    public static final int INTERNET_FLAG_TRANSFER_ASCII = 0x00000001;
    /** FTP type I: bytes stay as they are (R-FLAG-29). */
    public static final int INTERNET_FLAG_TRANSFER_BINARY = 0x00000002;
    /** International host names on direct connections; a value of option 102 (R-OPTN-102). */
    public static final int INTERNET_FLAG_IDN_DIRECT = 0x00000001;
    /** International host names through proxies; a value of option 102 (R-OPTN-102). */
    public static final int INTERNET_FLAG_IDN_PROXY = 0x00000002;

    // Access types of InternetOpen and of INTERNET_PROXY_INFO (R-OPEN)
    /** The proxy settings of the user. */
    public static final int INTERNET_OPEN_TYPE_PRECONFIG = 0;
    /** No proxy. */
    public static final int INTERNET_OPEN_TYPE_DIRECT = 1;
    /** The proxies named in the call. */
    public static final int INTERNET_OPEN_TYPE_PROXY = 3;
    /** The proxy settings of the user without a configuration script. */
    public static final int INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY = 4;

    // Access types by their early names
    /** Old name of {@link #INTERNET_OPEN_TYPE_PRECONFIG}. */
    public static final int PRE_CONFIG_INTERNET_ACCESS = 0;
    /** Old name of {@link #INTERNET_OPEN_TYPE_DIRECT}. */
    public static final int LOCAL_INTERNET_ACCESS = 1;
    /** Old name of {@link #INTERNET_OPEN_TYPE_PROXY}. */
    public static final int CERN_PROXY_INTERNET_ACCESS = 3;
}

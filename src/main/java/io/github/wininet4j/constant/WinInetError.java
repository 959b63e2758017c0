package io.github.wininet4j.constant;

/**
 * Error numbers of WinInet, {@code ERROR_INTERNET_*}, {@code ERROR_HTTP_*}, {@code ERROR_FTP_*} and {@code
 * ERROR_GOPHER_*} (R-ERRN).
 */
public final class WinInetError {
    private WinInetError() {}

    // Sessions, connections, options, security
    /** No more handles can be made. */
    public static final int ERROR_INTERNET_OUT_OF_HANDLES = 12001;
    /** The time allowed for the operation is over. */
    public static final int ERROR_INTERNET_TIMEOUT = 12002;
    /** The server reported an error; InternetGetLastResponseInfo has its text. */
    public static final int ERROR_INTERNET_EXTENDED_ERROR = 12003;
    /** Something went wrong inside the library. */
    public static final int ERROR_INTERNET_INTERNAL_ERROR = 12004;
    /** The URL is malformed. */
    public static final int ERROR_INTERNET_INVALID_URL = 12005;
    /** The URL has no scheme, or one that is not known or not supported. */
    public static final int ERROR_INTERNET_UNRECOGNIZED_SCHEME = 12006;
    /** No address was found for the host name. */
    public static final int ERROR_INTERNET_NAME_NOT_RESOLVED = 12007;
    /** The protocol is not available. */
    public static final int ERROR_INTERNET_PROTOCOL_NOT_FOUND = 12008;
    /** The option does not exist, or not for this use. */
    public static final int ERROR_INTERNET_INVALID_OPTION = 12009;
    /** The buffer does not have the length that the option needs. */
    public static final int ERROR_INTERNET_BAD_OPTION_LENGTH = 12010;
    /** The option can be queried but not set. */
    public static final int ERROR_INTERNET_OPTION_NOT_SETTABLE = 12011;
    /** The library is being closed or is closed. */
    public static final int ERROR_INTERNET_SHUTDOWN = 12012;
    /** The FTP server refused the user name. */
    public static final int ERROR_INTERNET_INCORRECT_USER_NAME = 12013;
    /** The FTP server refused the password. */
    public static final int ERROR_INTERNET_INCORRECT_PASSWORD = 12014;
    /** The server refused the logon. */
    public static final int ERROR_INTERNET_LOGIN_FAILURE = 12015;
    /** The operation does not fit this handle or its state. */
    public static final int ERROR_INTERNET_INVALID_OPERATION = 12016;
    /** The handle was closed while the operation was in progress. */
    public static final int ERROR_INTERNET_OPERATION_CANCELLED = 12017;
    /** The handle is of a kind that this operation cannot use. */
    public static final int ERROR_INTERNET_INCORRECT_HANDLE_TYPE = 12018;
    /** The handle is not in the state that this operation needs. */
    public static final int ERROR_INTERNET_INCORRECT_HANDLE_STATE = 12019;
    /** The request cannot go through a proxy. */
    public static final int ERROR_INTERNET_NOT_PROXY_REQUEST = 12020;
    /** A required setting is missing from the registry. */
    public static final int ERROR_INTERNET_REGISTRY_VALUE_NOT_FOUND = 12021;
    /** A setting in the registry is not usable. */
    public static final int ERROR_INTERNET_BAD_REGISTRY_PARAMETER = 12022;
    /** The network cannot be reached directly at the moment. */
    public static final int ERROR_INTERNET_NO_DIRECT_ACCESS = 12023;
    /** An asynchronous request needs a context other than zero. */
    public static final int ERROR_INTERNET_NO_CONTEXT = 12024;
    /** An asynchronous request needs a status callback. */
    public static final int ERROR_INTERNET_NO_CALLBACK = 12025;
    /** Another operation on this handle has not finished. */
    public static final int ERROR_INTERNET_REQUEST_PENDING = 12026;
    /** The request is malformed. */
    public static final int ERROR_INTERNET_INCORRECT_FORMAT = 12027;
    /** The item that was asked for does not exist. */
    public static final int ERROR_INTERNET_ITEM_NOT_FOUND = 12028;
    /** No connection to the server or proxy could be made. */
    public static final int ERROR_INTERNET_CANNOT_CONNECT = 12029;
    /** The connection ended before the operation did. */
    public static final int ERROR_INTERNET_CONNECTION_ABORTED = 12030;
    /** The other side reset the connection. */
    public static final int ERROR_INTERNET_CONNECTION_RESET = 12031;
    /** The request has to be sent again from its start. */
    public static final int ERROR_INTERNET_FORCE_RETRY = 12032;
    /** The proxy cannot serve this request. */
    public static final int ERROR_INTERNET_INVALID_PROXY_REQUEST = 12033;
    /** The user has to be asked before this can go on. */
    public static final int ERROR_INTERNET_NEED_UI = 12034;
    /** The handle exists already. */
    public static final int ERROR_INTERNET_HANDLE_EXISTS = 12036;
    /** The server's certificate has expired or is not valid yet. */
    public static final int ERROR_INTERNET_SEC_CERT_DATE_INVALID = 12037;
    /** The server's certificate was issued for another host name. */
    public static final int ERROR_INTERNET_SEC_CERT_CN_INVALID = 12038;
    /** A redirect leads from an insecure to a secure connection. */
    public static final int ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR = 12039;
    /** A redirect leads from a secure to an insecure connection. */
    public static final int ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR = 12040;
    /** Secure and insecure content is mixed. */
    public static final int ERROR_INTERNET_MIXED_SECURITY = 12041;
    /** Data would be posted to an insecure server and changed on the way. */
    public static final int ERROR_INTERNET_CHG_POST_IS_NON_SECURE = 12042;
    /** Data would be posted to an insecure server. */
    public static final int ERROR_INTERNET_POST_IS_NON_SECURE = 12043;
    /** The server asks for a client certificate. */
    public static final int ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED = 12044;
    /** The server's certificate comes from an authority that is not trusted. */
    public static final int ERROR_INTERNET_INVALID_CA = 12045;
    /** Client certificates are not set up on this computer. */
    public static final int ERROR_INTERNET_CLIENT_AUTH_NOT_SETUP = 12046;
    /** No worker thread could be started. */
    public static final int ERROR_INTERNET_ASYNC_THREAD_FAILED = 12047;
    /** A redirect leads to another protocol. */
    public static final int ERROR_INTERNET_REDIRECT_SCHEME_CHANGE = 12048;
    /** Another thread is already showing a dialog for this. */
    public static final int ERROR_INTERNET_DIALOG_PENDING = 12049;
    /** The dialog has to be shown again. */
    public static final int ERROR_INTERNET_RETRY_DIALOG = 12050;
    /** No new cache containers can be made. */
    public static final int ERROR_INTERNET_NO_NEW_CONTAINERS = 12051;
    /** A redirect would send submitted data over an insecure connection. */
    public static final int ERROR_INTERNET_HTTPS_HTTP_SUBMIT_REDIR = 12052;
    /** The CD-ROM with the content has to be inserted. */
    public static final int ERROR_INTERNET_INSERT_CDROM = 12053;
    /** A Fortezza logon is needed. */
    public static final int ERROR_INTERNET_FORTEZZA_LOGIN_NEEDED = 12054;
    /** The server's certificate has one or more errors. */
    public static final int ERROR_INTERNET_SEC_CERT_ERRORS = 12055;
    /** The server's certificate has no usable revocation information. */
    public static final int ERROR_INTERNET_SEC_CERT_NO_REV = 12056;
    /** It could not be checked whether the server's certificate is revoked. */
    public static final int ERROR_INTERNET_SEC_CERT_REV_FAILED = 12057;
    /** The local port is in use. */
    public static final int ERROR_INTERNET_SOURCE_PORT_IN_USE = 12058;
    /** The server needs an older, insecure protocol version. */
    public static final int ERROR_INTERNET_INSECURE_FALLBACK_REQUIRED = 12059;
    /** The host asks for https, so the request has to go there. */
    public static final int ERROR_HTTP_HSTS_REDIRECT_REQUIRED = 12060;
    /** The proxy reported a problem. */
    public static final int ERROR_INTERNET_PROXY_ALERT = 12061;
    /** The server's certificate has a weak signature. */
    public static final int ERROR_INTERNET_SEC_CERT_WEAK_SIGNATURE = 12062;
    /** There is no connection manager connection. */
    public static final int ERROR_INTERNET_NO_CM_CONNECTION = 12080;

    // FTP
    /** The FTP connection is busy with another operation. */
    public static final int ERROR_FTP_TRANSFER_IN_PROGRESS = 12110;
    /** The FTP session was ended. */
    public static final int ERROR_FTP_DROPPED = 12111;
    /** The FTP server has no passive mode. */
    public static final int ERROR_FTP_NO_PASSIVE_MODE = 12112;

    // Gopher, retired
    /** The Gopher server's answer does not follow the protocol. */
    public static final int ERROR_GOPHER_PROTOCOL_ERROR = 12130;
    /** The locator does not name a file. */
    public static final int ERROR_GOPHER_NOT_FILE = 12131;
    /** Data of the Gopher server is damaged. */
    public static final int ERROR_GOPHER_DATA_ERROR = 12132;
    /** There is no more data. */
    public static final int ERROR_GOPHER_END_OF_DATA = 12133;
    /** The Gopher locator is malformed. */
    public static final int ERROR_GOPHER_INVALID_LOCATOR = 12134;
    /** The locator is of a type that this operation cannot use. */
    public static final int ERROR_GOPHER_INCORRECT_LOCATOR_TYPE = 12135;
    /** The item is not a Gopher+ item. */
    public static final int ERROR_GOPHER_NOT_GOPHER_PLUS = 12136;
    /** The item does not have that attribute. */
    public static final int ERROR_GOPHER_ATTRIBUTE_NOT_FOUND = 12137;
    /** The type of the locator is not known. */
    public static final int ERROR_GOPHER_UNKNOWN_LOCATOR = 12138;

    // HTTP, and later additions of all kinds
    /** The status code of the push answer is not supported. */
    public static final int ERROR_HTTP_PUSH_STATUS_CODE_NOT_SUPPORTED = 12147;
    /** Push answers cannot be repeated. */
    public static final int ERROR_HTTP_PUSH_RETRY_NOT_SUPPORTED = 12148;
    /** Push could not be turned on. */
    public static final int ERROR_HTTP_PUSH_ENABLE_FAILED = 12149;
    /** There is no such header. */
    public static final int ERROR_HTTP_HEADER_NOT_FOUND = 12150;
    /** The server's answer had no headers. */
    public static final int ERROR_HTTP_DOWNLEVEL_SERVER = 12151;
    /** The server's answer could not be understood, or there was none. */
    public static final int ERROR_HTTP_INVALID_SERVER_RESPONSE = 12152;
    /** The header is malformed or cannot be converted as asked. */
    public static final int ERROR_HTTP_INVALID_HEADER = 12153;
    /** This combination of attribute and flags cannot be queried. */
    public static final int ERROR_HTTP_INVALID_QUERY_REQUEST = 12154;
    /** The header exists already and was to be added only if new. */
    public static final int ERROR_HTTP_HEADER_ALREADY_EXISTS = 12155;
    /** A redirect leads to another scheme, or there were too many. */
    public static final int ERROR_HTTP_REDIRECT_FAILED = 12156;
    /** The TLS connection could not be set up. */
    public static final int ERROR_INTERNET_SECURITY_CHANNEL_ERROR = 12157;
    /** The file could not be written to the cache. */
    public static final int ERROR_INTERNET_UNABLE_TO_CACHE_FILE = 12158;
    /** This computer has no TCP/IP. */
    public static final int ERROR_INTERNET_TCPIP_NOT_INSTALLED = 12159;
    /** The request was not redirected. */
    public static final int ERROR_HTTP_NOT_REDIRECTED = 12160;
    /** The user has to confirm a cookie. */
    public static final int ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION = 12161;
    /** The server would not take the cookie. */
    public static final int ERROR_HTTP_COOKIE_DECLINED = 12162;
    /** The computer is offline. */
    public static final int ERROR_INTERNET_DISCONNECTED = 12163;
    /** The server cannot be reached. */
    public static final int ERROR_INTERNET_SERVER_UNREACHABLE = 12164;
    /** The proxy cannot be reached. */
    public static final int ERROR_INTERNET_PROXY_SERVER_UNREACHABLE = 12165;
    /** The proxy configuration script has an error. */
    public static final int ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT = 12166;
    /** The proxy configuration script could not be fetched. */
    public static final int ERROR_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT = 12167;
    /** The user has to confirm a redirect. */
    public static final int ERROR_HTTP_REDIRECT_NEEDS_CONFIRMATION = 12168;
    /** The server's certificate is not valid. */
    public static final int ERROR_INTERNET_SEC_INVALID_CERT = 12169;
    /** The server's certificate was revoked. */
    public static final int ERROR_INTERNET_SEC_CERT_REVOKED = 12170;
    /** A security check stopped the operation. */
    public static final int ERROR_INTERNET_FAILED_DUETOSECURITYCHECK = 12171;
    /** InternetOpen has to be called first. */
    public static final int ERROR_INTERNET_NOT_INITIALIZED = 12172;
    /** An MSN logon package would be needed. */
    public static final int ERROR_INTERNET_NEED_MSN_SSPI_PKG = 12173;
    /** The logon failed; the body of the answer tells why. */
    public static final int ERROR_INTERNET_LOGIN_FAILURE_DISPLAY_ENTITY_BODY = 12174;
    /** The compressed body could not be decoded. */
    public static final int ERROR_INTERNET_DECODING_FAILED = 12175;

    // Declared by newer SDKs (R-ERRX)
    /** No proxy configuration script was found in the network. */
    public static final int ERROR_WINHTTP_AUTODETECTION_FAILED = 12180;
    /** The proxy asks for a client certificate. */
    public static final int ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED_PROXY = 12187;
    /** The TLS connection to the proxy could not be set up. */
    public static final int ERROR_INTERNET_SECURE_FAILURE_PROXY = 12188;
    /** This is not allowed in private mode. */
    public static final int ERROR_INTERNET_DISALLOW_INPRIVATE = 12189;
    /** The protocol version does not fit. */
    public static final int ERROR_INTERNET_HTTP_PROTOCOL_MISMATCH = 12190;
    /** A global callback failed. */
    public static final int ERROR_INTERNET_GLOBAL_CALLBACK_FAILED = 12191;
    /** This feature is turned off. */
    public static final int ERROR_INTERNET_FEATURE_DISABLED = 12192;
    /** A socket failed inside the library. */
    public static final int ERROR_INTERNET_INTERNAL_SOCKET_ERROR = 12901;
    /** A connection is available. */
    public static final int ERROR_INTERNET_CONNECTION_AVAILABLE = 12902;
    /** There is no known server to test the connection with. */
    public static final int ERROR_INTERNET_NO_KNOWN_SERVERS = 12903;
    /** The test of the connection failed. */
    public static final int ERROR_INTERNET_PING_FAILED = 12904;
    /** The connection cannot be tested here. */
    public static final int ERROR_INTERNET_NO_PING_SUPPORT = 12905;
    /** The cache had the answer. */
    public static final int ERROR_INTERNET_CACHE_SUCCESS = 12906;
    /** The user has to confirm a cookie. */
    public static final int ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION_EX = 12907;

    // Second names and bounds
    /** Another name of {@link #ERROR_INTERNET_DISCONNECTED}. */
    public static final int ERROR_INTERNET_OFFLINE = 12163;
    /** What the numbers start from. */
    public static final int INTERNET_ERROR_BASE = 12000;
    /** What the header calls the largest number; larger ones exist. */
    public static final int INTERNET_ERROR_LAST = 12174;
}

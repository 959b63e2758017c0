package io.github.wininet4j.constant;

/**
 * Status codes of HTTP answers.
 */
public final class HttpStatus {
    private HttpStatus() {}

    // Intermediate
    public static final int HTTP_STATUS_CONTINUE = 100;
    public static final int HTTP_STATUS_SWITCH_PROTOCOLS = 101;

    // Success
    public static final int HTTP_STATUS_OK = 200;
    public static final int HTTP_STATUS_CREATED = 201;
    public static final int HTTP_STATUS_ACCEPTED = 202;
    public static final int HTTP_STATUS_PARTIAL = 203;
    public static final int HTTP_STATUS_NO_CONTENT = 204;
    public static final int HTTP_STATUS_RESET_CONTENT = 205;
    public static final int HTTP_STATUS_PARTIAL_CONTENT = 206;

    // Redirects
    public static final int HTTP_STATUS_AMBIGUOUS = 300;
    public static final int HTTP_STATUS_MOVED = 301;
    public static final int HTTP_STATUS_REDIRECT = 302;
    public static final int HTTP_STATUS_REDIRECT_METHOD = 303;
    public static final int HTTP_STATUS_NOT_MODIFIED = 304;
    public static final int HTTP_STATUS_USE_PROXY = 305;
    public static final int HTTP_STATUS_REDIRECT_KEEP_VERB = 307;
    public static final int HTTP_STATUS_PERMANENT_REDIRECT = 308;

    // Errors of the client
    public static final int HTTP_STATUS_BAD_REQUEST = 400;
    public static final int HTTP_STATUS_DENIED = 401;
    public static final int HTTP_STATUS_PAYMENT_REQ = 402;
    public static final int HTTP_STATUS_FORBIDDEN = 403;
    public static final int HTTP_STATUS_NOT_FOUND = 404;
    public static final int HTTP_STATUS_BAD_METHOD = 405;
    public static final int HTTP_STATUS_NONE_ACCEPTABLE = 406;
    public static final int HTTP_STATUS_PROXY_AUTH_REQ = 407;
    public static final int HTTP_STATUS_REQUEST_TIMEOUT = 408;
    public static final int HTTP_STATUS_CONFLICT = 409;
    public static final int HTTP_STATUS_GONE = 410;
    public static final int HTTP_STATUS_LENGTH_REQUIRED = 411;
    public static final int HTTP_STATUS_PRECOND_FAILED = 412;
    public static final int HTTP_STATUS_REQUEST_TOO_LARGE = 413;
    public static final int HTTP_STATUS_URI_TOO_LONG = 414;
    public static final int HTTP_STATUS_UNSUPPORTED_MEDIA = 415;
    public static final int HTTP_STATUS_MISDIRECTED_REQUEST = 421;
    public static final int HTTP_STATUS_RETRY_WITH = 449;

    // Errors of the server
    public static final int HTTP_STATUS_SERVER_ERROR = 500;
    public static final int HTTP_STATUS_NOT_SUPPORTED = 501;
    public static final int HTTP_STATUS_BAD_GATEWAY = 502;
    public static final int HTTP_STATUS_SERVICE_UNAVAIL = 503;
    public static final int HTTP_STATUS_GATEWAY_TIMEOUT = 504;
    public static final int HTTP_STATUS_VERSION_NOT_SUP = 505;

    // Bounds
    /** Smallest code. */
    public static final int HTTP_STATUS_FIRST = 100;
    /** Largest code of the list. */
    public static final int HTTP_STATUS_LAST = 505;
}

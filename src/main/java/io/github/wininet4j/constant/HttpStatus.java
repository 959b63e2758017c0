package io.github.wininet4j.constant;

/**
 * Status codes of HTTP answers.
 */
public final class HttpStatus {
    private HttpStatus() {}

    // Intermediate
    /** 100 Continue. */
    public static final int HTTP_STATUS_CONTINUE = 100;
    /** 101 Switching Protocols. */
    public static final int HTTP_STATUS_SWITCH_PROTOCOLS = 101;

    // Success
    /** 200 OK. */
    public static final int HTTP_STATUS_OK = 200;
    /** 201 Created. */
    public static final int HTTP_STATUS_CREATED = 201;
    /** 202 Accepted. */
    public static final int HTTP_STATUS_ACCEPTED = 202;
    /** 203 Non-Authoritative Information. */
    public static final int HTTP_STATUS_PARTIAL = 203;
    /** 204 No Content. */
    public static final int HTTP_STATUS_NO_CONTENT = 204;
    /** 205 Reset Content. */
    public static final int HTTP_STATUS_RESET_CONTENT = 205;
    /** 206 Partial Content. */
    public static final int HTTP_STATUS_PARTIAL_CONTENT = 206;

    // Redirects
    /** 300 Multiple Choices. */
    public static final int HTTP_STATUS_AMBIGUOUS = 300;
    /** 301 Moved Permanently. */
    public static final int HTTP_STATUS_MOVED = 301;
    /** 302 Found. */
    public static final int HTTP_STATUS_REDIRECT = 302;
    /** 303 See Other. */
    public static final int HTTP_STATUS_REDIRECT_METHOD = 303;
    /** 304 Not Modified. */
    public static final int HTTP_STATUS_NOT_MODIFIED = 304;
    /** 305 Use Proxy. */
    public static final int HTTP_STATUS_USE_PROXY = 305;
    /** 307 Temporary Redirect. */
    public static final int HTTP_STATUS_REDIRECT_KEEP_VERB = 307;
    /** 308 Permanent Redirect. */
    public static final int HTTP_STATUS_PERMANENT_REDIRECT = 308;

    // Errors of the client
    /** 400 Bad Request. */
    public static final int HTTP_STATUS_BAD_REQUEST = 400;
    /** 401 Unauthorized. */
    public static final int HTTP_STATUS_DENIED = 401;
    /** 402 Payment Required. */
    public static final int HTTP_STATUS_PAYMENT_REQ = 402;
    /** 403 Forbidden. */
    public static final int HTTP_STATUS_FORBIDDEN = 403;
    /** 404 Not Found. */
    public static final int HTTP_STATUS_NOT_FOUND = 404;
    /** 405 Method Not Allowed. */
    public static final int HTTP_STATUS_BAD_METHOD = 405;
    /** 406 Not Acceptable. */
    public static final int HTTP_STATUS_NONE_ACCEPTABLE = 406;
    /** 407 Proxy Authentication Required. */
    public static final int HTTP_STATUS_PROXY_AUTH_REQ = 407;
    /** 408 Request Timeout. */
    public static final int HTTP_STATUS_REQUEST_TIMEOUT = 408;
    /** 409 Conflict. */
    public static final int HTTP_STATUS_CONFLICT = 409;
    /** 410 Gone. */
    public static final int HTTP_STATUS_GONE = 410;
    /** 411 Length Required. */
    public static final int HTTP_STATUS_LENGTH_REQUIRED = 411;
    /** 412 Precondition Failed. */
    public static final int HTTP_STATUS_PRECOND_FAILED = 412;
    /** 413 Content Too Large. */
    public static final int HTTP_STATUS_REQUEST_TOO_LARGE = 413;
    /** 414 URI Too Long. */
    public static final int HTTP_STATUS_URI_TOO_LONG = 414;
    /** 415 Unsupported Media Type. */
    public static final int HTTP_STATUS_UNSUPPORTED_MEDIA = 415;
    /** 421 Misdirected Request. */
    public static final int HTTP_STATUS_MISDIRECTED_REQUEST = 421;
    /** 449 Retry With, an extension of Microsoft. */
    public static final int HTTP_STATUS_RETRY_WITH = 449;

    // Errors of the server
    /** 500 Internal Server Error. */
    public static final int HTTP_STATUS_SERVER_ERROR = 500;
    /** 501 Not Implemented. */
    public static final int HTTP_STATUS_NOT_SUPPORTED = 501;
    /** 502 Bad Gateway. */
    public static final int HTTP_STATUS_BAD_GATEWAY = 502;
    /** 503 Service Unavailable. */
    public static final int HTTP_STATUS_SERVICE_UNAVAIL = 503;
    /** 504 Gateway Timeout. */
    public static final int HTTP_STATUS_GATEWAY_TIMEOUT = 504;
    /** 505 HTTP Version Not Supported. */
    public static final int HTTP_STATUS_VERSION_NOT_SUP = 505;

    // Bounds
    /** Smallest code. */
    public static final int HTTP_STATUS_FIRST = 100;
    /** Largest code of the list. */
    public static final int HTTP_STATUS_LAST = 505;
}

package io.github.wininet4j.constant;

/**
 * Flags of cookies and cookie functions, and what became of a cookie (R-COOKIE, R-COOKIE2).
 */
public final class CookieFlag {
    private CookieFlag() {}

    // Flags of the functions
    /** The cookie belongs to a third party (R-COOKIE-14). */
    public static final int INTERNET_COOKIE_THIRD_PARTY = 0x00000010;
    /** The user must be asked. */
    public static final int INTERNET_COOKIE_PROMPT_REQUIRED = 0x00000020;
    /** Judges the cookie by a P3P policy; the API page has another number (R-COOKIE-20). */
    public static final int INTERNET_COOKIE_EVALUATE_P3P = 0x00000040;

    /** Applies P3P, by its name. */
    public static final int INTERNET_COOKIE_APPLY_P3P = 0x00000080;
    /** HttpOnly access in the Ex2 functions (R-COOKIE2-8). */
    public static final int INTERNET_COOKIE_NON_SCRIPT = 0x00001000;
    /** HttpOnly access in the Ex functions; also a flag of a cookie (R-COOKIE2-8). */
    public static final int INTERNET_COOKIE_HTTPONLY = 0x00002000;
    /** Without a domain attribute the cookie is for this host only (R-COOKIE2-5). */
    public static final int INTERNET_COOKIE_APPLY_HOST_ONLY = 0x00008000;
    /** Leaves out cookies with a SameSite attribute (R-COOKIE2-3). */
    public static final int INTERNET_COOKIE_SAME_SITE_LEVEL_CROSS_SITE = 0x00400000;

    // Flags of a cookie (R-COOKIE2-7)
    /** For https only. */
    public static final int INTERNET_COOKIE_IS_SECURE = 0x00000001;
    /** Not stored beyond the process. */
    public static final int INTERNET_COOKIE_IS_SESSION = 0x00000002;
    /** From an untrusted site. */
    public static final int INTERNET_COOKIE_IS_RESTRICTED = 0x00000200;
    /** For its host only. */
    public static final int INTERNET_COOKIE_HOST_ONLY = 0x00004000;
    /** Its being for the host only counts. */
    public static final int INTERNET_COOKIE_HOST_ONLY_APPLIED = 0x00080000;

    /** The cookie has SameSite=Strict. */
    public static final int INTERNET_COOKIE_SAME_SITE_STRICT = 0x00100000;
    /** The cookie has SameSite=Lax. */
    public static final int INTERNET_COOKIE_SAME_SITE_LAX = 0x00200000;

    // Internal flags that the header declares (R-COOKIE-40)
    /** P3P is on, by its name. */
    public static final int INTERNET_COOKIE_P3P_ENABLED = 0x00000100;
    /** A cookie as of Internet Explorer 6, by its name. */
    public static final int INTERNET_COOKIE_IE6 = 0x00000400;
    /** A legacy cookie, by its name. */
    public static final int INTERNET_COOKIE_IS_LEGACY = 0x00000800;

    // Flags of newer SDKs without description (R-COOKIE2-10)
    /** A cookie that is kept, for its host only, by its name. */
    public static final int INTERNET_COOKIE_PERSISTENT_HOST_ONLY = 0x00010000;
    /** The request is in the restricted zone, by its name. */
    public static final int INTERNET_COOKIE_RESTRICTED_ZONE = 0x00020000;
    /** Cookies of Edge, by its name. */
    public static final int INTERNET_COOKIE_EDGE_COOKIES = 0x00040000;
    /** All cookies, by its name. */
    public static final int INTERNET_COOKIE_ALL_COOKIES = 0x20000000;
    /** No status is sent for the cookie, by its name. */
    public static final int INTERNET_COOKIE_NO_CALLBACK = 0x40000000;
    /** The context is a third party, by its name. */
    public static final int INTERNET_COOKIE_ECTX_3RDPARTY = 0x80000000;

    // What became of a cookie (R-COOKIE-18)
    /** Not decided. */
    public static final int COOKIE_STATE_UNKNOWN = 0;
    /** Accepted. */
    public static final int COOKIE_STATE_ACCEPT = 1;
    /** The user is to be asked. */
    public static final int COOKIE_STATE_PROMPT = 2;
    /** Accepted for first-party use only. */
    public static final int COOKIE_STATE_LEASH = 3;
    /** Accepted as a session cookie. */
    public static final int COOKIE_STATE_DOWNGRADE = 4;
    /** Rejected. */
    public static final int COOKIE_STATE_REJECT = 5;
    /** Largest state. */
    public static final int COOKIE_STATE_MAX = 5;
}

package io.github.wininet4j.constant;

/**
 * Values of the privacy functions (R-PRIV-2, R-PRIV-3).
 */
public final class Privacy {
    private Privacy() {}

    // Types
    /** Cookies of the visited site. */
    public static final int PRIVACY_TYPE_FIRST_PARTY = 0;
    /** Cookies of other sites. */
    public static final int PRIVACY_TYPE_THIRD_PARTY = 1;

    // Templates
    /** Blocks all. */
    public static final int PRIVACY_TEMPLATE_NO_COOKIES = 0;

    /** The template between no cookies and medium high. */
    public static final int PRIVACY_TEMPLATE_HIGH = 1;
    /** The template between medium and high. */
    public static final int PRIVACY_TEMPLATE_MEDIUM_HIGH = 2;
    /** The default of the Internet zone. */
    public static final int PRIVACY_TEMPLATE_MEDIUM = 3;
    /** The template between medium and low. */
    public static final int PRIVACY_TEMPLATE_MEDIUM_LOW = 4;
    /** Accepts all. */
    public static final int PRIVACY_TEMPLATE_LOW = 5;
    /** Largest of the plain templates. */
    public static final int PRIVACY_TEMPLATE_MAX = 5;
    /** The preference text counts. */
    public static final int PRIVACY_TEMPLATE_CUSTOM = 100;
    /** The choices of the advanced dialog count. */
    public static final int PRIVACY_TEMPLATE_ADVANCED = 101;
}

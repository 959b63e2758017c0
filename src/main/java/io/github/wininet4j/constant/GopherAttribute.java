package io.github.wininet4j.constant;

/**
 * Categories and attributes of Gopher+ items; Windows retired Gopher (R-GOPHER).
 */
public final class GopherAttribute {
    private GopherAttribute() {}

    // Categories
    /** Category: everything. */
    public static final int GOPHER_CATEGORY_ID_ALL = 0xABCCCC01;
    /** Category: general information. */
    public static final int GOPHER_CATEGORY_ID_INFO = 0xABCCCC02;
    /** Category: the administrator. */
    public static final int GOPHER_CATEGORY_ID_ADMIN = 0xABCCCC03;
    /** Category: the views. */
    public static final int GOPHER_CATEGORY_ID_VIEWS = 0xABCCCC04;
    /** Category: the abstract. */
    public static final int GOPHER_CATEGORY_ID_ABSTRACT = 0xABCCCC05;
    /** Category: information for Veronica. */
    public static final int GOPHER_CATEGORY_ID_VERONICA = 0xABCCCC06;
    /** Category: questions to the user. */
    public static final int GOPHER_CATEGORY_ID_ASK = 0xABCCCC07;
    /** Category: what has no number. */
    public static final int GOPHER_CATEGORY_ID_UNKNOWN = 0xABCCCC08;

    // Attributes
    /** What all numbers start from. */
    public static final int GOPHER_ATTRIBUTE_ID_BASE = 0xABCCCC00;

    /** Attribute: everything. */
    public static final int GOPHER_ATTRIBUTE_ID_ALL = 0xABCCCC09;
    /** Attribute: the administrator. */
    public static final int GOPHER_ATTRIBUTE_ID_ADMIN = 0xABCCCC0A;
    /** Attribute: the date of the last change. */
    public static final int GOPHER_ATTRIBUTE_ID_MOD_DATE = 0xABCCCC0B;
    /** Attribute: how long the information holds. */
    public static final int GOPHER_ATTRIBUTE_ID_TTL = 0xABCCCC0C;
    /** Attribute: the score. */
    public static final int GOPHER_ATTRIBUTE_ID_SCORE = 0xABCCCC0D;
    /** Attribute: the range of scores. */
    public static final int GOPHER_ATTRIBUTE_ID_RANGE = 0xABCCCC0E;
    /** Attribute: the site. */
    public static final int GOPHER_ATTRIBUTE_ID_SITE = 0xABCCCC0F;
    /** Attribute: the organization. */
    public static final int GOPHER_ATTRIBUTE_ID_ORG = 0xABCCCC10;
    /** Attribute: the location. */
    public static final int GOPHER_ATTRIBUTE_ID_LOCATION = 0xABCCCC11;
    /** Attribute: the place on the globe. */
    public static final int GOPHER_ATTRIBUTE_ID_GEOG = 0xABCCCC12;
    /** Attribute: the time zone. */
    public static final int GOPHER_ATTRIBUTE_ID_TIMEZONE = 0xABCCCC13;
    /** Attribute: the provider. */
    public static final int GOPHER_ATTRIBUTE_ID_PROVIDER = 0xABCCCC14;
    /** Attribute: the version. */
    public static final int GOPHER_ATTRIBUTE_ID_VERSION = 0xABCCCC15;
    /** Attribute: the abstract. */
    public static final int GOPHER_ATTRIBUTE_ID_ABSTRACT = 0xABCCCC16;
    /** Attribute: a view. */
    public static final int GOPHER_ATTRIBUTE_ID_VIEW = 0xABCCCC17;
    /** Attribute: whether the tree may be walked. */
    public static final int GOPHER_ATTRIBUTE_ID_TREEWALK = 0xABCCCC18;
    /** Attribute: what has no number. */
    public static final int GOPHER_ATTRIBUTE_ID_UNKNOWN = 0xABCCCC19;
}

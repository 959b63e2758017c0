package io.github.wininet4j.constant;

/**
 * Categories and attributes of Gopher+ items; Windows retired Gopher (R-GOPHER).
 */
public final class GopherAttribute {
    private GopherAttribute() {}

    // Categories
    public static final int GOPHER_CATEGORY_ID_ALL = 0xABCCCC01;
    public static final int GOPHER_CATEGORY_ID_INFO = 0xABCCCC02;
    public static final int GOPHER_CATEGORY_ID_ADMIN = 0xABCCCC03;
    public static final int GOPHER_CATEGORY_ID_VIEWS = 0xABCCCC04;
    public static final int GOPHER_CATEGORY_ID_ABSTRACT = 0xABCCCC05;
    public static final int GOPHER_CATEGORY_ID_VERONICA = 0xABCCCC06;
    public static final int GOPHER_CATEGORY_ID_ASK = 0xABCCCC07;
    public static final int GOPHER_CATEGORY_ID_UNKNOWN = 0xABCCCC08;

    // Attributes
    /** What all numbers start from. */
    public static final int GOPHER_ATTRIBUTE_ID_BASE = 0xABCCCC00;

    public static final int GOPHER_ATTRIBUTE_ID_ALL = 0xABCCCC09;
    public static final int GOPHER_ATTRIBUTE_ID_ADMIN = 0xABCCCC0A;
    public static final int GOPHER_ATTRIBUTE_ID_MOD_DATE = 0xABCCCC0B;
    public static final int GOPHER_ATTRIBUTE_ID_TTL = 0xABCCCC0C;
    public static final int GOPHER_ATTRIBUTE_ID_SCORE = 0xABCCCC0D;
    public static final int GOPHER_ATTRIBUTE_ID_RANGE = 0xABCCCC0E;
    public static final int GOPHER_ATTRIBUTE_ID_SITE = 0xABCCCC0F;
    public static final int GOPHER_ATTRIBUTE_ID_ORG = 0xABCCCC10;
    public static final int GOPHER_ATTRIBUTE_ID_LOCATION = 0xABCCCC11;
    public static final int GOPHER_ATTRIBUTE_ID_GEOG = 0xABCCCC12;
    public static final int GOPHER_ATTRIBUTE_ID_TIMEZONE = 0xABCCCC13;
    public static final int GOPHER_ATTRIBUTE_ID_PROVIDER = 0xABCCCC14;
    public static final int GOPHER_ATTRIBUTE_ID_VERSION = 0xABCCCC15;
    public static final int GOPHER_ATTRIBUTE_ID_ABSTRACT = 0xABCCCC16;
    public static final int GOPHER_ATTRIBUTE_ID_VIEW = 0xABCCCC17;
    public static final int GOPHER_ATTRIBUTE_ID_TREEWALK = 0xABCCCC18;
    public static final int GOPHER_ATTRIBUTE_ID_UNKNOWN = 0xABCCCC19;
}

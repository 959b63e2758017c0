package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of a Gopher+ item (R-GOPHER-6). The C union {@code AttributeType} is one field per alternative here, of
 * which one is not null.
 */
public final class GOPHER_ATTRIBUTE_TYPE implements Structure {
    /** A {@code GOPHER_CATEGORY_ID_*} value. */
    public int CategoryId;

    /** A {@code GOPHER_ATTRIBUTE_ID_*} value; it says which of the parts is set. */
    public int AttributeId;

    /** Who looks after the item, or null. */
    public @Nullable GOPHER_ADMIN_ATTRIBUTE_TYPE Admin;

    /** When the item changed last, or null. */
    public @Nullable GOPHER_MOD_DATE_ATTRIBUTE_TYPE ModDate;

    /** How long a copy of the item may be kept, or null. */
    public @Nullable GOPHER_TTL_ATTRIBUTE_TYPE Ttl;

    /** How well the item fits a search, or null. */
    public @Nullable GOPHER_SCORE_ATTRIBUTE_TYPE Score;

    /** What scores can be, or null. */
    public @Nullable GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE ScoreRange;

    /** The site of the server, or null. */
    public @Nullable GOPHER_SITE_ATTRIBUTE_TYPE Site;

    /** The organisation behind the server, or null. */
    public @Nullable GOPHER_ORGANIZATION_ATTRIBUTE_TYPE Organization;

    /** Where the server is, or null. */
    public @Nullable GOPHER_LOCATION_ATTRIBUTE_TYPE Location;

    /** Where on earth the server is, or null. */
    public @Nullable GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE GeographicalLocation;

    /** The time zone of the server, or null. */
    public @Nullable GOPHER_TIMEZONE_ATTRIBUTE_TYPE TimeZone;

    /** Who provides the item, or null. */
    public @Nullable GOPHER_PROVIDER_ATTRIBUTE_TYPE Provider;

    /** The version of the item or server, or null. */
    public @Nullable GOPHER_VERSION_ATTRIBUTE_TYPE Version;

    /** What the item is about, or null. */
    public @Nullable GOPHER_ABSTRACT_ATTRIBUTE_TYPE Abstract;

    /** A form in which the item can be had, or null. */
    public @Nullable GOPHER_VIEW_ATTRIBUTE_TYPE View;

    /** Whether search engines may index the server, or null. */
    public @Nullable GOPHER_VERONICA_ATTRIBUTE_TYPE Veronica;

    /** A question that the item asks, or null. */
    public @Nullable GOPHER_ASK_ATTRIBUTE_TYPE Ask;

    /** An attribute that is not known, or null. */
    public @Nullable GOPHER_UNKNOWN_ATTRIBUTE_TYPE Unknown;

    /** Creates an attribute without a value. */
    public GOPHER_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 32;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}

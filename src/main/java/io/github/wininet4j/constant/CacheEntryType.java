package io.github.wininet4j.constant;

/**
 * Kinds of cache entries, the fields that {@code SetUrlCacheEntryInfo} may change, and flags of {@code
 * GetUrlCacheEntryInfoEx} (R-CENT).
 */
public final class CacheEntryType {
    private CacheEntryType() {}

    // Kinds
    /** An entry that may be removed to make room. */
    public static final int NORMAL_CACHE_ENTRY = 0x00000001;
    /** An entry that stays when room is made. */
    public static final int STICKY_CACHE_ENTRY = 0x00000004;
    /** A file that was changed by a program. */
    public static final int EDITED_CACHE_ENTRY = 0x00000008;
    /** Not used any more. */
    public static final int TRACK_OFFLINE_CACHE_ENTRY = 0x00000010;
    /** Not used any more. */
    public static final int TRACK_ONLINE_CACHE_ENTRY = 0x00000020;
    /** A partial answer. */
    public static final int SPARSE_CACHE_ENTRY = 0x00010000;
    /** A cookie. */
    public static final int COOKIE_CACHE_ENTRY = 0x00100000;
    /** A visited page. */
    public static final int URLHISTORY_CACHE_ENTRY = 0x00200000;
    /** The kinds that an enumeration without filter shows. */
    public static final int URLCACHE_FIND_DEFAULT_FILTER = 0x00300035;

    // Kinds declared by newer SDKs without description (R-CBX-12)
    /** The response had HTTP/1.1, by its name. */
    public static final int HTTP_1_1_CACHE_ENTRY = 0x00000040;
    /** The entry is static, by its name. */
    public static final int STATIC_CACHE_ENTRY = 0x00000080;
    /** The server is asked before each use, by its name. */
    public static final int MUST_REVALIDATE_CACHE_ENTRY = 0x00000100;
    /** The path of the file is short, by its name. */
    public static final int SHORTPATH_CACHE_ENTRY = 0x00000200;
    /** The entry is a download, by its name. */
    public static final int DOWNLOAD_CACHE_ENTRY = 0x00000400;
    /** The response is a redirect, by its name. */
    public static final int REDIRECT_CACHE_ENTRY = 0x00000800;
    /** A cookie of the entry was accepted. */
    public static final int COOKIE_ACCEPTED_CACHE_ENTRY = 0x00001000;
    /** A cookie of the entry goes to first parties only. */
    public static final int COOKIE_LEASHED_CACHE_ENTRY = 0x00002000;
    /** A cookie of the entry was kept for the session only. */
    public static final int COOKIE_DOWNGRADED_CACHE_ENTRY = 0x00004000;
    /** A cookie of the entry was rejected. */
    public static final int COOKIE_REJECTED_CACHE_ENTRY = 0x00008000;
    /** The entry was made in private browsing, by its name. */
    public static final int PRIVACY_MODE_CACHE_ENTRY = 0x00020000;
    /** The response to a request across domains, by its name. */
    public static final int XDR_CACHE_ENTRY = 0x00040000;
    /** The entry does not change, by its name. */
    public static final int IMMUTABLE_CACHE_ENTRY = 0x00080000;
    /** The entry is about to be deleted, by its name. */
    public static final int PENDING_DELETE_CACHE_ENTRY = 0x00400000;
    /** The entry belongs to another user, by its name. */
    public static final int OTHER_USER_CACHE_ENTRY = 0x00800000;
    /** A privacy setting had an effect on the entry, by its name. */
    public static final int PRIVACY_IMPACTED_CACHE_ENTRY = 0x02000000;
    /** The response to a POST, by its name. */
    public static final int POST_RESPONSE_CACHE_ENTRY = 0x04000000;
    /** The entry was installed, by its name. */
    public static final int INSTALLED_CACHE_ENTRY = 0x10000000;
    /** The server is asked after the use, by its name. */
    public static final int POST_CHECK_CACHE_ENTRY = 0x20000000;
    /** The entry belongs to an identity, by its name. */
    public static final int IDENTITY_CACHE_ENTRY = 0x80000000;

    // Fields to change
    /** The kind. */
    public static final int CACHE_ENTRY_ATTRIBUTE_FC = 0x00000004;
    /** How often the entry was used. */
    public static final int CACHE_ENTRY_HITRATE_FC = 0x00000010;
    /** Time of the last change. */
    public static final int CACHE_ENTRY_MODTIME_FC = 0x00000040;
    /** Time of expiry. */
    public static final int CACHE_ENTRY_EXPTIME_FC = 0x00000080;
    /** Time of the last use. */
    public static final int CACHE_ENTRY_ACCTIME_FC = 0x00000100;
    /** Time of the last comparison with the server. */
    public static final int CACHE_ENTRY_SYNCTIME_FC = 0x00000200;
    /** The stored headers; documented as not implemented. */
    public static final int CACHE_ENTRY_HEADERINFO_FC = 0x00000400;
    /** Seconds during which the entry is not removed. */
    public static final int CACHE_ENTRY_EXEMPT_DELTA_FC = 0x00000800;

    // Flags of GetUrlCacheEntryInfoEx (R-CBX-13)
    /** Allows collisions, by its name. */
    public static final int INTERNET_CACHE_FLAG_ALLOW_COLLISIONS = 0x00000100;
    /** Looks for installed entries, by its name. */
    public static final int INTERNET_CACHE_FLAG_INSTALLED_ENTRY = 0x00000200;
    /** The entry or a mapping of it, by its name. */
    public static final int INTERNET_CACHE_FLAG_ENTRY_OR_MAPPING = 0x00000400;
    /** Adds the file name only, by its name. */
    public static final int INTERNET_CACHE_FLAG_ADD_FILENAME_ONLY = 0x00000800;
    /** Gives the structure without its texts, by its name. */
    public static final int INTERNET_CACHE_FLAG_GET_STRUCT_ONLY = 0x00001000;
    /** Largest entry structure with its texts, in bytes (R-CBX-13). */
    public static final int MAX_CACHE_ENTRY_INFO_SIZE = 4096;
}

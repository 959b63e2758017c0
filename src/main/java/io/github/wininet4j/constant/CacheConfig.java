package io.github.wininet4j.constant;

/**
 * Fields of {@code GetUrlCacheConfigInfo} and {@code SetUrlCacheConfigInfo}, and the modes of comparing with the
 * server.
 */
public final class CacheConfig {
    private CacheConfig() {}

    // Fields
    /** Makes room now. */
    public static final int CACHE_CONFIG_FORCE_CLEANUP_FC = 0x00000020;
    /** Folders of the disk cache. */
    public static final int CACHE_CONFIG_DISK_CACHE_PATHS_FC = 0x00000040;
    /** A {@code WININET_SYNC_MODE_*} value. */
    public static final int CACHE_CONFIG_SYNC_MODE_FC = 0x00000080;
    /** Folder of the content. */
    public static final int CACHE_CONFIG_CONTENT_PATHS_FC = 0x00000100;
    /** Folder of the cookies. */
    public static final int CACHE_CONFIG_COOKIES_PATHS_FC = 0x00000200;
    /** Folder of the history. */
    public static final int CACHE_CONFIG_HISTORY_PATHS_FC = 0x00000400;
    /** The quota. */
    public static final int CACHE_CONFIG_QUOTA_FC = 0x00000800;
    /** Whether the settings are those of the user. */
    public static final int CACHE_CONFIG_USER_MODE_FC = 0x00001000;
    /** Room used by content. */
    public static final int CACHE_CONFIG_CONTENT_USAGE_FC = 0x00002000;
    /** Room used by sticky content. */
    public static final int CACHE_CONFIG_STICKY_CONTENT_USAGE_FC = 0x00004000;

    // Modes (R-CBX-15)
    /** Never asks the server. */
    public static final int WININET_SYNC_MODE_NEVER = 0;
    /** Asks for expired entries. */
    public static final int WININET_SYNC_MODE_ON_EXPIRY = 1;
    /** Asks once per session. */
    public static final int WININET_SYNC_MODE_ONCE_PER_SESSION = 2;
    /** Always asks. */
    public static final int WININET_SYNC_MODE_ALWAYS = 3;
    /** Decides by the age of the entry. */
    public static final int WININET_SYNC_MODE_AUTOMATIC = 4;
    /** Another name of {@link #WININET_SYNC_MODE_AUTOMATIC}. */
    public static final int WININET_SYNC_MODE_DEFAULT = 4;
}

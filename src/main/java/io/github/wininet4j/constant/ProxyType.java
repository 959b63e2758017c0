package io.github.wininet4j.constant;

/**
 * Items and values of {@code INTERNET_OPTION_PER_CONNECTION_OPTION} (R-PROXY).
 */
public final class ProxyType {
    private ProxyType() {}

    // Items
    /** {@code PROXY_TYPE_*} bits. */
    public static final int INTERNET_PER_CONN_FLAGS = 1;
    /** Proxy list. */
    public static final int INTERNET_PER_CONN_PROXY_SERVER = 2;
    /** Hosts to be reached directly. */
    public static final int INTERNET_PER_CONN_PROXY_BYPASS = 3;
    /** URL of the configuration script. */
    public static final int INTERNET_PER_CONN_AUTOCONFIG_URL = 4;
    /** {@code AUTO_PROXY_FLAG_*} bits. */
    public static final int INTERNET_PER_CONN_AUTODISCOVERY_FLAGS = 5;
    /** URL of a second script. */
    public static final int INTERNET_PER_CONN_AUTOCONFIG_SECONDARY_URL = 6;
    /** Minutes between loads of the script. */
    public static final int INTERNET_PER_CONN_AUTOCONFIG_RELOAD_DELAY_MINS = 7;
    /** Time of the last detection. */
    public static final int INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_TIME = 8;
    /** URL found by the last detection. */
    public static final int INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_URL = 9;
    /** {@code PROXY_TYPE_*} bits as the dialog shows them. */
    public static final int INTERNET_PER_CONN_FLAGS_UI = 10;

    // Bits of the flags item
    /** Direct connections. */
    public static final int PROXY_TYPE_DIRECT = 1;
    /** The proxy list. */
    public static final int PROXY_TYPE_PROXY = 2;
    /** The configuration script. */
    public static final int PROXY_TYPE_AUTO_PROXY_URL = 4;
    /** Detection. */
    public static final int PROXY_TYPE_AUTO_DETECT = 8;

    // Bits of the discovery item
    /** The user changed the setting. */
    public static final int AUTO_PROXY_FLAG_USER_SET = 1;
    /** Detects even if a URL is known. */
    public static final int AUTO_PROXY_FLAG_ALWAYS_DETECT = 2;
    /** Detection was done. */
    public static final int AUTO_PROXY_FLAG_DETECTION_RUN = 4;
    /** The setting came from an older release. */
    public static final int AUTO_PROXY_FLAG_MIGRATED = 8;
    /** Asks the script for every request. */
    public static final int AUTO_PROXY_FLAG_DONT_CACHE_PROXY_RESULT = 16;
    /** The cached script was tried. */
    public static final int AUTO_PROXY_FLAG_CACHE_INIT_RUN = 32;
    /** The network changed since the detection. */
    public static final int AUTO_PROXY_FLAG_DETECTION_SUSPECT = 64;

    // Ways of detection for DetectAutoProxyUrl
    /** By DHCP. */
    public static final int PROXY_AUTO_DETECT_TYPE_DHCP = 1;
    /** By the host name wpad. */
    public static final int PROXY_AUTO_DETECT_TYPE_DNS_A = 2;

    // What DeleteWpadCacheForNetworks forgets (R-SDK-1)
    /** What was found in the network that the machine is on. */
    public static final int WPAD_CACHE_DELETE_CURRENT = 0;
    /** What was found in any network. */
    public static final int WPAD_CACHE_DELETE_ALL = 1;
}

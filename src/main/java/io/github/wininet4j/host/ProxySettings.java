package io.github.wininet4j.host;

import io.github.wininet4j.constant.ProxyType;
import org.jspecify.annotations.Nullable;

/**
 * The proxy settings of one connection, the LAN or a dial-up entry (R-PROXY-11).
 *
 * @param flags {@code PROXY_TYPE_*} bits as they were set; see {@link #effectiveFlags()}
 * @param servers the proxy list, or null
 * @param bypass what is reached directly, or null
 * @param autoConfigUrl where the configuration script is, or null
 * @param discoveryFlags {@code AUTO_PROXY_FLAG_*} bits
 * @param secondaryAutoConfigUrl where a second script is, or null
 * @param reloadDelayMinutes minutes between loads of the script, 0 for none
 * @param lastDetectTime when detection was last done, as the number of a FILETIME; 0 for never
 * @param lastDetectUrl what it found, or null
 */
public record ProxySettings(
        int flags,
        @Nullable String servers,
        @Nullable String bypass,
        @Nullable String autoConfigUrl,
        int discoveryFlags,
        @Nullable String secondaryAutoConfigUrl,
        int reloadDelayMinutes,
        long lastDetectTime,
        @Nullable String lastDetectUrl) {
    /** No proxy. */
    public static final ProxySettings DIRECT =
            new ProxySettings(ProxyType.PROXY_TYPE_DIRECT, null, null, null, 0, null, 0, 0, null);

    /** {@return the {@code PROXY_TYPE_*} that count: a proxy without a server is none (R-PROXY-18)} */
    public int effectiveFlags() {
        boolean noServer = servers == null || servers.isEmpty();
        int counting = noServer ? flags & ~ProxyType.PROXY_TYPE_PROXY : flags;
        return counting == 0 ? ProxyType.PROXY_TYPE_DIRECT : counting;
    }

    /**
     * Tests a flag that counts.
     *
     * @param flag a {@code PROXY_TYPE_*} bit
     * @return true if it is set
     */
    public boolean has(int flag) {
        return (effectiveFlags() & flag) != 0;
    }

    /**
     * Changes the flags.
     *
     * @param value {@code PROXY_TYPE_*} bits
     * @return the changed copy
     */
    public ProxySettings withFlags(int value) {
        return new ProxySettings(
                value,
                servers,
                bypass,
                autoConfigUrl,
                discoveryFlags,
                secondaryAutoConfigUrl,
                reloadDelayMinutes,
                lastDetectTime,
                lastDetectUrl);
    }

    /**
     * Changes the static proxies.
     *
     * @param list the proxy list, or null
     * @return the changed copy
     */
    public ProxySettings withServers(@Nullable String list) {
        return new ProxySettings(
                flags,
                list,
                bypass,
                autoConfigUrl,
                discoveryFlags,
                secondaryAutoConfigUrl,
                reloadDelayMinutes,
                lastDetectTime,
                lastDetectUrl);
    }

    /**
     * Changes what is reached directly.
     *
     * @param list the bypass list, or null
     * @return the changed copy
     */
    public ProxySettings withBypass(@Nullable String list) {
        return new ProxySettings(
                flags,
                servers,
                list,
                autoConfigUrl,
                discoveryFlags,
                secondaryAutoConfigUrl,
                reloadDelayMinutes,
                lastDetectTime,
                lastDetectUrl);
    }

    /**
     * Changes the scripts.
     *
     * @param url where the script is, or null
     * @param secondaryUrl where a second one is, or null
     * @param reloadMinutes minutes between loads, 0 for none
     * @return the changed copy
     */
    public ProxySettings withAutoConfig(@Nullable String url, @Nullable String secondaryUrl, int reloadMinutes) {
        return new ProxySettings(
                flags,
                servers,
                bypass,
                url,
                discoveryFlags,
                secondaryUrl,
                reloadMinutes,
                lastDetectTime,
                lastDetectUrl);
    }

    /**
     * Changes what is known of detection.
     *
     * @param bits {@code AUTO_PROXY_FLAG_*} bits
     * @param time when it was done, as the number of a FILETIME; 0 for never
     * @param url what it found, or null
     * @return the changed copy
     */
    public ProxySettings withDetection(int bits, long time, @Nullable String url) {
        return new ProxySettings(
                flags, servers, bypass, autoConfigUrl, bits, secondaryAutoConfigUrl, reloadDelayMinutes, time, url);
    }
}

package io.github.wininet4j.host;

import org.jspecify.annotations.Nullable;

/**
 * Where the proxy settings of the user are kept (R-PROXY-15). Asked on the threads of the callers; it may read files.
 */
public interface ProxySettingsSource {
    /** Has no proxies and keeps nothing. */
    ProxySettingsSource NONE = new ProxySettingsSource() {
        @Override
        public ProxySettings read(@Nullable String connection) {
            return ProxySettings.DIRECT;
        }

        @Override
        public void write(@Nullable String connection, ProxySettings settings) {}
    };

    /**
     * Reads the settings.
     *
     * @param connection a dial-up entry, or null for the LAN (R-PROXY-13)
     * @return the settings
     */
    ProxySettings read(@Nullable String connection);

    /**
     * Keeps changed settings.
     *
     * @param connection a dial-up entry, or null for the LAN
     * @param settings the settings
     */
    void write(@Nullable String connection, ProxySettings settings);
}

package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One item of {@code INTERNET_OPTION_PER_CONNECTION_OPTION} (R-PROXY-11).
 *
 * @param number its {@code INTERNET_PER_CONN_*} value
 * @param getter puts it into the member of the union that carries it
 * @param setter changes the settings by it; null if it can only be read
 */
record ConnectionOption(
        int number,
        BiConsumer<ProxySettings, INTERNET_PER_CONN_OPTION> getter,
        @Nullable BiFunction<ProxySettings, INTERNET_PER_CONN_OPTION, ProxySettings> setter) {
    private static final List<ConnectionOption> ROWS = List.of(
            new ConnectionOption(
                    ProxyType.INTERNET_PER_CONN_FLAGS,
                    (settings, item) -> item.dwValue = settings.effectiveFlags(),
                    (settings, item) -> settings.withFlags(item.dwValue)),
            new ConnectionOption(
                    ProxyType.INTERNET_PER_CONN_PROXY_SERVER,
                    (settings, item) -> item.pszValue = settings.servers(),
                    (settings, item) -> settings.withServers(item.pszValue)),
            new ConnectionOption(
                    ProxyType.INTERNET_PER_CONN_PROXY_BYPASS,
                    (settings, item) -> item.pszValue = settings.bypass(),
                    (settings, item) -> settings.withBypass(item.pszValue)),
            new ConnectionOption(
                    ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL,
                    (settings, item) -> item.pszValue = settings.autoConfigUrl(),
                    (settings, item) -> settings.withAutoConfig(
                            item.pszValue, settings.secondaryAutoConfigUrl(), settings.reloadDelayMinutes())),
            new ConnectionOption(
                    ProxyType.INTERNET_PER_CONN_AUTODISCOVERY_FLAGS,
                    (settings, item) -> item.dwValue = settings.discoveryFlags(),
                    (settings, item) ->
                            settings.withDetection(item.dwValue, settings.lastDetectTime(), settings.lastDetectUrl())),
            new ConnectionOption(
                    ProxyType.INTERNET_PER_CONN_AUTOCONFIG_SECONDARY_URL,
                    (settings, item) -> item.pszValue = settings.secondaryAutoConfigUrl(),
                    (settings, item) -> settings.withAutoConfig(
                            settings.autoConfigUrl(), item.pszValue, settings.reloadDelayMinutes())),
            new ConnectionOption(
                    ProxyType.INTERNET_PER_CONN_AUTOCONFIG_RELOAD_DELAY_MINS,
                    (settings, item) -> item.dwValue = settings.reloadDelayMinutes(),
                    (settings, item) -> settings.withAutoConfig(
                            settings.autoConfigUrl(), settings.secondaryAutoConfigUrl(), item.dwValue)),
            new ConnectionOption(
                    ProxyType.INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_TIME,
                    (settings, item) -> item.ftValue = new FILETIME(settings.lastDetectTime()),
                    // What detection found can only be read (R-PROXY-32).
                    null),
            new ConnectionOption(
                    ProxyType.INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_URL,
                    (settings, item) -> item.pszValue = settings.lastDetectUrl(),
                    null),
            // What a dialog would show, which is the same here (R-PROXY-19); there is no dialog to set it.
            new ConnectionOption(
                    ProxyType.INTERNET_PER_CONN_FLAGS_UI,
                    (settings, item) -> item.dwValue = settings.effectiveFlags(),
                    null));

    /** Finds the item of a number; null if there is none. */
    static @Nullable ConnectionOption find(int number) {
        for (ConnectionOption row : ROWS) {
            if (row.number == number) {
                return row;
            }
        }
        return null;
    }
}

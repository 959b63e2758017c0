package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The items of {@code INTERNET_OPTION_PER_CONNECTION_OPTION}: where each is kept and which member of the union carries it. */
enum ConnectionOption {
    FLAGS(
            ProxyType.INTERNET_PER_CONN_FLAGS,
            (settings, item) -> item.dwValue = settings.effectiveFlags(),
            (settings, item) -> settings.withFlags(item.dwValue)),
    PROXY_SERVER(
            ProxyType.INTERNET_PER_CONN_PROXY_SERVER,
            (settings, item) -> item.pszValue = settings.servers(),
            (settings, item) -> settings.withServers(item.pszValue)),
    PROXY_BYPASS(
            ProxyType.INTERNET_PER_CONN_PROXY_BYPASS,
            (settings, item) -> item.pszValue = settings.bypass(),
            (settings, item) -> settings.withBypass(item.pszValue)),
    AUTOCONFIG_URL(
            ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL,
            (settings, item) -> item.pszValue = settings.autoConfigUrl(),
            (settings, item) -> settings.withAutoConfig(
                    item.pszValue, settings.secondaryAutoConfigUrl(), settings.reloadDelayMinutes())),
    AUTODISCOVERY_FLAGS(
            ProxyType.INTERNET_PER_CONN_AUTODISCOVERY_FLAGS,
            (settings, item) -> item.dwValue = settings.discoveryFlags(),
            (settings, item) ->
                    settings.withDetection(item.dwValue, settings.lastDetectTime(), settings.lastDetectUrl())),
    AUTOCONFIG_SECONDARY_URL(
            ProxyType.INTERNET_PER_CONN_AUTOCONFIG_SECONDARY_URL,
            (settings, item) -> item.pszValue = settings.secondaryAutoConfigUrl(),
            (settings, item) ->
                    settings.withAutoConfig(settings.autoConfigUrl(), item.pszValue, settings.reloadDelayMinutes())),
    AUTOCONFIG_RELOAD_DELAY_MINS(
            ProxyType.INTERNET_PER_CONN_AUTOCONFIG_RELOAD_DELAY_MINS,
            (settings, item) -> item.dwValue = settings.reloadDelayMinutes(),
            (settings, item) ->
                    settings.withAutoConfig(settings.autoConfigUrl(), settings.secondaryAutoConfigUrl(), item.dwValue)),
    AUTOCONFIG_LAST_DETECT_TIME(
            ProxyType.INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_TIME,
            (settings, item) -> item.ftValue = new FILETIME(settings.lastDetectTime()),
            (settings, item) ->
                    settings.withDetection(settings.discoveryFlags(), item.ftValue.steps(), settings.lastDetectUrl())),
    AUTOCONFIG_LAST_DETECT_URL(
            ProxyType.INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_URL,
            (settings, item) -> item.pszValue = settings.lastDetectUrl(),
            (settings, item) ->
                    settings.withDetection(settings.discoveryFlags(), settings.lastDetectTime(), item.pszValue)),
    /** What a dialog would show, which is the same here (R-PROXY-19); there is no dialog to set it. */
    FLAGS_UI(ProxyType.INTERNET_PER_CONN_FLAGS_UI, (settings, item) -> item.dwValue = settings.effectiveFlags(), null);

    private final int number;
    private final BiConsumer<ProxySettings, INTERNET_PER_CONN_OPTION> getter;
    private final @Nullable BiFunction<ProxySettings, INTERNET_PER_CONN_OPTION, ProxySettings> setter;

    ConnectionOption(
            int number,
            BiConsumer<ProxySettings, INTERNET_PER_CONN_OPTION> getter,
            @Nullable BiFunction<ProxySettings, INTERNET_PER_CONN_OPTION, ProxySettings> setter) {
        this.number = number;
        this.getter = getter;
        this.setter = setter;
    }

    /** Finds the item of a number; null if there is none. */
    static @Nullable ConnectionOption find(int number) {
        for (ConnectionOption option : values()) {
            if (option.number == number) {
                return option;
            }
        }
        return null;
    }

    void get(ProxySettings from, INTERNET_PER_CONN_OPTION item) {
        getter.accept(from, item);
    }

    boolean canBeSet() {
        return setter != null;
    }

    ProxySettings set(ProxySettings settings, INTERNET_PER_CONN_OPTION item) {
        return setter == null ? settings : setter.apply(settings, item);
    }
}

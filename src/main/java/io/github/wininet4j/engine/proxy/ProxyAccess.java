package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.host.ProxySettings;
import org.jspecify.annotations.Nullable;

/**
 * How a session reaches the net: set by InternetOpen, changed by {@code INTERNET_OPTION_PROXY}.
 *
 * @param type an {@code INTERNET_OPEN_TYPE_*} value
 * @param servers the proxy list, or null
 * @param bypass what is reached directly, or null
 */
public record ProxyAccess(
        int type, @Nullable String servers, @Nullable String bypass) {
    /** No proxy. */
    public static final ProxyAccess DIRECT = new ProxyAccess(InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null);

    /**
     * Tells the static part of settings (R-OPTN-38).
     *
     * @param settings the settings
     * @return the proxies, or direct access
     */
    public static ProxyAccess of(ProxySettings settings) {
        return settings.has(ProxyType.PROXY_TYPE_PROXY)
                ? new ProxyAccess(InternetFlag.INTERNET_OPEN_TYPE_PROXY, settings.servers(), settings.bypass())
                : new ProxyAccess(InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null);
    }

    /** Returns whether no proxy is ever asked for a way. */
    public boolean isDirect() {
        return type == InternetFlag.INTERNET_OPEN_TYPE_DIRECT;
    }

    /** Returns whether the settings of the user or the program count: true for the two kinds of {@code PRECONFIG}. */
    public boolean isPreconfigured() {
        return type == InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG
                || type == InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY;
    }

    /** Returns whether this makes sense; false for an unknown type and for proxies without a list. */
    public boolean isValid() {
        return switch (type) {
            case InternetFlag.INTERNET_OPEN_TYPE_PROXY -> servers != null;
            case InternetFlag.INTERNET_OPEN_TYPE_DIRECT -> true;
            default -> isPreconfigured();
        };
    }
}

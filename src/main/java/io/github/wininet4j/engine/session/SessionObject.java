package io.github.wininet4j.engine.session;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.option.DwordSettings;
import org.jspecify.annotations.Nullable;

/** What InternetOpen makes. */
public final class SessionObject extends SettingsObject {
    private final int accessType;
    private final @Nullable String proxy;
    private final @Nullable String proxyBypass;
    private final int flags;
    private volatile @Nullable String userAgent;

    SessionObject(
            @Nullable String userAgent,
            int accessType,
            @Nullable String proxy,
            @Nullable String proxyBypass,
            int flags,
            DwordSettings settings) {
        super(HandleKind.SESSION, null, (flags & InternetFlag.INTERNET_FLAG_ASYNC) != 0, 0, false, settings);
        this.userAgent = userAgent;
        this.accessType = accessType;
        this.proxy = proxy;
        this.proxyBypass = proxyBypass;
        this.flags = flags;
    }

    /**
     * Returns the agent.
     *
     * @return the value of User-Agent, or null to send none (R-OPEN-8)
     */
    public @Nullable String userAgent() {
        return userAgent;
    }

    /**
     * Changes the agent of later requests (R-OPEN-9).
     *
     * @param value the agent, or null to send none
     */
    public void setUserAgent(@Nullable String value) {
        userAgent = value;
    }

    /**
     * Returns how the session reaches the net.
     *
     * @return an {@code INTERNET_OPEN_TYPE_*} value
     */
    public int accessType() {
        return accessType;
    }

    /**
     * Returns the proxies.
     *
     * @return the list as given to InternetOpen, or null
     */
    public @Nullable String proxy() {
        return proxy;
    }

    /**
     * Returns what bypasses the proxies.
     *
     * @return the list as given to InternetOpen, or null
     */
    public @Nullable String proxyBypass() {
        return proxyBypass;
    }

    /**
     * Returns the flags.
     *
     * @return the flags of InternetOpen
     */
    public int flags() {
        return flags;
    }
}

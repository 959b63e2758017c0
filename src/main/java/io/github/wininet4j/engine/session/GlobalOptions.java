package io.github.wininet4j.engine.session;

import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.option.ServerPolicies;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** The options of the NULL handle: defaults for new sessions, and limits that hold for all of them (R-HANDLE-26). */
public final class GlobalOptions {
    private static final AtomicReferenceFieldUpdater<GlobalOptions, DwordSettings> SETTINGS =
            AtomicReferenceFieldUpdater.newUpdater(GlobalOptions.class, DwordSettings.class, "settings");

    private final ServerPolicies servers = new ServerPolicies();
    private volatile DwordSettings settings = DwordSettings.DEFAULTS;
    private volatile boolean bypassEditedEntry;
    private volatile boolean ignoreCookiePolicy;
    private volatile boolean keepCookiesInMemory;

    /** Creates the options with their defaults. */
    public GlobalOptions() {}

    /** Returns what is set or remembered for servers. */
    public ServerPolicies servers() {
        return servers;
    }

    /** Returns the settings that new sessions inherit. */
    public DwordSettings settings() {
        return settings;
    }

    /**
     * Changes what new sessions inherit.
     *
     * @param setting which
     * @param value the value
     */
    public void set(DwordSetting setting, int value) {
        SETTINGS.updateAndGet(this, now -> now.with(setting, value));
    }

    /** Returns whether edited cache entries are checked against the network (R-OPTN-64). */
    public boolean bypassEditedEntry() {
        return bypassEditedEntry;
    }

    /**
     * Decides whether edited cache entries are checked against the network.
     *
     * @param value true if so
     */
    public void setBypassEditedEntry(boolean value) {
        bypassEditedEntry = value;
    }

    /** Returns whether the cookie policy is ignored (R-OPTN-81). */
    public boolean ignoreCookiePolicy() {
        return ignoreCookiePolicy;
    }

    /**
     * Decides whether the cookie policy is ignored.
     *
     * @param value true if so
     */
    public void setIgnoreCookiePolicy(boolean value) {
        ignoreCookiePolicy = value;
    }

    /** Returns whether persistent cookies are kept in memory only (R-OPTN-81, R-CBX-10). */
    public boolean keepCookiesInMemory() {
        return keepCookiesInMemory;
    }

    /**
     * Decides whether persistent cookies are kept in memory only.
     *
     * @param value true if so
     */
    public void setKeepCookiesInMemory(boolean value) {
        keepCookiesInMemory = value;
    }
}

package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.host.ProxySettingsSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The proxy settings of one engine, by connection. The user's come first; a program may put others in their place for
 * itself, which holds for all its sessions and is kept nowhere (R-PROXY-15, R-PROXY-16).
 */
public final class ProxyStore {
    private static final String LAN = "";

    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by lock.
    private final Map<String, ProxySettings> ofUser = new HashMap<>();
    private final Map<String, ProxySettings> ofProcess = new HashMap<>();

    private final Supplier<? extends ProxySettingsSource> source;

    /**
     * Creates a store in which the program has changed nothing.
     *
     * @param source gives the user's settings, the same each time; not asked before they are needed
     */
    public ProxyStore(Supplier<? extends ProxySettingsSource> source) {
        this.source = source;
    }

    /** The user's settings as they were read last. */
    private ProxySettings stored(String key) {
        ProxySettings known;
        lock.lock();
        try {
            known = ofUser.get(key);
        } finally {
            lock.unlock();
        }
        if (known != null) {
            return known;
        }
        ProxySettings read = source.get().read(key.equals(LAN) ? null : key);
        lock.lock();
        try {
            return ofUser.computeIfAbsent(key, k -> read);
        } finally {
            lock.unlock();
        }
    }

    /** Reads the user's settings anew when they are needed next. */
    public void reread() {
        lock.lock();
        try {
            ofUser.clear();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the user's settings.
     *
     * @param connection a dial-up entry, or null for the LAN (R-PROXY-13)
     * @return the settings
     */
    public ProxySettings ofUser(@Nullable String connection) {
        return stored(key(connection));
    }

    /**
     * Returns the settings that hold for this engine.
     *
     * @param connection a dial-up entry, or null for the LAN
     * @return the program's own settings if it made any, else the user's
     */
    public ProxySettings effective(@Nullable String connection) {
        lock.lock();
        try {
            ProxySettings own = ofProcess.get(key(connection));
            if (own != null) {
                return own;
            }
        } finally {
            lock.unlock();
        }
        return stored(key(connection));
    }

    /**
     * Changes the user's settings.
     *
     * @param connection a dial-up entry, or null for the LAN
     * @param change makes the new ones from the old ones
     */
    public void changeUser(@Nullable String connection, UnaryOperator<ProxySettings> change) {
        ProxySettings before = stored(key(connection));
        ProxySettings changed;
        lock.lock();
        try {
            changed = change.apply(ofUser.getOrDefault(key(connection), before));
            ofUser.put(key(connection), changed);
        } finally {
            lock.unlock();
        }
        source.get().write(connection, changed);
    }

    /**
     * Changes the settings of this engine alone, starting from those that hold.
     *
     * @param connection a dial-up entry, or null for the LAN
     * @param change makes the new ones from the old ones
     */
    public void changeProcess(@Nullable String connection, UnaryOperator<ProxySettings> change) {
        ProxySettings user = stored(key(connection));
        lock.lock();
        try {
            ofProcess.put(key(connection), change.apply(ofProcess.getOrDefault(key(connection), user)));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Goes back to the user's settings.
     *
     * @param connection a dial-up entry, or null for the LAN
     */
    public void resetProcess(@Nullable String connection) {
        lock.lock();
        try {
            ofProcess.remove(key(connection));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Does what {@code INTERNET_OPTION_PROXY} of the NULL handle asks for: static proxies of this engine alone
     * (R-OPT-15).
     *
     * @param access the proxies; a preconfigured one goes back to the user's settings
     */
    public void setProcess(ProxyAccess access) {
        if (access.isPreconfigured()) {
            resetProcess(null);
        } else if (access.type() == InternetFlag.INTERNET_OPEN_TYPE_DIRECT) {
            changeProcess(null, settings -> settings.withFlags(ProxyType.PROXY_TYPE_DIRECT));
        } else {
            changeProcess(
                    null,
                    settings -> settings.withFlags(ProxyType.PROXY_TYPE_DIRECT | ProxyType.PROXY_TYPE_PROXY)
                            .withServers(access.servers())
                            .withBypass(access.bypass()));
        }
    }

    private static String key(@Nullable String connection) {
        return connection == null ? LAN : connection;
    }
}

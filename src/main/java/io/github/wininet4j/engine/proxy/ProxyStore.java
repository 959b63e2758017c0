package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.host.ProxySettings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The proxy settings of one engine, by connection. The user's come first; a program may put others in their place for
 * itself, which holds for all its sessions (R-PROXY-15, R-PROXY-16). Nothing is kept beyond the life of the engine.
 */
public final class ProxyStore {
    private static final String LAN = "";

    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by lock.
    private final Map<String, ProxySettings> ofUser = new HashMap<>();
    private final Map<String, ProxySettings> ofProcess = new HashMap<>();

    /** Creates a store in which no connection has a proxy. */
    public ProxyStore() {}

    /**
     * Returns the user's settings.
     *
     * @param connection a dial-up entry, or null for the LAN (R-PROXY-13)
     * @return the settings
     */
    public ProxySettings ofUser(@Nullable String connection) {
        lock.lock();
        try {
            return ofUser.getOrDefault(key(connection), ProxySettings.DIRECT);
        } finally {
            lock.unlock();
        }
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
            return own != null ? own : ofUser.getOrDefault(key(connection), ProxySettings.DIRECT);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes the user's settings.
     *
     * @param connection a dial-up entry, or null for the LAN
     * @param change makes the new ones from the old ones
     */
    public void changeUser(@Nullable String connection, UnaryOperator<ProxySettings> change) {
        lock.lock();
        try {
            ofUser.put(key(connection), change.apply(ofUser.getOrDefault(key(connection), ProxySettings.DIRECT)));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes the settings of this engine alone, starting from those that hold.
     *
     * @param connection a dial-up entry, or null for the LAN
     * @param change makes the new ones from the old ones
     */
    public void changeProcess(@Nullable String connection, UnaryOperator<ProxySettings> change) {
        lock.lock();
        try {
            ofProcess.put(key(connection), change.apply(effective(connection)));
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

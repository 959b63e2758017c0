package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.host.ProxySettings;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides by which ways a target is reached. A proxy that is configured is used, or the request fails (R-PROXY-40); the
 * order of the sources is detection, script, list, and each that fails gives way to the next one (R-PROXY-23).
 */
public final class ProxyChooser {
    private static final int EVERY_WAY = ProxyType.PROXY_AUTO_DETECT_TYPE_DHCP | ProxyType.PROXY_AUTO_DETECT_TYPE_DNS_A;

    private final ProxyStore store;
    private final ProxyScripts scripts;
    private final ProxyDetection detection;

    /**
     * Creates a chooser.
     *
     * @param store the settings of user and program
     * @param scripts runs scripts
     * @param detection finds the URL of a script in the network
     */
    public ProxyChooser(ProxyStore store, ProxyScripts scripts, ProxyDetection detection) {
        this.store = store;
        this.scripts = scripts;
        this.detection = detection;
    }

    /**
     * Chooses.
     *
     * @param access how the session reaches the network
     * @param target where the request wants to go
     * @param detecting called before a script is looked for, loaded or run (R-PROXY-22)
     * @param cancellation ends the choice
     * @return the ways, in the order in which to try them; at least one
     * @throws IOException if there is none that may be used
     */
    public List<ProxyServer> choose(
            ProxyAccess access, ProxyTarget target, Runnable detecting, Cancellation cancellation) throws IOException {
        if (!access.isPreconfigured()) {
            return access.type() == InternetFlag.INTERNET_OPEN_TYPE_PROXY
                    ? listed(access.servers(), access.bypass(), target)
                    : List.of(ProxyServer.DIRECT);
        }
        ProxySettings settings = store.effective(null);
        WinInetFailure failure = null;
        if (access.type() == InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG) {
            try {
                List<ProxyServer> found = automatic(settings, target, new Question(new Once(detecting), cancellation));
                if (found != null) {
                    return found;
                }
            } catch (WinInetFailure e) {
                if (e.code() == WinInetError.ERROR_INTERNET_OPERATION_CANCELLED) {
                    throw e;
                }
                failure = e;
            }
        }
        if (settings.has(ProxyType.PROXY_TYPE_PROXY)) {
            return listed(settings.servers(), settings.bypass(), target);
        }
        if (failure != null) {
            throw failure;
        }
        return List.of(ProxyServer.DIRECT);
    }

    /**
     * Who asks.
     *
     * @param detecting called before something is looked for
     * @param cancellation ends the search
     */
    private record Question(Runnable detecting, Cancellation cancellation) {}

    private @Nullable List<ProxyServer> automatic(ProxySettings settings, ProxyTarget target, Question question)
            throws IOException {
        boolean detects = settings.has(ProxyType.PROXY_TYPE_AUTO_DETECT);
        String configured = settings.has(ProxyType.PROXY_TYPE_AUTO_PROXY_URL) ? settings.autoConfigUrl() : null;
        WinInetFailure failure = null;
        if (detects) {
            String found = detection.find(EVERY_WAY, question.detecting());
            if (found != null) {
                try {
                    return ask(found, settings, target, question);
                } catch (WinInetFailure e) {
                    if (e.code() == WinInetError.ERROR_INTERNET_OPERATION_CANCELLED) {
                        throw e;
                    }
                    failure = e;
                }
            }
        }
        if (configured != null && !configured.isEmpty()) {
            return ask(configured, settings, target, question);
        }
        if (failure != null) {
            throw failure;
        }
        return null;
    }

    /** Reports one detection, however many steps it has. */
    private static final class Once implements Runnable {
        private final Runnable report;
        private boolean done;

        Once(Runnable report) {
            this.report = report;
        }

        @Override
        public void run() {
            if (!done) {
                done = true;
                report.run();
            }
        }
    }

    private List<ProxyServer> ask(String url, ProxySettings settings, ProxyTarget target, Question question)
            throws IOException {
        return usable(ProxyScripts.servers(answer(url, settings, target, question)));
    }

    private String answer(String url, ProxySettings settings, ProxyTarget target, Question question)
            throws IOException {
        boolean remembers = (settings.discoveryFlags() & ProxyType.AUTO_PROXY_FLAG_DONT_CACHE_PROXY_RESULT) == 0;
        if (!remembers || !scripts.isKnown(url, target.host())) {
            question.detecting().run();
        }
        return scripts.ask(url, target, settings.reloadDelayMinutes(), remembers, question.cancellation());
    }

    /**
     * Asks the script of the settings that hold.
     *
     * @param target what for
     * @return what it says, or null if there is none
     * @throws IOException if it cannot be loaded (12167) or run (12166)
     */
    @Nullable
    String scriptAnswer(ProxyTarget target) throws IOException {
        ProxySettings settings = store.effective(null);
        String url = settings.has(ProxyType.PROXY_TYPE_AUTO_DETECT) ? detection.find(EVERY_WAY, () -> {}) : null;
        if (url == null && settings.has(ProxyType.PROXY_TYPE_AUTO_PROXY_URL)) {
            url = settings.autoConfigUrl();
        }
        return url == null ? null : answer(url, settings, target, new Question(() -> {}, new Cancellation()));
    }

    private static List<ProxyServer> listed(@Nullable String servers, @Nullable String bypass, ProxyTarget target) {
        if (servers == null || servers.isBlank() || ProxyBypass.parse(bypass).covers(target)) {
            return List.of(ProxyServer.DIRECT);
        }
        return usable(ProxyList.parse(servers).forScheme(target.scheme()));
    }

    private static List<ProxyServer> usable(List<ProxyServer> servers) {
        if (servers.isEmpty()) {
            throw new WinInetFailure(
                    WinInetError.ERROR_INTERNET_INVALID_PROXY_REQUEST,
                    new IOException("no proxy that was named can be used"));
        }
        return servers;
    }

    /** Looks for the URL of a script in the network, by {@code PROXY_AUTO_DETECT_TYPE_*} bits; null for none. */
    @Nullable
    String detect(int ways) {
        return detection.find(ways, () -> {});
    }

    /**
     * Returns the settings of a connection as they are asked for.
     *
     * @param settings the settings as they were made
     * @param connection a dial-up entry, or null for the LAN, where detection runs
     * @return the settings with what detection found
     */
    public ProxySettings described(ProxySettings settings, @Nullable String connection) {
        return connection == null ? detection.describe(settings) : settings;
    }

    /** Searches and asks anew, since the settings have changed. */
    public void forget() {
        detection.forget();
        scripts.forget();
    }

    /** Returns whether a session that has static proxies reaches a target without them. */
    boolean isBypassed(ProxyAccess access, ProxyTarget target) {
        ProxyAccess listed = access.isPreconfigured() ? ProxyAccess.of(store.effective(null)) : access;
        return listed.type() == InternetFlag.INTERNET_OPEN_TYPE_PROXY
                && ProxyBypass.parse(listed.bypass()).covers(target);
    }

    /** Returns whether the settings of the program let a target be reached without its static proxies. */
    public boolean isBypassed(ProxyTarget target) {
        return ProxyBypass.parse(store.effective(null).bypass()).covers(target);
    }
}

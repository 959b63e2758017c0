package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.proxy.pac.PacException;
import io.github.wininet4j.engine.proxy.pac.PacLimits;
import io.github.wininet4j.engine.proxy.pac.PacNetwork;
import io.github.wininet4j.engine.proxy.pac.PacScript;
import io.github.wininet4j.engine.proxy.pac.PacSource;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The scripts that were loaded, and their answers, which are remembered per host (R-PROXY-30). */
public final class ProxyScripts {
    private static final int MAX_ANSWERS = 1_000;
    private static final int MAX_SCRIPTS = 16;
    private static final long MILLIS_PER_MINUTE = 60_000;

    private final PacSource source;
    private final PacNetwork network;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by lock.
    private final Map<String, Loaded> scripts = new HashMap<>();

    /** A script and what it answered; the answers are guarded by the lock. */
    private record Loaded(PacScript script, long time, Map<String, String> answers) {}

    /**
     * Creates an empty collection.
     *
     * @param source loads scripts
     * @param network what they may ask
     * @param clock tells when a script is too old
     */
    public ProxyScripts(PacSource source, PacNetwork network, InstantSource clock) {
        this.source = source;
        this.network = network;
        this.clock = clock;
    }

    /**
     * Returns whether a question is answered without loading or running anything.
     *
     * @param url where the script is
     * @param host the host of the target
     * @return true if the answer is remembered
     */
    public boolean isKnown(String url, String host) {
        lock.lock();
        try {
            Loaded loaded = scripts.get(url);
            return loaded != null && loaded.answers().containsKey(host);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Asks a script.
     *
     * @param url where the script is
     * @param target where the request wants to go
     * @param reloadMinutes after how many minutes it is loaded again, 0 for never
     * @param remembers whether an answer holds for later requests to the host (R-PROXY-31)
     * @param cancellation ends loading and running
     * @return what it says
     * @throws IOException if the script cannot be loaded (12167) or run (12166)
     */
    public String ask(String url, ProxyTarget target, int reloadMinutes, boolean remembers, Cancellation cancellation)
            throws IOException {
        Loaded loaded = loaded(url, reloadMinutes, cancellation);
        String answer = remembers ? remembered(loaded, target.host()) : null;
        if (answer == null) {
            answer = run(loaded.script(), target, cancellation);
            remember(loaded, target.host(), answer);
        }
        return answer;
    }

    private Loaded loaded(String url, int reloadMinutes, Cancellation cancellation) throws IOException {
        long now = clock.millis();
        lock.lock();
        try {
            Loaded known = scripts.get(url);
            boolean fresh =
                    known != null && (reloadMinutes <= 0 || now - known.time() < reloadMinutes * MILLIS_PER_MINUTE);
            if (known != null && fresh) {
                return known;
            }
        } finally {
            lock.unlock();
        }
        // Two requests may load it at once, which is harmless.
        Loaded loaded = load(url, now, cancellation);
        lock.lock();
        try {
            if (scripts.size() >= MAX_SCRIPTS) {
                scripts.clear();
            }
            scripts.put(url, loaded);
            return loaded;
        } finally {
            lock.unlock();
        }
    }

    private Loaded load(String url, long now, Cancellation cancellation) throws IOException {
        String text;
        try {
            text = source.load(url, cancellation);
        } catch (IOException e) {
            throw failure(WinInetError.ERROR_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT, e, cancellation);
        }
        Map<String, String> answers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > MAX_ANSWERS;
            }
        };
        try {
            return new Loaded(PacScript.compile(text, PacLimits.DEFAULT), now, answers);
        } catch (PacException e) {
            throw failure(WinInetError.ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT, e, cancellation);
        }
    }

    private @Nullable String remembered(Loaded loaded, String host) {
        lock.lock();
        try {
            return loaded.answers().get(host);
        } finally {
            lock.unlock();
        }
    }

    private void remember(Loaded loaded, String host, String answer) {
        lock.lock();
        try {
            loaded.answers().put(host, answer);
        } finally {
            lock.unlock();
        }
    }

    /** Of a secure URL, a script sees only the host (R-PROJ-PROXY-3). */
    private String run(PacScript script, ProxyTarget target, Cancellation cancellation) {
        boolean secure = target.scheme().equals("https");
        int path = secure ? target.url().indexOf('/', "https://".length()) : -1;
        String url = path < 0 ? target.url() : target.url().substring(0, path + 1);
        try {
            return script.findProxy(url, target.host(), network, cancellation);
        } catch (PacException e) {
            throw failure(WinInetError.ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT, e, cancellation);
        }
    }

    /** Whatever an interrupted thread or a cancelled request meets is a cancelled call (R-PROJ-CALL-1). */
    private static WinInetFailure failure(int code, Exception cause, Cancellation cancellation) {
        boolean cancelled = cancellation.isCancelled()
                || cause instanceof CancelledIoException
                || Thread.currentThread().isInterrupted();
        return new WinInetFailure(cancelled ? WinInetError.ERROR_INTERNET_OPERATION_CANCELLED : code, cause);
    }

    /**
     * Reads what a script answered. Nothing means the direct way; what cannot be used is left out.
     *
     * @param answer for example {@code PROXY a:8080; SOCKS b; DIRECT}
     * @return the ways
     */
    static List<ProxyServer> servers(String answer) {
        List<ProxyServer> servers = new ArrayList<>();
        for (String part : answer.split(";", -1)) {
            String[] words = part.strip().split("[ \t]+", -1);
            ProxyServer server = switch (words[0].toUpperCase(Locale.ROOT)) {
                case "DIRECT" -> ProxyServer.DIRECT;
                case "PROXY", "HTTP" -> words.length == 2 ? ProxyServer.parse(ProxyServer.Kind.HTTP, words[1]) : null;
                case "SOCKS", "SOCKS4" ->
                    words.length == 2 ? ProxyServer.parse(ProxyServer.Kind.SOCKS, words[1]) : null;
                default -> null;
            };
            if (server != null) {
                servers.add(server);
            }
        }
        return answer.isBlank() ? List.of(ProxyServer.DIRECT) : servers;
    }

    /** Forgets scripts and answers, since the settings have changed. */
    public void forget() {
        lock.lock();
        try {
            scripts.clear();
        } finally {
            lock.unlock();
        }
    }
}

package io.github.wininet4j.engine.proxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxy string of InternetOpen and of the settings (R-PROXY-1 to R-PROXY-3):
 * {@code http=a:80;ftp=ftp://b socks=c d:8080}. Entries are separated by spaces or semicolons; several servers for one
 * protocol are tried in their order.
 */
public final class ProxyList {
    private static final String SOCKS = "socks";
    private static final String FTP_GATEWAY = "ftp://";
    /** Stands for the entries that hold for all protocols without one of their own. */
    private static final String ANY = "";

    private final Map<String, List<ProxyServer>> servers = new HashMap<>();

    private ProxyList() {}

    /**
     * Reads a proxy string. An entry that names no server stays, as one that cannot be used (R-PROXY-40).
     *
     * @param text the string
     * @return the list
     */
    public static ProxyList parse(String text) {
        ProxyList list = new ProxyList();
        for (String entry : text.split("[ \t\r\n;]+", -1)) {
            if (!entry.isEmpty()) {
                list.add(entry);
            }
        }
        return list;
    }

    private void add(String entry) {
        int equals = entry.indexOf('=');
        String key = equals < 0 ? ANY : entry.substring(0, equals).toLowerCase(Locale.ROOT);
        List<ProxyServer> known = servers.computeIfAbsent(key, k -> new ArrayList<>());
        ProxyServer server = server(key, entry.substring(equals + 1));
        if (server != null) {
            known.add(server);
        }
    }

    /** The scheme before the host means nothing, except for an FTP gateway (R-PROXY-34). */
    private static @Nullable ProxyServer server(String key, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.startsWith(FTP_GATEWAY)) {
            return ProxyServer.parse(ProxyServer.Kind.FTP_GATEWAY, value.substring(FTP_GATEWAY.length()));
        }
        int scheme = value.indexOf("://");
        String rest = scheme < 0 ? value : value.substring(scheme + 3);
        return ProxyServer.parse(key.equals(SOCKS) ? ProxyServer.Kind.SOCKS : ProxyServer.Kind.HTTP, rest);
    }

    /** Whether nothing at all is named. */
    public boolean isEmpty() {
        return servers.isEmpty();
    }

    /**
     * Finds the servers for a protocol: those of its key, else those without a key, else SOCKS.
     *
     * @param scheme the scheme of the URL in lower case
     * @return the servers in their order; empty if the entries for it are unusable; the direct way if there are none
     */
    public List<ProxyServer> forScheme(String scheme) {
        for (String key : List.of(scheme, ANY, SOCKS)) {
            List<ProxyServer> found = servers.get(key);
            if (found != null) {
                return List.copyOf(found);
            }
        }
        return List.of(ProxyServer.DIRECT);
    }
}

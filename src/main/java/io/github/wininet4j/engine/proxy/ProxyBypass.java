package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.engine.net.AddressRange;
import io.github.wininet4j.engine.proxy.pac.ShellExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is reached without a proxy (R-PROXY-4 to R-PROXY-7): {@code [scheme://]host[:port]} with "*" anywhere,
 * {@code <local>} and {@code <-loopback>}, separated by semicolons or spaces. {@code address/bits} is an addition of
 * this project, for no_proxy.
 */
public final class ProxyBypass {
    private static final String LOCAL = "<local>";
    private static final String NO_LOOPBACK = "<-loopback>";
    /** No name of DNS is longer; what is goes to the proxy, as it is no name that an entry could mean. */
    private static final int MAX_HOST = 255;

    private static final Set<String> LOOPBACK = Set.of("localhost", "loopback", "127.0.0.1", "::1");

    private final List<Entry> entries = new ArrayList<>();
    private boolean local;
    private boolean loopback = true;

    /**
     * One entry.
     *
     * @param scheme the scheme it is for, or null for all
     * @param host the pattern
     * @param port the port it is for, or null for all
     * @param network the addresses that it stands for, or null
     */
    private record Entry(
            @Nullable String scheme,
            String host,
            @Nullable String port,
            @Nullable AddressRange network) {}

    private ProxyBypass() {}

    /**
     * Reads a list.
     *
     * @param text the list, or null for an empty one
     * @return the list
     */
    public static ProxyBypass parse(@Nullable String text) {
        ProxyBypass bypass = new ProxyBypass();
        if (text != null) {
            for (String entry : text.split("[ \t\r\n;]+", -1)) {
                bypass.add(entry.toLowerCase(Locale.ROOT));
            }
        }
        return bypass;
    }

    private void add(String entry) {
        if (entry.equals(LOCAL)) {
            local = true;
        } else if (entry.equals(NO_LOOPBACK)) {
            loopback = false;
        } else if (!entry.isEmpty()) {
            int scheme = entry.indexOf("://");
            String rest = scheme < 0 ? entry : entry.substring(scheme + 3);
            String trimmed = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
            int colon = portColon(trimmed);
            String host = colon < 0 ? trimmed : trimmed.substring(0, colon);
            String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
            entries.add(new Entry(
                    scheme < 0 ? null : entry.substring(0, scheme),
                    bare,
                    colon < 0 ? null : trimmed.substring(colon + 1),
                    AddressRange.parse(bare)));
        }
    }

    /** Where a port begins; -1 if there is none, as in an IPv6 address without brackets. */
    private static int portColon(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf("]:");
            return end < 0 ? -1 : end + 1;
        }
        int colon = text.indexOf(':');
        return colon >= 0 && text.indexOf(':', colon + 1) < 0 ? colon : -1;
    }

    /**
     * Returns whether a target is reached without a proxy.
     *
     * @param target the target
     * @return true if so
     */
    public boolean covers(ProxyTarget target) {
        String host = target.host();
        if (loopback && LOOPBACK.contains(host)) {
            return true;
        }
        if (local && host.indexOf('.') < 0 && host.indexOf(':') < 0) {
            return true;
        }
        if (host.length() > MAX_HOST || target.scheme().length() > MAX_HOST) {
            return false;
        }
        for (Entry entry : entries) {
            if (matches(entry, target)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(Entry entry, ProxyTarget target) {
        boolean scheme = entry.scheme() == null || ShellExpression.matchesStars(entry.scheme(), target.scheme());
        boolean port =
                entry.port() == null || ShellExpression.matchesStars(entry.port(), Integer.toString(target.port()));
        return scheme && port && matchesHost(entry, target.host());
    }

    private static boolean matchesHost(Entry entry, String host) {
        AddressRange network = entry.network();
        return network != null ? network.contains(host) : ShellExpression.matchesStars(entry.host(), host);
    }
}

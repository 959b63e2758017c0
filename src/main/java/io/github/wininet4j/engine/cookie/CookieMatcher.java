package io.github.wininet4j.engine.cookie;

import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.HttpUrl;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which URLs a cookie belongs to. */
final class CookieMatcher {
    /** No name of the DNS is longer; only a host itself can be. */
    static final int MAX_DOMAIN = 255;

    private CookieMatcher() {}

    /**
     * Finds the domain of a cookie that is to be set.
     *
     * @param host the host that sets it
     * @param attribute the domain attribute, with or without a leading dot (R-COOKIE-25), or null
     * @return the domain, or null if the host has no right to it (R-COOKIE-24); there is none for names without a
     *     dot (R-COOKIE-26)
     */
    static @Nullable String domain(String host, @Nullable String attribute) {
        if (attribute == null) {
            return host;
        }
        String domain = ascii(attribute.startsWith(".") ? attribute.substring(1) : attribute);
        if (domain == null || domain.length() > MAX_DOMAIN) {
            return null;
        }
        if (isAddress(host)) {
            return domain.equals(host) ? domain : null;
        }
        boolean covers = domain.equals(host) || isBelow(host, domain);
        return covers && !PublicSuffixes.isPublic(domain) ? domain : null;
    }

    private static @Nullable String ascii(String domain) {
        try {
            return HostText.forConnection(domain).toLowerCase(Locale.ROOT);
        } catch (WinInetFailure e) {
            return null;
        }
    }

    /** Whether a host is a real sub-domain. */
    static boolean isBelow(String host, String domain) {
        int dot = host.length() - domain.length() - 1;
        return dot > 0 && host.charAt(dot) == '.' && host.endsWith(domain) && !isAddress(host);
    }

    /** Whether a host is an IP address, which has no domains above it. */
    static boolean isAddress(String host) {
        if (host.indexOf(':') >= 0) {
            return true;
        }
        int last = host.lastIndexOf('.') + 1;
        return last < host.length() && host.chars().skip(last).allMatch(c -> c >= '0' && c <= '9');
    }

    /** Finds the path of a cookie that is to be set. An attribute that is no path says nothing (R-COOKIE-45). */
    static String path(HttpUrl url, @Nullable String attribute) {
        return attribute == null || !attribute.startsWith("/") ? directory(url.path()) : attribute;
    }

    /** The path of cookies that name none: up to the last slash (R-COOKIE-29). */
    private static String directory(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /**
     * Whether a cookie is for a host that its domain covers. Without a domain attribute it is for sub-domains as well
     * (R-COOKIE-35), but not if these belong to others.
     */
    static boolean coversHost(Cookie cookie, String host) {
        return cookie.domain().length() == host.length()
                || (!cookie.isForHostOnly() && (cookie.ofDomain() || !PublicSuffixes.isPublic(cookie.domain())));
    }

    /** The path of a cookie covers itself and what is below it (R-COOKIE-28). */
    static boolean coversPath(Cookie cookie, String path) {
        String start = cookie.path();
        return path.startsWith(start)
                && (path.length() == start.length() || start.endsWith("/") || path.charAt(start.length()) == '/');
    }
}

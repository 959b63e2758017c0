package io.github.wininet4j.engine.cookie;

import io.github.wininet4j.engine.url.HttpUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Cookies by domain. A look-up asks once for the host and once for each domain above it, so it costs the same however
 * many other domains there are; it takes no lock. Callers serialize their changes.
 */
final class CookieStore {
    /** The oldest make room for new ones (R-COOKIE-36). */
    static final int PER_DOMAIN = 50;

    /** Arrays are replaced, never changed; none is empty. */
    private final ConcurrentHashMap<String, Cookie[]> byDomain = new ConcurrentHashMap<>();

    boolean isEmpty() {
        return byDomain.isEmpty();
    }

    /** Returns the cookies for a URL that have none of some flags: those of deeper paths first, then the older ones. */
    List<Cookie> find(HttpUrl url, int hidden, Instant now) {
        List<Cookie> found = new ArrayList<>();
        String host = url.hostKey();
        String path = url.path();
        String domain = host;
        collect(host, path, domain, hidden, now, found);
        if (!CookieMatcher.isAddress(domain)) {
            // Domains above a host are names of the DNS; looking for longer ones would cost the square of the length.
            int start = Math.max(0, domain.length() - CookieMatcher.MAX_DOMAIN - 1);
            for (int dot = domain.indexOf('.', start); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
                collect(host, path, domain.substring(dot + 1), hidden, now, found);
            }
        }
        found.sort(CookieStore::asSent);
        return found;
    }

    /** Returns all cookies, the older ones first. */
    List<Cookie> all() {
        return byDomain.values().stream()
                .flatMap(Arrays::stream)
                .sorted(Comparator.comparingLong(Cookie::order))
                .toList();
    }

    private static int asSent(Cookie one, Cookie other) {
        int deeper = Integer.compare(other.path().length(), one.path().length());
        return deeper != 0 ? deeper : Long.compare(one.order(), other.order());
    }

    private void collect(String host, String path, String domain, int hidden, Instant now, List<Cookie> found) {
        Cookie[] cookies = byDomain.get(domain);
        if (cookies == null) {
            return;
        }
        for (Cookie cookie : cookies) {
            if (!cookie.has(hidden)
                    && CookieMatcher.coversPath(cookie, path)
                    && !cookie.isExpired(now)
                    && CookieMatcher.coversHost(cookie, host)) {
                found.add(cookie);
            }
        }
    }

    /** Returns the cookie that another one would replace. */
    @Nullable
    Cookie same(Cookie cookie) {
        Cookie[] cookies = byDomain.get(cookie.domain());
        if (cookies != null) {
            for (Cookie each : cookies) {
                if (each.isSameAs(cookie)) {
                    return each;
                }
            }
        }
        return null;
    }

    /** Adds a cookie, replacing the one of the same identity; returns those that were evicted to make room. */
    List<Cookie> put(Cookie cookie, Instant now) {
        List<Cookie> kept = new ArrayList<>(List.of(byDomain.getOrDefault(cookie.domain(), new Cookie[0])));
        List<Cookie> dropped = new ArrayList<>();
        kept.removeIf(each -> each.isSameAs(cookie));
        kept.removeIf(each -> each.isExpired(now) && dropped.add(each));
        while (kept.size() >= PER_DOMAIN) {
            dropped.add(kept.remove(0));
        }
        kept.add(cookie);
        byDomain.put(cookie.domain(), kept.toArray(new Cookie[0]));
        return dropped;
    }

    /** Removes the like of a cookie. */
    void remove(Cookie cookie) {
        removeFrom(cookie.domain(), each -> each.isSameAs(cookie));
    }

    /** Removes all cookies that end with the session (R-COOKIE-39). */
    void removeSession() {
        byDomain.keySet().forEach(domain -> removeFrom(domain, cookie -> !cookie.isPersistent()));
    }

    private void removeFrom(String domain, Predicate<Cookie> which) {
        byDomain.computeIfPresent(domain, (key, cookies) -> {
            Cookie[] kept = Arrays.stream(cookies).filter(which.negate()).toArray(Cookie[]::new);
            return kept.length == 0 ? null : kept;
        });
    }
}

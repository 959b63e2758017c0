package io.github.wininet4j.engine.cookie;

import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.engine.url.HttpUrl;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The cookies of one engine: in memory, and on disk as far as they are persistent (R-COOKIE-2, R-COOKIE-41). */
public final class CookieJar {
    private static final long ORDERS_PER_MILLI = 1_000;

    private final InstantSource clock;
    private final CookiePolicy policy;
    private final boolean ignoresMaxAge;
    private final CookieStore store = new CookieStore();
    private final SavedCookies saved;
    private final AtomicLong order;

    /** Guards changes of the store. */
    private final ReentrantLock changes = new ReentrantLock();

    private volatile boolean loaded;

    /**
     * Creates a jar. The disk is not touched before the first question.
     *
     * @param clock tells the time
     * @param folder where persistent cookies are kept, or null if they end with the engine
     * @param policy what is done with cookies
     * @param memoryOnly whether persistent cookies are not to be written at the moment (R-OPTN-81)
     * @param ignoresMaxAge whether Max-Age says nothing, as in Internet Explorer 8 (R-COOKIE-34, R-PROJ-COOKIE-1)
     */
    public CookieJar(
            InstantSource clock,
            @Nullable Path folder,
            CookiePolicy policy,
            BooleanSupplier memoryOnly,
            boolean ignoresMaxAge) {
        this.clock = clock;
        this.policy = policy;
        this.ignoresMaxAge = ignoresMaxAge;
        this.saved = new SavedCookies(new CookieFolder(folder), store, memoryOnly);
        // Younger than whatever earlier engines stored, as far as clocks go.
        this.order = new AtomicLong(clock.millis() * ORDERS_PER_MILLI);
    }

    /** Returns the cookie policy. */
    public CookiePolicy policy() {
        return policy;
    }

    /** Returns whether no URL has any cookie. */
    public boolean isEmpty() {
        load();
        return store.isEmpty();
    }

    /**
     * Finds the cookies of a URL (R-COOKIE-7, R-COOKIE-30).
     *
     * @param url the URL
     * @param hidden {@code INTERNET_COOKIE_*} bits; cookies that have one are left out
     * @return the cookies in the order in which they are sent
     */
    public List<Cookie> find(HttpUrl url, int hidden) {
        load();
        return store.find(url, url.secure() ? hidden : hidden | CookieFlag.INTERNET_COOKIE_IS_SECURE, clock.instant());
    }

    /**
     * Takes the cookie of a server's Set-Cookie header, as far as the policy lets it.
     *
     * @param url the URL that it came from
     * @param text the value of the header
     * @param thirdParty whether the request belongs to a third party
     * @param compactPolicy the value of the response's P3P header, or null
     * @return a {@code COOKIE_STATE_*} value; what is no cookie, or not the server's to set, is rejected
     */
    public int receive(HttpUrl url, String text, boolean thirdParty, @Nullable String compactPolicy) {
        CookieFields fields = timed(CookieParser.parse(text));
        CookieContext context = new CookieContext(CookieContext.INTERNET_ZONE, thirdParty, false, compactPolicy);
        int state = policy.judge(url.hostKey(), fields.expires() == null, context);
        Cookie cookie = make(url, CookiePolicy.apply(state, fields));
        return cookie != null && CookiePolicy.stores(state) && put(cookie, false)
                ? state
                : CookieFlag.COOKIE_STATE_REJECT;
    }

    /** Settles when a cookie ends that is set now. */
    CookieFields timed(CookieFields fields) {
        return ignoresMaxAge ? fields : fields.setAt(clock.instant());
    }

    /** Makes a cookie; null if it is none, or the URL has no right to its domain. */
    @Nullable
    Cookie make(HttpUrl url, CookieFields fields) {
        String domain = fields.isUsable() ? CookieMatcher.domain(url.hostKey(), fields.domain()) : null;
        if (domain == null) {
            return null;
        }
        boolean session = fields.expires() == null;
        return new Cookie(
                fields.name(),
                fields.value(),
                fields.bare(),
                domain,
                fields.domain() != null,
                CookieMatcher.path(url, fields.path()),
                session
                        ? fields.flags() | CookieFlag.INTERNET_COOKIE_IS_SESSION
                        : fields.flags() & ~CookieFlag.INTERNET_COOKIE_IS_SESSION,
                fields.expires(),
                order.getAndIncrement());
    }

    /**
     * Adds a cookie, replacing the one of the same identity, or removes that if the new one has expired (R-COOKIE-32).
     *
     * @param fromScript whether cookies for HTTP only are out of reach
     * @return false if one of these is in the way (R-COOKIE-17)
     */
    boolean put(Cookie cookie, boolean fromScript) {
        load();
        Instant now = clock.instant();
        Cookie old;
        List<Cookie> dropped = List.of();
        changes.lock();
        try {
            old = store.same(cookie);
            if (old != null && fromScript && old.has(CookieFlag.INTERNET_COOKIE_HTTPONLY) && !old.isExpired(now)) {
                return false;
            }
            if (cookie.isExpired(now)) {
                store.remove(cookie);
            } else {
                dropped = store.put(cookie, now);
            }
        } finally {
            changes.unlock();
        }
        dropped.stream().filter(Cookie::isPersistent).forEach(each -> saved.update(each, false));
        if (cookie.isPersistent() || (old != null && old.isPersistent())) {
            saved.update(cookie, old != null && cookie.withOrder(old.order()).equals(old));
        }
        return true;
    }

    /** Returns the cookies that outlast the session and have not ended, the older ones first. */
    List<Cookie> persistent() {
        load();
        Instant now = clock.instant();
        return store.all().stream()
                .filter(cookie -> cookie.isPersistent() && !cookie.isExpired(now))
                .toList();
    }

    /** Adds cookies of another jar, as the youngest; those that have ended are passed over. */
    void add(List<Cookie> cookies) {
        Instant now = clock.instant();
        for (Cookie cookie : cookies) {
            if (!cookie.isExpired(now)) {
                put(cookie.withOrder(order.getAndIncrement()), false);
            }
        }
    }

    /** Removes the session cookies (R-COOKIE-39). */
    public void endSession() {
        changes.lock();
        try {
            store.removeSession();
        } finally {
            changes.unlock();
        }
    }

    private void load() {
        if (loaded) {
            return;
        }
        Instant now = clock.instant();
        // Read without the lock, so possibly by several threads; the first one's cookies count.
        List<Cookie> read = saved.load(now);
        changes.lock();
        try {
            if (!loaded) {
                read.stream().sorted(Comparator.comparingLong(Cookie::order)).forEach(cookie -> store.put(cookie, now));
                loaded = true;
            }
        } finally {
            changes.unlock();
        }
    }
}

package io.github.wininet4j.engine.cookie;

import io.github.wininet4j.constant.CookieFlag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cookie in the jar.
 *
 * @param name its name, "" if it has none (R-COOKIE-33)
 * @param value its value
 * @param bare whether the name alone was set, without an equals sign (R-COOKIE-44)
 * @param domain the host or domain that it belongs to, in lower case and without a leading dot
 * @param ofDomain whether a domain attribute named that domain
 * @param path the start of all paths that it is sent to
 * @param flags {@code INTERNET_COOKIE_*} bits of a cookie (R-COOKIE2-7)
 * @param expires when it ends, or null for a session cookie
 * @param order tells older cookies from younger ones
 */
public record Cookie(
        String name,
        String value,
        boolean bare,
        String domain,
        boolean ofDomain,
        String path,
        int flags,
        @Nullable Instant expires,
        long order) {
    /**
     * Tests for a flag.
     *
     * @param bits {@code INTERNET_COOKIE_*} bits
     * @return whether it has any of them
     */
    public boolean has(int bits) {
        return (flags & bits) != 0;
    }

    /**
     * Returns what stands in a Cookie header: name and value; the name of a bare cookie, the value of one without a
     * name.
     */
    public String text() {
        return bare ? name : name.isEmpty() ? value : name + "=" + value;
    }

    /** Whether a Cookie header with it says what it is, and a line each can hold its parts. */
    boolean isSendable() {
        return CookieFields.isSendable(name, value, bare) && CookieFields.isLine(path) && CookieFields.isLine(domain);
    }

    boolean isExpired(Instant now) {
        return expires != null && !expires.isAfter(now);
    }

    /** Cookies of one name, domain and path replace each other. */
    boolean isSameAs(Cookie other) {
        return name.equals(other.name) && path.equals(other.path) && domain.equals(other.domain);
    }

    boolean isPersistent() {
        return expires != null;
    }

    boolean isForHostOnly() {
        return has(CookieFlag.INTERNET_COOKIE_HOST_ONLY);
    }

    Cookie withOrder(long value) {
        return new Cookie(name, this.value, bare, domain, ofDomain, path, flags, expires, value);
    }

    /** Says nothing of the value, which may be a secret. */
    @Override
    public String toString() {
        return name + " of " + domain + path;
    }
}

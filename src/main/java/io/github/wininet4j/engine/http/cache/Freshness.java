package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.time.InternetTime;
import io.github.wininet4j.type.FILETIME;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long responses may be used without asking the server (RFC 9111, section 4.2; R-CACHE-8, R-CACHE-9). */
final class Freshness {
    static final long STEPS_PER_SECOND = 10_000_000L;

    private Freshness() {}

    /** When a response expires that says so: 0 if it does not. */
    static long expiry(ResponseFields head, Directives directives, long requested, long now) {
        if (directives.noCache()) {
            return now;
        }
        long date = time(head.first("Date"));
        long begin = date == 0 ? now : date;
        String expires = head.first("Expires");
        long lifetime;
        if (directives.maxAge() != Directives.NONE) {
            lifetime = directives.maxAge() * STEPS_PER_SECOND;
        } else if (expires != null) {
            // What is no date is in the past (section 5.3).
            lifetime = time(expires) - begin;
        } else {
            return 0;
        }
        return now + Math.max(0, lifetime - age(head, begin, requested, now));
    }

    /** How old a response is when it arrives (section 4.2.3). */
    private static long age(ResponseFields head, long date, long requested, long now) {
        String told = head.first("Age");
        long onTheWay = told == null ? 0 : Directives.seconds(told) * STEPS_PER_SECOND + Math.max(0, now - requested);
        return Math.max(Math.max(0, now - date), onTheWay);
    }

    /** A date in a header as the number of a FILETIME; 0 for none. */
    static long time(@Nullable String text) {
        Instant instant = text == null ? null : InternetTime.parse(text);
        return instant == null ? 0 : Math.max(0, FILETIME.of(instant).steps());
    }
}

package io.github.wininet4j.trace;

import io.github.wininet4j.constant.InternetStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The times of one entry of an HTTP archive, in milliseconds, by the statuses of its last hop. What came before, such
 * as hops that redirected, counts as blocked. TLS has no status of its own: its time is that between the connection and
 * the request, and part of connecting, as the format has it.
 */
final class HarTimings {
    private static final int UNKNOWN = -1;

    private final Instant start;
    private final boolean secure;
    private @Nullable Instant resolving;
    private @Nullable Instant connecting;
    private @Nullable Instant connected;
    private @Nullable Instant sending;
    private @Nullable Instant sent;
    private @Nullable Duration dns;
    private @Nullable Duration connect;
    private @Nullable Duration ssl;

    HarTimings(Instant start, boolean secure) {
        this.start = start;
        this.secure = secure;
    }

    /** Takes a status of before the answer. */
    void status(int status, Instant time) {
        switch (status) {
            case InternetStatus.INTERNET_STATUS_RESOLVING_NAME -> resolving = time;
            case InternetStatus.INTERNET_STATUS_NAME_RESOLVED -> dns = between(resolving, time);
            case InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER -> {
                // The first of several addresses.
                connecting = connecting == null ? time : connecting;
            }
            case InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER -> {
                connected = time;
                connect = between(connecting, time);
                connecting = null;
            }
            case InternetStatus.INTERNET_STATUS_SENDING_REQUEST -> sends(time);
            case InternetStatus.INTERNET_STATUS_REQUEST_SENT -> sent = time;
            case InternetStatus.INTERNET_STATUS_REDIRECT -> forget();
            default -> {
                // is no step of a request
            }
        }
    }

    private void sends(Instant time) {
        if (secure && connected != null && connect != null) {
            ssl = between(connected, time);
            connect = connect.plus(ssl);
        }
        connected = null;
        sending = time;
        sent = null;
    }

    private void forget() {
        resolving = null;
        connecting = null;
        connected = null;
        sending = null;
        sent = null;
        dns = null;
        connect = null;
        ssl = null;
    }

    private static Duration between(@Nullable Instant from, Instant to) {
        return from == null || to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    /**
     * Returns the times by their names in the format.
     *
     * @param answered when the head of the answer was there, or null
     * @param end when the last byte was read or the request failed
     */
    Map<String, Object> toJson(@Nullable Instant answered, Instant end) {
        Instant head = answered == null ? end : answered;
        Instant out = sending == null ? start : sending;
        Instant over = sent == null ? out : sent;
        Duration known = (dns == null ? Duration.ZERO : dns).plus(connect == null ? Duration.ZERO : connect);
        Duration blocked = between(start, out).minus(known);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("blocked", milliseconds(blocked.isNegative() ? Duration.ZERO : blocked));
        json.put("dns", known(dns));
        json.put("connect", known(connect));
        json.put("ssl", known(ssl));
        json.put("send", milliseconds(between(out, over)));
        json.put("wait", milliseconds(between(over, head)));
        json.put("receive", milliseconds(between(head, end)));
        return json;
    }

    /** Returns the sum of those times that are known; that of TLS is in that of connecting. */
    static double sum(Map<String, Object> timings) {
        double sum = timings.entrySet().stream()
                .filter(time -> !time.getKey().equals("ssl"))
                .mapToDouble(time -> Math.max(0, ((Number) time.getValue()).doubleValue()))
                .sum();
        // To the microsecond, as each of them.
        return Math.round(sum * 1e3) / 1e3;
    }

    private static Number known(@Nullable Duration time) {
        if (time == null) {
            return UNKNOWN;
        }
        return milliseconds(time);
    }

    private static double milliseconds(Duration time) {
        return TimeUnit.NANOSECONDS.toMicros(time.toNanos()) / 1e3;
    }
}

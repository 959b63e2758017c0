package io.github.wininet4j.trace;

import io.github.wininet4j.constant.ErrorText;
import io.github.wininet4j.constant.InternetStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request of an HTTP archive, from its send to the last byte that was read. Guarded by its log. */
final class HarEntry {
    private final String verb;
    private final String url;
    private final Instant start;
    private final Map<Integer, Instant> times = new LinkedHashMap<>();
    private HarHeads heads = HarHeads.NONE;
    private @Nullable Instant answered;
    private Instant end;
    private long sent;
    private long received;
    private int error;

    HarEntry(String verb, String url, Instant start) {
        this.verb = verb;
        this.url = url;
        this.start = start;
        this.end = start;
    }

    /** Takes a status of before the answer; of those that come once for each hop the last counts. */
    void status(TracedStatus status) {
        if (answered == null) {
            times.put(status.status(), status.time());
        }
    }

    void sent(long bytes) {
        sent += bytes;
    }

    void received(long bytes, Instant time) {
        received += bytes;
        end = time;
    }

    void failed(int code, Instant time) {
        error = code;
        end = time;
    }

    /** Takes the heads of request and answer, once the latter is here. */
    void answered(HarHeads both, Instant time) {
        heads = both;
        answered = time;
        end = time;
    }

    Map<String, Object> toJson() {
        Map<String, Object> timings = timings();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("startedDateTime", start.toString());
        json.put("time", sum(timings));
        json.put("request", request());
        json.put("response", response());
        json.put("cache", Map.of());
        json.put("timings", timings);
        if (error != 0) {
            json.put("comment", ErrorText.name(error) + ": " + ErrorText.message(error));
        }
        return json;
    }

    private Map<String, Object> request() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", verb);
        json.put("url", HiddenSecrets.inText(url));
        json.put("httpVersion", "HTTP/1.1");
        json.put("cookies", List.of());
        json.put("headers", HarHeads.headers(heads.request()));
        json.put("queryString", query());
        json.put("headersSize", -1);
        json.put("bodySize", sent);
        return json;
    }

    private List<Map<String, Object>> query() {
        List<Map<String, Object>> pairs = new ArrayList<>();
        int mark = url.indexOf('?');
        if (mark >= 0 && mark + 1 < url.length()) {
            for (String pair : url.substring(mark + 1).split("&")) {
                int equals = pair.indexOf('=');
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.add(HarHeads.pair(equals < 0 ? pair : pair.substring(0, equals), value));
            }
        }
        return pairs;
    }

    private Map<String, Object> response() {
        String[] status = heads.response().split("\r\n", 2)[0].split(" ", 3);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("size", received);
        content.put("mimeType", heads.header("Content-Type"));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", status.length > 1 ? number(status[1]) : 0);
        json.put("statusText", status.length > 2 ? status[2] : "");
        json.put("httpVersion", status[0]);
        json.put("cookies", List.of());
        json.put("headers", HarHeads.headers(heads.response()));
        json.put("content", content);
        json.put("redirectURL", heads.header("Location"));
        json.put(
                "headersSize",
                heads.response().isEmpty() ? -1 : heads.response().length());
        json.put("bodySize", -1);
        return json;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The time of an entry is the sum of its timings without those of -1, as the format wants it. */
    private static double sum(Map<String, Object> timings) {
        return timings.values().stream()
                .mapToDouble(value -> Math.max(0, ((Number) value).doubleValue()))
                .sum();
    }

    private Map<String, Object> timings() {
        Instant head = answered == null ? end : answered;
        Instant sending = times.getOrDefault(InternetStatus.INTERNET_STATUS_SENDING_REQUEST, start);
        Instant handedOver = times.getOrDefault(InternetStatus.INTERNET_STATUS_REQUEST_SENT, sending);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("blocked", milliseconds(start, sending));
        json.put("dns", -1);
        json.put("connect", -1);
        json.put("ssl", -1);
        json.put("send", milliseconds(sending, handedOver));
        json.put("wait", milliseconds(handedOver, head));
        json.put("receive", milliseconds(head, end));
        return json;
    }

    private static double milliseconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toNanos() / 1_000) / 1e3;
    }
}

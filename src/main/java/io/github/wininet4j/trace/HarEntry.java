package io.github.wininet4j.trace;

import io.github.wininet4j.constant.ErrorText;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.type.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request of an HTTP archive, from its send to the last byte that was read. Guarded by its log. */
final class HarEntry {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final String verb;
    private final String url;
    private final Instant start;
    private final HarTimings timings;
    private String address = "";
    private HarHeads heads = HarHeads.NONE;
    private @Nullable Instant answered;
    private Instant end;
    private long sent;
    private long received;
    private int error;
    private boolean isSettled;

    HarEntry(String verb, String url, Instant start) {
        this.verb = verb;
        this.url = url;
        this.start = start;
        this.end = start;
        this.timings = new HarTimings(start, url.startsWith("https:"));
    }

    /** Takes a status of before the answer. */
    void status(TracedStatus status) {
        if (answered == null) {
            timings.status(status.status(), status.time());
            if (status.status() == InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER
                    && status.information() instanceof TextBuffer text) {
                address = text.toString();
            }
        }
    }

    /** Says that nothing more will happen to it; returns whether that is new. */
    boolean settle() {
        boolean isNew = !isSettled;
        isSettled = true;
        return isNew;
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
        Map<String, Object> times = timings.toJson(answered, end);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("startedDateTime", start.toString());
        json.put("time", HarTimings.sum(times));
        json.put("request", request());
        json.put("response", response());
        json.put("cache", Map.of());
        json.put("timings", times);
        if (ADDRESS.matcher(address).matches()) {
            json.put("serverIPAddress", address);
        }
        if (error != 0) {
            json.put("comment", ErrorText.name(error) + ": " + ErrorText.message(error));
        }
        return json;
    }

    private Map<String, Object> request() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", verb);
        json.put("url", uri(HiddenSecrets.inText(url)));
        json.put("httpVersion", "HTTP/1.1");
        json.put("cookies", heads.sent());
        json.put("headers", HarHeads.headers(heads.request()));
        json.put("queryString", query());
        json.put("headersSize", -1);
        json.put("bodySize", sent);
        return json;
    }

    /** The format wants a URI (RFC 3986), whatever a program has asked for. */
    private static String uri(String text) {
        StringBuilder uri = new StringBuilder(SCHEME.matcher(text).lookingAt() ? "" : "unknown:");
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            if (unit > ' ' && unit < 0x7f && "<>\"{}|\\^`".indexOf(unit) < 0) {
                uri.append((char) unit);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", unit));
            }
        }
        return uri.toString();
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
        json.put("cookies", heads.set());
        json.put("headers", HarHeads.headers(heads.response()));
        json.put("content", content);
        json.put("redirectURL", heads.header("Location"));
        json.put("headersSize", heads.size());
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
}

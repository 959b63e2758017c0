package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.ResponseFields;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A response head as the cache keeps it: text, the status line first (R-CENT-6). */
final class StoredHead implements ResponseFields {
    private static final String LINE_END = "\r\n";
    private static final int STATUS_DIGITS = 3;

    /** What is about one message or one body, and stays as it was stored (RFC 9111, section 3.2). */
    private static final Set<String> OF_THE_BODY = names(
            "Content-Length",
            "Content-Encoding",
            "Content-Range",
            "Content-Type",
            "Transfer-Encoding",
            "Connection",
            "Keep-Alive",
            "Trailer",
            "Upgrade",
            "Proxy-Authenticate",
            "Proxy-Authentication-Info");

    private final int status;
    private final String version;
    private final String reason;
    private final HeaderList headers;

    private StoredHead(int status, String version, String reason, HeaderList headers) {
        this.status = status;
        this.version = version;
        this.reason = reason;
        this.headers = headers;
    }

    private static Set<String> names(String... names) {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(Set.of(names));
        return all;
    }

    /** Reads a head; null if the text is none. */
    static @Nullable StoredHead parse(String text) {
        String[] lines = text.split(LINE_END, -1);
        String[] status = lines[0].split(" ", 3);
        if (status.length < 2
                || !status[0].startsWith("HTTP/")
                || status[1].length() != STATUS_DIGITS
                || status[1].charAt(0) == '0'
                || !status[1].chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        HeaderList headers = new HeaderList();
        for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
            int colon = lines[i].indexOf(':');
            String name = colon < 0 ? "" : lines[i].substring(0, colon).trim();
            // Programs store lines of their own, without a name.
            if (!name.isEmpty() && name.chars().noneMatch(Character::isISOControl)) {
                headers.addReceived(name, lines[i].substring(colon + 1).trim());
            }
        }
        return new StoredHead(Integer.parseInt(status[1]), status[0], status.length > 2 ? status[2] : "", headers);
    }

    /** The text of a head. */
    static String text(ResponseFields head) {
        StringBuilder out = new StringBuilder(64 * (head.headerCount() + 2));
        out.append(head.version()).append(' ').append(head.status()).append(' ').append(head.reason());
        out.append(LINE_END);
        for (int i = 0; i < head.headerCount(); i++) {
            out.append(head.name(i)).append(": ").append(head.value(i)).append(LINE_END);
        }
        return out.append(LINE_END).toString();
    }

    /** Whether a 304 is about this response: it has no ETag, or the same one, be it weak or not. */
    boolean isMeantBy(ResponseFields news) {
        String mine = first("ETag");
        String other = news.first("ETag");
        return mine == null || other == null || opaque(mine).equals(opaque(other));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    /** This head with what a 304 says (RFC 9111, section 3.2). */
    StoredHead updated(ResponseFields news) {
        HeaderList merged = headers.copy();
        for (int i = 0; i < news.headerCount(); i++) {
            if (!OF_THE_BODY.contains(news.name(i))) {
                merged.removeAll(news.name(i));
            }
        }
        for (int i = 0; i < news.headerCount(); i++) {
            if (!OF_THE_BODY.contains(news.name(i))) {
                merged.addReceived(news.name(i), news.value(i));
            }
        }
        return new StoredHead(status, version, reason, merged);
    }

    /** This head for a response of which the body is not kept. */
    static StoredHead withoutBody(ResponseFields head) {
        HeaderList kept = new HeaderList();
        for (int i = 0; i < head.headerCount(); i++) {
            if (!HeaderFields.sameName(head.name(i), "Content-Length")
                    && !HeaderFields.sameName(head.name(i), "Transfer-Encoding")) {
                kept.addReceived(head.name(i), head.value(i));
            }
        }
        kept.add("Content-Length", "0");
        return new StoredHead(head.status(), head.version(), head.reason(), kept);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public int headerCount() {
        return headers.headerCount();
    }

    @Override
    public String name(int index) {
        return headers.name(index);
    }

    @Override
    public String value(int index) {
        return headers.value(index);
    }
}

package io.github.wininet4j.engine.http.auth;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The text of one answer by Digest, its fields in the order of RFC 7616's examples. */
final class DigestHeader {
    private final StringBuilder text = new StringBuilder(DigestContext.NAME).append(' ');

    DigestHeader quoted(String name, String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
        return plain(name, '"' + escaped + '"');
    }

    DigestHeader plain(String name, String value) {
        if (text.charAt(text.length() - 1) != ' ') {
            text.append(", ");
        }
        text.append(name).append('=').append(value);
        return this;
    }

    /** A name beyond ASCII, for a server that says it reads UTF-8 (RFC 7616 section 3.4, RFC 5987). */
    DigestHeader extended(String name, String value) {
        StringBuilder encoded = new StringBuilder("UTF-8''");
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return plain(name + '*', encoded.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

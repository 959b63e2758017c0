package io.github.wininet4j.engine.http.auth;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes of names and passwords (RFC 7617 section 2.1, RFC 7616 section 4, P-AUTH-1). */
final class AuthCharset {
    private AuthCharset() {}

    /** UTF-8 where the server asks for it or the text needs it, else ISO-8859-1 as older servers expect. */
    static Charset of(Challenge challenge, String... texts) {
        if ("utf-8".equalsIgnoreCase(challenge.parameter("charset"))) {
            return StandardCharsets.UTF_8;
        }
        for (String text : texts) {
            if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
                return StandardCharsets.UTF_8;
            }
        }
        return StandardCharsets.ISO_8859_1;
    }
}

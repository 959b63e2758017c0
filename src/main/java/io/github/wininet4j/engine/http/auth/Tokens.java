package io.github.wininet4j.engine.http.auth;

import java.io.IOException;
import java.util.Base64;

/** Base64 as servers send it. */
final class Tokens {
    private Tokens() {}

    static byte[] decode(String token) throws IOException {
        try {
            return Base64.getDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            throw new IOException("malformed token in a challenge", e);
        }
    }
}

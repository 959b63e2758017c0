package io.github.wininet4j.engine.http.auth;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hash of Digest (RFC 7616 section 6.1).
 *
 * @param name its name in a challenge
 * @param hash its name in Java
 * @param session whether the key is bound to the client's first nonce
 */
record DigestAlgorithm(String name, String hash, boolean session) {
    private static final Map<String, DigestAlgorithm> ALL = Map.of(
            "md5", new DigestAlgorithm("MD5", "MD5", false),
            "md5-sess", new DigestAlgorithm("MD5-sess", "MD5", true),
            "sha-256", new DigestAlgorithm("SHA-256", "SHA-256", false),
            "sha-256-sess", new DigestAlgorithm("SHA-256-sess", "SHA-256", true),
            "sha-512-256", new DigestAlgorithm("SHA-512-256", "SHA-512/256", false),
            "sha-512-256-sess", new DigestAlgorithm("SHA-512-256-sess", "SHA-512/256", true));

    /** Finds an algorithm; MD5 where a challenge names none, null where it names an unknown one. */
    static @Nullable DigestAlgorithm find(@Nullable String name) {
        return ALL.get(name == null ? "md5" : name.toLowerCase(Locale.ROOT));
    }

    MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String hex(byte[] data) {
        return HexFormat.of().formatHex(newDigest().digest(data));
    }
}

package io.github.wininet4j.engine.http.auth;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.fuzz.Property.isOf;

import io.github.wininet4j.fuzz.FuzzTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Challenges, one line each, and behind the first bar what comes with the answer to the logon. */
public final class ChallengeTarget implements FuzzTarget {
    private static final AuthRequest REQUEST =
            new AuthRequest("POST", "/path?query", "h.test", ByteBuffer.wrap(new byte[3]));
    private static final UserPassword USER = new UserPassword("D\\us\u00E9r", "pass\u00F6");

    private final AuthSchemes schemes =
            new AuthSchemes(() -> Instant.parse("2024-02-29T13:04:05Z"), () -> (scheme, host, user, password) -> null);

    /** Creates the target. */
    public ChallengeTarget() {}

    @Override
    public String run(byte[] input) {
        // Heads are Latin-1: a character is a byte of the wire.
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int bar = text.indexOf('|');
        String[] lines = (bar < 0 ? text : text.substring(0, bar)).split("\n", -1);
        List<Challenge> challenges = ChallengeParser.parse(Arrays.asList(lines));
        for (Challenge challenge : challenges) {
            check(!challenge.scheme().isEmpty(), "a scheme");
        }
        Challenge chosen = schemes.choose(challenges);
        if (chosen == null) {
            return challenges.isEmpty() ? "no challenge" : "none is known";
        }
        AuthContext context = chosen.isFor(DigestContext.NAME)
                ? new DigestContext(USER, () -> "cnonce", null)
                : schemes.begin(chosen, USER);
        String scheme = chosen.scheme().toLowerCase(Locale.ROOT);
        String answered = answer(context, challenges, chosen, bar < 0 ? null : text.substring(bar + 1));
        return scheme + " " + answered;
    }

    private static String answer(
            AuthContext context, List<Challenge> challenges, Challenge chosen, @Nullable String info) {
        try {
            String first = context.respond(chosen, REQUEST);
            if (first == null) {
                return "has no answer";
            }
            check(isOf(first, ' ', '\u00FF', "\u007F"), "one header line");
            boolean accepted = context.accepted(challenges, info);
            String second = context.next().respond(null, REQUEST);
            check(second == null || isOf(second, ' ', '\u00FF', "\u007F"), "one header line");
            String again = context.respond(chosen, REQUEST);
            check(again == null || isOf(again, ' ', '\u00FF', "\u007F"), "one header line");
            return accepted ? "answered" : "not proven";
        } catch (IOException e) {
            return "has a malformed token";
        }
    }

    @Override
    public List<String> words() {
        return List.of(
                "Basic",
                "Digest",
                "NTLM",
                "Negotiate",
                " ",
                "realm=",
                "\"a\"",
                ",",
                "nonce=\"n\"",
                "qop=\"auth\"",
                "algorithm=",
                "MD5-sess",
                "SHA-256",
                "stale=true",
                "opaque=\"",
                "userhash=true",
                "charset=utf-8",
                "\"",
                "\\",
                "=",
                "TlRMTVNTUAACAAAA",
                "|",
                "rspauth=",
                "nextnonce=\"",
                "\n",
                "auth-int",
                "x");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.http.auth");
    }
}

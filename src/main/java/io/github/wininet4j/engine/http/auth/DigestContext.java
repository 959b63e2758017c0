package io.github.wininet4j.engine.http.auth;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Digest (RFC 7616, and RFC 2069 for servers without qop). A nonce is used again until the server names another one.
 */
final class DigestContext implements AuthContext {
    static final String NAME = "Digest";

    private static final int CNONCE_BYTES = 18;
    private static final String AUTH = "auth";
    private static final String AUTH_INT = "auth-int";
    /** A server that calls each new nonce stale would never come to an end. */
    private static final int MAX_ANSWERS = 3;

    private final UserPassword credentials;
    private final Supplier<String> cnonces;
    private @Nullable DigestSession session;
    private int answers;
    /** What went out last, for checking the server's proof. */
    private @Nullable Sent sent;

    /** One answer. */
    private record Sent(DigestAlgorithm algorithm, Charset charset, String key, String target, String tail) {
        /** Leaves the key out, which is as good as the password. */
        @Override
        public String toString() {
            return "Sent[" + target + "]";
        }
    }

    DigestContext(UserPassword credentials) {
        this(credentials, DigestContext::newCnonce, null);
    }

    DigestContext(UserPassword credentials, Supplier<String> cnonces, @Nullable DigestSession session) {
        this.credentials = credentials;
        this.cnonces = cnonces;
        this.session = session;
    }

    private static String newCnonce() {
        byte[] random = new byte[CNONCE_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    /** Whether a challenge can be answered at all: what it asks for is known, and fits into a header. */
    static boolean canAnswer(Challenge challenge) {
        String nonce = challenge.parameter("nonce");
        String opaque = challenge.parameter("opaque");
        return DigestAlgorithm.find(challenge.parameter("algorithm")) != null
                && nonce != null
                && canQuote(nonce)
                && canQuote(challenge.realm())
                && (opaque == null || canQuote(opaque));
    }

    @Override
    public boolean isConnectionBound() {
        return false;
    }

    @Override
    public AuthContext next() {
        return new DigestContext(credentials, cnonces, session);
    }

    @Override
    public @Nullable String respond(@Nullable Challenge challenge, AuthRequest request) {
        if (challenge != null) {
            boolean stale = "true".equalsIgnoreCase(challenge.parameter("stale"));
            // A second challenge is a refusal, unless it says that only the nonce was too old.
            if (answers >= MAX_ANSWERS || (answers > 0 && !stale) || !canAnswer(challenge)) {
                return null;
            }
            answers++;
            session = new DigestSession(challenge);
        }
        DigestSession current = session;
        if (current == null || !current.isUsable() || !canQuote(credentials.user())) {
            return null;
        }
        Challenge from = current.challenge();
        DigestAlgorithm algorithm = DigestAlgorithm.find(from.parameter("algorithm"));
        String qop = qop(from.parameter("qop"), request.body() != null);
        return algorithm == null || "".equals(qop) ? null : answer(current, algorithm, qop, request);
    }

    /** Chooses "auth" before "auth-int"; null for a server without qop, empty for one that offers nothing usable. */
    private static @Nullable String qop(@Nullable String offered, boolean hasBody) {
        if (offered == null) {
            return null;
        }
        List<String> values = Stream.of(offered.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .toList();
        if (values.contains(AUTH)) {
            return AUTH;
        }
        return values.contains(AUTH_INT) && hasBody ? AUTH_INT : "";
    }

    private String answer(DigestSession current, DigestAlgorithm algorithm, @Nullable String qop, AuthRequest request) {
        Challenge from = current.challenge();
        Charset charset = AuthCharset.of(from, credentials.user(), credentials.password());
        String cnonce = cnonces.get();
        String plainKey =
                hash(algorithm, charset, credentials.user() + ":" + from.realm() + ":" + credentials.password());
        DigestSession.Use use = current.next(
                plainKey,
                algorithm.session() ? nonce -> hash(algorithm, charset, plainKey + ":" + nonce + ":" + cnonce) : null);
        String count = String.format(Locale.ROOT, "%08x", use.count());
        String proofOf = request.method() + ":" + request.target();
        if (AUTH_INT.equals(qop)) {
            proofOf += ":" + bodyHash(algorithm, request.body());
        }
        String tail = use.nonce() + ":" + (qop == null ? "" : count + ":" + cnonce + ":" + qop + ":");
        String response = hash(algorithm, charset, use.key() + ":" + tail + hash(algorithm, charset, proofOf));
        sent = new Sent(algorithm, charset, use.key(), request.target(), tail);
        DigestHeader header = new DigestHeader();
        writeUser(header, from, algorithm, charset);
        header.quoted("realm", from.realm()).quoted("uri", request.target());
        if (from.parameter("algorithm") != null) {
            header.plain("algorithm", algorithm.name());
        }
        header.quoted("nonce", use.nonce());
        if (qop != null) {
            header.plain("nc", count).quoted("cnonce", cnonce).plain("qop", qop);
        } else if (algorithm.session()) {
            header.quoted("cnonce", cnonce);
        }
        header.quoted("response", response);
        String opaque = from.parameter("opaque");
        if (opaque != null) {
            header.quoted("opaque", opaque);
        }
        return isHidden(from) ? header.plain("userhash", "true").toString() : header.toString();
    }

    private static boolean isHidden(Challenge challenge) {
        return "true".equalsIgnoreCase(challenge.parameter("userhash"));
    }

    private void writeUser(DigestHeader header, Challenge from, DigestAlgorithm algorithm, Charset charset) {
        String user = credentials.user();
        boolean ascii = user.chars().allMatch(c -> c < 0x80);
        if (isHidden(from)) {
            header.quoted("username", hash(algorithm, charset, user + ":" + from.realm()));
        } else if (!ascii && "utf-8".equalsIgnoreCase(from.parameter("charset"))) {
            header.extended("username", user);
        } else {
            // A header's characters are bytes (R-GEN-14).
            header.quoted("username", new String(user.getBytes(charset), StandardCharsets.ISO_8859_1));
        }
    }

    private static String bodyHash(DigestAlgorithm algorithm, @Nullable ByteBuffer body) {
        MessageDigest digest = algorithm.newDigest();
        if (body != null) {
            digest.update(body.duplicate());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hash(DigestAlgorithm algorithm, Charset charset, String text) {
        return algorithm.hex(text.getBytes(charset));
    }

    private static boolean canQuote(String text) {
        return text.chars().noneMatch(c -> c < ' ' || c == 0x7F);
    }

    @Override
    public boolean accepted(List<Challenge> challenges, @Nullable String info) {
        Sent last = sent;
        DigestSession current = session;
        if (info == null || last == null || current == null) {
            return true;
        }
        Map<String, String> parameters = ChallengeParser.parameters(info);
        String proof = parameters.get("rspauth");
        boolean proven = proof == null || isProof(last, parameters, proof);
        String nextNonce = parameters.get("nextnonce");
        if (proven && nextNonce != null && canQuote(nextNonce)) {
            current.renew(nextNonce);
        }
        return proven;
    }

    /** With auth-int the proof covers the response's body, which is not here yet: it cannot be judged. */
    private static boolean isProof(Sent last, Map<String, String> parameters, String proof) {
        if (AUTH_INT.equalsIgnoreCase(parameters.get("qop"))) {
            return true;
        }
        String target = hash(last.algorithm(), last.charset(), ":" + last.target());
        String expected = hash(last.algorithm(), last.charset(), last.key() + ":" + last.tail() + target);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                proof.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1));
    }
}

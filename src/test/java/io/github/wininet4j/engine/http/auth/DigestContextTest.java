package io.github.wininet4j.engine.http.auth;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Digest: the examples of RFC 7616 and RFC 2617 byte for byte, then what they leave out. */
@Rule("R-AUTH-2")
final class DigestContextTest {
    private static final String OF_RFC = "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s,"
            + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
            + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
    private static final String CNONCE_OF_RFC = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    private static final UserPassword MUFASA = new UserPassword("Mufasa", "Circle of Life");
    private static final AuthRequest GET = request("GET", "/dir/index.html", null);

    private static AuthRequest request(String method, String target, @Nullable String body) {
        ByteBuffer data = body == null ? null : ByteBuffer.wrap(body.getBytes(StandardCharsets.US_ASCII));
        return new AuthRequest(method, target, "example.org", data);
    }

    private static Challenge challenge(String parameters) {
        return ChallengeParser.parse(List.of("Digest " + parameters)).get(0);
    }

    private static DigestContext context(UserPassword credentials, String cnonce) {
        return new DigestContext(credentials, () -> cnonce, null);
    }

    private static Map<String, String> fields(@Nullable String header) {
        return ChallengeParser.parse(List.of(requireNonNull(header))).get(0).parameters();
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @Rule("R-PROJ-AUTH-2")
    @CsvSource({
        "MD5, 8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
    })
    void respond_toTheExampleOfRfc7616_isItsAnswer(String algorithm, String response) {
        String header = context(MUFASA, CNONCE_OF_RFC).respond(challenge(OF_RFC.replace("%s", algorithm)), GET);

        assertThat(header)
                .isEqualTo("Digest username=\"Mufasa\", realm=\"http-auth@example.org\", uri=\"/dir/index.html\","
                        + " algorithm=" + algorithm + ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                        + " nc=00000001, cnonce=\"" + CNONCE_OF_RFC + "\", qop=auth, response=\"" + response + "\","
                        + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
    }

    /** With the values of the RFC's erratum: those printed were made with a truncated SHA-512. */
    @Test
    void respond_toTheExampleWithUserHash_isItsAnswer() {
        Challenge challenge = challenge("realm=\"api@example.org\", qop=\"auth\", algorithm=SHA-512-256,"
                + " nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\","
                + " opaque=\"HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS\", charset=UTF-8, userhash=true");

        String header = context(
                        new UserPassword("J\u00e4s\u00f8n Doe", "Secret, or not?"),
                        "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v")
                .respond(challenge, request("GET", "/doe.json", null));

        assertThat(fields(header))
                .containsEntry("username", "793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b")
                .containsEntry("response", "3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5")
                .containsEntry("userhash", "true");
    }

    @Test
    void respond_toTheExampleOfRfc2617_isItsAnswer() {
        Challenge challenge = challenge("realm=\"testrealm@host.com\", qop=\"auth,auth-int\","
                + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"");

        String header = context(new UserPassword("Mufasa", "Circle Of Life"), "0a4f113b")
                .respond(challenge, GET);

        assertThat(fields(header))
                .containsEntry("response", "6629fae49393a05397450978507c4ef1")
                .doesNotContainKey("algorithm");
    }

    @Test
    void respond_withoutQop_isThatOfRfc2069() throws Exception {
        String header = context(new UserPassword("u", "p"), "c").respond(challenge("realm=\"r\", nonce=\"n\""), GET);

        String expected = md5(md5("u:r:p") + ":n:" + md5("GET:/dir/index.html"));
        assertThat(fields(header))
                .containsEntry("response", expected)
                .doesNotContainKeys("qop", "nc", "cnonce", "opaque");
    }

    /** A vector of our own: no server at hand offers auth-int. */
    @Test
    void respond_whenOnlyAuthIntIsOffered_coversTheBody() throws Exception {
        Challenge challenge = challenge("realm=\"r\", nonce=\"n\", qop=\"auth-int\"");

        String header = context(new UserPassword("u", "p"), "c").respond(challenge, request("POST", "/x", "body"));

        String proofOf = md5("POST:/x:" + md5("body"));
        assertThat(fields(header))
                .containsEntry("qop", "auth-int")
                .containsEntry("response", md5(md5("u:r:p") + ":n:00000001:c:auth-int:" + proofOf));
    }

    @Test
    void respond_whenOnlyAuthIntIsOfferedForABodyNotInMemory_isNothing() {
        Challenge challenge = challenge("realm=\"r\", nonce=\"n\", qop=\"auth-int\"");

        assertThat(context(MUFASA, "c").respond(challenge, request("POST", "/x", null)))
                .isNull();
    }

    @Test
    void respond_withSessionKey_keepsThatOfTheFirstNonces() throws Exception {
        Challenge challenge = challenge("realm=\"r\", nonce=\"n\", qop=\"auth\", algorithm=MD5-sess");
        int[] count = {0};
        DigestContext context = new DigestContext(new UserPassword("u", "p"), () -> "c" + ++count[0], null);

        String first = context.respond(challenge, GET);
        String second = ((DigestContext) context.next()).respond(null, GET);

        String key = md5(md5("u:r:p") + ":n:c1");
        String uri = md5("GET:/dir/index.html");
        assertThat(fields(first)).containsEntry("response", md5(key + ":n:00000001:c1:auth:" + uri));
        assertThat(fields(second))
                .containsEntry("response", md5(key + ":n:00000002:c2:auth:" + uri))
                .containsEntry("algorithm", "MD5-sess");
    }

    @Test
    void respond_toAStaleNonce_goesOnWithTheNewOne() {
        DigestContext context = context(MUFASA, "c");
        context.respond(challenge("realm=\"r\", nonce=\"old\", qop=\"auth\""), GET);

        String header = context.respond(challenge("realm=\"r\", nonce=\"new\", qop=\"auth\", stale=TRUE"), GET);

        assertThat(fields(header)).containsEntry("nonce", "new").containsEntry("nc", "00000001");
    }

    @Test
    void respond_whenEveryNonceIsCalledStale_givesUp() {
        DigestContext context = context(MUFASA, "c");
        Challenge stale = challenge("realm=\"r\", nonce=\"n\", qop=\"auth\", stale=true");
        int answers = 0;
        while (answers < 100 && context.respond(stale, GET) != null) {
            answers++;
        }
        assertThat(answers).isLessThan(10);
    }

    @Test
    void respond_toASecondChallenge_isNothing() {
        DigestContext context = context(MUFASA, "c");
        Challenge challenge = challenge("realm=\"r\", nonce=\"n\", qop=\"auth\"");
        context.respond(challenge, GET);

        assertThat(context.respond(challenge, GET)).isNull();
    }

    @Test
    void next_whenTheServerForgotTheNonce_answersItsNewChallenge() {
        DigestContext context = context(MUFASA, "c");
        context.respond(challenge("realm=\"r\", nonce=\"n\", qop=\"auth\""), GET);
        AuthContext later = context.next();

        assertThat(fields(((DigestContext) later).respond(null, GET))).containsEntry("nc", "00000002");
        assertThat(fields(((DigestContext) later).respond(challenge("realm=\"r\", nonce=\"m\", qop=\"auth\""), GET)))
                .containsEntry("nonce", "m");
    }

    @Test
    void accepted_withTheServersProof_goesOnWithItsNextNonce() throws Exception {
        DigestContext context = context(new UserPassword("u", "p"), "c");
        context.respond(challenge("realm=\"r\", nonce=\"n\", qop=\"auth\""), GET);
        String proof = md5(md5("u:r:p") + ":n:00000001:c:auth:" + md5(":/dir/index.html"));

        boolean proven = context.accepted(
                List.of(), "rspauth=\"" + proof + "\", qop=auth, nc=00000001, cnonce=\"c\", nextnonce=\"m\"");

        assertThat(proven).isTrue();
        assertThat(fields(((DigestContext) context.next()).respond(null, GET)))
                .containsEntry("nonce", "m")
                .containsEntry("nc", "00000001");
    }

    @Test
    void accepted_withAWrongProof_isFalseAndKeepsTheNonce() {
        DigestContext context = context(MUFASA, "c");
        context.respond(challenge("realm=\"r\", nonce=\"n\", qop=\"auth\""), GET);

        assertThat(context.accepted(List.of(), "rspauth=\"0123\", qop=auth, nextnonce=\"m\""))
                .isFalse();
        assertThat(fields(context.respond(null, GET))).containsEntry("nonce", "n");
    }

    @Test
    void respond_withTextThatWouldBreakTheHeader_isNothingOrEscaped() {
        Challenge challenge = challenge("realm=\"a\\\"b\\\\c\", nonce=\"n\"");

        assertThat(context(new UserPassword("x\r\nEvil: 1", "p"), "c").respond(challenge, GET))
                .isNull();
        assertThat(context(new UserPassword("x\"y", "p"), "c").respond(challenge, GET))
                .contains("username=\"x\\\"y\"", "realm=\"a\\\"b\\\\c\"");
    }

    @ParameterizedTest
    @CsvSource({"SHA-1", "unknown", "''"})
    void respond_toAnUnknownAlgorithm_isNothing(String algorithm) {
        assertThat(context(MUFASA, "c").respond(challenge("realm=r, nonce=n, algorithm=\"" + algorithm + "\""), GET))
                .isNull();
    }

    @Test
    void respond_withANameBeyondAscii_writesItAsTheServerReadsIt() {
        UserPassword user = new UserPassword("J\u00e4s", "p");

        assertThat(context(user, "c").respond(challenge("realm=r, nonce=n, charset=UTF-8"), GET))
                .contains("username*=UTF-8''J%C3%A4s");
        assertThat(context(user, "c").respond(challenge("realm=r, nonce=n"), GET))
                .contains("username=\"J\u00e4s\"");
    }

    @ParameterizedTest
    @Rule("R-PROJ-AUTH-4")
    @ValueSource(
            strings = {
                "realm=\"a\rb\", nonce=\"n\"",
                "realm=\"r\", nonce=\"n\u0001\"",
                "realm=\"r\", nonce=\"n\", opaque=\"o\rX: y\"",
                "realm=\"r\", nonce=\"n\", opaque=\"\u007F\""
            })
    void respond_toAChallengeWithAControlCharacter_givesUp(String parameters) {
        assertThat(context(MUFASA, "c").respond(challenge(parameters), GET)).isNull();
    }

    @Test
    @Rule("R-PROJ-AUTH-4")
    void accepted_withANextNonceThatHasAControlCharacter_keepsTheOldOne() throws Exception {
        DigestContext context = context(MUFASA, "c");
        context.respond(challenge("realm=\"r\", nonce=\"n\""), GET);

        assertThat(context.accepted(List.of(), "nextnonce=\"m\rX: y\"")).isTrue();
        assertThat(fields(context.next().respond(null, GET))).containsEntry("nonce", "n");
    }
}

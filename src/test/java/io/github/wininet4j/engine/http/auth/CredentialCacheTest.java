package io.github.wininet4j.engine.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is remembered of logons, and which scheme is chosen. */
final class CredentialCacheTest {
    private static final AuthTarget SERVER = new AuthTarget(false, false, "Example.ORG", 80);
    private static final AuthTarget PROXY = new AuthTarget(true, false, "proxy", 8080);
    private static final UserPassword BOB = new UserPassword("bob", "secret");
    private static final UserPassword ANN = new UserPassword("ann", "hidden");
    private static final AuthRequest GET = new AuthRequest("GET", "/", "example.org", null);

    private final CredentialCache cache = new CredentialCache();
    private final AuthSchemes schemes = new AuthSchemes(Instant::now, () -> (scheme, host, user, password) -> null);

    private AuthContext basic(UserPassword credentials) throws Exception {
        BasicContext context = new BasicContext(credentials);
        context.respond(challenge("Basic realm=\"r\""), GET);
        return context;
    }

    private static Challenge challenge(String line) {
        return ChallengeParser.parse(List.of(line)).get(0);
    }

    private @Nullable String preempted(AuthTarget target, String path) throws Exception {
        AuthContext context = cache.preempt(target, path);
        return context == null ? null : context.respond(null, GET);
    }

    @Test
    @Rule("R-AUTH-7")
    void preempt_belowTheFolderThatWorked_speaksFirst() throws Exception {
        cache.remember(SERVER, "r", BOB, basic(BOB), "/a/b/page?x=/y/");

        assertThat(preempted(SERVER, "/a/b/other")).isEqualTo("Basic Ym9iOnNlY3JldA==");
        assertThat(preempted(SERVER, "/a/b/c/deeper")).isNotNull();
        assertThat(preempted(SERVER, "/a/other")).isNull();
        assertThat(preempted(new AuthTarget(false, false, "example.org", 81), "/a/b/other"))
                .isNull();
        assertThat(preempted(new AuthTarget(false, true, "example.org", 80), "/a/b/other"))
                .isNull();
    }

    @Test
    @Rule({"R-AUTH-7", "R-AUTH-18"})
    void find_withRealm_isExact() throws Exception {
        cache.remember(SERVER, "r", BOB, basic(BOB), "/");

        assertThat(cache.find(SERVER, "r")).isEqualTo(BOB);
        assertThat(cache.find(SERVER, "R")).isNull();
        assertThat(cache.find(PROXY, "r")).isNull();
    }

    @Test
    void preempt_withTwoRealms_takesTheDeepest() throws Exception {
        cache.remember(SERVER, "outer", BOB, basic(BOB), "/");
        cache.remember(SERVER, "inner", ANN, basic(ANN), "/in/page");

        assertThat(cache.credentialsFor(SERVER, "/in/x")).isEqualTo(ANN);
        assertThat(cache.credentialsFor(SERVER, "/out")).isEqualTo(BOB);
    }

    @Test
    void preempt_ofAProxy_holdsForEveryTarget() throws Exception {
        cache.remember(PROXY, "r", BOB, basic(BOB), "http://server/deep/path");

        assertThat(preempted(PROXY, "http://other/")).isNotNull();
    }

    @Test
    void preempt_ofASchemeBoundToItsConnection_isNothing() {
        cache.remember(SERVER, "", BOB, new NtlmContext("NTLM", BOB, Instant::now), "/");

        assertThat(cache.preempt(SERVER, "/")).isNull();
        assertThat(cache.find(SERVER, "")).isEqualTo(BOB);
    }

    @Test
    @Rule("R-AUTH-9")
    void clear_forgetsEverything() throws Exception {
        cache.remember(SERVER, "r", BOB, basic(BOB), "/");
        cache.clear();

        assertThat(cache.find(SERVER, "r")).isNull();
        assertThat(cache.preempt(SERVER, "/")).isNull();
    }

    @Test
    void forget_leavesWhatAnotherRequestRemembered() throws Exception {
        cache.remember(SERVER, "r", ANN, basic(ANN), "/");
        cache.forget(SERVER, "r", BOB);
        assertThat(cache.find(SERVER, "r")).isEqualTo(ANN);

        cache.forget(SERVER, "r", ANN);
        assertThat(cache.find(SERVER, "r")).isNull();
    }

    @Test
    void remember_manyRealmsAndFolders_staysBounded() throws Exception {
        for (int i = 0; i < 3_000; i++) {
            cache.remember(SERVER, "r" + i, BOB, basic(BOB), "/" + i + "/");
        }
        assertThat(cache.find(SERVER, "r0")).isNull();
        assertThat(cache.find(SERVER, "r2999")).isEqualTo(BOB);
        for (int i = 0; i < 100; i++) {
            cache.remember(SERVER, "r", BOB, basic(BOB), "/f" + i + "/");
        }
        assertThat(cache.preempt(SERVER, "/f0/x")).isNull();
        assertThat(cache.preempt(SERVER, "/f99/x")).isNotNull();
    }

    @Test
    @Rule("R-AUTH-1")
    void choose_takesTheFirstKnownScheme() {
        List<Challenge> offered = ChallengeParser.parse(
                List.of("MSN, DPA", "Digest realm=x, nonce=y, algorithm=WHIRLPOOL", "NTLM, Basic realm=x"));

        Challenge chosen = schemes.choose(offered);

        assertThat(chosen).isNotNull();
        assertThat(chosen.scheme()).isEqualTo("NTLM");
        assertThat(schemes.choose(ChallengeParser.parse(List.of("RPA")))).isNull();
    }

    @Test
    void begin_withoutCredentials_needsASchemeThatKnowsTheUser() {
        assertThat(schemes.begin(challenge("Basic realm=x"), null)).isNull();
        assertThat(schemes.begin(challenge("Digest realm=x, nonce=y"), null)).isNull();
        assertThat(schemes.begin(challenge("Negotiate"), null)).isNotNull();
    }

    @Test
    void negotiate_whereKerberosIsNotToBeHad_isNtlm() throws Exception {
        AuthContext context = schemes.begin(challenge("Negotiate"), BOB);

        assertThat(context.respond(challenge("Negotiate"), GET)).startsWith("Negotiate TlRMTVNTUAABAAAA");
        assertThat(context.respond(challenge("Negotiate"), GET)).as("refused").isNull();
    }

    @Test
    @Rule("R-PROJ-AUTH-1")
    void basic_withTextBeyondAscii_isEncodedAsTheServerReadsIt() throws Exception {
        AuthContext asked = new BasicContext(new UserPassword("t\u00e4st", "123\u00a3"));
        AuthContext old = new BasicContext(new UserPassword("t\u00e4st", "123\u00a3"));
        AuthContext wide = new BasicContext(new UserPassword("\u0436", "p"));

        // The first is RFC 7617's example of a password, after a name of our own.
        assertThat(asked.respond(challenge("Basic realm=x, charset=\"UTF-8\""), GET))
                .isEqualTo("Basic dMOkc3Q6MTIzwqM=");
        assertThat(old.respond(challenge("Basic realm=x"), GET)).isEqualTo("Basic dORzdDoxMjOj");
        assertThat(wide.respond(challenge("Basic realm=x"), GET)).isEqualTo("Basic 0LY6cA==");
    }

    @Test
    void basic_withAColonInTheName_isNothing() throws Exception {
        assertThat(new BasicContext(new UserPassword("a:b", "c")).respond(challenge("Basic realm=x"), GET))
                .isNull();
    }

    @Test
    void toString_ofCredentials_hidesThePassword() {
        assertThat(BOB.toString()).contains("bob").doesNotContain("secret");
    }
}

package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.OpensslServer;
import io.github.wininet4j.testing.OpensslServer.Clients;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.peers.RevocationAuthority;
import io.github.wininet4j.testing.peers.RevocationAuthority.Source;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Certificates that were revoked, by the word of an OCSP responder and of lists. */
@ContractTest
@Rule({"R-PROJ-TLS-8", "R-TLS-2", "R-TLS-4"})
final class RevocationContractTest {
    private static final CompatibilitySwitch CHECK = CompatibilitySwitch.CHECK_REVOCATION;
    private static final CompatibilitySwitch REQUIRE = CompatibilitySwitch.REVOCATION_MUST_BE_KNOWN;
    private static final int REVOKED = WinInetError.ERROR_INTERNET_SEC_CERT_REVOKED;
    private static final int UNANSWERED = WinInetError.ERROR_INTERNET_SEC_CERT_REV_FAILED;
    private static final int NOBODY_NAMED = WinInetError.ERROR_INTERNET_SEC_CERT_NO_REV;

    private final BackEndUnderTest backEnd;
    private final RevocationAuthority authority;

    RevocationContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.authority = backEnd.closeAfterTest(RevocationAuthority.start());
    }

    private BackEnd api(@Nullable CompatibilitySwitch switched) {
        return backEnd.open(config -> {
            var trusting = config.withTrustStore(authority.trustStore());
            return switched == null ? trusting : trusting.withSwitches(switched);
        });
    }

    private int port(TestCertificate certificate) {
        ScriptedHttpServer server = backEnd.closeAfterTest(ScriptedHttpServer.startTls(certificate.context()));
        server.handleAll(request -> Script.script().send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));
        return server.port();
    }

    private Conversation client(BackEnd api, int port) {
        return Conversation.with(api, backEnd.statusLog(), "localhost", port, 0, InternetFlag.INTERNET_FLAG_SECURE);
    }

    private int send(BackEnd api, int port) {
        Conversation client = client(api, port);
        return client.send(client.openRequest("/"));
    }

    @Test
    @Rule({"R-ERRN-12170", "R-ERRN-12057", "R-ERRN-12056"})
    void revocation_isFoundByResponderAndList_ifItIsAskedFor() {
        int good = port(authority.issue(Source.OCSP, false));
        int bad = port(authority.issue(Source.OCSP, true));
        int listedGood = port(authority.issue(Source.CRL, false));
        int listedBad = port(authority.issue(Source.CRL, true));
        int secondBad = port(authority.issue(Source.BOTH, true));
        int unanswered = port(authority.issue(Source.DEAF, true));
        int unnamed = port(authority.issue(Source.NONE, true));
        BackEnd trusting = api(null);
        for (int port : new int[] {good, bad, listedGood, listedBad, secondBad, unanswered, unnamed}) {
            assertThat(send(trusting, port)).isZero();
        }
        assertThat(authority.questions() + authority.lists()).isZero();

        BackEnd checking = api(CHECK);
        assertThat(send(checking, good)).isZero();
        assertThat(authority.questions()).isEqualTo(1);
        assertThat(send(checking, bad)).isEqualTo(REVOKED);
        assertThat(send(checking, listedGood)).isZero();
        assertThat(authority.lists()).isEqualTo(1);
        assertThat(send(checking, listedBad)).isEqualTo(REVOKED);
        assertThat(send(checking, secondBad)).isEqualTo(REVOKED);
        assertThat(send(checking, unanswered)).as("silence counts as good").isZero();
        assertThat(send(checking, unnamed)).isZero();

        BackEnd requiring = api(REQUIRE);
        assertThat(send(requiring, good)).isZero();
        assertThat(send(requiring, bad)).isEqualTo(REVOKED);
        assertThat(send(requiring, listedGood)).isZero();
        assertThat(send(requiring, unanswered)).isEqualTo(UNANSWERED);
        assertThat(send(requiring, unnamed)).isEqualTo(NOBODY_NAMED);
    }

    @Test
    @Rule({"R-TLS-6", "R-TLS-8", "R-TLS-9", "R-TLS-10", "R-ERRN-12055"})
    void revocation_canBeIgnored_byTheFlagOfItsKind() {
        BackEnd api = api(REQUIRE);
        int bad = port(authority.issue(Source.OCSP, true));
        Conversation client = client(api, bad);
        HINTERNET request = client.openRequest("/");
        int mask = OptionValue.INTERNET_ERROR_MASK_COMBINED_SEC_CERT;
        set(api, request, InternetOption.INTERNET_OPTION_ERROR_MASK, mask);
        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_SEC_CERT_ERRORS);
        assertThat(flags(api, request) & 0x0080_0000).isNotZero();
        set(
                api,
                request,
                InternetOption.INTERNET_OPTION_SECURITY_FLAGS,
                SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID);
        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_SEC_CERT_ERRORS);

        set(api, request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, SecurityFlag.SECURITY_FLAG_IGNORE_REVOCATION);

        assertThat(client.send(request)).isZero();
    }

    private static void set(BackEnd api, HINTERNET request, int option, int value) {
        assertThat(api.InternetSetOption(request, option, new DwordRef(value), 4))
                .isTrue();
    }

    private static int flags(BackEnd api, HINTERNET request) {
        DwordRef flags = new DwordRef();
        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, flags, new DwordRef(4)))
                .isTrue();
        return flags.value;
    }

    @Test
    void answerThatTheServerBringsAlong_counts_andNobodyElseIsAsked() {
        TestCertificate good = authority.issue(Source.DEAF, false);
        TestCertificate bad = authority.issue(Source.DEAF, true);
        BackEnd api = api(REQUIRE);

        assertThat(send(api, stapling(good).port())).isZero();
        assertThat(send(api, stapling(bad).port())).isEqualTo(REVOKED);

        assertThat(authority.questions()).isZero();
    }

    private OpensslServer stapling(TestCertificate certificate) {
        return backEnd.closeAfterTest(OpensslServer.start(
                certificate,
                Clients.MAY_SHOW_A_CERTIFICATE,
                "-status_file",
                authority.staple(certificate).toString()));
    }

    @Test
    void answerThatIsCertain_isNotAskedForAgain() {
        BackEnd api = api(REQUIRE);
        int good = port(authority.issue(Source.OCSP, false));
        for (int i = 0; i < 3; i++) {
            Conversation client = client(api, good);
            assertThat(client.readText(client.get("/"))).isEqualTo("hello");
            api.InternetSetOption(null, InternetOption.INTERNET_OPTION_SETTINGS_CHANGED, null, 0);
        }
        assertThat(authority.questions()).isEqualTo(1);
    }
}

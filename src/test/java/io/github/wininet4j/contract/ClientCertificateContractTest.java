package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.OpensslServer;
import io.github.wininet4j.testing.OpensslServer.Clients;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.CERT_CONTEXT;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that ask for a certificate of the client; OpenSSL is the server, and tells what it saw. */
@ContractTest
final class ClientCertificateContractTest {
    private static final String NO_CERTIFICATE = "no client certificate available";
    private static final String SHOWN = "Subject: .*CN ?= ?a client";

    private final BackEndUnderTest backEnd;

    ClientCertificateContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
    }

    private OpensslServer server(Clients clients, String protocol) {
        return backEnd.closeAfterTest(OpensslServer.start(TestCertificates.good(), clients, protocol));
    }

    private BackEnd trusting() {
        return backEnd.open(config -> config.withTrustStore(TestCertificates.trustStore()));
    }

    private Conversation client(BackEnd api, OpensslServer server, int sessionFlags) {
        return Conversation.with(
                api, backEnd.statusLog(), "localhost", server.port(), sessionFlags, InternetFlag.INTERNET_FLAG_SECURE);
    }

    /** What the server's page says of the client's certificate. */
    private static String seen(Conversation client, HINTERNET request) {
        return client.readText(request)
                .lines()
                .map(String::strip)
                .filter(line -> line.equals(NO_CERTIFICATE) || line.startsWith("Subject: "))
                .collect(Collectors.joining("\n"));
    }

    private static CERT_CONTEXT context(TestCertificate certificate) {
        CERT_CONTEXT context = new CERT_CONTEXT();
        context.certificates = certificate.chain();
        context.privateKey = certificate.key();
        return context;
    }

    private static boolean choose(BackEnd api, HINTERNET request, CERT_CONTEXT context) {
        return api.InternetSetOption(
                request, InternetOption.INTERNET_OPTION_CLIENT_CERT_CONTEXT, context, context.sizeof());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    @Rule({"R-TLS-13", "R-OPTN-84", "R-ERRN-12044"})
    void aCertificateThatIsNeeded_isAskedFor_andTheSameRequestSucceedsWithIt(String protocol) {
        BackEnd api = trusting();
        Conversation client = client(api, server(Clients.MUST_SHOW_A_CERTIFICATE, protocol), 0);
        HINTERNET request = client.openRequest("/");
        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED);

        CERT_CONTEXT context = context(TestCertificates.client());
        assertThat(choose(api, request, context)).isTrue();
        // The option keeps a copy of its own.
        context.certificates = List.of();
        context.privateKey = null;

        assertThat(client.send(request)).isZero();
        assertThat(client.status(request)).isEqualTo(200);
        assertThat(seen(client, request)).matches(SHOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    @Rule({"R-TLS-13", "R-OPTN-84"})
    void aCertificateWithAnRsaKey_isShownAsWell(String protocol) {
        BackEnd api = trusting();
        Conversation client = client(api, server(Clients.MUST_SHOW_A_CERTIFICATE, protocol), 0);
        HINTERNET request = client.openRequest("/");
        assertThat(choose(api, request, context(TestCertificates.rsaClient()))).isTrue();

        assertThat(client.send(request)).isZero();
        assertThat(seen(client, request)).matches(SHOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    @Rule({"R-TLS-13", "R-ERRN-12044", "R-ASYNC-1"})
    void inAnAsynchronousSession_theCompletionBringsTheError_andThenTheAnswer(String protocol) {
        BackEnd api = trusting();
        Conversation client =
                client(api, server(Clients.MUST_SHOW_A_CERTIFICATE, protocol), InternetFlag.INTERNET_FLAG_ASYNC);
        HINTERNET request = client.openRequest("/");
        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED);

        assertThat(choose(api, request, context(TestCertificates.client()))).isTrue();

        assertThat(client.send(request)).isZero();
        assertThat(seen(client, request)).matches(SHOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    @Rule({"R-TLS-13", "R-OPTN-84"})
    void theChoice_holdsForItsRequestOnly(String protocol) {
        BackEnd api = trusting();
        Conversation client = client(api, server(Clients.MUST_SHOW_A_CERTIFICATE, protocol), 0);
        HINTERNET first = client.openRequest("/");
        assertThat(choose(api, first, context(TestCertificates.client()))).isTrue();
        assertThat(client.send(first)).isZero();
        assertThat(seen(client, first)).matches(SHOWN);

        // Neither a pooled connection nor a resumed session lends it to another request.
        assertThat(client.send(client.openRequest("/"))).isEqualTo(WinInetError.ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED);
        assertThat(client.send(first)).isZero();
        assertThat(seen(client, first)).matches(SHOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    @Rule({"R-TLS-13", "R-TLS-14", "R-OPTN-84"})
    void aServerThatCanDoWithout_isServedWithAndWithoutACertificate(String protocol) {
        BackEnd api = trusting();
        Conversation client = client(api, server(Clients.MAY_SHOW_A_CERTIFICATE, protocol), 0);
        HINTERNET without = client.get("/");
        assertThat(seen(client, without)).isEqualTo(NO_CERTIFICATE);

        HINTERNET none = client.openRequest("/");
        assertThat(choose(api, none, new CERT_CONTEXT())).isTrue();
        assertThat(client.send(none)).isZero();
        assertThat(seen(client, none)).isEqualTo(NO_CERTIFICATE);

        HINTERNET with = client.openRequest("/");
        assertThat(choose(api, with, context(TestCertificates.client()))).isTrue();
        assertThat(client.send(with)).isZero();
        assertThat(seen(client, with)).matches(SHOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    @Rule({"R-TLS-14", "R-SEND-11", "R-ERRN-12157"})
    void whatTheServerRefuses_isAFailureOfTls(String protocol) {
        BackEnd api = trusting();
        Conversation client = client(api, server(Clients.MUST_SHOW_A_CERTIFICATE, protocol), 0);
        // With TLS 1.3 the refusal comes while the request is sent; on some systems a reset overtakes it.
        List<Integer> failures = protocol.equals("-tls1_3")
                ? List.of(
                        WinInetError.ERROR_INTERNET_SECURITY_CHANNEL_ERROR,
                        WinInetError.ERROR_INTERNET_CONNECTION_RESET)
                : List.of(WinInetError.ERROR_INTERNET_SECURITY_CHANNEL_ERROR);

        HINTERNET none = client.openRequest("/");
        assertThat(choose(api, none, new CERT_CONTEXT())).isTrue();
        assertThat(client.send(none)).isIn(failures);

        HINTERNET unknown = client.openRequest("/");
        assertThat(choose(api, unknown, context(TestCertificates.selfSigned()))).isTrue();
        assertThat(client.send(unknown)).isIn(failures);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    @Rule({"R-TLS-2"})
    void theServersOwnCertificate_isJudgedBeforeTheClientShowsOne(String protocol) {
        BackEnd api = trusting();
        OpensslServer server = backEnd.closeAfterTest(
                OpensslServer.start(TestCertificates.expired(), Clients.MUST_SHOW_A_CERTIFICATE, protocol));
        Conversation client = client(api, server, 0);
        HINTERNET request = client.openRequest("/");
        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_SEC_CERT_DATE_INVALID);

        assertThat(choose(api, request, context(TestCertificates.client()))).isTrue();

        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_SEC_CERT_DATE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = "-tls1_3")
    @Rule({"R-OPTN-84"})
    void theChoice_cannotBeReadBack(String protocol) {
        BackEnd api = trusting();
        Conversation client = client(api, server(Clients.MAY_SHOW_A_CERTIFICATE, protocol), 0);
        HINTERNET request = client.openRequest("/");
        assertThat(choose(api, request, context(TestCertificates.client()))).isTrue();
        CERT_CONTEXT back = new CERT_CONTEXT();

        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_CLIENT_CERT_CONTEXT, back, new DwordRef(back.sizeof())))
                .isFalse();

        assertThat(back.privateKey).isNull();
    }
}

package io.github.wininet4j.engine.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.pool.ConnectionKey;
import io.github.wininet4j.engine.net.pool.PoolRig;
import io.github.wininet4j.engine.net.tls.TlsServer.Clients;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that ask for a certificate (R-TLS-13, R-TLS-14). */
class TlsClientCertificateTest {
    private final PoolRig rig = new PoolRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private static TlsPolicy undecided() {
        return TlsPolicy.ignoring(0, TestCertificates.trustStore());
    }

    private static TlsPolicy none() {
        return new TlsPolicy(
                0, false, List.of(), null, true, TestCertificates.trustStore(), Revocation.UNCHECKED, false);
    }

    private static TlsPolicy with(TestCertificate client) {
        return new TlsPolicy(
                0,
                false,
                client.chain(),
                client.key(),
                false,
                TestCertificates.trustStore(),
                Revocation.UNCHECKED,
                false);
    }

    private static TlsServer server(Clients clients, String protocol) throws IOException {
        return new TlsServer(TestCertificates.good().context(), clients, protocol);
    }

    /** Connects and has a byte echoed; with TLS 1.3 a refusal comes only then. */
    private void exchange(TlsServer server, TlsPolicy policy) throws IOException {
        ConnectionKey key = new ConnectionKey("localhost", server.port(), true, policy);
        Connection connection = rig.pool.lease(key, rig.tls(policy));
        connection.output().write('x');
        if (!connection.input().fill()) {
            throw new IOException("the server closed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void exchange_whenACertificateWasChosen_showsIt(String protocol) throws Exception {
        try (TlsServer server = server(Clients.NEEDED, protocol)) {
            exchange(server, with(TestCertificates.client()));

            assertThat(server.seen().client()).startsWith("CN=a client");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void exchange_whenTheServerInsistsAndNothingWasChosen_fails12044(String protocol) throws IOException {
        try (TlsServer server = server(Clients.NEEDED, protocol)) {
            Throwable failure = catchThrowable(() -> exchange(server, undecided()));

            assertThat(failure).isInstanceOf(TlsFailure.class);
            assertThat(((TlsFailure) failure).errorCode()).isEqualTo(12044);
            assertThat(((TlsFailure) failure).findings().peerCertificates()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void exchange_whenTheServerInsistsAndNoneWasChosen_failsOtherwise(String protocol) throws IOException {
        try (TlsServer server = server(Clients.NEEDED, protocol)) {
            Throwable failure = catchThrowable(() -> exchange(server, none()));

            assertThat(failure).isInstanceOf(IOException.class);
            assertThat(failure instanceof TlsFailure tls ? tls.errorCode() : 12157)
                    .isEqualTo(12157);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void exchange_whenTheServerCanDoWithout_succeedsWithoutAChoice(String protocol) throws Exception {
        try (TlsServer server = server(Clients.WANTED, protocol)) {
            exchange(server, undecided());

            assertThat(server.seen().client()).isEmpty();
        }
    }

    @Test
    void exchange_whenTheCertificateHasNoKey_failsLikeNoCertificate() throws IOException {
        TestCertificate client = TestCertificates.client();
        TlsPolicy keyless = new TlsPolicy(
                0, false, client.chain(), null, false, TestCertificates.trustStore(), Revocation.UNCHECKED, false);
        try (TlsServer server = server(Clients.NEEDED, "TLSv1.2")) {
            Throwable failure = catchThrowable(() -> exchange(server, keyless));

            assertThat(((TlsFailure) failure).errorCode()).isEqualTo(12044);
        }
    }
}

package io.github.wininet4j.engine.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.LoopbackServer;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.net.TlsFindings;
import io.github.wininet4j.engine.net.pool.ConnectionKey;
import io.github.wininet4j.engine.net.pool.LeaseOptions;
import io.github.wininet4j.engine.net.pool.PoolRig;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes, and what certificates are refused for. */
class TlsTest {
    private static final int IGNORE_CA = 0x100;
    private static final int IGNORE_NAME = 0x1000;
    private static final int IGNORE_DATE = 0x2000;
    private static final int SECURE_STRONG = 0x2000_0001;

    private final PoolRig rig = new PoolRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private Connection connect(int port, TlsPolicy policy) throws IOException {
        ConnectionKey key = new ConnectionKey("test.example", port, true, policy);
        return rig.pool.lease(key, rig.tls(policy));
    }

    private static TlsPolicy ignoring(int flags) {
        return TlsPolicy.ignoring(flags, TestCertificates.trustStore());
    }

    private TlsFailure failure(int port, TlsPolicy policy) {
        return catchThrowableOfType(TlsFailure.class, () -> connect(port, policy));
    }

    private static void assertEchoes(Connection connection) throws IOException {
        connection.output().write('e');
        assertThat(connection.input().fill()).isTrue();
        assertThat(connection.input().peek(0)).isEqualTo((byte) 'e');
    }

    /** R-TLS-5. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void lease_whenTheCertificateIsGood_findsNothingWrong(String protocol) throws Exception {
        try (TlsServer server =
                new TlsServer(TestCertificates.good().context(), TlsServer.Clients.ANONYMOUS, protocol)) {
            Connection connection = connect(server.port(), ignoring(0));
            TlsFindings findings = connection.findings();

            assertEchoes(connection);
            assertThat(findings.securityFlags()).isEqualTo(SECURE_STRONG);
            assertThat(findings.protocol()).isEqualTo(protocol);
            assertThat(findings.cipherSuite()).startsWith("TLS_");
            assertThat(findings.keyBits()).isGreaterThanOrEqualTo(128);
            assertThat(findings.peerCertificates())
                    .containsExactly(TestCertificates.good().certificate());
            assertThat(server.seen().names()).singleElement().asString().contains("test.example");
        }
    }

    static Stream<Arguments> badCertificates() {
        return Stream.of(
                Arguments.of(TestCertificates.expired(), 12037, IGNORE_DATE, 0x0400_0000),
                Arguments.of(TestCertificates.notYetValid(), 12037, IGNORE_DATE, 0x0400_0000),
                Arguments.of(TestCertificates.wrongName(), 12038, IGNORE_NAME, 0x0200_0000),
                Arguments.of(TestCertificates.unknownAuthority(), 12045, IGNORE_CA, 0x0100_0000),
                Arguments.of(TestCertificates.selfSigned(), 12045, IGNORE_CA, 0x0100_0000));
    }

    /** R-TLS-2, R-TLS-4, R-TLS-8, R-TLS-10. */
    @ParameterizedTest
    @MethodSource("badCertificates")
    void lease_whenTheCertificateHasOneProblem_failsUnlessThatIsIgnored(
            TestCertificate certificate, int code, int ignore, int result) throws IOException {
        try (TlsServer server = new TlsServer(certificate.context())) {
            TlsFailure refused = failure(server.port(), ignoring(0));
            assertThat(refused.errorCode()).isEqualTo(code);
            assertThat(refused.findings().problemFlags()).isEqualTo(result);
            assertThat(refused.findings().peerCertificates()).containsExactly(certificate.certificate());

            int others = (IGNORE_CA | IGNORE_NAME | IGNORE_DATE | 0x80 | 0x200 | 0x1_0000) & ~ignore;
            assertThat(failure(server.port(), ignoring(others)).errorCode()).isEqualTo(code);

            Connection accepted = connect(server.port(), ignoring(ignore));
            assertEchoes(accepted);
            assertThat(accepted.findings().securityFlags()).isEqualTo(SECURE_STRONG | result);
        }
    }

    @Test
    void lease_whenTheCertificateIsRefused_closesWithEvents() throws IOException {
        try (TlsServer server = new TlsServer(TestCertificates.wrongName().context())) {
            failure(server.port(), ignoring(0));

            assertThat(rig.events.entries()).endsWith("connected 127.0.0.1", "closing", "closed");
            assertThat(rig.servers()).isZero();
        }
    }

    /** R-TLS-10. */
    @Test
    void lease_whenErrorsAreCombined_fails12055_whateverTheDetail() throws IOException {
        TlsPolicy combined = new TlsPolicy(
                IGNORE_DATE, true, List.of(), null, false, TestCertificates.trustStore(), Revocation.UNCHECKED, false);
        try (TlsServer server = new TlsServer(TestCertificates.wrongName().context())) {
            assertThat(failure(server.port(), combined).errorCode()).isEqualTo(12055);
        }
    }

    /** The recovery of R-TLS-6 meets one problem after the other. */
    @Test
    void lease_whenTheCertificateHasSeveralProblems_reportsTheNextOneNotIgnored() throws IOException {
        rig.clock.advanceSeconds(30 * 86_400);
        try (TlsServer server =
                new TlsServer(TestCertificates.unknownAuthority().context())) {
            TlsFailure first = failure(server.port(), ignoring(0));
            assertThat(first.findings().problemFlags()).isEqualTo(0x0500_0000);
            assertThat(first.errorCode()).isEqualTo(12037);
            assertThat(failure(server.port(), ignoring(IGNORE_DATE)).errorCode())
                    .isEqualTo(12045);
            assertEchoes(connect(server.port(), ignoring(IGNORE_CA | IGNORE_DATE)));
        }
    }

    @Test
    void lease_goesByTheEnginesClock_notTheSystems() throws IOException {
        try (TlsServer server = new TlsServer(TestCertificates.expired().context())) {
            rig.clock.advanceSeconds(-20 * 86_400);

            assertEchoes(connect(server.port(), ignoring(0)));
        }
    }

    @Test
    void lease_withTheJvmsTrust_doesNotTrustTheTestAuthority() throws IOException {
        try (TlsServer server = new TlsServer(TestCertificates.good().context())) {
            assertThat(failure(server.port(), TlsPolicy.STRICT).errorCode()).isEqualTo(12045);
        }
    }

    /** A resumed session shows no certificate, so what one connection ignored must not slip through with the next. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void lease_whenTheSessionIsResumed_judgesByItsOwnRules(String protocol) throws Exception {
        // Sessions are shared by connections with the same store.
        var trust = TestCertificates.trustStore();
        try (TlsServer server =
                new TlsServer(TestCertificates.wrongName().context(), TlsServer.Clients.ANONYMOUS, protocol)) {
            TlsPolicy lax = TlsPolicy.ignoring(IGNORE_NAME, trust);
            Connection first = connect(server.port(), lax);
            assertEchoes(first);
            rig.pool.discard(first, rig.events);
            Connection resumed = connect(server.port(), lax);
            assertEchoes(resumed);
            assertThat(resumed.findings().peerCertificates()).hasSize(1);
            assertThat(resumed.findings().problemFlags()).isEqualTo(0x0200_0000);

            assertThat(failure(server.port(), TlsPolicy.ignoring(0, trust)).errorCode())
                    .isEqualTo(12038);
        }
    }

    /** R-TLS-19. */
    @Test
    void lease_whenTheServerSpeaksPlainHttp_fails12157() throws Exception {
        try (LoopbackServer server = LoopbackServer.start()) {
            PoolRig.Pending pending = leaseLater(server, Timeouts.NONE);
            Socket peer = server.accept();
            peer.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(failureOf(pending)).isInstanceOf(TlsFailure.class);
            assertThat(((TlsFailure) failureOf(pending)).errorCode()).isEqualTo(12157);
        }
    }

    @Test
    void lease_whenTheServerClosesAmidTheHandshake_fails12157() throws Exception {
        try (LoopbackServer server = LoopbackServer.start()) {
            PoolRig.Pending pending = leaseLater(server, Timeouts.NONE);
            Socket peer = server.accept();
            peer.getInputStream().read();
            peer.close();

            TlsFailure failure = (TlsFailure) failureOf(pending);
            assertThat(failure.errorCode()).isEqualTo(12157);
            assertThat(failure.findings().peerCertificates()).isEmpty();
            assertThat(failure.findings().protocol()).isEmpty();
        }
    }

    @Test
    void lease_whenTheServerStallsInTheHandshake_timesOut() throws Exception {
        try (LoopbackServer server = LoopbackServer.start()) {
            PoolRig.Pending pending = leaseLater(server, new Timeouts(-1, -1, 30, 5));
            server.accept().getInputStream().read();
            new Thread(rig.background.remove()).start();

            assertThat(failureOf(pending)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void cancel_inTheHandshake_endsTheLease() throws Exception {
        try (LoopbackServer server = LoopbackServer.start()) {
            PoolRig.Pending pending = leaseLater(server, Timeouts.NONE);
            server.accept().getInputStream().read();

            pending.cancellation().cancel();

            assertThat(failureOf(pending)).isInstanceOf(CancelledIoException.class);
            assertThat(rig.servers()).isZero();
        }
    }

    @Test
    void cancel_whileReadingOverTls_failsTheRead() throws Exception {
        try (TlsServer server = new TlsServer(TestCertificates.good().context())) {
            LeaseOptions terms = rig.tls(ignoring(0));
            Connection connection = rig.pool.lease(new ConnectionKey("test.example", server.port(), true, ""), terms);
            assertThat(server.seen()).isNotNull();
            Thread canceller = new Thread(terms.cancellation()::cancel);
            canceller.start();

            assertThatThrownBy(() -> connection.input().fill())
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(TlsFailure.class);
            canceller.join();
        }
    }

    @Test
    void lease_ofAnIdleTlsConnection_afterAWhile_reusesIt() throws Exception {
        try (TlsServer server = new TlsServer(TestCertificates.good().context())) {
            TlsPolicy policy = ignoring(0);
            Connection connection = connect(server.port(), policy);
            assertEchoes(connection);
            connection.input().skip(1);
            rig.pool.giveBack(connection);
            rig.clock.advanceSeconds(5);

            assertThat(connect(server.port(), policy)).isSameAs(connection);
            assertEchoes(connection);
        }
    }

    /** Puts a lease in a thread that ends in the handshake. */
    private PoolRig.Pending leaseLater(LoopbackServer server, Timeouts timeouts) {
        LeaseOptions plain = rig.terms(timeouts, new Cancellation());
        LeaseOptions terms =
                new LeaseOptions(plain.limits(), timeouts, ignoring(0), rig.events, plain.cancellation(), null, false);
        return rig.leaseAside(new ConnectionKey("test.example", server.port(), true, ""), terms);
    }

    private static Throwable failureOf(PoolRig.Pending pending) {
        return catchThrowableOfType(ExecutionException.class, pending::get).getCause();
    }
}

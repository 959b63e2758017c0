package io.github.wininet4j.engine.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.TlsFindings;
import io.github.wininet4j.engine.net.pool.ConnectionKey;
import io.github.wininet4j.engine.net.pool.PoolRig;
import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Usages, signatures and revocation (R-TLS-2, R-TLS-4). */
class CertificateCheckTest {
    private static final int IGNORE_REVOCATION = 0x80;
    private static final int IGNORE_WRONG_USAGE = 0x200;
    private static final int IGNORE_WEAK_SIGNATURE = 0x1_0000;
    private static final int OPT_IN_WEAK_SIGNATURE = 0x2_0000;

    private final PoolRig rig = new PoolRig();

    @TempDir
    static Path folder;

    private static KeytoolCertificates certificates;

    @BeforeAll
    static void makeAuthority() throws Exception {
        certificates = new KeytoolCertificates(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** Connects once; returns the error, or 0, and checks the result bits. */
    private int connect(String alias, int ignoreFlags, Revocation revocation, int problemFlags) throws Exception {
        TlsPolicy policy =
                new TlsPolicy(ignoreFlags, false, List.of(), null, false, certificates.trustStore(), revocation, false);
        try (TlsServer server = new TlsServer(certificates.context(alias))) {
            // What was made in the meantime is valid by now.
            rig.clock.advanceSeconds(60);
            ConnectionKey key = new ConnectionKey("test.example", server.port(), true, policy);
            Connection[] made = new Connection[1];
            TlsFailure failure =
                    catchThrowableOfType(TlsFailure.class, () -> made[0] = rig.pool.lease(key, rig.tls(policy)));
            TlsFindings findings = failure == null ? made[0].findings() : failure.findings();
            assertThat(findings.problemFlags()).isEqualTo(problemFlags);
            return failure == null ? 0 : failure.errorCode();
        }
    }

    @Test
    @Rule("R-ERRN-12169")
    void run_whenTheCertificateIsForClients_isWrongUsage() throws Exception {
        certificates.issue("client", "SHA256withRSA", "eku=clientAuth");

        assertThat(connect("client", 0, Revocation.UNCHECKED, 0)).isEqualTo(12169);
        assertThat(connect("client", ~IGNORE_WRONG_USAGE & 0xFFFF, Revocation.UNCHECKED, 0))
                .isEqualTo(12169);
        assertThat(connect("client", IGNORE_WRONG_USAGE, Revocation.UNCHECKED, 0))
                .isZero();
    }

    @Test
    void run_whenAnyUsageIsAllowed_findsNothing() throws Exception {
        certificates.issue("both", "SHA256withRSA", "eku=serverAuth,clientAuth");

        assertThat(connect("both", 0, Revocation.UNCHECKED, 0)).isZero();
    }

    @Test
    void run_whenTheSignatureIsWeak_countsOnlyIfAskedTo() throws Exception {
        certificates.issue("sha1", "SHA1withRSA");

        assertThat(connect("sha1", 0, Revocation.UNCHECKED, 0)).isZero();
        assertThat(connect("sha1", OPT_IN_WEAK_SIGNATURE, Revocation.UNCHECKED, 0))
                .isEqualTo(12169);
        assertThat(connect("sha1", OPT_IN_WEAK_SIGNATURE | IGNORE_WEAK_SIGNATURE, Revocation.UNCHECKED, 0))
                .isZero();
    }

    @Test
    @Rule("R-ERRN-12170")
    void run_whenTheCertificateWasRevoked_fails12170_ifRevocationIsChecked() throws Exception {
        HttpServer lists = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        try {
            certificates.issue(
                    "revoked",
                    "SHA256withRSA",
                    "crl=uri:http://127.0.0.1:" + lists.getAddress().getPort() + "/list.crl");
            serve(lists, certificates.revocationList(certificates.serial("revoked")));

            assertThat(connect("revoked", 0, Revocation.UNCHECKED, 0)).isZero();
            assertThat(connect("revoked", 0, Revocation.REQUIRED, 0x0080_0000)).isEqualTo(12170);
            assertThat(connect("revoked", IGNORE_REVOCATION, Revocation.REQUIRED, 0x0080_0000))
                    .isZero();
        } finally {
            lists.stop(0);
        }
    }

    @Test
    void run_whenTheListDoesNotNameTheCertificate_findsNothing() throws Exception {
        HttpServer lists = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        try {
            certificates.issue(
                    "listed",
                    "SHA256withRSA",
                    "crl=uri:http://127.0.0.1:" + lists.getAddress().getPort() + "/list.crl");
            serve(lists, certificates.revocationList("12345"));

            assertThat(connect("listed", 0, Revocation.REQUIRED, 0)).isZero();
        } finally {
            lists.stop(0);
        }
    }

    @Test
    @Rule("R-ERRN-12057")
    void run_whenTheListCannotBeHad_fails12057() throws Exception {
        HttpServer gone = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        int port = gone.getAddress().getPort();
        gone.stop(0);
        certificates.issue("unlisted", "SHA256withRSA", "crl=uri:http://127.0.0.1:" + port + "/list.crl");

        assertThat(connect("unlisted", 0, Revocation.REQUIRED, 0x0080_0000)).isEqualTo(12057);
        assertThat(connect("unlisted", IGNORE_REVOCATION, Revocation.REQUIRED, 0x0080_0000))
                .isZero();
    }

    @Test
    @Rule("R-ERRN-12056")
    void run_whenTheCertificateNamesNoSource_fails12056() throws Exception {
        certificates.issue("bare", "SHA256withRSA");

        assertThat(connect("bare", 0, Revocation.REQUIRED, 0x0080_0000)).isEqualTo(12056);
        assertThat(connect("bare", IGNORE_REVOCATION, Revocation.REQUIRED, 0x0080_0000))
                .isZero();
    }

    private static void serve(HttpServer server, byte[] content) throws IOException {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(content);
            }
        });
        server.start();
    }
}

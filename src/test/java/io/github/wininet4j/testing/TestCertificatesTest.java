package io.github.wininet4j.testing;

import static io.github.wininet4j.testing.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The certificates, judged by the TLS of the JDK, and the scripted server with TLS. */
final class TestCertificatesTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

    /** Record types of TLS (RFC 5246, 6.2.1). */
    private static final int ALERT = 21;

    private static final int APPLICATION_DATA = 23;

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1", "test.example", "www.test.example"})
    void good_forItsNames_isAccepted(String host) throws Exception {
        try (ScriptedHttpServer server =
                ScriptedHttpServer.startTls(TestCertificates.good().context())) {
            server.onConnection(script().respond(OK).close());

            assertThat(get(server, host, TestCertificates.clientContext())).isEqualTo(OK);
            assertThat(server.tlsSessions()).hasSize(1);
        }
    }

    @Test
    void wrongName_isRefusedByNameOnly() throws Exception {
        assertThat(refused(TestCertificates.wrongName()))
                .hasMessageContaining("No subject alternative DNS name matching localhost");
    }

    @Test
    void expired_isRefusedByDateOnly() throws Exception {
        assertThat(refused(TestCertificates.expired())).hasRootCauseInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void notYetValid_isRefusedByDateOnly() throws Exception {
        assertThat(refused(TestCertificates.notYetValid()))
                .hasRootCauseInstanceOf(CertificateNotYetValidException.class);
    }

    @Test
    void selfSigned_isRefusedByTrustOnly() throws Exception {
        X509Certificate certificate = TestCertificates.selfSigned().certificate();

        assertThat(refused(TestCertificates.selfSigned()))
                .hasMessageContaining("unable to find valid certification path");
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
    }

    @Test
    void unknownAuthority_isRefusedByTrustOnly() throws Exception {
        assertThat(refused(TestCertificates.unknownAuthority()))
                .hasMessageContaining("unable to find valid certification path");
    }

    @Test
    void client_isShownToAServerThatAsks() throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.startTlsAskingForCertificate(
                TestCertificates.good().context())) {
            server.onConnection(script().respond(OK).close());
            server.onConnection(script().respond(OK).close());

            get(server, "localhost", TestCertificates.client().context());
            get(server, "localhost", TestCertificates.clientContext());

            assertThat(server.tlsSessions().get(0).getPeerPrincipal().getName()).contains("CN=a client");
            assertThatThrownBy(() -> server.tlsSessions().get(1).getPeerPrincipal())
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void forNames_isMadeForThem() throws Exception {
        X509Certificate certificate =
                TestCertificates.forNames("a.example", "198.51.100.7").certificate();

        assertThat(certificate.getSubjectAlternativeNames()).hasToString("[[2, a.example], [7, 198.51.100.7]]");
    }

    @Test
    void closeAbruptly_leavesOutTheClosingWords() throws Exception {
        try (ScriptedHttpServer server =
                ScriptedHttpServer.startTls(TestCertificates.good().context())) {
            server.onConnection(script().respond(OK).close());
            server.onConnection(script().respond(OK).closeAbruptly());

            assertThat(lastRecordType(server)).isEqualTo(ALERT);
            assertThat(lastRecordType(server)).isEqualTo(APPLICATION_DATA);
        }
    }

    @Test
    void startTls_inAScript_switchesTheConnection() throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
            server.onConnection(script().startTls(TestCertificates.good().context())
                    .respond(OK)
                    .close());

            assertThat(get(server, "localhost", TestCertificates.clientContext()))
                    .isEqualTo(OK);
        }
    }

    @Test
    void writePem_isReadByOpenssl(@TempDir Path folder) throws Exception {
        Path openssl = Tools.require("openssl");
        var good = TestCertificates.good().writePem(folder);
        Path authority = TestCertificates.writeAuthorityPem(folder);

        Process verify = new ProcessBuilder(
                        openssl.toString(),
                        "verify",
                        "-x509_strict",
                        "-CAfile",
                        authority.toString(),
                        good.chain().toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(verify.waitFor()).as(output).isZero();
    }

    private static SSLHandshakeException refused(TestCertificate certificate) throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.startTls(certificate.context())) {
            SSLHandshakeException refusal = assertThrows(
                    SSLHandshakeException.class, () -> get(server, "localhost", TestCertificates.clientContext()));
            server.awaitHandshakeFailure();
            return refusal;
        }
    }

    private static String get(ScriptedHttpServer server, String host, SSLContext context) throws IOException {
        return get(new Socket(server.address(), server.port()), host, context, "TLSv1.3");
    }

    private static String get(Socket plain, String host, SSLContext context, String version) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, host, plain.getPort(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {version});
            socket.setSSLParameters(parameters);
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** The JDK takes a missing close_notify silently, so this looks at the records; TLS 1.2 shows their types. */
    private static int lastRecordType(ScriptedHttpServer server) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket plain = new ListeningSocket(server, received)) {
            assertThat(get(plain, "localhost", TestCertificates.clientContext(), "TLSv1.2"))
                    .isEqualTo(OK);
        }
        ByteBuffer records = ByteBuffer.wrap(received.toByteArray());
        int type = -1;
        while (records.hasRemaining()) {
            type = records.get();
            records.getShort();
            records.position(records.position() + 2 + records.getShort(records.position()));
        }
        return type;
    }

    /** A socket that keeps what it receives. */
    private static final class ListeningSocket extends Socket {
        private final ByteArrayOutputStream received;

        ListeningSocket(ScriptedHttpServer server, ByteArrayOutputStream received) throws IOException {
            super(server.address(), server.port());
            this.received = received;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int count = super.read(bytes, offset, length);
                    if (count > 0) {
                        received.write(bytes, offset, count);
                    }
                    return count;
                }
            };
        }
    }
}

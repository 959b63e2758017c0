package io.github.wininet4j.testing.peers;

import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An HTTP/2 server that somebody else wrote, on 127.0.0.1 over TLS, with a file {@code page}. Skipped without it. */
public final class Http2Server implements AutoCloseable {
    private final PeerProcess process;

    private Http2Server(PeerProcess process) {
        this.process = process;
    }

    /** Which one. */
    public enum Kind {
        /** That of nghttp2; speaks nothing but HTTP/2. */
        NGHTTPD("nghttpd"),
        /** H2O. */
        H2O("h2o");

        private final String program;

        Kind(String program) {
            this.program = program;
        }
    }

    /**
     * Starts a server.
     *
     * @param kind which one
     * @param page the content of the file
     * @return the server
     */
    public static Http2Server start(Kind kind, byte[] page) {
        Path program = Tools.require(kind.program);
        return new Http2Server(PeerProcess.start("http2", Map.of(), (folder, port) -> {
            TestCertificate.PemFiles pem = TestCertificates.good().writePem(folder);
            Path root = Files.createDirectories(folder.resolve("root"));
            Files.write(root.resolve("page"), page);
            return switch (kind) {
                case NGHTTPD ->
                    List.of(
                            program.toString(),
                            "--address=127.0.0.1",
                            "-d",
                            root.toString(),
                            Integer.toString(port),
                            pem.key().toString(),
                            pem.chain().toString());
                case H2O -> List.of(program.toString(), "-c", config(folder, root, pem, port));
            };
        }));
    }

    private static String config(Path folder, Path root, TestCertificate.PemFiles pem, int port) throws IOException {
        String text = String.format(Locale.ROOT, """
                listen:
                  host: 127.0.0.1
                  port: %d
                  ssl:
                    certificate-file: %s
                    key-file: %s
                    ocsp-update-interval: 0
                hosts:
                  default:
                    paths:
                      "/":
                        file.dir: %s
                """, port, pem.chain(), pem.key(), root);
        return Files.writeString(folder.resolve("h2o.conf"), text, StandardCharsets.US_ASCII)
                .toString();
    }

    /** Returns its port. */
    public int port() {
        return process.port();
    }

    @Override
    public void close() {
        process.close();
    }
}

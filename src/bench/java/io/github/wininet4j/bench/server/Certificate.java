package io.github.wininet4j.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A certificate for 127.0.0.1 that signed itself.
 *
 * @param certificate the PEM file
 * @param key its private key, a PEM file
 */
public record Certificate(Path certificate, Path key) {
    /**
     * Makes one, by OpenSSL.
     *
     * @param folder where
     * @return the files
     * @throws IOException if there is no OpenSSL
     * @throws InterruptedException if the wait is interrupted
     */
    public static Certificate make(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path certificate = folder.resolve("certificate.pem").toAbsolutePath();
        Path key = folder.resolve("key.pem").toAbsolutePath();
        List<String> command = List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "7",
                "-subj",
                "/CN=127.0.0.1",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("openssl made no certificate; see " + folder);
        }
        return new Certificate(certificate, key);
    }
}

package io.github.wininet4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real {@code openssl s_server} on 127.0.0.1 for one test. It answers every request with a page about the connection,
 * the client's certificate included, and closes. It trusts the test authority only. Tests without OpenSSL on the
 * machine are skipped.
 */
public final class OpensslServer implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("ACCEPT .*:(\\d+)");

    /** What it asks of its clients. */
    public enum Clients {
        /** A certificate if they have one. */
        MAY_SHOW_A_CERTIFICATE("-verify"),
        /** A certificate, or there is no connection. */
        MUST_SHOW_A_CERTIFICATE("-Verify");

        private final String option;

        Clients(String option) {
            this.option = option;
        }
    }

    private final Path folder;
    private final Process process;
    private final Thread stopAtExit;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private OpensslServer(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.stopAtExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
        Waits.daemon("openssl log", this::readLog);
    }

    /**
     * Starts a server.
     *
     * @param certificate what it shows
     * @param clients what it asks of its clients
     * @param options more options of {@code s_server}, for example {@code -tls1_2}; {@code CERT} and {@code KEY} stand
     *     for the files of the certificate
     * @return the running server
     */
    public static OpensslServer start(TestCertificate certificate, Clients clients, String... options) {
        Path program = Tools.require("openssl");
        Path folder = Folders.make("openssl");
        TestCertificate.PemFiles files = certificate.writePem(folder);
        Path authority = TestCertificates.writeAuthorityPem(folder);
        List<String> command = new ArrayList<>(
                List.of(program.toString(), "s_server", "-accept", "127.0.0.1:0", "-www", clients.option, "3"));
        command.addAll(List.of("-verify_return_error", "-CAfile", authority.toString()));
        command.addAll(List.of("-cert_chain", files.chain().toString()));
        command.addAll(
                List.of("-cert", files.chain().toString(), "-key", files.key().toString()));
        for (String option : options) {
            command.add(
                    switch (option) {
                        case "CERT" -> files.chain().toString();
                        case "KEY" -> files.key().toString();
                        default -> option;
                    });
        }
        try {
            OpensslServer server = new OpensslServer(
                    folder,
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            server.port();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readLog() {
        try (var lines = process.inputReader(StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                Matcher listening = LISTENING.matcher(line);
                if (listening.matches()) {
                    port.complete(Integer.valueOf(listening.group(1)));
                }
            }
        } catch (IOException e) {
            log.add(e.toString());
        } finally {
            port.completeExceptionally(new IOException("openssl has ended"));
        }
    }

    /** Returns the port, which the system chose. */
    public int port() {
        try {
            return port.get(Waits.SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new AssertionError("openssl did not start:\n" + String.join("\n", log), e);
        }
    }

    /**
     * Stops the server and deletes its files.
     *
     * @throws AssertionError if it was not running any more
     */
    @Override
    public void close() {
        boolean wasRunning = process.isAlive();
        try {
            process.destroyForcibly().waitFor();
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
            Folders.delete(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!wasRunning) {
            throw new AssertionError("openssl ended during the test:\n" + String.join("\n", log));
        }
    }
}

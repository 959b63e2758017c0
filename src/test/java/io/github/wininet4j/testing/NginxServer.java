package io.github.wininet4j.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A real nginx on 127.0.0.1, with and without TLS, for one test. Tests without nginx on the machine are skipped.
 *
 * <p>What it answers:
 *
 * <ul>
 *   <li>{@code /name}: the file of that name in {@link #root()}, ranges included
 *   <li>{@code /slow/name}: the same at {@value NginxConfig#SLOW_RATE} bytes a second
 *   <li>{@code /gzip/name}: the same, compressed in chunks for clients that accept gzip
 *   <li>{@code /echo}: a line with {@code method}, {@code uri}, {@code host}, {@code agent}, {@code requests} (on this
 *       connection) and {@code client} (subject of the certificate)
 *   <li>{@code /upload/name}: PUT makes a file in {@link #uploads()}
 *   <li>{@code /sink}: takes any body, then answers how many bytes the request had
 *   <li>{@code /discard}: answers immediately and discards any body
 *   <li>{@code /redirect}: 302 to {@code /echo}
 *   <li>{@code /status/404} and others of {@code NginxConfig.STATUSES}: that status
 * </ul>
 */
public final class NginxServer implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Path folder;
    private final NginxConfig config;
    private final Process process;
    private final List<String> log;
    private final Thread stopAtExit;

    private NginxServer(Path folder, NginxConfig config, Process process, List<String> log) {
        this.folder = folder;
        this.config = config;
        this.process = process;
        this.log = log;
        this.stopAtExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /** Starts nginx with the default settings. */
    public static NginxServer start() {
        return start(NginxSettings.defaults());
    }

    /**
     * Starts nginx.
     *
     * @param settings what differs from the default
     * @return the running server
     */
    public static NginxServer start(NginxSettings settings) {
        Path program = Tools.require("nginx");
        Path folder = Folders.make("nginx");
        try {
            for (String name : List.of("root", "uploads", "temp")) {
                Files.createDirectory(folder.resolve(name));
            }
            StringBuilder failures = new StringBuilder();
            // Someone else may take a port between its choice here and its use there.
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                NginxConfig config = NginxConfig.write(folder, settings, freePort(), freePort());
                NginxServer server = launch(program, folder, config, failures);
                if (server != null) {
                    return server;
                }
            }
            Folders.delete(folder);
            throw new AssertionError("nginx did not start:\n" + failures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NginxServer launch(Path program, Path folder, NginxConfig config, StringBuilder failures)
            throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        config.file().toString())
                .redirectErrorStream(true)
                .start();
        List<String> log = new CopyOnWriteArrayList<>();
        CountDownLatch decided = new CountDownLatch(1);
        Waits.daemon("nginx log", () -> {
            try (var lines = process.inputReader(StandardCharsets.ISO_8859_1)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    log.add(line);
                    // Said once all ports are open.
                    if (line.contains("event method")) {
                        decided.countDown();
                    }
                }
            } catch (IOException e) {
                log.add(e.toString());
            } finally {
                decided.countDown();
            }
        });
        try {
            if (decided.await(Waits.SECONDS, TimeUnit.SECONDS)
                    && log.stream().anyMatch(line -> line.contains("event method"))) {
                return new NginxServer(folder, config, process, log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        failures.append(String.join("\n", log)).append('\n');
        return null;
    }

    /** A signal that comes just before nginx waits for connections is not noticed before the next one. */
    private void wake() {
        try (Socket socket = new Socket(InetAddress.getByAddress(LOOPBACK), port())) {
            socket.shutdownOutput();
        } catch (IOException e) {
            // it has ended already
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    /** Returns the port without TLS. */
    public int port() {
        return config.port();
    }

    /** Returns the port with TLS. */
    public int tlsPort() {
        return config.tlsPort();
    }

    /**
     * Returns a URL without TLS.
     *
     * @param path path and query, from the slash
     * @return the URL
     */
    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /**
     * Returns a URL with TLS.
     *
     * @param path path and query, from the slash
     * @return the URL
     */
    public String tlsUrl(String path) {
        return "https://127.0.0.1:" + tlsPort() + path;
    }

    /** Returns where the served files are. */
    public Path root() {
        return folder.resolve("root");
    }

    /** Returns where uploaded files are. */
    public Path uploads() {
        return folder.resolve("uploads");
    }

    /**
     * Serves some bytes.
     *
     * @param name the name of the file
     * @param content its bytes
     * @return this
     */
    public NginxServer serve(String name, byte[] content) {
        try {
            Files.write(root().resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Serves the beginning of {@link PatternedBytes}.
     *
     * @param name the name of the file
     * @param size its size in bytes
     * @return this
     */
    public NginxServer servePattern(String name, long size) {
        PatternedBytes.write(root().resolve(name), size);
        return this;
    }

    /**
     * Serves zeros that take no room on the disk.
     *
     * @param name the name of the file
     * @param size its size in bytes
     * @return this
     */
    public NginxServer serveZeros(String name, long size) {
        try (RandomAccessFile file = new RandomAccessFile(root().resolve(name).toFile(), "rw")) {
            file.setLength(size);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops nginx and deletes its files.
     *
     * @throws AssertionError if it was not running any more
     */
    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        boolean wasRunning = process.isAlive();
        process.destroy();
        wake();
        try {
            if (!process.waitFor(Waits.SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
            Folders.delete(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!wasRunning) {
            throw new AssertionError("nginx ended during the test:\n" + String.join("\n", log));
        }
    }
}

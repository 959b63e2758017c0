package io.github.wininet4j.testing.peers;

import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Waits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program that serves one port of 127.0.0.1, in a folder of its own, until it is closed. */
final class PeerProcess implements AutoCloseable {
    private static final int ATTEMPTS = 3;
    private static final int POLL_MILLIS = 50;

    private final Path folder;
    private final int port;
    private final Process process;
    private final Thread stopAtExit;

    /** Writes the files of a program and says how to start it. */
    @FunctionalInterface
    interface Setup {
        List<String> command(Path folder, int port) throws IOException;
    }

    private PeerProcess(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
        this.stopAtExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    static PeerProcess start(String name, Map<String, String> environment, Setup setup) {
        StringBuilder failures = new StringBuilder();
        // Someone else may take a port between its choice here and its use there.
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path folder = Folders.make(name);
            try {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
                int port = freePort();
                ProcessBuilder builder = new ProcessBuilder(setup.command(folder, port));
                environment.forEach(
                        (key, value) -> builder.environment().put(key, value.replace("FOLDER", folder.toString())));
                builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output.log").toFile());
                PeerProcess peer = new PeerProcess(folder, port, builder.start());
                if (peer.awaitListening()) {
                    return peer;
                }
                failures.append(peer.logs());
                peer.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new AssertionError(name + " did not start:\n" + failures);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean awaitListening() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Waits.SECONDS);
        try {
            while (System.nanoTime() - end < 0) {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    return true;
                } catch (IOException e) {
                    if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                        return false;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    /** Waits for lines of a log file; returns how many match in the end. */
    long awaitLogged(String name, Pattern line, long count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Waits.SECONDS);
        long found = 0;
        try {
            do {
                String text = Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
                found = text.lines().filter(each -> line.matcher(each).find()).count();
            } while (found < count
                    && System.nanoTime() - end < 0
                    && !process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found;
    }

    /** What it wrote into its log files. */
    String logs() {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".log")).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            all.append(e);
        }
        return all.toString();
    }

    /** Ends a program, by force if it takes too long. */
    static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(Waits.SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        stop(process);
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
        Folders.delete(folder);
    }

    @Override
    public void close() {
        boolean wasRunning = process.isAlive();
        String logs = wasRunning ? "" : logs();
        end();
        if (!wasRunning) {
            throw new AssertionError("a peer ended during the test:\n" + logs);
        }
    }
}

package io.github.wininet4j.testing.peers;

import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Secrets;
import io.github.wininet4j.testing.Tools;
import io.github.wininet4j.testing.Waits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real winbindd that checks the NTLM answers of a proxy's clients: it knows {@link #USER} and {@link #PASSWORD}. It
 * serves a socket whose place cannot be chosen, so there is one on a machine at a time, and it has to run as root.
 */
public final class Winbind implements AutoCloseable {
    /** The user that it knows, an account of the machine. */
    public static final String USER = "FEASHOST\\games";

    /** The password, with a letter beyond ASCII. */
    public static final String PASSWORD = Secrets.use("Gehe1m-w\u00efnbind");

    /** Why there is none where the tests do not run as root. */
    public static final String NEEDS_ROOT = "winbindd needs root: its socket is in /run/samba";

    private static final int POLL_MILLIS = 50;

    private final Path folder;
    private final Process process;
    private final FileChannel alone;
    private final Thread stopAtExit;

    private Winbind(Path folder, Process process, FileChannel alone) {
        this.folder = folder;
        this.process = process;
        this.alone = alone;
        this.stopAtExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /** Starts it, and waits until it answers; empty, or a skipped test, where this user may not. */
    public static Optional<Winbind> start() {
        Path program = Tools.require("winbindd");
        Path users = Tools.require("pdbedit");
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        Path folder = Folders.make("winbind");
        try {
            // Another build on this machine may be at the same place.
            FileChannel alone = FileChannel.open(
                    Path.of(System.getProperty("java.io.tmpdir"), "wininet4j-winbind.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            alone.lock();
            Path config = configure(folder);
            Process adding = new ProcessBuilder(users.toString(), "-s", config.toString(), "-a", "-t", "-u", "games")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("pdbedit.log").toFile())
                    .start();
            adding.getOutputStream().write((PASSWORD + "\n" + PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
            adding.getOutputStream().close();
            await(adding, folder);
            Process process = new ProcessBuilder(
                            program.toString(), "-F", "--no-process-group", "--configfile=" + config)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("winbindd.log").toFile())
                    .start();
            Winbind winbind = new Winbind(folder, process, alone);
            winbind.awaitAnswer();
            return Optional.of(winbind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Path configure(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("private", "lock", "state", "cache", "pid", "ncalrpc")) {
            Files.createDirectory(
                    folder.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        return Files.writeString(
                folder.resolve("smb.conf"), """
                [global]
                workgroup = FEAS
                netbios name = FEASHOST
                server role = standalone
                passdb backend = tdbsam
                ntlm auth = ntlmv2-only
                private dir = DIR/private
                lock directory = DIR/lock
                state directory = DIR/state
                cache directory = DIR/cache
                pid directory = DIR/pid
                ncalrpc dir = DIR/ncalrpc
                log file = DIR/samba.log
                interfaces = lo
                bind interfaces only = yes
                """.replace("DIR", folder.toString()), StandardCharsets.US_ASCII);
    }

    private static void await(Process process, Path folder) throws IOException, InterruptedException {
        if (!process.waitFor(Waits.SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(Files.readString(folder.resolve("pdbedit.log"), StandardCharsets.ISO_8859_1));
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Waits.SECONDS);
        String ping = Tools.require("wbinfo").toString();
        while (System.nanoTime() - end < 0 && process.isAlive()) {
            Process asking = new ProcessBuilder(ping, "-p")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("ping.log").toFile())
                    .start();
            if (asking.waitFor(Waits.SECONDS, TimeUnit.SECONDS) && asking.exitValue() == 0) {
                letProxyIn();
                return;
            }
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        String log = Files.readString(folder.resolve("winbindd.log"), StandardCharsets.ISO_8859_1);
        close();
        throw new AssertionError("winbindd does not answer:\n" + log);
    }

    /** squid runs its programs as a user of its own, who must reach the socket for challenges of its own making. */
    private void letProxyIn() throws IOException {
        Path privileged = folder.resolve("state/winbindd_privileged");
        var lookup = privileged.getFileSystem().getUserPrincipalLookupService();
        Files.getFileAttributeView(privileged, PosixFileAttributeView.class)
                .setGroup(lookup.lookupPrincipalByGroupName("proxy"));
    }

    /** Returns the line by which squid lets it check what clients answer. */
    String helper() {
        return "/usr/bin/ntlm_auth --configfile=" + folder + "/smb.conf --helper-protocol=squid-2.5-ntlmssp";
    }

    @Override
    public void close() throws IOException {
        PeerProcess.stop(process);
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
        alone.close();
        Folders.delete(folder);
    }
}

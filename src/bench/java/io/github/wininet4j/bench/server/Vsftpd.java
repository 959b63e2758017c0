package io.github.wininet4j.bench.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** vsftpd on loopback, for anonymous users. It needs to be started by root. */
public final class Vsftpd implements AutoCloseable {
    private static final String CONFIGURATION = """
            listen=YES
            listen_address=127.0.0.1
            listen_port=%1$d
            background=NO
            anonymous_enable=YES
            anon_root=%2$s/root
            ftp_username=games
            secure_chroot_dir=%2$s/empty
            seccomp_sandbox=NO
            pasv_address=127.0.0.1
            connect_from_port_20=NO
            idle_session_timeout=3600
            """;

    private static final String PROGRAM = "/usr/sbin/vsftpd";

    private final Process process;
    private final int port;

    private Vsftpd(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param folder where its files go
     * @param big the length of {@code /big} in bytes
     * @param small that of {@code /small}
     * @return the server
     * @throws IOException if there is no vsftpd or it does not start
     */
    public static Vsftpd start(Path folder, long big, long small) throws IOException {
        Path root = Files.createDirectories(folder.resolve("root"));
        file(root.resolve("big"), big);
        file(root.resolve("small"), small);
        Files.createDirectories(folder.resolve("empty"));
        // It refuses a root that may be written to.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        Path configuration = folder.resolve("vsftpd.conf").toAbsolutePath();
        Files.writeString(configuration, CONFIGURATION.formatted(port, folder.toAbsolutePath()));
        Process process = new ProcessBuilder(PROGRAM, configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        for (int attempt = 0; attempt < 200 && process.isAlive(); attempt++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                return new Vsftpd(process, port);
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
            }
        }
        process.destroy();
        throw new IOException("vsftpd did not start; see " + folder);
    }

    private static void file(Path path, long length) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(length);
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /** Returns the port. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
    }
}

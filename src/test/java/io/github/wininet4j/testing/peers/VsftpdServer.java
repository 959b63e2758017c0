package io.github.wininet4j.testing.peers;

import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * A real vsftpd on 127.0.0.1 for anonymous users, who may write in the folder {@code /up}. Skipped without vsftpd, and
 * where it may not change its user.
 */
public final class VsftpdServer implements AutoCloseable {
    private final PeerProcess process;

    private VsftpdServer(PeerProcess process) {
        this.process = process;
    }

    /** Starts a server. */
    public static VsftpdServer start() {
        return new VsftpdServer(process());
    }

    static PeerProcess process() {
        Path program = Tools.require("vsftpd");
        return PeerProcess.start("vsftpd", Map.of(), (folder, port) -> {
            Path root = Files.createDirectories(folder.resolve("root"));
            Path up = Files.createDirectories(root.resolve("up"));
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
            Files.setPosixFilePermissions(up, PosixFilePermissions.fromString("rwxrwxrwx"));
            Files.createDirectories(folder.resolve("empty"));
            Path config = folder.resolve("vsftpd.conf");
            Files.writeString(config, config(port).replace("DIR", folder.toString()), StandardCharsets.US_ASCII);
            return List.of(program.toString(), config.toString());
        });
    }

    private static String config(int port) {
        return "listen_port=" + port + """

            listen=YES
            listen_address=127.0.0.1
            background=NO
            anonymous_enable=YES
            anon_root=DIR/root
            ftp_username=games
            secure_chroot_dir=DIR/empty
            seccomp_sandbox=NO
            pasv_address=127.0.0.1
            connect_from_port_20=NO
            write_enable=YES
            anon_upload_enable=YES
            anon_mkdir_write_enable=YES
            anon_other_write_enable=YES
            anon_umask=022
            use_localtime=YES
            xferlog_enable=YES
            vsftpd_log_file=DIR/vsftpd.log
            """;
    }

    /** Returns the port. */
    public int port() {
        return process.port();
    }

    /** Returns the folder that anonymous users see as the root. */
    public Path root() {
        return process.folder().resolve("root");
    }

    /**
     * Writes a file that anonymous users can read.
     *
     * @param name its path below the root
     * @param content its content
     */
    public void write(String name, byte[] content) throws IOException {
        Path file = root().resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    @Override
    public void close() {
        process.close();
    }
}

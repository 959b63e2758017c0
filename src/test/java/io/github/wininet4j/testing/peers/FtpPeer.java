package io.github.wininet4j.testing.peers;

import io.github.wininet4j.testing.PatternedBytes;
import io.github.wininet4j.testing.Secrets;
import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An FTP server that nobody here wrote: vsftpd for anonymous users, proftpd and pure-ftpd with a user of their own. */
public final class FtpPeer implements AutoCloseable {
    private static final String USER = "bob";
    private static final String PASSWORD = Secrets.use("secret");

    /** The program. */
    public enum Kind {
        /** Very Secure FTP. */
        VSFTPD,
        /** ProFTPD. */
        PROFTPD,
        /** Pure-FTPd. */
        PURE_FTPD
    }

    private final Kind kind;
    private final PeerProcess process;

    private FtpPeer(Kind kind, PeerProcess process) {
        this.kind = kind;
        this.process = process;
    }

    /** Starts a server on IPv4. */
    public static FtpPeer start(Kind kind) {
        return new FtpPeer(
                kind,
                switch (kind) {
                    case VSFTPD -> VsftpdServer.process();
                    case PROFTPD -> proftpd();
                    case PURE_FTPD -> pureFtpd();
                });
    }

    private static PeerProcess proftpd() {
        Path program = Tools.require("proftpd");
        Map<String, String> libraries = Map.of(
                "LD_LIBRARY_PATH",
                Tools.peers().resolve("usr/lib/x86_64-linux-gnu").toString());
        return PeerProcess.start("proftpd", libraries, (folder, port) -> {
            Path root = makeRoot(folder);
            Path secrets = Files.createDirectories(folder.resolve("secrets"));
            Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwx------"));
            String hash = hash();
            secret(secrets.resolve("users"), USER + ":" + hash + ":5:60:bob:" + root + ":/bin/sh\n");
            secret(secrets.resolve("groups"), "games:x:60:" + USER + "\n");
            Path config = folder.resolve("proftpd.conf");
            Files.writeString(config, proftpdConfig(port).replace("DIR", folder.toString()));
            return List.of(program.toString(), "-n", "-q", "-c", config.toString());
        });
    }

    private static String proftpdConfig(int port) {
        return "Port " + port + """

            ServerType standalone
            ServerName test
            DefaultServer on
            DefaultAddress 127.0.0.1
            SocketBindTight on
            User games
            Group games
            AuthOrder mod_auth_file.c
            AuthUserFile DIR/secrets/users
            AuthGroupFile DIR/secrets/groups
            RequireValidShell off
            UseFtpUsers off
            DelayEngine off
            UseReverseDNS off
            WtmpLog off
            PidFile DIR/proftpd.pid
            ScoreboardFile DIR/secrets/board
            SystemLog DIR/secrets/proftpd.log
            TransferLog none
            AllowOverwrite on
            AllowStoreRestart on
            AllowRetrieveRestart on
            DefaultRoot ~
            """;
    }

    private static void secret(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String hash() throws IOException {
        Process openssl = new ProcessBuilder(Tools.require("openssl").toString(), "passwd", "-6", PASSWORD).start();
        return new String(openssl.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    }

    private static PeerProcess pureFtpd() {
        Path program = Tools.require("pure-ftpd");
        Path users = Tools.require("pure-pw");
        return PeerProcess.start("pure-ftpd", Map.of(), (folder, port) -> {
            Path root = makeRoot(folder);
            Path database = folder.resolve("users.pdb");
            addUser(List.of(
                    users.toString(),
                    "useradd",
                    USER,
                    "-f",
                    folder.resolve("users").toString(),
                    "-m",
                    "-F",
                    database.toString(),
                    "-u",
                    "games",
                    "-g",
                    "games",
                    "-d",
                    root.toString()));
            return List.of(
                    program.toString(),
                    "-S",
                    "127.0.0.1," + port,
                    "-l",
                    "puredb:" + database,
                    "-E",
                    "-A",
                    "-H",
                    "-g",
                    folder.resolve("pure-ftpd.pid").toString(),
                    "-c",
                    "20",
                    "-C",
                    "20",
                    "-L",
                    "20000:5");
        });
    }

    private static void addUser(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream passwords = process.getOutputStream()) {
            passwords.write((PASSWORD + "\n" + PASSWORD + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        process.getInputStream().readAllBytes();
    }

    private static Path makeRoot(Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("root"));
        Path up = Files.createDirectories(root.resolve("up"));
        Files.setPosixFilePermissions(up, PosixFilePermissions.fromString("rwxrwxrwx"));
        return root;
    }

    /** Returns the port. */
    public int port() {
        return process.port();
    }

    /** Returns the folder that users see as the root; they may write into {@code up}. */
    public Path root() {
        return process.folder().resolve("root");
    }

    /** Returns the user, or null for an anonymous one. */
    public @Nullable String user() {
        return kind == Kind.VSFTPD ? null : USER;
    }

    /** Returns the user's password, or null for an anonymous one. */
    public @Nullable String password() {
        return kind == Kind.VSFTPD ? null : PASSWORD;
    }

    /** Writes a file of patterned bytes that users can read. */
    public void write(String name, long size) throws IOException {
        Path file = root().resolve(name);
        Files.createDirectories(file.getParent());
        PatternedBytes.write(file, size);
    }

    @Override
    public void close() {
        process.close();
    }
}

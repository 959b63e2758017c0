package io.github.wininet4j.testing.peers;

import io.github.wininet4j.testing.Tools;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real dante on 127.0.0.1: SOCKS version 4 without names. Skipped without dante. */
public final class DanteProxy implements AutoCloseable {
    private final PeerProcess process;

    private DanteProxy(PeerProcess process) {
        this.process = process;
    }

    /** Starts a proxy. */
    public static DanteProxy start() {
        Path program = Tools.require("danted");
        return new DanteProxy(PeerProcess.start("dante", Map.of(), (folder, port) -> {
            Path config = Files.writeString(
                    folder.resolve("danted.conf"),
                    config(port).replace("DIR", folder.toString()),
                    StandardCharsets.US_ASCII);
            return List.of(program.toString(), "-f", config.toString(), "-p", folder + "/pid", "-N", "1");
        }));
    }

    private static String config(int port) {
        String user = "root".equals(System.getProperty("user.name"))
                ? "user.privileged: root\nuser.unprivileged: nobody\n"
                : "";
        return "internal: 127.0.0.1 port = " + port + "\n" + user + """
                logoutput: DIR/socks.log
                external: lo
                clientmethod: none
                socksmethod: none
                client pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }
                socks pass { from: 127.0.0.0/8 to: 0.0.0.0/0 log: connect }
                """;
    }

    /** Returns the proxy string for it. */
    public String proxy() {
        return "socks=127.0.0.1:" + process.port();
    }

    /** Returns what it logged. */
    public String logs() {
        return process.logs();
    }

    @Override
    public void close() {
        process.close();
    }
}

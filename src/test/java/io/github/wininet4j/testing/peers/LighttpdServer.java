package io.github.wininet4j.testing.peers;

import io.github.wininet4j.testing.Secrets;
import io.github.wininet4j.testing.Tools;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A real lighttpd on 127.0.0.1 whose folder {@code /digest/} lets bob in with {@link #PASSWORD} by Digest with SHA-256.
 * It has a file {@code page} with the text {@code page}. Skipped without lighttpd.
 */
public final class LighttpdServer implements AutoCloseable {
    /** The password of bob. */
    public static final String PASSWORD = Secrets.use("Gehe1m-lighttpd");

    private final PeerProcess process;

    private LighttpdServer(PeerProcess process) {
        this.process = process;
    }

    /** Starts a server. */
    public static LighttpdServer start() {
        Path program = Tools.require("lighttpd");
        return new LighttpdServer(PeerProcess.start("lighttpd", Map.of(), (folder, port) -> {
            Path place = Files.createDirectories(folder.resolve("root/digest"));
            Files.writeString(place.resolve("page"), "page", StandardCharsets.US_ASCII);
            String secret = HexFormat.of().formatHex(SquidProxy.digest("SHA-256", "bob:feas:" + PASSWORD));
            Files.writeString(folder.resolve("users"), "bob:feas:" + secret + "\n", StandardCharsets.US_ASCII);
            Path config = Files.writeString(
                    folder.resolve("lighttpd.conf"),
                    """
                    server.modules = ("mod_accesslog", "mod_auth", "mod_authn_file")
                    server.bind = "127.0.0.1"
                    server.port = PORT
                    server.document-root = "DIR/root"
                    server.errorlog = "DIR/error.log"
                    accesslog.filename = "DIR/access.log"
                    auth.backend = "htdigest"
                    auth.backend.htdigest.userfile = "DIR/users"
                    auth.require = ("/digest" => ("method" => "digest", "realm" => "feas",
                        "require" => "valid-user", "algorithm" => "SHA-256"))
                    """.replace("PORT", Integer.toString(port)).replace("DIR", folder.toString()),
                    StandardCharsets.US_ASCII);
            return List.of(program.toString(), "-D", "-f", config.toString());
        }));
    }

    /** Returns the port. */
    public int port() {
        return process.port();
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

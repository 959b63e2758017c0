package io.github.wininet4j.testing.peers;

import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A WebSocket server that somebody else wrote, on 127.0.0.1. Skipped if it is not installed. */
public final class WebSocketServer implements AutoCloseable {
    private final PeerProcess process;

    private WebSocketServer(PeerProcess process) {
        this.process = process;
    }

    /** Which one. */
    public enum Kind {
        /** The Python library websockets: sends everything back. */
        PYTHON("python3", "echo.py"),
        /** The JavaScript library ws: sends everything back. */
        NODE("node", "echo.js"),
        /** The test server of the C library libwebsockets: its mirror protocol sends texts back. */
        LIBWEBSOCKETS("libwebsockets-test-server", "");

        private final String program;
        private final String script;

        Kind(String program, String script) {
            this.program = program;
            this.script = script;
        }
    }

    /**
     * Starts a server.
     *
     * @param kind which one
     * @return the server
     */
    public static WebSocketServer start(Kind kind) {
        // The libraries come with it, as a row of .ci/run has them.
        Tools.require("libwebsockets-test-server");
        Path program = program(kind);
        return new WebSocketServer(PeerProcess.start(
                "websocket", Map.of(), (folder, port) -> command(kind, program.toString(), folder, port)));
    }

    /** The system's Python has the system's library, which another one first in the path has not. */
    private static Path program(Kind kind) {
        Path ofSystem = Path.of("/usr/bin", kind.program);
        return Files.isExecutable(ofSystem) ? ofSystem : Tools.require(kind.program);
    }

    private static List<String> command(Kind kind, String program, Path folder, int port) throws IOException {
        if (kind.script.isEmpty()) {
            return List.of(program, "--port=" + port);
        }
        return List.of(program, copy(kind.script, folder).toString(), Integer.toString(port));
    }

    private static Path copy(String script, Path folder) {
        Path target = folder.resolve(script);
        try (InputStream source =
                Objects.requireNonNull(WebSocketServer.class.getResourceAsStream("/websocket/" + script), script)) {
            Files.copy(source, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns its port. */
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

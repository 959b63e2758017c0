package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.WebSocketPeer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A C program that speaks WebSocket. */
final class WebSocketProgramTest {
    @TempDir
    private Path folder;

    @Test
    @Rule({"R-WS-2", "R-WS-4", "R-WS-8"})
    void program_sendsReceivesAndCloses_inBothModes() throws Exception {
        Path library = CPrograms.library();
        Path program = CPrograms.compile(CPrograms.TESTS.resolve("websocket_test.c"), library, folder);
        try (WebSocketPeer peer = WebSocketPeer.start(WebSocketProgramTest::sendBack)) {
            CPrograms.Ran ran = CPrograms.run(
                    CPrograms.onEngine(Map.of()), List.of(program.toString(), Integer.toString(peer.port())));

            assertThat(ran.ok().output()).isEqualTo("""
                    type 2: hello
                    error 4317
                    shut down, then error 4317
                    closed with 1000
                    receive of type 0, 5 bytes: again
                    shutdown: result 1, error 0
                    close: result 1, error 0
                    """);
        }
    }

    static void sendBack(WebSocketPeer.Connection connection) throws Exception {
        WebSocketPeer.Frame message = connection.read();
        connection.send(message.first(), message.payload());
        WebSocketPeer.Frame close = connection.read();
        connection.send(close.first(), close.payload());
        connection.awaitEnd();
    }
}

package io.github.wininet4j.contract;

import static io.github.wininet4j.constant.HttpWebSocket.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.UndocumentedOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Http2Peer;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.testing.WebSocketFixture;
import io.github.wininet4j.testing.WebSocketPeer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.WordRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closing in every state, servers that never come to an end, both directions at once, and memory of any size. */
@ContractTest
final class WebSocketStatesContractTest extends WebSocketFixture {
    private static final int MESSAGES = 400;
    private static final int LARGE = 64 << 20;
    private static final int LARGEST_CONTROL = 125;
    private static final int ATTEMPTS = 20;
    private static final int PATIENCE_SECONDS = 10;

    WebSocketStatesContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private int close(HINTERNET socket, int status) {
        return api.HttpWebSocketClose(socket, status, null, 0) ? 0 : api.GetLastError();
    }

    private int shutdown(HINTERNET socket) {
        return api.HttpWebSocketShutdown(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, null, 0)
                ? 0
                : api.GetLastError();
    }

    private void closeTimeout(HINTERNET socket, int millis) {
        assertThat(api.InternetSetOption(
                        socket, UndocumentedOption.INTERNET_OPTION_WEB_SOCKET_CLOSE_TIMEOUT, new DwordRef(millis), 4))
                .isTrue();
    }

    @TestFactory
    @Rule({"R-PROJ-WS-5", "R-OPTX-134", "R-ERRN-12002"})
    Stream<DynamicTest> close_ofAServerThatGoesOnForEver_endsWithItsTimeout() {
        /** What the server sends without end. */
        record Row(String name, byte[] frame) {}
        return Stream.of(
                        new Row("pings", WebSocketPeer.frame(FIN | PING, bytes("again"))),
                        new Row("pongs", WebSocketPeer.frame(FIN | PONG, new byte[0])),
                        new Row("empty messages", WebSocketPeer.frame(FIN | TEXT, new byte[0])),
                        new Row("empty fragments", WebSocketPeer.frame(0, new byte[0])),
                        new Row("bytes of one message", WebSocketPeer.frame(0, new byte[1])))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    HINTERNET socket = open(peer(connection -> {
                        connection.read();
                        if (row.frame()[0] == 0) {
                            connection.send(BINARY, new byte[0]);
                        }
                        try {
                            while (true) {
                                connection.send(row.frame());
                            }
                        } catch (IOException e) {
                            // The client is gone.
                        }
                    }));
                    closeTimeout(socket, 50);

                    assertThat(close(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS))
                            .isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

                    assertThat(receive(socket, 10)).isEqualTo("error " + Win32Error.ERROR_INVALID_OPERATION);
                    assertThat(send(socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, "late"))
                            .isEqualTo(Win32Error.ERROR_INVALID_OPERATION);
                }));
    }

    @Test
    @Rule({"R-PROJ-WS-5", "R-OPTX-134", "R-ERRN-12002"})
    void close_whileNothingCanBeSent_endsWithItsTimeout() throws Exception {
        Gate pinged = new Gate();
        WebSocketPeer peer = peer(connection -> {
            byte[] pings = Http2Peer.repeated(WebSocketPeer.frame(FIN | PING, new byte[125]), 1_000);
            try {
                while (true) {
                    connection.send(pings);
                    pinged.open();
                }
            } catch (IOException e) {
                // The client is gone.
            }
        });
        Conversation client = client(peer, 0);
        HINTERNET request = upgrading(client);
        // A frame may be stuck for ever: what ends this is the timeout of the close alone.
        assertThat(api.InternetSetOption(request, InternetOption.INTERNET_OPTION_SEND_TIMEOUT, new DwordRef(-1), 4))
                .isTrue();
        assertThat(client.send(request)).isZero();
        HINTERNET socket = api.HttpWebSocketCompleteUpgrade(request, SOCKET_CONTEXT);
        closeTimeout(socket, 50);
        CompletableFuture<String> received = new CompletableFuture<>();
        Thread receiver = new Thread(() -> received.complete(receive(socket, 1)));
        receiver.setDaemon(true);
        receiver.start();
        pinged.await();

        assertThat(close(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        assertThat(received.get(Waits.SECONDS, TimeUnit.SECONDS)).startsWith("error ");
    }

    /** What a server that does not read at first has got in the end. */
    private record Arrived(int pings, boolean closed) {
        static Arrived at(WebSocketPeer.Connection connection) {
            int pings = 0;
            try {
                int first = connection.read().first();
                while (first == (FIN | PING)) {
                    pings++;
                    first = connection.read().first();
                }
                return new Arrived(pings, first == (FIN | CLOSE));
            } catch (IOException e) {
                // The end, between two frames or within one.
                return new Arrived(pings, false);
            }
        }
    }

    /** A WebSocket to a server that does not read before the gate is open. */
    private HINTERNET openToDeafServer(Gate reads, CompletableFuture<Arrived> arrived, int sendTimeout) {
        Conversation client = client(
                backEnd.closeAfterTest(WebSocketPeer.startNarrow(connection -> {
                    reads.await();
                    arrived.complete(Arrived.at(connection));
                })),
                0);
        HINTERNET request = upgrading(client);
        assertThat(api.InternetSetOption(
                        request, InternetOption.INTERNET_OPTION_SEND_TIMEOUT, new DwordRef(sendTimeout), 4))
                .isTrue();
        assertThat(client.send(request)).isZero();
        HINTERNET socket = api.HttpWebSocketCompleteUpgrade(request, SOCKET_CONTEXT);
        assertThat(socket).isNotNull();
        return socket;
    }

    /** Sends pings as large as the close frame will be; returns how many were sent. */
    private int ping(HINTERNET socket, int most) {
        String payload = "x".repeat(LARGEST_CONTROL);
        int sent = 0;
        while (sent < most && send(socket, HTTP_WEB_SOCKET_PING_TYPE, payload) == 0) {
            sent++;
        }
        return sent;
    }

    /** How many pings are sent before one is stuck, as a short send timeout says. */
    private int pingsThatFit() throws Exception {
        Gate reads = new Gate();
        HINTERNET socket = openToDeafServer(reads, new CompletableFuture<>(), 250);
        int fits = ping(socket, Integer.MAX_VALUE);
        assertThat(api.InternetCloseHandle(socket)).isTrue();
        reads.open();
        return fits;
    }

    /** Closes behind so many pings; false if the close frame was sent or a ping before it was stuck already. */
    private boolean closeIsStuckBehind(int pings) throws Exception {
        Gate reads = new Gate();
        CompletableFuture<Arrived> arrived = new CompletableFuture<>();
        // A frame may be stuck for ever: what ends this is the timeout of the close alone.
        HINTERNET socket = openToDeafServer(reads, arrived, -1);
        CompletableFuture<Integer> sent = new CompletableFuture<>();
        Thread sender = new Thread(() -> sent.complete(ping(socket, pings)));
        sender.setDaemon(true);
        sender.start();
        if (sent.completeOnTimeout(0, PATIENCE_SECONDS, TimeUnit.SECONDS).get() < pings) {
            assertThat(api.InternetCloseHandle(socket)).isTrue();
            reads.open();
            return false;
        }
        closeTimeout(socket, 50);
        byte[] reason = bytes("y".repeat(LARGEST_CONTROL - Short.BYTES));

        assertThat(api.HttpWebSocketClose(
                        socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, ByteBuffer.wrap(reason), reason.length))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        reads.open();
        Arrived all = arrived.get(Waits.SECONDS, TimeUnit.SECONDS);
        assertThat(all.pings()).isEqualTo(pings);
        return !all.closed();
    }

    @Test
    @Rule({"R-PROJ-WS-5", "R-OPTX-134", "R-ERRN-12002"})
    void close_whoseOwnFrameIsStuck_endsWithItsTimeout() throws Exception {
        boolean stuck = false;
        // How much the system takes may differ from one connection to the next.
        for (int attempt = 0; !stuck && attempt < ATTEMPTS; attempt++) {
            stuck = closeIsStuckBehind(pingsThatFit());
        }
        assertThat(stuck).isTrue();
    }

    @Test
    @Rule({"R-WS-7", "R-PROJ-WS-5"})
    void close_afterClose_succeedsAgain_andNothingElseDoes() {
        HINTERNET socket = open(peer(connection -> {
            WebSocketPeer.Frame close = connection.read();
            connection.send(close.first(), close.payload());
            connection.awaitEnd();
        }));

        assertThat(close(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS)).isZero();
        assertThat(close(socket, HTTP_WEB_SOCKET_ENDPOINT_TERMINATED_CLOSE_STATUS))
                .isZero();

        assertThat(shutdown(socket)).isEqualTo(Win32Error.ERROR_INVALID_OPERATION);
        assertThat(receive(socket, 1)).isEqualTo("error " + Win32Error.ERROR_INVALID_OPERATION);
        assertThat(send(socket, HTTP_WEB_SOCKET_PING_TYPE, "")).isEqualTo(Win32Error.ERROR_INVALID_OPERATION);
        WordRef status = new WordRef();
        assertThat(api.HttpWebSocketQueryCloseStatus(socket, status, null, 0, new DwordRef()))
                .isTrue();
        assertThat(status.value).isEqualTo(HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS);
    }

    @Test
    @Rule({"R-WS-7", "R-ERRN-12030"})
    void close_ofAConnectionThatIsGone_isAborted() {
        HINTERNET socket = open(peer(connection -> {}));
        assertThat(receive(socket, 1)).isEqualTo("error " + WinInetError.ERROR_INTERNET_CONNECTION_ABORTED);

        assertThat(close(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS))
                .isIn(WinInetError.ERROR_INTERNET_CONNECTION_ABORTED, WinInetError.ERROR_INTERNET_CONNECTION_RESET);
    }

    @Test
    @Rule({"R-WS-7", "R-WS-8"})
    void close_withinAMessageOfThisSide_isSentBetweenItsFragments() {
        HINTERNET socket = open(peer(connection -> {
            assertThat(connection.read().first()).isEqualTo(TEXT);
            WebSocketPeer.Frame close = connection.read();
            assertThat(close.first()).isEqualTo(FIN | CLOSE);
            connection.send(close.first(), close.payload());
            connection.awaitEnd();
        }));
        assertThat(send(socket, HTTP_WEB_SOCKET_UTF8_FRAGMENT_TYPE, "half")).isZero();

        assertThat(close(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS)).isZero();
    }

    @Test
    @Rule({"R-WS-7", "R-HANDLE-8", "R-ERRN-12017"})
    void closeHandle_whileASynchronousReceiveWaits_cancelsIt() throws Exception {
        Gate asked = new Gate();
        HINTERNET socket = open(peer(connection -> {
            connection.send(FIN | PING, new byte[0]);
            assertThat(connection.read().first()).isEqualTo(FIN | PONG);
            asked.open();
            connection.awaitEnd();
        }));
        CompletableFuture<String> received = new CompletableFuture<>();
        Thread receiver = new Thread(() -> received.complete(receive(socket, 1)));
        receiver.setDaemon(true);
        receiver.start();
        asked.await();

        assertThat(api.InternetCloseHandle(socket)).isTrue();

        assertThat(received.get(Waits.SECONDS, TimeUnit.SECONDS))
                .isEqualTo("error " + WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        assertThat(receive(socket, 1)).isEqualTo("error " + Win32Error.ERROR_INVALID_HANDLE);
        assertThat(close(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS)).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
    }

    @Test
    @Rule({"R-WS-2", "R-WS-7"})
    void sendAndReceive_ofTwoThreads_doNotMix() throws Exception {
        HINTERNET socket = open(peer(connection -> {
            for (int i = 0; i < MESSAGES; i++) {
                if (i % 7 == 0) {
                    connection.send(FIN | PING, bytes("ping " + i));
                }
                connection.send(FIN | TEXT, bytes("from the server " + i));
            }
            int texts = 0;
            while (texts < MESSAGES) {
                WebSocketPeer.Frame frame = connection.read();
                if (frame.first() == (FIN | TEXT)) {
                    assertThat(frame.text()).isEqualTo("from the client " + texts++);
                } else {
                    assertThat(frame.first()).isEqualTo(FIN | PONG);
                }
            }
            connection.awaitEnd();
        }));
        CompletableFuture<Void> sent = new CompletableFuture<>();
        Thread sender = new Thread(() -> {
            int i = 0;
            while (i < MESSAGES && send(socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, "from the client " + i) == 0) {
                i++;
            }
            sent.complete(null);
        });
        sender.setDaemon(true);
        sender.start();

        for (int i = 0; i < MESSAGES; i++) {
            assertThat(receive(socket, 100)).isEqualTo("2:from the server " + i);
        }
        sent.get(Waits.SECONDS, TimeUnit.SECONDS);
    }

    @Test
    @Rule({"R-WS-3", "R-PROJ-WS-2"})
    void receive_intoOneByte_cutsCharactersWhereItMust() {
        byte[] text = bytes("é€😀");
        HINTERNET socket = open(peer(connection -> {
            connection.send(FIN | TEXT, text);
            connection.awaitEnd();
        }));
        for (int i = 0; i < text.length; i++) {
            ByteBuffer one = ByteBuffer.allocate(1);
            DwordRef count = new DwordRef();
            DwordRef type = new DwordRef();
            assertThat(api.HttpWebSocketReceive(socket, one, 1, count, type)).isTrue();
            assertThat(one.get(0)).isEqualTo(text[i]);
            assertThat(type.value)
                    .isEqualTo(
                            i == text.length - 1
                                    ? HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE
                                    : HTTP_WEB_SOCKET_UTF8_FRAGMENT_TYPE);
        }
    }

    @Test
    @Rule({"R-WS-2", "R-WS-8"})
    void pointersThatAreMissing_areInvalid_andTheSocketGoesOn() {
        HINTERNET socket = open(peer(connection -> {
            assertThat(connection.read().text()).isEmpty();
            connection.send(FIN | TEXT, bytes("fine"));
            connection.awaitEnd();
        }));
        DwordRef number = new DwordRef();
        ByteBuffer memory = ByteBuffer.allocate(10);
        int text = HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE;

        invalid(api.HttpWebSocketSend(socket, text, null, 5));
        invalid(api.HttpWebSocketSend(socket, HTTP_WEB_SOCKET_CLOSE_TYPE, memory, 1));
        invalid(api.HttpWebSocketSend(socket, -1, memory, 1));
        invalid(api.HttpWebSocketReceive(socket, null, 5, number, number));
        invalid(api.HttpWebSocketReceive(socket, null, 0, number, number));
        invalid(api.HttpWebSocketReceive(socket, memory, 0, number, number));
        invalid(api.HttpWebSocketReceive(socket, memory, 5, null, number));
        invalid(api.HttpWebSocketReceive(socket, memory, 5, number, null));
        invalid(api.HttpWebSocketShutdown(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, null, 3));
        invalid(api.HttpWebSocketClose(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, null, 3));
        invalid(api.HttpWebSocketQueryCloseStatus(socket, null, memory, 5, number));
        invalid(api.HttpWebSocketQueryCloseStatus(socket, new WordRef(), memory, 5, null));

        assertThat(api.HttpWebSocketSend(socket, text, null, 0)).isTrue();
        assertThat(receive(socket, 10)).isEqualTo("2:fine");
    }

    private void invalid(boolean result) {
        assertThat(result).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 32, Long.MAX_VALUE})
    @Rule({"R-WS-3", "R-PROJ-WS-2", "R-ERRN-12030"})
    void frame_ofHugeLength_isReceivedAsItComes(long length) {
        byte[] head = ByteBuffer.allocate(10)
                .put((byte) (FIN | BINARY))
                .put((byte) 127)
                .putLong(length)
                .array();
        HINTERNET socket = open(peer(connection -> {
            connection.send(head);
            connection.send(bytes("all that there is"));
        }));

        assertThat(receive(socket, 17)).isEqualTo("1:all that there is");
        assertThat(receive(socket, 1)).isEqualTo("error " + WinInetError.ERROR_INTERNET_CONNECTION_ABORTED);
    }

    @Test
    @Rule({"R-WS-2", "R-WS-3"})
    void message_of64MiB_goesBothWays() {
        byte[] message = new byte[LARGE];
        for (int i = 0; i < LARGE; i++) {
            message[i] = (byte) (i * 31 + (i >> 13));
        }
        HINTERNET socket = open(peer(connection -> {
            connection.send(FIN | BINARY, connection.read().payload());
            connection.awaitEnd();
        }));

        assertThat(api.HttpWebSocketSend(socket, HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, ByteBuffer.wrap(message), LARGE))
                .isTrue();

        ByteBuffer all = ByteBuffer.allocate(LARGE);
        DwordRef count = new DwordRef();
        DwordRef type = new DwordRef(HTTP_WEB_SOCKET_BINARY_FRAGMENT_TYPE);
        while (type.value == HTTP_WEB_SOCKET_BINARY_FRAGMENT_TYPE) {
            ByteBuffer piece = ByteBuffer.allocate(1 << 20);
            assertThat(api.HttpWebSocketReceive(socket, piece, piece.capacity(), count, type))
                    .isTrue();
            all.put(piece.array(), 0, count.value);
        }
        assertThat(all.hasRemaining()).isFalse();
        assertThat(all.flip()).isEqualTo(ByteBuffer.wrap(message));
    }
}

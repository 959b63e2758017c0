package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.UndocumentedOption;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What contract tests of WebSocket start with. */
public abstract class WebSocketFixture {
    protected static final int FIN = 0x80;
    protected static final int TEXT = 1;
    protected static final int BINARY = 2;
    protected static final int CLOSE = 8;
    protected static final int PING = 9;
    protected static final int PONG = 10;
    protected static final long SOCKET_CONTEXT = 9;

    /** Opens further back ends. */
    protected final BackEndUnderTest backEnd;

    /** The back end. */
    protected final BackEnd api;

    /** The log of statuses. */
    protected final StatusLog log;

    /** Opens a back end. */
    protected WebSocketFixture(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open();
        this.log = backEnd.statusLog();
    }

    /** Starts a server. */
    protected final WebSocketPeer peer(WebSocketPeer.Talk talk) {
        return backEnd.closeAfterTest(WebSocketPeer.start(talk));
    }

    /** Starts a client of it. */
    protected final Conversation client(WebSocketPeer peer, int flags) {
        return Conversation.with(api, log, "127.0.0.1", peer.port(), flags, 0);
    }

    /** Opens a request for a WebSocket. */
    protected final HINTERNET upgrading(Conversation client) {
        HINTERNET request = client.openRequest("/chat");
        assertThat(api.InternetSetOption(request, UndocumentedOption.INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET, null, 0))
                .isTrue();
        return request;
    }

    /** A synchronous WebSocket. */
    protected final HINTERNET open(WebSocketPeer peer) {
        Conversation client = client(peer, 0);
        HINTERNET request = upgrading(client);
        assertThat(client.send(request)).isZero();
        assertThat(client.status(request)).isEqualTo(101);
        HINTERNET socket = api.HttpWebSocketCompleteUpgrade(request, SOCKET_CONTEXT);
        assertThat(socket).isNotNull();
        assertThat(api.InternetCloseHandle(request)).isTrue();
        return socket;
    }

    /** What one synchronous receive brings: its type and its text, or the error. */
    protected final String receive(HINTERNET socket, int size) {
        ByteBuffer target = ByteBuffer.allocate(size);
        DwordRef count = new DwordRef(77);
        DwordRef type = new DwordRef(77);
        if (!api.HttpWebSocketReceive(socket, target, size, count, type)) {
            return "error " + api.GetLastError();
        }
        return type.value + ":" + new String(target.array(), 0, count.value, StandardCharsets.UTF_8);
    }

    /** Sends a text; returns the error, 0 for success. */
    protected final int send(HINTERNET socket, int type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return api.HttpWebSocketSend(socket, type, ByteBuffer.wrap(bytes), bytes.length) ? 0 : api.GetLastError();
    }

    /** UTF-8. */
    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes of numbers. */
    protected static byte[] raw(int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        return raw;
    }
}

package io.github.wininet4j.contract;

import static io.github.wininet4j.constant.HttpWebSocket.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.UndocumentedOption;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.testing.WebSocketPeer;
import io.github.wininet4j.testing.peers.SquidProxy;
import io.github.wininet4j.testing.peers.WebSocketServer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.WordRef;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WebSocket with servers that others wrote, over TLS and through a proxy. */
@ContractTest
final class WebSocketPeersContractTest {
    private static final int MANY = 300;
    private static final int LARGE = 3_000_000;

    private final BackEndUnderTest backEnd;
    private final BackEnd api;

    WebSocketPeersContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open();
    }

    private WebSocketServer server(WebSocketServer.Kind kind) {
        return backEnd.closeAfterTest(WebSocketServer.start(kind));
    }

    private HINTERNET open(String proxy, int port, int flags, String headers) {
        HINTERNET session = proxy == null
                ? api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0)
                : api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, proxy, "<-loopback>", 0);
        HINTERNET connect =
                api.InternetConnect(session, "127.0.0.1", port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/", null, null, null, flags, 2);
        assertThat(api.InternetSetOption(
                        request,
                        InternetOption.INTERNET_OPTION_SECURITY_FLAGS,
                        new DwordRef(SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA
                                | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID),
                        4))
                .isTrue();
        assertThat(api.InternetSetOption(request, UndocumentedOption.INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET, null, 0))
                .isTrue();
        assertThat(api.HttpSendRequest(request, headers, -1, null, 0))
                .as("error %s", api.GetLastError())
                .isTrue();
        HINTERNET socket = api.HttpWebSocketCompleteUpgrade(request, 3);
        assertThat(socket).as("error %s", api.GetLastError()).isNotNull();
        return socket;
    }

    private void send(HINTERNET socket, int type, byte[] data) {
        assertThat(api.HttpWebSocketSend(socket, type, ByteBuffer.wrap(data), data.length))
                .isTrue();
    }

    private byte[] receive(HINTERNET socket, int expected) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DwordRef count = new DwordRef();
        DwordRef type = new DwordRef();
        do {
            ByteBuffer piece = ByteBuffer.allocate(64_000);
            assertThat(api.HttpWebSocketReceive(socket, piece, piece.capacity(), count, type))
                    .isTrue();
            message.write(piece.array(), 0, count.value);
        } while (type.value == expected + 1);
        assertThat(type.value).isEqualTo(expected);
        return message.toByteArray();
    }

    private void assertEchoes(HINTERNET socket, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        send(socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, bytes);
        assertThat(receive(socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource(names = {"PYTHON", "NODE"})
    @Rule({"R-WS-2", "R-WS-3"})
    void messages_ofAllSizesAndKinds_comeBack(WebSocketServer.Kind kind) {
        HINTERNET socket = open(null, server(kind).port(), 0, null);
        for (int i = 0; i < MANY; i++) {
            assertEchoes(socket, "grüße " + i);
        }
        byte[] large = new byte[LARGE];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i ^ (i >> 9));
        }
        send(socket, HTTP_WEB_SOCKET_BINARY_FRAGMENT_TYPE, new byte[0]);
        send(socket, HTTP_WEB_SOCKET_PING_TYPE, new byte[3]);
        send(socket, HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, large);
        assertThat(receive(socket, HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE)).isEqualTo(large);
    }

    @ParameterizedTest
    @EnumSource(names = {"PYTHON", "NODE"})
    @Rule({"R-WS-7", "R-WS-8"})
    void close_ofTheServer_bringsItsReason(WebSocketServer.Kind kind) {
        HINTERNET socket = open(null, server(kind).port(), 0, null);
        send(socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, "close".getBytes(StandardCharsets.US_ASCII));

        assertThat(receive(socket, HTTP_WEB_SOCKET_CLOSE_TYPE)).isEmpty();
        assertThat(api.HttpWebSocketClose(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, null, 0))
                .isTrue();

        WordRef status = new WordRef();
        ByteBuffer reason = ByteBuffer.allocate(HTTP_WEB_SOCKET_MAX_CLOSE_REASON_LENGTH);
        DwordRef length = new DwordRef();
        assertThat(api.HttpWebSocketQueryCloseStatus(socket, status, reason, reason.capacity(), length))
                .isTrue();
        assertThat(status.value).isEqualTo(4001);
        assertThat(new String(reason.array(), 0, length.value, StandardCharsets.UTF_8))
                .isEqualTo("as you like");
    }

    @ParameterizedTest
    @EnumSource
    @Rule({"R-WS-7", "R-WS-8"})
    void close_ofThisSide_isAnswered(WebSocketServer.Kind kind) {
        boolean mirror = kind == WebSocketServer.Kind.LIBWEBSOCKETS;
        HINTERNET socket =
                open(null, server(kind).port(), 0, mirror ? "Sec-WebSocket-Protocol: lws-mirror-protocol" : null);
        assertEchoes(socket, mirror ? "c #000000 1 2 3;" : "once");
        byte[] reason = "bye".getBytes(StandardCharsets.US_ASCII);

        assertThat(api.HttpWebSocketClose(
                        socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, ByteBuffer.wrap(reason), reason.length))
                .isTrue();

        WordRef status = new WordRef();
        assertThat(api.HttpWebSocketQueryCloseStatus(socket, status, null, 0, new DwordRef()))
                .isTrue();
        assertThat(status.value).isEqualTo(HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS);
    }

    private static void echoOnce(WebSocketPeer.Connection connection) throws Exception {
        WebSocketPeer.Frame frame = connection.read();
        connection.send(frame.first(), frame.payload());
        connection.awaitEnd();
    }

    @Test
    @Rule({"R-WS-1", "R-TLS-1"})
    void upgrade_overTls_talksThere() {
        WebSocketPeer peer = backEnd.closeAfterTest(
                WebSocketPeer.start(TestCertificates.good().context(), WebSocketPeersContractTest::echoOnce));

        assertEchoes(open(null, peer.port(), InternetFlag.INTERNET_FLAG_SECURE, null), "secret");
    }

    @Test
    @Rule({"R-WS-1", "R-PROXY-10"})
    void upgrade_throughAProxy_goesThroughATunnel() {
        SquidProxy squid = backEnd.closeAfterTest(SquidProxy.start(SquidProxy.Scheme.NONE));
        WebSocketPeer peer = backEnd.closeAfterTest(WebSocketPeer.start(WebSocketPeersContractTest::echoOnce));

        HINTERNET socket = open(squid.proxy(), peer.port(), 0, null);
        assertEchoes(socket, "tunnelled");
        assertThat(api.HttpWebSocketShutdown(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, null, 0))
                .isTrue();

        assertThat(peer.heads().get(0)).startsWith("GET / HTTP/1.1\r\n");
    }

    @Test
    @Rule({"R-WS-1", "R-PROXY-10", "R-TLS-1"})
    void upgrade_overTlsThroughAProxy_isSecretToTheProxy() {
        SquidProxy squid = backEnd.closeAfterTest(SquidProxy.start(SquidProxy.Scheme.NONE));
        WebSocketPeer peer = backEnd.closeAfterTest(
                WebSocketPeer.start(TestCertificates.good().context(), WebSocketPeersContractTest::echoOnce));

        HINTERNET socket = open(squid.proxy(), peer.port(), InternetFlag.INTERNET_FLAG_SECURE, null);
        assertEchoes(socket, "secret and tunnelled");
        assertThat(api.InternetCloseHandle(socket)).isTrue();

        assertThat(peer.heads()).hasSize(1);
        Pattern tunnel = Pattern.compile("CONNECT 127\\.0\\.0\\.1:" + peer.port() + " ");
        assertThat(squid.awaitLogged(tunnel, 1)).isEqualTo(1);
    }
}

package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.UndocumentedOption;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.WebSocketPeer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How a request becomes a WebSocket, and when it does not. */
@ContractTest
final class WebSocketUpgradeContractTest extends HttpFixture {

    WebSocketUpgradeContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private WebSocketPeer peer(UnaryOperator<String> answers) {
        return backEnd.closeAfterTest(WebSocketPeer.start(answers, WebSocketPeer.Connection::awaitEnd));
    }

    private HINTERNET upgrading(Conversation client, String target) {
        HINTERNET request = client.openRequest(target);
        assertThat(api.InternetSetOption(request, UndocumentedOption.INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET, null, 0))
                .isTrue();
        return request;
    }

    private Conversation client(WebSocketPeer peer) {
        return Conversation.with(api, log, "127.0.0.1", peer.port(), 0, 0);
    }

    @TestFactory
    @Rule({"R-WS-1", "R-ERRN-12152"})
    Stream<DynamicTest> grant_thatIsNone_isAnInvalidResponse() {
        /** A case. */
        record Row(String name, UnaryOperator<String> change) {}
        return Stream.of(
                        new Row("another key", answer -> answer.replaceFirst("Accept: .", "Accept: +")),
                        new Row("no key", answer -> answer.replaceFirst("Sec-WebSocket-Accept: .*\r\n", "")),
                        new Row("no Upgrade", answer -> answer.replace("Upgrade: websocket\r\n", "")),
                        new Row("another protocol", answer -> answer.replace("websocket", "h2c")),
                        new Row("no Connection", answer -> answer.replace("Connection: Upgrade\r\n", "")),
                        new Row(
                                "an extension",
                                answer -> answer.replace(
                                        "\r\n\r\n", "\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n")),
                        new Row(
                                "a sub-protocol",
                                answer -> answer.replace("\r\n\r\n", "\r\nSec-WebSocket-Protocol: soap\r\n\r\n")))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    WebSocketPeer peer = peer(head -> row.change().apply(WebSocketPeer.granted(head)));
                    Conversation client = client(peer);

                    assertThat(client.send(upgrading(client, "/")))
                            .isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
                }));
    }

    @Test
    @Rule({"R-WS-1", "R-WS-2"})
    void subProtocol_isTheProgramsHeader_andTheServersAnswerIsAmongThoseAskedFor() {
        WebSocketPeer peer = peer(
                head -> WebSocketPeer.granted(head).replace("\r\n\r\n", "\r\nSec-WebSocket-Protocol: chat.v2\r\n\r\n"));
        Conversation client = client(peer);
        HINTERNET request = upgrading(client, "/");

        assertThat(client.send(request, "Sec-WebSocket-Protocol: chat.v1, chat.v2", new byte[0]))
                .isZero();

        assertThat(api.HttpWebSocketCompleteUpgrade(request, 1)).isNotNull();
        assertThat(peer.heads().get(0)).contains("Sec-WebSocket-Protocol: chat.v1, chat.v2\r\n");
    }

    @Test
    @Rule({"R-WS-1", "R-AUTH-1", "R-COOKIE-1"})
    void challenge_andItsCookie_areAnsweredOnTheWay() {
        WebSocketPeer peer = peer(head -> head.contains("Authorization: Basic ")
                ? WebSocketPeer.granted(head)
                : "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"r\"\r\nSet-Cookie: seen=1\r\n"
                        + "Content-Length: 0\r\n\r\n");
        HINTERNET connect =
                api.InternetConnect(client(peer).session(), "127.0.0.1", peer.port(), "alice", "wonder-land", 3, 0, 1);
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/", null, null, null, 0, 2);
        assertThat(api.InternetSetOption(request, UndocumentedOption.INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET, null, 0))
                .isTrue();

        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isTrue();

        assertThat(api.HttpWebSocketCompleteUpgrade(request, 1)).isNotNull();
        assertThat(peer.heads()).hasSize(2);
        assertThat(peer.heads().get(1)).contains("Cookie: seen=1\r\n", "Upgrade: websocket\r\n");
    }

    @Test
    @Rule({"R-WS-1", "R-REDIR-1"})
    void redirect_leadsToTheUpgrade() {
        WebSocketPeer peer = peer(WebSocketPeer::granted);
        server.onRequest("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + peer.port()
                + "/there\r\nContent-Length: 0\r\n\r\n");
        Conversation client = sync();
        HINTERNET request = upgrading(client, "/here");

        assertThat(client.send(request)).isZero();

        assertThat(api.HttpWebSocketCompleteUpgrade(request, 1)).isNotNull();
        assertThat(peer.heads().get(0)).startsWith("GET /there HTTP/1.1\r\n");
        assertThat(server.takeRequest().head()).contains("Upgrade: websocket");
    }

    @Test
    @Rule({"R-WS-1", "R-PROJ-WS-1"})
    void refusal_isAResponseLikeOthers_andItsConnectionServesAgain() {
        server.handleAll(request -> Script.script().send("HTTP/1.1 403 No\r\nContent-Length: 2\r\n\r\nno"));
        Conversation client = sync();
        HINTERNET request = upgrading(client, "/");

        assertThat(client.send(request)).isZero();

        assertThat(client.status(request)).isEqualTo(403);
        assertThat(client.readText(request)).isEqualTo("no");
        assertThat(api.HttpWebSocketCompleteUpgrade(request, 1)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        assertThat(client.readText(client.get("/again"))).isEqualTo("no");
        assertThat(server.connectionCount()).isEqualTo(1);
    }

    @Test
    @Rule("R-OPTX-126")
    void option_onAnythingButAGet_isInvalid() {
        HINTERNET post = sync().openRequest("POST", "/", 0);

        assertThat(api.InternetSetOption(post, UndocumentedOption.INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET, null, 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
    }

    @Test
    @Rule("R-PROJ-WS-1")
    void connections_ofWebSockets_countForNoLimit() {
        WebSocketPeer peer = peer(WebSocketPeer::granted);
        Conversation client = client(peer);
        for (int i = 0; i < 5; i++) {
            HINTERNET request = upgrading(client, "/" + i);
            assertThat(client.send(request)).isZero();
            assertThat(api.HttpWebSocketCompleteUpgrade(request, 1)).isNotNull();
        }
        assertThat(peer.heads()).hasSize(5);
    }

    @Test
    @Rule({"R-OPTX-127", "R-WS-5"})
    void keepAliveInterval_hasALeastValue() {
        HINTERNET request = sync().openRequest("/");
        DwordRef value = new DwordRef(9_999);
        int option = UndocumentedOption.INTERNET_OPTION_WEB_SOCKET_KEEPALIVE_INTERVAL;

        assertThat(api.InternetSetOption(request, option, value, 4)).isFalse();
        value.value = 10_000;
        assertThat(api.InternetSetOption(request, option, value, 4)).isTrue();

        value.value = 0;
        assertThat(api.InternetQueryOption(request, option, value, new DwordRef(4)))
                .isTrue();
        assertThat(value.value).isEqualTo(10_000);
    }
}

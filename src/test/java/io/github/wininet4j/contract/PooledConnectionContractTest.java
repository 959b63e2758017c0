package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections that are kept for the next request, and who closes them. */
@ContractTest
final class PooledConnectionContractTest extends HttpFixture {

    PooledConnectionContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    @Test
    @Rule({"R-PROJ-CONN-1", "R-LIMIT-1", "R-OPTN-2", "R-ERRN-12002"})
    void thirdRequest_whileTwoResponsesAreUnread_endsWithTheConnectTimeout() {
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = sync();
        HINTERNET first = client.get("/1");
        HINTERNET second = client.get("/2");
        HINTERNET third = client.openRequest("/3");
        setTimeout(third, 50);

        assertThat(client.send(third)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        assertThat(client.readText(first)).isEqualTo("hello");
        assertThat(client.send(third)).isZero();
        assertThat(client.readText(third)).isEqualTo("hello");
        assertThat(client.readText(second)).isEqualTo("hello");
        assertThat(server.connectionCount()).isEqualTo(2);
    }

    @Test
    @Rule({"R-PROJ-CONN-1", "R-LIMIT-1", "R-ERRN-12002"})
    void waitForAConnection_ofAnAsynchronousRequest_completesWithTheTimeout() {
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = async();
        HINTERNET first = client.get("/1");
        HINTERNET second = client.get("/2");
        HINTERNET third = client.openRequest("/3");
        setTimeout(third, 50);

        assertThat(client.send(third)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        log.assertSequence(third, "REQUEST_COMPLETE");
        client.readAll(first);
        assertThat(client.send(third)).isZero();
        assertThat(client.readText(third)).isEqualTo("hello");
        assertThat(client.readText(second)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-PROJ-CONN-1", "R-LIMIT-1", "R-ERRN-12002"})
    void waitForAConnection_ofInternetOpenUrl_endsWithTheTimeoutOfTheSession() {
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = sync();
        client.get("/1");
        client.get("/2");
        setTimeout(client.session(), 50);

        assertThat(api.InternetOpenUrl(client.session(), server.url("/3"), null, 0, 0, 0))
                .isNull();

        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    @Rule({"R-PROJ-CONN-1", "R-HANDLE-11"})
    void waitForAConnection_endsWhenTheHandleIsClosed() {
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = async();
        client.get("/1");
        client.get("/2");
        HINTERNET third = client.openRequest("/3");
        assertThat(api.HttpSendRequest(third, null, 0, null, 0)).isFalse();

        assertThat(api.InternetCloseHandle(third)).isTrue();

        assertThat(log.awaitComplete(third).dwError).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
    }

    private void setTimeout(HINTERNET handle, int millis) {
        assertThat(api.InternetSetOption(
                        handle, InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT, new DwordRef(millis), 4))
                .isTrue();
    }

    private void getAs(HINTERNET session, String user) {
        HINTERNET connect = api.InternetConnect(
                session,
                server.host(),
                server.port(),
                user,
                user == null ? null : "secret",
                ServiceType.INTERNET_SERVICE_HTTP,
                0,
                Conversation.CONNECT_CONTEXT);
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/", null, null, null, 0, Conversation.REQUEST_CONTEXT);
        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isTrue();
        DwordRef count = new DwordRef(1);
        while (count.value > 0) {
            assertThat(api.InternetReadFile(request, ByteBuffer.allocate(16), 16, count))
                    .isTrue();
        }
        api.InternetCloseHandle(request);
    }

    @Test
    @Rule("R-PROJ-AUTH-3")
    void connection_ofOneUser_servesNoOther() {
        server.handleAll(request -> Script.script().send(HELLO));
        HINTERNET session = sync().session();

        for (String user : new String[] {"alice", "alice", "bob", null, null, "alice"}) {
            getAs(session, user);
        }

        int alice = server.requests().get(0).connection();
        int bob = server.requests().get(2).connection();
        int nobody = server.requests().get(3).connection();
        assertThat(List.of(alice, bob, nobody)).doesNotHaveDuplicates();
        assertThat(server.requests())
                .extracting(RecordedRequest::connection)
                .startsWith(alice, alice, bob, nobody, nobody)
                .last()
                .isNotIn(bob, nobody);
    }

    @Test
    @Rule({"R-SEND-22", "R-SEND-23"})
    void nextRequest_afterTheServerClosedTheKeptConnection_hasOneSetOfStatuses() {
        Gate closed = new Gate("server closed");
        server.onConnection(Script.script().awaitRequest().send(HELLO).close().signal(closed));
        server.onConnection(Script.script().awaitRequest().send(HELLO));
        Conversation client = sync();
        client.readAll(client.get("/1"));
        closed.await();

        client.get("/2");

        assertThat(log.names())
                .containsExactly(
                        "CONNECTING_TO_SERVER",
                        "CONNECTED_TO_SERVER",
                        "SENDING_REQUEST",
                        "REQUEST_SENT",
                        "RECEIVING_RESPONSE",
                        "RESPONSE_RECEIVED");
    }

    @Test
    @Rule({"R-SEND-21", "R-SEND-23"})
    void secondSend_whenTheOldBodyIsNotHere_givesTheConnectionUp() {
        server.onConnection(Script.script()
                .awaitRequest()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello")
                .awaitClose());
        server.onConnection(Script.script().awaitRequest().send(HELLO));
        Conversation client = sync();
        HINTERNET request = client.get("/1");

        assertThat(client.send(request)).isZero();

        assertThat(log.names()).containsSubsequence("CLOSING_CONNECTION", "CONNECTION_CLOSED", "CONNECTING_TO_SERVER");
        assertThat(client.readText(request)).isEqualTo("hello");
        assertThat(server.connectionCount()).isEqualTo(2);
    }

    @Test
    @Rule("R-SEND-21")
    void secondSend_ofAnAsynchronousRequest_takesTheOldBodyAndReusesTheConnection() {
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = async();
        HINTERNET request = client.get("/1");

        assertThat(client.send(request)).isZero();

        assertThat(client.readText(request)).isEqualTo("hello");
        assertThat(server.connectionCount()).isEqualTo(1);
    }

    /** Reads to the end and closes; returns the statuses of connections on the way. */
    private List<String> closingStatuses(String response) {
        server.onConnection(Script.script().awaitRequest().send(response).close());
        Conversation client = sync();
        HINTERNET request = client.get("/");
        List<String> seen = new ArrayList<>(log.names());
        int count = 1;
        while (count > 0) {
            count = client.read(request, ByteBuffer.allocate(100));
            seen.addAll(log.names());
        }
        seen.add("end");
        log.clear();
        assertThat(api.InternetCloseHandle(request)).isTrue();
        seen.addAll(log.names());
        seen.retainAll(List.of("CLOSING_CONNECTION", "CONNECTION_CLOSED", "end"));
        return seen;
    }

    @Test
    @Rule("R-SEND-23")
    void bodyThatEndsWithTheConnection_unannounced_tellsOfNoClosing() {
        assertThat(closingStatuses("HTTP/1.1 200 OK\r\n\r\nhello")).containsExactly("end");
        assertThat(closingStatuses("HTTP/1.0 200 OK\r\n\r\nhello")).containsExactly("end");
    }

    @Test
    @Rule("R-SEND-23")
    void bodyThatEndsWithTheConnection_announced_tellsOfTheClosingAtTheEnd() {
        assertThat(closingStatuses("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello"))
                .containsExactly("CLOSING_CONNECTION", "CONNECTION_CLOSED", "end");
    }

    @Test
    @Rule({"R-SEND-23", "R-SEND-12"})
    void serverThatClosesInPlaceOfAnAnswer_tellsOfNoClosing() {
        server.onConnection(Script.script().awaitRequest().close());
        Conversation client = sync();

        assertThat(client.send(client.openRequest("/"))).isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);

        assertThat(log.names()).doesNotContain("CLOSING_CONNECTION", "CONNECTION_CLOSED");
    }

    @Test
    @Rule({"R-SEND-23", "R-SEQ-13", "R-SEND-17"})
    void handleThatIsClosedBeforeTheEndOfAnAnnouncedClose_tellsOfTheClosing() {
        server.onConnection(Script.script()
                .awaitRequest()
                .send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 100\r\n\r\nhello")
                .awaitClose());
        Conversation client = sync();
        HINTERNET request = client.get("/");
        log.clear();

        assertThat(api.InternetCloseHandle(request)).isTrue();

        assertThat(log.names()).containsSubsequence("CLOSING_CONNECTION", "CONNECTION_CLOSED", "HANDLE_CLOSING");
    }
}

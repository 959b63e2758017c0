package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
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
        assertThat(api.InternetSetOption(third, InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT, new DwordRef(50), 4))
                .isTrue();

        assertThat(client.send(third)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        assertThat(client.readText(first)).isEqualTo("hello");
        assertThat(client.send(third)).isZero();
        assertThat(client.readText(third)).isEqualTo("hello");
        assertThat(client.readText(second)).isEqualTo("hello");
        assertThat(server.connectionCount()).isEqualTo(2);
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
}

package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import org.junit.jupiter.api.Test;

/** Connections that are kept for the next request, and who closes them. */
@ContractTest
final class PooledConnectionContractTest extends HttpFixture {

    PooledConnectionContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
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

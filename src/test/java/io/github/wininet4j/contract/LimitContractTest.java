package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How many connections there may be to one server. */
@ContractTest
final class LimitContractTest extends HttpFixture {
    private static final String OLD = "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final int PER_SERVER = InternetOption.INTERNET_OPTION_MAX_CONNS_PER_SERVER;
    private static final int PER_1_0_SERVER = InternetOption.INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER;

    private final StatusLog others;
    private final Conversation client;
    private final Gate release = new Gate();
    private final List<HINTERNET> sent = new ArrayList<>();

    /** Whether the held answers were already allowed when a request came. */
    private final Map<String, Boolean> cameLate = new ConcurrentHashMap<>();

    private final Semaphore noted = new Semaphore(0);

    LimitContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.others = backEnd.statusLog();
        this.client = async();
        log.on(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, entry -> api.InternetCloseHandle(entry.handle()));
    }

    private Script held(RecordedRequest request, String answer) {
        cameLate.put(request.target(), release.isOpen());
        noted.release();
        return Script.script().hold(release).send(answer).close().mayBeCutShort();
    }

    private void limit(int option, int value) {
        assertThat(api.InternetSetOption(null, option, new DwordRef(value), 4)).isTrue();
    }

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            HINTERNET request = client.openRequest("/" + sent.size());
            assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
            sent.add(request);
        }
    }

    private void await(int requests) throws InterruptedException {
        assertThat(noted.tryAcquire(requests, Waits.SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** Lets all be answered; each gives its connection back by ending, so that the next can have it. */
    private void finish() {
        release.open();
        sent.forEach(log::awaitClosing);
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE))
                .hasSameSizeAs(sent)
                .allSatisfy(entry -> assertThat(entry.asyncResult().dwResult).isEqualTo(1));
    }

    private void learnThatTheServerIsOld() {
        server.onRequest(Script.script().send(OLD).close());
        Conversation before = Conversation.sync(api, others, server);
        before.readAll(before.get("/first"));
        server.takeRequest();
    }

    private long late() {
        return cameLate.values().stream().filter(late -> late).count();
    }

    @Test
    @Rule({"R-LIMIT-1", "R-LIMIT-8", "R-OPTN-73"})
    void moreThanTwoRequests_waitForOthersToEnd() throws InterruptedException {
        server.handleAll(request -> held(request, HELLO));
        send(5);
        await(2);

        assertThat(server.connectionCount()).isEqualTo(2);
        finish();

        assertThat(cameLate).hasSize(5);
        assertThat(late()).isEqualTo(3);
    }

    @Test
    @Rule({"R-LIMIT-1", "R-LIMIT-8", "R-OPTN-74"})
    void serversThatSpokeHttp10_getFourConnections() throws InterruptedException {
        learnThatTheServerIsOld();
        server.handleAll(request -> held(request, OLD));
        send(6);
        await(4);

        assertThat(server.connectionCount()).isEqualTo(1 + 4);
        finish();

        assertThat(late()).isEqualTo(2);
    }

    @Test
    @Rule({"R-LIMIT-3", "R-OPTN-74"})
    void limitOfHttp10Servers_canBeRaised() throws InterruptedException {
        limit(PER_1_0_SERVER, 6);
        learnThatTheServerIsOld();
        server.handleAll(request -> held(request, OLD));
        send(6);
        await(6);
        finish();

        assertThat(late()).isZero();
    }

    @Test
    @Rule({"R-LIMIT-3", "R-LIMIT-4", "R-OPTN-73"})
    void limitRaisedWhileRequestsWait_letsThemIn() throws InterruptedException {
        server.handleAll(request -> held(request, HELLO));
        send(4);
        await(2);

        limit(PER_SERVER, 4);
        await(2);
        assertThat(server.connectionCount()).isEqualTo(4);
        finish();

        assertThat(late()).isZero();
    }

    @Test
    @Rule({"R-LIMIT-3", "R-OPTN-73"})
    void limitOfOne_letsInOneAfterTheOther() throws InterruptedException {
        limit(PER_SERVER, 1);
        server.handleAll(request -> held(request, HELLO));
        send(3);
        await(1);

        assertThat(server.connectionCount()).isEqualTo(1);
        finish();

        assertThat(late()).isEqualTo(2);
    }
}

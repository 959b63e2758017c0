package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Http2Fixture;
import io.github.wininet4j.testing.Http2Peer;
import io.github.wininet4j.testing.NginxServer;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestClock;
import io.github.wininet4j.testing.peers.Http2Server;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a connection of HTTP/2 lives, what it costs others, and what leaves it. */
@ContractTest
final class Http2ConnectionContractTest extends Http2Fixture {
    private static final int HTTP_1_1_REQUIRED = 13;
    private static final int REFUSED_STREAM = 7;

    Http2ConnectionContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private void getsAnswer(Conversation client, String answer) {
        HINTERNET request = request(client, "GET", "/");
        assertThat(client.send(request)).isZero();
        assertThat(client.readText(request)).isEqualTo(answer);
        assertThat(api.InternetCloseHandle(request)).isTrue();
    }

    /** Answers every stream with the number of the connection. */
    private static Http2Peer.Talk numbered() {
        AtomicInteger connections = new AtomicInteger();
        return connection -> {
            int number = connections.incrementAndGet();
            connection.settings();
            while (true) {
                connection.answer(connection.read(Http2Peer.HEADERS).stream(), "connection " + number);
            }
        };
    }

    @Test
    @Rule("R-PROJ-H2-5")
    void request_afterMuchSilence_isPrecededByAPing() {
        TestClock clock = new TestClock();
        BackEnd timed = backEnd.open(config -> config.withClock(clock));
        Http2Peer peer = peer(connection -> {
            connection.settings();
            connection.answer(connection.read(Http2Peer.HEADERS).stream(), "first");
            Http2Peer.Frame ping = connection.read(Http2Peer.PING);
            connection.send(Http2Peer.PING, Http2Peer.ACK, 0, ping.payload());
            connection.answer(connection.read(Http2Peer.HEADERS).stream(), "second");
            connection.awaitEnd();
        });
        Conversation client = silentAfter("first", peer, timed, clock);

        HINTERNET second = trusting(timed, client);
        assertThat(client.send(second)).isZero();

        assertThat(client.readText(second)).isEqualTo("second");
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    @Rule("R-PROJ-H2-5")
    void request_toAServerThatAnswersNoPing_goesToANewConnection() {
        TestClock clock = new TestClock();
        BackEnd timed = backEnd.open(config -> config.withClock(clock));
        AtomicInteger connections = new AtomicInteger();
        Http2Peer peer = peer(connection -> {
            connection.settings();
            connection.answer(
                    connection.read(Http2Peer.HEADERS).stream(), "connection " + connections.incrementAndGet());
            connection.awaitEnd();
        });
        Conversation client = silentAfter("connection 1", peer, timed, clock);

        HINTERNET second = trusting(timed, client);
        assertThat(client.send(second)).isZero();

        assertThat(client.readText(second)).isEqualTo("connection 2");
    }

    /** A client whose connection has brought one answer, and for ten seconds nothing since. */
    private Conversation silentAfter(String answer, Http2Peer peer, BackEnd timed, TestClock clock) {
        Conversation client = Conversation.with(
                timed, backEnd.statusLog(), "127.0.0.1", peer.port(), 0, InternetFlag.INTERNET_FLAG_SECURE);
        HINTERNET first = trusting(timed, client);
        assertThat(client.send(first)).isZero();
        assertThat(client.readText(first)).isEqualTo(answer);
        clock.advance(Duration.ofSeconds(10));
        return client;
    }

    private static HINTERNET trusting(BackEnd timed, Conversation client) {
        HINTERNET request = client.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_RELOAD);
        trust(timed, request);
        return request;
    }

    @Test
    @Rule({"R-PROJ-H2-8", "R-OPTN-39"})
    void settingsChanged_closesAConnectionThatIsNotUsed() {
        Http2Peer peer = peer(numbered());
        Conversation client = client(peer.port(), 0);
        getsAnswer(client, "connection 1");
        getsAnswer(client, "connection 1");

        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_SETTINGS_CHANGED, null, 0))
                .isTrue();

        getsAnswer(client, "connection 2");
    }

    @Test
    @Rule({"R-PROJ-H2-8", "R-OPTN-39"})
    void settingsChanged_leavesAConnectionThatIsUsed() {
        Gate changed = new Gate();
        Http2Peer peer = peer(connection -> {
            connection.settings();
            int stream = connection.read(Http2Peer.HEADERS).stream();
            connection.head(stream, false, ":status", "200");
            changed.await();
            connection.send(Http2Peer.DATA, Http2Peer.END_STREAM, stream, "late".getBytes(StandardCharsets.US_ASCII));
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, "GET", "/");
        assertThat(client.send(request)).isZero();

        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_SETTINGS_CHANGED, null, 0))
                .isTrue();
        changed.open();

        assertThat(client.readText(request)).isEqualTo("late");
    }

    @Test
    @Rule({"R-PROJ-H2-8", "R-LIMIT-1"})
    void connectionThatIsNotUsed_givesWayAtTheLimit() {
        NginxServer nginx = backEnd.closeAfterTest(NginxServer.start());
        set(null, InternetOption.INTERNET_OPTION_MAX_CONNS_PER_SERVER, 1);
        Conversation client = client(nginx.tlsPort(), 0);
        for (int i = 0; i < 3; i++) {
            HINTERNET shared = request(client, "GET", "/echo");
            assertThat(client.send(shared)).isZero();
            assertThat(used(shared)).isEqualTo(OptionValue.HTTP_PROTOCOL_FLAG_HTTP2);
            client.readAll(shared);

            HINTERNET alone = request(client, "GET", "/echo");
            set(alone, InternetOption.INTERNET_OPTION_ENABLE_HTTP_PROTOCOL, 0);
            set(alone, InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT, 20_000);
            assertThat(client.send(alone)).isZero();
            assertThat(used(alone)).isZero();
            client.readAll(alone);
        }
    }

    @Test
    @Rule({"R-PROJ-H2-8", "R-LIMIT-2"})
    void connectionWhoseLastStreamEnds_givesWayToWhoWaits() {
        Gate answered = new Gate();
        Http2Peer peer = peer(new Http2Peer.Talk() {
            @Override
            public void with(Http2Peer.Connection connection) throws Exception {
                connection.settings();
                int stream = connection.read(Http2Peer.HEADERS).stream();
                answered.await();
                connection.answer(stream, "shared");
                connection.awaitEnd();
            }

            @Override
            public String answer(String head) {
                return "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nalone";
            }
        });
        set(null, InternetOption.INTERNET_OPTION_MAX_CONNS_PER_SERVER, 1);
        Conversation client = client(peer.port(), InternetFlag.INTERNET_FLAG_ASYNC);
        HINTERNET shared = request(client, "GET", "/");
        assertThat(api.HttpSendRequest(shared, null, 0, null, 0)).isFalse();
        log.await(InternetStatus.INTERNET_STATUS_REQUEST_SENT);
        HINTERNET alone = request(client, "GET", "/");
        set(alone, InternetOption.INTERNET_OPTION_ENABLE_HTTP_PROTOCOL, 0);
        assertThat(api.HttpSendRequest(alone, null, 0, null, 0)).isFalse();
        answered.open();

        // Before reading, which clears the log.
        assertThat(log.awaitComplete(shared).dwResult).isEqualTo(1);
        assertThat(log.awaitComplete(alone).dwResult).isEqualTo(1);
        assertThat(client.readText(shared)).isEqualTo("shared");
        assertThat(client.readText(alone)).isEqualTo("alone");
    }

    @Test
    @Rule({"R-PROJ-H2-9", "R-SEND-15"})
    void requestThatIsRefusedAgainAndAgain_isSentUpToFiveTimes() {
        AtomicInteger heads = new AtomicInteger();
        Http2Peer peer = peer(connection -> {
            connection.settings();
            while (true) {
                int stream = connection.read(Http2Peer.HEADERS).stream();
                if (heads.incrementAndGet() == 5) {
                    connection.answer(stream, "at last");
                } else {
                    connection.send(Http2Peer.RST_STREAM, 0, stream, new byte[] {0, 0, 0, REFUSED_STREAM});
                }
            }
        });
        Conversation client = client(peer.port(), 0);

        getsAnswer(client, "at last");

        HINTERNET never = request(client, "GET", "/");
        heads.set(5);
        assertThat(client.send(never)).isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
        assertThat(heads).hasValue(10);
    }

    @Test
    @Rule({"R-PROJ-H2-1", "R-PROJ-H2-9"})
    void streamThatWantsHttp11_isSentOverIt_andSoAreLaterOnes() {
        Http2Peer peer = peer(new Http2Peer.Talk() {
            @Override
            public void with(Http2Peer.Connection connection) throws Exception {
                connection.settings();
                int stream = connection.read(Http2Peer.HEADERS).stream();
                connection.send(Http2Peer.RST_STREAM, 0, stream, new byte[] {0, 0, 0, HTTP_1_1_REQUIRED});
                connection.awaitEnd();
            }

            @Override
            public String answer(String head) {
                return "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n11";
            }
        });
        Conversation client = client(peer.port(), 0);

        getsAnswer(client, "11");
        getsAnswer(client, "11");
        assertThat(peer.connections()).isEqualTo(2);
    }

    @Test
    @Rule({"R-PROJ-H2-9", "R-AUTH-13", "R-AUTH-14", "R-AUTH-20"})
    void ntlm_isSpokenOverHttp11_andLeavesNoStreamBehind() {
        Gate reset = new Gate();
        Http2Peer peer = peer(new Http2Peer.Talk() {
            @Override
            public void with(Http2Peer.Connection connection) throws Exception {
                connection.settings();
                int stream = connection.read(Http2Peer.HEADERS).stream();
                connection.head(stream, false, ":status", "401", "www-authenticate", "NTLM");
                assertThat(connection.read(Http2Peer.RST_STREAM).stream()).isEqualTo(stream);
                reset.open();
                connection.awaitEnd();
            }

            @Override
            public String answer(String head) {
                return head.contains("Authorization: NTLM ")
                        ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nin"
                        : "HTTP/1.1 401 Who\r\nWWW-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n";
            }
        });
        HINTERNET connect = api.InternetConnect(
                client(peer.port(), 0).session(),
                "127.0.0.1",
                peer.port(),
                "DOM\\bob",
                "Gehe1m-h2",
                ServiceType.INTERNET_SERVICE_HTTP,
                0,
                1);
        // The second one does not ask over HTTP/2 again, where nobody would answer.
        for (int i = 0; i < 2; i++) {
            HINTERNET request =
                    api.HttpOpenRequest(connect, "GET", "/", null, null, null, InternetFlag.INTERNET_FLAG_SECURE, 2);
            trust(api, request);

            assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isTrue();

            assertThat(used(request)).isZero();
            reset.await();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 12031", "2, 12031", "8, 12031", "1, 12152", "3, 12152", "11, 12152"})
    @Rule({"R-PROJ-H2-11", "R-ERRN-12031", "R-ERRN-12152"})
    void streamThatTheServerResets_fails_beforeItsHeadAndWithinItsBody(byte code, int error) {
        byte[] reason = {0, 0, 0, code};
        Http2Peer peer = peer(connection -> {
            connection.settings();
            connection.send(Http2Peer.RST_STREAM, 0, connection.read(Http2Peer.HEADERS).stream(), reason);
            int second = connection.read(Http2Peer.HEADERS).stream();
            connection.head(second, false, ":status", "200");
            connection.send(Http2Peer.DATA, 0, second, new byte[] {'h'});
            connection.send(Http2Peer.RST_STREAM, 0, second, reason);
            connection.answer(connection.read(Http2Peer.HEADERS).stream(), "fine");
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);

        assertThat(client.send(request(client, "GET", "/"))).isEqualTo(error);

        HINTERNET second = request(client, "GET", "/");
        int failed = client.send(second);
        while (failed == 0) {
            int count = client.read(second, ByteBuffer.allocate(10));
            assertThat(count).isNotZero();
            failed = Math.max(-count, 0);
        }
        assertThat(failed).isEqualTo(error);
        getsAnswer(client, "fine");
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    @Rule({"R-H2-3", "R-PROJ-H2-6"})
    void protocolThatIsNotThere_isRefused_andChangesNothing() {
        NginxServer nginx = backEnd.closeAfterTest(NginxServer.start());
        Conversation client = client(nginx.tlsPort(), 0);
        HINTERNET request = request(client, "GET", "/echo");

        for (int protocol : new int[] {4, 6, -1}) {
            assertThat(api.InternetSetOption(
                            request, InternetOption.INTERNET_OPTION_ENABLE_HTTP_PROTOCOL, new DwordRef(protocol), 4))
                    .isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_ALREADY_EXISTS);
        }

        assertThat(client.send(request)).isZero();
        assertThat(used(request)).isEqualTo(OptionValue.HTTP_PROTOCOL_FLAG_HTTP2);
    }

    @Test
    @Rule("R-H2-1")
    void header_withACharacterThatIsNoByte_isSentAsOverHttp11() {
        Http2Peer peer = peer(connection -> {
            connection.settings();
            Http2Peer.Frame headers = connection.read(Http2Peer.HEADERS);
            assertThat(connection.fields(headers)).contains("x-price=5 ?ß\n");
            connection.answer(headers.stream(), "fine");
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, "GET", "/");

        assertThat(client.send(request, "X-Price:  5 €ß ", new byte[0])).isZero();

        assertThat(client.readText(request)).isEqualTo("fine");
    }

    @Test
    @Rule("R-H2-1")
    void serverWithoutAHeaderTable_isToldThatNoneIsUsed() {
        byte[] page = "page".getBytes(StandardCharsets.US_ASCII);
        Http2Server server = backEnd.closeAfterTest(Http2Server.startWithoutTable(page));
        Conversation client = client(server.port(), 0);
        for (int i = 0; i < 5; i++) {
            HINTERNET request = request(client, "GET", "/page");
            assertThat(client.send(request, "X-Own: " + i % 2, new byte[0])).isZero();
            assertThat(client.readAll(request)).isEqualTo(page);
        }
    }

    @Test
    @Rule({"R-PROJ-H2-7", "R-OPTN-5", "R-ERRN-12002"})
    void upload_toAServerThatReadsNothing_endsWithTheSendTimeout_andNobodyElseWaitsForIt() {
        Gate over = new Gate();
        Http2Peer peer = peer(connection -> {
            connection.settings(4, Integer.MAX_VALUE);
            connection.send(Http2Peer.WINDOW_UPDATE, 0, 0, new byte[] {0x7F, 0, 0, 0});
            connection.read(Http2Peer.HEADERS);
            over.await();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET upload = request(client, "POST", "/");
        set(upload, InternetOption.INTERNET_OPTION_SEND_TIMEOUT, 300);

        assertThat(client.send(upload, null, new byte[64 << 20])).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        assertThat(api.InternetCloseHandle(upload)).isTrue();
        over.open();
    }

    @Test
    @Rule("R-PROJ-H2-1")
    void serverThatBeginsWithoutStreams_isWaitedFor() {
        Http2Peer peer = peer(connection -> {
            connection.settings(3, 0);
            connection.settings(3, 1);
            connection.answer(connection.read(Http2Peer.HEADERS).stream(), "late");
            connection.awaitEnd();
        });

        getsAnswer(client(peer.port(), 0), "late");

        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    @Rule({"R-PROJ-H2-1", "R-TIMEOUT-1", "R-ERRN-12002"})
    void requestBeyondTheServersLimit_waitsAsLongAsTheConnectTimeout() {
        Gate over = new Gate();
        Http2Peer peer = peer(connection -> {
            connection.settings(3, 1);
            int first = connection.read(Http2Peer.HEADERS).stream();
            connection.head(first, false, ":status", "200");
            over.await();
            connection.send(Http2Peer.DATA, Http2Peer.END_STREAM, first, new byte[] {'x'});
            connection.answer(connection.read(Http2Peer.HEADERS).stream(), "next");
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET first = request(client, "GET", "/");
        assertThat(client.send(first)).isZero();
        HINTERNET second = request(client, "GET", "/");
        set(second, InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT, 50);

        assertThat(client.send(second)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        over.open();
        assertThat(client.readText(first)).isEqualTo("x");
        getsAnswer(client, "next");
        assertThat(peer.connections()).isEqualTo(1);
    }
}

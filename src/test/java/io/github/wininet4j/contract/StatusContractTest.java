package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.StatusEntry;
import io.github.wininet4j.type.HINTERNET;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statuses of a request: their order, what each carries and how long it is. */
@ContractTest
final class StatusContractTest extends HttpFixture {
    private static final int FLAGS = 0;

    StatusContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private StatusEntry only(int status) {
        List<StatusEntry> entries = log.entries(status);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    @Test
    @Rule({"R-SEQ-1", "R-STAT-10", "R-STAT-11", "R-STAT-20", "R-STAT-21", "R-CONTRA-3"})
    void firstRequest_toAName_tellsEveryStepWithItsPayload() {
        BackEnd api = backEnd.open(config -> config.withResolver(host -> List.of(InetAddress.getByName("127.0.0.1"))));
        server.onRequest(HELLO);
        Conversation client = Conversation.with(api, log, "server.test", server.port(), 0, 0);
        HINTERNET request = client.openRequest("/");

        assertThat(client.send(request)).isZero();

        log.assertSequence(
                request,
                "RESOLVING_NAME",
                "NAME_RESOLVED",
                "CONNECTING_TO_SERVER",
                "CONNECTED_TO_SERVER",
                "SENDING_REQUEST",
                "REQUEST_SENT",
                "RECEIVING_RESPONSE",
                "RESPONSE_RECEIVED");
        assertThat(only(InternetStatus.INTERNET_STATUS_RESOLVING_NAME).text()).isEqualTo("server.test");
        assertThat(only(InternetStatus.INTERNET_STATUS_RESOLVING_NAME).length()).isEqualTo(12);
        for (int status : new int[] {
            InternetStatus.INTERNET_STATUS_NAME_RESOLVED,
            InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER,
            InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER
        }) {
            assertThat(only(status).text()).isEqualTo("127.0.0.1");
            assertThat(only(status).length()).isEqualTo(10);
        }
    }

    @Test
    @Rule({"R-STAT-30", "R-STAT-31", "R-STAT-40", "R-STAT-41"})
    void sendingAndReceiving_carryTheByteCounts() {
        server.onRequest(HELLO);
        Conversation client = sync();
        HINTERNET request = client.openRequest("POST", "/", FLAGS);

        assertThat(client.send(request, null, "abc".getBytes(StandardCharsets.US_ASCII)))
                .isZero();

        int sent = server.takeRequest().head().length() + 3;
        assertThat(only(InternetStatus.INTERNET_STATUS_SENDING_REQUEST).length())
                .isZero();
        assertThat(only(InternetStatus.INTERNET_STATUS_REQUEST_SENT).dword()).isEqualTo(sent);
        assertThat(only(InternetStatus.INTERNET_STATUS_REQUEST_SENT).length()).isEqualTo(4);
        assertThat(only(InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE).length())
                .isZero();
        assertThat(only(InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED).dword())
                .isGreaterThanOrEqualTo(HELLO.length() - 5);
        assertThat(only(InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED).length())
                .isEqualTo(4);
    }

    @Test
    @Rule({"R-SEQ-3", "R-SEQ-4", "R-SEQ-14", "R-OPTN-39"})
    void laterRequests_skipWhatIsKnownAlready() {
        BackEnd api = backEnd.open(config -> config.withResolver(host -> List.of(InetAddress.getByName("127.0.0.1"))));
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = Conversation.with(api, log, "server.test", server.port(), 0, 0);
        client.readAll(client.get("/1"));

        HINTERNET second = client.openRequest("/2");
        client.send(second);
        log.assertSequence(second, "SENDING_REQUEST", "REQUEST_SENT", "RECEIVING_RESPONSE", "RESPONSE_RECEIVED");
        client.readAll(second);

        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_SETTINGS_CHANGED, null, 0))
                .isTrue();
        HINTERNET third = client.openRequest("/3");
        client.send(third);
        log.assertSequence(
                third,
                "CONNECTING_TO_SERVER",
                "CONNECTED_TO_SERVER",
                "SENDING_REQUEST",
                "REQUEST_SENT",
                "RECEIVING_RESPONSE",
                "RESPONSE_RECEIVED");
        assertThat(server.connectionCount()).isEqualTo(2);
    }

    @Test
    @Rule({"R-SEQ-2", "R-STAT-100"})
    void asyncSend_tellsTheSameAndCompletes() {
        server.onRequest(HELLO);
        Conversation client = async();
        HINTERNET request = client.openRequest("/");

        client.send(request);

        log.assertSequence(
                request,
                "CONNECTING_TO_SERVER",
                "CONNECTED_TO_SERVER",
                "SENDING_REQUEST",
                "REQUEST_SENT",
                "RECEIVING_RESPONSE",
                "RESPONSE_RECEIVED",
                "REQUEST_COMPLETE");
    }

    @Test
    @Rule({"R-SEQ-8", "R-STAT-110", "R-REDIR-1", "R-CB-10"})
    void redirect_isToldOnceBetweenTheHops() {
        server.handle("/a", "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n");
        server.handle("/b", HELLO);
        Conversation client = sync();
        HINTERNET request = client.openRequest("/a");

        assertThat(client.send(request)).isZero();

        log.assertSequence(
                request,
                "CONNECTING_TO_SERVER",
                "CONNECTED_TO_SERVER",
                "SENDING_REQUEST",
                "REQUEST_SENT",
                "RECEIVING_RESPONSE",
                "RESPONSE_RECEIVED",
                "REDIRECT",
                "SENDING_REQUEST",
                "REQUEST_SENT",
                "RECEIVING_RESPONSE",
                "RESPONSE_RECEIVED");
        StatusEntry redirect = only(InternetStatus.INTERNET_STATUS_REDIRECT);
        assertThat(redirect.text()).isEqualTo(server.url("/b"));
        assertThat(redirect.length()).isEqualTo(2 * (server.url("/b").length() + 1));
    }

    @Test
    @Rule({"R-SEQ-10", "R-READ-12"})
    void bodyThatCameWithTheHead_isReadSilently() {
        server.onRequest(HELLO);
        Conversation client = async();
        HINTERNET request = client.get("/");

        assertThat(client.readText(request)).isEqualTo("hello");

        assertThat(log.names()).doesNotContain("RECEIVING_RESPONSE");
    }

    @Test
    @Rule({"R-STAT-120"})
    void intermediateResponse_isToldForEach1xx() {
        server.onRequest("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + HELLO);
        Conversation client = sync();

        HINTERNET request = client.get("/");

        assertThat(log.entries(InternetStatus.INTERNET_STATUS_INTERMEDIATE_RESPONSE))
                .hasSize(2);
        assertThat(client.status(request)).isEqualTo(200);
        assertThat(client.readText(request)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-STAT-70", "R-HANDLE-12"})
    void handleClosing_carriesTheHandle() {
        Conversation client = sync();
        HINTERNET request = client.openRequest("/");

        api.InternetCloseHandle(request);

        StatusEntry closing = only(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING);
        assertThat(closing.handle()).isEqualTo(request);
        assertThat(closing.handlePayload()).isEqualTo(request);
        assertThat(closing.length()).isEqualTo(8);
        assertThat(closing.context()).isEqualTo(Conversation.REQUEST_CONTEXT);
    }

    @Test
    @Rule({"R-STAT-42", "R-STAT-43", "R-STAT-324", "R-STAT-326"})
    void statusesThatWindowsNeverImplemented_areNeverTold() {
        server.handle("/a", "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\nP3P: CP=x\r\n\r\n");
        server.handle("/b", HELLO);
        Conversation client = async();
        HINTERNET request = client.openRequest("/a");
        client.send(request);
        List<Integer> seen = log.statuses();
        client.readText(request);

        assertThat(seen)
                .isNotEmpty()
                .doesNotContain(
                        InternetStatus.INTERNET_STATUS_CTL_RESPONSE_RECEIVED,
                        InternetStatus.INTERNET_STATUS_PREFETCH,
                        InternetStatus.INTERNET_STATUS_PRIVACY_IMPACTED,
                        InternetStatus.INTERNET_STATUS_P3P_POLICYREF);
    }
}

package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** What the journal of an engine says. */
@WinInetTest
final class JournalTest {
    /** me:Gehe1m-journal */
    private static final String LOGON = "bWU6R2VoZTFtLWpvdXJuYWw=";

    private final BackEnd api;
    private final Journal journal;
    private final ScriptedHttpServer server;
    private final HINTERNET session;
    private final HINTERNET connect;

    JournalTest(TestEngine engine) {
        this.api = engine.wininet();
        this.journal = engine.journal();
        this.server = engine.server().handle("/", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        this.session = api.InternetOpen("me", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        api.InternetSetStatusCallback(session, engine.statusLog());
        this.connect = api.InternetConnect(
                session, "127.0.0.1", server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
    }

    private HINTERNET send() {
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/", null, null, null, 0, 2);
        String header = "Authorization: Basic " + LOGON + "\r\n";
        assertThat(api.HttpSendRequest(request, header, -1, null, 0)).isTrue();
        return request;
    }

    @Test
    void callsAndStatuses_areInOrder() {
        journal.clear();
        HINTERNET request = send();
        api.InternetReadFile(request, ByteBuffer.allocate(10), 10, new DwordRef());

        journal.assertCalls("HttpOpenRequest", "HttpSendRequest", "InternetReadFile+");
        journal.assertStatuses(
                request,
                "CONNECTING_TO_SERVER CONNECTED_TO_SERVER SENDING_REQUEST REQUEST_SENT",
                "RECEIVING_RESPONSE RESPONSE_RECEIVED (CLOSING_CONNECTION CONNECTION_CLOSED)?");
        assertThat(journal.calls("HttpSendRequest")).singleElement().satisfies(call -> {
            assertThat(call.handle()).isEqualTo(request);
            assertThat(call.result()).isEqualTo(true);
            assertThat(call.error()).isZero();
            assertThat(call.toString()).contains("Authorization: ***").doesNotContain(LOGON);
        });
        assertThat(journal.awaitStatus("REQUEST_SENT").result()).isInstanceOf(Integer.class);
    }

    @Test
    void assertCalls_thatDoNotFit_saysWhatThereWas() {
        assertThatThrownBy(() -> journal.assertCalls("InternetOpen", "HttpOpenRequest"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("InternetOpen InternetSetStatusCallback InternetConnect");
        assertThatThrownBy(() -> journal.assertCalls("InternetOpne")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> journal.assertStatuses("SENT")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> journal.awaitStatus("SENT")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void failures_areCallsThatFailed() {
        assertThat(api.InternetCloseHandle(new HINTERNET(4711))).isFalse();

        assertThat(journal.failures()).singleElement().satisfies(call -> {
            assertThat(call.name()).isEqualTo("InternetCloseHandle");
            assertThat(call.error()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        });
    }

    @Test
    void openHandles_endWithTheOneThatTheyWereOpenedOn() {
        HINTERNET request = send();
        HINTERNET other = api.HttpOpenRequest(connect, "GET", "/", null, null, null, 0, 3);
        assertThat(journal.openHandles()).containsExactly(session, connect, request, other);
        assertThatThrownBy(journal::assertAllClosed).hasMessageContaining("still open: [" + session);

        assertThat(api.InternetCloseHandle(other)).isTrue();
        assertThat(journal.openHandles()).containsExactly(session, connect, request);

        assertThat(api.InternetCloseHandle(session)).isTrue();
        journal.assertAllClosed();
    }
}

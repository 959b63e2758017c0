package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import org.junit.jupiter.api.Test;

/** What the sources contradict each other about or leave open, as it is decided here. */
@ContractTest
final class DecisionContractTest extends HttpFixture {
    private final Conversation client;

    DecisionContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        server.handleAll(request -> Script.script().send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        this.client = sync();
    }

    private int option(int option) {
        DwordRef value = new DwordRef();
        assertThat(api.InternetQueryOption(null, option, value, new DwordRef(4)))
                .isTrue();
        return value.value;
    }

    @Test
    @Rule({"R-CONTRA-21", "R-OPEN-Q-1", "R-OPEN-Q-2"})
    void defaults_areThoseChosenHere() {
        assertThat(option(InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT)).isEqualTo(60_000);
        assertThat(option(InternetOption.INTERNET_OPTION_SEND_TIMEOUT)).isEqualTo(30_000);
        assertThat(option(InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT)).isEqualTo(30_000);
        assertThat(option(InternetOption.INTERNET_OPTION_DATA_SEND_TIMEOUT)).isEqualTo(30_000);
        assertThat(option(InternetOption.INTERNET_OPTION_DATA_RECEIVE_TIMEOUT)).isEqualTo(30_000);
        assertThat(option(InternetOption.INTERNET_OPTION_MAX_CONNS_PER_SERVER)).isEqualTo(2);
        assertThat(option(InternetOption.INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER))
                .isEqualTo(4);
        assertThat(option(InternetOption.INTERNET_OPTION_MAX_CONNS_PER_PROXY)).isEqualTo(2);
    }

    @Test
    @Rule({"R-CONTRA-14", "R-CONTRA-24", "R-CONTRA-25", "R-OPEN-Q-9", "R-OPEN-Q-10"})
    void flagsAboutCaching_changeNothingOnTheWire() {
        for (int flags : new int[] {
            0,
            InternetFlag.INTERNET_FLAG_RELOAD,
            InternetFlag.INTERNET_FLAG_CACHE_ASYNC,
            InternetFlag.INTERNET_FLAG_DONT_CACHE
        }) {
            HINTERNET request = client.openRequest("GET", "/", flags);
            assertThat(api.HttpSendRequest(request, "X-A: 1", -1, null, 0)).isTrue();
            RecordedRequest sent = server.takeRequest();
            assertThat(sent.requestLine()).isEqualTo("GET / HTTP/1.1");
            assertThat(sent.headerNames()).containsExactly("X-A", "User-Agent", "Host");
        }
    }

    @Test
    @Rule({"R-CONTRA-16", "R-CONTRA-17"})
    void queries_giveSizesWithoutABuffer_andTheVersionAsText() {
        HINTERNET request = client.get("/");
        DwordRef length = new DwordRef();
        assertThat(api.HttpQueryInfo(request, HttpQuery.HTTP_QUERY_VERSION, null, length, null))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo(2 * ("HTTP/1.1".length() + 1));
        TextBuffer text = new TextBuffer(20);
        assertThat(api.HttpQueryInfo(request, HttpQuery.HTTP_QUERY_VERSION, text, length, null))
                .isTrue();
        assertThat(text).hasToString("HTTP/1.1");
    }
}

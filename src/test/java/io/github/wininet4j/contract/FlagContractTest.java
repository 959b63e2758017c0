package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.HINTERNET;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the {@code INTERNET_FLAG_*} values do, as far as no other test is about it. */
@ContractTest
final class FlagContractTest extends HttpFixture {

    FlagContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private RecordedRequest sent(Conversation client, int flags) {
        HINTERNET request = client.openRequest("GET", "/", flags);
        assertThat(client.send(request)).isZero();
        assertThat(client.readText(request)).isEqualTo("hello");
        return server.takeRequest();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                InternetFlag.INTERNET_FLAG_MAKE_PERSISTENT,
                InternetFlag.INTERNET_FLAG_READ_PREFETCH,
                InternetFlag.INTERNET_FLAG_CACHE_ASYNC,
                InternetFlag.INTERNET_FLAG_FORMS_SUBMIT
            })
    @Rule({"R-FLAG-7", "R-FLAG-12", "R-FLAG-25", "R-FLAG-26", "R-CONTRA-24"})
    void flagsThatAreRetired_orOnlyTellSomething_changeNothing(int flag) {
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = sync();

        String plain = sent(client, 0).head();

        assertThat(sent(client, flag).head()).isEqualTo(plain);
        HINTERNET opened = api.InternetOpenUrl(client.session(), server.url("/"), null, 0, flag, 0);
        assertThat(client.readText(opened)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-FLAG-4", "R-ASYNC-1"})
    void asyncFlag_ofTheSession_letsCallsPend() {
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation async = async();
        HINTERNET request = async.openRequest("/");
        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);

        Conversation sync = sync();
        assertThat(api.HttpSendRequest(sync.openRequest("/"), null, 0, null, 0)).isTrue();
    }

    @Test
    @Rule("R-FLAG-14")
    void noAuth_leavesA401ToTheProgram() {
        server.handleAll(request -> Script.script()
                .send("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"r\"\r\nContent-Length: 3\r\n\r\nno!"));
        HINTERNET session = api.InternetOpen("agent", 1, null, null, 0);
        HINTERNET connect = api.InternetConnect(session, server.host(), server.port(), "user", "secret", 3, 0, 0);
        HINTERNET request =
                api.HttpOpenRequest(connect, "GET", "/", null, null, null, InternetFlag.INTERNET_FLAG_NO_AUTH, 0);
        Conversation client = sync();

        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isTrue();

        assertThat(client.status(request)).isEqualTo(401);
        assertThat(client.readText(request)).isEqualTo("no!");
        assertThat(server.requests()).hasSize(1);
        assertThat(server.takeRequest().hasHeader("Authorization")).isFalse();
    }
}

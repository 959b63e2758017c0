package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.CacheFixture;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.InternetCookieHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cache tells of the cookies that came with a response. */
@ContractTest
final class CacheCookieContractTest extends CacheFixture {
    CacheCookieContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    @ParameterizedTest
    @CsvSource({
        "Set-Cookie: a=1, true, false, false",
        "Set-Cookie: a=1; domain=example.org, false, true, false",
        "Set-Cookie: a=1|Set-Cookie: b=2; domain=example.org, true, true, false",
        "Set-Cookie: a=1, true, false, true"
    })
    @Rule({"R-STAT-327", "R-CBX-2", "R-STRUCT-14", "R-PROJ-CACHE-17"})
    void httpSendRequest_fromTheCache_tellsWhatBecameOfTheCookies(
            String headers, boolean accepted, boolean rejected, boolean async) {
        server.handle("/a", response(FRESH + headers.replace("|", "\r\n") + "\r\n", "hello"));
        Conversation client = async ? Conversation.async(api, log, server) : sync();
        assertThat(client.readText(client.get("/a"))).isEqualTo("hello");
        HINTERNET second = client.openRequest("/a");
        log.clear();

        assertThat(api.HttpSendRequest(second, null, 0, null, 0)).isTrue();

        assertThat(log.names()).containsExactly("COOKIE_HISTORY");
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_COOKIE_HISTORY))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.length()).isEqualTo(16);
                    assertThat(entry.payload()).isInstanceOfSatisfying(InternetCookieHistory.class, history -> {
                        assertThat(history.fAccepted).isEqualTo(accepted);
                        assertThat(history.fRejected).isEqualTo(rejected);
                        assertThat(history.fLeashed).isFalse();
                        assertThat(history.fDowngraded).isFalse();
                    });
                });
        assertThat(client.readText(second)).isEqualTo("hello");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    @Rule({"R-STAT-327", "R-PROJ-CACHE-17", "R-CACHE-7"})
    void cookieHistory_isNotTold_withNoCookies_norWithoutAny_norWhenTheServerAnswers() {
        server.handle("/a", response(FRESH + "Set-Cookie: a=1\r\n", "hello"));
        server.handle("/b", response(FRESH, "hello"));
        Conversation client = sync();
        get(client, "/a", 0);
        get(client, "/b", 0);
        assertThat(log.names()).doesNotContain("COOKIE_HISTORY");

        get(client, "/a", InternetFlag.INTERNET_FLAG_NO_COOKIES);
        get(client, "/b", 0);

        assertThat(requests()).isEqualTo(2);
        assertThat(log.names()).doesNotContain("COOKIE_HISTORY");
    }

    @Test
    @Rule({"R-STAT-327", "R-PROJ-CACHE-17", "R-HANDLE-8"})
    void requestThatIsClosedInTheCallback_isCancelled() {
        server.handle("/a", response(FRESH + "Set-Cookie: a=1\r\n", "hello"));
        Conversation client = sync();
        get(client, "/a", 0);
        HINTERNET request = client.openRequest("/a");
        log.on(InternetStatus.INTERNET_STATUS_COOKIE_HISTORY, entry -> api.InternetCloseHandle(request));

        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
    }
}

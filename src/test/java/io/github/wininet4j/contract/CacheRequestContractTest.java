package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.CacheFixture;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the URL cache answers, and responses that it keeps. */
@ContractTest
final class CacheRequestContractTest extends CacheFixture {
    private static final String TAGGED = "ETag: \"1\"\r\n";

    CacheRequestContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private boolean isFromCache(HINTERNET request) {
        DwordRef flags = new DwordRef();
        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_REQUEST_FLAGS, flags, new DwordRef(4)))
                .isTrue();
        return (flags.value & OptionValue.INTERNET_REQFLAG_FROM_CACHE) != 0;
    }

    @Test
    @Rule({"R-CACHE-1", "R-CACHE-2", "R-CACHE-7", "R-READ-16", "R-OPTN-23"})
    void httpSendRequest_forAFreshResponse_sendsNothingAndTellsNothing() {
        server.handle("/a", response(FRESH + "X-Kept: yes\r\n", "hello"));
        Conversation client = sync();
        HINTERNET first = client.get("/a");
        assertThat(isFromCache(first)).isFalse();
        assertThat(client.readText(first)).isEqualTo("hello");
        HINTERNET second = client.openRequest("/a");
        log.clear();

        assertThat(api.HttpSendRequest(second, null, 0, null, 0)).isTrue();

        assertThat(log.entries()).isEmpty();
        assertThat(isFromCache(second)).isTrue();
        assertThat(client.status(second)).isEqualTo(200);
        assertThat(client.readText(second)).isEqualTo("hello");
        assertThat(log.entries()).isEmpty();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    @Rule({"R-CACHE-1", "R-PROJ-CACHE-24"})
    void responseFromTheCache_isReadOnAThreadThatWasInterrupted() {
        server.handle("/a", response(FRESH, "hello"));
        Conversation client = sync();
        client.readText(client.get("/a"));
        HINTERNET request = client.get("/a");
        ByteBuffer target = ByteBuffer.allocate(3);

        Thread.currentThread().interrupt();
        int read = client.read(request, target);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(read).isEqualTo(3);
        assertThat(client.readText(request)).isEqualTo("lo");
        assertThat(isFromCache(request)).isTrue();
    }

    @Test
    @Rule("R-ASYNC-17")
    void httpSendRequest_inAnAsyncSession_forAFreshResponse_succeedsAtOnce() {
        server.handle("/a", response(FRESH, "hello"));
        Conversation client = Conversation.async(api, log, server);
        assertThat(client.readText(client.get("/a"))).isEqualTo("hello");
        HINTERNET request = client.openRequest("/a");
        log.clear();

        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isTrue();

        assertThat(log.entries()).isEmpty();
        assertThat(client.readText(request)).isEqualTo("hello");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    @Rule("R-READ-4")
    void response_thatIsNotReadToTheZeroByteRead_isNotKept() {
        server.handle("/a", response(FRESH, "hello"));
        Conversation client = sync();
        HINTERNET request = client.get("/a");
        assertThat(client.read(request, ByteBuffer.allocate(5))).isEqualTo(5);
        assertThat(api.InternetCloseHandle(request)).isTrue();

        HINTERNET again = client.get("/a");
        assertThat(requests()).isEqualTo(2);
        assertThat(client.read(again, ByteBuffer.allocate(5))).isEqualTo(5);
        assertThat(client.read(again, ByteBuffer.allocate(5))).isZero();

        assertThat(get(client, "/a", 0)).isEqualTo("hello");
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    @Rule({"R-CACHE-1", "R-READ-4"})
    void response_thatIsCutOff_isNotKept() {
        String cut = "HTTP/1.1 200 OK\r\n" + FRESH + "Content-Length: 10\r\n\r\nhello";
        server.handle("/a", request -> Script.script().send(cut).close());
        Conversation client = sync();
        client.readText(client.get("/a"));

        client.readText(client.get("/a"));

        assertThat(requests()).isEqualTo(2);
    }

    @Test
    @Rule("R-CACHE-2")
    void response_afterItsMaxAge_isFetchedAnew() {
        server.handle("/a", response(FRESH, "hello"));
        Conversation client = sync();
        get(client, "/a", 0);
        clock.advance(Duration.ofSeconds(59));
        get(client, "/a", 0);
        assertThat(requests()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(2));
        get(client, "/a", 0);

        assertThat(requests()).isEqualTo(2);
    }

    @Test
    @Rule({"R-CACHE-8", "R-CACHE-9", "R-CACHE-11"})
    void response_withoutDates_isUsedForTenMinutesOfTheSession() {
        server.handle("/a", response("", "hello"));
        Conversation client = sync();
        get(client, "/a", 0);
        clock.advance(Duration.ofMinutes(9));
        get(client, "/a", 0);
        assertThat(requests()).isEqualTo(1);
        int cure = InternetFlag.INTERNET_FLAG_RELOAD
                | InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE
                | InternetFlag.INTERNET_FLAG_PRAGMA_NOCACHE;
        get(client, "/a", cure);
        assertThat(requests()).isEqualTo(2);

        assertThat(api.InternetSetOption(
                        null, InternetOption.INTERNET_OPTION_RESET_URLCACHE_SESSION, (DwordRef) null, 0))
                .isTrue();
        get(client, "/a", 0);
        assertThat(requests()).isEqualTo(3);
        clock.advance(Duration.ofMinutes(11));
        get(client, "/a", 0);
        assertThat(requests()).isEqualTo(4);
    }

    @Test
    @Rule("R-CACHE-9")
    void response_withALastModified_isUsedForATenthOfItsAge() {
        server.handle("/a", response("Last-Modified: Sat, 28 Nov 2026 03:00:00 GMT\r\n", "hello"));
        Conversation client = sync();
        get(client, "/a", 0);
        clock.advance(Duration.ofMinutes(29));
        get(client, "/a", 0);
        assertThat(requests()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        get(client, "/a", 0);

        assertThat(requests()).isEqualTo(2);
    }

    @Test
    @Rule("R-CACHE-6")
    void response_withNoStore_isNotKept_oneWithNoCacheIsComparedEachTime() {
        server.handle("/never", response("Cache-Control: no-store\r\n", "hello"));
        server.handle(
                "/always",
                request -> Script.script()
                        .send(
                                request.hasHeader("If-None-Match")
                                        ? "HTTP/1.1 304 Not Modified\r\n\r\n"
                                        : response("Cache-Control: no-cache\r\n" + TAGGED, "hello")));
        Conversation client = sync();
        get(client, "/never", 0);
        get(client, "/never", 0);
        assertThat(requests()).isEqualTo(2);
        get(client, "/always", 0);

        assertThat(get(client, "/always", 0)).isEqualTo("hello");

        assertThat(server.requests().get(3).header("If-None-Match")).isEqualTo("\"1\"");
    }

    @Test
    @Rule({"R-CACHE-5", "R-FLAG-21"})
    void resynchronize_comparesAFreshResponse() {
        server.onRequest(response(FRESH + TAGGED + "Last-Modified: Sat, 28 Nov 2026 03:00:00 GMT\r\n", "old"));
        server.onRequest("HTTP/1.1 304 Not Modified\r\nX-New: 1\r\nCache-Control: max-age=600\r\n\r\n");
        server.onRequest(response(FRESH, "new"));
        Conversation client = sync();
        get(client, "/a", 0);

        HINTERNET request = client.openRequest("GET", "/a", InternetFlag.INTERNET_FLAG_RESYNCHRONIZE);
        assertThat(client.send(request)).isZero();

        assertThat(client.status(request)).isEqualTo(200);
        assertThat(isFromCache(request)).isTrue();
        assertThat(client.readText(request)).isEqualTo("old");
        assertThat(server.requests().get(1).header("If-None-Match")).isEqualTo("\"1\"");
        assertThat(server.requests().get(1).header("If-Modified-Since")).isEqualTo("Sat, 28 Nov 2026 03:00:00 GMT");
        clock.advance(Duration.ofMinutes(5));
        assertThat(get(client, "/a", 0)).isEqualTo("old");
        assertThat(requests()).isEqualTo(2);
        assertThat(get(client, "/a", InternetFlag.INTERNET_FLAG_RESYNCHRONIZE)).isEqualTo("new");
        assertThat(get(client, "/a", 0)).isEqualTo("new");
        assertThat(requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"2\"", "1"})
    @Rule("R-PROJ-CACHE-19")
    void notModified_withAnotherTag_confirmsNothing_andTheResponseIsFetched(String tag) {
        server.onRequest(response(FRESH + TAGGED, "old"));
        server.onRequest("HTTP/1.1 304 Not Modified\r\n" + FRESH + "ETag: " + tag + "\r\n\r\n");
        server.onRequest(response(FRESH + "ETag: \"2\"\r\n", "new"));
        Conversation client = sync();
        get(client, "/a", 0);

        HINTERNET request = client.openRequest("GET", "/a", InternetFlag.INTERNET_FLAG_RESYNCHRONIZE);
        assertThat(client.send(request)).isZero();

        assertThat(client.status(request)).isEqualTo(200);
        assertThat(isFromCache(request)).isFalse();
        assertThat(client.readText(request)).isEqualTo("new");
        assertThat(server.requests().get(1).header("If-None-Match")).isEqualTo("\"1\"");
        assertThat(server.requests().get(2).hasHeader("If-None-Match")).isFalse();
        assertThat(get(client, "/a", 0)).isEqualTo("new");
        assertThat(requests()).isEqualTo(3);
    }

    @Test
    @Rule("R-PROJ-CACHE-19")
    void notModified_withTheTagAsAWeakOne_confirmsTheCopy() {
        server.onRequest(response(FRESH + TAGGED, "old"));
        server.onRequest("HTTP/1.1 304 Not Modified\r\n" + FRESH + "ETag: W/\"1\"\r\n\r\n");
        Conversation client = sync();
        get(client, "/a", 0);

        assertThat(get(client, "/a", InternetFlag.INTERNET_FLAG_RESYNCHRONIZE)).isEqualTo("old");

        assertThat(requests()).isEqualTo(2);
    }

    @Test
    @Rule("R-PROJ-CACHE-14")
    void response_withANameThatNoProgramCouldAdd_isKeptAndCompared() {
        server.onRequest(response(FRESH + TAGGED + "B\tad: 1\r\n", "old"));
        server.onRequest("HTTP/1.1 304 Not Modified\r\nW\u001Borse: 1\r\n" + FRESH + "\r\n");
        Conversation client = sync();
        get(client, "/a", 0);

        assertThat(get(client, "/a", 0)).isEqualTo("old");
        assertThat(get(client, "/a", InternetFlag.INTERNET_FLAG_RESYNCHRONIZE)).isEqualTo("old");
        assertThat(get(client, "/a", 0)).isEqualTo("old");

        assertThat(requests()).isEqualTo(2);
    }

    @Test
    @Rule({"R-PROJ-CACHE-14", "R-REDIR-17"})
    void redirect_withANameThatNoProgramCouldAdd_isFollowed() {
        server.onRequest("HTTP/1.1 301 Moved\r\nLocation: /b\r\n" + FRESH + "B\tad: 1\r\nContent-Length: 0\r\n\r\n");
        server.onRequest(response(FRESH, "there"));

        assertThat(get(sync(), "/a", 0)).isEqualTo("there");
    }

    @Test
    @Rule("R-CACHE-5")
    void reload_fetchesAndKeeps_noCacheWriteOnlyReads() {
        server.onRequest(response(FRESH, "1"));
        server.onRequest(response(FRESH, "2"));
        server.onRequest(response(FRESH, "3"));
        Conversation client = sync();
        get(client, "/a", 0);

        assertThat(get(client, "/a", InternetFlag.INTERNET_FLAG_RELOAD)).isEqualTo("2");
        assertThat(get(client, "/a", InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE)).isEqualTo("2");
        assertThat(get(client, "/a", InternetFlag.INTERNET_FLAG_RELOAD | InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE))
                .isEqualTo("3");
        assertThat(get(client, "/a", InternetFlag.INTERNET_FLAG_CACHE_ASYNC)).isEqualTo("2");
        assertThat(requests()).isEqualTo(3);
    }

    @Test
    @Rule({"R-CACHE-5", "R-REQ-10", "R-SEND-9"})
    void fromCache_usesWhatThereIsWhateverItsAge_andFailsWithoutIt() {
        server.handle("/a", response(FRESH, "hello"));
        Conversation client = sync();
        get(client, "/a", 0);
        clock.advance(Duration.ofDays(400));

        assertThat(get(client, "/a", InternetFlag.INTERNET_FLAG_FROM_CACHE)).isEqualTo("hello");
        HINTERNET missing = client.openRequest("GET", "/b", InternetFlag.INTERNET_FLAG_FROM_CACHE);
        assertThat(client.send(missing)).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(get(client, "/a", InternetFlag.INTERNET_FLAG_FWD_BACK)).isEqualTo("hello");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    @Rule({"R-CACHE-5", "R-FLAG-22", "R-FLAG-27"})
    void hyperlink_fetchesWhatHasNoDates() {
        server.handle("/dateless", response("", "hello"));
        server.handle("/dated", response(FRESH, "hello"));
        Conversation client = sync();
        get(client, "/dateless", 0);
        get(client, "/dated", 0);

        get(client, "/dateless", InternetFlag.INTERNET_FLAG_FWD_BACK);
        get(client, "/dated", InternetFlag.INTERNET_FLAG_HYPERLINK);
        assertThat(requests()).isEqualTo(2);
        get(client, "/dateless", InternetFlag.INTERNET_FLAG_HYPERLINK);

        assertThat(requests()).isEqualTo(3);
    }

    @Test
    @Rule({"R-CACHE-5", "R-FLAG-16"})
    void cacheIfNetFail_usesAnOldCopyWhenThereIsNoConnection() {
        server.handle("/a", response(FRESH, "hello"));
        server.handle("/b", response("Cache-Control: max-age=60, must-revalidate\r\n", "hello"));
        Conversation client = sync();
        get(client, "/a", 0);
        get(client, "/b", 0);
        server.close();
        clock.advance(Duration.ofHours(1));

        HINTERNET plain = client.openRequest("/a");
        assertThat(client.send(plain)).isNotZero();
        assertThat(get(client, "/a", InternetFlag.INTERNET_FLAG_CACHE_IF_NET_FAIL))
                .isEqualTo("hello");
        HINTERNET strict = client.openRequest("GET", "/b", InternetFlag.INTERNET_FLAG_CACHE_IF_NET_FAIL);
        assertThat(client.send(strict)).isNotZero();
    }

    private void setTimeout(int millis) {
        assertThat(api.InternetSetOption(
                        null, InternetOption.INTERNET_OPTION_FROM_CACHE_TIMEOUT, new DwordRef(millis), 4))
                .isTrue();
    }

    @Test
    @Rule({"R-TIMEOUT-11", "R-OPTN-63"})
    void fromCacheTimeout_whenTheNetworkIsSlower_usesTheOldCopy() {
        server.handle("/a", response(FRESH, "hello"));
        server.handle("/b", response("Cache-Control: max-age=60, must-revalidate\r\n", "strict"));
        get(sync(), "/a", 0);
        get(sync(), "/b", 0);
        clock.advance(Duration.ofHours(1));
        server.handle("/a", request -> Script.script().hang());
        server.handle("/b", request -> Script.script().hang());
        setTimeout(100);
        Conversation client = sync();

        HINTERNET request = client.get("/a");
        assertThat(isFromCache(request)).isTrue();
        assertThat(client.readText(request)).isEqualTo("hello");
        assertThat(api.InternetCloseHandle(request)).isTrue();
        DwordRef patience = new DwordRef(200);
        HINTERNET strict = client.openRequest("/b");
        api.InternetSetOption(strict, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, patience, 4);
        assertThat(client.send(strict)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        server.handle("/a", response(FRESH, "newer"));
        setTimeout(0);
        assertThat(get(sync(), "/a", 0)).isEqualTo("newer");
    }

    @Test
    @Rule("R-CACHE-1")
    void post_isNeverKept_andTakesAwayWhatWasKept() {
        server.handle("/a", response(FRESH, "hello"));
        Conversation client = sync();
        get(client, "/a", 0);
        HINTERNET post = client.openRequest("POST", "/a", 0);
        assertThat(client.send(post, null, "data".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isZero();
        client.readText(post);

        get(client, "/a", 0);
        assertThat(requests()).isEqualTo(3);
        HINTERNET again = client.openRequest("POST", "/a", 0);
        assertThat(client.send(again, null, "data".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isZero();
        assertThat(requests()).isEqualTo(4);
    }
}

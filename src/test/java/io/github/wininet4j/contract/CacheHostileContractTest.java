package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.CacheConfig;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.CacheFixture;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_CACHE_CONFIG_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.LockRef;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers and programs send to get at what is not theirs, or to spoil the URL cache. */
@ContractTest
final class CacheHostileContractTest extends CacheFixture {
    private static final int QUOTA_KILOBYTES = 8;
    private static final int LARGE = 100_000;

    private final CacheClient cache;

    CacheHostileContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.cache = new CacheClient(api);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2f..%2f..%2fetc%2fpasswd",
                "/%5c..%5c..%5cwindows.exe",
                "/a.%2f..%2fb",
                "/CON",
                "/.hidden",
                "/x.tar.gz%00.txt",
                "/dir/"
            })
    @Rule("R-PROJ-CACHE-1")
    void fileOfAResponse_liesInTheFolderOfTheCache_whateverTheUrlSays(String target) {
        server.handleAll(request -> Script.script()
                .send(response(FRESH + "Content-Disposition: attachment; filename=\"../../up\"\r\n", "hello"))
                .mayBeCutShort());
        Conversation client = sync();
        TextBuffer extension = new TextBuffer("x/../../y");
        assertThat(api.InternetSetOption(client.session(), InternetOption.INTERNET_OPTION_DATAFILE_EXT, extension, 9))
                .isTrue();
        Path content = cache.createFile("http://any/").toAbsolutePath().getParent();

        get(client, target, 0);

        INTERNET_CACHE_ENTRY_INFO info = cache.info(cache.urls(null).get(0));
        Path file = Path.of(info.lpszLocalFileName);
        assertThat(file.toAbsolutePath().normalize().getParent()).isEqualTo(content);
        assertThat(file).hasContent("hello");
        assertThat(file.getFileName().toString()).doesNotContain("..").doesNotStartWith(".");
    }

    @Test
    @Rule("R-PROJ-CACHE-4")
    void varyOfManyNames_isNotKept_andOneOfOddNamesServesLikeRequestsOnly() {
        String names = IntStream.range(0, 100).mapToObj(i -> "X-" + i).collect(Collectors.joining(", "));
        server.handle("/many", response(FRESH + "Vary: " + names + "\r\n", "hello"));
        server.handle("/odd", response(FRESH + "Vary: :asker, ,, X-A\r\nVary: x-a\r\n", "hello"));
        Conversation client = sync();
        get(client, "/many", 0);
        get(client, "/many", 0);
        assertThat(requests()).isEqualTo(2);

        get(client, "/odd", 0);
        get(client, "/odd", 0);
        assertThat(requests()).isEqualTo(3);
        HINTERNET other = client.openRequest("/odd");
        assertThat(client.send(other, "X-A: 1\r\n", new byte[0])).isZero();
        client.readText(other);
        assertThat(requests()).isEqualTo(4);
        HINTERNET user = client.openRequest("/odd");
        assertThat(client.send(user, "X-A: 1\r\nAuthorization: Basic eDp5\r\n", new byte[0]))
                .isZero();
        client.readText(user);
        assertThat(requests()).isEqualTo(5);
    }

    @Test
    @Rule({"R-CACHE-1", "R-PROJ-CACHE-4"})
    void notModifiedWithoutACopy_partsAndHeads_areNotKept() {
        server.onRequest("HTTP/1.1 304 Not Modified\r\n" + FRESH + "ETag: \"1\"\r\n\r\n");
        server.onRequest("HTTP/1.1 206 Partial Content\r\n" + FRESH
                + "Content-Range: bytes 0-1/5\r\nContent-Length: 2\r\n\r\nhe");
        server.onRequest("HTTP/1.1 200 OK\r\n" + FRESH + "Content-Length: 5\r\n\r\n");
        Conversation client = sync();

        HINTERNET unasked = client.get("/a");
        assertThat(client.status(unasked)).isEqualTo(304);
        assertThat(client.readText(unasked)).isEmpty();
        assertThat(client.readText(client.get("/a"))).isEqualTo("he");
        HINTERNET head = client.openRequest("HEAD", "/a", 0);
        assertThat(client.send(head)).isZero();
        assertThat(client.readText(head)).isEmpty();

        assertThat(cache.urls(null)).isEmpty();
    }

    @Test
    @Rule("R-CACHE-1")
    void headRequest_leavesTheCopyAlone() {
        server.onRequest(response(FRESH, "hello"));
        server.onRequest("HTTP/1.1 200 OK\r\nCache-Control: no-store\r\nContent-Length: 9\r\n\r\n");
        Conversation client = sync();
        get(client, "/a", 0);
        HINTERNET head = client.openRequest("HEAD", "/a", 0);
        assertThat(client.send(head)).isZero();

        assertThat(get(client, "/a", 0)).isEqualTo("hello");
        assertThat(requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'Content-Length: 9\r\n\r\nhello', 0",
        "'Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n', 12152",
        "'Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n', 0",
        "'Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX-Trailer: y\r\n', 0"
    })
    @Rule({"R-READ-4", "R-CACHE-1", "R-PROJ-HTTP-5"})
    void responseThatEndsBeforeItSays_isNotKept(String rest, int error) {
        server.onRequest(
                Script.script().send("HTTP/1.1 200 OK\r\n" + FRESH + rest).close());
        server.onRequest(response(FRESH, "whole"));
        Conversation client = sync();
        HINTERNET request = client.get("/a");
        ByteBuffer target = ByteBuffer.allocate(5);
        assertThat(client.read(request, target)).isEqualTo(5);
        assertThat(target.array()).asString(StandardCharsets.US_ASCII).isEqualTo("hello");
        assertThat(client.read(request, target)).isEqualTo(-error);

        assertThat(get(client, "/a", 0)).isEqualTo("whole");
        assertThat(requests()).isEqualTo(2);
    }

    private void setQuota(int kilobytes) {
        INTERNET_CACHE_CONFIG_INFO values = new INTERNET_CACHE_CONFIG_INFO();
        values.dwQuota = kilobytes;
        assertThat(api.SetUrlCacheConfigInfo(values, CacheConfig.CACHE_CONFIG_QUOTA_FC))
                .isTrue();
    }

    private static long bytesIn(Path folder) throws IOException {
        long sum = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                sum += Files.size(file);
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Transfer-Encoding: chunked\r\n"})
    @Rule("R-PROJ-CACHE-15")
    void responseOfUnknownLengthThatOutgrowsTheQuota_isRead_andTakesNoRoom(String framing) throws IOException {
        String body = "x".repeat(LARGE);
        String sent = framing.isEmpty() ? body : Integer.toHexString(LARGE) + "\r\n" + body + "\r\n0\r\n\r\n";
        server.handle(
                "/a",
                request -> Script.script()
                        .send("HTTP/1.1 200 OK\r\n" + FRESH + framing + "\r\n" + sent)
                        .close());
        setQuota(QUOTA_KILOBYTES);
        Path content = cache.createFile("http://any/").toAbsolutePath().getParent();
        Conversation client = sync();
        HINTERNET request = client.get("/a");

        assertThat(client.read(request, ByteBuffer.allocate(LARGE))).isEqualTo(LARGE);

        assertThat(bytesIn(content)).isZero();
        assertThat(api.InternetLockRequestFile(request, new LockRef())).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(client.readText(request)).isEmpty();
        assertThat(cache.urls(null)).isEmpty();
    }

    @Test
    @Rule({"R-PROJ-CACHE-15", "R-LOCK-1"})
    void lockedFileOfAResponseThatOutgrowsTheQuota_isWhole_andNoEntry() {
        String body = "x".repeat(LARGE);
        server.handle(
                "/a",
                request -> Script.script()
                        .send("HTTP/1.1 200 OK\r\n" + FRESH + "\r\n" + body)
                        .close());
        setQuota(QUOTA_KILOBYTES);
        Conversation client = sync();
        HINTERNET request = client.get("/a");
        LockRef lock = new LockRef();
        assertThat(api.InternetLockRequestFile(request, lock)).isTrue();
        TextBuffer name = new TextBuffer(1000);
        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_DATAFILE_NAME, name, new DwordRef(2000)))
                .isTrue();
        Path file = Path.of(name.toString());

        assertThat(client.readText(request)).isEqualTo(body);

        assertThat(file).hasContent(body);
        assertThat(cache.urls(null)).isEmpty();
        assertThat(api.InternetCloseHandle(request)).isTrue();
        assertThat(api.InternetUnlockRequestFile(lock.value)).isTrue();
        assertThat(file).doesNotExist();
    }
}
